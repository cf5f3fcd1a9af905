"""The relay: sends what committed transactions wrote to the outbox, in order per key, at least once.

A relay owns shards by session advisory locks on the very connection that reads and deletes their rows: when the
connection dies, so do the locks, and another relay goes on. Rows are deleted only after Kafka acknowledged them.
"""

import asyncio
import contextlib
from dataclasses import dataclass
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from kezek.platform.bare import connect
from kezek.platform.db import SHARDS
from kezek.platform.settings import Settings
from kezek.platform.telemetry import logger
from kezek.platform.wakes import Wake, Wakes

LOG = logger(__name__)
LOOK_EVERY_S = 1.0
CLAIM_EVERY_S, LOOK_FOR_ORPHANS_EVERY_S = 0.25, 1.0
CLAIM_AT_ONCE = 4
ACKNOWLEDGED_WITHIN_S = 30.0
PAUSE_S = 1.0
_A_MOMENT_S = 0.001
BATCH = 500

_READ = """
select seq, topic, key, value, traceparent from outbox
where shard = any($1::smallint[]) order by seq limit $2
"""
_CLAIM = """
select shard from unnest($1::int[]) shard
where pg_try_advisory_lock(hashtext(current_schema() || '.outbox'), shard) limit $2
"""


@dataclass
class _Shards:
    """The shards this relay holds, and when it tries for more: soon after it got some, otherwise now and then."""

    mine: set[int]
    try_at: float = 0.0


class Relay:
    """Runs until cancelled; survives the loss of the database and of Kafka."""

    def __init__(self, settings: Settings, service: str, wakes: Wakes) -> None:
        self._wakes = wakes
        self._waker = wakes.waker(Wake.OUTBOX)
        self._settings, self._service = settings, service

    async def run(self) -> None:
        """Relay for ever: whatever breaks, begin anew after a pause; unacknowledged rows are still there."""
        while True:
            try:
                await self._relay()
            except Exception as error:  # noqa: BLE001 - whatever it is, what was not acknowledged is still in the outbox
                LOG.warning("relay begins anew", cause=type(error).__name__)
                await asyncio.sleep(PAUSE_S)

    async def _relay(self) -> None:
        connection = await connect(self._settings, self._service, "relay")
        producer = AIOKafkaProducer(
            **self._settings.kafka.options(),
            enable_idempotence=True,
            acks="all",
            compression_type="zstd",
            max_batch_size=131072,
            linger_ms=0,
        )
        try:
            await connection.add_listener(self._wakes.channel, self._wakes.heard)
            self._wakes.wake_all()
            await producer.start()
            shards = _Shards(set())
            while True:
                self._waker.clear()
                await claim_shards(connection, shards)
                if not await relay_batch(connection, producer, shards.mine):
                    await self._waker.wait(_until_next_look_s(shards))
        finally:
            connection.terminate()
            # a producer that waits for a dead broker would hold the shutdown for ever
            with contextlib.suppress(TimeoutError, KafkaError):
                await asyncio.wait_for(producer.stop(), PAUSE_S)


def _until_next_look_s(shards: _Shards) -> float:
    if len(shards.mine) == SHARDS:
        return LOOK_EVERY_S
    return min(LOOK_EVERY_S, max(0.0, shards.try_at - asyncio.get_running_loop().time()) + _A_MOMENT_S)


async def claim_shards(connection: Any, shards: _Shards) -> None:
    """Try for a few more free shards now and then, so that relays that start together share them."""
    now = asyncio.get_running_loop().time()
    if len(shards.mine) == SHARDS or now < shards.try_at:
        return
    others = [shard for shard in range(SHARDS) if shard not in shards.mine]
    taken = {row["shard"] for row in await connection.fetch(_CLAIM, others, CLAIM_AT_ONCE)}
    shards.mine |= taken
    shards.try_at = now + (CLAIM_EVERY_S if taken else LOOK_FOR_ORPHANS_EVERY_S)


async def relay_batch(connection: Any, producer: Any, shards: set[int], batch: int = BATCH) -> int:
    """Send one batch in order and delete what Kafka acknowledged.

    Returns:
        How many rows were sent.

    Raises:
        KafkaError: when a record failed; later records of its partition fail with it, so nothing overtakes.
    """
    if not shards:
        return 0
    rows = await connection.fetch(_READ, sorted(shards), batch)
    if not rows:
        return 0
    acknowledgements = [
        await producer.send(
            row["topic"],
            key=row["key"].encode(),
            value=row["value"] or None,  # nothing is a tombstone
            headers=[("traceparent", row["traceparent"].encode())] if row["traceparent"] else [],
        )
        for row in rows
    ]
    done, late = await asyncio.wait(acknowledgements, timeout=ACKNOWLEDGED_WITHIN_S)
    sent = [
        row["seq"] for row, mine in zip(rows, acknowledgements, strict=True) if mine in done and not mine.exception()
    ]
    await connection.execute("delete from outbox where seq = any($1::bigint[])", sent)
    if late:
        raise TimeoutError
    for acknowledgement in acknowledgements:
        acknowledgement.result()
    return len(rows)
