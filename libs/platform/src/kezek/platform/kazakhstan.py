"""Kazakhstan's public holidays and moved days, from the `holidays` package (domain §11)."""

from datetime import date
from functools import cache

import holidays

from kezek.platform.workdays import Calendar


@cache
def _of_year(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("KZ", years=year, language="kk"))


def is_public_holiday(day: date) -> bool:
    """Whether the day is a public holiday or a day off moved to it."""
    return day in _of_year(day.year)


def default_calendar() -> Calendar:
    """The calendar before any override by an administrator."""
    return Calendar(version=1, holidays=is_public_holiday)
