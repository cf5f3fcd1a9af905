"""Coming and leaving: what is marked, whose marks count, and what a child's day is made of (domain §8.attendance)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kezek.contracts.vocabulary import EscortEnding
from kezek.kindergartens.domain.escort import Entrustment
from kezek.kindergartens.domain.roster import Ending, Enrolment
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import local_day

_SEASON = timedelta(days=92)


class MarkKind(StrEnum):
    """What is marked of a child."""

    ARRIVAL = "arrival"
    LEAVING = "leaving"


class MarkedBy(StrEnum):
    """As what somebody marks."""

    PARENT = "parent"
    ESCORT = "escort"
    WORKER = "worker"


class Presence(StrEnum):
    """Where a child is on a day, as far as anybody has said."""

    AWAITED = "awaited"
    THERE = "there"
    GONE = "gone"
    ABSENT = "absent"


class AbsenceReason(StrEnum):
    """Why a child does not come; the worker's own words stand beside it."""

    ILLNESS = "illness"
    LEAVE = "leave"
    OTHER = "other"


@dataclass(frozen=True)
class Bounds:
    """How old a mark may be when it comes, and how far its clock may run ahead of the sending."""

    oldest: timedelta
    ahead: timedelta


@dataclass(frozen=True)
class Strike:
    """That a mark does not count: since when, by whom, and why in their own words."""

    at: datetime
    by: UUID
    name: str | None
    reason: str


@dataclass(frozen=True)
class Mark:
    """A mark as it is kept, known by an id that its maker gave it.

    `device_at` is what the device's clock said, `at` the same by the server's time, `received_at` when it came.
    `escort_id` is the escort under whose tie it was made, `worker_name` the worker's by the kindergarten's staff list,
    `pickup_id` the code by which the child was given to somebody (domain §8.pickup).
    """

    id: UUID
    application_id: UUID
    kindergarten_id: UUID
    kind: MarkKind
    at: datetime
    device_at: datetime
    received_at: datetime
    marked_by: MarkedBy
    person_id: UUID
    escort_id: UUID | None = None
    worker_name: str | None = None
    pickup_id: UUID | None = None
    strike: Strike | None = None

    @property
    def day(self) -> date:
        """The day in Kazakhstan to which it belongs."""
        return local_day(self.at)

    def says(self, kind: MarkKind, device_at: datetime, application_id: UUID, person_id: UUID) -> bool:
        """Whether a mark with this content is this one, sent again."""
        mine = (self.kind, self.device_at, self.application_id, self.person_id)
        return mine == (kind, device_at, application_id, person_id)


@dataclass(frozen=True)
class Day:
    """A child's day: the first arrival, and the leaving after which it did not come back."""

    presence: Presence
    arrival: Mark | None = None
    leaving: Mark | None = None


def corrected(device_at: datetime, sent_at: datetime, now: datetime, bounds: Bounds) -> datetime:
    """When it happened by the server's time: as long ago as it was by the device's clock at sending, never to come.

    Raises:
        RuleBrokenError: `mark_in_future`, `mark_too_old`.
    """
    ago = sent_at - device_at
    if ago < -bounds.ahead:
        raise RuleBrokenError("mark_in_future")
    if ago > bounds.oldest:
        raise RuleBrokenError("mark_too_old")
    return now - max(ago, timedelta())


def find_tie(ties: Iterable[Entrustment], at: datetime) -> Entrustment:
    """The tie by which an escort was entrusted with the child at this instant: what came before its end counts.

    Raises:
        RuleBrokenError: `mark_child_left` after the child has left the kindergarten, else `mark_not_entrusted`.
    """
    left = False
    for each in ties:
        if each.since <= at and (each.ended_at is None or at < each.ended_at):
            return each
        left |= each.ended_because is EscortEnding.DEPARTED and each.ended_at is not None and at >= each.ended_at
    raise RuleBrokenError("mark_child_left" if left else "mark_not_entrusted")


def was_there(stay: Enrolment, day: date) -> bool:
    """Whether a day is one of this stay's: that of going over to another group is the new one's."""
    if stay.ended_on is None:
        return stay.since <= day
    until = stay.ended_on if stay.ended_by is not Ending.REGROUPED else stay.ended_on - timedelta(days=1)
    return stay.since <= day <= until


def find_stay(stays: Iterable[Enrolment], day: date) -> Enrolment:
    """The stay to which a child's day belongs: the later one on the day it goes over to another group.

    Raises:
        RuleBrokenError: `mark_child_left` when the child was in no group on this day.
    """
    there = [each for each in stays if was_there(each, day)]
    if not there:
        raise RuleBrokenError("mark_child_left")
    return max(there, key=lambda each: (each.since, each.version, each.ended_on is None))


def day_of(marks: Sequence[Mark], *, absent: bool = False) -> Day:
    """What a child's marks of one day come to; struck ones do not count, and who was marked is not absent."""
    counted = sorted((each for each in marks if each.strike is None), key=_in_order)
    if not counted:
        return Day(Presence.ABSENT if absent else Presence.AWAITED)
    arrival = next((each for each in counted if each.kind is MarkKind.ARRIVAL), None)
    last = counted[-1]
    if last.kind is MarkKind.ARRIVAL:
        return Day(Presence.THERE, arrival)
    return Day(Presence.GONE, arrival, last)


def _in_order(mark: Mark) -> tuple[datetime, bool, UUID]:
    return mark.at, mark.kind is MarkKind.LEAVING, mark.id


def strike(mark: Mark, why: Strike) -> Mark:
    """The mark, which counts no more.

    Raises:
        RuleBrokenError: `mark_struck_already`.
    """
    if mark.strike is not None:
        raise RuleBrokenError("mark_struck_already")
    return replace(mark, strike=why)


@dataclass(frozen=True)
class Absence:
    """That a child does not come on a day, and why, as its kindergarten has said last."""

    application_id: UUID
    day: date
    kindergarten_id: UUID
    reason: AbsenceReason
    remark: str
    set_at: datetime
    set_by: UUID
    set_by_name: str | None


def is_of_season(day: date, today: date) -> bool:
    """Whether a day is near enough to be spoken of."""
    return abs(day - today) <= _SEASON


def check_absence(reason: AbsenceReason, remark: str, day: date, today: date, *, open_again: bool = False) -> None:
    """Refuse an absence of another season, unless its month was reopened, and another reason that does not say which.

    Raises:
        RuleBrokenError: `absence_day_not_allowed`, `remark_required`.
    """
    if not open_again and not is_of_season(day, today):
        raise RuleBrokenError("absence_day_not_allowed")
    if reason is AbsenceReason.OTHER and not remark:
        raise RuleBrokenError("remark_required")
