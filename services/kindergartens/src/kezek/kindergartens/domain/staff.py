"""Who works in a kindergarten, by its own list: none of them is an escort of its children (domain §8.escorts)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kezek.platform.errors import RuleBrokenError


@dataclass(frozen=True)
class StaffMember:
    """A line of the list; without `until_on` the person works on, else that day is the last one."""

    iin: str
    name: str
    position: str
    from_on: date
    until_on: date | None = None

    def works_on(self, day: date) -> bool:
        """Whether the person works there on this day."""
        return self.from_on <= day and (self.until_on is None or self.until_on >= day)

    def __repr__(self) -> str:
        """Without anything of the person, so that no log can hold it."""
        return "StaffMember()"


def check_staff(lines: Sequence[StaffMember], today: date) -> None:
    """Refuse lines that cannot be; `line` counts from 1.

    Raises:
        RuleBrokenError: `staff_from_in_future`, `staff_until_before_from`, `staff_named_twice`.
    """
    seen = set[tuple[str, date]]()
    for number, each in enumerate(lines, 1):
        if each.from_on > today:
            raise RuleBrokenError("staff_from_in_future", today=today.isoformat(), line=number)
        if each.until_on is not None and each.until_on < each.from_on:
            raise RuleBrokenError("staff_until_before_from", line=number)
        if (each.iin, each.from_on) in seen:
            raise RuleBrokenError("staff_named_twice", line=number)
        seen.add((each.iin, each.from_on))
