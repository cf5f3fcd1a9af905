"""The values of a queue: itself, its entries, calls and the reasons its ledger gives (domain §5, architecture §job)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.values import QueuedChild, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus, InstructionLanguage


class Change(StrEnum):
    """What a line of the ledger says of a child, or of the queue alone (domain §5.3)."""

    ENTERED = "entered"
    CHANGED = "changed"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"
    CARRIED = "carried"
    PASSED_OVER = "passed_over"
    NOBODY = "nobody"
    CALLED = "called"
    TURN_BEGAN = "turn_began"
    CALL_UNMADE = "call_unmade"
    LEFT = "left"
    RETURNED = "returned"
    SORTED = "sorted"


OF_THE_ORDER = frozenset(
    {Change.ENTERED, Change.LEFT, Change.RETURNED, Change.CHANGED, Change.MOVED_HERE, Change.MOVED_AWAY}
)
"""What may move children in the order; a call does so only once the called one leaves it."""


class CallState(StrEnum):
    """A call is a proposal: unanswered, begun, or as if never made (domain §5.2)."""

    OPEN = "open"
    BEGUN = "begun"
    UNMADE = "unmade"


@dataclass(frozen=True)
class Queue:
    """One queue under its lock: the phase, the last line of its ledger, the version of its last event.

    `head` is the last line's hash, `recorded_at` its time; `chained` is the number of the last line that has a hash.
    """

    ref: QueueRef
    owed: int
    sequence: int
    version: int
    head: bytes
    chained: int
    recorded_at: datetime | None


@dataclass(frozen=True)
class Entry:
    """A child in the order: by the time of submission, ties by the application's number (domain §5.1)."""

    child: QueuedChild
    number: str


@dataclass(frozen=True)
class Standing:
    """An entry as it stands in its queue, by the newest version of its application; called while a call is open."""

    entry: Entry
    queue: QueueRef
    version: int
    waiting: bool
    call_id: UUID | None


@dataclass(frozen=True)
class Call:
    """A call of one or more children together; one by category leaves the phase alone, whatever becomes of it."""

    id: UUID
    state: CallState
    children: tuple[UUID, ...]
    by_category: bool = False


def call_changes(call: Call, *, began: bool) -> bool:
    """Whether an answer says anything new: a begun call stays begun, and a late 'began' outweighs 'unmade'."""
    if call.state is CallState.BEGUN:
        return False
    return began or call.state is CallState.OPEN


@dataclass(frozen=True)
class FreePlace:
    """A place offered under a number; a higher number makes the older offer void (architecture §promises)."""

    id: UUID
    offer: int
    language: InstructionLanguage
    not_for: tuple[UUID, ...]


@dataclass(frozen=True)
class CandidateState:
    """What referrals last said of a candidate: whether it waits to be called, and why (domain §4)."""

    status: ApplicationStatus
    reason: Reason
    waiting: bool
