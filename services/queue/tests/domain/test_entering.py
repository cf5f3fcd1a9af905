"""At which numbers children stand who enter one after the other (domain §5.3)."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from services.queue.tests.domain.test_twins import entry

from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE
from kezek.contracts.vocabulary import QueueClass
from kezek.queue.domain.entering import Crowd, known_without_twins
from kezek.queue.domain.order import Counts, Rank, ahead_of
from kezek.queue.domain.queue import Entry
from kezek.queue.domain.walk import TwinsAt, TwinsOfClass

P, G = QueueClass.PRIORITY, QueueClass.GENERAL
children = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(QueueClass)), max_size=12)


@given(children, children, st.integers(0, 3))
def test_each_who_enters_has_the_rank_it_has_among_all_who_stand_there(there: Any, coming: Any, owed: int) -> None:
    first = [entry(n, queue_class, submitted_at=_at(minute)) for n, (minute, queue_class) in enumerate(there)]
    crowd = Crowd(counts(first), Counts(), owed)
    queue = list(first)
    for n, (minute, queue_class) in enumerate(coming, 100):
        child = entry(n, queue_class, submitted_at=_at(minute))
        rank = crowd.rank(child, sum(_key(each) > _key(child) for each in of(first, queue_class)))
        crowd.enter(child, rank)
        queue.append(child)
        before = sorted(of(queue, queue_class), key=_key).index(child)
        assert rank == Rank(queue_class, before, counts(queue), owed)


@given(st.data(), st.sampled_from((P, G)), st.integers(0, 12), st.integers(0, 30), st.integers(0, 5), st.integers(0, 4))
def test_what_is_known_without_twins_is_so_wherever_they_stand(
    data: st.DataObject, own: QueueClass, priority: int, general: int, owed: int, cycle: int
) -> None:
    policy = replace(REFERRAL_PROFILE, generals_per_priority=cycle) if cycle else VOUCHER_PROFILE
    counts = Counts(0, priority, general)
    before = data.draw(st.integers(0, max(0, counts.of(own) - 1)))
    groups = {each: data.draw(_groups(counts.of(each), before if each is own else None)) for each in (P, G)}
    rank = Rank(own, before, counts, min(owed, policy.generals_per_priority))
    twins = Counts(0, *(sum(group.size for group in groups[each].groups) for each in (P, G)))
    if known_without_twins(rank, twins, policy):
        there = replace(rank, priority_twins=groups[P], general_twins=groups[G])
        assert ahead_of(rank, policy) == ahead_of(there, policy)


def test_a_child_behind_all_is_known_in_a_queue_with_twins() -> None:
    rank = Rank(G, 849_999, Counts(50_000, 100_000, 850_000), 0)
    assert known_without_twins(rank, Counts(0, 2_000, 18_000), REFERRAL_PROFILE)
    assert not known_without_twins(replace(rank, before=1_000), Counts(0, 2_000, 18_000), REFERRAL_PROFILE)


@st.composite
def _groups(draw: Any, many: int, alone: int | None) -> TwinsOfClass:
    """Some pairs and triplets among so many children, the one at this place in none of them."""
    found, at = [], 0
    while at + 2 <= many:
        size = draw(st.integers(1, min(3, many - at)))
        if size > 1 and not (alone is not None and at <= alone < at + size):
            found.append(TwinsAt(at, size))
        at += size
    return TwinsOfClass(found)


def of(queue: list[Entry], queue_class: QueueClass) -> list[Entry]:
    return [each for each in queue if each.child.queue_class is queue_class]


def counts(queue: list[Entry]) -> Counts:
    return Counts(*(len(of(queue, each)) for each in QueueClass))


def _key(child: Entry) -> tuple[Any, str]:
    return child.child.submitted_at, child.number


def _at(minute: int) -> Any:
    return entry(minute).child.submitted_at
