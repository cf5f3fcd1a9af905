import asyncio

import pytest
from redis.asyncio import Redis

from kezek.auth.adapters.redis import connect
from kezek.auth.adapters.sealing import Seal
from kezek.auth.adapters.throttle import Throttle
from kezek.auth.way_settings import PasswordSettings
from kezek.platform.errors import Unavailable

IIN = "991399000009"
SETTINGS = PasswordSettings(
    database_url="",
    environment="sandbox",
    password_wait_s=500,
    password_wait_most_s=30_000,
    password_forgotten_s=60_000,
)


@pytest.fixture
def throttle(redis: Redis, seal: Seal) -> Throttle:
    return Throttle(redis, seal, SETTINGS)


async def opened(redis: Redis) -> None:
    """As if the wait were over."""
    for key in await redis.keys():
        await redis.hset(key, "opens", "0")


async def test_the_first_tries_wait_for_nothing_and_then_each_wait_is_twice_the_last(
    throttle: Throttle, redis: Redis
) -> None:
    assert [await throttle.begin(IIN) for _ in range(5)] == [0] * 5
    waits = []
    for _ in range(9):
        waits.append(await throttle.begin(IIN))
        await opened(redis)
        assert await throttle.begin(IIN) == 0
    due = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]
    assert all(due_s - 100 < wait_s <= due_s for wait_s, due_s in zip(waits, due, strict=True))


async def test_of_a_crowd_no_more_get_a_try_than_one_by_one(throttle: Throttle) -> None:
    assert (await asyncio.gather(*(throttle.begin(IIN) for _ in range(50)))).count(0) == 5


async def test_the_right_one_forgives_and_others_are_not_touched(throttle: Throttle) -> None:
    for _ in range(6):
        await throttle.begin(IIN)
    assert await throttle.begin(IIN, "known device") == 0
    await throttle.forgive(IIN)
    assert await throttle.begin(IIN) == 0


async def test_tries_are_forgotten_by_themselves_and_nothing_is_kept_in_the_clear(
    throttle: Throttle, redis: Redis
) -> None:
    await throttle.begin(IIN, "secret")
    (key,) = await redis.keys()
    assert 59_900 < await redis.ttl(key) <= 60_000
    assert IIN.encode() not in key


async def test_without_redis_it_is_said_plainly(seal: Seal) -> None:
    with pytest.raises(Unavailable, match="sign_in_unavailable"):
        await Throttle(connect("redis://127.0.0.1:9/0", 0.3), seal, SETTINGS).begin(IIN)
