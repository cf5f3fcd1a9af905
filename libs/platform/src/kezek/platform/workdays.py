"""Working days and terms that run in them (domain §9). Pure: the calendar is a value."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone

ALMATY = timezone(timedelta(hours=5), "Asia/Almaty")
_SATURDAY = 5
_LONGEST = 366


class NoWorkingDaysError(ValueError):
    """A year holds fewer working days than a term needs: the calendar must be wrong."""


@dataclass(frozen=True)
class Calendar:
    """Which days are worked: Monday to Friday without holidays, unless single days are set otherwise.

    After `confirmed_until` it is provisional: by rule, before decisions on exchanged days are known.
    """

    version: int
    holidays: Callable[[date], bool]
    worked: frozenset[date] = field(default=frozenset())
    free: frozenset[date] = field(default=frozenset())
    confirmed_until: date = date.max

    def is_working(self, day: date) -> bool:
        """Whether the day is worked; single days that were set win (domain §9)."""
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


@dataclass(frozen=True)
class QuietHours:
    """From `begins` to `ends`, over midnight as a rule, in Kazakhstan, no notice leaves (domain §6.2).

    The same hour twice: there are none.
    """

    begins: time
    ends: time

    def over_at(self, now: datetime) -> datetime | None:
        """When they are over if they run now, in UTC; else None."""
        here = now.astimezone(ALMATY).time()
        by_day = self.begins <= self.ends
        quiet = self.begins <= here < self.ends if by_day else here >= self.begins or here < self.ends
        return next_at(now, self.ends) if quiet else None


def next_at(now: datetime, hour: time) -> datetime:
    """The next instant after now at which clocks in Kazakhstan show this hour, in UTC."""
    today = datetime.combine(local_day(now), hour, tzinfo=ALMATY)
    return (today if today > now else today + timedelta(days=1)).astimezone(UTC)


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of the month in which this one is."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def midnight_of(day: date) -> datetime:
    """The instant with which a day begins in Kazakhstan, in UTC."""
    return midnight_after(day - timedelta(days=1))


def midnight_after(day: date) -> datetime:
    """The instant at which a day in Kazakhstan is over, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(0), tzinfo=ALMATY).astimezone(UTC)


def term_of_working_days(calendar: Calendar, began_at: datetime, days: int) -> Term:
    """The term to the end of the n-th working day after the day of `began_at` (domain §9).

    Raises:
        NoWorkingDaysError: when a year holds fewer working days than that.
    """
    return _term(calendar, local_day(began_at), days)


def term_after(calendar: Calendar, ended_at: datetime, days: int) -> Term:
    """The same child's next term, which begins when another ends: the midnight that ends a day belongs to that day.

    So ten working days after an expired referral are ten, on whichever weekday it expired (domain §6.7).

    Raises:
        NoWorkingDaysError: as `term_of_working_days`.
    """
    return _term(calendar, last_day_of(ended_at), days)


def working_days_left(calendar: Calendar, began_at: datetime, last_day: date, at: datetime) -> int:
    """The working days that are left of a term at an instant, the begun one whole (domain §7.validity).

    On the day on which the term began all of it is left: that day does not count in it.
    """
    day = max(local_day(at), local_day(began_at) + timedelta(days=1))
    return sum(calendar.is_working(day + timedelta(days=ahead)) for ahead in range((last_day - day).days + 1))


def working_day_before(calendar: Calendar, day: date, days: int) -> date:
    """The n-th working day before a day.

    Raises:
        NoWorkingDaysError: when a year holds fewer working days than that.
    """
    left = days
    for back in range(1, _LONGEST):
        left -= calendar.is_working(day - timedelta(days=back))
        if left == 0:
            return day - timedelta(days=back)
    raise NoWorkingDaysError(f"no {days} working days within a year before {day:%Y-%m-%d}")


def reminder_of(calendar: Calendar, began_at: datetime, last_day: date, days: int) -> datetime | None:
    """With which midnight one is reminded of a term's end: a working day so many before its last (domain §9.reminders).

    None for no days at all, and before the day after the term's first, which has told of it.
    """
    if not days:
        return None
    day = working_day_before(calendar, last_day, days)
    return midnight_of(day) if day > local_day(began_at) else None


def _term(calendar: Calendar, first: date, days: int) -> Term:
    day, left = first, days
    for _ in range(_LONGEST):
        if left == 0:
            return Term(day, midnight_after(day))
        day += timedelta(days=1)
        left -= calendar.is_working(day)
    raise NoWorkingDaysError(f"no {days} working days within a year of {first:%Y-%m-%d}")
