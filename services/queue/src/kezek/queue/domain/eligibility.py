"""Who is old enough, and still young enough, to be called (domain §5.5)."""

from dataclasses import dataclass
from datetime import date, timedelta

from kezek.queue.domain.policy import Policy

_MONTHS = 12


@dataclass(frozen=True)
class BirthWindow:
    """Days of birth of those who may be called today: later than `after`, no later than `until`."""

    after: date
    until: date

    def __contains__(self, birth_date: date) -> bool:
        """Whether a child born then may be called."""
        return self.after < birth_date <= self.until


def birth_window(today: date, policy: Policy) -> BirthWindow:
    """Whom age lets be called on this day: the lower limit reached, the upper one not yet (domain §5.5)."""
    return BirthWindow(
        after=_months_before(today, policy.called_below_months),
        until=_months_before(today, policy.called_from_months),
    )


def _months_before(day: date, months: int) -> date:
    """The last day of birth at which one is that many months old; who is born on 29 February ages on 1 March."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 - months, _MONTHS)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        following = date(year + (month + 1) // _MONTHS, (month + 1) % _MONTHS + 1, 1)
        return following - timedelta(days=1)
