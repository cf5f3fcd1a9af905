"""Working days and terms that run in them (domain §9). Pure: the calendar is a value."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone

ALMATY = timezone(timedelta(hours=5), "Asia/Almaty")
_SATURDAY = 5
_LONGEST = 366


@dataclass(frozen=True)
class Calendar:
    """Which days are worked: Monday to Friday without holidays, unless the administrator says otherwise."""

    version: int
    holidays: Callable[[date], bool]
    worked: frozenset[date] = field(default=frozenset())
    free: frozenset[date] = field(default=frozenset())

    def is_working(self, day: date) -> bool:
        """Whether the day is worked; single days set by the administrator win (domain §9)."""
        if day in self.worked:
            return True
        return day not in self.free and day.weekday() < _SATURDAY and not self.holidays(day)


@dataclass(frozen=True)
class Term:
    """A term's last day and its end, the midnight after it, exclusive: an act at that instant is late (domain §6.7)."""

    last_day: date
    ends_at: datetime


def last_day_of(ends_at: datetime) -> date:
    """The last day of a term that ends at this instant, exclusive: at a midnight the day before it (domain §6.7)."""
    return local_day(ends_at - timedelta(microseconds=1))


def local_day(instant: datetime) -> date:
    """The day in Kazakhstan at an instant."""
    return instant.astimezone(ALMATY).date()


def midnight_after(day: date) -> datetime:
    """The instant at which a day in Kazakhstan is over, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(0), tzinfo=ALMATY).astimezone(UTC)


def term_of_working_days(calendar: Calendar, began_at: datetime, days: int) -> Term:
    """The term to the end of the n-th working day after the day of `began_at` (domain §9).

    Raises:
        ValueError: when a year holds fewer working days than that, so the calendar must be wrong.
    """
    day, left = local_day(began_at), days
    for _ in range(_LONGEST):
        if left == 0:
            return Term(day, midnight_after(day))
        day += timedelta(days=1)
        left -= calendar.is_working(day)
    raise ValueError(f"no {days} working days within a year of {began_at:%Y-%m-%d}")
