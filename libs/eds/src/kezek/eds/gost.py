"""GOST 34.10-2015 of 512 bits with Streebog-512, in the national authority's spelling (domain §11).

The key is an OCTET STRING X‖Y and the signature r‖s, every number little-endian; the digest is read little-endian.
Botan knows the same algorithm under the tc26 numbers and wants the signature s‖r big-endian: the reverse of ours.
"""

from asn1crypto import core
from cryptography import x509

from kezek.eds import botan
from kezek.eds.der import key_info
from kezek.eds.refusals import Refusal, SignatureRefused

KEY = "1.2.398.3.10.1.1.2.2"
CURVE = "1.2.398.3.10.1.1.2.2.1"
DIGEST = "1.2.398.3.10.1.3.3"
SIGNATURE = "1.2.398.3.10.1.1.2.3.2"
NAME = "gost3410-2015-512-streebog512"
KEY_BYTES = SIGNATURE_BYTES = 128
_PADDING = b"EMSA1(Streebog-512)"
# SubjectPublicKeyInfo of id-tc26-gost3410-12-512 with paramSetA and Streebog-512, up to the key's 128 bytes
_TC26_HEAD = bytes.fromhex("3081a0301706082a85030701010102300b06092a850307010201020103818400048180")


class KeyParameters(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
    """The parameters of a key in the national profile."""

    _fields = [("curve", core.ObjectIdentifier), ("digest", core.ObjectIdentifier, {"optional": True})]  # noqa: RUF012


def is_gost(certificate: x509.Certificate) -> bool:
    """Whether the certificate's key is of GOST 34.10-2015, 512 bits."""
    return certificate.public_key_algorithm_oid.dotted_string == KEY


def key_of(certificate: x509.Certificate) -> bytes:
    """The certificate's 128 bytes X‖Y, if it is a key on the one curve that counts."""
    info = key_info(certificate)
    algorithm = info["algorithm"]
    parameters = algorithm["parameters"].parse(KeyParameters)
    digest = parameters["digest"].native
    if algorithm["algorithm"].native != KEY or parameters["curve"].native != CURVE or digest not in (None, DIGEST):
        raise SignatureRefused(Refusal.ALGORITHM, "kind of key or curve")
    octets = core.OctetString.load(info["public_key"].native, strict=True).native
    if len(octets) != KEY_BYTES:
        raise SignatureRefused(Refusal.ALGORITHM, "length of key")
    return bytes(octets)


def is_signed(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether this key made this signature over the message; a number out of range is simply wrong."""
    if len(signature) != SIGNATURE_BYTES:
        return False
    try:
        return botan.is_signed(_TC26_HEAD + public_key, _PADDING, message, signature[::-1])
    except botan.BadKeyError as error:
        raise SignatureRefused(Refusal.ALGORITHM, "the key is no point of the curve") from error
