"""Ages in whole months, and the days on which they are reached (domain §5.5); standard library only."""

from datetime import date, timedelta

_MONTHS = 12


def birthday(born: date, months: int) -> date:
    """The day on which somebody becomes so many months old: the first of the next month where the day is missing.

    Who is born on 29 February is a year older on 1 March.
    """
    year, month = divmod(born.year * _MONTHS + born.month - 1 + months, _MONTHS)
    return _day(year, month, born.day) or _first_of_next(year, month)


def born_by(day: date, months: int) -> date:
    """The last day of birth at which one is so many months old on `day`."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 - months, _MONTHS)
    return _day(year, month, day.day) or _first_of_next(year, month) - timedelta(days=1)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month + 1, day)
    except ValueError:
        return None


def _first_of_next(year: int, month: int) -> date:
    return date(year + (month + 1) // _MONTHS, (month + 1) % _MONTHS + 1, 1)
