"""The keys that sign tokens: a folder that is looked at while the process runs, so a change of keys loses nobody.

A new key is published at once and signs only after a while; a key taken away stays published until no token of it
can live any more. A folder that cannot be read changes nothing.
"""

import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from kezek.platform.telemetry import logger
from kezek.platform.tokens import LIFETIME_S

LOG = logger(__name__)
WRONG_KEYS = "KEZEK_TOKEN_KEYS must hold Ed25519 keys as PEM files, and nothing else of that ending"
LOOK_EVERY_S = 1.0
KEPT_AFTER_S = 2.0 * LIFETIME_S

Names = tuple[tuple[str, int], ...]


class TokenKeys:
    """The keys of the folder; the last by name signs once it has been there for `signs_after_s`."""

    def __init__(self, folder: Path, signs_after_s: float, seconds: Callable[[], float] = time.monotonic) -> None:
        self._folder = folder
        self._signs_after_s = signs_after_s
        self._seconds = seconds
        self._looked_at = seconds()
        self._names = _names(folder)
        self._keys = load_keys(folder)
        # what was there when the process began may have signed before it
        self._seen_at = dict.fromkeys(self._keys, float("-inf"))
        self._gone: dict[str, tuple[OKPKey, float]] = {}

    @property
    def signing(self) -> OKPKey:
        """The key that signs now."""
        self._look()
        ripe = [kid for kid in self._keys if self._seconds() - self._seen_at[kid] >= self._signs_after_s]
        return self._keys[(ripe or list(self._keys))[-1]]

    @property
    def published(self) -> tuple[OKPKey, ...]:
        """All keys by which a living token may be signed."""
        self._look()
        return (*self._keys.values(), *(key for key, until in self._gone.values() if self._seconds() < until))

    def jwks(self) -> dict[str, Any]:
        """The public halves of all keys."""
        return {"keys": [key.as_dict(private=False, use="sig", alg="Ed25519") for key in self.published]}

    def _look(self) -> None:
        if self._seconds() - self._looked_at < LOOK_EVERY_S:
            return
        self._looked_at = self._seconds()
        try:
            names = _names(self._folder)
            if names != self._names:
                self._change(load_keys(self._folder))
                self._names = names
        except (OSError, ValueError) as error:
            LOG.warning("token keys cannot be read", cause=type(error).__name__)

    def _change(self, keys: dict[str, OKPKey]) -> None:
        now = self._seconds()
        gone = {kid: (key, now + KEPT_AFTER_S) for kid, key in self._keys.items() if kid not in keys}
        self._gone = {kid: kept for kid, kept in {**self._gone, **gone}.items() if kid not in keys and now < kept[1]}
        self._seen_at = {kid: self._seen_at.get(kid, now) for kid in keys}
        self._keys = keys
        LOG.info("token keys changed", published=sorted(keys))


def load_keys(folder: Path) -> dict[str, OKPKey]:
    """Read the Ed25519 keys of a folder, in the order of their names; a file's stem is its key's id.

    Raises:
        ValueError: when there is none, or one of another kind.
    """
    paths = sorted(folder.glob("*.pem"), key=lambda path: _natural(path.stem))
    try:
        keys = {path.stem: OKPKey.import_key(path.read_bytes(), {"kid": path.stem}) for path in paths}
    except JoseError as error:
        raise ValueError(WRONG_KEYS) from error
    if not keys or any(key.curve_name != "Ed25519" for key in keys.values()):
        raise ValueError(WRONG_KEYS)
    return keys


def add_key(folder: Path, kid: str, present: Mapping[str, OKPKey]) -> None:
    """Put a new key into the folder, whole at once, for its owner only.

    Raises:
        ValueError: when its name would not be the last, so that it would never sign.
    """
    if any(_natural(kid) <= _natural(other) for other in present):
        raise ValueError(f"{kid} would not be the last key by name")
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    unfinished = folder / f"{kid}.new"
    unfinished.touch(mode=0o600, exist_ok=False)
    unfinished.write_bytes(pem)
    unfinished.rename(folder / f"{kid}.pem")


def _names(folder: Path) -> Names:
    return tuple(sorted((path.name, path.stat().st_mtime_ns) for path in folder.glob("*.pem")))


def _natural(name: str) -> list[tuple[int, int, str]]:
    """An order in which token-10 comes after token-9."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name)
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts]
