"""What the acts on children decide, by the rules of both services: pure decisions on what stands."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.ages import birthday
from kezek.contracts.policy import Policy
from kezek.contracts.values import QueuedChild
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import local_day
from kezek.referrals.domain import admission, leaving, vouchers
from kezek.referrals.domain.admission import Case
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.choosing import Standing, Wish, choose
from kezek.referrals.domain.choosing_together import check_called_together, choose_together
from kezek.referrals.domain.decisions import Decision
from kezek.referrals.domain.leaving import NewHome, place_given_back
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.states import is_over
from kezek.referrals.domain.terms import Basis, RunningTerm, TermKind
from kezek.simulate.scenario import Apply, Arrived, Benefit, Change, Choose, ChooseTogether
from kezek.simulate.state import State
from kezek.simulate.transfers import enrolment_left

NOBODY = UUID(int=0)


def candidate_of(state: State, child: str) -> Candidate:
    """The newest application of a child.

    Raises:
        RuleBrokenError: `child_unknown`.
    """
    if child not in state.applications:
        raise RuleBrokenError("child_unknown")
    return state.candidates[state.applications[child]]


def place_of(state: State, place: str) -> Place:
    """A place by its name.

    Raises:
        RuleBrokenError: `place_unknown`.
    """
    if place not in state.places_by_name:
        raise RuleBrokenError("place_unknown")
    return state.places[state.places_by_name[place]]


def applied(state: State, act: Apply, at: datetime) -> Candidate:
    """The candidate that an application begins; a child of a closed kindergarten queues at its old time (§3, §6.6).

    Raises:
        RuleBrokenError: `live_application_exists`, `child_too_old`, `nothing_to_transfer`.
    """
    if act.child in state.applications and not _may_apply_anew(candidate_of(state, act.child)):
        raise RuleBrokenError("live_application_exists")
    leaves, arrived = enrolment_left(state, act), act.arrived or Arrived()
    if local_day(at) >= birthday(act.born, state.policy.called_below_months):
        raise RuleBrokenError("child_too_old")
    serial, application_id = len(state.candidates) + 1, state.new_id()
    child = QueuedChild(
        application_id=application_id,
        child_id=state.children.get(act.transfer_of or act.child, application_id),
        applicant_id=application_id,
        queue_class=act.queue_class,
        birth_date=act.born,
        languages=act.languages,
        submitted_at=arrived.applied_at or state.old_times.get(act.child, at),
        separate_places=act.separate,
        transfer=leaves,
    )
    stop_list = stop_list_of(state, application_id, arrived)
    return Candidate(
        child,
        state.queue,
        serial=serial,
        version=1,
        status=Status.STOP_LISTED if stop_list else Status.QUEUED,
        misses=arrived.misses,
        stop_listed_until=stop_list.term.ends_at if stop_list else None,
    )


def stop_list_of(state: State, application_id: UUID, arrived: Arrived) -> RunningTerm | None:
    """The term of the stop list that a child has brought from another district, if it is on one."""
    since = arrived.stop_listed_at
    if since is None:
        return None
    basis = state.basis()
    return basis.term_after(TermKind.STOP_LIST, application_id, since, basis.policy.stop_list_working_days)


def _may_apply_anew(candidate: Candidate) -> bool:
    """Who has moved has a live application in another district (domain §3.conditions)."""
    return is_over(candidate.status) and candidate.moved_to is None


def twins_of(state: State, act: Apply) -> list[Candidate]:
    """Those named as twins who have applied, and who is linked with them by now (domain §5.4)."""
    applied = [state.applications[each] for each in act.twins if each in state.applications and each != act.child]
    # an application that is over binds nobody: who was linked by it is not linked by another one
    named = [each for each in applied if not is_over(state.candidates[each].status)]
    linked = [other for each in named for other in state.twins.get(state.candidates[each].child.twins, ())]
    return [state.candidates[each] for each in dict.fromkeys((*named, *linked))]


def with_benefit(state: State, act: Benefit) -> QueuedChild:
    """The child in the class of its benefit, at its own time (domain §3.benefit).

    Raises:
        RuleBrokenError: `child_unknown`, `application_over`.
    """
    return replace(live(state, act.child).child, queue_class=act.queue_class)


def with_change(state: State, act: Change) -> QueuedChild:
    """The child with what the family has changed.

    Raises:
        RuleBrokenError: `child_unknown`, `application_over`.
    """
    child = live(state, act.child).child
    separate = child.separate_places if act.separate is None else act.separate
    return replace(child, languages=act.languages or child.languages, separate_places=separate)


def live(state: State, child: str) -> Candidate:
    """The newest application of a child, if it is not over.

    Raises:
        RuleBrokenError: `child_unknown`, `application_over`.
    """
    candidate = candidate_of(state, child)
    if is_over(candidate.status):
        raise RuleBrokenError("application_over", status=candidate.status.value)
    return candidate


def chosen(state: State, act: Choose, at: datetime, policy: Policy) -> list[Decision]:
    """The referral for the place, and which turns hold other ones by it (domain §6.3, §6.4, §6.6).

    `policy` is the one in force at the receipt.

    Raises:
        RuleBrokenError: what forbids the choice.
    """
    candidate, place = candidate_of(state, act.child), place_of(state, act.place)
    if not act.valid:
        raise RuleBrokenError("signature_invalid")
    turn, mine = candidate.turn, candidate.application_id
    by_turn = turn.id if turn and place.status is PlaceStatus.HELD else None
    # who takes what another turn holds moves others along
    others = state.in_turn if by_turn and place.holder != mine else set()
    children = {each: state.candidates[each] for each in (*others, mine)}
    held = [each.turn.place_id for each in children.values() if each.turn]
    places = {each: state.places[each] for each in (*held, place.id)}
    wish = _wish(state, candidate, place, policy)
    (_, referred), *exchanged = choose(Standing(at, children, places), wish, Basis(policy, state.calendar))
    return [referred, *sorted((decision for _, decision in exchanged), key=lambda each: each.places[0].order)]


def chosen_together(state: State, act: ChooseTogether, at: datetime) -> list[Decision]:
    """The referrals of twins who were called together, all or none, and which turns hold other places (§5.4, §6.3).

    One builds upon the other, as each is told.

    Raises:
        RuleBrokenError: what forbids it.
    """
    chosen = [(candidate_of(state, each.child), place_of(state, each.place)) for each in act.choices]
    check_called_together([candidate for candidate, _ in chosen])
    those = {*state.in_turn, *(candidate.application_id for candidate, _ in chosen)}
    children = {each: state.candidates[each] for each in those}
    held = {each.turn.place_id for each in children.values() if each.turn}
    places = {each: state.places[each] for each in (*held, *(place.id for _, place in chosen))}
    wishes = [_wish(state, candidate, place, state.policy) for candidate, place in chosen]
    return [decision for _, decision in choose_together(Standing(at, children, places), wishes, state.basis())]


def _wish(state: State, candidate: Candidate, place: Place, policy: Policy) -> Wish:
    turn = candidate.turn
    by_turn = turn.id if turn and place.status is PlaceStatus.HELD else None
    judged = state.policies[turn.policy] if turn and by_turn else policy
    return Wish(candidate.application_id, place.id, by_turn, judged, state.new_id())


def decided(state: State, name: str, child: str, at: datetime) -> Decision:
    """What an act on one child decides.

    Raises:
        RuleBrokenError: what forbids it.
    """
    candidate = candidate_of(state, child)
    return _OF_CHILD[name](state, candidate, at)


def _case(state: State, candidate: Candidate, at: datetime) -> Case:
    """About its last referral, by the policy under which that was issued."""
    referral = candidate.referral
    return Case(referral.id, state.basis_of(referral.policy), at) if referral else Case(NOBODY, state.basis(), at)


def _place_of_referral(state: State, candidate: Candidate) -> Place:
    if candidate.referral is None:
        raise RuleBrokenError("referral_not_valid", status="unknown")
    return state.places[candidate.referral.place_id]


def _given_back(state: State, candidate: Candidate) -> Place | None:
    place_id = place_given_back(candidate)
    return state.places[place_id] if place_id else None


def _cancel(state: State, candidate: Candidate, at: datetime) -> Decision:
    return admission.cancel(candidate, _case(state, candidate, at), _place_of_referral(state, candidate))


def _uphold(state: State, candidate: Candidate, at: datetime) -> Decision:
    return admission.uphold(candidate, _case(state, candidate, at), _place_of_referral(state, candidate))


def _withdraw(state: State, candidate: Candidate, at: datetime) -> Decision:
    return leaving.withdraw(candidate, _given_back(state, candidate), at)


def _move(state: State, candidate: Candidate, at: datetime) -> Decision:
    home = NewHome(state.new_id(), candidate.queue, candidate.child.submitted_at, state.policy.id)
    return leaving.move_away(candidate, _given_back(state, candidate), home, at)


def _extend(state: State, candidate: Candidate, at: datetime) -> Decision:
    running = state.terms.get(candidate.application_id)
    case = _case(state, candidate, at)
    admission.check_may_extend(candidate, case)
    if running is None:
        raise RuleBrokenError("clock_stopped_already")
    return admission.extend(candidate, case, running)


def _restore(_: State, candidate: Candidate, at: datetime) -> Decision:
    return vouchers.restore(candidate, at)


def _decline(state: State, candidate: Candidate, at: datetime) -> Decision:
    kept, place = candidate.turn or candidate.referral, _given_back(state, candidate)
    policy = state.policies[kept.policy] if kept else state.policy
    vouchers.check_may_decline(candidate, policy, at)
    if place is None:
        raise RuleBrokenError("nothing_to_decline", status=candidate.status.value)
    return vouchers.decline(candidate, place, policy, at)


def _depart(_: State, candidate: Candidate, at: datetime) -> Decision:
    return admission.depart(candidate, at)


def _of_case(decide: Callable[[Candidate, Case], Decision]) -> Callable[[State, Candidate, datetime], Decision]:
    return lambda state, candidate, at: decide(candidate, _case(state, candidate, at))


_OF_CHILD: Mapping[str, Callable[[State, Candidate, datetime], Decision]] = {
    "arrive": _of_case(admission.arrive),
    "papers": _of_case(admission.submit_papers),
    "return_papers": _of_case(admission.return_papers),
    "accept": _of_case(admission.accept),
    "refuse": _of_case(admission.refuse),
    "uphold": _uphold,
    "overrule": _of_case(admission.overrule),
    "cancel": _cancel,
    "withdraw": _withdraw,
    "depart": _depart,
    "move": _move,
    "extend": _extend,
    "restore": _restore,
    "decline": _decline,
}
