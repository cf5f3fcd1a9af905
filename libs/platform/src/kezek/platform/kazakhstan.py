"""Kazakhstan's working calendar as shipped: public holidays, days off moved to them, weekend days worked in exchange.

Holidays and the days off that follow one on a weekend are rules of law (`public_holidays`). Which days are exchanged
is decided each time by an order of the ministry of labour (Labour Code, article 85.3); up to `CONFIRMED_UNTIL` these
orders are known, what comes later is by rule alone, and the administrator confirms it or sets single days (domain §9).
"""

from dataclasses import dataclass
from datetime import date

from kezek.platform.public_holidays import OF_YEAR
from kezek.platform.workdays import Calendar


@dataclass(frozen=True)
class Exchange:
    """A day off moved from a weekend day, which is worked, to a day of the week."""

    worked: date
    free: date
    source: str


# for 2026 the ministry's calendar of December 2025, on the e-government portal since January 2026, exchanges none;
# its Constitution Day of 30 August is no holiday any more: from 2027 on it is kept on 15 March (said in March 2026)
EXCHANGES = (
    Exchange(date(2024, 5, 4), date(2024, 5, 8), "ministry of labour, order No. 109 of 2024"),
    Exchange(date(2025, 1, 5), date(2025, 1, 3), "ministry of labour, order No. 436 of 21 November 2024"),
)
CONFIRMED_UNTIL = date(2026, 12, 31)


def is_public_holiday(day: date) -> bool:
    """Whether the day is a public holiday or a day off moved to it.

    Raises:
        KeyError: the year is beyond those shipped.
    """
    return day.month * 100 + day.day in OF_YEAR[day.year]


def default_calendar() -> Calendar:
    """The calendar before any override by an administrator."""
    return Calendar(
        version=2,
        holidays=is_public_holiday,
        worked=frozenset(exchange.worked for exchange in EXCHANGES),
        free=frozenset(exchange.free for exchange in EXCHANGES),
        confirmed_until=CONFIRMED_UNTIL,
    )
