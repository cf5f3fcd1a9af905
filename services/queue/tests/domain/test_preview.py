"""Who would move by another policy: against everybody called one after the other by either (domain §9.policy)."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind, QueueClass
from kezek.queue.domain import preview as module
from kezek.queue.domain.order import Counts, Rank, ahead_of, next_class, owed_after_call
from kezek.queue.domain.preview import Move, Moves, QueueNow, compare, preview
from kezek.queue.domain.walk import TwinsAt, TwinsOfClass

E, P, G = QueueClass.EXTRAORDINARY, QueueClass.PRIORITY, QueueClass.GENERAL
FEW = st.integers(0, 9)
CYCLE = st.integers(0, 6)


def by_cycle(generals: int) -> Any:
    """So many general children after a priority one; by numbered categories for none."""
    return replace(REFERRAL_PROFILE, generals_per_priority=generals) if generals else VOUCHER_PROFILE


def places(counts: Counts, owed: int, cycle: int) -> dict[tuple[QueueClass, int], int]:
    """Where each child stands, by its class and rank, as they are called."""
    left = {E: counts.extraordinary, P: counts.priority, G: counts.general}
    found: dict[tuple[QueueClass, int], int] = {}
    while (called := next_class(owed, {each for each, many in left.items() if many}, by_cycle(cycle))) is not None:
        of_class = {E: counts.extraordinary, P: counts.priority, G: counts.general}[called]
        found[called, of_class - left[called]] = len(found) + 1
        left[called] -= 1
        owed = owed_after_call(owed, called, by_cycle(cycle))
    return found


@given(FEW, FEW, st.integers(0, 30), st.integers(0, 6), CYCLE, CYCLE)
def test_moves_are_those_of_everybody_called_one_after_the_other(
    extraordinary: int, priority: int, general: int, owed: int, before: int, after: int
) -> None:
    counts = Counts(extraordinary, priority, general)
    was, becomes = places(counts, owed, before), places(counts, owed, after)
    by = [becomes[child] - was[child] for child in was]

    found = compare(queue_with(counts, owed), by_cycle(before), by_cycle(after))

    assert (found.forward, found.back) == (sum(each < 0 for each in by), sum(each > 0 for each in by))
    assert (found.farthest_forward.by if found.farthest_forward else 0) == min([*by, 0])
    assert (found.farthest_back.by if found.farthest_back else 0) == max([*by, 0])


def test_who_moves_farthest_is_named_by_class_and_numbers() -> None:
    assert compare(queue_with(Counts(0, 2, 6)), by_cycle(3), by_cycle(1)) == Moves(
        forward=1, back=2, farthest_forward=Move(P, 5, 3), farthest_back=Move(G, 3, 4)
    )


@pytest.mark.parametrize("changed", [{"choice_working_days": 9}, {"called_from_months": 12}], ids=str)
def test_what_is_not_of_the_order_moves_nobody(changed: dict[str, Any]) -> None:
    after = replace(REFERRAL_PROFILE, **changed)
    assert compare(queue_with(Counts(1, 5, 20), 2), REFERRAL_PROFILE, after) == Moves()


def queue_with(counts: Counts, owed: int = 0, twins: Any = None) -> QueueNow:
    return replace(queue_of(2022, 0), counts=counts, owed=owed, twins=twins or {})


@given(st.data(), FEW, FEW, st.integers(0, 20), st.integers(0, 3), CYCLE)
def test_places_are_those_of_positions_with_twins_too(
    data: st.DataObject, extraordinary: int, priority: int, general: int, owed: int, cycle: int
) -> None:
    counts = Counts(extraordinary, priority, general)
    twins = {each: data.draw(groups(many)) for each, many in ((P, priority), (G, general))}
    found = module.places(queue_with(counts, owed, twins), by_cycle(cycle))
    for queue_class, many in ((P, priority), (G, general)):
        ranks = [Rank(queue_class, before, counts, owed, twins[P], twins[G]) for before in range(many)]
        assert found[queue_class] == [ahead_of(rank, by_cycle(cycle)).total + 1 for rank in ranks]


@st.composite
def groups(draw: Any, many: int) -> TwinsOfClass:
    """Some pairs and triplets among so many children."""
    found, at = [], 0
    while at + 2 <= many:
        size = draw(st.integers(1, min(3, many - at)))
        if size > 1:
            found.append(TwinsAt(at, size))
        at += size
    return TwinsOfClass(found)


def queue_of(year: int, general: int) -> QueueNow:
    ref = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=year)
    return QueueNow(ref, Counts(0, 1, general), 0, 0, 0, 0)


def test_a_crowd_is_compared_as_far_as_is_promised_the_smallest_queues_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMPARED_AT_MOST", 40)
    queues = [queue_of(2020, 30), queue_of(2021, 20), queue_of(2022, 10)]

    found = preview(queues, by_cycle(3), by_cycle(2))

    assert [each.now.ref.group_year for each in found] == [2020, 2021, 2022]
    assert [each.moves is not None for each in found] == [False, True, True]
