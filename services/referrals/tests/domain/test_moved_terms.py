"""By whatever calendars follow each other a term ends no earlier than before, and late enough by each (domain §6.7)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.platform.workdays import Calendar, last_day_of, local_day, midnight_after
from kezek.referrals.domain.terms import Basis, RunningTerm, TermKind, counted_anew

BEGAN = datetime(2027, 2, 1, 7, tzinfo=UTC)
MIDNIGHT = midnight_after(local_day(BEGAN))
OFFSETS = st.frozensets(st.integers(0, 40), max_size=25)


def calendar(version: int, free: Iterable[int] = (), worked: Iterable[int] = ()) -> Calendar:
    first = local_day(BEGAN)
    set_free, set_worked = ({first + timedelta(days=each) for each in days} for days in (free, worked))
    return Calendar(
        version=version,
        holidays=lambda _: False,
        worked=frozenset(set_worked - set_free),
        free=frozenset(set_free),
    )


def begun(kind: TermKind, days: int, by: Calendar) -> RunningTerm:
    basis = Basis(REFERRAL_PROFILE, by)
    if kind is TermKind.STOP_LIST:
        return basis.term_after(kind, UUID(int=1), MIDNIGHT, days)
    return basis.term(kind, UUID(int=1), BEGAN, days)


def worked_days(term: RunningTerm, by: Calendar) -> int:
    """How many working days the term has, counted one by one from the day after its first."""
    first = last_day_of(term.began_at) if term.kind is TermKind.STOP_LIST else local_day(term.began_at)
    span = (term.term.last_day - first).days
    return sum(by.is_working(first + timedelta(days=each)) for each in range(1, span + 1))


@given(st.sampled_from(TermKind), st.integers(1, 15), st.lists(st.tuples(OFFSETS, OFFSETS), min_size=1, max_size=5))
def test_a_term_is_never_shortened_and_has_its_days_by_every_calendar(
    kind: TermKind, days: int, changes: list[tuple[frozenset[int], frozenset[int]]]
) -> None:
    running = begun(kind, days, calendar(1))
    for version, (free, worked) in enumerate(changes, 2):
        by = calendar(version, free, worked)
        before, running = running, counted_anew(running, by) or running
        assert running.term.ends_at >= before.term.ends_at
        assert running.term.ends_at == midnight_after(running.term.last_day)
        assert worked_days(running, by) >= days
        assert (running.began_at, running.working_days, running.policy) == (BEGAN, days, "default-1") or (
            kind is TermKind.STOP_LIST
        )


@pytest.mark.parametrize("kind", TermKind)
def test_a_day_set_free_within_the_term_moves_its_end_by_one_working_day(kind: TermKind) -> None:
    running = begun(kind, 3, calendar(1))
    moved = counted_anew(running, calendar(2, free=[2]))
    assert moved is not None
    assert moved.term.ends_at == running.term.ends_at + timedelta(days=1)
    assert moved.calendar_version == 2
    assert replace(moved, term=running.term, calendar_version=1) == running


def test_a_weekend_set_to_be_worked_shortens_nothing() -> None:
    running = begun(TermKind.REFERRAL, 5, calendar(1))
    assert counted_anew(running, calendar(2, worked=[5, 6])) is None


def test_the_same_calendar_moves_nothing_twice() -> None:
    moved = counted_anew(begun(TermKind.TURN, 3, calendar(1)), calendar(2, free=[1]))
    assert moved is not None
    assert counted_anew(moved, calendar(2, free=[1])) is None


def test_a_year_that_is_heard_after_a_newer_version_of_another_counts_too() -> None:
    running = begun(TermKind.TURN, 3, calendar(9))
    moved = counted_anew(running, calendar(9, free=[1]))
    assert moved is not None
    assert moved.term.ends_at == running.term.ends_at + timedelta(days=1)


def test_a_childs_next_term_counts_from_the_day_that_ended_its_last_one_anothers_from_the_new_day() -> None:
    basis = Basis(REFERRAL_PROFILE, calendar(1))
    other, own = (basis.term(TermKind.TURN, UUID(int=1), MIDNIGHT, 3, ended) for ended in (None, MIDNIGHT))
    # begun with the midnight that ends Monday: three working days of a week
    assert [(each.term.last_day - local_day(BEGAN)).days for each in (own, other)] == [3, 4]
    # a calendar that is news counts it from the same day
    assert counted_anew(own, calendar(2)) is None
    assert counted_anew(own, calendar(2, free=[2])) == replace(own, term=other.term, calendar_version=2)
