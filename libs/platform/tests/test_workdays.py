from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kezek.platform.kazakhstan import CONFIRMED_UNTIL, EXCHANGES, Exchange, default_calendar, holidays_of
from kezek.platform.public_holidays import KURBAN_AIT, OF_YEAR
from kezek.platform.testing.public_holidays import YEARS, as_library_knows, kurban_ait_as_library_knows
from kezek.platform.workdays import (
    ALMATY,
    Calendar,
    QuietHours,
    last_day_of,
    local_day,
    midnight_after,
    term_after,
    term_of_working_days,
)

CALENDAR = default_calendar()
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


def noon(text: str) -> datetime:
    return datetime.combine(date.fromisoformat(text), time(12), ALMATY)


@pytest.mark.parametrize(
    ("began", "days", "last"),
    [
        ("2026-11-16", 3, "2026-11-19"),  # a plain week
        ("2026-11-19", 3, "2026-11-24"),  # over a weekend
        ("2026-11-21", 1, "2026-11-23"),  # begun on a Saturday
        ("2026-03-19", 3, "2026-03-27"),  # Nauryz, 21-23 March, of which two on a weekend and so moved
        ("2026-12-31", 3, "2027-01-08"),  # New Year 1-2 January, Christmas 7 January
        ("2026-12-14", 5, "2026-12-22"),  # Independence Day 16 December
        ("2025-01-01", 1, "2025-01-05"),  # 3 January 2025 was a day off moved from Sunday 5th, which was worked
        ("2025-01-02", 2, "2025-01-06"),
        ("2025-01-03", 3, "2025-01-08"),  # Christmas 7 January
        ("2024-04-30", 3, "2024-05-04"),  # Saturday 4 May was worked for Wednesday 8 May
        ("2024-05-04", 2, "2024-05-10"),
        ("2026-08-28", 1, "2026-08-31"),  # 30 August, a Sunday, is no holiday any more
        ("2027-03-12", 1, "2027-03-16"),  # Constitution Day on 15 March
        ("2026-11-21", 0, "2026-11-21"),
    ],
)
def test_a_term_ends_with_its_nth_working_day(began: str, days: int, last: str) -> None:
    assert term_of_working_days(CALENDAR, noon(began), days).last_day == date.fromisoformat(last)


def test_a_term_ends_at_the_midnight_after_its_last_day_in_kazakhstan() -> None:
    term = term_of_working_days(CALENDAR, noon("2026-11-16"), 3)
    assert term.ends_at == datetime(2026, 11, 19, 19, 0, tzinfo=UTC)


def test_the_day_of_an_act_is_kazakhstans_not_greenwichs() -> None:
    late_evening_in_greenwich = datetime(2026, 11, 16, 20, 0, tzinfo=UTC)
    assert local_day(late_evening_in_greenwich) == date(2026, 11, 17)
    assert term_of_working_days(CALENDAR, late_evening_in_greenwich, 3).last_day == date(2026, 11, 20)


def test_a_day_made_free_by_the_administrator_moves_the_end() -> None:
    calendar = replace(CALENDAR, free=frozenset({date(2026, 11, 18)}))
    assert term_of_working_days(calendar, noon("2026-11-16"), 3).last_day == date(2026, 11, 20)


def test_a_day_made_worked_by_the_administrator_counts_even_if_it_is_a_holiday_and_a_sunday() -> None:
    calendar = replace(CALENDAR, worked=frozenset({date(2026, 11, 22)}), free=frozenset({date(2026, 11, 22)}))
    assert term_of_working_days(calendar, noon("2026-11-20"), 1).last_day == date(2026, 11, 22)


def test_a_calendar_without_working_days_is_refused_rather_than_searched_for_ever() -> None:
    with pytest.raises(ValueError, match="no 1 working days"):
        term_of_working_days(Calendar(1, lambda _: True), noon("2026-11-16"), 1)


@given(INSTANTS, st.integers(1, 30))
def test_exactly_n_working_days_lie_in_a_term_and_its_last_day_is_one(began_at: datetime, days: int) -> None:
    term = term_of_working_days(CALENDAR, began_at, days)
    first = local_day(began_at)
    inside = [first + timedelta(days=n) for n in range(1, (term.last_day - first).days + 1)]
    assert sum(CALENDAR.is_working(day) for day in inside) == days
    assert CALENDAR.is_working(term.last_day)
    assert term.ends_at == midnight_after(term.last_day) > began_at


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.integers(1, 30))
def test_a_term_after_the_midnight_of_another_is_as_long_on_every_weekday(ended: date, days: int) -> None:
    term = term_after(CALENDAR, midnight_after(ended), days)
    away = [ended + timedelta(days=n) for n in range(1, (term.last_day - ended).days + 1)]
    assert sum(CALENDAR.is_working(day) for day in away) == days
    assert CALENDAR.is_working(term.last_day)


@given(INSTANTS.filter(lambda instant: instant.time() != time(19)), st.integers(0, 10))
def test_within_a_day_a_next_term_counts_as_any_other(ended_at: datetime, days: int) -> None:
    assert term_after(CALENDAR, ended_at, days) == term_of_working_days(CALENDAR, ended_at, days)


def test_another_childs_term_that_begins_at_that_midnight_counts_from_the_new_day() -> None:
    thursday_is_over = midnight_after(date(2026, 11, 19))
    assert term_after(CALENDAR, thursday_is_over, 10).last_day == date(2026, 12, 3)
    assert term_of_working_days(CALENDAR, thursday_is_over, 10).last_day == date(2026, 12, 4)


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_the_last_day_of_a_term_is_the_one_its_midnight_ends(day: date) -> None:
    assert last_day_of(midnight_after(day)) == day
    assert last_day_of(midnight_after(day) - timedelta(microseconds=1)) == day
    assert last_day_of(midnight_after(day) + timedelta(microseconds=1)) == day + timedelta(days=1)


@pytest.mark.parametrize("exchange", EXCHANGES, ids=lambda exchange: exchange.worked.isoformat())
def test_exchanged_days_are_a_weekend_day_worked_for_a_day_of_the_week_off(exchange: Exchange) -> None:
    assert exchange.worked.weekday() >= 5 > exchange.free.weekday()
    assert CALENDAR.is_working(exchange.worked)
    assert not CALENDAR.is_working(exchange.free)
    assert exchange.source


@pytest.mark.parametrize("year", range(2024, CONFIRMED_UNTIL.year + 2))
def test_the_exchanged_days_are_those_that_the_package_knows(year: int) -> None:
    """An update that brings more of them is to be written into the table, with its source."""
    known = holidays.country_holidays("KZ", years=year, language="kk").weekend_workdays
    assert {day for day in known if day.year == year} == {day for day in CALENDAR.worked if day.year == year}


def test_years_without_known_decisions_are_provisional() -> None:
    assert date(2026, 12, 31) <= CALENDAR.confirmed_until < date(2027, 1, 1)
    assert not CALENDAR.is_working(date(2027, 1, 4))


@given(INSTANTS, INSTANTS, st.integers(0, 10))
def test_what_begins_later_never_ends_earlier(one: datetime, other: datetime, days: int) -> None:
    earlier, later = sorted((one, other))
    ends = [term_of_working_days(CALENDAR, each, days).ends_at for each in (earlier, later)]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("now", "over_at"),
    [
        ("2026-11-28T21:59:59+05:00", None),
        ("2026-11-28T22:00:00+05:00", "2026-11-29T08:00:00+05:00"),
        ("2026-11-28T23:30:00+00:00", "2026-11-29T08:00:00+05:00"),
        ("2026-11-29T00:00:00+05:00", "2026-11-29T08:00:00+05:00"),
        ("2026-11-29T07:59:59+05:00", "2026-11-29T08:00:00+05:00"),
        ("2026-11-29T08:00:00+05:00", None),
    ],
)
def test_the_night_is_over_at_eight(now: str, over_at: str | None) -> None:
    found = QuietHours(time(22), time(8)).over_at(datetime.fromisoformat(now))
    assert found == (datetime.fromisoformat(over_at) if over_at else None)


@pytest.mark.parametrize(
    ("begins", "ends", "hour", "quiet"),
    [
        (0, 8, 12, False),
        (0, 8, 7, True),
        (13, 15, 14, True),
        (13, 15, 15, False),
        (22, 22, 12, False),
        (22, 22, 23, False),
    ],
)
def test_quiet_hours_need_not_reach_over_midnight(begins: int, ends: int, hour: int, quiet: bool) -> None:
    now = datetime(2026, 11, 28, hour, tzinfo=ALMATY)
    found = QuietHours(time(begins), time(ends)).over_at(now)
    assert found == (datetime(2026, 11, 28, ends, tzinfo=ALMATY) if quiet else None)


@pytest.mark.parametrize("year", YEARS)
def test_the_shipped_holidays_are_those_of_the_library(year: int) -> None:
    assert OF_YEAR[year] == as_library_knows(year)
    assert KURBAN_AIT[year] == kurban_ait_as_library_knows(year)


def test_every_holiday_has_its_name() -> None:
    named = {each.on: each.name.en for each in holidays_of(2027)}
    assert len(named) == len(OF_YEAR[2027])
    assert named[date(2027, 3, 15)] == "Constitution Day"
    assert named[date(2027, 5, 10)] == "day off moved from a holiday"
    assert named[date(2027, 5, 16)] == "Kurban Ait"
    assert [each.on for each in holidays_of(2039) if each.name.en == "Kurban Ait"] == [
        date(2039, 1, 5),
        date(2039, 12, 26),
    ]
