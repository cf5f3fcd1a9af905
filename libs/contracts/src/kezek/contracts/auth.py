"""Events of the auth service."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from kezek.contracts.events import Event
from kezek.contracts.vocabulary import Language


class Account(Event):
    """How a person wants to be reached: confirmed contacts and the language of messages; personal (domain §2)."""

    TYPE: ClassVar[str] = "auth.account.v1"
    TOPIC: ClassVar[str] = "auth.account"

    person_id: UUID
    email: str | None
    phone: str | None
    language: Language

    def key(self) -> str:
        """The person."""
        return str(self.person_id)


class EscortSignedIn(Event):
    """Somebody who is entrusted with a child has signed in for the first time since (domain §8.attendance)."""

    TYPE: ClassVar[str] = "auth.escort-signed-in.v1"
    TOPIC: ClassVar[str] = "auth.escort"

    entrustment_id: UUID
    signed_in_at: datetime

    def key(self) -> str:
        """This child with this escort."""
        return str(self.entrustment_id)
