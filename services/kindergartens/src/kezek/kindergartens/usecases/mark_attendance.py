"""Who brings and fetches children marks it; a phone sends what it has kept, as often as it likes (§8.attendance)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kezek.kindergartens.adapters import attendance, escorts, sheets
from kezek.kindergartens.adapters.sheets import ClosedMonths
from kezek.kindergartens.domain.attendance import Bounds, Mark, MarkedBy, MarkKind, corrected, find_stay, find_tie
from kezek.kindergartens.domain.escort import Entrustment
from kezek.kindergartens.domain.roster import Enrolment
from kezek.platform.actors import Actor, Role
from kezek.platform.db import Tx
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import local_day

_A_DAY = timedelta(days=1)


class Outcome(StrEnum):
    """What became of a mark that was sent."""

    KEPT = "kept"
    KEPT_BEFORE = "kept_before"
    REFUSED = "refused"


@dataclass(frozen=True)
class SentMark:
    """A mark as a device has it: its own id and time."""

    id: UUID
    application_id: UUID
    kind: MarkKind
    device_at: datetime


@dataclass(frozen=True)
class Answered:
    """A mark that was sent and what became of it: when it counts, or the code of the rule that forbids it."""

    id: UUID
    outcome: Outcome
    at: datetime | None = None
    code: str | None = None


@dataclass(frozen=True)
class _Sending:
    """One sending: whose it is, by which clocks it is put right, and on what its marks rest."""

    actor: Actor
    sent_at: datetime
    now: datetime
    bounds: Bounds
    stays: Mapping[UUID, Sequence[Enrolment]]
    ties: Mapping[UUID, Sequence[Entrustment]]
    closed: ClosedMonths


async def mark_attendance(
    tx: Tx, actor: Actor, marks: Sequence[SentMark], sent_at: datetime, bounds: Bounds, most_a_day: int
) -> list[Answered]:
    """Keep each mark once, in the order of sending; each is answered by itself, and none stops the others.

    `sent_at` is the device's clock at sending, by which the marks are put right.
    """
    ids = {each.application_id for each in marks}
    # whoever removes this escort does it before these marks are judged, or after they are kept
    await escorts.lock_people(tx, [actor.iin])
    stays, ties = await attendance.list_stays(tx, ids), await attendance.list_ties(tx, actor, ids)
    gardens = {each.kindergarten_id for of_child in stays.values() for each in of_child}
    closed = await sheets.share_closed(tx, gardens, local_day(tx.now() - bounds.oldest))
    sending = _Sending(actor, sent_at, tx.now(), bounds, stays, ties, closed)
    known = await attendance.find_marks(tx, {each.id for each in marks})
    room = most_a_day - await attendance.count_received(tx, actor.person_id, tx.now() - _A_DAY)
    answers = []
    for sent in marks:
        answer = await _answer(tx, sending, sent, known, room=room > 0)
        room -= answer.outcome is Outcome.KEPT
        answers.append(answer)
    return answers


async def _answer(tx: Tx, sending: _Sending, sent: SentMark, known: dict[UUID, Mark], *, room: bool) -> Answered:
    if sent.id in known:
        return _again(sending.actor, sent, known[sent.id])
    if not room:
        return Answered(sent.id, Outcome.REFUSED, code="mark_too_many")
    try:
        mark, applicant_id = _judge(sending, sent)
    except RuleBrokenError as broken:
        return Answered(sent.id, Outcome.REFUSED, code=broken.code)
    if not await attendance.insert_mark(tx, mark, applicant_id):  # another sending was faster
        return _again(sending.actor, sent, (await attendance.find_marks(tx, [sent.id]))[sent.id])
    known[sent.id] = mark
    return Answered(sent.id, Outcome.KEPT, mark.at)


def _judge(sending: _Sending, sent: SentMark) -> tuple[Mark, UUID | None]:
    """The mark to keep, and the child's applicant; the rule that forbids it is raised."""
    at = corrected(sent.device_at, sending.sent_at, sending.now, sending.bounds)
    person_id, tie = sending.actor.person_id, None
    stays = sending.stays.get(sent.application_id, [])
    is_applicant = any(each.applicant_id == person_id for each in stays)
    if Role.PARENT not in sending.actor.roles or not is_applicant:
        tie = find_tie(sending.ties.get(sent.application_id, []), at)
    stay = find_stay(stays, local_day(at))
    if sending.closed.has(stay, local_day(at)):
        raise RuleBrokenError("mark_month_closed")
    mark = Mark(
        id=sent.id,
        application_id=sent.application_id,
        kindergarten_id=stay.kindergarten_id,
        kind=sent.kind,
        at=at,
        device_at=sent.device_at,
        received_at=sending.now,
        marked_by=MarkedBy.PARENT if tie is None else MarkedBy.ESCORT,
        person_id=person_id,
        escort_id=None if tie is None else tie.escort_id,
    )
    return mark, stay.applicant_id


def _again(actor: Actor, sent: SentMark, kept: Mark) -> Answered:
    """What is answered of an id that is known: the same mark is kept once, another one is refused."""
    if kept.says(sent.kind, sent.device_at, sent.application_id, actor.person_id):
        return Answered(sent.id, Outcome.KEPT_BEFORE, kept.at)
    return Answered(sent.id, Outcome.REFUSED, code="mark_id_taken")
