"""What goes over HTTP of refusals of children (domain §7.refused)."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field

from kezek.contracts.lines import Explanation
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import (
    AdmissionRefusal,
    ApplicationStatus,
    InstructionLanguage,
    Language,
    RefusalOutcome,
)
from kezek.platform.actors import Actor
from kezek.platform.file_receipts import LONGEST
from kezek.platform.http.bodies import Body
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.refusal import MOST_WORDS, FamilyFile, FamilyWord, Refusal, is_under_review
from kezek.referrals.usecases.decide_refusal import is_own
from kezek.referrals.usecases.read_refusals import OpenedRefusal


class ExplainedBody(Body):
    """An act's reason in one's own words."""

    words: Explanation


class RefusalBody(ExplainedBody):
    """Why the child is refused: a reason of the list, and in the kindergarten's own words."""

    reason: AdmissionRefusal


class RefusalDecisionBody(ExplainedBody):
    """What the officer decides, and why; `answers` are the family's that were read, all there are."""

    outcome: RefusalOutcome
    answers: list[UUID] = Field(default=[], max_length=MOST_WORDS)


class RefusalAnswerBody(ExplainedBody):
    """What the family answers, with receipts of scans that were handed in for this."""

    files: list[Annotated[str, Field(max_length=LONGEST)]] = Field(default=[], max_length=20)


class KeptAnswer(BaseModel):
    """Which answer a request made; the words themselves are not kept twice."""

    id: UUID


class FamilyFileView(BaseModel):
    """A scan that the family handed in."""

    file_id: UUID
    name: str
    media_type: str
    size: int

    @classmethod
    def of(cls, file: FamilyFile) -> Self:
        """The view of a scan."""
        return cls(file_id=file.id, name=file.name, media_type=file.media_type, size=file.size)


class FamilyWordView(BaseModel):
    """What the family answered at one moment."""

    id: UUID
    words: str
    said_at: datetime
    files: list[FamilyFileView]

    @classmethod
    def of(cls, word: FamilyWord) -> Self:
        """The view of an answer."""
        files = [FamilyFileView.of(each) for each in word.files]
        return cls(id=word.id, words=word.words, said_at=word.said_at, files=files)


class RefusalView(BaseModel):
    """A kindergarten's refusal, the family's answers in their order, and the decision once there is one.

    `under_review` ends with the decision, or with the application; until then the family may answer, `answers_left`
    times at most.
    """

    referral_id: UUID
    reason: AdmissionRefusal
    words: str
    refused_at: datetime
    answers: list[FamilyWordView]
    answers_left: int
    under_review: bool
    outcome: RefusalOutcome | None
    decision_words: str
    decided_at: datetime | None

    @classmethod
    def of(cls, refusal: Refusal, candidate: Candidate) -> Self:
        """The view of a refusal."""
        decided = refusal.decided
        return cls(
            referral_id=refusal.referral_id,
            reason=refusal.refused.reason,
            words=refusal.refused.words,
            refused_at=refusal.refused.at,
            answers=[FamilyWordView.of(each) for each in refusal.family],
            answers_left=MOST_WORDS - len(refusal.family),
            under_review=is_under_review(candidate, refusal),
            outcome=decided.outcome if decided else None,
            decision_words=decided.words if decided else "",
            decided_at=decided.at if decided else None,
        )


class WaitingRefusalView(BaseModel):
    """A refusal in the officer's list; `waits_days` are working days after that of the refusal.

    `own` says that it is of the officer's own family or kindergarten: somebody else decides.
    """

    referral_id: UUID
    referral_number: str
    application_id: UUID
    application_number: str
    child_name: str
    child_iin: str
    child_birth_date: date
    kindergarten_id: UUID
    kindergarten_name: Text
    group_year: int
    language: InstructionLanguage
    reason: AdmissionRefusal
    refused_at: datetime
    waits_days: int
    answered: bool
    own: bool

    @classmethod
    def of(cls, opened: OpenedRefusal, reader: Actor) -> Self:
        """The line of a refusal."""
        return cls(**_line(opened, reader))


class RefusalsView(BaseModel):
    """The refusals under review of the officer's district, the longest waiting first."""

    items: list[WaitingRefusalView]
    total: int


class OpenedRefusalView(WaitingRefusalView):
    """One refusal in full: who asks, where, and both sides' words."""

    applicant_name: str
    applicant_iin: str
    kindergarten_address: Text
    kindergarten_phone: str
    issued_at: datetime
    status: ApplicationStatus
    refusal: RefusalView

    @classmethod
    def of(cls, opened: OpenedRefusal, reader: Actor) -> Self:
        """The view of an opened refusal."""
        applicant = opened.card.applicant
        return cls(
            **_line(opened, reader),
            applicant_name=applicant.name_in(reader.language).full,
            applicant_iin=applicant.iin,
            kindergarten_address=opened.kindergarten.address,
            kindergarten_phone=opened.kindergarten.phone,
            issued_at=opened.referral.issued_at,
            status=opened.candidate.status,
            refusal=RefusalView.of(opened.refusal, opened.candidate),
        )


class LinkView(BaseModel):
    """Where a file is found for a minute, by this person alone."""

    address: str


def _line(opened: OpenedRefusal, reader: Actor) -> dict[str, object]:
    referral, card, refusal = opened.referral, opened.card, opened.refusal
    language: Language = reader.language
    return {
        "referral_id": referral.id,
        "referral_number": referral.number,
        "application_id": refusal.application_id,
        "application_number": card.number,
        "child_name": card.child.name_in(language).full,
        "child_iin": card.child.iin,
        "child_birth_date": card.child_birth_date,
        "kindergarten_id": referral.kindergarten_id,
        "kindergarten_name": opened.kindergarten.name,
        "group_year": referral.group_year,
        "language": referral.language,
        "reason": refusal.refused.reason,
        "refused_at": refusal.refused.at,
        "waits_days": opened.waits_days,
        "answered": bool(refusal.family),
        "own": is_own(reader, opened.candidate, opened.refusal),
    }
