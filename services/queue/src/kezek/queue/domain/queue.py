"""The values of a queue: itself, its entries, calls and the reasons its ledger gives (domain §5, architecture §job)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kezek.queue.domain.order import Stream


class Change(StrEnum):
    """What a line of the ledger says of a child (domain §5.3)."""

    ENTERED = "entered"
    CALLED = "called"
    TURN_BEGAN = "turn_began"
    CALL_UNMADE = "call_unmade"
    LEFT = "left"
    RETURNED = "returned"


class CallState(StrEnum):
    """A call is a proposal: unanswered, begun, or as if never made (domain §5.2)."""

    OPEN = "open"
    BEGUN = "begun"
    UNMADE = "unmade"


@dataclass(frozen=True)
class Queue:
    """One queue under its lock: the phase, the last line of its ledger, the version of its last event."""

    id: str
    owed: int
    sequence: int
    version: int


@dataclass(frozen=True)
class Entry:
    """A child in the order, with what a call says of it."""

    application_id: UUID
    number: str
    child_id: UUID
    applicant_id: UUID
    stream: Stream
    birth_date: date
    languages: tuple[str, ...]
    submitted_at: datetime


@dataclass(frozen=True)
class Call:
    """A call of one or more children together."""

    id: UUID
    state: CallState
    children: tuple[UUID, ...]


def call_changes(call: Call, *, began: bool) -> bool:
    """Whether an answer says anything new: a begun call stays begun, and a late 'began' outweighs 'unmade'."""
    if call.state is CallState.BEGUN:
        return False
    return began or call.state is CallState.OPEN


@dataclass(frozen=True)
class Offer:
    """A place offered under a number; a higher number makes the older offer void (architecture §promises)."""

    place_id: UUID
    number: int
    language: str
    not_for: tuple[UUID, ...]


@dataclass(frozen=True)
class Word:
    """What referrals last said of a candidate: whether it waits to be called, and why (domain §4)."""

    status: str
    reason: str
    waiting: bool
