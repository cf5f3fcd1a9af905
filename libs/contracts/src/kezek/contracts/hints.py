"""Hints: to whom something may look different now, so that their open pages ask again (docs/adr/0027).

A hint tells nothing by itself: who is concerned, by an id that says nothing of a person, and which answers changed.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

STREAM = "live"
"""The one stream in Redis that all services write to and only auth reads."""
AT_MOST = 5000
"""So many hints are kept, about: who was away for longer asks for everything."""
ADMINISTRATORS = "administrators"
"""The subject that every administrator of the region follows."""
_QUEUE = "queue:"


class HintKind(StrEnum):
    """Whose answers changed: the client knows what it asked of them (web/packages/live)."""

    APPLICATION = "application"
    POSITION = "position"
    CANDIDATE = "candidate"
    PLACES = "places"
    REFERRAL = "referral"
    VACANCY = "vacancy"
    ROSTER = "roster"
    SWAP = "swap"
    ESCORT = "escort"
    ATTENDANCE = "attendance"
    ACCOUNT_REQUEST = "account_request"
    MESSAGE = "message"
    DOCUMENT = "document"
    ACCOUNT = "account"
    DESK = "desk"


@dataclass(frozen=True)
class Hint:
    """To `subject`: what is asked about `id` has changed, up to this version where there is one."""

    subject: str
    kind: HintKind
    id: str
    version: int = 0


def person(person_id: UUID) -> str:
    """One person, by the id of their account; never by an IIN."""
    return f"person:{person_id}"


def kindergarten(kindergarten_id: UUID) -> str:
    """Whoever works in this kindergarten."""
    return f"kindergarten:{kindergarten_id}"


def officers(district: str) -> str:
    """The officers of a district: what waits for their decision."""
    return f"officers:{district}"


def queue(queue_id: object) -> str:
    """Whoever looks at this queue: its order, and what is free in it."""
    return f"{_QUEUE}{queue_id}"


def is_queue(subject: str) -> bool:
    """Whether anybody who is signed in may follow it."""
    return subject.startswith(_QUEUE)


def session(session_id: UUID) -> str:
    """One session that has ended, for whoever ends what belongs to it."""
    return f"session:{session_id}"
