"""Events of the applications service."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from kezek.contracts.events import Contract, Event
from kezek.contracts.languages import Language
from kezek.contracts.queues import InstructionLanguage, QueueClass, QueueRef


class ApplicationQueued(Event):
    """An application was signed and stands in its queue; ordered by `submitted_at`, ties by number (domain §3, §5)."""

    TYPE: ClassVar[str] = "applications.application-queued.v1"
    TOPIC: ClassVar[str] = "applications.application"

    application_id: UUID
    number: str
    child_id: UUID
    applicant_id: UUID
    queue: QueueRef
    queue_class: QueueClass
    birth_date: date
    languages: tuple[InstructionLanguage, ...]
    submitted_at: AwareDatetime

    def key(self) -> str:
        """The application."""
        return str(self.application_id)


class Person(Contract):
    """A person as the persons register writes the name."""

    iin: str
    surname: str
    given_name: str
    patronymic: str | None = None


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
