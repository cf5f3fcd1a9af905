"""How long children waited and wait (domain §5.figures): values and the period that is looked at. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kezek.contracts.vocabulary import GroupKind, QueueClass
from kezek.platform.workdays import ALMATY, midnight_after

_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Period:
    """From the first day to the last, both of them in it, in Kazakhstan."""

    first: date
    last: date

    @property
    def begins_at(self) -> datetime:
        """The midnight with which the first day begins."""
        return datetime.combine(self.first, time(0), tzinfo=ALMATY)

    @property
    def ends_at(self) -> datetime:
        """The midnight that ends the last day, exclusive."""
        return midnight_after(self.last)


@dataclass(frozen=True)
class Waits:
    """Of a class, a queue, a class in a queue, or of all: what is None does not tell them apart. In seconds.

    `called` is of the children whose first turn began in the period: from submission to that call, on average and the
    median. `waiting` is of those who wait now: since submission, on average and the longest. None: there is nobody.
    """

    kind: GroupKind | None
    group_year: int | None
    queue_class: QueueClass | None
    called: int
    average_s: float | None
    median_s: float | None
    waiting: int
    so_far_s: float | None
    longest_s: float | None


def period_of(today: date, first: date | None, last: date | None) -> Period:
    """What was asked for; the year that ends today, or with the last day, where nothing was."""
    end = last or today
    return Period(first or end - _YEAR, end)
