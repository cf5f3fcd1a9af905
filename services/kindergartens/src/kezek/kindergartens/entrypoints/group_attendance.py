"""Routes of a kindergarten's days: who is there, who is not and why, and what a worker marks (domain §8.attendance)."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from kezek.contracts.access import Subject, Why
from kezek.kindergartens.adapters import attendance_day, kindergartens, sheets
from kezek.kindergartens.domain.attendance import Bounds
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.kindergartens.entrypoints import attendance_day_schemas as schemas
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints.attendance import SettingsDep
from kezek.kindergartens.entrypoints.attendance_sheet import month_named, sheet_tables
from kezek.kindergartens.usecases.attendance_sheets import load_month
from kezek.kindergartens.usecases.keep_attendance import HandMark, mark_by_hand, say_absence, strike_mark
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.http.permissions import require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.sheets import A_FILE, as_file
from kezek.platform.http.transactions import Transaction
from kezek.platform.workdays import local_day

router = APIRouter(prefix="/kindergartens/{kindergarten_id}/attendance")
MayKeep = Annotated[Actor, require(permissions.KEEP_ATTENDANCE)]


@router.get("")
async def get_attendance_day(
    kindergarten_id: UUID,
    asked: Annotated[schemas.DayQuery, Query()],
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_ATTENDANCE)],
) -> schemas.GroupDayView:
    """A day of the groups of an own kindergarten: today, unless another day is asked for."""
    day = asked.day or local_day(tx.now())
    await kindergartens.check_works_there(tx, log.actor, kindergarten_id)
    listed = await attendance_day.list_group(tx, kindergarten_id, asked.group(), day, day)
    await note_children(log, kindergarten_id, [each.child for each in listed])
    of = {each.child.enrolment.application_id for each in listed}
    days = await attendance_day.load_days(tx, of, day, day)
    return schemas.group_day(day, listed, days, kindergarten_id, log.actor.language)


@router.get("/sheet", response_class=Response, responses=A_FILE)
async def get_attendance_sheet(
    kindergarten_id: UUID,
    asked: Annotated[schemas.SheetQuery, Query()],
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_ATTENDANCE)],
) -> Response:
    """The attendance sheet of a month, as XLSX or CSV: for each child and day when it came and left, or why not."""
    month = month_named(asked.month, local_day(tx.now()))
    await kindergartens.check_works_there(tx, log.actor, kindergarten_id)
    closed = await sheets.list_sheets(tx, kindergarten_id, month)
    found = (await load_month(tx, kindergarten_id, asked.group(), month)).as_signed(closed)
    await note_children(log, kindergarten_id, [each.child for each in found.lines])
    kindergarten = await kindergartens.load_kindergarten(tx, kindergarten_id)
    tables = sheet_tables(kindergarten, found.lines, month, tx.now(), log.actor.language)
    return await as_file(f"kezek-attendance-{month:%Y-%m}", tables, tables[1], asked.written)


@router.post("/marks", status_code=204)
async def post_hand_mark(
    kindergarten_id: UUID, body: schemas.HandMarkBody, tx: Transaction, settings: SettingsDep, actor: MayKeep
) -> None:
    """Mark by hand that a child came or left; who did stands beside it. Sent again under its id, it is kept once."""
    bounds = Bounds(timedelta(days=settings.oldest_hand_mark_days), timedelta(seconds=settings.mark_ahead_s))
    await mark_by_hand(tx, actor, kindergarten_id, HandMark(**dict(body)), bounds)


@router.post("/marks/{mark_id}/strike", status_code=204)
async def post_strike(
    kindergarten_id: UUID, mark_id: UUID, body: schemas.StrikeBody, tx: Transaction, actor: MayKeep
) -> None:
    """Correct a day: the mark is struck out, with the reason; it stays to be read."""
    await strike_mark(tx, actor, kindergarten_id, mark_id, body.reason)


@router.put("/absences", status_code=204)
async def put_absence(kindergarten_id: UUID, body: schemas.AbsenceBody, tx: Transaction, actor: MayKeep) -> None:
    """Say why a child does not come on a day; without a reason what was said is taken back."""
    said = (body.reason, body.remark) if body.reason else None
    await say_absence(tx, actor, kindergarten_id, body.enrolment_id, body.day, said)


async def note_children(log: ReadingLog, kindergarten_id: UUID, children: Iterable[EnrolledChild]) -> None:
    """Leave in the reading log that a list of these children was shown."""
    stays = [each.enrolment for each in children]
    subjects = [Subject(person_id=each.applicant_id, application_id=each.application_id) for each in stays]
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.LIST, subjects)
