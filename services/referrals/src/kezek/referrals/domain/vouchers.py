"""The voucher regime has no free choice and no stop list: inactive, restored once, or out (domain §9.profiles).

Each is judged by the policy under which the turn began, or the referral was issued. A place given up goes on to the
next child, or waits for the next round.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import Decision, Step, StepKind, after
from kezek.referrals.domain.place import Place, offer_again
from kezek.referrals.domain.running import Running, running_term
from kezek.referrals.domain.states import Move
from kezek.referrals.domain.terms import Basis, RunningTerm, TermKind

_REFUSES = frozenset({Status.NOTIFIED, Status.REFERRED})


def is_by_vouchers(policy: Policy) -> bool:
    """Whether who does not confirm, or hand in papers, in time becomes inactive (domain §9.profiles)."""
    return policy.restorable_calendar_days is not None


def fall_out(candidate: Candidate, term: Running, place: Place, basis: Basis) -> Decision:
    """End a turn not confirmed, or a referral without papers, as of its term's end: inactive, without a miss.

    Who has been restored before is removed: one is restored once.
    """
    at, told = term.ends_at, _FALLS_OUT[term.kind]
    over = replace(_given_up(candidate, ReferralStatus.EXPIRED), term_ended_at=at)
    ended, places = ((term.kind, term.key),), _freed(candidate, place)
    if candidate.restored:
        steps = (told, Step(StepKind.CLOSED, Reason.RESTORED_BEFORE))
        return Decision(after(over, Move.REMOVE), at, steps, places, ended=ended)
    begun = restorable(candidate.application_id, at, basis)
    inactive = after(over, Move.DEACTIVATE, inactive_until=begun.term.ends_at)
    steps = (told, Step(StepKind.DEACTIVATED, told.reason))
    return Decision(inactive, at, steps, places, (begun,), ended)


def restorable(application_id: UUID, fell_out_at: datetime, basis: Basis) -> RunningTerm:
    """In which term one may be restored: calendar days after the day that ended when it fell out (domain §6.7).

    Raises:
        ValueError: where nobody becomes inactive.
    """
    days = basis.policy.restorable_calendar_days
    if days is None:
        raise ValueError(f"policy {basis.policy.id!r} makes nobody inactive")
    return basis.calendar_days_after(TermKind.INACTIVE, application_id, fell_out_at, days)


def restore(candidate: Candidate, at: datetime) -> Decision:
    """The family has an inactive application restored: queued at its own time (domain §5.3).

    Raises:
        RuleBrokenError: `not_inactive` with the state, `restored_too_late` with the instant that was too late.
    """
    until = _inactive_until(candidate)
    if at >= until:
        raise RuleBrokenError("restored_too_late", until=until.isoformat())
    restored = after(candidate, Move.RESTORE, inactive_until=None, restored=True)
    return Decision(restored, at, (Step(StepKind.RETURNED, Reason.RESTORED),), ended=_ends_inactive(candidate))


def give_up(candidate: Candidate) -> Decision:
    """Remove who was not restored in time, as of the time's end.

    Raises:
        RuleBrokenError: `not_inactive` with the state.
    """
    until = _inactive_until(candidate)
    removed = after(candidate, Move.REMOVE, inactive_until=None)
    steps = (Step(StepKind.CLOSED, Reason.NOT_RESTORED_IN_TIME),)
    return Decision(removed, until, steps, ended=_ends_inactive(candidate))


def check_may_decline(candidate: Candidate, policy: Policy, at: datetime) -> None:
    """Refuse a family's refusal where it does not cost the place in the queue, or where there is nothing to refuse.

    Raises:
        RuleBrokenError: `declining_not_here`, `nothing_to_decline` with the state.
    """
    if not policy.refusing_annuls_position:
        raise RuleBrokenError("declining_not_here")
    term = running_term(candidate)
    if candidate.status not in _REFUSES or (term and at >= term.ends_at):
        raise RuleBrokenError("nothing_to_decline", status=candidate.status.value)


def may_decline(candidate: Candidate, policy: Policy, at: datetime) -> bool:
    """Whether the family may refuse its place at this instant."""
    try:
        check_may_decline(candidate, policy, at)
    except RuleBrokenError:
        return False
    return True


def decline(candidate: Candidate, place: Place, policy: Policy, at: datetime) -> Decision:
    """The family refuses its place: that annuls its place in the queue (domain §9.profiles).

    Raises:
        RuleBrokenError: as `check_may_decline`.
    """
    check_may_decline(candidate, policy, at)
    term = running_term(candidate)
    kind = StepKind.TURN_ENDED if candidate.turn else StepKind.REFERRAL_VOIDED
    steps = (Step(kind, Reason.PLACE_DECLINED), Step(StepKind.CLOSED, Reason.PLACE_DECLINED))
    removed = after(_given_up(candidate, ReferralStatus.VOIDED), Move.REMOVE)
    return Decision(removed, at, steps, _freed(candidate, place), ended=((term.kind, term.key),) if term else ())


_FALLS_OUT = {
    TermKind.TURN: Step(StepKind.TURN_ENDED, Reason.NOT_CONFIRMED_IN_TIME),
    TermKind.REFERRAL: Step(StepKind.REFERRAL_EXPIRED, Reason.NO_PAPERS_IN_TIME),
}


def _given_up(candidate: Candidate, status: ReferralStatus) -> Candidate:
    """Without its turn, or with a referral that is over; the state is still to change."""
    referral = candidate.referral
    if candidate.turn is not None or referral is None:
        return replace(candidate, turn=None)
    return replace(candidate, referral=replace(referral, status=status))


def _freed(candidate: Candidate, place: Place) -> tuple[Place, ...]:
    """The place that goes on, if it is the child's still."""
    return (offer_again(place),) if place.holder == candidate.application_id else ()


def _ends_inactive(candidate: Candidate) -> tuple[tuple[TermKind, UUID], ...]:
    return ((TermKind.INACTIVE, candidate.application_id),)


def _inactive_until(candidate: Candidate) -> datetime:
    if candidate.inactive_until is None:
        raise RuleBrokenError("not_inactive", status=candidate.status.value)
    return candidate.inactive_until
