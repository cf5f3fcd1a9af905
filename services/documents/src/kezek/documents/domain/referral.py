"""A referral as papers and their public check need it (domain §7)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kezek.contracts.vocabulary import DocumentSubject, InstructionLanguage, ReferralStatus
from kezek.documents.domain.document import Subject

_STANDS = frozenset({ReferralStatus.VALID, ReferralStatus.ACCEPTED})
_USED = frozenset({ReferralStatus.ACCEPTED, ReferralStatus.DEPARTED})


class Verdict(StrEnum):
    """What the public check says: valid, used by enrolment, or void."""

    VALID = "valid"
    USED = "used"
    VOID = "void"


@dataclass(frozen=True)
class Origin:
    """How a referral came about, for its paper: by whose signature, and whether a round had given the place.

    `restored`: the child was inactive once before, and may not be restored again (domain §9.profiles).
    """

    by_officer: bool = False
    by_round: bool = False
    restored: bool = False


@dataclass(frozen=True)
class Referral:
    """A referral in its newest known state, with the code of its public check."""

    id: UUID
    application_id: UUID
    applicant_id: UUID
    kindergarten_id: UUID
    number: str
    group_year: int
    language: InstructionLanguage
    issued_at: datetime
    expires_at: datetime
    last_day: date
    status: ReferralStatus
    version: int
    check_code: str
    # its term does not run, so its end makes nothing void (domain §7.validity)
    stopped: bool = False

    @property
    def subject(self) -> Subject:
        """The referral as the subject of its paper: not its kindergarten's once the child has gone elsewhere."""
        return Subject(
            kind=DocumentSubject.REFERRAL,
            id=self.id,
            application_id=self.application_id,
            applicant_id=self.applicant_id,
            kindergarten_id=self.kindergarten_id if self.status in _STANDS else None,
            number=self.number,
            check_code=self.check_code,
        )

    def ended_at(self, kindergarten_id: UUID) -> Subject:
        """The application as it ended in a kindergarten, which keeps its paper (domain §7.refused, §7.roster)."""
        return Subject(
            kind=DocumentSubject.APPLICATION,
            id=self.application_id,
            application_id=self.application_id,
            applicant_id=self.applicant_id,
            kindergarten_id=kindergarten_id,
            number=self.number,
            check_code=self.check_code,
        )


def judge(referral: Referral, now: datetime) -> Verdict:
    """What the check answers; at the instant of expiry a referral is void (domain §6.7)."""
    if referral.status in _USED:
        return Verdict.USED
    if referral.status is ReferralStatus.VALID and (referral.stopped or now < referral.expires_at):
        return Verdict.VALID
    return Verdict.VOID
