"""Events of the applications service."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from kezek.contracts.children import ChildFields, StopList
from kezek.contracts.events import Event
from kezek.contracts.readers import ReadActor, ReadReason, ReadRule
from kezek.contracts.values import Person, QueueRef
from kezek.contracts.vocabulary import ActorKind, Language


class ApplicationFacts(ChildFields, Event):
    """All that the order and turns need of an application; ordered by `submitted_at`, ties by number (domain §3, §5).

    `version` of the envelope is the application's; whoever hears a newer one forgets the older.
    """

    TOPIC: ClassVar[str] = "applications.application"

    number: str
    queue: QueueRef

    def key(self) -> str:
        """The application."""
        return str(self.application_id)


class ApplicationQueued(ApplicationFacts):
    """An application stands in its queue from now on."""

    TYPE: ClassVar[str] = "applications.application-queued.v1"

    # what comes along from the district before (domain §4.ends)
    moved_from: UUID | None = None
    misses: int = 0
    stop_list: StopList | None = None


class ApplicationChanged(ApplicationFacts):
    """What is known of a queued application has changed: all of it as it is now, why, by which rule, whose doing.

    A call that runs goes on by what the child was called with (domain §6.6).
    """

    TYPE: ClassVar[str] = "applications.application-changed.v1"

    reason: ReadReason
    rule: ReadRule
    actor: ReadActor = ActorKind.SYSTEM


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
