"""Events of the applications service."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from kezek.contracts.children import ChildFields
from kezek.contracts.events import Event
from kezek.contracts.values import Person, QueueRef
from kezek.contracts.vocabulary import Language


class ApplicationQueued(ChildFields, Event):
    """An application was signed and stands in its queue; ordered by `submitted_at`, ties by number (domain §3, §5)."""

    TYPE: ClassVar[str] = "applications.application-queued.v1"
    TOPIC: ClassVar[str] = "applications.application"

    number: str
    queue: QueueRef

    def key(self) -> str:
        """The application."""
        return str(self.application_id)


class ApplicationCard(Event):
    """Who an application is about and how to reach the family: the only event with personal data of applications."""

    TYPE: ClassVar[str] = "applications.application-card.v1"
    TOPIC: ClassVar[str] = "applications.card"

    application_id: UUID
    number: str
    applicant: Person
    child: Person
    child_birth_date: date
    phone: str
    email: str
    language: Language

    def key(self) -> str:
        """The application."""
        return str(self.application_id)
