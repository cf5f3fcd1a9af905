"""An admission application: what a family hands in for a referral, and what becomes of that (domain §8.papers).

State and clock of the referral are decided in `admission.py`; here is what was handed in, returned, and the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import AdmissionState, PaperForm, PapersFlaw, ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.file_limits import limits_hold
from kezek.platform.transitions import Transitions
from kezek.referrals.domain.candidate import Candidate


@dataclass(frozen=True, kw_only=True)
class PaperFile:
    """A scan of one of the forms."""

    form: PaperForm
    id: UUID
    owner_id: UUID
    name: str = field(repr=False)
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True)
class SignedContract:
    """The contract that was signed with papers: its number, its text's digest, the version of its template."""

    number: str
    sha256: str
    version: int


@dataclass(frozen=True)
class Returned:
    """Why the kindergarten returned papers, in its own words too, when and by whom."""

    flaw: PapersFlaw
    words: str
    at: datetime
    by: UUID


@dataclass(frozen=True)
class Submission:
    """The papers as they were handed in at one moment; they stay as they were."""

    id: UUID
    at: datetime
    act_id: UUID
    files: tuple[PaperFile, ...]
    contract: SignedContract | None = None
    returned: Returned | None = None


@dataclass(frozen=True)
class IdentityCard:
    """The applicant's identity card, as the applicant typed it."""

    number: str = field(repr=False)
    issued_by: str
    valid_until: date


@dataclass(frozen=True, repr=False)
class Applicant:
    """What the applicant says of itself besides what the register does."""

    identity: IdentityCard
    address: str
    email: str
    phone: str


@dataclass(frozen=True)
class Admission:
    """The admission application of one referral, with all that was handed in, in its order.

    `applicant` is none once the family is forgotten. `ended_at` is when it was accepted, refused or archived. Nothing
    was handed in for one that was archived by itself when its referral's term ran out.
    """

    referral_id: UUID
    application_id: UUID
    applicant_id: UUID
    kindergarten_id: UUID
    number: str
    created_at: datetime
    state: AdmissionState
    applicant: Applicant | None
    submissions: tuple[Submission, ...]
    serial: int = 0
    ended_at: datetime | None = None

    @property
    def last(self) -> Submission:
        """What was handed in last, where anything was."""
        return self.submissions[-1]

    @property
    def files(self) -> dict[UUID, PaperFile]:
        """All that was ever handed in for it, by id."""
        return {file.id: file for each in self.submissions for file in each.files}


class Move(StrEnum):
    """What brings an admission application from one state to the next while its referral lives."""

    SUBMIT = "submit"
    RETURN = "return"


_S = AdmissionState
TRANSITIONS = Transitions(
    {
        # submitted: an overruled refusal leaves them with the kindergarten, better ones may follow
        Move.SUBMIT: {_S.SUBMITTED: _S.SUBMITTED, _S.REJECTED: _S.SUBMITTED},
        Move.RETURN: {_S.SUBMITTED: _S.REJECTED},
    }
)
_END_BY = {ReferralStatus.ACCEPTED: _S.ACCEPTED, ReferralStatus.REFUSED: _S.REJECTED}
"""What becomes of papers with their referral; whatever else ends it archives them."""


def check_papers(applicant: Applicant, files: Sequence[PaperFile], policy: Policy, today: date) -> None:
    """Refuse papers that are not whole, too many or too large, or by a card that is out of date (domain §8.papers).

    A policy that takes fewer files than there are forms asks for one at least.

    Raises:
        RuleBrokenError: `identity_card_expired` with its last day, `too_many_files`, `files_too_large`,
            `paper_form_missing` with the form.
    """
    if applicant.identity.valid_until < today:
        raise RuleBrokenError("identity_card_expired", last_day=applicant.identity.valid_until.isoformat())
    limits_hold([file.size for file in files], policy.paper_files, policy.paper_megabytes)
    given = {file.form for file in files}
    missing = [form for form in PaperForm if form not in given]
    if missing and (not given or policy.paper_files >= len(PaperForm)):
        raise RuleBrokenError("paper_form_missing", form=missing[0].value)


def submitted_again(admission: Admission, applicant: Applicant, submission: Submission) -> Admission:
    """The admission application with papers that are handed in once more.

    Raises:
        ImpossibleTransitionError: when it is over.
    """
    state = TRANSITIONS.after(admission.state, Move.SUBMIT)
    return replace(admission, state=state, applicant=applicant, submissions=(*admission.submissions, submission))


def returned(admission: Admission, why: Returned) -> Admission:
    """The admission application with its last papers returned (domain §8.papers).

    Raises:
        ImpossibleTransitionError: when nothing is submitted.
    """
    state = TRANSITIONS.after(admission.state, Move.RETURN)
    last = replace(admission.last, returned=why)
    return replace(admission, state=state, submissions=(*admission.submissions[:-1], last))


def end_of(before: Candidate, after: Candidate) -> AdmissionState | None:
    """In which state a decision leaves the papers of a referral that ends by it; none: it ends none (domain §4, §8).

    Accepted with it; rejected when the child is refused for good; else archived: late, cancelled, withdrawn, voided.
    """
    was, now = before.referral, after.referral
    if was is None or now is None or was.id != now.id or was.status is not ReferralStatus.VALID:
        return None
    if now.status is ReferralStatus.VALID:
        return None
    return _END_BY.get(now.status, _S.ARCHIVED)


def archived_unsubmitted(ended: Candidate, at: datetime, number: str) -> Admission:
    """The admission application that is archived by itself: nothing was handed in within the term (domain §8.papers).

    Raises:
        ValueError: when there is no referral.
    """
    referral = ended.referral
    if referral is None:
        raise ValueError(ended.application_id)
    return Admission(
        referral_id=referral.id,
        application_id=ended.application_id,
        applicant_id=ended.child.applicant_id,
        kindergarten_id=referral.kindergarten_id,
        number=number,
        created_at=at,
        state=_S.ARCHIVED,
        applicant=None,
        submissions=(),
        ended_at=at,
    )


def admission_number(code: int | None, district: str, year: int, serial: int) -> str:
    """`DDD.YYYY.N`: the district's code for this service, the year, the serial of both (domain §8.papers)."""
    return f"{service_code(code, district)}.{year}.{serial}"


def service_code(code: int | None, district: str) -> str:
    """A district's code for this service in three digits: of the policy, or the last three of its KATO prefix."""
    return f"{code:03d}" if code is not None else district[-3:]
