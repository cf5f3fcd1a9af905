"""What the routes of closed months take and give (domain §8.sheet)."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from kezek.contracts.lines import Remark
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language, SheetDay
from kezek.kindergartens.domain.roster import Group
from kezek.kindergartens.domain.sheet import Answer, ClosedSheet, SheetLine
from kezek.kindergartens.entrypoints.attendance_day_schemas import Month
from kezek.kindergartens.entrypoints.schemas import TextView, View
from kezek.platform.http.bodies import Body

_COUNTED = (SheetDay.PRESENT, SheetDay.ILLNESS, SheetDay.LEAVE, SheetDay.OTHER)


class SheetBody(Body):
    """Which group's month is closed."""

    month: Month
    group_year: int = Field(ge=2000, le=2100)
    language: InstructionLanguage
    kind: GroupKind


class ReopeningBody(Body):
    """Why a closed month is opened again."""

    reason: Annotated[Remark, Field(min_length=1)]


class AnswerView(View):
    """What a parent says of a child's closed month."""

    agreed: bool
    remark: str
    answered_at: datetime

    @classmethod
    def of(cls, answer: Answer) -> Self:
        """As parent and kindergarten read it."""
        return cls(agreed=answer.agreed, remark=answer.remark, answered_at=answer.at)


class MonthChildView(View):
    """How many of a child's days in the group say what, and the working days without a mark."""

    enrolment_id: UUID
    surname: str
    given_name: str
    present: int
    illness: int
    leave: int
    other: int
    unmarked: list[date]
    # of its parent, once the month was closed and where parents are asked
    answer: AnswerView | None

    @classmethod
    def of(cls, line: SheetLine, answer: Answer | None, today: date, language: Language) -> Self:
        """By a line of the sheet; a day to come lacks nothing."""
        name = line.child.child.name_in(language)
        return cls(
            enrolment_id=line.child.enrolment.id,
            surname=name.surname,
            given_name=name.given_name,
            answer=AnswerView.of(answer) if answer else None,
            unmarked=[day for day in line.unmarked if day <= today],
            **{each.value: line.count(each) for each in _COUNTED},
        )


class ClosedSheetView(View):
    """A sheet that was closed, and whether it was reopened."""

    id: UUID
    number: str
    digest: str
    closed_at: datetime
    closed_by_name: str
    asks_parents: bool
    reopened_at: datetime | None
    reopened_by_name: str | None
    reopened_because: str | None

    @classmethod
    def of(cls, sheet: ClosedSheet) -> Self:
        """As the kindergarten reads it."""
        why = sheet.reopening
        return cls(
            id=sheet.id,
            number=sheet.number,
            digest=sheet.digest,
            closed_at=sheet.closed_at,
            closed_by_name=sheet.closed_by_name,
            asks_parents=sheet.asks_parents,
            reopened_at=why.at if why else None,
            reopened_by_name=why.name if why else None,
            reopened_because=why.reason if why else None,
        )


class GroupMonthView(View):
    """A group's month; `closed` while it takes no marks, `reopened` are the sheets that count no more."""

    group_year: int
    language: InstructionLanguage
    kind: GroupKind
    children: list[MonthChildView]
    closed: ClosedSheetView | None
    reopened: list[ClosedSheetView]


class MonthView(View):
    """The groups of a month; it may be closed once it is `over`."""

    month: str
    over: bool
    items: list[GroupMonthView]


class AnswerBody(Body):
    """What a parent says of the own child's month: that it is right, or what is not."""

    application_id: UUID
    agreed: bool
    remark: Remark = ""


class OwnSheetView(View):
    """The own child's month as a kindergarten has closed it; `asks_parents`: it waits for the parent's word."""

    id: UUID
    number: str
    kindergarten: TextView
    closed_at: datetime
    asks_parents: bool
    present: int
    illness: int
    leave: int
    other: int
    unmarked: int
    answer: AnswerView | None

    @classmethod
    def of(cls, sheet: ClosedSheet, application_id: UUID, kindergarten: Text, answer: Answer | None) -> Self:
        """By what was signed of the child; of several stays in the group together."""
        days = [day for each in sheet.children if each.application_id == application_id for day in each.days]
        return cls(
            id=sheet.id,
            number=sheet.number,
            kindergarten=TextView(kk=kindergarten.kk, ru=kindergarten.ru, en=kindergarten.en),
            closed_at=sheet.closed_at,
            asks_parents=sheet.asks_parents,
            answer=AnswerView.of(answer) if answer else None,
            **{each.value: days.count(each) for each in (*_COUNTED, SheetDay.UNMARKED)},
        )


class OwnSheetsView(View):
    """The closed sheets of the own child's month: one, unless it went over to another group."""

    items: list[OwnSheetView]


def group_month(group: Group, children: list[MonthChildView], of_group: list[ClosedSheetView]) -> GroupMonthView:
    """A group's month with the sheet that counts, and those that do not any more."""
    return GroupMonthView(
        group_year=group.group_year,
        language=group.language,
        kind=group.kind,
        children=children,
        closed=next((each for each in of_group if each.reopened_at is None), None),
        reopened=[each for each in of_group if each.reopened_at is not None],
    )
