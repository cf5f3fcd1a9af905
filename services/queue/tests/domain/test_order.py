"""The merged order against a table of the law's own cases, and against a naive simulation (domain §5.2)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kezek.contracts.categories import CATEGORIES
from kezek.contracts.policy import REFERRAL_PROFILE as POLICY
from kezek.contracts.policy import VOUCHER_PROFILE as NUMBERED
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import QueueClass
from kezek.queue.domain.order import (
    Counts,
    Rank,
    ahead_of,
    next_class,
    owed_after_call,
    owed_anew,
    same_order,
    take_turns,
)

E, P, G, T = QueueClass
LETTERS = {E: "E", P: "P", G: "G", T: "T"}
FEW = st.integers(0, 12)
COUNTS = st.builds(Counts, FEW, FEW, FEW, FEW)
OWED = st.integers(0, POLICY.generals_per_priority)


def simulated(counts: Counts, owed: int) -> list[tuple[QueueClass, int]]:
    """Everybody called one after the other, by the words of domain §5.2 and §7.transfer and nothing else."""
    left = {each: list(range(counts.of(each))) for each in QueueClass}
    order = []
    while any(left.values()):
        if left[E]:
            queue_class = E
        elif not left[P] and not left[G]:
            queue_class = T
        elif owed == 0:
            queue_class = P if left[P] else G
            owed = 3 if queue_class is P else 0
        else:
            queue_class = G if left[G] else P
            owed = owed - 1 if queue_class is G else 3
        order.append((queue_class, left[queue_class].pop(0)))
    return order


@pytest.mark.parametrize(
    ("counts", "owed", "order"),
    [
        (Counts(2, 2, 4), 0, "EEPGGGPG"),
        (Counts(0, 3, 8), 0, "PGGGPGGGPGG"),
        (Counts(0, 2, 5), 3, "GGGPGGP"),
        (Counts(0, 2, 5), 1, "GPGGGPG"),
        (Counts(0, 3, 1), 2, "GPPP"),
        (Counts(0, 0, 4), 2, "GGGG"),
        (Counts(1, 2, 0), 3, "EPP"),
        (Counts(0, 0, 0), 1, ""),
        (Counts(1, 2, 2, 2), 0, "EPGGPTT"),
    ],
)
def test_merges_one_priority_child_with_three_general_ones(counts: Counts, owed: int, order: str) -> None:
    assert "".join(LETTERS[queue_class] for queue_class, _ in simulated(counts, owed)) == order
    assert "".join(LETTERS[queue_class] for queue_class in called_one_by_one(counts, owed)) == order


@given(COUNTS, OWED)
def test_calls_follow_the_words_of_the_rule(counts: Counts, owed: int) -> None:
    assert called_one_by_one(counts, owed) == [queue_class for queue_class, _ in simulated(counts, owed)]


@given(st.builds(Counts, FEW, FEW, st.integers(0, 40), FEW), OWED)
def test_position_by_arithmetic_is_that_of_the_simulation(counts: Counts, owed: int) -> None:
    order = simulated(counts, owed)
    for place, (queue_class, rank) in enumerate(order):
        before = [earlier for earlier, _ in order[:place]]
        ahead = ahead_of(Rank(queue_class, rank, counts, owed), POLICY)
        assert ahead == Counts(*(before.count(each) for each in QueueClass))
        assert ahead.total == place


def test_a_priority_child_who_comes_after_a_priority_call_waits_for_three_general_ones() -> None:
    owed = owed_after_call(0, P, POLICY)
    newcomer = Rank(P, 0, Counts(0, 1, 10), owed)
    assert ahead_of(newcomer, POLICY) == Counts(0, 0, 3)


def test_general_calls_without_priority_children_owe_nothing() -> None:
    assert owed_after_call(0, G, POLICY) == 0


@pytest.mark.parametrize("queue_class", [E, T], ids=str)
def test_extraordinary_calls_and_transfers_leave_the_phase_alone(queue_class: QueueClass) -> None:
    assert [owed_after_call(owed, queue_class, POLICY) for owed in range(4)] == [0, 1, 2, 3]


def test_nobody_eligible_means_no_call() -> None:
    assert next_class(2, set(), POLICY) is None


@pytest.mark.parametrize(
    ("generals", "owed"), [(None, 0), (0, 3), (1, 2), (3, 0), (7, 0)], ids=["no_priority", "0", "1", "3", "many"]
)
def test_phase_anew_is_what_the_made_calls_left_owed(generals: int | None, owed: int) -> None:
    assert owed_anew(generals, 3) == owed


@given(st.lists(st.sampled_from(QueueClass), max_size=30))
def test_phase_anew_is_that_of_the_same_calls_one_by_one(calls: list[QueueClass]) -> None:
    owed = 0
    for queue_class in calls:
        owed = owed_after_call(owed, queue_class, POLICY)
    assert owed == owed_anew(generals_since_priority(calls), POLICY.generals_per_priority)


def test_categories_are_the_classes_in_their_order_each_with_its_name() -> None:
    assert [each.number for each in CATEGORIES] == [1, 2, 3, 4]
    assert [each.queue_class for each in CATEGORIES] == list(QueueClass)
    assert all(str(each.number) in each.name.in_(language) for each in CATEGORIES for language in ("kk", "ru", "en"))


@given(COUNTS, OWED)
def test_by_categories_all_of_one_go_before_all_of_the_next(counts: Counts, owed: int) -> None:
    order = [each for each in QueueClass for _ in range(counts.of(each))]
    assert called_one_by_one(counts, owed, NUMBERED) == order
    for place, queue_class in enumerate(order):
        ahead = ahead_of(Rank(queue_class, order[:place].count(queue_class), counts, owed), NUMBERED)
        assert ahead == Counts(*(order[:place].count(each) for each in QueueClass))


@given(OWED, st.sampled_from(QueueClass), st.integers(1, 3))
def test_calls_by_category_leave_the_phase_alone(owed: int, queue_class: QueueClass, children: int) -> None:
    assert owed_after_call(owed, queue_class, NUMBERED, children) == owed


def test_categories_never_take_turns() -> None:
    assert not any(take_turns(one, other, NUMBERED) for one in QueueClass for other in QueueClass)
    assert [take_turns(P, other, POLICY) for other in QueueClass] == [False, False, True, False]
    assert not any(take_turns(T, other, POLICY) for other in QueueClass)


def test_policies_order_alike_by_the_same_cycle_or_both_by_categories() -> None:
    two = replace(POLICY, generals_per_priority=2)
    assert [same_order(POLICY, each) for each in (POLICY, two, NUMBERED)] == [True, False, False]
    assert same_order(NUMBERED, replace(NUMBERED, generals_per_priority=2))


def generals_since_priority(calls: list[QueueClass]) -> int | None:
    if P not in calls:
        return None
    return calls[::-1][: calls[::-1].index(P)].count(G)


def called_one_by_one(counts: Counts, owed: int, policy: Policy = POLICY) -> list[QueueClass]:
    left = {each: counts.of(each) for each in QueueClass}
    order = []
    while (queue_class := next_class(owed, {each for each, many in left.items() if many}, policy)) is not None:
        left[queue_class] -= 1
        owed = owed_after_call(owed, queue_class, policy)
        order.append(queue_class)
    return order
