"""Somebody outside the list fetches a child on one day, once, by a code that a parent gives (domain §8.pickup)."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from kezek.contracts.vocabulary import PickupState
from kezek.kindergartens.domain.attendance import was_there
from kezek.kindergartens.domain.roster import Enrolment
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import local_day

CODE_DIGITS = 8


@dataclass(frozen=True)
class Use:
    """That a worker has let the child go by the code: when, who, their name on the staff list, and the mark it made."""

    at: datetime
    by: UUID
    name: str | None
    mark_id: UUID


@dataclass(frozen=True)
class Pickup:
    """A code for one child, one day and one kindergarten; `name` is whom the parent lets fetch the child by it."""

    id: UUID
    application_id: UUID
    applicant_id: UUID
    kindergarten_id: UUID
    name: str
    day: date
    given_at: datetime
    use: Use | None = None
    withdrawn_at: datetime | None = None

    @property
    def step(self) -> PickupState:
        """What somebody has done with it: given it, used it or withdrawn it."""
        if self.use is not None:
            return PickupState.USED
        return PickupState.WAITING if self.withdrawn_at is None else PickupState.WITHDRAWN

    @property
    def version(self) -> int:
        """How many steps it has made."""
        return 1 if self.step is PickupState.WAITING else 2

    def was_used(self, by: UUID, mark_id: UUID) -> bool:
        """Whether this worker has let the child go by it, with this mark."""
        return self.use is not None and (self.use.by, self.use.mark_id) == (by, mark_id)

    def state_on(self, today: date, stays: Iterable[Enrolment]) -> PickupState:
        """What has become of it by a day; for a child that has left the kindergarten it has lapsed, too."""
        over = self.day < today or not self._holds(stays, self.day)
        return PickupState.LAPSED if over and self.step is PickupState.WAITING else self.step

    def _holds(self, stays: Iterable[Enrolment], day: date) -> bool:
        return any(each.kindergarten_id == self.kindergarten_id and was_there(each, day) for each in stays)

    def check_usable(self, today: date, stays: Iterable[Enrolment]) -> None:
        """Refuse a code by which the child is not to be given now, and say why.

        Raises:
            RuleBrokenError: `pickup_used` with when, `pickup_withdrawn`, `pickup_other_day` with the day,
                `pickup_child_left`.
        """
        if self.use is not None:
            raise RuleBrokenError("pickup_used", used_at=self.use.at.isoformat())
        if self.withdrawn_at is not None:
            raise RuleBrokenError("pickup_withdrawn")
        if self.day != today:
            raise RuleBrokenError("pickup_other_day", day=self.day.isoformat())
        if not self._holds(stays, today):
            raise RuleBrokenError("pickup_child_left")

    def __repr__(self) -> str:
        """Without the name, so that no log can hold it."""
        return f"Pickup({self.id})"


def new_code() -> str:
    """Digits, which every keyboard has: so many that nobody finds one by the wrong tries that are allowed."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


def check_day(day: date, today: date, days_ahead: int) -> None:
    """Refuse a day that is over, or too far ahead.

    Raises:
        RuleBrokenError: `pickup_day_not_allowed` with the first and the last day that may be chosen.
    """
    last = today + timedelta(days=days_ahead)
    if not today <= day <= last:
        raise RuleBrokenError("pickup_day_not_allowed", first_day=today.isoformat(), last_day=last.isoformat())


def withdraw(pickup: Pickup, at: datetime, stays: Iterable[Enrolment]) -> Pickup:
    """The code, by which nobody fetches the child any more.

    Raises:
        RuleBrokenError: `pickup_over` with its state, unless it waits.
    """
    state = pickup.state_on(local_day(at), stays)
    if state is not PickupState.WAITING:
        raise RuleBrokenError("pickup_over", state=state.value)
    return give_way(pickup, at)


def give_way(pickup: Pickup, at: datetime) -> Pickup:
    """An unused code, instead of which another one of its day is given; also one that lapsed with the child's going."""
    return replace(pickup, withdrawn_at=at)
