"""Twins in the order: together, by the better class and the earlier time, and what that does to calls (domain §5.4)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kezek.contracts.policy import REFERRAL_PROFILE as POLICY
from kezek.contracts.policy import VOUCHER_PROFILE as NUMBERED
from kezek.contracts.policy import Policy
from kezek.contracts.values import QueuedChild
from kezek.contracts.vocabulary import InstructionLanguage, QueueClass
from kezek.queue.domain.calls import Plan, plan_calls, seat
from kezek.queue.domain.eligibility import birth_window, eligible
from kezek.queue.domain.order import Counts, Rank, ahead_of
from kezek.queue.domain.queue import Entry, FreePlace
from kezek.queue.domain.twins import Unit, by_class, unit_of, units_of
from kezek.queue.domain.walk import TwinsAt, TwinsOfClass

E, P, G = QueueClass.EXTRAORDINARY, QueueClass.PRIORITY, QueueClass.GENERAL
KK, RU = InstructionLanguage.KAZAKH, InstructionLanguage.RUSSIAN
WINDOW = birth_window(date(2026, 11, 21), POLICY)
START = datetime(2026, 1, 1, tzinfo=UTC)


def entry(number: int, queue_class: QueueClass = G, twins: int | None = None, **facts: Any) -> Entry:
    known = {
        "birth_date": date(2023, 5, 5),
        "languages": (KK,),
        "submitted_at": START + timedelta(minutes=number),
        "twins": None if twins is None else UUID(int=1000 + twins),
        **facts,
    }
    ids = dict.fromkeys(("application_id", "child_id", "applicant_id"), UUID(int=number))
    return Entry(QueuedChild(queue_class=queue_class, **ids, **known), f"{number:05}")


def places(*languages: InstructionLanguage) -> list[FreePlace]:
    return [FreePlace(UUID(int=number), 1, language, ()) for number, language in enumerate(languages, 1)]


def plan(queue: Sequence[Entry], offered: Sequence[FreePlace], owed: int = 0, policy: Policy = POLICY) -> Plan:
    return plan_calls(owed, by_class(units_of(queue)), offered, WINDOW, policy)


def told(planned: Plan) -> list[tuple[list[int], int]]:
    return [([each.child.application_id.int for each, _ in call.seats], call.owed) for call in planned.calls]


def passed_over(planned: Plan) -> list[list[int]]:
    units = [*(unit for call in planned.calls for unit in call.passed_over), *planned.passed_over]
    return [[each.child.application_id.int for each in unit.entries] for unit in units]


TWINS = (entry(2, twins=1), entry(3, twins=1))


def test_twins_share_the_better_class_and_the_earlier_time() -> None:
    (twins,) = units_of([entry(9, P, twins=1), entry(4, G, twins=1)])
    assert (twins.queue_class, twins.key) == (P, (START + timedelta(minutes=4), "00004"))


def test_twins_are_called_together_as_so_many_general_steps() -> None:
    assert told(plan([entry(1), *TWINS, entry(5)], places(KK, KK, KK, KK), owed=3)) == [
        ([1], 2),
        ([2, 3], 0),
        ([5], 0),
    ]


def test_what_is_owed_never_falls_below_nothing() -> None:
    assert told(plan(TWINS, places(KK, KK), owed=1)) == [([2, 3], 0)]


def test_twins_of_the_priority_class_are_one_step() -> None:
    family = [entry(2, P, twins=1), entry(3, twins=1)]
    assert told(plan([*family, entry(4), entry(5, P)], places(KK, KK, KK, KK))) == [([2, 3], 3), ([4], 2), ([5], 3)]


def test_with_one_place_twins_are_passed_over_and_named() -> None:
    planned = plan([*TWINS, entry(5)], places(KK))
    assert (told(planned), passed_over(planned)) == ([([5], 0)], [[2, 3]])


def test_who_is_passed_over_is_named_once_and_keeps_the_place_in_the_order() -> None:
    planned = plan([*TWINS, entry(5, languages=(KK, RU)), entry(6)], [*places(RU, KK)])
    assert told(planned) == [([5], 0), ([6], 0)]
    assert passed_over(planned) == [[2, 3]]


def test_a_hand_out_says_for_each_place_who_was_passed_over_for_it() -> None:
    triplets = [entry(number, twins=1) for number in (2, 3, 4)]
    planned = plan([*triplets, entry(5), entry(6)], places(KK, KK))
    assert passed_over(planned) == [[2, 3, 4]]
    assert [(len(each.unit.entries), each.place.id.int) for each in planned.skipped] == [(3, 1), (3, 2)]


def test_a_place_with_nobody_but_such_twins_finds_nobody() -> None:
    planned = plan(TWINS, places(KK))
    assert (planned.calls, len(planned.unwanted), passed_over(planned)) == ((), 1, [[2, 3]])


def test_where_the_parent_allows_places_apart_one_is_called_for_one_place() -> None:
    apart = [replace(each, child=replace(each.child, separate_places=True)) for each in TWINS]
    assert told(plan(apart, places(KK))) == [([2], 0)]
    assert told(plan([apart[0], TWINS[1]], places(KK))) == []


def test_each_of_them_gets_a_place_that_fits() -> None:
    family = [entry(2, twins=1, languages=(KK, RU)), entry(3, twins=1, languages=(KK,))]
    (call,) = plan(family, places(KK, RU)).calls
    assert {each.child.application_id.int: place.language for each, place in call.seats} == {2: RU, 3: KK}


def test_the_first_places_that_go_together_are_theirs() -> None:
    family = [entry(2, twins=1, languages=(RU,)), entry(3, twins=1, languages=(KK,))]
    (call, last) = plan([*family, entry(4)], places(KK, KK, RU)).calls
    assert [place.id.int for _, place in call.seats] == [1, 3]
    assert [place.id.int for _, place in last.seats] == [2]


def test_each_place_has_the_first_of_them_who_may_have_it_unless_another_goes_without() -> None:
    family = [entry(2, twins=1, languages=(KK, RU)), entry(3, twins=1, languages=(KK,))]
    assert seats(family, places(KK, RU, KK)) == {2: 1, 3: 3}
    assert seats(family, places(KK, RU, RU)) == {2: 2, 3: 1}
    assert seats([entry(2, twins=1, languages=(RU,)), *family[1:]], places(KK)) == {3: 1}


def seats(family: list[Entry], offered: list[FreePlace]) -> dict[int, int]:
    return {each.child.application_id.int: place.id.int for each, place in seat(unit_of(family), offered, WINDOW)}


def test_a_twin_who_may_not_be_called_yet_keeps_them_both_waiting() -> None:
    young = entry(3, twins=1, birth_date=date(2025, 5, 5))
    assert told(plan([TWINS[0], young, entry(5)], places(KK, KK))) == [([5], 0)]


families = st.lists(
    st.tuples(st.sampled_from([E, P, P, G, G, G]), st.integers(1, 4), st.booleans(), st.sampled_from([KK, RU])),
    max_size=14,
)


@st.composite
def queues(draw: st.DrawFn) -> list[Entry]:
    """Families with one child or several, in whichever order their applications came."""
    children = []
    for family, (queue_class, size, separate, language) in enumerate(draw(families)):
        twins = family if size > 1 else None
        for _ in range(size):
            facts = {"separate_places": separate, "languages": (language, *draw(st.sampled_from([(), (KK,)])))}
            children.append((draw(st.sampled_from([queue_class, G])), twins, facts))
    order = draw(st.permutations(range(len(children))))
    return [entry(number, *children[number][:2], **children[number][2]) for number in order]


offers = st.lists(st.sampled_from([KK, RU]), max_size=12).map(lambda languages: places(*languages))
phases = st.integers(0, 3)
orders = st.sampled_from([POLICY, NUMBERED])


@given(queues(), offers, phases, orders, st.randoms())
def test_the_order_is_the_same_whoever_comes_first(
    queue: list[Entry], offered: list[FreePlace], owed: int, policy: Policy, chance: Any
) -> None:
    other = list(queue)
    chance.shuffle(other)
    assert units_of(other) == units_of(queue)
    assert plan(other, offered, owed, policy) == plan(queue, offered, owed, policy)


@given(queues(), offers, phases, orders)
def test_never_two_calls_for_one_place_or_child_and_twins_part_only_where_they_may(
    queue: list[Entry], offered: list[FreePlace], owed: int, policy: Policy
) -> None:
    planned = plan(queue, offered, owed, policy)
    seats = [each for call in planned.calls for each in call.seats]
    given_out = [place for _, place in seats] + list(planned.unwanted)
    assert sorted(place.id for place in given_out) == sorted(place.id for place in offered)
    assert max(Counter(each for each, _ in seats).values(), default=1) == 1
    assert all(eligible(each, place, WINDOW) for each, place in seats)
    units = {each: unit for unit in units_of(queue) for each in unit.entries}
    for call in planned.calls:
        unit = units[call.seats[0][0]]
        assert {each for each, _ in call.seats} <= set(unit.entries)
        assert len(call.seats) == len(unit.entries) or unit.may_part


@given(queues(), offers, phases, orders)
def test_nobody_is_passed_over_without_being_named_or_without_fitting(
    queue: list[Entry], offered: list[FreePlace], owed: int, policy: Policy
) -> None:
    """Who stands before somebody called, in the same class, was called, or named, or fits no place of that call."""
    planned = plan(queue, offered, owed, policy)
    named: set[Unit] = set()
    done: set[Unit] = set()
    units = units_of(queue)
    for call in planned.calls:
        named |= set(call.passed_over)
        unit = next(each for each in units if call.seats[0][0] in each.entries)
        done.add(unit)
        place = min((place for _, place in call.seats), key=lambda each: each.id)
        for earlier in units[: units.index(unit)]:
            if earlier.queue_class is not unit.queue_class or earlier in done | named:
                continue
            assert not any(eligible(each, place, WINDOW) for each in earlier.entries)


@given(queues(), phases, orders)
def test_positions_by_arithmetic_are_those_of_everybody_called_in_turn(
    queue: list[Entry], owed: int, policy: Policy
) -> None:
    everybody = [replace(each, child=replace(each.child, languages=(KK,))) for each in queue]
    offered = [FreePlace(UUID(int=number), 1, KK, ()) for number in range(len(everybody))]
    order = [each for call in plan(everybody, offered, owed, policy).calls for each, _ in sorted_seats(call.seats)]
    for position, each in enumerate(order):
        assert ahead_of(rank(everybody, each, owed), policy).total == position


def sorted_seats(seats: Any) -> list[Any]:
    return sorted(seats, key=lambda seat: (seat[0].child.submitted_at, seat[0].number))


def rank(queue: list[Entry], child: Entry, owed: int) -> Rank:
    classes = by_class(units_of(queue))
    flat = {each: [one for unit in units for one in unit.entries] for each, units in classes.items()}
    twins = {
        each: TwinsOfClass(
            [TwinsAt(flat[each].index(unit.entries[0]), len(unit.entries)) for unit in units if len(unit.entries) > 1]
        )
        for each, units in classes.items()
    }
    own = next(each for each, children in flat.items() if child in children)
    counts = Counts(*(len(flat[each]) for each in QueueClass))
    return Rank(own, flat[own].index(child), counts, owed, twins[P], twins[G])


@given(queues(), offers)
def test_seats_are_as_many_as_any_way_of_seating_gives(queue: list[Entry], offered: list[FreePlace]) -> None:
    for unit in units_of(queue):
        assert len(seat(unit, offered, WINDOW)) == most(list(unit.entries), list(offered))


def most(children: list[Entry], left: list[FreePlace]) -> int:
    """By trying everything: each child takes each fitting kind of place, or none."""
    if not children:
        return 0
    first, *others = children
    kinds = {place.language: place for place in left if eligible(first, place, WINDOW)}.values()
    taken = [1 + most(others, [each for each in left if each is not place]) for place in kinds]
    return max([most(others, left), *taken])


def test_a_child_alone_stands_by_what_is_its_own() -> None:
    assert unit_of([entry(7, P)]).key == (START + timedelta(minutes=7), "00007")
