"""What was sent to people: every SMS and e-mail the sandbox took, in order; a double sending shows as two."""

from datetime import UTC, datetime

from pydantic import BaseModel

from kezek_sandbox.clock import MovableClock
from kezek_sandbox.store import Store


class Sms(BaseModel):
    """A message taken by the SMS gateway; `received_at` is real time, `clock_at` the stack's."""

    id: int
    own_id: str
    recipient: str
    text: str
    traceparent: str | None
    received_at: str
    clock_at: str


class Mail(BaseModel):
    """A message taken by the SMTP sink, once for each recipient."""

    id: int
    message_id: str
    sender: str
    recipient: str
    subject: str
    text: str
    traceparent: str | None
    received_at: str
    clock_at: str


class Mailbox:
    """Messages in the store."""

    def __init__(self, store: Store, clock: MovableClock) -> None:
        self._store = store
        self._clock = clock

    async def take_sms(self, own_id: str, recipient: str, text: str, traceparent: str | None) -> int:
        """Keep an SMS for good; answers the gateway's message id."""
        return await self._store.write(
            "INSERT INTO sms (own_id, recipient, text, traceparent, received_at, clock_at) VALUES (?, ?, ?, ?, ?, ?)",
            (own_id, recipient, text, traceparent, *self._times()),
        )

    async def take_mail(self, mail: dict[str, str | None]) -> int:
        """Keep an e-mail for good."""
        return await self._store.write(
            "INSERT INTO mail (message_id, sender, recipient, subject, text, traceparent, received_at, clock_at)"
            " VALUES (:message_id, :sender, :recipient, :subject, :text, :traceparent, :received_at, :clock_at)",
            {**mail, **dict(zip(("received_at", "clock_at"), self._times(), strict=True))},
        )

    async def sms_of_sender(self, own_id: str) -> list[Sms]:
        """All SMS that carry the sender's own id."""
        return [
            Sms(**row) for row in await self._store.read("SELECT * FROM sms WHERE own_id = ? ORDER BY id", [own_id])
        ]

    async def list_sms(self, recipient: str | None, after: int, limit: int) -> list[Sms]:
        """SMS in the order of their coming."""
        question = "SELECT * FROM sms WHERE id > ? AND (? IS NULL OR recipient = ?) ORDER BY id LIMIT ?"
        return [Sms(**row) for row in await self._store.read(question, (after, recipient, recipient, limit))]

    async def list_mail(self, recipient: str | None, after: int, limit: int) -> list[Mail]:
        """E-mails in the order of their coming."""
        question = "SELECT * FROM mail WHERE id > ? AND (? IS NULL OR recipient = ?) ORDER BY id LIMIT ?"
        return [Mail(**row) for row in await self._store.read(question, (after, recipient, recipient, limit))]

    async def clear(self, recipient: str | None) -> None:
        """Throw away what came for this recipient, or all."""
        for statement in (
            "DELETE FROM sms WHERE ? IS NULL OR recipient = ?",
            "DELETE FROM mail WHERE ? IS NULL OR recipient = ?",
        ):
            await self._store.write(statement, (recipient, recipient))

    def _times(self) -> tuple[str, str]:
        return datetime.now(UTC).isoformat(), self._clock.now().isoformat()
