"""The relay on a real Kafka: order per key, nothing lost, whatever is killed."""

import asyncio
import contextlib
import os
import random
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import pytest
import sqlalchemy as sa
from aiokafka import AIOKafkaConsumer, TopicPartition

from kezek.contracts.events import Envelope, Event
from kezek.platform.clock import SystemClock
from kezek.platform.db import Database
from kezek.platform.messaging.outbox import Relay, _Shards, claim_shards
from kezek.platform.settings import Settings
from kezek.platform.testing import eventually

PARTITIONS = 3
OWNERS = sa.text(
    "select count(distinct pid) from pg_locks where locktype = 'advisory' "
    "and database = (select oid from pg_database where datname = current_database())"
)
SCRIPT = """
import asyncio
from kezek.platform.clock import SystemClock
from kezek.platform.db import Database
from kezek.platform.messaging.outbox import Relay
from kezek.platform.settings import Settings
async def main():
    await Relay(Settings(), "probe", Database(Settings(), "probe", SystemClock()).wakes).run()
asyncio.run(main())
"""


@pytest.fixture
async def event(kafka_topic: Callable[..., Awaitable[str]], make_event: Callable[..., type[Event]]) -> type[Event]:
    return make_event(await kafka_topic(PARTITIONS))


async def waiting(database: Database) -> int:
    async with database.read() as tx:
        return int(await tx.value(sa.text("select count(*) from outbox")))


async def relayed(database: Database) -> bool:
    return await waiting(database) == 0


async def write_concurrently(database: Database, event: Any, keys: int, rounds: int) -> None:
    """Each transaction locks one key and publishes its next versions, as a service does; keys at random."""
    bump = sa.text(
        "insert into probe as p (key, number, version) values (:key, 0, 10) on conflict (key) "
        "do update set version = p.version + 10 returning version"
    )

    async def one(key: str) -> None:
        async with at_once, database.write() as tx:
            last = await tx.value(bump, {"key": key})
            for version in range(last - 9, last + 1):
                await tx.publish(event(subject=key, number=version), version=version)

    at_once = asyncio.Semaphore(6)
    order = [f"key-{number}" for number in range(keys) for _ in range(rounds)]
    random.shuffle(order)
    await asyncio.gather(*(one(key) for key in order))


async def read_all(settings: Settings, topic: str) -> dict[str, list[int]]:
    """The versions of each key in the order they stand in Kafka; a tombstone counts as 0."""
    consumer = AIOKafkaConsumer(**settings.kafka.options(), auto_offset_reset="earliest")
    partitions = [TopicPartition(topic, number) for number in range(PARTITIONS)]
    await consumer.start()
    try:
        consumer.assign(partitions)
        ends = await consumer.end_offsets(partitions)
        found: dict[str, list[int]] = defaultdict(list)
        while any([await consumer.position(each) < ends[each] for each in partitions]):
            for records in (await consumer.getmany(timeout_ms=200)).values():
                for record in records:
                    if record.value is None:
                        found[record.key.decode()].append(0)
                        continue
                    envelope = Envelope.model_validate_json(record.value)
                    found[envelope.key].append(envelope.version)
        return found
    finally:
        await consumer.stop()


@asynccontextmanager
async def relaying(settings: Settings) -> AsyncIterator[asyncio.Task[None]]:
    database = Database(settings, "probe", SystemClock())
    task = asyncio.create_task(Relay(settings, "probe", database.wakes).run())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await database.close()


async def start_process(settings: Settings) -> asyncio.subprocess.Process:
    names = ("environment", "database_url", "kafka_bootstrap", "kafka_user")
    given = {f"KEZEK_{name.upper()}": getattr(settings, name) for name in names}
    given["KEZEK_KAFKA_PASSWORD"] = settings.kafka.password
    return await asyncio.create_subprocess_exec(sys.executable, "-c", SCRIPT, env={**os.environ, **given})


async def test_events_are_relayed_in_order_and_deleted(database: Database, settings: Settings, event: Any) -> None:
    async with database.write() as tx:
        for number in range(1, 6):
            await tx.publish(event(subject="a", number=number), version=number)
    async with relaying(settings):
        await eventually(lambda: relayed(database), "an empty outbox")
    assert await read_all(settings, event.TOPIC) == {"a": [1, 2, 3, 4, 5]}


async def test_what_is_erased_becomes_a_tombstone_after_all_that_was_said(
    database: Database, settings: Settings, event: Any
) -> None:
    async with database.write() as tx:
        await tx.publish(event(subject="a", number=1), version=1)
        await tx.erase(event, "a")
    async with relaying(settings):
        await eventually(lambda: relayed(database), "an empty outbox")
    assert await read_all(settings, event.TOPIC) == {"a": [1, 0]}


async def test_order_per_key_holds_when_one_of_two_relays_is_killed_in_the_middle(
    database: Database, settings: Settings, event: Any
) -> None:
    async with two_relays_with_shards_each(database, settings) as (killed, _):
        writing = asyncio.create_task(write_concurrently(database, event, keys=20, rounds=10))

        async def in_the_middle() -> bool:
            async with database.read() as tx:
                return bool(await tx.value(sa.text("select max(seq) - count(*) > 100 from outbox")))

        await eventually(in_the_middle, "some relayed events")
        killed.kill()
        await writing
        await eventually(lambda: relayed(database), "an empty outbox", 30)
    found = await read_all(settings, event.TOPIC)
    assert len(found) == 20
    for key, versions in found.items():
        assert list(dict.fromkeys(versions)) == list(range(1, 101)), f"{key}: lost or overtaken"


@asynccontextmanager
async def two_relays_with_shards_each(
    database: Database, settings: Settings
) -> AsyncIterator[list[asyncio.subprocess.Process]]:
    """Half of the shards are kept back until both processes are there: the slower one shall have some too."""
    keeper = await asyncpg.connect(settings.database_url.replace("+asyncpg", ""))
    await keeper.execute("select pg_advisory_lock(hashtext('probe.outbox'), n) from generate_series(8, 15) n")
    relays = [await start_process(settings), await start_process(settings)]

    async def both_are_there() -> bool:
        query = "select count(*) from pg_stat_activity where application_name = 'kezek.probe.relay' and datname = $1"
        return bool(await keeper.fetchval(query, settings.database_url.rpartition("/")[2]) == 2)

    async def both_own_shards() -> bool:
        async with database.read() as tx:
            return bool(await tx.value(OWNERS) == 2)

    try:
        await eventually(both_are_there, "two relays", 30)
        await keeper.close()
        await eventually(both_own_shards, "shards of both relays")
        yield relays
    finally:
        for relay in relays:
            with contextlib.suppress(ProcessLookupError):
                relay.kill()
            await relay.wait()


async def test_a_relay_that_lost_its_connection_begins_anew(
    database: Database, settings: Settings, event: Any, servers: Any
) -> None:
    async with relaying(settings):
        async with database.write() as tx:
            await tx.publish(event(subject="a", number=1), version=1)
        await eventually(lambda: relayed(database))
        await end_connections(servers, settings, "kezek.probe.relay")
        async with database.write() as tx:
            await tx.publish(event(subject="a", number=2), version=2)
        await eventually(lambda: relayed(database))
    assert await read_all(settings, event.TOPIC) == {"a": [1, 2]}


async def end_connections(servers: Any, settings: Settings, application: str) -> None:
    name = settings.database_url.rpartition("/")[2]
    connection = await asyncpg.connect(servers.superuser_url.replace("+asyncpg", ""))
    query = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = $2"
    ended = await connection.fetch(query, application, name)
    await connection.close()
    assert len(ended) == 1


async def test_relays_that_start_together_share_the_shards(settings: Settings, database: Database) -> None:
    dsn = settings.database_url.replace("+asyncpg", "")
    connections = [await asyncpg.connect(dsn) for _ in range(2)]
    owned = [_Shards(set()), _Shards(set())]
    while sum(len(each.mine) for each in owned) < 16:
        for connection, shards in zip(connections, owned, strict=True):
            shards.try_at = float("-inf")
            await claim_shards(connection, shards)
    assert [len(each.mine) for each in owned] == [8, 8]
    assert not owned[0].mine & owned[1].mine
    for connection in connections:
        await connection.close()
