"""Routes of a group's month: what it comes to, closing it with a signature, opening it again (domain §8.sheet)."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field

from kezek.contracts.access import Subject, Why
from kezek.contracts.lines import Remark
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language, SheetDay
from kezek.kindergartens.adapters import kindergartens, sheets
from kezek.kindergartens.domain.roster import Group
from kezek.kindergartens.domain.sheet import ClosedSheet, SheetLine
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints.attendance_day_schemas import Month
from kezek.kindergartens.entrypoints.attendance_sheet import month_named
from kezek.kindergartens.entrypoints.group_attendance import note_children
from kezek.kindergartens.entrypoints.schemas import View
from kezek.kindergartens.usecases.attendance_sheets import load_month
from kezek.kindergartens.usecases.close_sheet import CloseSheet, SheetToClose
from kezek.kindergartens.usecases.regroup_children import StatedGroup
from kezek.kindergartens.usecases.reopen_sheet import ReopenSheet, SheetToReopen
from kezek.platform.actors import Grant, Role
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.bodies import Body
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Transaction
from kezek.platform.workdays import local_day, month_of

router = APIRouter(prefix="/kindergartens/{kindergarten_id}/attendance/sheets")
MayClose = Annotated[ReadingLog, reading(permissions.CLOSE_SHEETS)]


class SheetBody(Body):
    """Which group's month is closed."""

    month: Month
    group_year: int = Field(ge=2000, le=2100)
    language: InstructionLanguage
    kind: GroupKind


class ReopeningBody(Body):
    """Why a closed month is opened again."""

    reason: Annotated[Remark, Field(min_length=1)]


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

    @classmethod
    def of(cls, line: SheetLine, today: date, language: Language) -> Self:
        """By a line of the sheet; a day to come lacks nothing."""
        name = line.child.child.name_in(language)
        counted = (SheetDay.PRESENT, SheetDay.ILLNESS, SheetDay.LEAVE, SheetDay.OTHER)
        return cls(
            enrolment_id=line.child.enrolment.id,
            surname=name.surname,
            given_name=name.given_name,
            unmarked=[day for day in line.unmarked if day <= today],
            **{each.value: line.count(each) for each in counted},
        )


class ClosedSheetView(View):
    """A sheet that was closed, and whether it was reopened."""

    id: UUID
    number: str
    digest: str
    closed_at: datetime
    closed_by_name: str
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


@router.get("")
async def get_month(
    kindergarten_id: UUID,
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_ATTENDANCE)],
    month: Annotated[Month | None, Query()] = None,
) -> MonthView:
    """What a month of the groups of an own kindergarten comes to, and what of it is closed: this one unless said."""
    first, today = month_named(month, local_day(tx.now())), local_day(tx.now())
    await kindergartens.check_works_there(tx, log.actor, kindergarten_id)
    found = await load_month(tx, kindergarten_id, _EVERY_GROUP, first)
    await note_children(log, kindergarten_id, [each.child for each in found.lines])
    closed = await sheets.list_sheets(tx, kindergarten_id, first)
    groups = {each.child.enrolment.group for each in found.lines} | {each.group for each in closed}
    read_by = (today, log.actor.language)
    return MonthView(
        month=f"{first:%Y-%m}",
        over=today > month_of(first)[1],
        items=[
            _group_month(each, found.of_group(each), [one for one in closed if one.group == each], read_by)
            for each in sorted(groups, key=lambda one: (one.group_year, one.language, one.kind))
        ],
    )


@router.post("/acts", status_code=201)
async def prepare_sheet_closing(
    kindergarten_id: UUID, body: SheetBody, tx: Transaction, acts: ActsDep, log: MayClose
) -> PreparedAct:
    """What is to be signed to close a group's month; from then on it takes neither marks nor corrections."""
    group = StatedGroup(group_year=body.group_year, language=body.language, kind=body.kind)
    first = month_named(body.month, local_day(tx.now()))
    proposal = SheetToClose(kindergarten_id=kindergarten_id, group=group, month=first)
    act = await acts.prepare(tx, CloseSheet, log.actor, proposal)
    found = await load_month(tx, kindergarten_id, body.model_dump(mode="json", exclude={"month"}), first)
    stays = [each.child.enrolment for each in found.lines]
    subjects = [Subject(person_id=each.applicant_id, application_id=each.application_id) for each in stays]
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.ACT, subjects, act_id=act.id)
    return prepared(act)


@router.post("/{sheet_id}/reopening/acts", status_code=201)
async def prepare_sheet_reopening(
    kindergarten_id: UUID, sheet_id: UUID, body: ReopeningBody, tx: Transaction, acts: ActsDep, log: MayClose
) -> PreparedAct:
    """What is to be signed to open a closed month again; its paper is void from then on."""
    proposal = SheetToReopen(kindergarten_id=kindergarten_id, sheet_id=sheet_id, reason=body.reason)
    act = await acts.prepare(tx, ReopenSheet, log.actor, proposal)
    log.nobody()
    return prepared(act)


_EVERY_GROUP = {"group_year": None, "language": None, "kind": None}


def _group_month(
    group: Group, lines: list[SheetLine], sheets_of: list[ClosedSheet], read_by: tuple[date, Language]
) -> GroupMonthView:
    views = [(each, ClosedSheetView.of(each)) for each in sheets_of]
    return GroupMonthView(
        group_year=group.group_year,
        language=group.language,
        kind=group.kind,
        children=[MonthChildView.of(each, *read_by) for each in lines],
        closed=next((view for each, view in views if each.reopening is None), None),
        reopened=[view for each, view in views if each.reopening is not None],
    )
