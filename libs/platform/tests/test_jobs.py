import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.platform.db import Database, Tx
from kezek.platform.messaging import jobs
from kezek.platform.messaging.jobs import (
    Job,
    JobRunner,
    NotReadyError,
    Work,
    add_job,
    drop_jobs,
    until_next_job_s,
    wake_jobs,
)

Steps = Callable[[], Awaitable[list[str]]]
WAITS = "card:7"


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is postponed is not due again before the test looks, however slow the machine is."""
    monkeypatch.setattr(jobs, "FIRST_PAUSE_S", 60.0)


@pytest.fixture
def runner(database: Database) -> Callable[[Work], JobRunner]:
    return lambda work: JobRunner(database, {"greet": work})


async def greet(tx: Tx, job: Job) -> None:
    await tx.execute(sa.text("insert into step (name) values (:name)"), {"name": job.payload["name"]})


async def greet_when_the_card_is_there(tx: Tx, job: Job) -> None:
    card = await tx.row(sa.text("select number from probe where key = 'card'"))
    if card is None:
        raise NotReadyError
    await greet(tx, job)


async def add(database: Database, name: str = "one", waits_for: str | None = None) -> None:
    async with database.write() as tx:
        await add_job(tx, "greet", "key", {"name": name}, waits_for)


async def open_jobs(database: Database) -> Any:
    async with database.read() as tx:
        return await tx.rows(sa.text("select attempts, run_at > now() as later from job"))


async def test_a_job_is_done_once(database: Database, runner: Any, steps: Steps) -> None:
    await add(database)
    assert await runner(greet).run_one()
    assert not await runner(greet).run_one()
    assert await steps() == ["one"]


async def test_a_job_is_added_once_per_kind_and_key(database: Database, runner: Any, steps: Steps) -> None:
    await add(database, "first")
    await add(database, "second")
    await runner(greet).run_one()
    assert await steps() == ["first"]
    assert not await open_jobs(database)


async def test_a_job_whose_card_comes_later_runs_then(database: Database, runner: Any, steps: Steps) -> None:
    await add(database, waits_for=WAITS)
    assert await runner(greet_when_the_card_is_there).run_one()
    assert await steps() == []
    assert not await runner(greet_when_the_card_is_there).run_one(), "it waits"
    async with database.write() as tx:
        await tx.execute(sa.text("insert into probe (key, number) values ('card', 1)"))
        await wake_jobs(tx, WAITS)
    assert await runner(greet_when_the_card_is_there).run_one()
    assert await steps() == ["one"]


async def test_a_job_whose_card_is_erased_is_dropped(database: Database, runner: Any) -> None:
    await add(database, waits_for=WAITS)
    async with database.write() as tx:
        await drop_jobs(tx, WAITS)
    assert not await runner(greet).run_one()


async def test_a_failing_job_stays_for_later_and_what_it_did_is_undone(
    database: Database, runner: Any, steps: Steps
) -> None:
    async def fail(tx: Tx, job: Job) -> None:
        await greet(tx, job)
        await tx.execute(sa.text("select 1 / 0"))

    await add(database)
    assert await runner(fail).run_one()
    assert await steps() == []
    (job,) = await open_jobs(database)
    assert (job.attempts, job.later) == (1, True)


async def test_two_runners_never_do_the_same_job(database: Database, runner: Any, steps: Steps) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(tx: Tx, job: Job) -> None:
        begun.set()
        await go_on.wait()
        await greet(tx, job)

    await add(database)
    first = asyncio.create_task(runner(slowly).run_one())
    await begun.wait()
    assert not await runner(greet).run_one()
    assert await until_next_job_s(database, ["greet"]) > 0.1, "who finds it taken does not ask again at once"
    go_on.set()
    assert await first
    assert await steps() == ["one"]


async def test_jobs_of_other_kinds_are_left_to_others(database: Database, runner: Any) -> None:
    async with database.write() as tx:
        await add_job(tx, "of another version", "key", {})
    assert not await runner(greet).run_one()
    assert len(await open_jobs(database)) == 1
