"""Events in tests: handed to a service's handlers without Kafka, read from its outbox, waited for with it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import UUID

import sqlalchemy as sa
from aiokafka.errors import KafkaError

from kezek.contracts.events import Envelope, Event
from kezek.contracts.ids import new_id
from kezek.contracts.topics import EVENTS
from kezek.platform import tables
from kezek.platform.db import DATABASE_LOST, Database
from kezek.platform.messaging.consumers import Consumers, apply_records
from kezek.platform.worker import Worker
from kezek_local.waiting import PATIENCE_S, eventually


@dataclass(frozen=True)
class Published:
    """An event that a service wrote to its outbox."""

    event: Event
    version: int
    event_id: UUID
    occurred_at: datetime
    causation_id: UUID | None


async def published(database: Database) -> list[Published]:
    """What stands in the outbox, in order; nothing relays it while no worker runs."""
    async with database.read() as tx:
        rows = await tx.rows(sa.select(tables.outbox.c.value).order_by(tables.outbox.c.seq))
    return [_published(Envelope.model_validate_json(row.value)) for row in rows if row.value]


async def erased(database: Database) -> list[tuple[str, str]]:
    """The topics and keys of the tombstones that stand in the outbox, in order."""
    tombstones = tables.outbox.c.value == b""
    statement = sa.select(tables.outbox.c.topic, tables.outbox.c.key).where(tombstones).order_by(tables.outbox.c.seq)
    async with database.read() as tx:
        return [(row.topic, row.key) for row in await tx.rows(statement)]


def _published(envelope: Envelope) -> Published:
    event = EVENTS[envelope.type].model_validate_json(json.dumps(envelope.payload))
    return Published(event, envelope.version, envelope.event_id, envelope.occurred_at, envelope.causation_id)


async def deliver(
    database: Database,
    consumers: Consumers,
    *events: Event,
    version: int = 1,
    event_id: UUID | None = None,
    occurred_at: datetime | None = None,
) -> None:
    """Hand events to the handlers by the way their records go, but for Kafka: inbox, one transaction, parking."""
    records = [
        SimpleNamespace(
            topic=event.TOPIC,
            partition=0,
            offset=new_id().int >> 64,
            headers=(),
            value=_envelope(event, version + place, event_id, occurred_at).model_dump_json().encode(),
        )
        for place, event in enumerate(events)
    ]
    await apply_records(database, consumers, records)


async def deliver_erased(database: Database, consumers: Consumers, event: type[Event], key: str) -> None:
    """Hand the tombstone of a key to the handlers, as `deliver` hands events."""
    offset = new_id().int >> 64
    record = SimpleNamespace(topic=event.TOPIC, partition=0, offset=offset, headers=(), key=key.encode(), value=None)
    await apply_records(database, consumers, [record])


def _envelope(event: Event, version: int, event_id: UUID | None, occurred_at: datetime | None) -> Envelope:
    return Envelope(
        event_id=event_id or new_id(),
        type=event.TYPE,
        occurred_at=occurred_at or datetime.now(UTC),
        key=event.key(),
        version=version,
        payload=event.model_dump(mode="json"),
    )


async def drained(*workers: Worker, within_s: float = PATIENCE_S) -> None:
    """Returns when these workers have nothing left to relay, to consume, to do or to finish."""

    async def idle() -> bool:
        return all([await _idle(worker) for worker in workers]) and all([await _idle(worker) for worker in workers])

    await eventually(idle, "an empty outbox, no lag and no jobs", within_s)


async def _idle(worker: Worker) -> bool:
    try:
        status = await worker.status()
    except (*DATABASE_LOST, KafkaError):
        return False  # as its `/status` says it: it cannot know now
    return not any(status[name] for name in _OPEN)


_OPEN: Sequence[str] = ("outbox", "lag", "jobs", "received_acts")
