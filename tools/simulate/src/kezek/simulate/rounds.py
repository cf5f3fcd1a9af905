"""Rounds of distribution, as far as one queue has part in them (domain §9.rounds)."""

from datetime import datetime
from typing import cast
from uuid import UUID

from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import local_day
from kezek.queue.domain.eligibility import birth_window
from kezek.queue.domain.order import RANKS, Order
from kezek.queue.domain.rounds import Given, RoundPlace, Seeker, called_together, distribute
from kezek.referrals.domain.candidate import CalledWith, Candidate
from kezek.referrals.domain.decisions import Decision, TurnToBegin, begin_turn
from kezek.referrals.domain.place import Place, offer_again
from kezek.simulate import deciding
from kezek.simulate.scenario import Wish
from kezek.simulate.state import State, entry_of, in_order_of_places


def wish(state: State, act: Wish) -> None:
    """Keep what a family wishes by now.

    Raises:
        RuleBrokenError: `child_unknown`, `application_over`, `too_many_wishes`, `wished_twice`.
    """
    candidate = deciding.live(state, act.child)
    if len(act.kindergartens) > state.policy.most_wishes:
        raise RuleBrokenError("too_many_wishes")
    if len(set(act.kindergartens)) < len(act.kindergartens):
        raise RuleBrokenError("wished_twice")
    state.wishes[candidate.application_id] = tuple(map(state.garden, act.kindergartens))


def hold_round(state: State, at: datetime) -> list[Decision]:
    """The turns that a round begins, in its order, each for exactly its place.

    Raises:
        RuleBrokenError: `rounds_not_here`, `round_gives_nothing`.
    """
    if not state.policy.distribution_in_rounds:
        raise RuleBrokenError("rounds_not_here")
    seekers = [_seeker(state, each) for each in state.candidates.values() if each.waiting]
    free = [each for each in state.places.values() if each.status is PlaceStatus.OFFERED]
    places = [_round_place(state, each) for each in in_order_of_places(free)]
    found = distribute(seekers, places, birth_window(local_day(at), state.policy))
    if not found.given:
        raise RuleBrokenError("round_gives_nothing")
    call_of: dict[Given, UUID] = {}
    for together in called_together(found, seekers):
        call_of |= dict.fromkeys(together, state.new_id())
    return [_begin(state, given, call_of[given], at) for given in found.given]


def _begin(state: State, given: Given, call_id: UUID, at: datetime) -> Decision:
    # the domain takes any key
    candidate, place = state.candidates[cast("UUID", given.application_id)], state.places[cast("UUID", given.place_id)]
    child = candidate.child
    called_with = CalledWith(child.queue_class, child.birth_date, child.languages)
    turn = TurnToBegin(call_id, state.new_id(), called_with, by_round=True)
    return begin_turn(candidate, place, turn, state.basis(), at)


def waiting_for_rounds(state: State) -> list[Place]:
    """The places that are offered while nobody is called: they wait for the next round."""
    return in_order_of_places(each for each in state.places.values() if each.status is PlaceStatus.OFFERED)


def taken_from_free_choice(state: State) -> list[Place]:
    """What was in free choice, or waited for its hour, when rounds came into force: it waits for the next one."""
    free = [each for each in state.places.values() if each.status in {PlaceStatus.OPEN, PlaceStatus.OPENING}]
    return [offer_again(each) for each in in_order_of_places(free)]


def _seeker(state: State, candidate: Candidate) -> Seeker:
    entry, leaves = entry_of(candidate), candidate.child.transfer
    child, here = entry.child, leaves.kindergarten_id if leaves else None
    return Seeker(
        category=RANKS[Order.CATEGORIES][child.queue_class],
        submitted_at=child.submitted_at,
        number=entry.number,
        application_id=child.application_id,
        group_year=state.queue.group_year,
        kind=state.queue.kind,
        birth_date=child.birth_date,
        languages=child.languages,
        wishes=[each for each in state.wishes.get(child.application_id, ()) if each != here],
        twins=child.twins,
        separate_places=child.separate_places,
    )


def _round_place(state: State, place: Place) -> RoundPlace:
    return RoundPlace(
        place.id,
        place.kindergarten_id,
        state.queue.group_year,
        state.queue.kind,
        place.language,
        frozenset(state.kept_out(place)),
    )
