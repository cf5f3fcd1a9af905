"""Readings of DER that asn1crypto does not offer: a certificate's key of any kind, and values exactly as they came.

asn1crypto knows no GOST keys and fails when it must write one again, which it does whenever a length ends in 0x80.
"""

from collections.abc import Iterator

from asn1crypto import core, parser
from asn1crypto import x509 as asn1_x509
from cryptography import x509


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
