"""What the routes of days of attendance take and give (domain §8.attendance)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from kezek.contracts.lines import Line, Remark
from kezek.contracts.values import Person
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language
from kezek.kindergartens.adapters.attendance_day import Days, Listed
from kezek.kindergartens.domain.attendance import Absence, AbsenceReason, Mark, MarkedBy, MarkKind, Presence, day_of
from kezek.kindergartens.entrypoints.attendance_schemas import DeviceInstant
from kezek.kindergartens.entrypoints.schemas import View
from kezek.platform.http.bodies import Body
from kezek.platform.http.sheets import FileFormat

Month = Annotated[str, Field(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]


class GroupQuery(BaseModel):
    """Which groups; all of them unless it is said."""

    model_config = ConfigDict(frozen=True)

    group_year: int | None = Field(default=None, ge=2000, le=2100)
    language: InstructionLanguage | None = None
    kind: GroupKind | None = None

    def group(self) -> dict[str, Any]:
        """What the groups are found by."""
        return {
            "group_year": self.group_year,
            "language": self.language.value if self.language else None,
            "kind": self.kind.value if self.kind else None,
        }


class DayQuery(GroupQuery):
    """Which day, and of which groups."""

    day: date | None = None


class SheetQuery(GroupQuery):
    """Which month, and of which groups; this month unless it is said."""

    month: Month | None = None
    written: FileFormat = Field(default=FileFormat.XLSX, alias="format")


class HandMarkBody(Body):
    """What a worker marks, under an id that the browser has made."""

    id: UUID
    enrolment_id: UUID
    kind: MarkKind
    at: DeviceInstant


class StrikeBody(Body):
    """Why a mark does not count."""

    reason: Line


class AbsenceBody(Body):
    """Why a child does not come on a day; without a reason nothing is known of it any more."""

    enrolment_id: UUID
    day: date
    reason: AbsenceReason | None
    remark: Remark = ""


class MarkView(View):
    """A mark with who made it: a name as far as it is known, for the kindergarten's worker that of its staff list.

    `by_code`: the child was given by a pick-up code, to `fetched_by` as long as the name is kept.
    """

    id: UUID
    kind: MarkKind
    at: datetime
    device_at: datetime
    received_at: datetime
    marked_by: MarkedBy
    name: str | None
    struck_at: datetime | None
    struck_by_name: str | None
    struck_because: str | None
    by_code: bool
    fetched_by: str | None


@dataclass(frozen=True)
class People:
    """Who has made marks, by mark, and who has fetched children by codes, by code; as far as it is known."""

    makers: Mapping[UUID, str | None]
    fetchers: Mapping[UUID, str]


class AbsenceView(View):
    """Why a child does not come, and who has said so."""

    reason: AbsenceReason
    remark: str
    set_at: datetime
    set_by_name: str | None


class ChildDayView(View):
    """A child's day, and the marks of which it is made."""

    day: date
    presence: Presence
    arrival: MarkView | None
    leaving: MarkView | None
    absence: AbsenceView | None
    marks: list[MarkView]

    @classmethod
    def of(cls, day: date, marks: list[Mark], absence: Absence | None, people: People) -> Self:
        """By the marks of the day, and the people of whom they tell."""
        made, shown = day_of(marks, absent=absence is not None), {each.id: mark_view(each, people) for each in marks}
        return cls(
            day=day,
            presence=made.presence,
            arrival=shown[made.arrival.id] if made.arrival else None,
            leaving=shown[made.leaving.id] if made.leaving else None,
            absence=AbsenceView.model_validate(absence) if absence else None,
            marks=list(shown.values()),
        )


class GroupChildView(View):
    """A child of a group, and its day."""

    enrolment_id: UUID
    application_id: UUID
    surname: str
    given_name: str
    group_year: int
    language: InstructionLanguage
    kind: GroupKind
    day: ChildDayView


class GroupDayView(View):
    """A day of groups, and how many of the children are where."""

    day: date
    items: list[GroupChildView]


class ChildMonthView(View):
    """The days of a child's month of which something is known, the newest first."""

    given_name: str
    surname: str
    month: str
    days: list[ChildDayView]


def mark_view(mark: Mark, people: People) -> MarkView:
    """A mark as it is read."""
    struck = mark.strike
    told = {name: getattr(mark, name) for name in ("id", "kind", "at", "device_at", "received_at", "marked_by")}
    return MarkView(
        **told,
        name=people.makers.get(mark.id),
        struck_at=struck.at if struck else None,
        struck_by_name=struck.name if struck else None,
        struck_because=struck.reason if struck else None,
        by_code=mark.pickup_id is not None,
        fetched_by=people.fetchers.get(mark.pickup_id) if mark.pickup_id else None,
    )


def people_of(marks: Iterable[Mark], applicant: Person, days: Days, language: Language) -> People:
    """Of whom a child's marks tell."""
    family = applicant.name_in(language).full

    def name(mark: Mark) -> str | None:
        if mark.marked_by is MarkedBy.PARENT:
            return family
        return mark.worker_name if mark.escort_id is None else days.escorts.get(mark.escort_id)

    return People({each.id: name(each) for each in marks}, days.fetchers)


def group_day(
    day: date, listed: Iterable[Listed], days: Days, kindergarten_id: UUID, language: Language
) -> GroupDayView:
    """A kindergarten's day; what was marked in another one stays there."""
    return GroupDayView(day=day, items=[_child(day, each, days, kindergarten_id, language) for each in listed])


def _child(day: date, listed: Listed, days: Days, kindergarten_id: UUID, language: Language) -> GroupChildView:
    stay, name = listed.child.enrolment, listed.child.child.name_in(language)
    marks = days.marks_at(kindergarten_id, stay.application_id, day)
    absence = days.absence_at(kindergarten_id, stay.application_id, day)
    return GroupChildView(
        enrolment_id=stay.id,
        application_id=stay.application_id,
        surname=name.surname,
        given_name=name.given_name,
        group_year=stay.group.group_year,
        language=stay.group.language,
        kind=stay.group.kind,
        day=ChildDayView.of(day, marks, absence, people_of(marks, listed.applicant, days, language)),
    )


def child_month(child: Listed, first: date, known: Days, language: Language) -> ChildMonthView:
    """The days of a month that begins with `first`."""
    application_id, name = child.child.enrolment.application_id, child.child.child.name_in(language)

    def view(day: date) -> ChildDayView:
        marks = known.marks.get((application_id, day), [])
        people = people_of(marks, child.applicant, known, language)
        return ChildDayView.of(day, marks, known.said_last(application_id, day), people)

    return ChildMonthView(
        given_name=name.given_name,
        surname=name.surname,
        month=f"{first:%Y-%m}",
        days=[view(day) for _, day in sorted({*known.marks, *known.absences}, reverse=True)],
    )
