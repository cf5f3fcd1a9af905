"""Terms in working days, each of one turn or one referral (domain §6, §7, §9)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.platform.workdays import (
    Calendar,
    Term,
    last_day_of,
    midnight_after,
    reminder_of,
    term_after,
    term_of_working_days,
)

_TICK = timedelta(microseconds=1)


class TermKind(StrEnum):
    """What runs; in the order in which ends of one instant happen (domain §6.7)."""

    TURN = "turn"
    REFERRAL = "referral"
    STOP_LIST = "stop-list"
    INACTIVE = "inactive"


@dataclass(frozen=True)
class RunningTerm:
    """A term with what it was computed from; its key is the turn, or the referral (also that which was missed).

    One in which an application is inactive has that for its key and no working days: calendar days are never moved. One
    that follows began with the midnight that ended the same child's last one: a stop list always does. `reminder_at` is
    when the family is reminded of its end, if at all.
    """

    kind: TermKind
    key: UUID
    began_at: datetime
    working_days: int | None
    term: Term
    policy: str
    calendar_version: int
    follows: bool = False
    reminder_at: datetime | None = None

    @property
    def counted_from(self) -> datetime:
        """An instant of the day from which it counts: of its beginning, or of the day that ended with that."""
        return self.began_at - _TICK if self.follows else self.began_at


@dataclass(frozen=True)
class Basis:
    """The policy and the calendar by which something is judged."""

    policy: Policy
    calendar: Calendar

    def term(
        self, kind: TermKind, key: UUID, began_at: datetime, working_days: int, last_ended_at: datetime | None = None
    ) -> RunningTerm:
        """A term of working days from the day of an instant (domain §9).

        Where the child's last term ran out at that very instant it counts from the day that has ended (domain §6.7).
        """
        if began_at == last_ended_at:
            return self.term_after(kind, key, began_at, working_days)
        term = term_of_working_days(self.calendar, began_at, working_days)
        running = RunningTerm(kind, key, began_at, working_days, term, self.policy.id, self.calendar.version)
        return self.reminding(running)

    def longer(self, running: RunningTerm, working_days: int) -> RunningTerm:
        """A running term with so many working days more: not fewer than those after its present last day."""
        days = (running.working_days or 0) + working_days
        counted = term_of_working_days(self.calendar, running.counted_from, days)
        at_least = term_after(self.calendar, running.term.ends_at, working_days)
        term = max(counted, at_least, key=lambda each: each.ends_at)
        return self.reminding(replace(running, working_days=days, term=term, calendar_version=self.calendar.version))

    def term_after(self, kind: TermKind, key: UUID, ended_at: datetime, working_days: int) -> RunningTerm:
        """The same child's next term, counted from the day that ended (domain §6.7)."""
        term = term_after(self.calendar, ended_at, working_days)
        running = RunningTerm(
            kind, key, ended_at, working_days, term, self.policy.id, self.calendar.version, follows=True
        )
        return self.reminding(running)

    def calendar_days_after(self, kind: TermKind, key: UUID, ended_at: datetime, days: int) -> RunningTerm:
        """The same child's next term, of calendar days counted from the day that ended (domain §6.7)."""
        last_day = last_day_of(ended_at) + timedelta(days=days)
        term = Term(last_day, midnight_after(last_day))
        running = RunningTerm(kind, key, ended_at, None, term, self.policy.id, self.calendar.version, follows=True)
        return self.reminding(running)

    def reminding(self, running: RunningTerm) -> RunningTerm:
        """A term with the instant at which the family is reminded of its end, none of a stop list's (§9.reminders)."""
        days = self.policy.reminded_before_working_days
        reminded = running.kind is not TermKind.STOP_LIST
        at = reminder_of(self.calendar, running.began_at, running.term.last_day, days) if reminded else None
        return replace(running, reminder_at=at)


def counted_anew(running: RunningTerm, calendar: Calendar) -> RunningTerm | None:
    """A running term as a calendar counts it, if it ends later by that: none is shortened (domain §6.7).

    The version does not say whether it has to be: years are published one by one, and a newer one may be heard first.
    """
    if running.working_days is None:
        return None
    follows = running.follows or running.kind is TermKind.STOP_LIST
    count = term_after if follows else term_of_working_days
    term = count(calendar, running.began_at, running.working_days)
    if term.ends_at <= running.term.ends_at:
        return None
    return replace(running, term=term, calendar_version=calendar.version)
