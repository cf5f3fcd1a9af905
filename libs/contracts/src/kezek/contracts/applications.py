"""Events of the applications service."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from kezek.contracts.children import ChildFields, StopList
from kezek.contracts.events import Event
from kezek.contracts.readers import ReadActor, ReadReason, ReadRule
from kezek.contracts.values import ClaimedBenefit, Person, QueueRef, StandsThen
from kezek.contracts.vocabulary import ActorKind, ApplicationStatus, ClaimKind, ClaimState, Language


class ApplicationFacts(ChildFields, Event):
    """All that the order and turns need of an application; ordered by `submitted_at`, ties by number (domain §3, §5).

    `version` of the envelope is the application's; whoever hears a newer one forgets the older.
    """

    TOPIC: ClassVar[str] = "applications.application"

    number: str
    queue: QueueRef
    # the ends of benefits that are known by now, earliest first, so that nobody is called by one that is over (§6.7);
    # what was told before does not say them
    ends: tuple[StandsThen, ...] = ()

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
    # whether it was inactive and restored there, which one may be once (domain §9.profiles)
    restored: bool = False
    # whose doing it is: a family hears of what an officer has entered for it
    actor: ReadActor = ActorKind.APPLICANT


class ApplicationChanged(ApplicationFacts):
    """What is known of a queued application has changed: all of it as it is now, why, by which rule, whose doing.

    A call that runs goes on by what the child was called with (domain §6.6).
    """

    TYPE: ClassVar[str] = "applications.application-changed.v1"

    reason: ReadReason
    rule: ReadRule
    actor: ReadActor = ActorKind.SYSTEM


class ApplicationEvent(Event):
    """A step of an application that is not one of the order: its state after it, why, by which rule and by whom."""

    TOPIC: ClassVar[str] = "applications.application"

    application_id: UUID
    applicant_id: UUID
    number: str
    district: str
    submitted_at: AwareDatetime
    status: ApplicationStatus
    reason: ReadReason
    rule: ReadRule
    actor: ReadActor

    def key(self) -> str:
        """The application."""
        return str(self.application_id)


class ApplicationSubmitted(ApplicationEvent):
    """An application was signed while the persons register was silent: it keeps its time and is checked later."""

    TYPE: ClassVar[str] = "applications.application-submitted.v1"


class ApplicationUnderReview(ApplicationEvent):
    """An officer compares the papers before the child is queued (domain §3.non-resident)."""

    TYPE: ClassVar[str] = "applications.application-under-review.v1"


class ApplicationRejected(ApplicationEvent):
    """It was refused before the child was queued, by an officer or by what the register says."""

    TYPE: ClassVar[str] = "applications.application-rejected.v1"


class ApplicationWithdrawn(ApplicationEvent):
    """The applicant withdrew it before the child was queued; later it is the candidate that closes."""

    TYPE: ClassVar[str] = "applications.application-withdrawn.v1"


class ChildDied(ApplicationEvent):
    """The register says, when a child is called, that it has died: whose the application is by then ends it quietly."""

    TYPE: ClassVar[str] = "applications.child-died.v1"


class ClaimChanged(ApplicationEvent):
    """A claim of the family was decided or is asked about; never the kind of a benefit."""

    TYPE: ClassVar[str] = "applications.claim-changed.v1"

    claim_id: UUID
    kind: ClaimKind
    state: ClaimState
    # the last day of what runs now: the proof, or the time in which it is to be shown
    last_day: date | None = None


class RefreshProgressed(Event):
    """How many of a district's children the persons register was asked about, how often it was silent, what was new."""

    TYPE: ClassVar[str] = "applications.refresh-progressed.v1"
    TOPIC: ClassVar[str] = "applications.refresh"

    refresh_id: UUID
    district: str
    total: int
    asked: int
    silent: int
    changed: int
    finished: bool

    def key(self) -> str:
        """The district."""
        return self.district


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
    # those that count or wait for an officer (domain §3.benefit); cards published before do not say it
    benefits: tuple[ClaimedBenefit, ...] | None = None

    def key(self) -> str:
        """The application."""
        return str(self.application_id)


BEFORE_THE_QUEUE: tuple[type[ApplicationEvent], ...] = (
    ApplicationSubmitted,
    ApplicationUnderReview,
    ApplicationRejected,
    ApplicationWithdrawn,
    ClaimChanged,
)
"""What says nothing of the order; what a claim changes of it is told by a change besides."""
