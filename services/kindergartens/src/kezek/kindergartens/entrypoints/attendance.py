"""Routes of who brings and fetches children: whom they may, and what they mark (domain §8.attendance)."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from kezek.kindergartens.adapters import attendance, attendance_day, kindergartens, sheet_answers, sheets
from kezek.kindergartens.domain.attendance import Bounds
from kezek.kindergartens.domain.sheet import Answer
from kezek.kindergartens.entrypoints import attendance_day_schemas as days
from kezek.kindergartens.entrypoints import attendance_schemas as schemas
from kezek.kindergartens.entrypoints import permissions, sheet_schemas
from kezek.kindergartens.entrypoints.attendance_sheet import month_named
from kezek.kindergartens.settings import KindergartensSettings
from kezek.kindergartens.usecases.answer_sheet import answer_sheet
from kezek.kindergartens.usecases.mark_attendance import mark_attendance
from kezek.platform.actors import Actor
from kezek.platform.errors import Conflict, NotFound
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading, Transaction
from kezek.platform.workdays import local_day, month_of

router = APIRouter(prefix="/attendance")


async def _settings(request: Request) -> KindergartensSettings:
    settings: KindergartensSettings = request.app.state.settings
    return settings


SettingsDep = Annotated[KindergartensSettings, Depends(_settings)]


@router.get("/entrusted")
async def get_entrusted(
    tx: Reading, actor: Annotated[Actor, require(permissions.READ_ENTRUSTED)]
) -> schemas.EntrustedView:
    """The children whom you may bring and fetch today, your own and those entrusted to you, and where they are."""
    children = await attendance.list_entrusted(tx, actor)
    today = local_day(tx.now())
    known = await attendance_day.load_days(tx, {each.enrolment.application_id for each in children}, today, today)
    gardens = {
        each: await kindergartens.load_kindergarten(tx, each)
        for each in {child.enrolment.kindergarten_id for child in children}
    }
    return schemas.EntrustedView(
        day=today,
        items=[
            schemas.EntrustedChildView.of(
                each,
                gardens[each.enrolment.kindergarten_id],
                known.day_of(each.enrolment.application_id, today),
                actor.person_id,
                actor.language,
            )
            for each in children
        ],
    )


@router.post("/marks")
async def post_marks(
    body: schemas.MarksBody,
    tx: Transaction,
    settings: SettingsDep,
    actor: Annotated[Actor, require(permissions.MARK_ATTENDANCE)],
) -> schemas.AnsweredMarksView:
    """Keep what a device has marked; sent again, a mark is kept once. Each is answered by itself.

    Who has signed in on the device meanwhile sends nobody else's marks.
    """
    if body.whose != actor.person_id:
        raise Conflict("marks_of_another")
    bounds = Bounds(timedelta(days=settings.oldest_mark_days), timedelta(seconds=settings.mark_ahead_s))
    sent = [each.sent() for each in body.marks]
    answers = await mark_attendance(tx, actor, sent, body.sent_at, bounds, settings.most_marks_a_day)
    return schemas.AnsweredMarksView(items=[schemas.AnsweredMarkView.model_validate(each) for each in answers])


@router.get("/children/{application_id}/sheets")
async def get_child_sheets(
    application_id: UUID,
    tx: Reading,
    actor: Annotated[Actor, require(permissions.READ_OWN_ATTENDANCE)],
    month: Annotated[days.Month | None, Query()] = None,
) -> sheet_schemas.OwnSheetsView:
    """Your own child's month as kindergartens have closed it, and whether it waits for your word."""
    if await attendance_day.find_own(tx, actor.person_id, application_id) is None:
        raise NotFound("enrolment_not_found")
    first = month_named(month, local_day(tx.now()))
    stays = (await attendance.list_stays(tx, [application_id]))[application_id]
    gardens = {each.kindergarten_id for each in stays}
    found = [each for garden in sorted(gardens) for each in await sheets.list_sheets(tx, garden, first)]
    own = [each for each in found if each.reopening is None and each.has(application_id)]
    answers = await sheet_answers.list_answers(tx, [each.id for each in own])
    names = {each: (await kindergartens.load_kindergarten(tx, each)).name for each in gardens}
    return sheet_schemas.OwnSheetsView(
        items=[
            sheet_schemas.OwnSheetView.of(
                each, application_id, names[each.kindergarten_id], answers.get((each.id, application_id))
            )
            for each in own
        ]
    )


@router.post("/sheets/{sheet_id}/answers", status_code=204)
async def post_sheet_answer(
    sheet_id: UUID,
    body: sheet_schemas.AnswerBody,
    tx: Transaction,
    actor: Annotated[Actor, require(permissions.ANSWER_SHEETS)],
) -> None:
    """Approve your own child's closed month, or say what is wrong; your last word counts."""
    answer = Answer(body.application_id, actor.person_id, tx.now(), body.agreed, body.remark)
    await answer_sheet(tx, sheet_id, answer)


@router.get("/children/{application_id}")
async def get_child_month(
    application_id: UUID,
    tx: Reading,
    actor: Annotated[Actor, require(permissions.READ_OWN_ATTENDANCE)],
    month: Annotated[days.Month | None, Query()] = None,
) -> days.ChildMonthView:
    """When your own child came and left, by the day; this month, unless another one is asked for."""
    child = await attendance_day.find_own(tx, actor.person_id, application_id)
    if child is None:
        raise NotFound("enrolment_not_found")
    first, last = month_of(month_named(month, local_day(tx.now())))
    found = await attendance_day.load_days(tx, [application_id], first, last)
    return days.child_month(child, first, found, actor.language)
