"""The roster of a kindergarten: who was in which group, from when until when (domain §7.roster)."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.values import Person, QueueRef
from kezek.contracts.vocabulary import DepartureReason, GroupKind, InstructionLanguage, Language
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import local_day


class Beginning(StrEnum):
    """How a child has come into a group."""

    ACCEPTED = "accepted"
    REGROUPED = "regrouped"
    SWAPPED = "swapped"


class Ending(StrEnum):
    """How it has left the group."""

    DEPARTED = "departed"
    REGROUPED = "regrouped"
    SWAPPED = "swapped"


@dataclass(frozen=True)
class Group:
    """A group by what tells it from the others (domain §5.1)."""

    group_year: int
    language: InstructionLanguage
    kind: GroupKind


@dataclass(frozen=True)
class Departure:
    """What a worker says of a child that has left: its last day, and why; `remark` are their own words."""

    left_on: date
    reason: DepartureReason
    remark: str = ""


@dataclass(frozen=True)
class Enrolment:
    """A child's stay in one group of a kindergarten.

    `accepted_at` is when the kindergarten took the child, `moved_at` when it came into this group, if that was later.
    `version` counts the steps of the child's whole way under this application.
    """

    id: UUID
    application_id: UUID
    applicant_id: UUID | None
    child_id: UUID | None
    kindergarten_id: UUID
    district: str
    referral_id: UUID
    referral_number: str
    group: Group
    accepted_at: datetime
    begun_by: Beginning = Beginning.ACCEPTED
    moved_at: datetime | None = None
    ended_by: Ending | None = None
    ended_on: date | None = None
    ended_at: datetime | None = None
    departure: Departure | None = None
    version: int = 0

    @property
    def since(self) -> date:
        """Its first day in this group."""
        return local_day(self.moved_at or self.accepted_at)

    @property
    def queue(self) -> QueueRef:
        """The queue of the group's children."""
        return QueueRef(self.district, self.group.kind, self.group.group_year)


@dataclass(frozen=True)
class EnrolledChild:
    """A line of the roster: a stay, and whose it is."""

    enrolment: Enrolment
    child: Person
    birth_date: date
    application_number: str

    @property
    def names(self) -> Text:
        """What a statement in each language calls the child."""
        return Text(**{each: self.child.name_in(each).full for each in Language})


def check_present(enrolment: Enrolment) -> None:
    """Refuse what needs a child that is in the group.

    Raises:
        RuleBrokenError: `child_not_in_group` with the last day.
    """
    if enrolment.ended_on is not None:
        raise RuleBrokenError("child_not_in_group", last_day=enrolment.ended_on.isoformat())


def depart(enrolment: Enrolment, departure: Departure, at: datetime) -> Enrolment:
    """End the stay: the day is neither to come nor before the child came into the group (domain §7.roster).

    Raises:
        RuleBrokenError: `child_not_in_group`, `departure_in_future` or `departure_too_early` with the day that is
            still possible, `remark_required`.
    """
    check_present(enrolment)
    today = local_day(at)
    if departure.left_on > today:
        raise RuleBrokenError("departure_in_future", today=today.isoformat())
    if departure.left_on < enrolment.since:
        raise RuleBrokenError("departure_too_early", from_day=enrolment.since.isoformat())
    if departure.reason is DepartureReason.OTHER and not departure.remark:
        raise RuleBrokenError("remark_required")
    return replace(
        enrolment,
        ended_by=Ending.DEPARTED,
        ended_on=departure.left_on,
        ended_at=at,
        departure=departure,
        version=enrolment.version + 1,
    )
