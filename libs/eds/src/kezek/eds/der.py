"""Readings of DER that asn1crypto does not offer: a certificate's key of any kind, and values exactly as they came.

asn1crypto knows no GOST keys and fails when it must write one again, which it does whenever a length ends in 0x80.
"""

from collections.abc import Iterator
from typing import NamedTuple

from asn1crypto import core, parser
from asn1crypto import x509 as asn1_x509
from cryptography import x509

TAG_SEQUENCE = 0x30
_LONG, _MAX_LENGTH_OCTETS = 0x80, 4
_EXTENSIONS_OF_CERTIFICATE = 0xA3


class KeyAlgorithm(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
    """AlgorithmIdentifier of any algorithm."""

    _fields = [("algorithm", core.ObjectIdentifier), ("parameters", core.Any, {"optional": True})]  # noqa: RUF012


class KeyInfo(core.Sequence):  # type: ignore[misc]  # the same
    """SubjectPublicKeyInfo of any key."""

    _fields = [("algorithm", KeyAlgorithm), ("public_key", core.OctetBitString)]  # noqa: RUF012


class Tbs(asn1_x509.TbsCertificate):  # type: ignore[misc]  # the same
    """The signed part of a certificate, whatever its key is."""

    _fields = [  # noqa: RUF012
        (field[0], KeyInfo) if field[0] == "subject_public_key_info" else field
        for field in asn1_x509.TbsCertificate._fields
    ]


class Certificate(asn1_x509.Certificate):  # type: ignore[misc]  # the same
    """A certificate, whatever its key is."""

    _fields = [("tbs_certificate", Tbs), *asn1_x509.Certificate._fields[1:]]  # noqa: RUF012


def key_info(certificate: x509.Certificate) -> KeyInfo:
    """The certificate's public key."""
    info: KeyInfo = Tbs.load(certificate.tbs_certificate_bytes)["subject_public_key_info"]
    return info


def pieces(contents: bytes) -> Iterator[bytes]:
    """The values that stand one after the other in these contents, as they came."""
    while contents:
        size = parser.peek(contents)
        yield contents[:size]
        contents = contents[size:]


class Extension(NamedTuple):
    """An extension of a certificate or list, its value unread: some authorities write values that are none."""

    critical: bool
    value: bytes


def header(data: bytes, at: int, end: int) -> tuple[int, int, int]:
    """Of the value that stands here: its tag, and where its contents begin and end.

    Raises:
        ValueError: it reaches beyond `end`, or its length is written in a way that DER has not.
    """
    if at + 2 > end:
        raise ValueError("cut off")
    tag, size, begin = data[at], data[at + 1], at + 2
    if size >= _LONG:
        octets = size - _LONG
        begin += octets
        size = int.from_bytes(data[at + 2 : begin], "big")
        if not 1 <= octets <= _MAX_LENGTH_OCTETS:
            raise ValueError("no length of DER")
    if begin + size > end:
        raise ValueError("cut off")
    return tag, begin, begin + size


def contents(data: bytes, tag: int) -> bytes:
    """The contents of this one value, which must be of this tag and have nothing after it."""
    found, begin, end = header(data, 0, len(data))
    if found != tag or end != len(data):
        raise ValueError("another value")
    return data[begin:end]


def children(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Tag and contents of each value that stands in these contents."""
    at = 0
    while at < len(data):
        tag, begin, at = header(data, at, len(data))
        yield tag, data[begin:at]


def extensions(data: bytes) -> dict[bytes, Extension]:
    """The extensions that stand in the contents of a sequence of them, by the contents of their object identifiers.

    Raises:
        ValueError: malformed, or one stands there twice.
    """
    found: dict[bytes, Extension] = {}
    for tag, item in children(data):
        parts = list(children(item)) if tag == TAG_SEQUENCE else []
        match parts:
            case [(0x06, oid), (0x01, flag), (0x04, value)]:
                extension = Extension(flag != b"\0", value)
            case [(0x06, oid), (0x04, value)]:
                extension = Extension(critical=False, value=value)
            case _:
                raise ValueError("no extension")
        if oid in found:
            raise ValueError("an extension twice")
        found[oid] = extension
    return found


def certificate_extensions(certificate: x509.Certificate) -> dict[bytes, Extension]:
    """A certificate's extensions, however strange their values are (RFC 5280 §4.1)."""
    tbs = contents(certificate.tbs_certificate_bytes, TAG_SEQUENCE)
    found = [item for tag, item in children(tbs) if tag == _EXTENSIONS_OF_CERTIFICATE]
    return extensions(contents(found[0], TAG_SEQUENCE)) if found else {}
