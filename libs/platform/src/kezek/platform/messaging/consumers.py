"""Handlers by event type, and how a batch of records is applied: all in one transaction, else one by one.

A handler never meets the same event twice (inbox), never a bad record (parked) and never waits for Kafka: what lacks
an input becomes a job. While the database is away nothing is parked: the batch waits and is delivered again.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

import sqlalchemy as sa
from opentelemetry.trace import SpanKind

from kezek.contracts.events import Event
from kezek.platform import tables
from kezek.platform.db import Database, Tx, passes_by_itself
from kezek.platform.messaging.records import Garbage, Origin, Received, Unknown, read_record
from kezek.platform.telemetry import logger, span

LOG = logger(__name__)
TRIES = 4
PAUSE_S = 0.1
DATABASE_PAUSE_S = 1.0

EventT = TypeVar("EventT", bound=Event)
Handler = Callable[[Tx, Any, Received], Awaitable[None]]


@dataclass
class Consumers:
    """The handlers of one service; the topics follow from the events."""

    service: str
    handlers: dict[type[Event], Handler] = field(default_factory=dict)

    def on(
        self, event: type[EventT]
    ) -> Callable[
        [Callable[[Tx, EventT, Received], Awaitable[None]]], Callable[[Tx, EventT, Received], Awaitable[None]]
    ]:
        """Register the handler of an event type."""

        def register(
            handler: Callable[[Tx, EventT, Received], Awaitable[None]],
        ) -> Callable[[Tx, EventT, Received], Awaitable[None]]:
            if event in self.handlers:
                raise ValueError(f"{event.TYPE} has two handlers in {self.service}")
            self.handlers[event] = handler
            return handler

        return register

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics this service has handlers for."""
        return tuple(sorted({event.TOPIC for event in self.handlers}))


async def apply_records(database: Database, consumers: Consumers, records: Sequence[Any]) -> None:
    """Apply raw records in order; returns when each is applied, skipped or parked.

    Raises:
        sqlalchemy.exc.OperationalError: while the database is away, after a pause: let them be delivered again.
    """
    useful = await _without_garbage(database, consumers, records)
    if not useful:
        return
    try:
        async with database.write() as tx:
            for received in useful:
                await _apply(tx, consumers, received)
    except Exception as error:  # noqa: BLE001 - whatever it is, each record gets its own try below
        await _pause_if_database_is_away(database, error)
        for received in useful:
            cause = await apply_alone(database, consumers, received)
            if cause is not None:
                await park(database, received.origin, cause)


async def _without_garbage(database: Database, consumers: Consumers, records: Sequence[Any]) -> list[Received]:
    useful = []
    for record in records:
        match read_record(record):
            case Received() as received if type(received.event) in consumers.handlers:
                useful.append(received)
            case Garbage(origin, cause):
                await park(database, origin, cause)
            case Unknown(origin, kind):
                LOG.info("unknown event skipped", topic=origin.topic, type=kind[:80])
            case _:
                pass
    return useful


async def _apply(tx: Tx, consumers: Consumers, received: Received) -> None:
    fresh = sa.text("insert into inbox (event_id) values (:id) on conflict do nothing")
    if await tx.execute(fresh, {"id": received.event_id}) == 0:
        return
    name = f"consume {received.event.TYPE}"
    with span(name, traceparent=received.traceparent, kind=SpanKind.CONSUMER):
        await consumers.handlers[type(received.event)](tx.caused_by(received.event_id), received.event, received)


async def apply_alone(database: Database, consumers: Consumers, received: Received) -> str | None:
    """Apply one event in its own transaction; after some failures of the handler, their cause.

    What is the database's fault does not count: it passes, or the database is away.
    """
    failures, cause = 0, ""
    while failures < TRIES:
        try:
            async with database.write() as tx:
                await _apply(tx, consumers, received)
        except Exception as error:
            await _pause_if_database_is_away(database, error)
            cause = type(error).__name__
            LOG.warning("handler failed", type=received.event.TYPE, attempt=failures, cause=cause, exc_info=error)
            if not passes_by_itself(error):
                failures += 1
            await asyncio.sleep(PAUSE_S * 2**failures * random.uniform(0.5, 1.5))  # noqa: S311 - jitter
        else:
            return None
    return cause


async def _pause_if_database_is_away(database: Database, error: Exception) -> None:
    if passes_by_itself(error) or not await database.answers():
        await asyncio.sleep(DATABASE_PAUSE_S)
        if not await database.answers():
            raise error


async def park(database: Database, origin: Origin, cause: str) -> None:
    """Remember where an unusable record stands; never what is in it."""
    LOG.error("record parked", topic=origin.topic, partition=origin.partition, offset=origin.offset, cause=cause)
    async with database.write() as tx:
        await tx.execute(
            sa.text(
                'insert into parked (topic, partition, "offset", cause) values (:topic, :partition, :offset, :cause) '
                "on conflict do nothing"
            ),
            {"topic": origin.topic, "partition": origin.partition, "offset": origin.offset, "cause": cause},
        )


async def prune_inbox(tx: Tx, days: int) -> int:
    """Forget events consumed long ago: replayed they are harmless by version and number (architecture §events)."""
    old = tables.inbox.c.consumed_at < sa.func.now() - timedelta(days=days)
    return await tx.execute(sa.delete(tables.inbox).where(old))
