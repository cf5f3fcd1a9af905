"""Decisions in the words of a scenario: which lines each of their steps is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import PlaceStatus, ReferralStatus
from kezek.referrals.domain.candidate import Candidate, Referral, Turn
from kezek.referrals.domain.decisions import Decision, Step, StepKind
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.running import running_term
from kezek.simulate.lines import Line

_TURN_ENDS = {
    Reason.PLACE_ANNULLED: "annulled",
    Reason.KINDERGARTEN_CLOSED: "closed",
    Reason.MOVED: "moved",
    Reason.WITHDRAWN: "withdrawn",
    Reason.PLACE_DECLINED: "declined",
}
_REMOVALS = {
    Reason.TOO_MANY_MISSES: "missed",
    Reason.AGED_OUT: "aged_out",
    Reason.MOVED: "moved",
    Reason.PLACE_DECLINED: "declined",
    Reason.NOT_RESTORED_IN_TIME: "not_restored",
    Reason.RESTORED_BEFORE: "restored_before",
    Reason.ENROLMENT_OVER: "enrolment_over",
}
_LAPSES = frozenset({Reason.NO_CHOICE_IN_TIME, Reason.NOT_CONFIRMED_IN_TIME})
_OF_CHILD = {
    StepKind.RETURNED: "returned",
    StepKind.ARRIVED: "arrived",
    StepKind.PAPERS_SUBMITTED: "papers_submitted",
    StepKind.REFUSAL_UPHELD: "upheld",
    StepKind.REFUSAL_OVERRULED: "overruled",
    StepKind.DEPARTED: "departed",
}
_OF_REFERRAL = {
    StepKind.REFERRAL_EXPIRED: "expired",
    StepKind.REFERRAL_ACCEPTED: "accepted",
    StepKind.REFERRAL_CANCELLED: "cancelled",
    StepKind.REFERRAL_REFUSED: "refused",
    StepKind.REFERRAL_VOIDED: "voided",
}
_UNTIL = {
    StepKind.PAPERS_RETURNED: "papers_returned",
    StepKind.DEADLINE_MOVED: "deadline_moved",
    StepKind.STOP_LISTED: "stop_listed",
    StepKind.DEACTIVATED: "inactive",
    StepKind.REFERRAL_EXTENDED: "extended",
}
Names = Mapping[UUID, str]


def told(before: Candidate, decision: Decision, names: Names) -> Iterator[Line]:
    """The lines of a decision: its steps, then what becomes of its places."""
    if _voided_silently(before, decision):
        yield _line(decision, names, "voided", place=_referral(before).place_id)
    for step in decision.steps:
        line = _told_step(before, decision, step, names)
        if line is not None:
            yield line
    if all(step.kind is not StepKind.REFERRAL_VOIDED for step in decision.steps):
        for place in decision.places:
            yield from told_place(place, decision.at, names)


def told_place(place: Place, at: datetime, names: Names) -> Iterator[Line]:
    """The line of a place that has come into free choice, or was annulled."""
    if place.status in {PlaceStatus.OPEN, PlaceStatus.ANNULLED}:
        event = "opened" if place.status is PlaceStatus.OPEN else "annulled"
        yield Line(at, event, place=names[place.id])


def _voided_silently(before: Candidate, decision: Decision) -> bool:
    """Whether a withdrawal voids the open referral (domain §4.ends)."""
    referral, after = before.referral, decision.candidate.referral
    was_valid = referral is not None and referral.status is ReferralStatus.VALID
    voided = after is not None and after.status is ReferralStatus.VOIDED
    return was_valid and voided and all(step.kind is StepKind.CLOSED for step in decision.steps)


def _told_step(before: Candidate, decision: Decision, step: Step, names: Names) -> Line | None:
    kind = step.kind
    if kind in _OF_CHILD:
        return _line(decision, names, _OF_CHILD[kind])
    if kind in _OF_REFERRAL:
        return _line(decision, names, _OF_REFERRAL[kind], place=_referral(before).place_id)
    if kind in _UNTIL:
        runs = running_term(decision.candidate)
        return _line(decision, names, _UNTIL[kind], until=runs.ends_at if runs else None)
    if kind is StepKind.CLOSED:
        return _closed(decision, step, names)
    return _turn_ended(before, decision, step, names) if kind is StepKind.TURN_ENDED else _begun(decision, kind, names)


def _begun(decision: Decision, kind: StepKind, names: Names) -> Line | None:
    """A turn or a referral that begins, a turn that goes on with another place; None for any other step."""
    after = decision.candidate
    if kind is StepKind.TURN_STARTED:
        return _line(decision, names, "called", place=_turn(after).place_id, until=_turn(after).term.ends_at)
    if kind is StepKind.TURN_EXCHANGED:
        return _line(decision, names, "exchanged", place=_turn(after).place_id)
    if kind is StepKind.REFERRAL_ISSUED:
        referral = _referral(after)
        return _line(decision, names, "referred", place=referral.place_id, until=referral.term.ends_at)
    return None


def _turn_ended(before: Candidate, decision: Decision, step: Step, names: Names) -> Line | None:
    """A turn that ends by its own choice is told by the referral alone."""
    if step.reason is Reason.PLACE_CHOSEN:
        return None
    place = _turn(before).place_id
    if step.reason in _LAPSES:
        return _line(decision, names, "lapsed", place=place)
    return replace(_line(decision, names, "turn_ended", place=place), code=_TURN_ENDS[step.reason])


def _closed(decision: Decision, step: Step, names: Names) -> Line:
    if step.reason is Reason.WITHDRAWN:
        return _line(decision, names, "withdrawn")
    return replace(_line(decision, names, "removed"), code=_REMOVALS[step.reason])


def _line(
    decision: Decision, names: Names, event: str, *, place: UUID | None = None, until: datetime | None = None
) -> Line:
    child = names[decision.candidate.application_id]
    return Line(decision.at, event, child, names[place] if place else None, until)


def _turn(candidate: Candidate) -> Turn:
    if candidate.turn is None:
        raise LookupError("no turn")
    return candidate.turn


def _referral(candidate: Candidate) -> Referral:
    if candidate.referral is None:
        raise LookupError("no referral")
    return candidate.referral
