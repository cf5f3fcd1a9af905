"""The authorities' own keys: the national ones, RSA and GOST, and two others for what must be refused."""

import base64
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from kezek.eds.testing import (
    Certified,
    GostKey,
    PrivateKey,
    load_gost_key,
    new_authority,
    new_gost_key,
    new_key,
    sources,
)

_TC26_KEY = bytes.fromhex("06082a85030701010102")  # id-tc26-gost3410-12-512, as a kept GOST key names itself
_BEGIN, _END = "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----"
Where = tuple[tuple[x509.ExtensionType, bool], ...]


class Algorithm(StrEnum):
    """Which kind of key."""

    RSA = "rsa"
    GOST = "gost"


class Level(StrEnum):
    """Who answers for a certificate: the root for its intermediate, the intermediate for people's."""

    ROOT = "root"
    ISSUING = "issuing"


_NATIONAL = {
    Algorithm.RSA: ("KEZEK SANDBOX ТҮБІРІ", "KEZEK SANDBOX КУӘЛАНДЫРУШЫ (RSA)"),
    Algorithm.GOST: ("KEZEK SANDBOX ТҮБІРІ (GOST)", "KEZEK SANDBOX КУӘЛАНДЫРУШЫ (GOST)"),
}
_FILES = {Algorithm.RSA: "national.pem", Algorithm.GOST: "national-gost.pem"}
_UNKNOWN = ("БӨТЕН ТҮБІР", "БӨТЕН КУӘЛАНДЫРУШЫ (RSA)")


@dataclass(frozen=True, slots=True)
class Authority:
    """A root and the intermediate that signs people's certificates."""

    root: Certified
    intermediate: Certified

    def at(self, level: Level) -> Certified:
        """Who answers at this level."""
        return self.root if level is Level.ROOT else self.intermediate


class Vault:
    """Authorities in a folder, made on first use and kept."""

    def __init__(self, folder: Path, at: datetime, url: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._url = url
        self.authorities = {
            algorithm: _load_or_make(
                folder / _FILES[algorithm], _NATIONAL[algorithm], at, algorithm, self.where(algorithm, Level.ROOT)
            )
            for algorithm in Algorithm
        }
        self.unknown = _load_or_make(folder / "unknown.pem", _UNKNOWN, at)
        self.same_name = _load_or_make(folder / "same-name.pem", _NATIONAL[Algorithm.RSA], at)

    @property
    def roots_pem(self) -> bytes:
        """The trust list."""
        return b"".join(authority.root.pem for authority in self.authorities.values())

    def where(self, algorithm: Algorithm, level: Level) -> Where:
        """What a certificate says about who tells whether it is revoked."""
        base = f"{self._url}/ca/{algorithm}/{level}"
        return sources(f"{base}/ocsp", f"{base}/crl", f"{base}/delta")


def new_key_of(algorithm: Algorithm) -> PrivateKey:
    """A fresh key of this kind."""
    return new_gost_key() if algorithm is Algorithm.GOST else new_key()


def load_key(der: bytes) -> PrivateKey:
    """A private key that the sandbox itself wrote."""
    if _TC26_KEY in der[:40]:
        return load_gost_key(der)
    key = serialization.load_der_private_key(der, None, unsafe_skip_rsa_key_validation=True)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("the sandbox keeps RSA and GOST keys only")
    return key


def key_bytes(key: PrivateKey) -> bytes:
    """A private key as DER; nobody's secret."""
    if isinstance(key, GostKey):
        return key.pkcs8
    der, pkcs8 = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8
    return key.private_bytes(der, pkcs8, serialization.NoEncryption())


def says(certificate: x509.Certificate, where: Where) -> bool:
    """Whether a certificate says this about its revocation; one of before, or of another address, does not."""
    held = {extension.oid: extension.value for extension in certificate.extensions}
    return all(held.get(extension.oid) == extension for extension, _ in where)


def _load_or_make(
    path: Path, names: tuple[str, str], at: datetime, algorithm: Algorithm = Algorithm.RSA, where: Where = ()
) -> Authority:
    held = _read(path.read_text()) if path.exists() else None
    if held is not None and says(held.intermediate.certificate, where):
        return held
    root = held.root if held is not None else new_authority(names[0], at, key=new_key_of(algorithm))
    key = held.intermediate.key if held is not None else new_key_of(algorithm)
    authority = Authority(root, new_authority(names[1], at, root, key=key, where=where))
    draft = path.with_suffix(".draft")
    draft.write_text("".join(_pem(item.key) + item.pem.decode() for item in (root, authority.intermediate)))
    draft.replace(path)
    return authority


def _pem(key: PrivateKey) -> str:
    return f"{_BEGIN}\n{base64.encodebytes(key_bytes(key)).decode()}{_END}\n"


def _read(pem: str) -> Authority:
    certificates = x509.load_pem_x509_certificates(pem.encode())
    keys = [load_key(base64.b64decode(part.partition(_END)[0])) for part in pem.split(_BEGIN)[1:]]
    root, intermediate = (Certified(*pair) for pair in zip(certificates, keys, strict=True))
    return Authority(root, intermediate)
