import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest
import sqlalchemy as sa

from kezek.contracts.events import Event
from kezek.contracts.ids import new_id
from kezek.platform.db import Database, is_newer, shard_of
from kezek.platform.settings import Settings
from kezek.platform.testing import MovableClock, eventually, published

INSERT = sa.text("insert into step (name) values (:name)")


async def test_a_block_that_ends_well_is_committed(
    database: Database, steps: Callable[[], Awaitable[list[str]]]
) -> None:
    async with database.write() as tx:
        await tx.execute(INSERT, {"name": "one"})
    assert await steps() == ["one"]


async def test_reading_once_begins_no_transaction_and_leaves_the_next_one_whole(
    database: Database, steps: Callable[[], Awaitable[list[str]]]
) -> None:
    begun = sa.text("select now() as at, pg_backend_pid() as connection")
    async with database.read_once() as tx:
        first, second = (await tx.rows(begun))[0], (await tx.rows(begun))[0]
    assert first.at < second.at, "each statement is its own transaction"

    async def fail() -> None:
        async with database.write() as tx:
            one, other = (await tx.rows(begun))[0], (await tx.rows(begun))[0]
            assert (one.at, one.connection) == (other.at, first.connection), "a transaction on the same connection"
            await tx.execute(INSERT, {"name": "one"})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    assert await steps() == []


async def test_a_block_that_fails_leaves_nothing(
    database: Database, steps: Callable[[], Awaitable[list[str]]], happened: Any
) -> None:
    async def fail() -> None:
        async with database.write() as tx:
            await tx.execute(INSERT, {"name": "one"})
            await tx.publish(happened(subject="one"), version=1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    assert await steps() == []
    assert await published(database) == []


async def test_a_savepoint_that_fails_leaves_the_rest(
    database: Database, steps: Callable[[], Awaitable[list[str]]]
) -> None:
    async with database.write() as tx:
        await tx.execute(INSERT, {"name": "kept"})
        with contextlib.suppress(RuntimeError):
            async with tx.savepoint():
                await tx.execute(INSERT, {"name": "lost"})
                raise RuntimeError
    assert await steps() == ["kept"]


async def test_a_read_transaction_cannot_write(database: Database) -> None:
    async with database.read() as tx:
        with pytest.raises(sa.exc.DBAPIError, match="read-only"):
            await tx.rows(sa.text("insert into step (name) values ('one') returning id"))


async def test_a_write_is_possible_on_the_connection_that_has_just_read(settings: Settings, database: Database) -> None:
    lonely = Database(settings.model_copy(update={"database_pool": 1}), "probe", database.clock)
    for _ in range(3):
        async with lonely.read() as tx:
            await tx.value(sa.text("select 1"))
        async with lonely.write() as tx:
            await tx.execute(INSERT, {"name": str(new_id())})
    await lonely.close()


async def test_a_services_role_cannot_read_anothers_schema(
    settings: Settings, make_settings: Callable[..., Awaitable[Settings]]
) -> None:
    other = await make_settings("referrals")
    connection = await asyncpg.connect(other.database_url.replace("+asyncpg", ""))
    try:
        assert await connection.fetchval("select count(*) from outbox") == 0
        for attempt in ("select * from probe.step", "insert into probe.step (name) values ('x')"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(attempt)
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("create table referrals.mine ()")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("drop table referrals.outbox")
    finally:
        await connection.close()


async def test_an_event_is_written_with_its_version_cause_and_time(
    database: Database, sandbox_clock: MovableClock, happened: Any
) -> None:
    cause = new_id()
    sandbox_clock.move(timedelta(days=2))
    async with database.write(cause) as tx:
        event_id = await tx.publish(happened(subject="a", number=7), version=3)
    (written,) = await published(database)
    assert written.event == happened(subject="a", number=7)
    assert (written.version, written.event_id, written.causation_id) == (3, event_id, cause)
    assert abs(written.occurred_at - sandbox_clock.now()) < timedelta(seconds=5)


async def test_the_databases_clock_is_moved_with_the_sandboxs(database: Database, sandbox_clock: MovableClock) -> None:
    sandbox_clock.move(timedelta(days=5))
    async with database.write() as tx:
        first = await tx.database_now()
        assert abs(first - datetime.now(UTC) - timedelta(days=5)) < timedelta(seconds=5)
        assert await tx.database_now() > first, "read anew each time, not the transaction's begin"


async def test_only_a_higher_version_is_newer(database: Database) -> None:
    answers = []
    for version in (2, 1, 2, 3):
        async with database.write() as tx:
            answers.append(await is_newer(tx, "probe", "a", version))
    assert answers == [True, False, False, True]


async def test_versions_are_counted_per_aggregate_and_key(database: Database) -> None:
    async with database.write() as tx:
        assert await is_newer(tx, "probe", "a", 2)
        assert await is_newer(tx, "probe", "b", 1)
        assert await is_newer(tx, "other", "a", 1)


async def test_of_concurrent_versions_the_highest_stays(database: Database) -> None:
    async def see(version: int) -> None:
        async with database.write() as tx:
            await is_newer(tx, "probe", "a", version)

    await asyncio.gather(*(see(version) for version in range(1, 20)))
    async with database.read() as tx:
        assert await tx.value(sa.text("select version from seen_version")) == 19


def test_a_key_has_one_shard_for_good(happened: type[Event]) -> None:
    assert shard_of("1110.general.2022") == shard_of("1110.general.2022")
    assert {shard_of(str(number)) for number in range(1000)} == set(range(16))


async def test_a_database_that_is_away_does_not_answer(settings: Settings, database: Database) -> None:
    nowhere = settings.model_copy(update={"database_url": "postgresql+asyncpg://probe:x@127.0.0.1:1/kezek"})
    away = Database(nowhere, "probe", database.clock)
    assert not await away.answers()
    assert await database.answers()
    await away.close()


async def test_connections_that_the_server_has_ended_cost_no_request(settings: Settings, database: Database) -> None:
    held = [await database.engine.connect() for _ in range(4)]
    drivers = [(await each.get_raw_connection()).driver_connection for each in held]
    for each in held:
        await each.close()
    connection = await asyncpg.connect(settings.database_url.replace("+asyncpg", ""))
    await connection.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity "
        "where usename = current_user and datname = current_database() and pid <> pg_backend_pid()"
    )
    await connection.close()

    async def noticed() -> bool:
        return all(driver is not None and driver.is_closed() for driver in drivers)

    await eventually(noticed, "the end of the connections")
    for _ in range(4):
        async with database.write() as tx:
            await tx.execute(INSERT, {"name": str(new_id())})
