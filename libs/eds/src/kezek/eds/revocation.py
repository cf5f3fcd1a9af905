"""Whether a certificate is revoked: the pure judgement of OCSP answers (RFC 6960) and lists (RFC 5280), domain §2.

`ocsp.read_ocsp` and `crl.read_list` check once who said it; `judge` asks what was said of one
instant, and costs nothing.
A certificate revoked after that instant was good at it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Literal

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import AuthorityInformationAccessOID

from kezek.eds.chain import Chain
from kezek.eds.listed import Listed
from kezek.eds.refusals import Refusal, SignatureRefused

CLOCKS_DIFFER = timedelta(minutes=5)
FAULTS = (
    ValueError,
    TypeError,
    KeyError,
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)


class UnusableError(Exception):
    """This answer says nothing about this certificate at this instant; the text is for a log."""


def demand(condition: bool, detail: str) -> None:
    """Nothing, if it is so; otherwise raises `UnusableError`."""
    if not condition:
        raise UnusableError(detail)


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
        except (*FAULTS, x509.ExtensionNotFound):
            return ()
        return _urls(
            item.access_location for item in access if item.access_method == AuthorityInformationAccessOID.OCSP
        )

    @property
    def crl_urls(self) -> tuple[str, ...]:
        """Where the certificate says its issuer's list lies."""
        try:
            points = self.certificate.extensions.get_extension_for_class(x509.CRLDistributionPoints).value
        except (*FAULTS, x509.ExtensionNotFound):
            return ()
        return _whole(points)

    @property
    def delta_urls(self) -> tuple[str, ...]:
        """Where the certificate says lies what has changed since that list (freshestCRL)."""
        try:
            points = self.certificate.extensions.get_extension_for_class(x509.FreshestCRL).value
        except (*FAULTS, x509.ExtensionNotFound):
            return ()
        return _whole(points)


def _whole(points: Iterable[x509.DistributionPoint]) -> tuple[str, ...]:
    whole = (point for point in points if point.reasons is None and point.crl_issuer is None)
    return _urls(name for point in whole for name in point.full_name or ())


def _urls(names: Iterable[x509.GeneralName]) -> tuple[str, ...]:
    found = (str(name.value) for name in names if isinstance(name, x509.UniformResourceIdentifier))
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Answer:
    """What an authority said, signed by it: of one certificate (OCSP), or of all it ever revoked (a list).

    `responder` gave it and may itself be revoked: who relies on the answer asks the list of its issuer first.
    """

    source: Literal["ocsp", "crl"]
    sha256: str
    produced_at: datetime
    this_update: datetime
    next_update: datetime
    revoked_at: datetime | None = None
    listed: Listed | None = None
    delta: Listed | None = None
    delta_sha256: str | None = None
    responder: Link | None = None

    def revoked(self, certificate: x509.Certificate) -> datetime | None:
        """Since when the certificate counts no more, if it was revoked."""
        if self.listed is None:
            return self.revoked_at
        serial = certificate.serial_number
        lists = [self.listed] if self.delta is None else [self.listed, self.delta]
        if lists[-1].takes_off(serial):
            return None
        return min(filter(None, (each.since(serial) for each in lists)), default=None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """By which answer a certificate was found good, to be kept for good with the signature."""

    certificate_serial: str
    source: str
    sha256: str
    produced_at: datetime
    this_update: datetime
    next_update: datetime
    delta_sha256: str | None = None

    def to_json(self) -> dict[str, str]:
        """As it is stored."""
        times = {name: getattr(self, name).isoformat() for name in ("produced_at", "this_update", "next_update")}
        delta = {} if self.delta_sha256 is None else {"delta_sha256": self.delta_sha256}
        said = {"certificate_serial": self.certificate_serial, "source": self.source, "sha256": self.sha256}
        return {**said, **delta, **times}


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
    if answer.source == "crl" and answer.this_update < link.certificate.not_valid_before_utc:
        raise UnusableError("it is older than the certificate")
    if answer.this_update > link.certificate.not_valid_after_utc:
        raise SignatureRefused(Refusal.EXPIRED, "authorities forget what has expired")
    times = (answer.produced_at, answer.this_update, answer.next_update)
    return Evidence(link.serial, answer.source, answer.sha256, *times, delta_sha256=answer.delta_sha256)
