"""Whom a hand-out calls: the order of domain §5.2 among those who are eligible for each place (§5.5, §6.6)."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kezek.contracts.policy import REFERRAL_PROFILE as POLICY
from kezek.contracts.policy import Policy
from kezek.contracts.values import QueuedChild
from kezek.contracts.vocabulary import InstructionLanguage, QueueClass
from kezek.queue.domain.calls import Heads, Plan, PlannedCall, plan_calls
from kezek.queue.domain.eligibility import birth_window
from kezek.queue.domain.order import Counts, Rank, ahead_of
from kezek.queue.domain.queue import Entry, FreePlace
from kezek.queue.domain.twins import by_class, units_of

NUMBERED = replace(POLICY, numbered_categories=True, sorted_anew_on="06-30")
TODAY = date(2026, 11, 21)
WINDOW = birth_window(TODAY, POLICY)
START = datetime(2026, 1, 1, tzinfo=UTC)
E, P, G, T = QueueClass
KK, RU = InstructionLanguage.KAZAKH, InstructionLanguage.RUSSIAN
LETTERS = {E: "E", P: "P", G: "G", T: "T"}
OLD_ENOUGH, TOO_YOUNG, TOO_OLD = date(2023, 5, 5), date(2025, 5, 5), date(2020, 5, 5)

entries = st.builds(
    lambda number, queue_class, languages, born: Entry(
        QueuedChild(
            application_id=UUID(int=number),
            child_id=UUID(int=number),
            applicant_id=UUID(int=number),
            queue_class=queue_class,
            birth_date=born,
            languages=tuple(sorted(languages)),
            submitted_at=START + timedelta(minutes=number // 2),
        ),
        f"{number:05}",
    ),
    st.integers(0, 60),
    st.sampled_from(QueueClass),
    st.sets(st.sampled_from([KK, RU]), min_size=1),
    st.sampled_from([OLD_ENOUGH, OLD_ENOUGH, TOO_YOUNG, TOO_OLD]),
)
queues = st.lists(entries, max_size=25, unique_by=lambda entry: entry.child.application_id)
places = st.lists(
    st.builds(
        lambda language, not_for: FreePlace(UUID(int=0), 1, language, tuple(UUID(int=each) for each in not_for)),
        st.sampled_from([KK, RU]),
        st.sets(st.integers(0, 60), max_size=8),
    ),
    max_size=12,
).map(lambda offered: [replace(place, id=UUID(int=number)) for number, place in enumerate(offered)])
phases = st.integers(0, POLICY.generals_per_priority)
orders = st.sampled_from([POLICY, NUMBERED])


def heads_of(queue: list[Entry]) -> Heads:
    return by_class(units_of(queue))


def planned(queue: list[Entry], offered: list[FreePlace], owed: int = 0, policy: Policy = POLICY) -> Plan:
    return plan_calls(owed, heads_of(queue), offered, WINDOW, policy)


def naive(queue: list[Entry], offered: list[FreePlace], owed: int, policy: Policy) -> list[tuple[Entry | None, int]]:
    """The words of the rule over one list, place by place: whom it calls, and what is owed then."""
    left = sorted(queue, key=lambda entry: (entry.child.submitted_at, entry.number))
    told = []
    for place in offered:
        there = [
            entry
            for entry in left
            if place.language in entry.child.languages
            and entry.child.birth_date == OLD_ENOUGH
            and entry.child.application_id not in place.not_for
        ]
        order = (E, P, G, T) if owed == 0 or policy is NUMBERED else (E, G, P, T)
        chosen = next((entry for each in order for entry in there if entry.child.queue_class is each), None)
        if chosen is not None:
            left.remove(chosen)
            if policy is POLICY:
                owed = {E: owed, P: 3, G: max(0, owed - 1), T: owed}[chosen.child.queue_class]
        told.append((chosen, owed))
    return told


@given(queues, places, phases, orders)
def test_calls_are_those_of_the_words_of_the_rule(
    queue: list[Entry], offered: list[FreePlace], owed: int, policy: Policy
) -> None:
    plan, told = planned(queue, offered, owed, policy), naive(queue, offered, owed, policy)
    assert [(called(call)[0], call.owed) for call in plan.calls] == [each for each in told if each[0] is not None]
    assert list(plan.unwanted) == [place for place, (entry, _) in zip(offered, told, strict=True) if entry is None]
    assert plan.all_passed_over == 0


def alike(many: int) -> list[FreePlace]:
    return [FreePlace(UUID(int=number), 1, KK, ()) for number in range(many)]


def called(call: PlannedCall) -> list[Entry]:
    return [entry for entry, _ in call.seats]


@given(queues, places, phases)
def test_a_child_is_called_once_and_only_for_what_it_may_have(
    queue: list[Entry], offered: list[FreePlace], owed: int
) -> None:
    calls = planned(queue, offered, owed).calls
    assert max(Counter(entry for call in calls for entry in called(call)).values(), default=1) == 1
    for entry, place in (seat for call in calls for seat in call.seats):
        assert place.language in entry.child.languages
        assert entry.child.birth_date == OLD_ENOUGH
        assert entry.child.application_id not in place.not_for


@given(queues, phases)
def test_the_number_called_before_a_child_is_its_position(queue: list[Entry], owed: int) -> None:
    everyone = [Entry(_of_age(entry.child), entry.number) for entry in queue]
    offered = alike(len(everyone))
    order = [called(call)[0] for call in planned(everyone, offered, owed).calls]
    counts = Counter(entry.child.queue_class for entry in everyone)
    around = Counts(*(counts[each] for each in QueueClass))
    heads = {each: [unit.entries[0] for unit in units] for each, units in heads_of(everyone).items()}
    for position, entry in enumerate(order):
        queue_class = entry.child.queue_class
        rank = Rank(queue_class, heads[queue_class].index(entry), around, owed)
        assert ahead_of(rank, POLICY).total == position


def test_one_priority_child_then_three_general_ones() -> None:
    queue = [_entry(number, queue_class) for number, queue_class in enumerate([T, G, G, G, G, P, P, E])]
    plan = planned(queue, alike(9))
    assert "".join(LETTERS[call.queue_class] for call in plan.calls) == "EPGGGPGT"
    assert [call.owed for call in plan.calls] == [0, 3, 2, 1, 0, 3, 2, 2]
    assert len(plan.unwanted) == 1


def _entry(number: int, queue_class: QueueClass) -> Entry:
    ids = dict.fromkeys(("application_id", "child_id", "applicant_id"), UUID(int=number))
    facts = {"birth_date": OLD_ENOUGH, "languages": (KK,), "submitted_at": START + timedelta(minutes=number)}
    return Entry(QueuedChild(queue_class=queue_class, **ids, **facts), f"{number:05}")


def _of_age(child: QueuedChild) -> QueuedChild:
    return _entry(child.application_id.int, child.queue_class).child
