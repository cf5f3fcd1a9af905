"""Hints go to one stream after the commit, lose nothing but themselves, and keep nobody waiting (docs/adr/0027)."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest
from redis.asyncio import Redis, from_url
from redis.exceptions import NoPermissionError

from kezek.contracts.hints import AT_MOST, STREAM, Hint, HintKind, person
from kezek.contracts.ids import new_id
from kezek.platform import hints as telling
from kezek.platform.db import Database
from kezek.platform.hints import WAITING, Hints, newest_of
from kezek.platform.settings import Environment, Settings
from kezek.platform.testing import eventually
from kezek_local.stack import Stack

SOMEBODY = person(new_id())


@pytest.fixture
async def looking(redis_url: str) -> AsyncIterator[Redis]:
    """Redis as its administrator looks at it."""
    async with from_url(redis_url, decode_responses=True) as client:
        yield client


async def told(looking: Redis) -> list[dict[str, str]]:
    return [fields for _, fields in await looking.xrange(STREAM)]


async def until_told(looking: Redis, count: int) -> list[dict[str, str]]:
    async def enough() -> bool:
        return len(await told(looking)) >= count

    await eventually(enough, f"{count} hints")
    return await told(looking)


@pytest.mark.servers
async def test_a_commit_tells_and_names_nobody(database: Database, looking: Redis) -> None:
    application_id = new_id()
    async with database.write() as tx:
        tx.hint(SOMEBODY, HintKind.APPLICATION, application_id, 3)
        assert await told(looking) == []
    expected = {"to": SOMEBODY, "kind": "application", "id": str(application_id), "v": "3"}
    assert await until_told(looking, 1) == [expected]


@pytest.mark.servers
async def test_what_is_undone_is_not_told(database: Database, looking: Redis) -> None:
    with suppress(ZeroDivisionError):
        async with database.write() as tx:
            tx.hint(SOMEBODY, HintKind.APPLICATION, "undone")
            raise ZeroDivisionError
    async with database.write() as tx:
        with suppress(ZeroDivisionError):
            async with tx.savepoint():
                tx.hint(SOMEBODY, HintKind.APPLICATION, "undone as well")
                raise ZeroDivisionError
        tx.hint(SOMEBODY, HintKind.APPLICATION, "done")
    assert [each["id"] for each in await until_told(looking, 1)] == ["done"]


@pytest.mark.servers
async def test_what_is_said_twice_is_told_once(database: Database, looking: Redis) -> None:
    async with database.write() as tx:
        for version in (1, 3, 2):
            tx.hint(SOMEBODY, HintKind.APPLICATION, "a", version)
        tx.hint(SOMEBODY, HintKind.POSITION, "a")
    assert [(each["kind"], each["v"]) for each in await until_told(looking, 2)] == [
        ("application", "3"),
        ("position", "0"),
    ]


@pytest.mark.servers
async def test_the_stream_is_trimmed(database: Database, looking: Redis) -> None:
    for start in range(0, AT_MOST + 2000, 1000):
        async with database.write() as tx:
            for number in range(start, start + 1000):
                tx.hint(SOMEBODY, HintKind.APPLICATION, number)
        await until_told_id(looking, start + 999)
    assert AT_MOST <= await looking.xlen(STREAM) < AT_MOST + 1000


async def until_told_id(looking: Redis, number: int) -> None:
    async def last() -> bool:
        newest = await looking.xrevrange(STREAM, count=1)
        return bool(newest) and newest[0][1]["id"] == str(number)

    await eventually(last, f"hint {number}")


@pytest.mark.servers
async def test_a_connection_that_was_closed_meanwhile_costs_no_hint(database: Database, looking: Redis) -> None:
    for number in (1, 2):
        async with database.write() as tx:
            tx.hint(SOMEBODY, HintKind.APPLICATION, number)
        await until_told(looking, number)
        await looking.client_kill_filter(user="queue")


@pytest.mark.servers
@pytest.mark.parametrize(
    "command", [("XRANGE", STREAM, "-", "+"), ("XREAD", "STREAMS", STREAM, "0"), ("GET", "auth:mine"), ("KEYS", "*")]
)
async def test_a_service_may_tell_and_read_nothing(servers: Stack, command: tuple[str, ...]) -> None:
    async with from_url(servers.at.redis("referrals")) as client:
        with pytest.raises(NoPermissionError):
            await client.execute_command(*command)


@pytest.mark.servers
async def test_a_service_may_add_to_nothing_else(servers: Stack) -> None:
    async with from_url(servers.at.redis("referrals")) as client:
        with pytest.raises(NoPermissionError):
            await client.xadd("another", {"a": "b"})


@pytest.mark.servers
async def test_who_is_not_known_to_redis_works_on_silently(
    make_settings: Callable[..., Awaitable[Settings]], looking: Redis
) -> None:
    hints = Hints(await make_settings("probe", redis_url="redis://queue:wrong@127.0.0.1:1/0"))
    hints.tell([Hint(SOMEBODY, HintKind.APPLICATION, "a")])
    await hints.close()
    assert await told(looking) == []


def to(port: int) -> Hints:
    url = f"redis://queue:secret@127.0.0.1:{port}/0"
    return Hints(Settings(environment=Environment.SANDBOX, database_url="", redis_url=url))


async def test_without_redis_nobody_waits_and_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def waits(*_: Any, **__: Any) -> None:
        raise AssertionError("who tells waits for nobody")

    hints = to(port=1)
    with monkeypatch.context() as patched:
        for name in ("socket.socket", "socket.create_connection", "socket.getaddrinfo", "time.sleep"):
            patched.setattr(name, waits)
        for number in range(3 * WAITING):
            hints.tell([Hint(SOMEBODY, HintKind.APPLICATION, str(number))])
    assert len(hints._waiting) == WAITING
    await hints.close()


async def test_a_redis_that_is_silent_is_left_after_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "WITHIN_S", 0.2)
    monkeypatch.setattr(telling, "_PAUSE_S", 0.0)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        hints = to(mute.getsockname()[1])
        hints.tell([Hint(SOMEBODY, HintKind.APPLICATION, "a")])
        task: Any = hints._telling
        await asyncio.wait_for(task, 10)
        await hints.close()


async def test_without_an_address_nothing_is_kept() -> None:
    hints = Hints(Settings(environment=Environment.SANDBOX, database_url=""))
    hints.tell([Hint(SOMEBODY, HintKind.APPLICATION, "a")])
    assert not hints._waiting
    await hints.close()


def test_of_hints_alike_the_newest_is_told() -> None:
    alike = [Hint(SOMEBODY, HintKind.APPLICATION, "a", version) for version in (2, 1)]
    assert newest_of(alike) == [alike[0]]
