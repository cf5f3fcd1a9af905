"""Routes of the notifications service."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter

from kezek.contracts.vocabulary import Channel
from kezek.notifications.adapters import store
from kezek.notifications.domain.notice import NoticeKind
from kezek.notifications.entrypoints import permissions
from kezek.notifications.entrypoints.schemas import Messages, MessageView
from kezek.platform.actors import Actor
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading

router = APIRouter()


@router.get("/messages")
async def list_messages(
    application_id: UUID, tx: Reading, actor: Annotated[Actor, require(permissions.READ_MESSAGES)]
) -> Messages:
    """What the signed-in person was told about one of their applications, by which channel, with the evidence."""
    rows = await store.list_own(tx, actor.person_id, application_id)
    return Messages(items=[_view(row) for row in rows])


def _view(row: Any) -> MessageView:
    return MessageView(
        message_id=row.id,
        application_id=row.application_id,
        kind=NoticeKind(row.kind),
        channel=Channel(row.channel),
        recipient=row.recipient,
        subject=row.subject,
        text=row.text,
        state=row.state,
        occurred_at=row.occurred_at,
        finished_at=row.finished_at,
        evidence=row.evidence,
        cause=row.cause,
    )
