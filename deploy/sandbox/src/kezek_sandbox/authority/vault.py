"""The authorities' own keys: the national one, and two others for what must be refused."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from kezek.eds.testing import Certified, new_authority

_NATIONAL = ("KEZEK SANDBOX ТҮБІРІ", "KEZEK SANDBOX КУӘЛАНДЫРУШЫ (RSA)")
_UNKNOWN = ("БӨТЕН ТҮБІР", "БӨТЕН КУӘЛАНДЫРУШЫ (RSA)")


@dataclass(frozen=True, slots=True)
class Authority:
    """A root and the intermediate that signs people's certificates."""

    root: Certified
    intermediate: Certified


class Vault:
    """Authorities in a folder, made on first use and kept."""

    def __init__(self, folder: Path, at: datetime) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.national = _load_or_make(folder / "national.pem", _NATIONAL, at)
        self.unknown = _load_or_make(folder / "unknown.pem", _UNKNOWN, at)
        self.same_name = _load_or_make(folder / "same-name.pem", _NATIONAL, at)


def load_key(pem_or_der: bytes) -> rsa.RSAPrivateKey:
    """A private key that the sandbox itself wrote."""
    load = serialization.load_pem_private_key if pem_or_der[:1] == b"-" else serialization.load_der_private_key
    key = load(pem_or_der, None, unsafe_skip_rsa_key_validation=True)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("the sandbox keeps RSA keys only")
    return key


def key_bytes(key: rsa.RSAPrivateKey, encoding: serialization.Encoding) -> bytes:
    """A private key as bytes; nobody's secret."""
    return key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


def _load_or_make(path: Path, names: tuple[str, str], at: datetime) -> Authority:
    if path.exists():
        return _read(path.read_bytes())
    root = new_authority(names[0], at)
    authority = Authority(root, new_authority(names[1], at, root))
    parts = [key_bytes(item.key, serialization.Encoding.PEM) + item.pem for item in (root, authority.intermediate)]
    draft = path.with_suffix(".draft")
    draft.write_bytes(b"".join(parts))
    draft.replace(path)
    return authority


def _read(pem: bytes) -> Authority:
    certificates = x509.load_pem_x509_certificates(pem)
    mark = b"-----BEGIN PRIVATE KEY-----"
    keys = [load_key(mark + part) for part in pem.split(mark)[1:]]
    root, intermediate = (Certified(*pair) for pair in zip(certificates, keys, strict=True))
    return Authority(root, intermediate)
