"""Routes of a group's month: what it comes to, closing it with a signature, opening it again (domain §8.sheet)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from kezek.contracts.access import Subject, Why
from kezek.kindergartens.adapters import kindergartens, sheet_answers, sheets
from kezek.kindergartens.domain.roster import Group
from kezek.kindergartens.domain.sheet import answers_of
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints import sheet_schemas as schemas
from kezek.kindergartens.entrypoints.attendance_day_schemas import Month
from kezek.kindergartens.entrypoints.attendance_sheet import month_named
from kezek.kindergartens.entrypoints.group_attendance import note_children
from kezek.kindergartens.usecases.attendance_sheets import load_month
from kezek.kindergartens.usecases.close_sheet import CloseSheet, SheetToClose
from kezek.kindergartens.usecases.regroup_children import StatedGroup
from kezek.kindergartens.usecases.reopen_sheet import ReopenSheet, SheetToReopen
from kezek.platform.actors import Grant, Role
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Transaction
from kezek.platform.workdays import local_day, month_of

router = APIRouter(prefix="/kindergartens/{kindergarten_id}/attendance/sheets")
MayClose = Annotated[ReadingLog, reading(permissions.CLOSE_SHEETS)]


@router.get("")
async def get_month(
    kindergarten_id: UUID,
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_ATTENDANCE)],
    month: Annotated[Month | None, Query()] = None,
) -> schemas.MonthView:
    """What a month of the groups of an own kindergarten comes to, and what of it is closed: this one unless said."""
    first, today = month_named(month, local_day(tx.now())), local_day(tx.now())
    await kindergartens.check_works_there(tx, log.actor, kindergarten_id)
    closed = await sheets.list_sheets(tx, kindergarten_id, first)
    found = (await load_month(tx, kindergarten_id, _EVERY_GROUP, first)).as_signed(closed)
    await note_children(log, kindergarten_id, [each.child for each in found.lines])
    answers = await sheet_answers.list_answers(tx, [each.id for each in closed])
    groups = {each.child.enrolment.group for each in found.lines} | {each.group for each in closed}

    def view(group: Group) -> schemas.GroupMonthView:
        of_group = [each for each in closed if each.group == group]
        said = answers_of(of_group, answers)
        children = [
            schemas.MonthChildView.of(each, said.get(each.child.enrolment.application_id), today, log.actor.language)
            for each in found.of_group(group)
        ]
        return schemas.group_month(group, children, [schemas.ClosedSheetView.of(each) for each in of_group])

    return schemas.MonthView(
        month=f"{first:%Y-%m}",
        over=today > month_of(first)[1],
        items=[view(each) for each in sorted(groups, key=lambda one: (one.group_year, one.language, one.kind))],
    )


@router.post("/acts", status_code=201)
async def prepare_sheet_closing(
    kindergarten_id: UUID, body: schemas.SheetBody, tx: Transaction, acts: ActsDep, log: MayClose
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
    kindergarten_id: UUID, sheet_id: UUID, body: schemas.ReopeningBody, tx: Transaction, acts: ActsDep, log: MayClose
) -> PreparedAct:
    """What is to be signed to open a closed month again; its paper is void from then on."""
    proposal = SheetToReopen(kindergarten_id=kindergarten_id, sheet_id=sheet_id, reason=body.reason)
    act = await acts.prepare(tx, ReopenSheet, log.actor, proposal)
    log.nobody()
    return prepared(act)


_EVERY_GROUP = {"group_year": None, "language": None, "kind": None}
