"""Handlers by event type, and how a batch of records is applied: all in one transaction, else one by one.

A handler never meets the same event twice (inbox), never a bad record (parked) and never waits for Kafka: what lacks
an input becomes a job. While the database is away nothing is parked: the batch waits and is delivered again.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from typing import Any, Generic, TypeVar
from uuid import UUID

import sqlalchemy as sa
from opentelemetry.trace import SpanKind

from kezek.contracts.events import Event
from kezek.contracts.topics import BY_NAME
from kezek.platform import tables
from kezek.platform.db import Database, Tx, is_newer, passes_by_itself
from kezek.platform.messaging.records import Erased, Garbage, Origin, Received, Unknown, read_record
from kezek.platform.parked_rows import park
from kezek.platform.telemetry import current_traceparent, logger, span

LOG = logger(__name__)
TRIES = 4
PAUSE_S = 0.1
DATABASE_PAUSE_S = 1.0

EventT = TypeVar("EventT", bound=Event)
Handler = Callable[[Tx, Any, Received], Awaitable[None]]
RunHandler = Callable[[Tx, Sequence["Heard[Any]"]], Awaitable[None]]
Eraser = Callable[[Tx, str], Awaitable[None]]
_NEVER_AGAIN = 2**63 - 1
_LOCK_KEY = sa.text("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
_SHARE_KEY = sa.text("select pg_advisory_xact_lock_shared(hashtextextended(:what, 0))")
_ERASED = sa.text("select true from seen_version where aggregate = :aggregate and key = :key")
# in the order of the ids: who applies the same events beside us waits for us and we for nobody
_NOTE = sa.text(
    "insert into inbox (event_id) select unnest(cast(:ids as uuid[])) as event_id order by event_id "
    "on conflict do nothing returning event_id"
)


@dataclass(frozen=True)
class Heard(Generic[EventT]):
    """One event of a run; what it causes is published by its own `tx`, in the trace of who published it."""

    tx: Tx
    event: EventT
    version: int


@dataclass
class Consumers:
    """The handlers of one service; the topics follow from the events.

    Each event of a topic is handled, or ignored with a reason; a personal topic's tombstones are handled.
    """

    service: str
    handlers: dict[type[Event], Handler] = field(default_factory=dict)
    ignored: dict[type[Event], str] = field(default_factory=dict)
    erasers: dict[str, Eraser] = field(default_factory=dict)
    runs: dict[type[Event], RunHandler] = field(default_factory=dict)

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

    def on_run(self, event: type[EventT]) -> Callable[[Callable[[Tx, Sequence[Heard[EventT]]], Awaitable[None]]], None]:
        """Register who handles all events of a type that stand next to each other in a batch: they come by thousands.

        For a topic of which nothing is erased.
        """

        def register(handler: Callable[[Tx, Sequence[Heard[EventT]]], Awaitable[None]]) -> None:
            if event.TOPIC in BY_NAME and BY_NAME[event.TOPIC].personal:
                raise ValueError(f"{event.TYPE} may be erased")

            async def alone(tx: Tx, each: EventT, received: Received) -> None:
                await handler(tx, [Heard(tx, each, received.version)])

            self.on(event)(alone)
            self.runs[event] = handler

        return register

    def run_of(self, each: Received | Erased) -> RunHandler | None:
        """Who handles this event together with those next to it."""
        return self.runs.get(type(each.event)) if isinstance(each, Received) else None

    def ignore(self, *events: type[Event], because: str) -> None:
        """Name events of a consumed topic that change nothing here, and why."""
        self.ignored |= dict.fromkeys(events, because)

    def on_erased(self, event: type[Event]) -> Callable[[Eraser], Eraser]:
        """Register who forgets what the topic of this event told of a key; the key never speaks again."""

        def register(eraser: Eraser) -> Eraser:
            if event.TOPIC in self.erasers:
                raise ValueError(f"{event.TOPIC} has two erasers in {self.service}")
            self.erasers[event.TOPIC] = eraser
            return eraser

        return register

    def forgotten(self) -> list[str]:
        """What this service neither handles nor ignores of the topics it consumes."""
        found = []
        for topic in (BY_NAME[name] for name in self.topics if name in BY_NAME):
            answered = {*self.handlers, *self.ignored}
            found += [f"{event.TYPE} on {topic.name}" for event in topic.events if event not in answered]
            if topic.personal and topic.name not in self.erasers:
                found.append(f"what is erased from {topic.name}")
        return found

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
            await apply(tx, consumers, useful)
    except Exception as error:  # noqa: BLE001 - whatever it is, each record gets its own try below
        await _pause_if_database_is_away(database, error)
        for received in useful:
            cause = await apply_alone(database, consumers, received)
            if cause is not None:
                await _park(database, received.origin, cause, _kind_of(received))


async def _without_garbage(database: Database, consumers: Consumers, records: Sequence[Any]) -> list[Received | Erased]:
    useful: list[Received | Erased] = []
    for record in records:
        match read_record(record):
            case Received() as received if type(received.event) in consumers.handlers:
                useful.append(received)
            case Erased(origin) as erased if origin.topic in consumers.erasers:
                useful.append(erased)
            case Garbage(origin, cause):
                await _park(database, origin, cause, None)
            case Unknown(origin, kind):
                LOG.info("unknown event skipped", topic=origin.topic, type=kind[:80])
            case _:
                pass
    return useful


async def apply(tx: Tx, consumers: Consumers, records: Sequence[Received | Erased]) -> None:
    """Apply records in their order, each once; what comes late of an erased key is not applied at all."""
    fresh = await _note(tx, [each.event_id for each in records if isinstance(each, Received)])
    for together, run in groupby(_fresh(records, fresh), key=consumers.run_of):
        if together is None:
            for each in run:
                await _apply_one(tx, consumers, each)
        else:
            await _handle_run(tx, together, [each for each in run if isinstance(each, Received)])


def _fresh(records: Sequence[Received | Erased], fresh: set[UUID]) -> Iterator[Received | Erased]:
    for each in records:
        if isinstance(each, Erased):
            yield each
        elif each.event_id in fresh:
            fresh.remove(each.event_id)
            yield each


def _heard(tx: Tx, each: Received) -> Heard[Any]:
    with _consuming(each):
        return Heard(tx.caused_by(each.event_id, current_traceparent()), each.event, each.version)


async def _handle_run(tx: Tx, handler: RunHandler, run: Sequence[Received]) -> None:
    heard = [_heard(tx, each) for each in run]
    with span(f"consume together {run[0].event.TYPE}", kind=SpanKind.CONSUMER):
        await handler(tx, heard)


async def _apply_one(tx: Tx, consumers: Consumers, each: Received | Erased) -> None:
    topic = each.origin.topic
    if isinstance(each, Erased):
        await _forget(tx, consumers.erasers[topic], topic, each.key)
    elif topic not in consumers.erasers or not await _is_erased(tx, topic, each.event.key()):
        await _handle(tx, consumers, each)


async def _note(tx: Tx, event_ids: Sequence[UUID]) -> set[UUID]:
    """Those that were never applied; from this transaction's commit on they are."""
    rows = await tx.rows(_NOTE, {"ids": event_ids}) if event_ids else []
    return {row.event_id for row in rows}


async def _forget(tx: Tx, eraser: Eraser, topic: str, key: str) -> None:
    """A replay beside the worker is kept out until it sees that the key is erased."""
    await tx.execute(_LOCK_KEY, {"what": f"{topic} {key}"})
    await is_newer(tx, f"erased {topic}", key, _NEVER_AGAIN)
    await eraser(tx, key)


async def is_erased(tx: Tx, event: type[Event], key: str) -> bool:
    """Whether what this event's topic told of a key was erased: what waits for it would wait for ever."""
    return await _is_erased(tx, event.TOPIC, key)


async def _is_erased(tx: Tx, topic: str, key: str) -> bool:
    await tx.execute(_SHARE_KEY, {"what": f"{topic} {key}"})
    return bool(await tx.value(_ERASED, {"aggregate": f"erased {topic}", "key": key}))


async def _handle(tx: Tx, consumers: Consumers, received: Received) -> None:
    with _consuming(received):
        await consumers.handlers[type(received.event)](tx.caused_by(received.event_id), received.event, received)


async def apply_alone(database: Database, consumers: Consumers, received: Received | Erased) -> str | None:
    """Apply one event in its own transaction; after some failures of the handler, their cause.

    What is the database's fault does not count: it passes, or the database is away.
    """
    failures, cause = 0, ""
    while failures < TRIES:
        try:
            async with database.write() as tx:
                await apply(tx, consumers, [received])
        except Exception as error:
            await _pause_if_database_is_away(database, error)
            cause = type(error).__name__
            LOG.warning("handler failed", topic=received.origin.topic, attempt=failures, cause=cause, exc_info=error)
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


def _consuming(received: Received) -> AbstractContextManager[None]:
    return span(f"consume {received.event.TYPE}", traceparent=received.traceparent, kind=SpanKind.CONSUMER)


def _kind_of(each: Received | Erased) -> str | None:
    return each.event.TYPE if isinstance(each, Received) else None


async def _park(database: Database, origin: Origin, cause: str, kind: str | None) -> None:
    LOG.error("record parked", topic=origin.topic, partition=origin.partition, offset=origin.offset, cause=cause)
    await park(database, origin, cause, kind)


async def prune_inbox(tx: Tx, days: int) -> int:
    """Forget events consumed long ago: replayed they are harmless by version and number (architecture §events)."""
    old = tables.inbox.c.consumed_at < sa.func.now() - timedelta(days=days)
    return await tx.execute(sa.delete(tables.inbox).where(old))
