"""Events of the queue service."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import AwareDatetime, Field

from kezek.contracts.benefits import Benefit
from kezek.contracts.children import ChildFields
from kezek.contracts.events import Contract, Event
from kezek.contracts.policy import Policy
from kezek.contracts.readers import ReadActor, ReadReason, ReadRule
from kezek.contracts.values import Holiday, QueueRef
from kezek.contracts.vocabulary import ActorKind, QueueClass


class OfferedPlace(Contract):
    """A place under one of its numbered offers; an older number is void (architecture §promises)."""

    place_id: UUID
    offer: int


class CalledChild(ChildFields):
    """One child of a call, with all that a turn needs about it (architecture §job.3)."""

    place: OfferedPlace


class Called(Event):
    """A proposal to begin a turn for each of these children; only referrals reads it (architecture §job.3)."""

    TYPE: ClassVar[str] = "queue.called.v1"
    TOPIC: ClassVar[str] = "queue.call"

    call_id: UUID
    queue: QueueRef
    children: tuple[CalledChild, ...]
    # of a round of distribution: each child has exactly this place to confirm (domain §9.rounds)
    round_id: UUID | None = None
    # at which instant ends of terms have freed the places: a turn of who had such an end begins with it (domain §6.7)
    freed_at: AwareDatetime | None = None

    def key(self) -> str:
        """The queue."""
        return str(self.queue)


class NobodyToCall(Event):
    """No eligible child for these offers: the places open to free choice (domain §6.6)."""

    TYPE: ClassVar[str] = "queue.nobody-to-call.v1"
    TOPIC: ClassVar[str] = "queue.call"

    queue: QueueRef
    places: tuple[OfferedPlace, ...]

    def key(self) -> str:
        """The queue."""
        return str(self.queue)


class RoundAwaited(Event):
    """These offers wait for the district's next round: nobody is called for them meanwhile (domain §9.rounds)."""

    TYPE: ClassVar[str] = "queue.round-awaited.v1"
    TOPIC: ClassVar[str] = "queue.call"

    queue: QueueRef
    places: tuple[OfferedPlace, ...]

    def key(self) -> str:
        """The queue."""
        return str(self.queue)


class WishesOrdered(Event):
    """The family has put the kindergartens that it wishes in order, the dearest first (domain §9.rounds)."""

    TYPE: ClassVar[str] = "queue.wishes-ordered.v1"
    TOPIC: ClassVar[str] = "queue.entry"

    application_id: UUID
    kindergartens: tuple[UUID, ...]

    def key(self) -> str:
        """The application."""
        return str(self.application_id)


class RoundGaveNone(Event):
    """A round had no place in a wished kindergarten: the child waits for the next (domain §9.rounds)."""

    TYPE: ClassVar[str] = "queue.round-gave-none.v1"
    TOPIC: ClassVar[str] = "queue.entry"

    application_id: UUID
    applicant_id: UUID
    round_id: UUID
    number: int

    def key(self) -> str:
        """The application."""
        return str(self.application_id)


class Placed(Event):
    """An application entered the order of its queue at this number of the queue's ledger."""

    TYPE: ClassVar[str] = "queue.placed.v1"
    TOPIC: ClassVar[str] = "queue.entry"

    application_id: UUID
    queue: QueueRef
    queue_class: QueueClass
    submitted_at: AwareDatetime
    ledger_sequence: int
    position: int

    def key(self) -> str:
        """The application."""
        return str(self.application_id)


class Moved(Event):
    """An application stands in another queue from now on, at its own time; why, by which rule, whose doing."""

    TYPE: ClassVar[str] = "queue.moved.v1"
    TOPIC: ClassVar[str] = "queue.entry"

    application_id: UUID
    from_queue: QueueRef
    queue: QueueRef
    queue_class: QueueClass
    submitted_at: AwareDatetime
    ledger_sequence: int
    reason: ReadReason
    rule: ReadRule
    actor: ReadActor = ActorKind.SYSTEM

    def key(self) -> str:
        """The application."""
        return str(self.application_id)


class PolicyPublished(Event):
    """A version of a district's policy, or of the region's, for districts without; it never changes (domain §9)."""

    TYPE: ClassVar[str] = "queue.policy-published.v1"
    TOPIC: ClassVar[str] = "queue.policy"

    district: Annotated[str, Field(pattern="^[0-9]{4}$")] | None
    version: int
    # of the versions that have begun the latest day counts, of the same day the later version
    in_force_from: date
    policy: Policy

    def key(self) -> str:
        """The version: each stays on the topic, for a running term keeps its own."""
        return f"policy.{self.policy.id}"


class CalendarPublished(Event):
    """A year of the working calendar, its holidays and the single days set otherwise (domain §9.calendar)."""

    TYPE: ClassVar[str] = "queue.calendar-published.v1"
    TOPIC: ClassVar[str] = "queue.policy"

    year: int
    # counts over all years: who keeps it knows by which calendar it reckoned
    version: int
    holidays: tuple[Holiday, ...]
    worked: tuple[date, ...]
    free: tuple[date, ...]
    # else by rule alone: decisions on exchanged days are not known yet
    confirmed: bool

    def key(self) -> str:
        """The year."""
        return f"calendar.{self.year}"


class BenefitsPublished(Event):
    """The whole list of benefits (domain §5.1)."""

    TYPE: ClassVar[str] = "queue.benefits-published.v1"
    TOPIC: ClassVar[str] = "queue.policy"

    version: int
    benefits: tuple[Benefit, ...]

    def key(self) -> str:
        """There is one list."""
        return "benefits"


class RefreshAsked(Event):
    """The persons register is to be asked once more about a district's children who wait (domain §9.sorting)."""

    TYPE: ClassVar[str] = "queue.refresh-asked.v1"
    TOPIC: ClassVar[str] = "queue.refresh"

    refresh_id: UUID
    district: Annotated[str, Field(pattern="^[0-9]{4}$")]

    def key(self) -> str:
        """The district."""
        return self.district
