"""What becomes of a referral after its issue: pure decisions (domain §7).

Each is about one referral, judged by the policy under which that was issued. A clock that stands has no deadline.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import ClockStop, ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import working_days_left
from kezek.referrals.domain.candidate import Candidate, Referral, ReferralClock, check_valid
from kezek.referrals.domain.decisions import Decision, Leave, Step, StepKind, after
from kezek.referrals.domain.place import Place, offer_again
from kezek.referrals.domain.states import TRANSITIONS, Move
from kezek.referrals.domain.terms import Basis, RunningTerm, TermKind


@dataclass(frozen=True)
class Case:
    """Which referral an act is about, by what it is judged, and when it came."""

    referral_id: UUID
    basis: Basis
    at: datetime


def check_may_cancel(candidate: Candidate, case: Case) -> None:
    """Refuse a cancellation that may not be now (domain §7.cancel).

    Raises:
        RuleBrokenError: `referral_not_valid`, `only_declined_here` where giving a place back costs the one in the
            queue, `cancellation_not_allowed` with the application's state, `cancellation_too_late` with the instant
            that was too late.
    """
    referral = _valid(candidate, case)
    if case.basis.policy.refusing_annuls_position:
        raise RuleBrokenError("only_declined_here")
    if not TRANSITIONS.allows(candidate.status, Move.CANCEL):
        raise RuleBrokenError("cancellation_not_allowed", status=candidate.status.value)
    until = cancelled_before(referral, case.basis)
    if case.at >= until:
        raise RuleBrokenError("cancellation_too_late", until=until.isoformat())


def cancel(candidate: Candidate, case: Case, place: Place | None) -> Decision:
    """The family gives the referral back in time: no miss, queued again, the place is for others (domain §7.cancel).

    Raises:
        RuleBrokenError: as `check_may_cancel`.
    """
    check_may_cancel(candidate, case)
    given_back = replace(_last(candidate), status=ReferralStatus.CANCELLED)
    told = Step(StepKind.REFERRAL_CANCELLED, Reason.REFERRAL_CANCELLED)
    freed = _freed(candidate, place, not_for=frozenset({candidate.child.child_id}))
    return _ended(candidate, Move.CANCEL, given_back, told, case, places=freed)


def may_cancel(candidate: Candidate, case: Case) -> bool:
    """Whether the family may cancel at this instant."""
    return _holds(check_may_cancel, candidate, case)


def cancelled_before(referral: Referral, basis: Basis) -> datetime:
    """Until when the family may cancel, exclusive (domain §7.cancel)."""
    return referral.issued_at + timedelta(hours=basis.policy.cancel_hours)


def arrive(candidate: Candidate, case: Case) -> Decision:
    """The family has come to the kindergarten: the clock stops, the state stays (domain §7.validity).

    Raises:
        RuleBrokenError: `referral_not_valid`, `papers_stop_the_clock` where papers come first, `clock_stopped_already`.
    """
    referral = _valid(candidate, case)
    if case.basis.policy.papers_before_acceptance:
        raise RuleBrokenError("papers_stop_the_clock")
    _check_runs(referral)
    return _stopped(candidate, None, ClockStop.CAME, Step(StepKind.ARRIVED, Reason.FAMILY_CAME), case)


def check_may_submit_papers(candidate: Candidate, case: Case) -> None:
    """Refuse papers that are not taken now (domain §8.papers).

    Raises:
        RuleBrokenError: `referral_not_valid`, `papers_not_taken` with the application's state.
    """
    _valid(candidate, case)
    if not TRANSITIONS.allows(candidate.status, Move.SUBMIT_PAPERS):
        raise RuleBrokenError("papers_not_taken", status=candidate.status.value)


def may_submit_papers(candidate: Candidate, case: Case) -> bool:
    """Whether the family may hand papers in at this instant."""
    return _holds(check_may_submit_papers, candidate, case)


def submit_papers(candidate: Candidate, case: Case) -> Decision:
    """The family hands in its admission papers: the clock stops if it runs (domain §7.validity, §8.papers).

    Raises:
        RuleBrokenError: as `check_may_submit_papers`.
    """
    check_may_submit_papers(candidate, case)
    told = Step(StepKind.PAPERS_SUBMITTED, Reason.PAPERS_HANDED_IN)
    return _stopped(candidate, Move.SUBMIT_PAPERS, ClockStop.PAPERS, told, case)


def check_may_return_papers(candidate: Candidate, case: Case) -> None:
    """Refuse to return papers that are not there (domain §8.papers).

    Raises:
        RuleBrokenError: `referral_not_valid`, `papers_not_handed_in` with the application's state.
    """
    _valid(candidate, case)
    if not TRANSITIONS.allows(candidate.status, Move.RETURN_PAPERS):
        raise RuleBrokenError("papers_not_handed_in", status=candidate.status.value)


def may_return_papers(candidate: Candidate, case: Case) -> bool:
    """Whether the kindergarten may return them at this instant."""
    return _holds(check_may_return_papers, candidate, case)


def return_papers(candidate: Candidate, case: Case) -> Decision:
    """The kindergarten returns the papers: the days left when the clock first stopped run from here (§7.validity).

    After an overruling nothing runs any more.

    Raises:
        RuleBrokenError: as `check_may_return_papers`.
    """
    check_may_return_papers(candidate, case)
    referral = _last(candidate)
    told, left = Step(StepKind.PAPERS_RETURNED, Reason.PAPERS_RETURNED), referral.clock.days_left
    if left is None:
        return Decision(after(candidate, Move.RETURN_PAPERS), case.at, (told,))
    begun = case.basis.term(TermKind.REFERRAL, referral.id, case.at, left, candidate.term_ended_at)
    running = replace(referral, term=begun.term, clock=ReferralClock(begun.counted_from))
    returned = after(candidate, Move.RETURN_PAPERS, referral=running)
    return Decision(returned, case.at, (told,), begun=(begun,))


def check_may_accept(candidate: Candidate, case: Case) -> None:
    """Refuse an acceptance that may not be now (domain §7.workroom).

    Raises:
        RuleBrokenError: `referral_not_valid` with the referral's state, `place_of_own_kindergarten` for who has come
            there by a swap (domain §7.transfer), `refusal_under_review`, `papers_not_here_yet` where they come first,
            unless an officer has overruled a refusal.
    """
    referral = _valid(candidate, case)
    if candidate.is_in(referral.kindergarten_id):
        raise RuleBrokenError("place_of_own_kindergarten")
    if TRANSITIONS.allows(candidate.status, Move.OVERRULE):
        raise RuleBrokenError("refusal_under_review")
    here = TRANSITIONS.allows(candidate.status, Move.RETURN_PAPERS) or referral.must_be_accepted
    if case.basis.policy.papers_before_acceptance and not here:
        raise RuleBrokenError("papers_not_here_yet")


def may_accept(candidate: Candidate, case: Case) -> bool:
    """Whether the kindergarten may enrol the child at this instant."""
    return _holds(check_may_accept, candidate, case)


def accept(candidate: Candidate, case: Case) -> Decision:
    """Enrol the child on its referral (domain §7.workroom).

    Raises:
        RuleBrokenError: as `check_may_accept`; at the end of a running term it is void.
    """
    check_may_accept(candidate, case)
    used = replace(_last(candidate), status=ReferralStatus.ACCEPTED)
    told = Step(StepKind.REFERRAL_ACCEPTED, Reason.REFERRAL_ACCEPTED)
    return _ended(candidate, Move.ACCEPT, used, told, case)


def check_may_refuse(candidate: Candidate, case: Case) -> None:
    """Refuse a refusal that may not be now (domain §7.refused).

    Raises:
        RuleBrokenError: `referral_not_valid` with the referral's state, `refusal_under_review`, `must_be_accepted`.
    """
    referral = _valid(candidate, case)
    if referral.must_be_accepted:
        raise RuleBrokenError("must_be_accepted")
    if not TRANSITIONS.allows(candidate.status, Move.REFUSE):
        raise RuleBrokenError("refusal_under_review")


def refuse(candidate: Candidate, case: Case) -> Decision:
    """The kindergarten refuses the child; an officer is to decide, and meanwhile no term runs (domain §7.refused).

    Raises:
        RuleBrokenError: as `check_may_refuse`.
    """
    check_may_refuse(candidate, case)
    told = Step(StepKind.REFERRAL_REFUSED, Reason.ADMISSION_REFUSED)
    return _stopped(candidate, Move.REFUSE, ClockStop.REFUSAL, told, case)


def check_under_review(candidate: Candidate, case: Case) -> None:
    """Refuse a decision on what is not under review.

    Raises:
        RuleBrokenError: `referral_not_valid` with the referral's state, `no_refusal_under_review`.
    """
    _valid(candidate, case)
    if not TRANSITIONS.allows(candidate.status, Move.UPHOLD):
        raise RuleBrokenError("no_refusal_under_review")


def uphold(candidate: Candidate, case: Case, place: Place | None) -> Decision:
    """The refusal stands: not enrolled, the place in the queue is gone, the place goes on (domain §7.refused).

    Raises:
        RuleBrokenError: as `check_under_review`.
    """
    check_under_review(candidate, case)
    refused = replace(_last(candidate), status=ReferralStatus.REFUSED)
    told = Step(StepKind.REFUSAL_UPHELD, Reason.REFUSAL_UPHELD)
    return _ended(candidate, Move.UPHOLD, refused, told, case, places=_freed(candidate, place))


def overrule(candidate: Candidate, case: Case) -> Decision:
    """The kindergarten must accept; no term runs any more (domain §7.refused).

    Raises:
        RuleBrokenError: as `check_under_review`.
    """
    check_under_review(candidate, case)
    told = Step(StepKind.REFUSAL_OVERRULED, Reason.REFUSAL_OVERRULED)
    return _stopped(candidate, Move.OVERRULE, ClockStop.OVERRULED, told, case)


def check_may_extend(candidate: Candidate, case: Case) -> None:
    """Refuse an extension that the policy does not know, a second one, or one of a clock that stands (§7.validity).

    Raises:
        RuleBrokenError: `referral_not_valid`, `extension_not_allowed`, `extended_already`, `clock_stopped_already`.
    """
    referral = _valid(candidate, case)
    if not case.basis.policy.extension_by_officer:
        raise RuleBrokenError("extension_not_allowed")
    if referral.extended:
        raise RuleBrokenError("extended_already")
    _check_runs(referral)


def may_extend(candidate: Candidate, case: Case) -> bool:
    """Whether an officer may extend at this instant."""
    return _holds(check_may_extend, candidate, case)


def extend(candidate: Candidate, case: Case, running: RunningTerm) -> Decision:
    """An officer gives a running referral the policy's working days more, once (domain §7.validity).

    Raises:
        RuleBrokenError: as `check_may_extend`.
    """
    check_may_extend(candidate, case)
    begun = case.basis.longer(running, case.basis.policy.extension_working_days)
    extended = replace(_last(candidate), term=begun.term, extended=True)
    told = Step(StepKind.REFERRAL_EXTENDED, Reason.REFERRAL_EXTENDED)
    return Decision(replace(candidate, referral=extended), case.at, (told,), begun=(begun,))


def depart(
    candidate: Candidate, at: datetime, reason: Reason = Reason.CHILD_DEPARTED, leave: Leave | None = None
) -> Decision:
    """The child has left the kindergarten; its place comes back by a new vacancy only (domain §7.roster).

    `left` is the kindergarten: after a swap it is not the referral's (domain §7.swap).

    Raises:
        RuleBrokenError: `departure_not_allowed` with the application's state.
    """
    if not TRANSITIONS.allows(candidate.status, Move.DEPART):
        raise RuleBrokenError("departure_not_allowed", status=candidate.status.value)
    left = replace(_last(candidate), status=ReferralStatus.DEPARTED)
    return Decision(after(candidate, Move.DEPART, referral=left), at, (Step(StepKind.DEPARTED, reason, leave=leave),))


def _holds(check: Callable[[Candidate, Case], None], candidate: Candidate, case: Case) -> bool:
    try:
        check(candidate, case)
    except RuleBrokenError:
        return False
    return True


def _freed(candidate: Candidate, place: Place | None, not_for: frozenset[UUID] = frozenset()) -> tuple[Place, ...]:
    """The place that goes on to others, if it is the child's."""
    return (offer_again(place, not_for),) if place and place.holder == candidate.application_id else ()


def _ended(candidate: Candidate, move: Move, referral: Referral, told: Step, case: Case, **more: Any) -> Decision:
    """The referral is over, one way or the other: nothing runs for it."""
    ended = ((TermKind.REFERRAL, referral.id),)
    return Decision(after(candidate, move, referral=referral), case.at, (told,), ended=ended, **more)


def _stopped(candidate: Candidate, move: Move | None, by: ClockStop, told: Step, case: Case) -> Decision:
    """The clock stands: from now on, or since it first did, with what was left then; the rest stays valid."""
    referral = _last(candidate)
    stopped = replace(referral, clock=_standing(referral, by, case))
    changed = after(candidate, move, referral=stopped) if move else replace(candidate, referral=stopped)
    return Decision(changed, case.at, (told,), ended=((TermKind.REFERRAL, referral.id),) if referral.term_runs else ())


def _standing(referral: Referral, by: ClockStop, case: Case) -> ReferralClock:
    clock = referral.clock
    if clock.runs:
        left = working_days_left(case.basis.calendar, referral.runs_since, referral.term.last_day, case.at)
        clock = ReferralClock(case.at, by, left)
    if referral.must_be_accepted:
        return clock
    return replace(clock, stopped_by=by, days_left=None if by is ClockStop.OVERRULED else clock.days_left)


def _valid(candidate: Candidate, case: Case) -> Referral:
    """The candidate's referral, if it is the one that is meant, and valid at the instant."""
    referral = _last(candidate)
    if referral.id != case.referral_id:
        raise RuleBrokenError("referral_not_valid", status="unknown")
    check_valid(referral, case.at)
    return referral


def _last(candidate: Candidate) -> Referral:
    if candidate.referral is None:
        raise RuleBrokenError("referral_not_valid", status="unknown")
    return candidate.referral


def _check_runs(referral: Referral) -> None:
    if referral.clock.stopped_by is not None:
        raise RuleBrokenError("clock_stopped_already", why=referral.clock.stopped_by.value)
