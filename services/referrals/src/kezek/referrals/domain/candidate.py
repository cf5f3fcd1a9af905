"""A candidate: one queued application with its turn, its referral and its misses (domain §4, §6, §7)."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from kezek.contracts.ages import birthday
from kezek.contracts.policy import Policy
from kezek.contracts.values import QueuedChild, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import ClockStop, InstructionLanguage, QueueClass, ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import Term, local_day


@dataclass(frozen=True)
class CalledWith:
    """What a child was called with; a turn is judged by it, whatever the application says later (domain §6.6)."""

    queue_class: QueueClass
    birth_date: date
    languages: tuple[InstructionLanguage, ...]


@dataclass(frozen=True)
class Turn:
    """A running turn: a place is held for the child until the term ends (domain §6.2).

    One that a round began has exactly that place to confirm; no other turn may take or get it (domain §9.rounds).
    """

    id: UUID
    call_id: UUID
    place_id: UUID
    kindergarten_id: UUID
    language: InstructionLanguage
    called_with: CalledWith
    began_at: datetime
    term: Term
    policy: str
    by_round: bool = False


@dataclass(frozen=True)
class ReferralClock:
    """Whether a valid referral's term runs, and since when; none: since the issue (domain §7.validity).

    While it stands, `days_left` working days are kept for when it runs again; none are: it never does.
    """

    since: datetime | None = None
    stopped_by: ClockStop | None = None
    days_left: int | None = None

    @property
    def runs(self) -> bool:
        """Whether the term's end makes the referral void."""
        return self.stopped_by is None


@dataclass(frozen=True)
class Referral:
    """A referral to one place; void when its term ends unused while its clock runs (domain §7)."""

    id: UUID
    number: str
    place_id: UUID
    kindergarten_id: UUID
    group_year: int
    language: InstructionLanguage
    issued_at: datetime
    term: Term
    status: ReferralStatus
    policy: str
    clock: ReferralClock = ReferralClock()
    extended: bool = False

    @property
    def term_runs(self) -> bool:
        """Whether its end makes it void."""
        return self.status is ReferralStatus.VALID and self.clock.runs

    @property
    def must_be_accepted(self) -> bool:
        """Whether an officer has overruled its refusal (domain §7.refused)."""
        return self.clock.stopped_by is ClockStop.OVERRULED

    @property
    def runs_since(self) -> datetime:
        """When the running term began: at its issue, or when papers were returned."""
        return self.clock.since or self.issued_at

    def status_at(self, instant: datetime) -> ReferralStatus:
        """What it is at an instant: void from its term's end on, whether recorded yet or not (domain §6.7)."""
        late = self.term_runs and instant >= self.term.ends_at
        return ReferralStatus.EXPIRED if late else self.status


@dataclass(frozen=True)
class Candidate:
    """The aggregate of this service; its status is the application's state.

    `next_queue` is where the application stands by now while a call, turn or place of `queue` still binds the child.
    `ageing_told` is the day of which the family knows that the child is too old on it (domain §4.ends).
    `inactive_until` is when an inactive one is removed, `restored` whether it has been inactive before (§9.profiles).
    `term_ended_at` is when a term of its last ran out: the next one may begin with that midnight (domain §6.7).
    `enrolment_over` says of a transfer that the child is not enrolled any more: there is nothing to transfer it from.
    `swapped_to` is where an enrolled child has come last by a swap, if by any (domain §7.swap).
    """

    child: QueuedChild
    queue: QueueRef
    next_queue: QueueRef | None = None
    serial: int = 0
    version: int = 0
    status: Status = Status.QUEUED
    turn: Turn | None = None
    referral: Referral | None = None
    referrals_issued: int = 0
    misses: int = 0
    stop_listed_until: datetime | None = None
    moved_to: UUID | None = None
    ageing_told: date | None = None
    inactive_until: datetime | None = None
    restored: bool = False
    term_ended_at: datetime | None = None
    enrolment_over: bool = False
    swapped_to: UUID | None = None

    @property
    def application_id(self) -> UUID:
        """The application, which is the candidate's id."""
        return self.child.application_id

    @property
    def waiting(self) -> bool:
        """Whether the child may be called (domain §5.3)."""
        return self.status is Status.QUEUED

    def is_in(self, kindergarten_id: UUID) -> bool:
        """Whether the child is enrolled there and asks for another kindergarten (domain §7.transfer)."""
        transfer = self.child.transfer
        return transfer is not None and not self.enrolment_over and transfer.kindergarten_id == kindergarten_id


_HOLDS_NOTHING = frozenset({Status.QUEUED, Status.STOP_LISTED, Status.INACTIVE})


def told(candidate: Candidate, child: QueuedChild, queue: QueueRef) -> Candidate:
    """The candidate with what applications says of it now; what runs goes on as it began (domain §6.6)."""
    return settled(replace(candidate, child=child, next_queue=queue))


def settled(candidate: Candidate) -> Candidate:
    """Over in its next queue if nothing binds it to the present one."""
    over = candidate.next_queue
    if over is None or (over != candidate.queue and candidate.status not in _HOLDS_NOTHING):
        return candidate
    return replace(candidate, queue=over, next_queue=None)


def called_in(candidate: Candidate, queue: QueueRef) -> Candidate:
    """The candidate in the queue that has called it, which it may have left meanwhile; it goes back there."""
    if candidate.queue == queue:
        return candidate
    return replace(candidate, queue=queue, next_queue=candidate.next_queue or candidate.queue)


def referral_number(serial: int, ordinal: int) -> str:
    """`1`, the application's region-wide serial in seven digits, the referral's ordinal in two (domain §7).

    Raises:
        RuleBrokenError: `referral_numbers_exhausted`.
    """
    if not (0 < serial < 10**7 and 0 < ordinal < 10**2):
        raise RuleBrokenError("referral_numbers_exhausted")
    return f"1{serial:07d}{ordinal:02d}"


def check_age(candidate: Candidate, policy: Policy, now: datetime) -> None:
    """Refuse a child that is too young or too old for a kindergarten on this day (domain §5.5).

    Growing too old waits for the end of a running turn (domain §4), which goes by what it was called with.

    Raises:
        RuleBrokenError: `child_too_young` with the day from which it is not, or `child_too_old`.
    """
    turn = candidate.turn
    born = turn.called_with.birth_date if turn else candidate.child.birth_date
    today = local_day(now)
    from_day = birthday(born, policy.called_from_months)
    if today < from_day:
        raise RuleBrokenError("child_too_young", from_day=from_day.isoformat())
    counted = local_day(turn.began_at) if turn else today
    if counted >= birthday(born, policy.called_below_months):
        raise RuleBrokenError("child_too_old")


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


def check_valid(referral: Referral, at: datetime) -> None:
    """Refuse a referral that is not valid at an instant (domain §7).

    Raises:
        RuleBrokenError: `referral_not_valid` with its state.
    """
    status = referral.status_at(at)
    if status is not ReferralStatus.VALID:
        raise RuleBrokenError("referral_not_valid", status=status.value)
