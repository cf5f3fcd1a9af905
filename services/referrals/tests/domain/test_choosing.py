"""Several turns over several places: who may take whose, what the others hold then, and the hour of free choice."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE
from kezek.contracts.values import QueuedChild, QueueRef, Transfer
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, PlaceStatus, QueueClass
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import Calendar
from kezek.referrals.domain import decisions
from kezek.referrals.domain.candidate import CalledWith, Candidate
from kezek.referrals.domain.choosing import (
    Change,
    Missing,
    Obstacle,
    Prospect,
    Standing,
    Wish,
    choose,
    list_places,
    prospect,
)
from kezek.referrals.domain.choosing_together import choose_together
from kezek.referrals.domain.decisions import TurnToBegin, begin_turn
from kezek.referrals.domain.matching import exchange
from kezek.referrals.domain.matching_together import exchange_together
from kezek.referrals.domain.place import Place, offer_again, open_at_hour, open_to_all
from kezek.referrals.domain.terms import Basis

NOW = datetime(2027, 2, 1, 7, tzinfo=UTC)
QUEUE = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2023)
BASIS = Basis(REFERRAL_PROFILE, Calendar(version=1, holidays=lambda _: False))
KK, RU, EN = InstructionLanguage
Ids = AbstractSet[UUID]
A, B, C, D = (UUID(int=number) for number in (1, 2, 3, 4))
P, Q, R, S = (UUID(int=number) for number in (11, 12, 13, 14))


def child(application_id: UUID, languages: Sequence[InstructionLanguage] = (KK,)) -> Candidate:
    facts = {"child_id": application_id, "applicant_id": application_id, "submitted_at": NOW}
    age = {"queue_class": QueueClass.GENERAL, "birth_date": date(2024, 1, 5), "languages": tuple(languages)}
    return Candidate(QueuedChild(application_id=application_id, **facts, **age), QUEUE, serial=application_id.int)


def place(place_id: UUID, language: InstructionLanguage = KK, *not_for: UUID) -> Place:
    """Published in the order of the ids."""
    return Place(place_id, UUID(int=0), place_id.int, UUID(int=0), QUEUE, language, NOW, not_for=frozenset(not_for))


def standing(turns: Sequence[tuple[Candidate, Place]], *others: Place) -> Standing:
    """Turns that began in this order, each holding the place beside it; and places that none holds."""
    children, places = {}, {each.id: each for each in others}
    for number, (candidate, held) in enumerate(turns):
        called_with = CalledWith(QueueClass.GENERAL, candidate.child.birth_date, candidate.child.languages)
        call = TurnToBegin(UUID(int=0), UUID(int=100 + number), called_with)
        begun = begin_turn(candidate, held, call, BASIS, NOW)
        children[candidate.application_id] = begun.candidate
        places[held.id] = begun.places[0]
    return Standing(NOW, children, places)


def wish(of: Standing, application_id: UUID, place_id: UUID) -> Wish:
    turn = of.children[application_id].turn
    return Wish(application_id, place_id, turn.id if turn else None, BASIS.policy, UUID(int=1000))


def held(changes: Sequence[Change]) -> dict[UUID, UUID]:
    """Which turns hold other places now."""
    return {each.application_id: done.candidate.turn.place_id for each, done in changes if done.candidate.turn}


def refused(of: Standing, application_id: UUID, place_id: UUID) -> str:
    with pytest.raises(RuleBrokenError) as refusal:
        choose(of, wish(of, application_id, place_id), BASIS)
    return refusal.value.code


def chosen(of: Standing, application_id: UUID, place_id: UUID) -> dict[UUID, UUID]:
    return held(choose(of, wish(of, application_id, place_id), BASIS))


def test_the_turn_that_lost_its_place_has_the_choosers_former_one() -> None:
    before = standing([(child(A), place(P)), (child(B), place(Q))])
    (_, referred), (_, exchanged) = choose(before, wish(before, A, Q), BASIS)
    assert (referred.candidate.status, [each.id for each in referred.places]) == (Status.REFERRED, [Q])
    was, now = before.children[B].turn, exchanged.candidate.turn
    assert was is not None
    assert now == replace(was, place_id=P)
    assert (exchanged.candidate.status, exchanged.begun, exchanged.ended) == (Status.NOTIFIED, (), ())
    assert [(step.kind.value, step.reason.value) for step in exchanged.steps] == [("turn_exchanged", "place_exchanged")]


def test_a_place_that_another_turn_needs_is_not_given() -> None:
    before = standing([(child(A, [KK, RU]), place(P, RU)), (child(B), place(Q))])
    assert refused(before, A, Q) == "place_needed"
    assert list_places(before, before.children[A], BASIS.policy) == [
        (before.places[P], None),
        (before.places[Q], Obstacle.NEEDED),
    ]


@pytest.mark.parametrize(
    ("limits", "obstacle"),
    [({"called_below_months": 36}, Obstacle.TOO_OLD), ({"called_from_months": 48}, Obstacle.TOO_YOUNG)],
)
def test_an_age_that_was_right_at_the_call_is_wrong_in_free_choice_only(limits: Any, obstacle: Obstacle) -> None:
    now = standing([(child(A), place(P)), (child(B), place(Q))], open_to_all(place(R)))
    of_today = replace(BASIS.policy, **limits)
    found = [(each.id, why) for each, why in list_places(now, now.children[A], of_today)]
    assert found == [(P, None), (Q, None), (R, obstacle)]
    with pytest.raises(RuleBrokenError) as refusal:
        choose(now, replace(wish(now, A, R), policy=of_today), BASIS)
    assert refusal.value.code == obstacle.value
    assert chosen(now, A, Q) == {B: P}


def test_a_chain_frees_the_place_though_its_turn_cannot_hold_the_former_one() -> None:
    turns = [(child(A, [KK, RU]), place(P, RU)), (child(B), place(Q)), (child(C, [KK, RU]), place(R))]
    assert chosen(standing(turns), A, Q) == {B: R, C: P}


def test_of_two_chains_the_turn_called_first_has_the_place_published_first() -> None:
    both = [KK, RU]
    turns = [
        (child(A, both), place(P, RU)),
        (child(B), place(Q)),
        (child(C, both), place(R)),
        (child(D, both), place(S)),
    ]
    assert chosen(standing(turns), A, Q) == {B: R, C: P}
    # who was called first would give an earlier place for a later one: it keeps its own
    late_free = [(child(A, both), place(S, RU)), *turns[2:3], (child(B), place(Q)), (child(D, both), place(P))]
    assert chosen(standing(late_free), A, Q) == {B: P, D: S}


def test_without_a_turn_free_choice_only_and_whatever_the_language() -> None:
    before = standing([(child(A), place(P))], open_to_all(place(Q, RU)), place(R))
    before = Standing(NOW, {**before.children, B: child(B)}, before.places)
    assert refused(before, B, P) == refused(before, B, R) == "place_taken"
    assert held(choose(before, wish(before, B, Q), BASIS)) == {}


def test_what_does_not_fit_says_why() -> None:
    turns = [(child(A), place(P)), (child(B, [KK, RU]), place(Q, RU)), (child(C), place(R, KK, A))]
    before = standing(turns)
    assert refused(before, A, Q) == "place_other_language"
    assert refused(before, A, R) == "place_cancelled_before"
    elsewhere = replace(before.places[R], queue=replace(QUEUE, group_year=2022), not_for=frozenset())
    assert refused(Standing(NOW, before.children, {**before.places, R: elsewhere}), A, R) == "place_taken"


def test_what_a_turn_holds_fits_it_always() -> None:
    """It was exchanged for a place in a language that the child was called with, or cancelled once: it is its own."""
    before = standing([(child(A), place(P, RU)), (child(B), place(Q, KK, B))])
    assert chosen(before, A, P) == {}
    assert chosen(before, B, Q) == {}


def test_an_overdue_turn_takes_no_part() -> None:
    before = standing([(child(A), place(P)), (child(B), place(Q))])
    turn = before.children[B].turn
    assert turn is not None
    late = Standing(turn.term.ends_at, before.children, before.places)
    assert [each.id for each in late.running] == []
    assert refused(late, A, P) == "turn_over"


def test_who_takes_a_free_place_passes_its_own_on() -> None:
    before = standing([(child(A), place(P)), (child(B), place(Q))], open_to_all(place(R)))
    (_, referred), *others = choose(before, wish(before, A, R), BASIS)
    assert (others, referred.offered) == ([], (offer_again(before.places[P]),))


def test_twins_exchange_their_places() -> None:
    before = standing([(child(A), place(P)), (child(B), place(Q))])
    changes = choose_together(before, [wish(before, A, Q), wish(before, B, P)], BASIS)
    after = before.after(changes)
    assert {each.id: each.holder for each in after.places.values()} == {P: B, Q: A}
    assert {each.status for each in after.children.values()} == {Status.REFERRED}


def test_twins_choose_in_the_order_in_which_both_can() -> None:
    before = standing([(child(A), place(P)), (child(B), place(Q))], open_to_all(place(R)))
    wishes = [wish(before, A, R), wish(before, B, P)]
    after = before.after(choose_together(before, wishes, BASIS))
    assert {each.id: (each.status.value, each.holder) for each in after.places.values()} == {
        P: ("taken", B),
        Q: ("offered", None),
        R: ("taken", A),
    }


def test_twins_choose_all_or_none() -> None:
    before = standing([(child(A), place(P)), (child(B), place(Q)), (child(C), place(R, RU))])
    with pytest.raises(RuleBrokenError, match="place_other_language"):
        choose_together(before, [wish(before, A, Q), wish(before, B, R)], BASIS)


CASES = st.integers(2, 5).flatmap(
    lambda many: st.tuples(
        st.lists(st.sets(st.sampled_from([KK, RU, EN]), min_size=1), min_size=many, max_size=many),
        st.lists(st.sampled_from([KK, RU, EN]), min_size=many, max_size=many),
        st.sets(st.tuples(st.integers(0, many - 1), st.integers(0, many - 1))),
        st.permutations(range(many)),
    )
)


def random_standing(case: tuple[Any, ...]) -> Standing:
    wanted, languages, cancelled, order = case
    children = [child(UUID(int=1 + number), sorted(each)) for number, each in enumerate(wanted)]
    places = [
        place(UUID(int=11 + number), each, *(children[who].application_id for who, what in cancelled if what == number))
        for number, each in enumerate(languages)
    ]
    return standing([(children[number], places[number]) for number in order])


def all_matchings(before: Standing, choosers: Ids, taken: Ids) -> Iterator[dict[UUID, UUID]]:
    """Every way to give each other turn a place that fits, by trying them all."""
    others = [each for each in before.running if each.id not in choosers]
    left = [each.place for each in before.running if each.place.id not in taken]
    for places in permutations(left, len(others)):
        if all(turn.fits(place) for turn, place in zip(others, places, strict=True)):
            yield {turn.id: place.id for turn, place in zip(others, places, strict=True)}


def best(before: Standing, choosers: Ids, taken: Ids) -> dict[UUID, UUID] | None:
    """The matching that changes the fewest; of several the first in the order of calls by order of publication."""
    now = {each.id: each.place.id for each in before.running}
    calls = [each.id for each in sorted(before.running, key=lambda each: each.called) if each.id not in choosers]

    def cost(matching: dict[UUID, UUID]) -> tuple[Any, ...]:
        changed = sum(now[one] != place_id for one, place_id in matching.items())
        return changed, [before.places[matching[one]].order for one in calls]

    return min(all_matchings(before, choosers, taken), key=cost, default=None)


@settings(max_examples=400, deadline=None)
@given(CASES)
def test_each_exchange_is_the_one_that_trying_all_finds(case: tuple[Any, ...]) -> None:
    before = random_standing(case)
    for mine in before.running:
        offers = {each.id: obstacle for each, obstacle in list_places(before, mine.candidate, BASIS.policy)}
        for other in before.running:
            if other.id == mine.id or not mine.fits(other.place):
                continue
            expected = best(before, {mine.id}, {other.place.id})
            assert (offers[other.place.id] is None) == (expected is not None)
            if expected is not None:
                now = {each.id: each.place.id for each in before.running if each.id != mine.id}
                assert now | chosen(before, mine.id, other.place.id) == expected


@settings(max_examples=300, deadline=None)
@given(CASES, st.data())
def test_no_turn_is_ever_left_without_a_place_and_no_place_is_given_twice(case: tuple[Any, ...], data: Any) -> None:
    now = random_standing(case)
    choosers = data.draw(st.permutations(sorted(now.children)))
    for application_id in choosers:
        offers = list_places(now, now.children[application_id], BASIS.policy)
        (pick, obstacle) = data.draw(st.sampled_from(offers))
        if obstacle is not None:
            assert refused(now, application_id, pick.id) == obstacle.value
            continue
        now = now.after(choose(now, wish(now, application_id, pick.id), BASIS))
        notified = [each for each in now.children.values() if each.status is Status.NOTIFIED]
        assert len(now.running) == len(notified)
        assert all(each.fits(each.place) for each in now.running)
        holders = [each.holder for each in now.places.values() if each.holder]
        assert len(holders) == len(set(holders)) == len(now.children)


def test_hundreds_of_turns_are_exchanged_at_once() -> None:
    """Half want Kazakh only, half both: each chain is two long, and there are hundreds of them."""
    many = 400
    turns = [(child(UUID(int=1), [KK, RU]), place(UUID(int=1001), RU))]
    turns += [(child(UUID(int=n), [KK, RU] if n % 2 else [KK]), place(UUID(int=1000 + n))) for n in range(2, many)]
    before = standing(turns)
    began = datetime.now(UTC)
    assert chosen(before, UUID(int=1), UUID(int=1002)) == {UUID(int=2): UUID(int=1003), UUID(int=3): UUID(int=1001)}
    assert datetime.now(UTC) - began < timedelta(seconds=2)


@settings(max_examples=400, deadline=None)
@given(CASES, st.data())
def test_several_places_taken_at_once_leave_the_matching_that_trying_all_finds(
    case: tuple[Any, ...], data: Any
) -> None:
    before = random_standing(case)
    turns = data.draw(st.permutations(before.running))
    choosers = {each.id: each for each in turns[: data.draw(st.integers(1, 2))]}
    taken = {each.place.id for each in data.draw(st.permutations(before.running))[: len(choosers)]}
    others = [each for each in before.running if each.id not in choosers]
    former = [each.place for each in choosers.values() if each.place.id not in taken]
    moved = exchange_together(others, taken, former)
    expected = best(before, choosers.keys(), taken)
    assert (moved is None) == (expected is None)
    if moved is None:
        return
    now = {each.id: each.place.id for each in others}
    assert now | {turn.id: place.id for turn, place in moved} == expected
    # in this order no turn ever holds two, and no place is held by two
    held_by = {place_id: one for one, place_id in now.items() if place_id not in taken}
    for turn, place_now in moved:
        assert turn.id not in held_by.values()
        held_by[place_now.id] = turn.id
    if len(choosers) == 1 and expected is not None:
        (mine,) = choosers.values()
        (one,) = taken
        assert moved == exchange(before.running, mine, before.places[one])


def test_twins_choose_at_once_what_neither_could_after_the_other() -> None:
    """C can go to the place that B holds alone, which B leaves for one in free choice, where it would be offered on."""
    turns = [(child(A, [KK, RU]), place(P, RU)), (child(B, [EN]), place(Q, KK)), (child(C, [KK]), place(R, KK))]
    before = standing(turns, open_to_all(place(S, EN)))
    wishes = [wish(before, A, R), replace(wish(before, B, S), by_turn=None)]
    assert refused(before, A, R) == "place_needed"
    changes = choose_together(before, wishes, BASIS)
    after = before.after(changes)
    assert {each.id: (each.status.value, each.holder) for each in after.places.values()} == {
        P: ("offered", None),
        Q: ("held", C),
        R: ("taken", A),
        S: ("taken", B),
    }


def test_what_others_need_is_not_given_to_twins_together_either() -> None:
    turns = [(child(A, [KK, RU]), place(P, RU)), (child(B, [KK, RU]), place(Q, RU)), (child(C, [KK]), place(R, KK))]
    before = standing(turns, open_to_all(place(S, EN)))
    wishes = [wish(before, A, R), replace(wish(before, B, S), by_turn=None)]
    with pytest.raises(RuleBrokenError, match="place_needed"):
        choose_together(before, wishes, BASIS)


def test_hundreds_of_turns_are_seen_at_once() -> None:
    many = 400
    turns = [
        (child(UUID(int=1), [KK, RU]), place(UUID(int=1001), RU)),
        (child(UUID(int=2), [EN]), place(UUID(int=1002))),
    ]
    turns += [(child(UUID(int=n), [KK, RU] if n % 2 else [KK]), place(UUID(int=1000 + n))) for n in range(3, many)]
    running = {each.id: each for each in standing(turns).running}
    others = [each for one, each in running.items() if one.int > 2]
    began = datetime.now(UTC)
    former = [running[UUID(int=each)].place for each in (1, 2)]
    moved = exchange_together(others, {UUID(int=1003), UUID(int=1004)}, former)
    assert {turn.id.int: place.id.int - 1000 for turn, place in moved or []} == {3: 1, 4: 2}
    assert datetime.now(UTC) - began < timedelta(seconds=10)


@pytest.mark.parametrize(
    ("lapsed", "hour", "opens"),
    [
        (datetime(2027, 2, 4, 19, tzinfo=UTC), None, None),
        (datetime(2027, 2, 4, 19, tzinfo=UTC), 0, None),
        (datetime(2027, 2, 4, 19, tzinfo=UTC), 9, datetime(2027, 2, 5, 4, tzinfo=UTC)),
        (datetime(2027, 2, 4, 19, 0, 0, 1, tzinfo=UTC), 0, datetime(2027, 2, 5, 19, tzinfo=UTC)),
        (datetime(2027, 2, 5, 4, tzinfo=UTC), 9, None),
        (datetime(2027, 2, 5, 5, tzinfo=UTC), 9, datetime(2027, 2, 6, 4, tzinfo=UTC)),
    ],
)
def test_a_place_opens_at_once_or_at_the_next_such_hour_of_kazakhstan(lapsed: Any, hour: Any, opens: Any) -> None:
    opened = open_at_hour(place(P), lapsed, hour)
    assert opened.opens_at == opens
    assert opened.status is (PlaceStatus.OPENING if opens else PlaceStatus.OPEN)
    assert opened.is_open(opens or lapsed)
    if opens:
        assert not opened.is_open(opens - timedelta(microseconds=1))


def test_until_its_hour_a_lapsed_place_is_nobodys() -> None:
    before = standing([(child(A), place(P)), (child(B), place(Q))])
    policy = replace(REFERRAL_PROFILE, free_choice_hour=9)
    lapsed = decisions.lapse(before.children[A], before.places[P], policy)
    (opening,) = lapsed.places
    assert opening.opens_at is not None
    waiting = Standing(lapsed.at, {B: child(B)}, {P: opening})
    assert refused(waiting, B, P) == "place_opens_later"
    assert list_places(waiting, child(B), BASIS.policy) == [(opening, Obstacle.OPENS_LATER)]
    assert chosen(Standing(opening.opens_at, {B: child(B)}, {P: opening}), B, P) == {}


def test_who_grows_too_old_during_its_turn_may_take_its_place_and_none_in_free_choice() -> None:
    candidate = child(A)
    called = replace(candidate, child=replace(candidate.child, birth_date=date(2024, 1, 3)))
    before = replace(standing([(called, place(P))], open_to_all(place(Q))), at=NOW + timedelta(days=2))
    younger = replace(REFERRAL_PROFILE, called_below_months=37)
    own, free = (replace(wish(before, A, each), policy=younger) for each in (P, Q))
    assert choose(before, own, BASIS)
    with pytest.raises(RuleBrokenError, match="child_too_old"):
        choose(before, free, BASIS)


def test_what_is_missing_for_a_choice_and_from_which_day_it_is_not() -> None:
    waiting, young = child(A), child(A)
    young = replace(young, child=replace(young.child, birth_date=date(2026, 1, 5)))
    old = replace(young, child=replace(young.child, birth_date=date(2020, 1, 5)))
    ends = datetime(2027, 2, 10, 19, tzinfo=UTC)
    listed = replace(waiting, status=Status.STOP_LISTED, stop_listed_until=ends)
    called = standing([(waiting, place(P))]).children[A]
    assert called.turn is not None
    found = [
        prospect(each, REFERRAL_PROFILE, NOW, any_open=some)
        for each, some in [
            (waiting, True),
            (waiting, False),
            (called, False),
            (young, True),
            (old, True),
            (listed, True),
            (replace(waiting, status=Status.REFERRED), True),
        ]
    ]
    assert found == [
        Prospect(),
        Prospect(Missing.NO_PLACE),
        Prospect(deadline_at=called.turn.term.ends_at),
        Prospect(Missing.TOO_YOUNG, date(2028, 1, 5)),
        Prospect(Missing.TOO_OLD),
        Prospect(Missing.STOP_LIST, date(2027, 2, 11)),
        Prospect(Missing.STATE),
    ]
    assert prospect(called, REFERRAL_PROFILE, called.turn.term.ends_at, any_open=False).missing is Missing.NO_PLACE
    assert prospect(waiting, VOUCHER_PROFILE, NOW, any_open=False).missing is Missing.ROUND


def test_places_of_the_kindergarten_that_a_child_leaves_are_none_of_its_own() -> None:
    here = Transfer(application_id=UUID(int=7), kindergarten_id=UUID(int=0))
    asks = replace(child(A), child=replace(child(A).child, transfer=here))
    elsewhere = replace(place(Q), kindergarten_id=UUID(int=51))
    of = standing([(asks, elsewhere), (child(B), place(P))], open_to_all(place(R)))
    assert [each.id for each, _ in list_places(of, asks, BASIS.policy)] == [Q]
    assert [refused(of, A, each) for each in (P, R)] == ["place_of_own_kindergarten"] * 2
    # nor does it hold one by an exchange: the other turn may not take its place and leave it that one
    assert refused(of, B, Q) == "place_needed"
    gone = replace(asks, enrolment_over=True)
    assert [each.id for each, _ in list_places(replace(of, children={}), gone, BASIS.policy)] == [Q, R, P]
