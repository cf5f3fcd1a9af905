"""Whether a certificate is revoked: the pure judgement of OCSP answers (RFC 6960) and lists (RFC 5280), domain §2.

`read_ocsp` and `read_crl` check once who said it; `judge` asks what was said of one instant, and costs nothing.
A certificate revoked after that instant was good at it.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Literal

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, ExtensionOID

from kezek.eds.algorithms import is_made_by, is_signed_by
from kezek.eds.chain import Chain
from kezek.eds.der import key_info
from kezek.eds.listed import Listed
from kezek.eds.refusals import Refusal, SignatureRefused

CLOCKS_DIFFER = timedelta(minutes=5)
LIFE_WITHOUT_NEXT_UPDATE = timedelta(minutes=10)
_FAULTS = (
    ValueError,
    TypeError,
    KeyError,
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)
_UNDERSTOOD_IN_LIST = {ExtensionOID.CRL_NUMBER, ExtensionOID.AUTHORITY_KEY_IDENTIFIER}
_UNDERSTOOD_IN_RESPONDER = {
    ExtensionOID.BASIC_CONSTRAINTS,
    ExtensionOID.KEY_USAGE,
    ExtensionOID.EXTENDED_KEY_USAGE,
    ExtensionOID.OCSP_NO_CHECK,
}


class UnusableError(Exception):
    """This answer says nothing about this certificate at this instant; the text is for a log."""


@dataclass(frozen=True, slots=True)
class Link:
    """A certificate and who issued it."""

    certificate: x509.Certificate
    issuer: x509.Certificate

    @property
    def serial(self) -> str:
        """The certificate's serial number in hexadecimal."""
        return f"{self.certificate.serial_number:x}"

    @property
    def issuer_sha256(self) -> str:
        """Which certificate the issuer's is."""
        return self.issuer.fingerprint(hashes.SHA256()).hex()

    @property
    def ocsp_urls(self) -> tuple[str, ...]:
        """Where the certificate says its issuer answers."""
        try:
            access = self.certificate.extensions.get_extension_for_class(x509.AuthorityInformationAccess).value
        except (*_FAULTS, x509.ExtensionNotFound):
            return ()
        return _urls(
            item.access_location for item in access if item.access_method == AuthorityInformationAccessOID.OCSP
        )

    @property
    def crl_urls(self) -> tuple[str, ...]:
        """Where the certificate says its issuer's list lies."""
        try:
            points = self.certificate.extensions.get_extension_for_class(x509.CRLDistributionPoints).value
        except (*_FAULTS, x509.ExtensionNotFound):
            return ()
        whole = (point for point in points if point.reasons is None and point.crl_issuer is None)
        return _urls(name for point in whole for name in point.full_name or ())


def _urls(names: Iterable[x509.GeneralName]) -> tuple[str, ...]:
    found = (str(name.value) for name in names if isinstance(name, x509.UniformResourceIdentifier))
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Answer:
    """What an authority said, signed by it: of one certificate (OCSP), or of all it ever revoked (a list)."""

    source: Literal["ocsp", "crl"]
    sha256: str
    produced_at: datetime
    this_update: datetime
    next_update: datetime
    revoked_at: datetime | None = None
    listed: Listed | None = None

    def revoked(self, certificate: x509.Certificate) -> datetime | None:
        """Since when the certificate counts no more, if it was revoked."""
        if self.listed is None:
            return self.revoked_at
        return self.listed.since(certificate.serial_number)


@dataclass(frozen=True, slots=True)
class Evidence:
    """By which answer a certificate was found good, to be kept for good with the signature."""

    certificate_serial: str
    source: str
    sha256: str
    produced_at: datetime
    this_update: datetime
    next_update: datetime

    def to_json(self) -> dict[str, str]:
        """As it is stored."""
        times = {name: getattr(self, name).isoformat() for name in ("produced_at", "this_update", "next_update")}
        return {"certificate_serial": self.certificate_serial, "source": self.source, "sha256": self.sha256, **times}


def links(chain: Chain) -> tuple[Link, ...]:
    """Every certificate of a chain that somebody can revoke: all but the root."""
    return tuple(Link(*pair) for pair in pairwise(chain))


def judge(link: Link, answer: Answer, *, at: datetime, now: datetime) -> Evidence:
    """The evidence that the certificate was good at this instant.

    Raises:
        SignatureRefused: `certificate_revoked`; `certificate_expired` when only answers after its end are left.
        UnusableError: the answer was made for another time.
    """
    if answer.this_update > now + CLOCKS_DIFFER:
        raise UnusableError("it is of the future")
    since = answer.revoked(link.certificate)
    if since is not None and since <= at:
        raise SignatureRefused(Refusal.REVOKED, f"{answer.source} {link.serial}")
    if answer.next_update < at:
        raise UnusableError("it is too old")
    if answer.this_update > link.certificate.not_valid_after_utc:
        raise SignatureRefused(Refusal.EXPIRED, "authorities forget what has expired")
    return Evidence(
        link.serial, answer.source, answer.sha256, answer.produced_at, answer.this_update, answer.next_update
    )


def name_and_key_hash(issuer: x509.Certificate) -> tuple[bytes, bytes]:
    """How OCSP names an issuer; SHA-1 only finds, it proves nothing (RFC 6960 §4.1.1, RFC 5019 §2.1.1)."""
    key = key_info(issuer)["public_key"].native
    name = issuer.subject.public_bytes()
    return hashlib.sha1(name).digest(), hashlib.sha1(key).digest()  # noqa: S324 - what the protocol asks for


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
    except _FAULTS as error:
        raise UnusableError(f"malformed: {type(error).__name__}") from error


def _read_ocsp(response: ocsp.OCSPResponse, der: bytes, link: Link, nonce: bytes, now: datetime) -> Answer:
    _demand(response.response_status is ocsp.OCSPResponseStatus.SUCCESSFUL, "the responder refused")
    _demand(_is_about(response, link), "about another certificate")
    _check_nonce(response, nonce)
    _check_critical(response.extensions, {ExtensionOID.OCSP_NO_CHECK})
    _check_critical(response.single_extensions, set())
    _check_responder(response, link.issuer, now)
    _demand(response.certificate_status is not ocsp.OCSPCertStatus.UNKNOWN, "the responder does not know it")
    return Answer(
        source="ocsp",
        sha256=hashlib.sha256(der).hexdigest(),
        produced_at=response.produced_at_utc,
        this_update=response.this_update_utc,
        next_update=response.next_update_utc or response.this_update_utc + LIFE_WITHOUT_NEXT_UPDATE,
        revoked_at=response.revocation_time_utc,
    )


def _demand(condition: bool, detail: str) -> None:
    if not condition:
        raise UnusableError(detail)


def _is_about(response: ocsp.OCSPResponse, link: Link) -> bool:
    name_and_key = (response.issuer_name_hash, response.issuer_key_hash)
    same_issuer = isinstance(response.hash_algorithm, hashes.SHA1) and name_and_key == name_and_key_hash(link.issuer)
    return same_issuer and response.serial_number == link.certificate.serial_number


def _check_nonce(response: ocsp.OCSPResponse, nonce: bytes) -> None:
    """Answers made beforehand carry none; one that is there is ours."""
    for extension in response.extensions:
        if isinstance(extension.value, x509.OCSPNonce):
            _demand(extension.value.nonce == nonce, "an answer to another question")


def _check_critical(extensions: x509.Extensions, understood: set[Any]) -> None:
    _demand(all(item.oid in understood for item in extensions if item.critical), "a critical extension")


def _check_responder(response: ocsp.OCSPResponse, issuer: x509.Certificate, now: datetime) -> None:
    """The issuer itself has signed, or somebody whom the issuer certified for it (RFC 6960 §4.2.2.2)."""
    candidates = [issuer, *(item for item in response.certificates if _is_delegate(item, issuer, now))]
    signers = [item for item in candidates if _is_named(response, item)]
    oid = response.signature_algorithm_oid.dotted_string
    signed, signature = response.tbs_response_bytes, response.signature
    _demand(
        any(is_made_by(signer, oid, signature=signature, signed=signed) for signer in signers),
        "not signed by who may answer",
    )


def _is_named(response: ocsp.OCSPResponse, responder: x509.Certificate) -> bool:
    if response.responder_name is not None:
        return response.responder_name == responder.subject
    return response.responder_key_hash == name_and_key_hash(responder)[1]


def _is_delegate(responder: x509.Certificate, issuer: x509.Certificate, now: datetime) -> bool:
    try:
        extended = responder.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return False
    _check_critical(responder.extensions, _UNDERSTOOD_IN_RESPONDER)
    in_time = responder.not_valid_before_utc <= now + CLOCKS_DIFFER and now <= responder.not_valid_after_utc
    return (
        in_time
        and ExtendedKeyUsageOID.OCSP_SIGNING in extended
        and responder.issuer == issuer.subject
        and is_signed_by(responder, issuer)
    )


def read_crl(der: bytes, issuer: x509.Certificate) -> Answer:
    """A complete revocation list of this issuer, once it is sure that it made it.

    Raises:
        UnusableError: it is another's, partial (delta, scoped or indirect), malformed, or has no end.
    """
    try:
        return _read_crl(x509.load_der_x509_crl(der), der, issuer)
    except SignatureRefused as error:
        raise UnusableError(f"an unsupported signature: {error}") from error
    except _FAULTS as error:
        raise UnusableError(f"malformed: {type(error).__name__}") from error


def _read_crl(listed: x509.CertificateRevocationList, der: bytes, issuer: x509.Certificate) -> Answer:
    _demand(listed.issuer == issuer.subject, "another's list")
    _demand(_may_sign_lists(issuer), "the issuer may not sign lists")
    partial = (x509.DeltaCRLIndicator, x509.IssuingDistributionPoint)
    _demand(not any(isinstance(item.value, partial) for item in listed.extensions), "a part of a list")
    _check_critical(listed.extensions, _UNDERSTOOD_IN_LIST)
    oid = listed.signature_algorithm_oid.dotted_string
    made = is_made_by(issuer, oid, signature=listed.signature, signed=listed.tbs_certlist_bytes)
    _demand(made, "not signed by the issuer")
    if listed.next_update_utc is None:
        raise UnusableError("a list without an end")
    return Answer(
        source="crl",
        sha256=hashlib.sha256(der).hexdigest(),
        produced_at=listed.last_update_utc,
        this_update=listed.last_update_utc,
        next_update=listed.next_update_utc,
        listed=Listed(listed),
    )


def _may_sign_lists(issuer: x509.Certificate) -> bool:
    try:
        return issuer.extensions.get_extension_for_class(x509.KeyUsage).value.crl_sign
    except x509.ExtensionNotFound:
        return True
