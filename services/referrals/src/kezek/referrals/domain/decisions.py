"""What happens to a candidate: pure decisions, each one move of the table of states (domain §4, §6, §7).

A decision says everything that follows: the new state, the steps that are told and kept, the places it touches, the
terms that begin and end. It is saved as a whole (`usecases/saving.py`).
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import DepartureReason, PlaceStatus, ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import local_day
from kezek.referrals.domain.candidate import (
    CalledWith,
    Candidate,
    Referral,
    ReferralClock,
    Turn,
    referral_number,
    settled,
)
from kezek.referrals.domain.place import Place, hold, is_held_for, offer_again, open_at_hour, take
from kezek.referrals.domain.running import stop_list_key
from kezek.referrals.domain.states import TRANSITIONS, Move
from kezek.referrals.domain.terms import Basis, RunningTerm, TermKind


class StepKind(StrEnum):
    """The kinds of steps, each with an event of its own."""

    TURN_STARTED = "turn_started"
    TURN_ENDED = "turn_ended"
    TURN_EXCHANGED = "turn_exchanged"
    DEADLINE_MOVED = "deadline_moved"
    REFERRAL_ISSUED = "referral_issued"
    REFERRAL_EXPIRED = "referral_expired"
    REFERRAL_VOIDED = "referral_voided"
    REFERRAL_ACCEPTED = "referral_accepted"
    REFERRAL_CANCELLED = "referral_cancelled"
    ARRIVED = "arrived"
    PAPERS_SUBMITTED = "papers_submitted"
    PAPERS_RETURNED = "papers_returned"
    REFERRAL_REFUSED = "referral_refused"
    REFUSAL_UPHELD = "refusal_upheld"
    REFUSAL_OVERRULED = "refusal_overruled"
    REFERRAL_EXTENDED = "referral_extended"
    DEPARTED = "departed"
    STOP_LISTED = "stop_listed"
    DEACTIVATED = "deactivated"
    RETURNED = "returned"
    TERM_ENDS_SOON = "term_ends_soon"
    AGES_OUT_SOON = "ages_out_soon"
    AGEING_MOVED = "ageing_moved"
    CLOSED = "closed"


@dataclass(frozen=True)
class Leave:
    """How a child left its kindergarten: why and when, and whether a new application keeps the old time (§6.6).

    Which one it left: after a swap that is not the referral's (domain §7.swap).
    """

    departure: DepartureReason
    left_on: date
    old_time_kept: bool = False
    kindergarten_id: UUID | None = None


@dataclass(frozen=True)
class Step:
    """A line of the history and an event; the rule behind it is the reason's.

    `day` is the one that a step is about, where only its event says it; `leave` how a child left.
    """

    kind: StepKind
    reason: Reason
    day: date | None = None
    leave: Leave | None = None


@dataclass(frozen=True)
class Decision:
    """All that one move changes, as of an instant."""

    candidate: Candidate
    at: datetime
    steps: tuple[Step, ...]
    places: tuple[Place, ...] = ()
    begun: tuple[RunningTerm, ...] = ()
    ended: tuple[tuple[TermKind, UUID], ...] = ()

    @property
    def offered(self) -> tuple[Place, ...]:
        """The places that go to the next child (domain §6.6)."""
        return tuple(place for place in self.places if place.status is PlaceStatus.OFFERED)


@dataclass(frozen=True)
class TurnToBegin:
    """A turn by its id, and by which call of the queue it begins, of a round or not.

    `freed_at` is the instant at which ends of terms have freed the places of the call, if these did.
    """

    call_id: UUID
    turn_id: UUID
    called_with: CalledWith
    by_round: bool = False
    freed_at: datetime | None = None


def begin_turn(candidate: Candidate, place: Place, called: TurnToBegin, basis: Basis, at: datetime) -> Decision:
    """Begin a turn: the place is held for the child (domain §6.2).

    One by a place that was freed at the very instant at which the child's own last term ran out begins with that, if
    the call comes on the same day (domain §6.7).

    Raises:
        ImpossibleTransitionError: when the child does not wait.
    """
    days = basis.policy.choice_working_days
    counted = called.freed_at if called.freed_at and local_day(called.freed_at) == local_day(at) else at
    since = counted if counted == candidate.term_ended_at else at
    begun = basis.term(TermKind.TURN, called.turn_id, since, days, candidate.term_ended_at)
    turn = Turn(
        id=called.turn_id,
        call_id=called.call_id,
        place_id=place.id,
        kindergarten_id=place.kindergarten_id,
        language=place.language,
        called_with=called.called_with,
        began_at=at,
        term=begun.term,
        policy=basis.policy.id,
        by_round=called.by_round,
    )
    notified = after(candidate, Move.CALL, turn=turn)
    steps = (Step(StepKind.TURN_STARTED, Reason.GIVEN_BY_ROUND if called.by_round else Reason.TURN_STARTED),)
    return Decision(notified, at, steps, (hold(place, candidate.application_id),), (begun,))


def lapse(candidate: Candidate, place: Place, policy: Policy, *, in_rounds: bool = False) -> Decision:
    """End the turn that nobody answered, as of its term's end: the child stays, without a miss (domain §6.4).

    Its place opens, at once or at the hour that the policy names under which the turn began; where places are given
    in rounds by then it is offered, to wait for the next one (domain §9.rounds).
    """
    turn = _running(candidate)
    freed = offer_again(place) if in_rounds else open_at_hour(place, turn.term.ends_at, policy.free_choice_hour)
    return Decision(
        candidate=after(candidate, Move.END_TURN, turn=None, term_ended_at=turn.term.ends_at),
        at=turn.term.ends_at,
        steps=(Step(StepKind.TURN_ENDED, Reason.NO_CHOICE_IN_TIME),),
        places=(freed,) if _holds(candidate, place) else (),
        ended=((TermKind.TURN, turn.id),),
    )


@dataclass(frozen=True)
class ChosenPlace:
    """A place that a family signed for: by the right of a turn, or in free choice while one may hold another place."""

    place: Place
    by_turn: UUID | None = None
    held: Place | None = None


def refer(candidate: Candidate, choice: ChosenPlace, *, referral_id: UUID, basis: Basis, at: datetime) -> Decision:
    """Give the chosen place's referral; a running turn ends, and another place that it held goes on (§6.3, §6.6)."""
    days = basis.policy.referral_working_days
    begun = basis.term(TermKind.REFERRAL, referral_id, at, days, candidate.term_ended_at)
    place, issued, turn = choice.place, candidate.referrals_issued + 1, candidate.turn
    referral = Referral(
        id=referral_id,
        number=referral_number(candidate.serial, issued),
        place_id=place.id,
        kindergarten_id=place.kindergarten_id,
        group_year=place.queue.group_year,
        language=place.language,
        issued_at=at,
        term=begun.term,
        status=ReferralStatus.VALID,
        policy=basis.policy.id,
        clock=ReferralClock(begun.counted_from if begun.follows else None),
    )
    goes_on = choice.held if choice.held and choice.held.id != place.id and _holds(candidate, choice.held) else None
    steps = (Step(StepKind.REFERRAL_ISSUED, Reason.PLACE_CHOSEN),)
    return Decision(
        candidate=after(candidate, Move.REFER, turn=None, referral=referral, referrals_issued=issued),
        at=at,
        steps=(Step(StepKind.TURN_ENDED, Reason.PLACE_CHOSEN), *steps) if turn else steps,
        places=(take(place, candidate.application_id), *((offer_again(goes_on),) if goes_on else ())),
        begun=(begun,),
        ended=((TermKind.TURN, turn.id),) if turn else (),
    )


def expire(candidate: Candidate, place: Place, basis: Basis) -> Decision:
    """Make an unused referral void as of its term's end, by the policy under which it was issued (domain §7).

    The miss is counted: the child waits it out on the stop list, the last one removes it. The place goes on.
    """
    referral, misses = _last(candidate), candidate.misses + 1
    at = referral.term.ends_at
    expired = replace(referral, status=ReferralStatus.EXPIRED)
    over: dict[str, Any] = {"misses": misses, "referral": expired, "term_ended_at": at}
    told = Step(StepKind.REFERRAL_EXPIRED, Reason.REFERRAL_NOT_USED_IN_TIME)
    ended = ((TermKind.REFERRAL, referral.id),)
    if misses >= basis.policy.misses_until_removal:
        removed = after(candidate, Move.REMOVE, **over)
        steps = (told, Step(StepKind.CLOSED, Reason.TOO_MANY_MISSES))
        return Decision(removed, at, steps, (offer_again(place),), ended=ended)
    begun = basis.term_after(TermKind.STOP_LIST, referral.id, at, basis.policy.stop_list_working_days)
    listed = after(candidate, Move.STOP_LIST, stop_listed_until=begun.term.ends_at, **over)
    steps = (told, Step(StepKind.STOP_LISTED, Reason.REFERRAL_NOT_USED_IN_TIME))
    return Decision(listed, at, steps, (offer_again(place),), (begun,), ended)


def come_back(candidate: Candidate) -> Decision:
    """Stand in the queue again when the stop list is over, at the child's own time (domain §5.3, §7)."""
    until = candidate.stop_listed_until
    if until is None:
        raise RuleBrokenError("not_stop_listed", status=candidate.status.value)
    return Decision(
        candidate=after(candidate, Move.COME_BACK, stop_listed_until=None, term_ended_at=until),
        at=until,
        steps=(Step(StepKind.RETURNED, Reason.STOP_LIST_OVER),),
        ended=((TermKind.STOP_LIST, stop_list_key(candidate)),),
    )


def move_deadline(candidate: Candidate, moved: RunningTerm, at: datetime) -> Decision:
    """Let the running term end later, by the calendar of now; the state stays (domain §6.7, §9.calendar)."""
    term, later = moved.term, candidate
    match moved.kind:
        case TermKind.TURN:
            later = replace(candidate, turn=replace(_running(candidate), term=term))
        case TermKind.REFERRAL:
            later = replace(candidate, referral=replace(_last(candidate), term=term))
        case TermKind.STOP_LIST:
            later = replace(candidate, stop_listed_until=term.ends_at)
    return Decision(later, at, (Step(StepKind.DEADLINE_MOVED, Reason.CALENDAR_CHANGED),), begun=(moved,))


def after(candidate: Candidate, move: Move, **changes: Any) -> Candidate:
    """The candidate with these changes, in the state to which the table leads.

    Raises:
        ImpossibleTransitionError: when the table of states does not lead anywhere.
    """
    return settled(replace(candidate, status=TRANSITIONS.after(candidate.status, move), **changes))


def _running(candidate: Candidate) -> Turn:
    if candidate.turn is None:
        raise RuleBrokenError("turn_over")
    return candidate.turn


def _last(candidate: Candidate) -> Referral:
    if candidate.referral is None:
        raise RuleBrokenError("referral_not_valid", status="unknown")
    return candidate.referral


def _holds(candidate: Candidate, place: Place) -> bool:
    return is_held_for(place, candidate.application_id)
