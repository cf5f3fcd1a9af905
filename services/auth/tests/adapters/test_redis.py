"""When Redis is slow: nobody waits long for a copy, nothing stale stays, and nothing is done twice."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from redis.asyncio import Redis
from redis.exceptions import TimeoutError as RedisTimeoutError

from kezek.auth.adapters.redis import Cache, connect
from kezek.auth.adapters.sealing import Seal
from kezek.platform.testing import eventually

SLOW_S, MAX_S, HASTY_S, PATIENT_S = 0.5, 0.05, 1.5, 30.0
ALL = 1000
COPY = {"role": "worker"}


@dataclass
class Road:
    """The same Redis, to which the next words take long."""

    url: str
    slow_words: int = 0
    takes_s: float = SLOW_S


async def _heard(redis: Redis) -> bool:
    return await redis.get("told") != b"0"


@pytest.fixture
async def road(redis_url: str) -> AsyncIterator[Road]:
    at, road = urlsplit(redis_url), Road(redis_url)

    async def there(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(65536):
            if road.slow_words:
                road.slow_words -= 1
                await asyncio.sleep(road.takes_s)
            writer.write(piece)
        writer.close()

    async def back(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(65536):
            writer.write(piece)
        writer.close()

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from_redis, to_redis = await asyncio.open_connection(at.hostname, at.port)
        with suppress(ConnectionError):
            await asyncio.gather(there(reader, to_redis), back(from_redis, writer))

    async with await asyncio.start_server(relay, "127.0.0.1", 0) as server:
        road.url = redis_url.replace(f":{at.port}/", f":{server.sockets[0].getsockname()[1]}/")
        yield road


async def test_a_copy_that_takes_long_is_none(redis: Redis, road: Road, seal: Seal) -> None:
    await Cache(redis, seal, PATIENT_S).keep("person", COPY, 60)
    road.slow_words = ALL
    async with connect(road.url, PATIENT_S) as far:
        assert await Cache(far, seal, PATIENT_S).get("person") == COPY
        assert await Cache(far, seal, MAX_S).get("person") is None


async def test_a_change_waits_until_the_copy_is_forgotten(redis: Redis, road: Road, seal: Seal) -> None:
    near = Cache(redis, seal, PATIENT_S)
    await near.keep("person", COPY, 60)
    road.slow_words = ALL
    async with connect(road.url, PATIENT_S) as far:
        await Cache(far, seal, MAX_S).forget("person")
    assert await near.get("person") is None


async def test_many_copies_are_forgotten_in_one_wait(redis: Redis, road: Road, seal: Seal) -> None:
    near, people = Cache(redis, seal, PATIENT_S), [f"person:{number}" for number in range(30)]
    for person in people:
        await near.keep(person, COPY, 60)
    async with connect(road.url, PATIENT_S) as far:
        await far.ping()
        road.slow_words = ALL
        await Cache(far, seal, MAX_S).forget(*people)
    assert ALL - road.slow_words <= 2, "a word may be carried in two pieces"
    assert [await near.get(person) for person in people] == [None] * len(people)


async def test_what_was_not_answered_in_time_is_not_told_again(redis: Redis, road: Road) -> None:
    await redis.set("told", 0)
    async with connect(road.url, HASTY_S) as far:
        await far.ping()
        road.slow_words, road.takes_s = 1, 2 * HASTY_S
        with pytest.raises(RedisTimeoutError):
            await far.incr("told")
    await eventually(lambda: _heard(redis), "that it was done")
    await asyncio.sleep(HASTY_S)
    assert await redis.get("told") == b"1"
