"""OCSP (RFC 6960): the question about one certificate, and the judgement of who answers."""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID, ExtensionOID

from kezek.eds.algorithms import is_made_by, is_signed_by
from kezek.eds.bounds import check_bounds
from kezek.eds.der import certificate_extensions, key_info
from kezek.eds.refusals import SignatureRefused
from kezek.eds.revocation import CLOCKS_DIFFER, FAULTS, Answer, Link, UnusableError, demand

LIFE_WITHOUT_NEXT_UPDATE = timedelta(minutes=10)
MAX_RESPONDERS = 6
_NO_CHECK = bytes.fromhex("2b0601050507300105")
_EXTENDED_USAGE = bytes.fromhex("551d25")
_UNDERSTOOD_IN_RESPONDER = {_NO_CHECK, _EXTENDED_USAGE, bytes.fromhex("551d13"), bytes.fromhex("551d0f")}
_NEVER_ISSUED = 1970
_ID_HASHES = (hashes.SHA1, hashes.SHA256)


def name_and_key_hash(issuer: x509.Certificate, algorithm: str = "sha1") -> tuple[bytes, bytes]:
    """How OCSP names an issuer; SHA-1 only finds, it proves nothing (RFC 6960 §4.1.1, RFC 5019 §2.1.1)."""
    key = key_info(issuer)["public_key"].native
    name = issuer.subject.public_bytes()
    return hashlib.new(algorithm, name).digest(), hashlib.new(algorithm, key).digest()


def make_request(link: Link, nonce: bytes) -> bytes:
    """The OCSP request about this certificate as DER."""
    name, key = name_and_key_hash(link.issuer)
    sha1 = hashes.SHA1()  # noqa: S303 - the same
    builder = ocsp.OCSPRequestBuilder().add_certificate_by_hash(name, key, link.certificate.serial_number, sha1)
    request = builder.add_extension(x509.OCSPNonce(nonce), critical=False).build()
    return request.public_bytes(Encoding.DER)


def read_ocsp(der: bytes, link: Link, *, nonce: bytes, now: datetime) -> Answer:
    """An OCSP answer about this certificate, once it is sure who gave it.

    Raises:
        UnusableError: it is another's, about another, malformed, or does not know the certificate.
    """
    try:
        return _read_ocsp(ocsp.load_der_ocsp_response(der), der, link, nonce, now)
    except SignatureRefused as error:
        raise UnusableError(f"an unsupported signature: {error}") from error
    except FAULTS as error:
        raise UnusableError(f"malformed: {type(error).__name__}") from error


def _read_ocsp(response: ocsp.OCSPResponse, der: bytes, link: Link, nonce: bytes, now: datetime) -> Answer:
    demand(response.response_status is ocsp.OCSPResponseStatus.SUCCESSFUL, "the responder refused")
    demand(_is_about(response, link), "about another certificate")
    _check_nonce(response, nonce)
    _check_critical(response.extensions, {ExtensionOID.OCSP_NO_CHECK})
    _check_critical(response.single_extensions, set())
    signer = _responder(response, link.issuer, now)
    demand(response.certificate_status is not ocsp.OCSPCertStatus.UNKNOWN, "the responder does not know it")
    since = response.revocation_time_utc
    demand(since is None or since.year > _NEVER_ISSUED, "the responder takes it for never issued")  # RFC 6960 §2.2
    return Answer(
        source="ocsp",
        sha256=hashlib.sha256(der).hexdigest(),
        produced_at=response.produced_at_utc,
        this_update=response.this_update_utc,
        next_update=response.next_update_utc or response.this_update_utc + LIFE_WITHOUT_NEXT_UPDATE,
        revoked_at=since,
        responder=None if signer == link.issuer or _is_never_checked(signer) else Link(signer, link.issuer),
    )


def _is_about(response: ocsp.OCSPResponse, link: Link) -> bool:
    """Asked by SHA-1, some answer by SHA-256; nothing else is taken."""
    if not isinstance(response.hash_algorithm, _ID_HASHES):
        return False
    named = (response.issuer_name_hash, response.issuer_key_hash)
    same_issuer = named == name_and_key_hash(link.issuer, response.hash_algorithm.name)
    return same_issuer and response.serial_number == link.certificate.serial_number


def _check_nonce(response: ocsp.OCSPResponse, nonce: bytes) -> None:
    """Answers made beforehand carry none; one that is there is ours."""
    for extension in response.extensions:
        if isinstance(extension.value, x509.OCSPNonce):
            demand(extension.value.nonce == nonce, "an answer to another question")


def _check_critical(extensions: x509.Extensions, understood: set[Any]) -> None:
    demand(all(item.oid in understood for item in extensions if item.critical), "a critical extension")


def _responder(response: ocsp.OCSPResponse, issuer: x509.Certificate, now: datetime) -> x509.Certificate:
    """Who has signed: the issuer itself, or somebody whom the issuer certified for it (RFC 6960 §4.2.2.2)."""
    demand(len(response.certificates) <= MAX_RESPONDERS, "too many certificates")
    candidates = [issuer, *(item for item in response.certificates if _is_delegate(item, issuer, now))]
    signers = [item for item in candidates if _is_named(response, item)]
    oid = response.signature_algorithm_oid.dotted_string
    signed, signature = response.tbs_response_bytes, response.signature
    made = [signer for signer in signers if is_made_by(signer, oid, signature=signature, signed=signed)]
    demand(bool(made), "not signed by who may answer")
    return made[0]


def _is_named(response: ocsp.OCSPResponse, responder: x509.Certificate) -> bool:
    if response.responder_name is not None:
        return response.responder_name == responder.subject
    return response.responder_key_hash == name_and_key_hash(responder)[1]


def _is_delegate(responder: x509.Certificate, issuer: x509.Certificate, now: datetime) -> bool:
    check_bounds(responder.public_bytes(Encoding.DER))  # whoever sits on the way could bring it
    told = certificate_extensions(responder)
    if _EXTENDED_USAGE not in told:
        return False
    check_bounds(told[_EXTENDED_USAGE].value)
    demand(all(oid in _UNDERSTOOD_IN_RESPONDER for oid, each in told.items() if each.critical), "a critical extension")
    extended = {each.dotted for each in asn1_x509.ExtKeyUsageSyntax.load(told[_EXTENDED_USAGE].value)}
    in_time = responder.not_valid_before_utc <= now + CLOCKS_DIFFER and now <= responder.not_valid_after_utc
    return (
        in_time
        and ExtendedKeyUsageOID.OCSP_SIGNING.dotted_string in extended
        and responder.issuer == issuer.subject
        and is_signed_by(responder, issuer)
    )


def _is_never_checked(responder: x509.Certificate) -> bool:
    """Whether the issuer says so (id-pkix-ocsp-nocheck); some write no value at all, which says the same."""
    return _NO_CHECK in certificate_extensions(responder)
