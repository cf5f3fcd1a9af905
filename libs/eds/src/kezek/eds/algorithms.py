"""Which algorithms count: RSA of at least 2048 bits with SHA-2. GOST 34.10-2015 joins these tables (domain §11)."""

import hashlib

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import SignatureAlgorithmOID

from kezek.eds.refusals import Refusal, SignatureRefused

RSA_MIN_BITS = 2048
RSA_MAX_BITS = 8192  # beyond it one verification would cost too much
_DIGESTS: dict[str, hashes.HashAlgorithm] = {
    "2.16.840.1.101.3.4.2.1": hashes.SHA256(),
    "2.16.840.1.101.3.4.2.2": hashes.SHA384(),
    "2.16.840.1.101.3.4.2.3": hashes.SHA512(),
}
_RSA_ENCRYPTION = "1.2.840.113549.1.1.1"
_RSA_WITH = {"1.2.840.113549.1.1.11": "sha256", "1.2.840.113549.1.1.12": "sha384", "1.2.840.113549.1.1.13": "sha512"}
_CERTIFICATE_SIGNATURES = {
    SignatureAlgorithmOID.RSA_WITH_SHA256,
    SignatureAlgorithmOID.RSA_WITH_SHA384,
    SignatureAlgorithmOID.RSA_WITH_SHA512,
}


def digest_of(digest_oid: str) -> hashes.HashAlgorithm:
    """The digest of this OID, if it still counts."""
    if digest_oid not in _DIGESTS:
        raise SignatureRefused(Refusal.ALGORITHM, digest_oid)
    return _DIGESTS[digest_oid]


def digest(digest_oid: str, content: bytes) -> bytes:
    """The content's digest."""
    return hashlib.new(digest_of(digest_oid).name, content).digest()


def algorithm_name(certificate: x509.Certificate, digest_oid: str, signature_oid: str) -> str:
    """A name to keep with the signature, `rsa-2048-sha256`; refused when key, digest and signature do not fit."""
    name = digest_of(digest_oid).name
    if signature_oid != _RSA_ENCRYPTION and _RSA_WITH.get(signature_oid) != name:
        raise SignatureRefused(Refusal.ALGORITHM, signature_oid)
    return f"rsa-{rsa_key(certificate).key_size}-{name}"


def rsa_key(certificate: x509.Certificate) -> rsa.RSAPublicKey:
    """The certificate's key, if it is RSA of a size that counts."""
    try:
        key = certificate.public_key()
    except (UnsupportedAlgorithm, ValueError) as error:
        raise SignatureRefused(Refusal.ALGORITHM, "unknown kind of key") from error
    if not isinstance(key, rsa.RSAPublicKey) or not RSA_MIN_BITS <= key.key_size <= RSA_MAX_BITS:
        raise SignatureRefused(Refusal.ALGORITHM, "kind or size of key")
    return key


def check_signature(certificate: x509.Certificate, digest_oid: str, *, signature: bytes, signed: bytes) -> None:
    """Refuse unless the certificate's key made this signature over these bytes."""
    try:
        rsa_key(certificate).verify(signature, signed, padding.PKCS1v15(), digest_of(digest_oid))
    except InvalidSignature as error:
        raise SignatureRefused(Refusal.INVALID) from error


def is_signed_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Whether the issuer's key signed this certificate."""
    if certificate.signature_algorithm_oid not in _CERTIFICATE_SIGNATURES:
        raise SignatureRefused(Refusal.ALGORITHM, certificate.signature_algorithm_oid.dotted_string)
    digest_used = certificate.signature_hash_algorithm
    if digest_used is None:
        raise SignatureRefused(Refusal.ALGORITHM, "certificate without digest")
    try:
        rsa_key(issuer).verify(
            certificate.signature, certificate.tbs_certificate_bytes, padding.PKCS1v15(), digest_used
        )
    except InvalidSignature:
        return False
    return True
