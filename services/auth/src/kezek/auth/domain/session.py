"""How long a session lives: idle and absolute limits, an escort's the day, judged by real time (domain §2, §8)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kezek.platform.workdays import local_day, midnight_after


@dataclass(frozen=True)
class Limits:
    """The longest time without a request, and the longest time at all."""

    idle: timedelta
    absolute: timedelta


@dataclass(frozen=True)
class SessionRules:
    """Staff, who see other people's data, have shorter limits."""

    people: Limits
    staff: Limits

    def of(self, *, staff: bool) -> Limits:
        """The limits of a session that carries a role on staff, or none."""
        return self.staff if staff else self.people


@dataclass(frozen=True)
class Session:
    """One browser that somebody signed in with; of several workplaces the chosen one is open in it.

    `phone` is where an escort was sent the code: the one that a parent gave (domain §8.attendance).
    """

    id: UUID
    person_id: UUID
    method: str
    began_at: datetime
    used_at: datetime
    ended_at: datetime | None = None
    device: str = ""
    address: str = ""
    workplace_id: UUID | None = None
    phone: str | None = None

    def __repr__(self) -> str:
        """Without the phone and the address, so that no log can hold them."""
        return f"Session({self.id})"

    def dies_at(self, limits: Limits) -> datetime:
        """The instant, exclusive, from which the session counts no more unless it is used before.

        An escort's lasts until the day is over in Kazakhstan, used or not.
        """
        if self.phone is None:
            limit = min(self.used_at + limits.idle, self.began_at + limits.absolute)
        else:
            limit = midnight_after(local_day(self.began_at))
        return limit if self.ended_at is None else min(limit, self.ended_at)

    def is_alive(self, limits: Limits, now: datetime) -> bool:
        """Whether the session counts at this instant."""
        return now < self.dies_at(limits)
