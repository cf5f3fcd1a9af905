import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from kezek.platform.db import Database, Tx
from kezek.platform.testing import MovableClock
from kezek.platform.timers import ActsInTime, Deadline, Timers, clear_deadline, next_deadline_at, set_deadline

Steps = Callable[[], Awaitable[list[str]]]
HOUR = timedelta(hours=1)


def deadline(
    clock: MovableClock, key: str, *, after: timedelta = HOUR, group: str = "g", kind: str = "turn"
) -> Deadline:
    now = clock.now().replace(microsecond=0)
    return Deadline(kind, key, group, now + after, now, 1, "default", 3)


async def write_step(tx: Tx, name: str) -> None:
    await tx.execute(sa.text("insert into step (name) values (:name)"), {"name": name})


async def note(tx: Tx, group: str, due_at: datetime, deadlines: list[Deadline]) -> None:
    await write_step(tx, f"{group}: {', '.join(sorted(each.key for each in deadlines))}")


async def no_acts(subjects: Any) -> None:
    raise AssertionError(subjects)


def timers(database: Database, fire: Any = note, finish: Any = no_acts) -> Timers:
    return Timers(database, database.clock, fire, finish)


async def write(database: Database, *deadlines: Deadline) -> None:
    async with database.write() as tx:
        for each in deadlines:
            await set_deadline(tx, each)


async def fire_all(runner: Timers) -> None:
    while await runner.fire_due():
        pass


async def test_nothing_fires_before_its_time(database: Database, sandbox_clock: MovableClock, steps: Steps) -> None:
    await write(database, deadline(sandbox_clock, "a"))
    assert not await timers(database).fire_due()
    sandbox_clock.move(HOUR)
    assert await timers(database).fire_due()
    assert await steps() == ["g: a"]
    assert not await timers(database).fire_due()


async def test_what_is_due_together_in_a_group_fires_together_and_groups_in_order_of_time(
    database: Database, sandbox_clock: MovableClock, steps: Steps
) -> None:
    later = deadline(sandbox_clock, "early", group="z", after=HOUR / 2)
    same = [deadline(sandbox_clock, key) for key in ("a", "b")]
    await write(database, *same, later, deadline(sandbox_clock, "c", group="h"))
    sandbox_clock.move(2 * HOUR)
    await fire_all(timers(database))
    assert await steps() == ["z: early", "g: a, b", "h: c"]


async def test_of_two_runners_one_fires(database: Database, sandbox_clock: MovableClock, steps: Steps) -> None:
    await write(database, *(deadline(sandbox_clock, str(number), group=str(number % 5)) for number in range(20)))
    sandbox_clock.move(HOUR)
    await asyncio.gather(*(fire_all(timers(database)) for _ in range(2)))
    assert len(await steps()) == 5


async def test_a_deadline_set_again_moves_and_one_cleared_is_forgotten(
    database: Database, sandbox_clock: MovableClock
) -> None:
    moved = deadline(sandbox_clock, "a", after=2 * HOUR)
    await write(database, deadline(sandbox_clock, "a"), moved)
    async with database.read() as tx:
        assert await next_deadline_at(tx) == moved.due_at
    async with database.write() as tx:
        await clear_deadline(tx, "turn", "a")
    async with database.read() as tx:
        assert await next_deadline_at(tx) is None


async def test_fire_may_write_the_deadline_again_for_later(
    database: Database, sandbox_clock: MovableClock, steps: Steps
) -> None:
    async def postpone(tx: Tx, group: str, due_at: datetime, deadlines: list[Deadline]) -> None:
        (only,) = deadlines
        if due_at < only.began_at + 3 * HOUR:
            await set_deadline(tx, Deadline(only.kind, only.key, group, due_at + 2 * HOUR, only.began_at, 2, "default"))
        else:
            await note(tx, group, due_at, deadlines)

    await write(database, deadline(sandbox_clock, "a"))
    sandbox_clock.move(HOUR)
    await fire_all(timers(database, postpone))
    assert await steps() == []
    sandbox_clock.move(2 * HOUR)
    await fire_all(timers(database, postpone))
    assert await steps() == ["g: a"]


async def test_acts_received_in_time_come_first(database: Database, sandbox_clock: MovableClock, steps: Steps) -> None:
    finished: list[str] = []

    async def fire(tx: Tx, group: str, due_at: datetime, deadlines: list[Deadline]) -> None:
        if not finished:
            await write_step(tx, "undone")
            raise ActsInTime(["candidate 1"], deadlines)
        await note(tx, group, due_at, deadlines)

    async def finish(subjects: Any) -> None:
        finished.extend(subjects)

    await write(database, deadline(sandbox_clock, "a"))
    sandbox_clock.move(HOUR)
    await fire_all(timers(database, fire, finish))
    assert finished == ["candidate 1"]
    assert await steps() == ["g: a"]


async def test_a_group_that_fails_stops_no_other_and_keeps_its_deadline(
    database: Database, sandbox_clock: MovableClock, steps: Steps
) -> None:
    async def fire(tx: Tx, group: str, due_at: datetime, deadlines: list[Deadline]) -> None:
        if group == "bad":
            raise ValueError(group)
        await note(tx, group, due_at, deadlines)

    await write(database, deadline(sandbox_clock, "a", group="bad"), deadline(sandbox_clock, "b", group="good"))
    sandbox_clock.move(HOUR)
    await fire_all(timers(database, fire))
    assert await steps() == ["good: b"]
    await fire_all(timers(database))
    assert await steps() == ["good: b", "bad: a"]


async def test_an_act_that_nobody_can_finish_stops_no_other_group(
    database: Database, sandbox_clock: MovableClock, steps: Steps
) -> None:
    async def fire(tx: Tx, group: str, due_at: datetime, deadlines: list[Deadline]) -> None:
        if group == "bad":
            raise ActsInTime(["candidate 1"], deadlines)
        await note(tx, group, due_at, deadlines)

    async def finish(_: Any) -> None: ...

    early = deadline(sandbox_clock, "a", group="bad", after=HOUR / 2)
    await write(database, early, deadline(sandbox_clock, "b", group="good"))
    sandbox_clock.move(HOUR)
    await fire_all(timers(database, fire, finish))
    assert await steps() == ["good: b"]
    await fire_all(timers(database))
    assert await steps() == ["good: b", "bad: a"]


async def test_an_act_that_nobody_can_finish_stops_no_other_deadline_of_its_group(
    database: Database, sandbox_clock: MovableClock, steps: Steps
) -> None:
    finished: list[str] = []

    async def fire(tx: Tx, group: str, due_at: datetime, deadlines: list[Deadline]) -> None:
        if waiting := [each for each in deadlines if each.key.startswith("blocked")]:
            raise ActsInTime(["candidate 1"], waiting)
        await note(tx, group, due_at, deadlines)

    async def finish(subjects: Any) -> None:
        finished.extend(subjects)

    first = [deadline(sandbox_clock, key) for key in ("blocked", "a", "b")]
    later = [deadline(sandbox_clock, key, after=2 * HOUR) for key in ("c", "blocked too")]
    await write(database, *first, *later)
    sandbox_clock.move(2 * HOUR)
    await fire_all(timers(database, fire, finish))
    assert await steps() == ["g: a, b", "g: c"]
    assert set(finished) == {"candidate 1"}
    await fire_all(timers(database))
    assert await steps() == ["g: a, b", "g: c", "g: blocked", "g: blocked too"]
