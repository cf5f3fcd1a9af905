"""What stands in a Kafka record: an event we know, one we do not know, or garbage."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from kezek.contracts.events import Envelope, Event
from kezek.contracts.topics import EVENTS


@dataclass(frozen=True)
class Origin:
    """Where a record stands in Kafka."""

    topic: str
    partition: int
    offset: int


@dataclass(frozen=True)
class Received:
    """A valid event with its envelope."""

    origin: Origin
    event: Event
    event_id: UUID
    version: int
    occurred_at: datetime
    traceparent: str


@dataclass(frozen=True)
class Erased:
    """A tombstone: all that was ever said of this key is to be forgotten."""

    origin: Origin
    key: str


@dataclass(frozen=True)
class Unknown:
    """A record of a type this version does not know: skipped, a later version will read it."""

    origin: Origin
    type: str


@dataclass(frozen=True)
class Garbage:
    """A record nobody can read: parked."""

    origin: Origin
    cause: str


def read_record(record: Any) -> Received | Erased | Unknown | Garbage:
    """The meaning of a raw Kafka record. Never raises, whatever the bytes are."""
    origin = Origin(record.topic, record.partition, record.offset)
    if record.value is None:
        return Erased(origin, (record.key or b"").decode(errors="replace"))
    try:
        envelope = Envelope.model_validate_json(record.value)
    except (ValidationError, ValueError, RecursionError):
        return Garbage(origin, "envelope_unreadable")
    known = EVENTS.get(envelope.type)
    if known is None:
        return Unknown(origin, envelope.type)
    if record.topic != known.TOPIC:
        return Garbage(origin, "event_on_foreign_topic")
    try:
        event = known.model_validate_json(json.dumps(envelope.payload))
    except (ValidationError, ValueError, RecursionError):
        return Garbage(origin, "payload_invalid")
    return Received(
        origin, event, envelope.event_id, envelope.version, envelope.occurred_at, _traceparent(record.headers)
    )


def _traceparent(headers: Any) -> str:
    for name, value in headers or ():
        if name == "traceparent" and value:
            return str(value, "ascii", "replace")
    return ""
