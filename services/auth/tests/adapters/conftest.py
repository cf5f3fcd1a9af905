from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis

from kezek.auth.adapters.redis import connect
from kezek.auth.adapters.sealing import Seal


@pytest.fixture
def seal() -> Seal:
    return Seal("a secret of this test and of no other" * 2)


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    client = connect(redis_url, 5.0)
    yield client
    await client.aclose()
