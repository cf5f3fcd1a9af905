"""Verification of a detached signature: pure, thread-safe, no network and no clock of its own (domain §2, §11).

The stages, in order: envelope, digest, signature, chain, validity, purpose, owner. Whether somebody was revoked is
judged over the chain that `examine_detached` answers (`revocation`).
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm

from kezek.eds.algorithms import algorithm_name, check_signature, digest
from kezek.eds.chain import Chain, build_chain, check_certificates
from kezek.eds.envelope import Envelope, read_envelope
from kezek.eds.refusals import Refusal, SignatureRefused
from kezek.eds.subject import Owner, Purpose, bin_of, check_purpose, iin_of
from kezek.eds.trust import TrustList

_UNREADABLE = (
    ValueError,
    TypeError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, and the evidence to keep for good (domain §2)."""

    iin: str
    bin: str | None
    owner: Owner
    certificate_serial: str
    certificate_sha256: str
    certificate_der: bytes
    algorithm: str
    not_before: datetime
    not_after: datetime


@dataclass(frozen=True, slots=True)
class Examined:
    """Who signed, and by which certificates down from a trusted root; nobody was asked yet whether one is revoked."""

    signer: Signer
    chain: Chain


def verify_detached(cms: bytes, content: bytes, *, trust: TrustList, at: datetime, purpose: Purpose) -> Signer:
    """Who signed exactly these bytes, judged at one instant; raises `SignatureRefused` (domain §2)."""
    return examine_detached(cms, content, trust=trust, at=at, purpose=purpose).signer


def examine_detached(cms: bytes, content: bytes, *, trust: TrustList, at: datetime, purpose: Purpose) -> Examined:
    """The same with the chain, whose revocation is still to be judged."""
    if at.tzinfo is None:
        raise ValueError("the instant of judgement must be aware")
    envelope = read_envelope(cms)
    try:
        return _judge(envelope, content, trust, at, purpose)
    except _UNREADABLE as error:
        raise SignatureRefused(Refusal.MALFORMED, f"certificate: {type(error).__name__}") from error


def _judge(envelope: Envelope, content: bytes, trust: TrustList, at: datetime, purpose: Purpose) -> Examined:
    leaf = x509.load_der_x509_certificate(envelope.signer_certificate)
    algorithm = algorithm_name(leaf, envelope.digest_algorithm, envelope.signature_algorithm)
    _check_bytes(envelope, leaf, content)
    others = tuple(x509.load_der_x509_certificate(der) for der in envelope.certificates)
    chain = build_chain(leaf, others, trust)
    check_certificates(chain, at)
    owner = check_purpose(leaf, purpose)
    return Examined(_signer(leaf, envelope.signer_certificate, owner, algorithm), chain)


def _check_bytes(envelope: Envelope, leaf: x509.Certificate, content: bytes) -> None:
    if not hmac.compare_digest(envelope.message_digest, digest(envelope.digest_algorithm, content)):
        raise SignatureRefused(Refusal.MISMATCH)
    check_signature(leaf, envelope.digest_algorithm, signature=envelope.signature, signed=envelope.signed_attributes)


def _signer(leaf: x509.Certificate, der: bytes, owner: Owner, algorithm: str) -> Signer:
    return Signer(
        iin=iin_of(leaf),
        bin=bin_of(leaf),
        owner=owner,
        certificate_serial=f"{leaf.serial_number:x}",
        certificate_sha256=hashlib.sha256(der).hexdigest(),
        certificate_der=der,
        algorithm=algorithm,
        not_before=leaf.not_valid_before_utc,
        not_after=leaf.not_valid_after_utc,
    )
