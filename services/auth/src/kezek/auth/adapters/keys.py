"""The keys that sign tokens: a folder, so that a new key is published before it signs and an old one after."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

WRONG_KEYS = "KEZEK_TOKEN_KEYS must hold Ed25519 keys as PEM files, and nothing else of that ending"


@dataclass(frozen=True)
class TokenKeys:
    """All keys of the folder by name; the last signs, so a name begins with its date or number."""

    keys: tuple[OKPKey, ...]

    @property
    def signing(self) -> OKPKey:
        """The key that signs now."""
        return self.keys[-1]

    def jwks(self) -> dict[str, Any]:
        """The public halves of all keys."""
        return {"keys": [key.as_dict(private=False, use="sig", alg="Ed25519") for key in self.keys]}


def load_keys(folder: Path) -> TokenKeys:
    """Read the Ed25519 keys of a folder; a file's stem is its key's id.

    Raises:
        ValueError: when there is none, or one of another kind.
    """
    paths = sorted(folder.glob("*.pem"), key=lambda path: path.stem)
    try:
        keys = tuple(OKPKey.import_key(path.read_bytes(), {"kid": path.stem}) for path in paths)
    except JoseError as error:
        raise ValueError(WRONG_KEYS) from error
    if not keys or any(key.curve_name != "Ed25519" for key in keys):
        raise ValueError(WRONG_KEYS)
    return TokenKeys(keys)
