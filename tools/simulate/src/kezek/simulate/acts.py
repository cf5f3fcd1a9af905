"""The steps of a scenario: what each does to the queue, or why it may not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import midnight_after
from kezek.referrals.domain import admission, annulling
from kezek.referrals.domain.annulling import Annulment
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import move_deadline
from kezek.referrals.domain.instant import order_of_end
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.running import running_term
from kezek.referrals.domain.terms import counted_anew
from kezek.simulate import deciding
from kezek.simulate.benefits import await_end
from kezek.simulate.lines import Line
from kezek.simulate.player import Player
from kezek.simulate.rounds import hold_round, taken_from_free_choice, waiting_for_rounds, wish
from kezek.simulate.scenario import (
    Annul,
    Apply,
    Arrived,
    Benefit,
    Change,
    Choose,
    ChooseTogether,
    Close,
    HoldRound,
    NewDays,
    NewPolicy,
    OfChild,
    Publish,
    Show,
    Step,
    Wish,
    calendar_of,
)
from kezek.simulate.state import State


def perform(player: Player, step: Step, now: datetime, policy: Policy) -> None:
    """Do what a step says, judged as of its instant, by the policy of then; what follows for others begins now.

    Raises:
        RuleBrokenError: what forbids it; nothing has changed.
        ImpossibleTransitionError: likewise.
    """
    match step.act:
        case Choose() as act:
            player.settle(deciding.chosen(player.state, act, step.at, policy), now)
        case ChooseTogether() as act:
            player.settle(deciding.chosen_together(player.state, act, step.at), now)
        case HoldRound():
            player.settle(hold_round(player.state, step.at), now)
        case OfChild() as act:
            player.settle([deciding.decided(player.state, step.name, act.child, step.at)], now)
        case NewPolicy():
            _enforce(player, step)
        case act:
            _OTHERS[step.name](player, act, step.at)


def _apply(player: Player, act: Apply, at: datetime) -> None:
    state = player.state
    candidate, linked = deciding.applied(state, act, at), deciding.twins_of(state, act)
    if linked:
        candidate = _link(state, candidate, linked)
    state.old_times.pop(act.child, None)
    state.begin(act.child, candidate)
    player.await_age(candidate.application_id)
    player.lines.append(Line(at, "queued", act.child))
    stop_list = deciding.stop_list_of(state, candidate.application_id, act.arrived or Arrived())
    if stop_list is not None:
        state.keep_term(candidate.application_id, stop_list)
        player.lines.append(Line(at, "stop_listed", act.child, until=stop_list.term.ends_at))


def _link(state: State, candidate: Candidate, linked: Sequence[Candidate]) -> Candidate:
    """All of them are one group, of one family, from now on (domain §5.4)."""
    group = state.new_id()
    for each in linked:
        state.tell(replace(each.child, twins=group, applicant_id=group))
    state.twins[group] = [*(each.application_id for each in linked), candidate.application_id]
    return replace(candidate, child=replace(candidate.child, twins=group, applicant_id=group))


def _publish(player: Player, act: Publish, at: datetime) -> None:
    state = player.state
    names = [each.id for each in act.places]
    if len(set(names)) < len(names) or not state.places_by_name.keys().isdisjoint(names):
        raise RuleBrokenError("place_exists")
    if any(each.kindergarten in state.closed for each in act.places):
        raise RuleBrokenError("kindergarten_closed")
    vacancy, published = state.new_id(), []
    for ordinal, each in enumerate(act.places, 1):
        place = Place(
            id=state.new_id(),
            vacancy_id=vacancy,
            ordinal=ordinal,
            kindergarten_id=vacancy if each.kindergarten is None else state.garden(each.kindergarten),
            queue=state.queue,
            language=each.language,
            published_at=at,
        )
        state.publish(each.id, each.kindergarten, place)
        published.append(place)
    player.hand_out(published, at)


def _annul(player: Player, act: Annul, at: datetime) -> None:
    state = player.state
    place = deciding.place_of(state, act.place)
    holder = state.candidates[place.holder] if place.holder else None
    _take_back(player, annulling.annul(place, holder, at), at)
    player.remove_too_old([place.holder] if place.holder else [], at)


def _close(player: Player, act: Close, at: datetime) -> None:
    """Place by place in the order of publication: annulled, its referral voided, or its child departed (§6.6)."""
    state = player.state
    if act.kindergarten not in state.kindergartens or act.kindergarten in state.closed:
        raise RuleBrokenError("kindergarten_unknown")
    places = state.places_of(act.kindergarten)
    holders = {each.holder: state.candidates[each.holder] for each in places if each.holder}
    closing = {each.place.id: each for each in annulling.close_kindergarten(places, holders, at)}
    state.closed.add(act.kindergarten)
    for place in places:
        if place.id in closing:
            _take_back(player, closing[place.id], at)
        elif place.holder and _is_enrolled_at(state.candidates[place.holder], place):
            player.tell(admission.depart(state.candidates[place.holder], at, Reason.KINDERGARTEN_CLOSED))
            if state.policy.old_time_kept_on_closing:
                state.old_times[state.names[place.holder]] = holders[place.holder].child.submitted_at
    player.remove_too_old(holders, at)


def _is_enrolled_at(candidate: Candidate, place: Place) -> bool:
    referral = candidate.referral
    return candidate.status is Status.ENROLLED and referral is not None and referral.place_id == place.id


def _take_back(player: Player, annulled: Annulment, at: datetime) -> None:
    """Keep and tell what becomes of a place, and of the child that held it."""
    if annulled.decision is not None:
        player.tell(annulled.decision)
    else:
        player.keep(annulled.place, at)


def _enforce(player: Player, step: Step) -> None:
    state, policy = player.state, step.policy
    if policy is None:
        raise LookupError("a step without its policy")
    by_rounds = state.policy.distribution_in_rounds
    state.enforce(policy)
    for each in state.candidates:
        player.await_age(each)
    player.remove_too_old(state.candidates, step.at)
    if policy.distribution_in_rounds:
        for place in taken_from_free_choice(state):
            player.keep(place, step.at)
    elif by_rounds:
        player.hand_out(waiting_for_rounds(state), step.at)


def _set_days(player: Player, act: NewDays, at: datetime) -> None:
    """Open terms are counted once more and none is shortened, those with places first, in their order (§6.7)."""
    state, holidays, working = player.state, frozenset(act.holidays), frozenset(act.working)
    free, worked = state.calendar.free - working | holidays, state.calendar.worked - holidays | working
    state.calendar = calendar_of(state.calendar.version + 1, free, worked)
    running = [(of, term) for each in state.terms if (term := running_term(of := state.candidates[each]))]
    for candidate, _ in sorted(running, key=lambda end: order_of_end(end, state.places)):
        later = counted_anew(state.terms[candidate.application_id], state.calendar)
        if later is not None:
            player.tell(move_deadline(candidate, later, at))


def _tell_benefit(player: Player, act: Benefit, at: datetime) -> None:
    child = deciding.with_benefit(player.state, act)
    if act.last_day is not None and midnight_after(act.last_day) <= at:
        raise RuleBrokenError("proof_over_already")
    player.state.tell(child)
    await_end(player.state, child.application_id, act)


def _wish(player: Player, act: Wish, _: datetime) -> None:
    wish(player.state, act)


def _tell_change(player: Player, act: Change, _: datetime) -> None:
    player.state.tell(deciding.with_change(player.state, act))


def _show(player: Player, what: Show, at: datetime) -> None:
    """Where everybody who waits stands, or the phase."""
    state = player.state
    if what == "phase":
        player.lines.append(Line(at, "phase", owed=state.order.owed))
        return
    order = enumerate(state.order.positions(state.policy), 1)
    positions = {state.names[entry.child.application_id]: position for position, entry in order}
    player.lines.append(Line(at, "positions", positions=positions))


_OTHERS: Mapping[str, Callable[[Player, Any, datetime], None]] = {
    "apply": _apply,
    "benefit": _tell_benefit,
    "change": _tell_change,
    "wish": _wish,
    "publish": _publish,
    "annul": _annul,
    "close": _close,
    "calendar": _set_days,
    "show": _show,
}
