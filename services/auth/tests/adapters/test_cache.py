"""The cache before rows, when Redis is slow: nobody waits long to read, and nothing stale stays."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from redis.asyncio import Redis

from kezek.auth.adapters.redis import Cache, connect
from kezek.auth.adapters.sealing import Seal

SLOW_S, MOST_S, PATIENT_S = 0.5, 0.05, 30.0
COPY = {"role": "worker"}


@pytest.fixture
async def slow_redis(redis_url: str) -> AsyncIterator[Redis]:
    """The same Redis behind a road on which every word to it takes long."""
    at = urlsplit(redis_url)

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, delay_s: float) -> None:
        while piece := await reader.read(65536):
            await asyncio.sleep(delay_s)
            writer.write(piece)
        writer.close()

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, out = await asyncio.open_connection(at.hostname, at.port)
        with suppress(ConnectionError):
            await asyncio.gather(carry(reader, out, SLOW_S), carry(there, writer, 0))

    async with await asyncio.start_server(relay, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with connect(redis_url.replace(f":{at.port}/", f":{port}/"), PATIENT_S) as client:
            yield client


async def test_a_copy_that_takes_long_is_none(redis: Redis, slow_redis: Redis, seal: Seal) -> None:
    await Cache(redis, seal, PATIENT_S).keep("person", COPY, 60)
    assert await Cache(slow_redis, seal, PATIENT_S).get("person") == COPY
    assert await Cache(slow_redis, seal, MOST_S).get("person") is None


async def test_a_change_waits_until_the_copy_is_forgotten(redis: Redis, slow_redis: Redis, seal: Seal) -> None:
    near = Cache(redis, seal, PATIENT_S)
    await near.keep("person", COPY, 60)
    await Cache(slow_redis, seal, MOST_S).forget("person")
    assert await near.get("person") is None
