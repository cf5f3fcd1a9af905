"""Hints wake who works, here and elsewhere; without them everything is found all the same, a little later."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import asyncpg
import pytest
import sqlalchemy as sa

from kezek.platform import wakes as hints
from kezek.platform.db import SHARDS, Database, Tx
from kezek.platform.messaging import jobs, outbox
from kezek.platform.messaging.jobs import JobRunner, add_job
from kezek.platform.messaging.outbox import Relay
from kezek.platform.settings import Settings
from kezek.platform.testing import MovableClock, eventually
from kezek.platform.timers import Deadline, Timers, set_deadline
from kezek.platform.wakes import Wake

AT_ONCE_S, LONG_S = 20.0, 3600.0
"""However busy the machine is, a hint is there long before anybody looks by themselves."""


@pytest.fixture
def _nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (outbox, jobs):
        monkeypatch.setattr(module, "LOOK_EVERY_S", LONG_S)


@pytest.fixture
async def elsewhere(settings: Settings, sandbox_clock: MovableClock) -> AsyncIterator[Database]:
    """The same service in another process, as far as hints are concerned."""
    other = Database(settings, "probe", sandbox_clock)
    yield other
    await other.close()


@pytest.fixture
async def run() -> AsyncIterator[Callable[[Any], None]]:
    tasks: list[asyncio.Task[None]] = []
    yield lambda work: tasks.append(asyncio.create_task(work))
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@pytest.fixture
async def event(kafka_topic: Any, make_event: Any) -> Any:
    return make_event(await kafka_topic())


async def publish(database: Database, event: Any) -> None:
    async with database.write() as tx:
        await tx.publish(event(subject="a"), version=1)


async def is_relayed(database: Database) -> bool:
    async with database.read() as tx:
        return not await tx.value(sa.text("select count(*) from outbox"))


async def relay_holds_all(database: Database) -> bool:
    query = sa.text(
        "select count(*) from pg_locks where locktype = 'advisory' "
        "and database = (select oid from pg_database where datname = current_database())"
    )
    async with database.read() as tx:
        return bool(await tx.value(query) == SHARDS)


@pytest.mark.usefixtures("_nobody_looks")
async def test_what_another_process_commits_wakes_the_relay(
    settings: Settings, database: Database, elsewhere: Database, event: Any, run: Any
) -> None:
    run(Relay(settings, "probe", elsewhere.wakes).run())
    await eventually(lambda: relay_holds_all(database), "all shards")
    for _ in range(3):
        await publish(database, event)
        await eventually(lambda: is_relayed(database), "an empty outbox", within_s=AT_ONCE_S)


async def test_a_lost_hint_delays_and_loses_nothing(
    settings: Settings, database: Database, elsewhere: Database, event: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(Relay(settings, "probe", elsewhere.wakes).run())
    monkeypatch.setattr(database.wakes, "tell", lambda _: None)
    await publish(database, event)
    await eventually(lambda: is_relayed(database), "an empty outbox")


async def test_who_tells_may_lose_the_connection_and_tells_again(
    servers: Any, settings: Settings, database: Database, elsewhere: Database
) -> None:
    connection = await asyncpg.connect(settings.database_url.replace("+asyncpg", ""))
    waker = elsewhere.wakes.waker(Wake.JOBS)
    await connection.add_listener(elsewhere.wakes.channel, elsewhere.wakes.heard)
    database.wakes.tell({Wake.JOBS})
    assert await waker.wait(AT_ONCE_S)
    waker.clear()
    superuser = await asyncpg.connect(servers.superuser_url.replace("+asyncpg", ""))
    await superuser.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name like '%wakes'"
    )
    await superuser.close()

    async def heard_again() -> bool:
        database.wakes.tell({Wake.JOBS})
        return await waker.wait(0.2)

    await eventually(heard_again, "a hint")
    await connection.close()


async def test_a_kind_of_a_later_release_is_left_alone(database: Database) -> None:
    waker = database.wakes.waker(Wake.JOBS)
    database.wakes.heard(None, 0, "", "papers")
    assert not await waker.wait(0)
    database.wakes.heard(None, 0, "", "papers jobs")
    assert await waker.wait(0)


async def test_what_was_undone_wakes_nobody(database: Database) -> None:
    waker = database.wakes.waker(Wake.JOBS)
    with suppress(ZeroDivisionError):
        async with database.write() as tx:
            await add_job(tx, "greet", "key", {})
            raise ZeroDivisionError
    assert not await waker.wait(0)


@pytest.mark.usefixtures("_nobody_looks")
async def test_a_job_is_done_as_soon_as_it_is_added_and_a_postponed_one_when_it_is_due(
    database: Database, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "FIRST_PAUSE_S", 0.3)
    done: list[int] = []

    async def work(tx: Tx, job: Any) -> None:
        del tx
        if job.attempts == 0:
            raise jobs.NotReadyError
        done.append(job.attempts)

    run(JobRunner(database, {"greet": work}).run())
    await asyncio.sleep(0.2)
    async with database.write() as tx:
        await add_job(tx, "greet", "key", {})

    async def is_done() -> bool:
        return done == [1]

    await eventually(is_done, "the job", within_s=AT_ONCE_S)


@pytest.mark.parametrize("moved", [False, True])
async def test_timers_that_sleep_see_a_nearer_deadline_and_a_moved_clock(
    database: Database, sandbox_clock: MovableClock, run: Any, monkeypatch: pytest.MonkeyPatch, moved: bool
) -> None:
    monkeypatch.setattr("kezek.platform.timers.LOOK_EVERY_S", LONG_S)
    fired: list[str] = []

    async def fire(tx: Tx, group: str, due_at: Any, deadlines: list[Deadline]) -> None:
        del tx, group, due_at
        fired.extend(each.key for each in deadlines)

    async def no_acts(subjects: Any) -> None:
        raise AssertionError(subjects)

    async def add(key: str, after: timedelta) -> None:
        now = sandbox_clock.now()
        async with database.write() as tx:
            await set_deadline(tx, Deadline("kind", key, key, now + after, now, 1, "default"))

    async def has_fired() -> bool:
        return fired == ["near"]

    await add("far", timedelta(days=9))
    if moved:
        await add("near", timedelta(days=1))
    run(Timers(database, sandbox_clock, fire, no_acts).run())
    await asyncio.sleep(0.5)
    if moved:
        sandbox_clock.move(timedelta(days=2))
    else:
        await add("near", timedelta(seconds=0.2))
    await eventually(has_fired, "the nearer deadline", within_s=AT_ONCE_S)


def test_nobody_waits_longer_for_a_lost_hint_than_a_person_would() -> None:
    assert max(hints.LOOK_EVERY_S, outbox.LOOK_EVERY_S, outbox.LOOK_FOR_ORPHANS_EVERY_S) <= 5
