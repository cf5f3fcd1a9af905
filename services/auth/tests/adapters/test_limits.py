import asyncio

import pytest
from redis.asyncio import Redis

from kezek.auth.adapters.limits import Limits, Window
from kezek.auth.adapters.redis import connect
from kezek.auth.adapters.sealing import Seal
from kezek.platform.errors import Unavailable

IIN, ADDRESS = "991399000009", "127.1.2.3"
FEW, MANY = Window("few", 3, 60), Window("many", 10, 3600)


@pytest.fixture
def limits(redis: Redis, seal: Seal) -> Limits:
    return Limits(redis, seal)


async def test_as_often_as_allowed_and_then_the_seconds_to_wait(limits: Limits) -> None:
    assert [await limits.spend(FEW.of(IIN)) for _ in range(3)] == [0, 0, 0]
    assert 30 < await limits.spend(FEW.of(IIN)) <= 60
    assert await limits.spend(FEW.of(ADDRESS)) == 0


async def test_of_a_crowd_exactly_as_many_as_allowed_get_through(limits: Limits) -> None:
    answers = await asyncio.gather(*(limits.spend(FEW.of(IIN), MANY.of(ADDRESS)) for _ in range(50)))
    assert answers.count(0) == 3


async def test_a_full_window_charges_none_of_the_others(limits: Limits) -> None:
    for _ in range(3):
        await limits.spend(FEW.of(IIN))
    for _ in range(20):
        assert await limits.spend(MANY.of(ADDRESS), FEW.of(IIN)) > 0
    *free, wait_s = [await limits.spend(MANY.of(ADDRESS)) for _ in range(11)]
    assert free == [0] * 10
    assert 3500 < wait_s <= 3600


async def test_the_longest_wait_is_told(limits: Limits) -> None:
    for _ in range(3):
        await limits.spend(FEW.of(IIN))
    for _ in range(10):
        await limits.spend(MANY.of(IIN))
    assert await limits.wait_s(FEW.of(IIN), MANY.of(IIN)) > 3500


async def test_looking_charges_nothing(limits: Limits) -> None:
    assert [await limits.wait_s(FEW.of(IIN)) for _ in range(9)] == [0] * 9
    assert await limits.spend(FEW.of(IIN)) == 0


async def test_a_window_begins_anew_when_it_is_over_or_forgiven(limits: Limits, redis: Redis) -> None:
    for _ in range(3):
        await limits.spend(FEW.of(IIN))
    (key,) = await redis.keys()
    await redis.pexpireat(key, 1)
    assert [await limits.spend(FEW.of(IIN)) for _ in range(4)].count(0) == 3
    await limits.forgive(FEW.of(IIN))
    assert await limits.spend(FEW.of(IIN)) == 0


async def test_nothing_is_allowed_where_the_limit_is_none(limits: Limits) -> None:
    assert await limits.spend(Window("closed", 0, 60).of(IIN)) == 60


async def test_redis_holds_no_subject_in_the_clear_and_every_window_ends(limits: Limits, redis: Redis) -> None:
    await limits.spend(FEW.of(IIN), MANY.of(ADDRESS), MANY.of())
    keys = await redis.keys()
    assert len(keys) == 3
    assert not [key for key in keys if IIN.encode() in key or ADDRESS.encode() in key]
    assert all([0 < await redis.ttl(key) <= 3600 for key in keys])
    assert IIN not in repr(FEW.of(IIN))


async def test_without_redis_it_is_said_plainly(seal: Seal) -> None:
    with pytest.raises(Unavailable, match="sign_in_unavailable"):
        await Limits(connect("redis://127.0.0.1:9/0", 0.3), seal).spend(FEW.of(IIN))
