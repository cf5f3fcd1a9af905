"""What routes of the notifications service share: how a page is asked for, and answers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel

from kezek.contracts.vocabulary import Channel, Language
from kezek.notifications.domain.notice import NoticeKind

PAGE, AT_ONCE = 20, 100
Limit = Annotated[int, Query(ge=1, le=AT_ONCE)]
PageLanguage = Annotated[Language | None, Query(description="of the page; else the one the account speaks")]
MessageState = Literal["pending", "sending", "sent", "failed", "overtaken"]


class MessageView(BaseModel):
    """A message; `evidence` is the provider's own id for it once it is sent, `cause` why it failed.

    `overtaken` is what waited for the morning and was no longer so by then: it was told to nobody.
    """

    message_id: UUID
    application_id: UUID
    kind: NoticeKind
    channel: Channel
    recipient: str
    subject: str
    text: str
    state: MessageState
    occurred_at: datetime
    finished_at: datetime | None
    evidence: str | None
    cause: str | None


class Messages(BaseModel):
    """What the person was told about an application, oldest first."""

    items: list[MessageView]


def words_in(said: Mapping[str, Mapping[str, str]], language: Language) -> tuple[Language, Mapping[str, str]]:
    """The words in this language, or in another one that there is; empty once they are erased."""
    spoken = language if language.value in said else next(iter(said), language)
    return Language(spoken), said.get(spoken, {"subject": "", "text": ""})
