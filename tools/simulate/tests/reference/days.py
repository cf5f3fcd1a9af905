"""Days and instants of the reference (domain §9): Almaty days, working days, terms."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone

ALMATY = timezone(timedelta(hours=5))
DAY = timedelta(days=1)


def day_of(instant: datetime) -> date:
    return instant.astimezone(ALMATY).date()


def midnight(day: date) -> datetime:
    """Returns the midnight that begins `day`."""
    return datetime.combine(day, time(), ALMATY)


def is_midnight(instant: datetime) -> bool:
    return instant == midnight(day_of(instant))


def months_after(born: date, months: int) -> date:
    """Returns the day on which a child is so many months old: the first of the next where the month lacks the day."""
    year, month = divmod(born.year * 12 + born.month - 1 + months, 12)
    try:
        return date(year, month + 1, born.day)
    except ValueError:
        return date(year, month + 2, 1)


@dataclass
class Calendar:
    """Weekends are free; single days are said to be free or worked, what was said last holds."""

    said: dict[date, bool] = field(default_factory=dict)

    def say(self, holidays: list[str], working: list[str]) -> None:
        self.said.update(dict.fromkeys(map(date.fromisoformat, working), True))
        self.said.update(dict.fromkeys(map(date.fromisoformat, holidays), False))

    def works(self, day: date) -> bool:
        return self.said.get(day, day.weekday() < 5)

    def end_of(self, day: date, number: int) -> datetime:
        """Returns the midnight after the `number`-th working day after `day` (§9, §6.7)."""
        for _ in range(number):
            day += DAY
            while not self.works(day):
                day += DAY
        return midnight(day + DAY)

    def left(self, begun: date, now: datetime, until: datetime) -> int:
        """Returns the working days left of a term that counts from the day after `begun`, the begun one whole (§7)."""
        day, count = max(begun + DAY, day_of(now)), 0
        while midnight(day) < until:
            count += self.works(day)
            day += DAY
        return count
