"""A candidate: one queued application with its turn, its referral and its misses (domain §4, §6, §7)."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kezek.platform.workdays import Term, local_day
from kezek.referrals.domain.policy import Policy
from kezek.referrals.domain.rules import RuleBrokenError


class Status(StrEnum):
    """The state of a queued application (domain §4)."""

    QUEUED = "queued"
    NOTIFIED = "notified"
    REFERRED = "referred"
    STOP_LISTED = "stop_listed"
    ENROLLED = "enrolled"
    REMOVED = "removed"


class ReferralStatus(StrEnum):
    """What became of a referral (domain §7)."""

    VALID = "valid"
    ACCEPTED = "accepted"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Turn:
    """A running turn: a place is held for the child until the term ends (domain §6.2)."""

    id: UUID
    call_id: UUID
    place_id: UUID
    kindergarten_id: UUID
    language: str
    began_at: datetime
    term: Term
    policy: str


@dataclass(frozen=True)
class Referral:
    """A referral to one place; void when its term ends unused (domain §7)."""

    id: UUID
    number: str
    place_id: UUID
    kindergarten_id: UUID
    group_year: int
    language: str
    issued_at: datetime
    term: Term
    status: ReferralStatus
    policy: str


@dataclass(frozen=True)
class Candidate:
    """The aggregate of this service; its status is the application's state."""

    application_id: UUID
    child_id: UUID
    applicant_id: UUID
    queue: str
    queue_class: str
    birth_date: date
    languages: tuple[str, ...]
    submitted_at: datetime
    serial: int = 0
    version: int = 0
    status: Status = Status.QUEUED
    turn: Turn | None = None
    referral: Referral | None = None
    referrals_issued: int = 0
    misses: int = 0
    stop_listed_until: datetime | None = None

    @property
    def waiting(self) -> bool:
        """Whether the child may be called (domain §5.3)."""
        return self.status is Status.QUEUED


def referral_number(serial: int, ordinal: int) -> str:
    """`1`, the application's region-wide serial in seven digits, the referral's ordinal in two (domain §7).

    Raises:
        RuleBrokenError: `referral_numbers_exhausted`.
    """
    if not (0 < serial < 10**7 and 0 < ordinal < 10**2):
        raise RuleBrokenError("referral_numbers_exhausted")
    return f"1{serial:07d}{ordinal:02d}"


def birthday(born: date, years: int) -> date:
    """The day on which somebody becomes so many years old; the first of March for those born on 29 February."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def check_age(candidate: Candidate, policy: Policy, now: datetime) -> None:
    """Refuse a child that is too young or too old for a kindergarten on this day (domain §5.5).

    Growing too old waits for the end of a running turn (domain §4).

    Raises:
        RuleBrokenError: `child_too_young` with the day from which it is not, or `child_too_old`.
    """
    today = local_day(now)
    from_day = birthday(candidate.birth_date, policy.youngest_years)
    if today < from_day:
        raise RuleBrokenError("child_too_young", from_day=from_day.isoformat())
    counted = local_day(candidate.turn.began_at) if candidate.turn else today
    if counted >= birthday(candidate.birth_date, policy.below_years):
        raise RuleBrokenError("child_too_old")


def call(candidate: Candidate, turn: Turn) -> Candidate:
    """Begin a turn (domain §6.2).

    Raises:
        RuleBrokenError: `candidate_not_waiting`.
    """
    if not candidate.waiting:
        raise RuleBrokenError("candidate_not_waiting", status=candidate.status.value)
    return replace(candidate, status=Status.NOTIFIED, turn=turn)


def lapse(candidate: Candidate) -> Candidate:
    """End a turn nobody answered: the child stays at its place, without a miss (domain §6.4)."""
    return replace(candidate, status=Status.QUEUED, turn=None)


def check_may_choose(candidate: Candidate) -> None:
    """Refuse a choice by a child that does not wait (domain §6.3, §6.4).

    Raises:
        RuleBrokenError: `open_referral_exists`, or `choice_not_allowed` with the state.
    """
    if candidate.status is Status.REFERRED:
        raise RuleBrokenError("open_referral_exists")
    if candidate.status not in {Status.QUEUED, Status.NOTIFIED}:
        raise RuleBrokenError("choice_not_allowed", status=candidate.status.value)


def check_turn_runs(candidate: Candidate, turn_id: UUID, at: datetime) -> None:
    """Refuse a choice made by the right of a turn that is over; at its end's instant it is late (domain §6.7).

    Raises:
        RuleBrokenError: `turn_over`.
    """
    if candidate.turn is None or candidate.turn.id != turn_id or at >= candidate.turn.term.ends_at:
        raise RuleBrokenError("turn_over")


def refer(candidate: Candidate, referral: Referral) -> Candidate:
    """Give the chosen place's referral; it ends a running turn (domain §6.3)."""
    return replace(
        candidate,
        status=Status.REFERRED,
        turn=None,
        referral=referral,
        referrals_issued=candidate.referrals_issued + 1,
    )


def accept(candidate: Candidate, referral_id: UUID, at: datetime) -> Candidate:
    """Enrol the child on its referral (domain §7).

    Raises:
        RuleBrokenError: `referral_not_valid` with the referral's state; at the term's end it is void.
    """
    referral = candidate.referral
    if referral is None or referral.id != referral_id or referral.status is not ReferralStatus.VALID:
        raise RuleBrokenError("referral_not_valid", status=referral.status.value if referral else "unknown")
    if at >= referral.term.ends_at:
        raise RuleBrokenError("referral_not_valid", status=ReferralStatus.EXPIRED.value)
    return replace(candidate, status=Status.ENROLLED, referral=replace(referral, status=ReferralStatus.ACCEPTED))


def expire(candidate: Candidate) -> Candidate:
    """Make an unused referral void and count the miss (domain §7)."""
    if candidate.referral is None:
        raise RuleBrokenError("referral_not_valid", status="unknown")
    return replace(
        candidate, misses=candidate.misses + 1, referral=replace(candidate.referral, status=ReferralStatus.EXPIRED)
    )


def missed_too_often(candidate: Candidate, policy: Policy) -> bool:
    """Whether the last miss removes the child from the queue (domain §7)."""
    return candidate.misses >= policy.misses_until_removal


def remove(candidate: Candidate) -> Candidate:
    """Take the child off the queue for good (domain §7)."""
    return replace(candidate, status=Status.REMOVED)


def stop_list(candidate: Candidate, until: datetime) -> Candidate:
    """Let the child wait a miss out (domain §7)."""
    return replace(candidate, status=Status.STOP_LISTED, stop_listed_until=until)


def come_back(candidate: Candidate) -> Candidate:
    """Stand in the queue again, at the child's own time (domain §5.3)."""
    return replace(candidate, status=Status.QUEUED, stop_listed_until=None)
