"""Parked records applied again, once the fault is mended: read at their offset, applied the way every record goes.

A record applied before is applied no second time, and an older version turns nothing back.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from kezek.platform.db import DATABASE_LOST, Database, Tx
from kezek.platform.messaging.connection import Kafka
from kezek.platform.messaging.consumers import Consumers, apply_alone
from kezek.platform.messaging.records import Erased, Garbage, Origin, Received, read_record
from kezek.platform.parked_rows import (
    Parked,
    Taken,
    is_any_asked,
    lease_asked,
    mark_failed,
    mark_gone,
    mark_replayed,
    take,
)
from kezek.platform.telemetry import logger
from kezek.platform.wakes import LOOK_EVERY_S, Wake

LOG = logger(__name__)
READ_WITHIN_MS = 5000
APPLIED = "applied"
SKIPPED = "skipped: nothing to apply in it"
GONE = "gone: a later record of its key took its place, or it was erased"


async def replay(
    database: Database, consumers: Consumers, kafka: Kafka, records: Sequence[Parked]
) -> list[tuple[Parked, str]]:
    """Apply parked records again, in order; each with what came of it. What fails again stays parked."""
    if not records:
        return []
    async with _reader(kafka) as reader:
        return [(parked, await _replay_now(database, consumers, reader, parked.origin)) for parked in records]


class UnreadError(Exception):
    """Kafka did not bring the record in time, and does not say that it is gone."""


class Replays:
    """What administrators asked for, done by the worker until cancelled; of several workers one does each record."""

    def __init__(self, database: Database, consumers: Consumers, kafka: Kafka) -> None:
        self._database, self._consumers, self._kafka = database, consumers, kafka
        self._waker = database.wakes.waker(Wake.PARKED)

    async def run(self) -> None:
        """Work for ever; a lost database or broker is waited for."""
        while True:
            self._waker.clear()
            try:
                await self.run_asked()
                await self._waker.wait(LOOK_EVERY_S)
            except (*DATABASE_LOST, KafkaError) as error:
                LOG.warning("replays wait", cause=type(error).__name__)
                await asyncio.sleep(1)

    async def run_asked(self) -> None:
        """Do all that is asked for."""
        async with self._database.read_once() as tx:
            if not await is_any_asked(tx):
                return
        async with _reader(self._kafka) as reader:
            while await self._run_one(reader):
                pass

    async def _run_one(self, reader: AIOKafkaConsumer) -> bool:
        async with self._database.write() as tx:
            asked = await lease_asked(tx)
        if asked is None:
            return False
        outcome = await _replay_one(self._database, self._consumers, reader, asked)
        LOG.info("parked record replayed", topic=asked.origin.topic, offset=asked.origin.offset, outcome=outcome)
        return True


async def _replay_now(database: Database, consumers: Consumers, reader: AIOKafkaConsumer, origin: Origin) -> str:
    async with database.read() as tx:
        taken = await take(tx, origin)
    return await _replay_one(database, consumers, reader, taken)


async def _replay_one(database: Database, consumers: Consumers, reader: AIOKafkaConsumer, taken: Taken) -> str:
    """The event's effects are a transaction of their own; another, afterwards, marks what came of it."""
    try:
        outcome = await _apply(database, consumers, await _read(reader, taken.origin))
    except (UnreadError, KafkaError) as error:
        outcome = f"unread: {type(error).__name__}"
    async with database.write() as tx:
        return await _mark(tx, taken, outcome)


async def _mark(tx: Tx, taken: Taken, outcome: str) -> str:
    if outcome == GONE:
        await mark_gone(tx, taken.origin)
        return outcome
    if outcome in (APPLIED, SKIPPED):
        await mark_replayed(tx, taken.origin)
        return outcome
    await mark_failed(tx, taken, outcome)
    return f"failed again: {outcome}"


async def _apply(database: Database, consumers: Consumers, record: Any) -> str:
    """What came of it, or the cause of its failure."""
    if record is None:
        return GONE
    match read_record(record):
        case Received() as received if type(received.event) in consumers.handlers:
            return await apply_alone(database, consumers, received) or APPLIED
        case Erased(origin) as erased if origin.topic in consumers.erasers:
            return await apply_alone(database, consumers, erased) or APPLIED
        case Garbage(_, cause):
            return cause
        case _:
            return SKIPPED


@asynccontextmanager
async def _reader(kafka: Kafka) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer without a group: nobody's offsets move."""
    reader = AIOKafkaConsumer(**kafka.options(), enable_auto_commit=False, auto_offset_reset="earliest")
    await reader.start()
    try:
        yield reader
    finally:
        await reader.stop()


async def _read(reader: AIOKafkaConsumer, origin: Origin) -> Any:
    where = TopicPartition(origin.topic, origin.partition)
    reader.assign([where])
    reader.seek(where, origin.offset)
    found = await reader.getmany(where, timeout_ms=READ_WITHIN_MS, max_records=1)
    record = next(iter(found.get(where, ())), None)
    if record is None and not await _is_gone(reader, where, origin.offset):
        raise UnreadError
    return record if record is not None and record.offset == origin.offset else None


async def _is_gone(reader: AIOKafkaConsumer, where: TopicPartition, offset: int) -> bool:
    """Whether Kafka says so itself: one that is silent for a while loses no record."""
    if await reader.position(where) > offset:
        return True
    begins, ends = await reader.beginning_offsets([where]), await reader.end_offsets([where])
    return bool(offset < begins[where] or offset >= ends[where])
