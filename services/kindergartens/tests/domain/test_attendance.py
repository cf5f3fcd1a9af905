"""Marks of coming and leaving are put right by the server's time, and make the same day in whatever order they come."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kezek.contracts.vocabulary import EscortEnding, GroupKind, InstructionLanguage
from kezek.kindergartens.domain.attendance import (
    Bounds,
    Day,
    Mark,
    MarkedBy,
    MarkKind,
    Presence,
    Strike,
    corrected,
    day_of,
    find_stay,
    find_tie,
)
from kezek.kindergartens.domain.escort import Entrustment
from kezek.kindergartens.domain.roster import Beginning, Ending, Enrolment, Group
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import local_day

NOW = datetime(2026, 11, 30, 4, tzinfo=UTC)
BOUNDS = Bounds(oldest=timedelta(days=7), ahead=timedelta(minutes=5))
SOMEBODY, CHILD = UUID(int=1), UUID(int=2)
MOMENTS = st.integers(0, 600).map(lambda minutes: NOW + timedelta(minutes=minutes))
AGES = st.timedeltas(min_value=-BOUNDS.ahead, max_value=BOUNDS.oldest)
CLOCKS = st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive


def a_mark(kind: MarkKind, at: datetime, of: int = 0) -> Mark:
    return Mark(UUID(int=of), CHILD, CHILD, kind, at, at, at, MarkedBy.PARENT, SOMEBODY)


MARKS = st.lists(st.builds(a_mark, st.sampled_from(MarkKind), MOMENTS, st.integers(0, 9)), max_size=6)


@given(CLOCKS, AGES)
def test_whatever_the_devices_clock_says_a_mark_happened_as_long_ago_as_the_device_says(
    sent_at: datetime, ago: timedelta
) -> None:
    at = corrected(sent_at - ago, sent_at, NOW, BOUNDS)
    assert at == NOW - max(ago, timedelta())
    assert at <= NOW


@pytest.mark.parametrize(
    ("ago", "code"),
    [
        (-BOUNDS.ahead - timedelta(microseconds=1), "mark_in_future"),
        (BOUNDS.oldest + timedelta(microseconds=1), "mark_too_old"),
    ],
)
def test_marks_of_another_time_are_refused(ago: timedelta, code: str) -> None:
    with pytest.raises(RuleBrokenError, match=code):
        corrected(NOW - ago, NOW, NOW, BOUNDS)


@given(MARKS, st.randoms(use_true_random=False))
def test_a_day_is_the_same_in_whatever_order_and_however_often_its_marks_came(
    marks: list[Mark], shuffle: Random
) -> None:
    mixed = [*marks, *marks]
    shuffle.shuffle(mixed)
    day, again = day_of(marks), day_of(mixed)
    assert (day.presence, _times(day)) == (again.presence, _times(again))


def _times(day: Day) -> list[datetime | None]:
    return [each.at if each else None for each in (day.arrival, day.leaving)]


@given(MARKS)
def test_a_day_begins_with_the_first_arrival_and_ends_with_the_last_leaving_of_those_that_count(
    marks: list[Mark],
) -> None:
    struck = Strike(NOW, SOMEBODY, None, "Қате басылды")
    day = day_of([*marks, replace(a_mark(MarkKind.ARRIVAL, NOW - timedelta(hours=1)), strike=struck)])
    came = [each.at for each in marks if each.kind is MarkKind.ARRIVAL]
    left = [each.at for each in marks if each.kind is MarkKind.LEAVING]
    assert (day.arrival.at if day.arrival else None) == min(came, default=None)
    if day.presence is Presence.GONE:
        assert day.leaving is not None
        assert day.leaving.at == max(left) >= max(came, default=max(left))
    elif day.presence is Presence.THERE:
        assert max(came) > max(left, default=NOW - timedelta(1))
    else:
        assert (day.presence, marks) == (Presence.AWAITED, [])


def test_two_phones_that_mark_one_arrival_make_one_and_who_is_marked_is_not_absent() -> None:
    twice = [a_mark(MarkKind.ARRIVAL, NOW + timedelta(minutes=each), each) for each in (2, 0)]
    day = day_of(twice, absent=True)
    assert (day.presence, day.arrival) == (Presence.THERE, twice[1])
    assert day_of([], absent=True).presence is Presence.ABSENT


def test_what_was_marked_before_an_escorts_removal_counts_and_nothing_from_then_on() -> None:
    removed = NOW + timedelta(hours=1)
    tie = Entrustment(UUID(int=3), UUID(int=4), CHILD, "77990001177", NOW, removed, EscortEnding.PARENT)
    again = replace(tie, id=UUID(int=5), since=removed + timedelta(hours=1), ended_at=None, ended_because=None)
    assert find_tie([tie, again], NOW) is tie
    assert find_tie([tie, again], removed - timedelta(microseconds=1)) is tie
    for at in (NOW - timedelta(microseconds=1), removed, again.since - timedelta(microseconds=1)):
        with pytest.raises(RuleBrokenError, match="mark_not_entrusted"):
            find_tie([tie, again], at)
    assert find_tie([tie, again], again.since) is again
    departed = replace(tie, ended_because=EscortEnding.DEPARTED)
    with pytest.raises(RuleBrokenError, match="mark_child_left"):
        find_tie([departed], removed)


def test_the_day_of_going_over_to_another_group_is_the_new_ones_and_the_last_day_is_the_childs() -> None:
    group = Group(2022, InstructionLanguage.KAZAKH, GroupKind.GENERAL)
    first = Enrolment(CHILD, CHILD, SOMEBODY, CHILD, CHILD, "1110", CHILD, "1", group, NOW)
    over, day = NOW + timedelta(days=3), timedelta(days=1)
    left = replace(first, ended_on=local_day(over), ended_by=Ending.REGROUPED)
    then = replace(first, id=SOMEBODY, moved_at=over, begun_by=Beginning.REGROUPED)
    gone = replace(then, ended_on=local_day(over + day), ended_by=Ending.DEPARTED)
    assert find_stay([left, gone], local_day(over - day)) == left
    assert find_stay([left, gone], local_day(over)) == find_stay([left, gone], local_day(over + day)) == gone
    for at in (NOW - day, over + 2 * day):
        with pytest.raises(RuleBrokenError, match="mark_child_left"):
            find_stay([left, gone], local_day(at))
