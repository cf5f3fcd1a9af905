"""A kindergarten keeps its groups' days: marks by hand, corrections, and why a child does not come (§8.attendance)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from kezek.kindergartens.adapters import attendance, attendance_day, kindergartens, roster, sheets, staff
from kezek.kindergartens.domain.attendance import (
    Absence,
    AbsenceReason,
    Bounds,
    Mark,
    MarkedBy,
    MarkKind,
    Strike,
    check_absence,
    corrected,
    find_stay,
    is_of_season,
    strike,
    was_there,
)
from kezek.kindergartens.domain.roster import Enrolment
from kezek.platform.actors import Actor
from kezek.platform.db import Tx
from kezek.platform.errors import Conflict, NotFound, rules_hold
from kezek.platform.workdays import local_day, month_of


@dataclass(frozen=True)
class HandMark:
    """What a worker marks by hand: whom, what, and when it was by the worker."""

    id: UUID
    enrolment_id: UUID
    kind: MarkKind
    at: datetime


async def mark_by_hand(tx: Tx, actor: Actor, kindergarten_id: UUID, said: HandMark, bounds: Bounds) -> None:
    """Keep a worker's mark once, with who made it and when.

    Raises:
        NotFound: `kindergarten_not_found`, also for who does not work there; `enrolment_not_found`.
        Conflict: `mark_in_future`, `mark_too_old`, `mark_child_left`, `mark_id_taken`, `sheet_closed`.
    """
    await kindergartens.check_works_there(tx, actor, kindergarten_id)
    child = await roster.load_child(tx, kindergarten_id, said.enrolment_id)
    application_id, now = child.enrolment.application_id, tx.now()
    known = await attendance.list_stays(tx, [application_id])
    here = [each for each in known[application_id] if each.kindergarten_id == kindergarten_id]
    if now - said.at > bounds.oldest and await _is_open_again(tx, kindergarten_id, here, local_day(said.at)):
        bounds = replace(bounds, oldest=timedelta.max)
    with rules_hold():
        at = corrected(said.at, now, now, bounds)
        stay = find_stay(here, local_day(at))
    await _check_open(tx, kindergarten_id, [stay], local_day(at))
    name = await staff.find_name(tx, kindergarten_id, actor.iin)
    mark = Mark(
        id=said.id,
        application_id=application_id,
        kindergarten_id=kindergarten_id,
        kind=said.kind,
        at=at,
        device_at=said.at,
        received_at=now,
        marked_by=MarkedBy.WORKER,
        person_id=actor.person_id,
        worker_name=name,
    )
    if await attendance.insert_mark(tx, mark, stay.applicant_id):
        return
    (kept,) = (await attendance.find_marks(tx, [said.id])).values()
    if not kept.says(said.kind, said.at, application_id, actor.person_id):
        raise Conflict("mark_id_taken")


async def strike_mark(tx: Tx, actor: Actor, kindergarten_id: UUID, mark_id: UUID, reason: str) -> None:
    """Correct a day: the mark stays to be read, and does not count.

    Raises:
        NotFound: `kindergarten_not_found`, `mark_not_found`, also for another kindergarten's.
        Conflict: `mark_struck_already`, `sheet_closed`.
    """
    await kindergartens.check_works_there(tx, actor, kindergarten_id)
    mark = await attendance.lock_mark(tx, mark_id)
    if mark is None or mark.kindergarten_id != kindergarten_id:
        raise NotFound("mark_not_found")
    known = await attendance.list_stays(tx, [mark.application_id])
    await _check_open(tx, kindergarten_id, known[mark.application_id], mark.day)
    name = await staff.find_name(tx, kindergarten_id, actor.iin)
    with rules_hold():
        struck = strike(mark, Strike(tx.now(), actor.person_id, name, reason))
    await attendance_day.update_struck(tx, struck)
    last = await roster.find_last(tx, mark.application_id)
    attendance.hint_changed(tx, kindergarten_id, mark.application_id, last.applicant_id if last else None)


async def say_absence(
    tx: Tx, actor: Actor, kindergarten_id: UUID, enrolment_id: UUID, day: date, said: tuple[AbsenceReason, str] | None
) -> None:
    """Say why a child does not come on a day, in a word and in own words; None takes it back.

    Raises:
        NotFound: `kindergarten_not_found`, `enrolment_not_found`.
        Conflict: `absence_day_not_allowed`, `remark_required`, `mark_child_left`, `sheet_closed`.
    """
    await kindergartens.check_works_there(tx, actor, kindergarten_id)
    stay = (await roster.load_child(tx, kindergarten_id, enrolment_id)).enrolment
    known = await attendance.list_stays(tx, [stay.application_id])
    await _check_open(tx, kindergarten_id, known[stay.application_id], day)
    if said is None:
        await attendance_day.drop_absence(tx, stay.application_id, day, kindergarten_id)
    else:
        (reason, remark), today = said, local_day(tx.now())
        open_again = not is_of_season(day, today) and await _is_open_again(tx, kindergarten_id, [stay], day)
        with rules_hold():
            check_absence(reason, remark, day, today, open_again=open_again)
            find_stay([stay], day)
        name = await staff.find_name(tx, kindergarten_id, actor.iin)
        by = (tx.now(), actor.person_id, name)
        await attendance_day.put_absence(tx, Absence(stay.application_id, day, kindergarten_id, reason, remark, *by))
    attendance.hint_changed(tx, kindergarten_id, stay.application_id, stay.applicant_id)


async def _is_open_again(tx: Tx, kindergarten_id: UUID, stays: Sequence[Enrolment], day: date) -> bool:
    """Whether it is a day of a month that was reopened, to be put right however long ago it is."""
    groups = {each.group for each in stays if was_there(each, day)}
    found = await sheets.list_sheets(tx, kindergarten_id, month_of(day)[0])
    return any(each.reopening is not None for each in found if each.group in groups)


async def _check_open(tx: Tx, kindergarten_id: UUID, stays: Sequence[Enrolment], day: date) -> None:
    """Refuse to change a day of a month that was closed with a signature; it stays so until the transaction's end."""
    closed = await sheets.share_closed(tx, [kindergarten_id], day)
    if closed.has_day(stays, day):
        raise Conflict("sheet_closed")
