"""When the family is reminded of a term's end, and of which (domain §9.reminders)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.platform.workdays import Calendar, midnight_of
from kezek.referrals.domain.terms import Basis, TermKind, counted_anew

MONDAY = datetime(2027, 2, 1, 7, tzinfo=UTC)
KEY = UUID(int=1)
NO_HOLIDAYS = Calendar(version=1, holidays=lambda _: False)


def basis(days: int = 1, free: frozenset[date] = frozenset()) -> Basis:
    policy = replace(REFERRAL_PROFILE, reminded_before_working_days=days)
    return Basis(policy, replace(NO_HOLIDAYS, version=2, free=free))


@pytest.mark.parametrize(
    ("kind", "began_at", "term_days", "before", "reminded_on"),
    [
        (TermKind.TURN, MONDAY, 3, 1, date(2027, 2, 3)),
        (TermKind.TURN, MONDAY, 3, 2, date(2027, 2, 2)),
        (TermKind.REFERRAL, MONDAY, 5, 1, date(2027, 2, 5)),
        # too short: the day on which it began has told of it
        *((TermKind.TURN, MONDAY, 1, 1, None), (TermKind.TURN, MONDAY, 3, 3, None)),
        # a weekend between
        (TermKind.TURN, MONDAY + timedelta(days=3), 2, 1, date(2027, 2, 5)),
        (TermKind.TURN, MONDAY + timedelta(days=4), 2, 1, date(2027, 2, 8)),
        (TermKind.TURN, MONDAY, 3, 0, None),
        (TermKind.STOP_LIST, MONDAY, 10, 1, None),
    ],
)
def test_so_many_working_days_before_the_last_in_the_morning(
    kind: TermKind, began_at: datetime, term_days: int, before: int, reminded_on: date | None
) -> None:
    term = basis(before).term(kind, KEY, began_at, term_days)
    assert term.reminder_at == (midnight_of(reminded_on) if reminded_on else None)


def test_a_term_that_moves_takes_its_reminder_along() -> None:
    term = basis().term(TermKind.TURN, KEY, MONDAY, 3)
    by = basis(free=frozenset({date(2027, 2, 4)}))
    later = counted_anew(term, by.calendar)
    assert later is not None
    assert by.reminding(later).reminder_at == midnight_of(date(2027, 2, 3))
    by = basis(free=frozenset({date(2027, 2, 3), date(2027, 2, 4)}))
    later = counted_anew(term, by.calendar)
    assert later is not None
    assert by.reminding(later).reminder_at == midnight_of(date(2027, 2, 5))
