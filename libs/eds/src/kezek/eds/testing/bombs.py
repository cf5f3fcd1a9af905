"""Signatures that are made to cost much: for tests, and for the bench that shows that they do not."""

import math
from collections.abc import Iterator
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric import rsa

from kezek.eds.subject import Purpose
from kezek.eds.testing.certificates import individual, issue, new_authority, new_key, personal
from kezek.eds.testing.keys import PrivateKey
from kezek.eds.testing.sealing import seal

_DAY = timedelta(days=1)
_SIGNED_DATA, _DATA = bytes.fromhex("06092a864886f70d010702"), bytes.fromhex("06092a864886f70d010701")
_SHA256, _RSA = bytes.fromhex("300b0609608648016503040201"), bytes.fromhex("300b06092a864886f70d010101")


def value(tag: int, *contents: bytes) -> bytes:
    """One value of DER."""
    inside = b"".join(contents)
    size = len(inside)
    length = size.to_bytes((size.bit_length() + 7) // 8 or 1, "big")
    return bytes([tag]) + (length if size < 0x80 else bytes([0x80 + len(length)]) + length) + inside  # noqa: PLR2004


def giant_oids(size: int = 60_000) -> Iterator[bytes]:
    """An object identifier of so many bytes wherever a reader meets one: content type, algorithms, an attribute."""
    giant = value(0x06, b"\x2a", b"\xff" * (size - 2), b"\x7f")
    yield value(0x30, giant, value(0xA0, value(0x30)))
    yield _signed(digest=value(0x30, giant))
    yield _signed(inside=giant)
    yield _signed(attribute=giant)
    yield _signed(signature=value(0x30, giant))


def _signed(digest: bytes = _SHA256, inside: bytes = _DATA, attribute: bytes = _DATA, signature: bytes = _RSA) -> bytes:
    name = value(0x30, value(0x30), b"\x02\x01\x01")
    attributes = value(0xA0, value(0x30, attribute, value(0x31, b"\x05\x00")))
    signer = value(0x30, b"\x02\x01\x01", name, _SHA256, attributes, signature, value(0x04, bytes(256)))
    parts = (b"\x02\x01\x01", value(0x31, digest), value(0x30, inside), value(0xA0, value(0x30)), value(0x31, signer))
    return value(0x30, _SIGNED_DATA, value(0xA0, value(0x30, *parts)))


def long_exponent_key(bits: int = 3072) -> rsa.RSAPrivateKey:
    """A right key with a public exponent nearly as long as its modulus."""
    private = new_key(bits).private_numbers()
    p, q = private.p, private.q
    phi = math.lcm(p - 1, q - 1)
    d = next(number for number in range(2**300 + 1, 2**300 + 10_000, 2) if math.gcd(number, phi) == 1)
    public = rsa.RSAPublicNumbers(pow(d, -1, phi), p * q)
    return rsa.RSAPrivateNumbers(p, q, d, d % (p - 1), d % (q - 1), pow(q, -1, p), public).private_key()


def crossed(content: bytes, key: PrivateKey, signer: PrivateKey, at: datetime, iin: str, many: int = 5) -> bytes:
    """Signed by somebody below authorities of one name and key, each of which certifies each other."""
    first = new_authority("ӨЗАРА", at, key=key)
    authorities = [new_authority("ӨЗАРА", at, first, key=key) for _ in range(many)]
    person = issue(signer, first, personal(individual("АЙЛАҚЕР", "", "", iin), Purpose.SIGN, at - _DAY, at + _DAY))
    return seal(content, person, authorities, at)
