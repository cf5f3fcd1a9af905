"""Events of the notifications service."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from kezek.contracts.events import Event
from kezek.contracts.vocabulary import Channel


class MessageEvent(Event):
    """A message's last state, without its text or address."""

    TOPIC: ClassVar[str] = "notifications.message"

    message_id: UUID
    application_id: UUID
    about: str
    channel: Channel
    at: AwareDatetime

    def key(self) -> str:
        """The application."""
        return str(self.application_id)


class MessageSent(MessageEvent):
    """The provider took the message; `evidence` is its own id for it."""

    TYPE: ClassVar[str] = "notifications.message-sent.v1"

    evidence: str


class MessageFailed(MessageEvent):
    """The provider refused the message for good."""

    TYPE: ClassVar[str] = "notifications.message-failed.v1"

    cause: str
