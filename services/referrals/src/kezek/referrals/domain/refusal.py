"""A kindergarten's refusal of a child, what the family says of it, and what an officer decides (domain §7.refused).

State and clock of the referral are decided in `admission.py`; here is what people wrote, and who may still write.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.vocabulary import AdmissionRefusal, RefusalOutcome
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import RuleBrokenError
from kezek.referrals.domain.candidate import Candidate

MOST_WORDS = 5
"""So often a family answers one refusal: against a flood, no rule of the law."""


@dataclass(frozen=True)
class FamilyFile:
    """A scan that the family handed in with its answer."""

    id: UUID
    owner_id: UUID
    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True)
class FamilyWord:
    """What the family answered at one moment; it stays as it was said."""

    id: UUID
    words: str
    said_at: datetime
    files: tuple[FamilyFile, ...] = ()


@dataclass(frozen=True)
class Refused:
    """The kindergarten's reason and words, when and by whom."""

    reason: AdmissionRefusal
    words: str
    at: datetime
    by: UUID


@dataclass(frozen=True)
class Decided:
    """An officer's decision with its reason in the officer's words."""

    outcome: RefusalOutcome
    words: str
    at: datetime
    by: UUID


@dataclass(frozen=True)
class Refusal:
    """One refusal of one referral, with the family's answers in the order in which they came."""

    referral_id: UUID
    application_id: UUID
    district: str
    refused: Refused
    family: tuple[FamilyWord, ...] = ()
    decided: Decided | None = None

    @property
    def forgotten(self) -> bool:
        """Whether the application was erased, and with it what people wrote: a kindergarten says something always."""
        return self.refused.words == ""

    @property
    def files(self) -> tuple[FamilyFile, ...]:
        """All that the family handed in."""
        return tuple(file for word in self.family for file in word.files)


def is_under_review(candidate: Candidate, refusal: Refusal) -> bool:
    """Whether an officer is still to decide: an application that has ended meanwhile asks for nothing."""
    referral = candidate.referral
    own = referral is not None and referral.id == refusal.referral_id
    return own and candidate.status is Status.REFUSAL_REVIEW and refusal.decided is None


def answered(refusal: Refusal, word: FamilyWord) -> Refusal:
    """The refusal with one more answer of the family.

    Raises:
        RuleBrokenError: `answered_often_enough`; `file_used_already`.
    """
    if len(refusal.family) >= MOST_WORDS:
        raise RuleBrokenError("answered_often_enough", most=MOST_WORDS)
    if {file.id for file in refusal.files} & {file.id for file in word.files}:
        raise RuleBrokenError("file_used_already")
    return replace(refusal, family=(*refusal.family, word))


def check_answers_read(refusal: Refusal, read: Iterable[UUID]) -> None:
    """Refuse a decision by who has not read all that the family has answered (domain §7.refused).

    Raises:
        RuleBrokenError: `family_has_answered`.
    """
    if {word.id for word in refusal.family} != set(read):
        raise RuleBrokenError("family_has_answered")


def sizes_with(refusal: Refusal, files: Sequence[FamilyFile]) -> list[int]:
    """The sizes in bytes of all that the family would have handed in, which the policy limits together."""
    return [file.size for file in (*refusal.files, *files)]
