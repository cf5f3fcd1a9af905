"""Events of the queue service."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from kezek.contracts.children import ChildFields
from kezek.contracts.events import Contract, Event
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import QueueClass


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
