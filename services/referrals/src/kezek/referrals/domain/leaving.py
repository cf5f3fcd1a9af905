"""A family takes its application back, or moves it to another district: pure decisions (domain §4.ends).

Either ends an open turn or referral without a miss, and the place goes on to the next child.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import Decision, Step, StepKind, after
from kezek.referrals.domain.place import Place, offer_again
from kezek.referrals.domain.running import running_term
from kezek.referrals.domain.states import TRANSITIONS, Move

_MOVABLE = frozenset({Status.QUEUED, Status.NOTIFIED, Status.STOP_LISTED})


@dataclass(frozen=True)
class NewHome:
    """Where a child goes on that moves: as which application, in which queue, at which time by which policy."""

    application_id: UUID
    queue: QueueRef
    submitted_at: datetime
    policy: str


def new_home(candidate: Candidate, application_id: UUID, policy: Policy, district: str, at: datetime) -> NewHome:
    """The queue of the same kind and the birth year in another district; the old time stays, or the move's counts.

    Its policy says which; the birth year may have been corrected since the former district sorted its queues.

    Raises:
        RuleBrokenError: `already_in_district`.
    """
    if district == candidate.queue.district:
        raise RuleBrokenError("already_in_district", district=district)
    kept = policy.old_time_kept_on_move
    year = candidate.child.birth_date.year
    queue = replace(candidate.next_queue or candidate.queue, district=district, group_year=year)
    return NewHome(application_id, queue, candidate.child.submitted_at if kept else at, policy.id)


def check_may_withdraw(candidate: Candidate) -> None:
    """Refuse to withdraw what has ended, or a child that is enrolled (domain §4.ends).

    Raises:
        RuleBrokenError: `withdrawal_not_allowed` with the state.
    """
    if not TRANSITIONS.allows(candidate.status, Move.WITHDRAW):
        raise RuleBrokenError("withdrawal_not_allowed", status=candidate.status.value)


def check_may_move(candidate: Candidate) -> None:
    """Refuse a move by whoever does not wait, is not called and not on the stop list (domain §4.ends).

    Nor may a transfer move that has nothing to leave any more: it ends with the term that runs (domain §7.transfer).

    Raises:
        RuleBrokenError: `move_not_allowed` with the state.
    """
    if candidate.status not in _MOVABLE or candidate.enrolment_over:
        raise RuleBrokenError("move_not_allowed", status=candidate.status.value)


def place_given_back(candidate: Candidate) -> UUID | None:
    """The place that is held for a running turn, or taken by a valid referral whether its term runs or not."""
    referral = candidate.referral
    if candidate.turn is not None:
        return candidate.turn.place_id
    return referral.place_id if referral is not None and referral.status is ReferralStatus.VALID else None


def withdraw(candidate: Candidate, place: Place | None, at: datetime) -> Decision:
    """End the application by the family's wish.

    Raises:
        RuleBrokenError: `withdrawal_not_allowed`.
    """
    check_may_withdraw(candidate)
    return _leave(candidate, Move.WITHDRAW, Reason.WITHDRAWN, place, at)


def move_away(candidate: Candidate, place: Place | None, home: NewHome, at: datetime) -> Decision:
    """End the application here: it goes on elsewhere.

    Raises:
        RuleBrokenError: `move_not_allowed`.
    """
    check_may_move(candidate)
    return _leave(candidate, Move.REMOVE, Reason.MOVED, place, at, moved_to=home.application_id)


def close(candidate: Candidate, place: Place | None, at: datetime) -> Decision | None:
    """End the application of a child that has died; None where its state ends otherwise."""
    if not TRANSITIONS.allows(candidate.status, Move.DIE):
        return None
    return _leave(candidate, Move.DIE, Reason.CHILD_NOT_ALIVE, place, at)


def arrive(candidate: Candidate, home: NewHome) -> Candidate:
    """The moved child as it begins in the other queue: misses, a restoration and a running stop list go along."""
    child = replace(candidate.child, application_id=home.application_id, submitted_at=home.submitted_at)
    stop_listed = candidate.status is Status.STOP_LISTED
    return Candidate(
        child,
        home.queue,
        status=Status.STOP_LISTED if stop_listed else Status.QUEUED,
        misses=candidate.misses,
        stop_listed_until=candidate.stop_listed_until if stop_listed else None,
        ageing_told=candidate.ageing_told,
        restored=candidate.restored,
    )


def _leave(
    candidate: Candidate, move: Move, reason: Reason, place: Place | None, at: datetime, **changes: Any
) -> Decision:
    referral, term, closed = candidate.referral, running_term(candidate), Step(StepKind.CLOSED, reason)
    if referral is not None and referral.status is ReferralStatus.VALID:
        changes["referral"] = replace(referral, status=ReferralStatus.VOIDED)
    return Decision(
        candidate=after(candidate, move, turn=None, stop_listed_until=None, inactive_until=None, **changes),
        at=at,
        steps=(Step(StepKind.TURN_ENDED, reason), closed) if candidate.turn else (closed,),
        places=(offer_again(place),) if place and place.holder == candidate.application_id else (),
        ended=((term.kind, term.key),) if term else (),
    )
