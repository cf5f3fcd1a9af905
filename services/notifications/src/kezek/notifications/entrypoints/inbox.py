"""Routes of the inbox in a person's cabinet: what they were told, each notice once, and that they have read it."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field

from kezek.contracts.vocabulary import Channel, Language
from kezek.notifications.adapters import notices
from kezek.notifications.domain.notice import NoticeKind
from kezek.notifications.entrypoints import permissions
from kezek.notifications.entrypoints.schemas import AT_ONCE, PAGE, Limit, MessageState, PageLanguage, words_in
from kezek.notifications.usecases.mark_read import mark_read
from kezek.platform.actors import Actor
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading, Transaction

router = APIRouter(prefix="/inbox")
Owner = Annotated[Actor, require(permissions.READ_INBOX)]
Reader = Annotated[Actor, require(permissions.MARK_INBOX)]


class SentView(BaseModel):
    """By which channel a notice went out besides, to whom, and what became of it."""

    channel: Channel
    recipient: str
    state: MessageState
    finished_at: datetime | None


class NoticeView(BaseModel):
    """A notice in the page's language, or where it was told before it was kept in all, in the one it was told in.

    `at` is when it came; `read_at` when it was read first. `month` is the month of attendance that it is about, as
    2026-11; null where it is about none, or was told before that was kept.
    """

    notice_id: UUID
    application_id: UUID
    number: str
    kind: NoticeKind
    subject: str
    text: str
    language: Language
    month: str | None
    occurred_at: datetime
    at: datetime
    read_at: datetime | None
    sent: list[SentView]


class Inbox(BaseModel):
    """A page, newest first; go on with `before=next`, null on the last one."""

    items: list[NoticeView]
    next: UUID | None


class Unread(BaseModel):
    """How many notices are not read yet."""

    unread: int


class ReadBody(Body):
    """Notices that the person has opened, or all that came until that one, the newest on the page."""

    notice_ids: Annotated[frozenset[UUID], Field(max_length=AT_ONCE)] = frozenset()
    up_to: UUID | None = None


@router.get("")
async def get_inbox(
    tx: Reading,
    actor: Owner,
    *,
    unread: bool = False,
    before: UUID | None = None,
    limit: Limit = PAGE,
    language: PageLanguage = None,
) -> Inbox:
    """What you were told, newest first, each once, whichever channels it went by."""
    rows = await notices.list_own(tx, actor.person_id, before, limit + 1, unread=unread)
    shown = rows[:limit]
    sent = await notices.list_sent(tx, [row.id for row in shown])
    spoken = language or actor.language
    items = [_view(row, spoken, [each for each in sent if each.notice_id == row.id]) for row in shown]
    return Inbox(items=items, next=shown[-1].id if len(rows) > limit else None)


@router.get("/unread")
async def get_unread(tx: Reading, actor: Owner) -> Unread:
    """How many of them you have not read."""
    return Unread(unread=await notices.count_unread(tx, actor.person_id))


@router.put("/read")
async def put_read(body: ReadBody, tx: Transaction, actor: Reader) -> Unread:
    """That you have read these, or all until one of them; once more changes nothing. How many are left."""
    await mark_read(tx, actor.person_id, body.notice_ids, body.up_to)
    return Unread(unread=await notices.count_unread(tx, actor.person_id))


def _view(row: Any, language: Language, sent: list[Any]) -> NoticeView:
    spoken, words = words_in(row.said, language)
    return NoticeView(
        notice_id=row.id,
        application_id=row.application_id,
        number=row.number,
        kind=NoticeKind(row.kind),
        subject=words["subject"],
        text=words["text"],
        language=spoken,
        month=f"{row.month:%Y-%m}" if row.month else None,
        occurred_at=row.occurred_at,
        at=row.created_at,
        read_at=row.read_at,
        sent=[
            SentView(
                channel=Channel(each.channel),
                recipient=each.recipient,
                state=each.state,
                finished_at=each.finished_at,
            )
            for each in sent
        ],
    )
