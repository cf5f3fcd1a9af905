"""What the routes of the roster take and give (domain §7.roster)."""

from datetime import date, datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, Field

from kezek.contracts.lines import Remark
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import DepartureReason, GroupKind, InstructionLanguage
from kezek.kindergartens.adapters.roster_table import TEXTS, RosterColumn
from kezek.kindergartens.domain.roster import Beginning, Ending, EnrolledChild, Enrolment
from kezek.kindergartens.domain.roster_texts import why_left
from kezek.kindergartens.entrypoints.schemas import TextView, View
from kezek.platform.http.bodies import Body
from kezek.platform.http.pages import PageQuery
from kezek.platform.http.sheets import FileFormat
from kezek.platform.workdays import midnight_after

Day = Annotated[date, Field(ge=date(1970, 1, 1), le=date(2999, 12, 31))]
Part = Annotated[str, Field(min_length=1, max_length=100)]
_ONE_DAY = timedelta(days=1)


class RosterQuery(PageQuery):
    """A filter for every column that tells of no child; the last days of periods are in them.

    `present` tells children who are there from those who have left.
    """

    present: bool = True
    group_year: int | None = Field(default=None, ge=1900, le=2200)
    language: InstructionLanguage | None = None
    kind: GroupKind | None = None
    reason: DepartureReason | None = None
    born_from: Day | None = None
    born_to: Day | None = None
    accepted_from: Day | None = None
    accepted_to: Day | None = None
    left_from: Day | None = None
    left_to: Day | None = None
    sort: RosterColumn = RosterColumn.NAME
    descending: bool = False

    def filters(self) -> dict[str, Any]:
        """As the statement takes them: days of the clock are Kazakhstan's, and a period ends before the next one."""
        begins, ends = self.accepted_from, self.accepted_to
        return {
            **dict.fromkeys(TEXTS),
            **self.model_dump(include={"present", "group_year", "language", "kind", "reason", *TEXTS}),
            "born_from": self.born_from,
            "born_before": _next(self.born_to),
            "left_from": self.left_from,
            "left_before": _next(self.left_to),
            "accepted_from": midnight_after(begins - _ONE_DAY) if begins else None,
            "accepted_before": midnight_after(ends) if ends else None,
        }


class RosterSearchBody(RosterQuery, Body):
    """Besides, parts of what names a child: they stand in no address."""

    name: Part | None = None
    iin: Part | None = None
    application_number: Part | None = None
    referral_number: Part | None = None


class RosterFileQuery(RosterQuery):
    """The same for a file, which has no pages."""

    written: FileFormat = Field(default=FileFormat.XLSX, alias="format")


class EnrolledChildView(View):
    """A line of the roster; of a child that has left its last day, how it left, and why."""

    enrolment_id: UUID
    application_id: UUID
    application_number: str
    referral_number: str
    group_year: int
    language: InstructionLanguage
    kind: GroupKind
    accepted_at: datetime
    iin: str
    surname: str
    given_name: str
    patronymic: str | None
    birth_date: date
    ended_on: date | None
    ended_by: Ending | None
    reason: DepartureReason | None
    reason_name: TextView | None


class RosterView(View):
    """A page, and how many children there are in all."""

    items: list[EnrolledChildView]
    total: int


class StayView(View):
    """A child's stay in one group, of this kindergarten or of one before; the worker's own words stay in their own."""

    enrolment_id: UUID
    kindergarten_id: UUID
    kindergarten_name: TextView
    group_year: int
    language: InstructionLanguage
    kind: GroupKind
    since: date
    begun_by: Beginning
    ended_on: date | None
    ended_by: Ending | None
    reason: DepartureReason | None
    reason_name: TextView | None
    remark: str


class ChildView(View):
    """A child of the roster, and where it has been up to its last day here."""

    child: EnrolledChildView
    stays: list[StayView]


def _of_a_child(reason: DepartureReason) -> DepartureReason:
    """Whoever says that one child has left does not close the kindergarten."""
    if reason is DepartureReason.CLOSED:
        raise ValueError("reason_not_given_here")
    return reason


class DepartureBody(Body):
    """When and why a child has left; of the reason `other` the remark tells."""

    left_on: Day
    reason: Annotated[DepartureReason, AfterValidator(_of_a_child)]
    remark: Remark = ""


class TargetGroupBody(Body):
    """A group by what tells it from the others."""

    group_year: int = Field(ge=1900, le=2200)
    language: InstructionLanguage
    kind: GroupKind


class RegroupingBody(Body):
    """Which children of one group go over, and where to."""

    enrolment_ids: list[UUID] = Field(min_length=1, max_length=200)
    to: TargetGroupBody


class GroupSizeView(View):
    """A group that has children, and how many."""

    group_year: int
    language: InstructionLanguage
    kind: GroupKind
    children: int


class RosterGroupsView(View):
    """The groups with children, and whether today is a day to go over: from the first to the last day, or always."""

    items: list[GroupSizeView]
    open: bool
    first_day: date | None
    last_day: date | None


def child_view(found: EnrolledChild) -> EnrolledChildView:
    """A line of the roster."""
    enrolment, child, departure = found.enrolment, found.child, found.enrolment.departure
    return EnrolledChildView(
        enrolment_id=enrolment.id,
        application_id=enrolment.application_id,
        application_number=found.application_number,
        referral_number=enrolment.referral_number,
        **_group(enrolment),
        accepted_at=enrolment.accepted_at,
        iin=child.iin,
        surname=child.surname,
        given_name=child.given_name,
        patronymic=child.patronymic,
        birth_date=found.birth_date,
        ended_on=enrolment.ended_on,
        ended_by=enrolment.ended_by,
        reason=departure.reason if departure else None,
        reason_name=_words(why_left(enrolment)),
    )


def stay_view(enrolment: Enrolment, kindergarten_name: Any, *, own: bool) -> StayView:
    """A stay with its kindergarten's name; what a worker of another one has written is not told."""
    departure = enrolment.departure
    return StayView(
        enrolment_id=enrolment.id,
        kindergarten_id=enrolment.kindergarten_id,
        kindergarten_name=TextView.model_validate(kindergarten_name),
        **_group(enrolment),
        since=enrolment.since,
        begun_by=enrolment.begun_by,
        ended_on=enrolment.ended_on,
        ended_by=enrolment.ended_by,
        reason=departure.reason if departure else None,
        reason_name=_words(why_left(enrolment)) if departure else None,
        remark=departure.remark if departure and own else "",
    )


def _group(enrolment: Enrolment) -> dict[str, Any]:
    group = enrolment.group
    return {"group_year": group.group_year, "language": group.language, "kind": group.kind}


def _words(text: Text | None) -> TextView | None:
    return TextView.model_validate(text) if text else None


def _next(day: date | None) -> date | None:
    return day + _ONE_DAY if day else None
