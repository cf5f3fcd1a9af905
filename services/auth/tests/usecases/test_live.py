"""What follows hints for all streams goes on, whatever goes wrong once or for a while."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any
from uuid import UUID

import pytest
from structlog.testing import capture_logs

from kezek.auth.domain.live import LiveBounds, Moment, Told
from kezek.auth.usecases import live as following
from kezek.auth.usecases.live import Live, Stream
from kezek.contracts.hints import Hint, HintKind, person
from kezek.contracts.ids import new_id
from kezek.platform.actors import Actor
from kezek.platform.testing import an_actor, eventually

BOUNDS = LiveBounds(streams=10, of_session=4, heartbeat_s=3600, check_every_s=0.001)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "_PAUSE_S", 0.001)


class Source:
    """Hints that come when the test says so; a fault in place of them as often as it wants."""

    def __init__(self) -> None:
        self.coming: asyncio.Queue[Told | Exception] = asyncio.Queue()
        self.asked = 0

    async def newest(self) -> list[Told]:
        return []

    async def after(self, _: Moment) -> list[Told]:
        self.asked += 1
        told = await self.coming.get()
        if isinstance(told, Exception):
            raise told
        return [told]


async def all_live(known: Mapping[UUID, Actor]) -> Mapping[UUID, Actor]:
    return known


@asynccontextmanager
async def running(work: Callable[[], Coroutine[None, None, None]]) -> AsyncIterator[None]:
    task = asyncio.create_task(work())
    try:
        yield
        assert not task.done()
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def live_of(source: Source, standings: Any = all_live) -> Live:
    return Live(source, standings, BOUNDS)  # type: ignore[arg-type]


async def until_read(live: Live) -> None:
    await eventually(lambda: asyncio.sleep(0, live._tail is not None), "hints are read")


async def test_a_fault_that_nobody_foresaw_does_not_end_the_reading_and_is_said_once() -> None:
    source = Source()
    live = live_of(source)
    with capture_logs() as said:
        async with running(live.follow):
            for _ in range(3):
                source.coming.put_nowait(ZeroDivisionError())
            await eventually(lambda: asyncio.sleep(0, source.asked > 3), "it goes on")
            await until_read(live)
            someone = an_actor()
            stream = Stream(new_id(), someone)
            live.open(stream, None)
            hint = Hint(person(someone.person_id), HintKind.MESSAGE, "a")
            source.coming.put_nowait(Told((1, 0), hint))
            await eventually(lambda: asyncio.sleep(0, b"message" in stream._waiting), "it is told")
    assert [each["cause"] for each in said] == ["ZeroDivisionError"]


async def test_what_goes_wrong_again_after_it_went_well_is_said_again() -> None:
    source = Source()
    with capture_logs() as said:
        async with running(live_of(source).follow):
            for told in (ZeroDivisionError(), Told((1, 0), None), ZeroDivisionError(), KeyError()):
                source.coming.put_nowait(told)
            await eventually(lambda: asyncio.sleep(0, source.asked > 4), "it goes on")
    assert [each["cause"] for each in said] == ["ZeroDivisionError", "ZeroDivisionError", "KeyError"]


async def test_sessions_are_looked_at_again_after_a_fault() -> None:
    asked = 0

    async def standings(_: Mapping[UUID, Actor]) -> Mapping[UUID, Actor]:
        nonlocal asked
        asked += 1
        if asked < 3:
            raise ZeroDivisionError
        return {}

    source = Source()
    live = live_of(source, standings)
    async with running(live.follow), running(live.watch):
        await until_read(live)
        stream = Stream(new_id(), an_actor())
        live.open(stream, None)
        await eventually(lambda: asyncio.sleep(0, not live._all()), "the session that is over has no stream")
    assert b"over" in stream._waiting
