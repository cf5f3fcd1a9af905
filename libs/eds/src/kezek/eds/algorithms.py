"""Which algorithms count: RSA of at least 2048 bits with SHA-2, and GOST 34.10-2015 with Streebog (domain §11)."""

import functools
import hashlib

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from kezek.eds import botan, gost
from kezek.eds.refusals import Refusal, SignatureRefused

RSA_MIN_BITS = 2048
RSA_MAX_BITS = 8192  # beyond it one verification would cost too much
RSA_MAX_EXPONENT = 2**32  # a long one makes each verification a hundred times dearer
_KNOWN_PAIRS = 512  # strangers may fill it, with certificates of 8 KiB
_DIGESTS: dict[str, hashes.HashAlgorithm] = {
    "2.16.840.1.101.3.4.2.1": hashes.SHA256(),
    "2.16.840.1.101.3.4.2.2": hashes.SHA384(),
    "2.16.840.1.101.3.4.2.3": hashes.SHA512(),
}
_RSA_ENCRYPTION = "1.2.840.113549.1.1.1"
_RSA_WITH = {
    "1.2.840.113549.1.1.11": "2.16.840.1.101.3.4.2.1",
    "1.2.840.113549.1.1.12": "2.16.840.1.101.3.4.2.2",
    "1.2.840.113549.1.1.13": "2.16.840.1.101.3.4.2.3",
}


def digest(digest_oid: str, content: bytes) -> bytes:
    """The content's digest by an algorithm that still counts."""
    if digest_oid == gost.DIGEST:
        return botan.streebog512(content)
    return hashlib.new(_sha(digest_oid).name, content).digest()


def algorithm_name(certificate: x509.Certificate, digest_oid: str, signature_oid: str) -> str:
    """A name to keep with the signature, `rsa-2048-sha256`; refused when key, digest and signature do not fit."""
    if gost.is_gost(certificate):
        if digest_oid != gost.DIGEST or signature_oid not in (gost.KEY, gost.SIGNATURE):
            raise SignatureRefused(Refusal.ALGORITHM, f"{digest_oid} {signature_oid}")
        return gost.NAME
    name = _sha(digest_oid).name
    if signature_oid != _RSA_ENCRYPTION and _RSA_WITH.get(signature_oid) != digest_oid:
        raise SignatureRefused(Refusal.ALGORITHM, signature_oid)
    return f"rsa-{rsa_key(certificate).key_size}-{name}"


def check_signature(certificate: x509.Certificate, digest_oid: str, *, signature: bytes, signed: bytes) -> None:
    """Refuse unless the certificate's key made this signature over these bytes."""
    if gost.is_gost(certificate):
        made = gost.is_signed(gost.key_of(certificate), signed, signature)
    else:
        made = _is_rsa_signed(rsa_key(certificate), digest_oid, signature, signed)
    if not made:
        raise SignatureRefused(Refusal.INVALID)


def is_made_by(issuer: x509.Certificate, signature_oid: str, *, signature: bytes, signed: bytes) -> bool:
    """Whether the issuer's key signed these bytes, as certificates, revocation lists and OCSP answers are signed."""
    if signature_oid == gost.SIGNATURE and gost.is_gost(issuer):
        return gost.is_signed(gost.key_of(issuer), signed, signature)
    if signature_oid in _RSA_WITH:
        return _is_rsa_signed(rsa_key(issuer), _RSA_WITH[signature_oid], signature, signed)
    raise SignatureRefused(Refusal.ALGORITHM, signature_oid)


def is_signed_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Whether the issuer's key signed this certificate."""
    try:
        return _is_signed_by(certificate, issuer)
    except InvalidSignature:
        return False


@functools.lru_cache(maxsize=_KNOWN_PAIRS)
def _is_signed_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Once for each pair: what two certificates are to each other never changes. Only good pairs are remembered."""
    oid = certificate.signature_algorithm_oid.dotted_string
    if not is_made_by(issuer, oid, signature=certificate.signature, signed=certificate.tbs_certificate_bytes):
        raise InvalidSignature
    return True


def rsa_key(certificate: x509.Certificate) -> rsa.RSAPublicKey:
    """The certificate's key, if it is RSA of a size that counts."""
    try:
        key = certificate.public_key()
    except (UnsupportedAlgorithm, ValueError) as error:
        raise SignatureRefused(Refusal.ALGORITHM, "unknown kind of key") from error
    if not isinstance(key, rsa.RSAPublicKey) or not RSA_MIN_BITS <= key.key_size <= RSA_MAX_BITS:
        raise SignatureRefused(Refusal.ALGORITHM, "kind or size of key")
    if key.public_numbers().e > RSA_MAX_EXPONENT:
        raise SignatureRefused(Refusal.ALGORITHM, "exponent of key")
    return key


def _is_rsa_signed(key: rsa.RSAPublicKey, digest_oid: str, signature: bytes, signed: bytes) -> bool:
    try:
        key.verify(signature, signed, padding.PKCS1v15(), _sha(digest_oid))
    except InvalidSignature:
        return False
    return True


def _sha(digest_oid: str) -> hashes.HashAlgorithm:
    if digest_oid not in _DIGESTS:
        raise SignatureRefused(Refusal.ALGORITHM, digest_oid)
    return _DIGESTS[digest_oid]
