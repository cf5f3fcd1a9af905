"""Positions by the ranks in Redis are those by the rows, whatever happens to Redis (ADR 30)."""

import asyncio
import random
from collections.abc import AsyncIterator
from typing import Any

import pytest
import sqlalchemy as sa
from redis.asyncio import Redis

from kezek.queue.adapters import standing
from kezek.queue.adapters.ranks import PREFIX, Ranks, connect
from kezek.queue.usecases.keep_ranks import follow_ledger, keep_ranks, rebuild
from kezek.queue.usecases.read_position import Position, read_position

from .test_verifying import story  # noqa: TID252  # one story for both

PARENT_OF_ALL = sa.text("select application_id, applicant_id from entry order by application_id")


@pytest.fixture
async def ranks(play: Any, make_settings: Any) -> AsyncIterator[Ranks]:
    """As the queue's own user of Redis."""
    assert play
    found = Ranks(connect((await make_settings("queue")).redis_url, 2.0))
    yield found
    await found.close()


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    async with Redis.from_url(redis_url, decode_responses=True) as client:
        yield client


async def positions(play: Any, ranks: Ranks | None) -> list[Position]:
    async with play.database.read() as tx:
        rows = await tx.rows(PARENT_OF_ALL)
        return [
            await read_position(
                tx, row.application_id, person_id=row.applicant_id, now=play.database.clock.now(), ranks=ranks
            )
            for row in rows
        ]


def alike(found: list[Position]) -> list[Any]:
    return [(each.application_id, each.ahead, each.in_order, each.ledger_sequence, each.waiting) for each in found]


class Asked(Ranks):
    """Counts how often it could answer."""

    answered = 0

    async def find(self, *asked: Any) -> Any:
        found = await super().find(*asked)
        self.answered += found is not None
        return found


async def agree(play: Any, ranks: Ranks, *, by_ranks: bool = True) -> None:
    asked = Asked(ranks.redis)
    by_both, by_rows = await positions(play, asked), await positions(play, None)
    assert alike(by_both) == alike(by_rows)
    assert asked.answered == (len(by_rows) if by_ranks else 0)


@pytest.mark.parametrize("seed", range(6))
async def test_positions_agree_over_random_histories(play: Any, ranks: Ranks, seed: int) -> None:
    for part in range(4):
        await story(play, 10 * seed + part, steps=20, first=20 * part)
        await follow_ledger(play.database, ranks)
        await agree(play, ranks)


async def test_ranks_that_are_behind_are_not_asked(play: Any, ranks: Ranks) -> None:
    await play.queued("g1")
    await follow_ledger(play.database, ranks)
    await play.queued("g2", minute=-1)
    await agree(play, ranks, by_ranks=False)


@pytest.mark.parametrize("part", ["all", "general", "state", "one child", "groups"])
async def test_an_emptied_redis_answers_nothing_and_is_filled_again(
    play: Any, ranks: Ranks, redis: Redis, part: str
) -> None:
    await story(play, 7)
    await follow_ledger(play.database, ranks)
    key = PREFIX + str(play.ref)
    base = f"{key}:{await redis.hget(key, 'generation')}:"
    match part:
        case "all":
            await redis.flushdb()
        case "general":
            await redis.delete(base + "general")
        case "state":
            await redis.delete(key)
        case "groups":
            await redis.delete(base + "general", base + "groups", key)
        case _:
            await redis.zremrangebyrank(base + "general", 0, 0)
    assert alike(await positions(play, ranks)) == alike(await positions(play, None))
    await redis.delete(key)
    await follow_ledger(play.database, ranks)
    await agree(play, ranks)


async def test_redis_emptied_while_ranks_are_written_anew_is_noticed(
    play: Any, ranks: Ranks, redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        await play.queued(f"g{number}", minute=number, serial=number + 1)
    everybody = standing.all_placed

    async def emptied_in_the_middle(tx: Any, queue: str) -> AsyncIterator[Any]:
        async for number, child in _numbered(everybody(tx, queue)):
            if number == 3:
                await redis.flushdb()
            yield child

    monkeypatch.setattr("kezek.queue.adapters.ranks._PART", 2)
    monkeypatch.setattr(standing, "all_placed", emptied_in_the_middle)
    assert not await rebuild(play.database, ranks, str(play.ref))
    monkeypatch.undo()
    await follow_ledger(play.database, ranks)
    await agree(play, ranks)


async def _numbered(items: AsyncIterator[Any]) -> AsyncIterator[tuple[int, Any]]:
    number = 0
    async for item in items:
        number += 1
        yield number, item


async def test_a_former_generation_is_gone_when_the_next_is_in_force(play: Any, ranks: Ranks, redis: Redis) -> None:
    await story(play, 5)
    await follow_ledger(play.database, ranks)
    before = set(await redis.keys(PREFIX + "*"))
    assert await rebuild(play.database, ranks, str(play.ref))
    after = set(await redis.keys(PREFIX + "*"))
    ours = PREFIX + str(play.ref)
    assert {each for each in before & after if each.startswith(ours + ":")} == set()
    assert all([await redis.ttl(each) == -1 for each in after])


async def test_two_workers_apply_the_same_lines_once(play: Any, ranks: Ranks) -> None:
    await play.queued("g1")
    await follow_ledger(play.database, ranks)
    for number in range(2, 9):
        await play.queued(f"g{number}", minute=number, serial=number, twins="a" if number < 5 else None)
        await asyncio.gather(*(follow_ledger(play.database, ranks) for _ in range(4)))
    await agree(play, ranks)


async def test_the_worker_follows_what_is_written(play: Any, ranks: Ranks) -> None:
    following = asyncio.create_task(keep_ranks(play.database, ranks))
    try:
        for number in range(5):
            await play.queued(f"g{number}", minute=number, serial=number)
        async with asyncio.timeout(4):
            while (await ranks.applied([str(play.ref)]))[str(play.ref)] != 5:  # noqa: ASYNC110 - Redis tells nobody
                await asyncio.sleep(0.01)
    finally:
        following.cancel()
    await agree(play, ranks)


async def test_who_is_far_behind_is_written_anew(play: Any, ranks: Ranks, monkeypatch: pytest.MonkeyPatch) -> None:
    await play.queued("g0")
    await follow_ledger(play.database, ranks)
    monkeypatch.setattr("kezek.queue.usecases.keep_ranks.TOUCHED_AT_MOST", 3)
    await story(play, 11)
    await follow_ledger(play.database, ranks)
    await agree(play, ranks)


async def test_a_redis_that_is_away_costs_a_moment_once(play: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kezek.queue.adapters.ranks._AWAY_FOR_S", 600)
    await play.queued("g1")
    away, tries = Ranks(connect("redis://127.0.0.1:1/0", 0.1)), 0
    calling = away._find

    async def counted(**asked: Any) -> Any:
        nonlocal tries
        tries += 1
        return await calling(**asked)

    monkeypatch.setattr(away, "_find", counted)
    for _ in range(5):
        assert alike(await positions(play, away)) == alike(await positions(play, None))
    assert tries == 1


@pytest.mark.parametrize("seed", range(2))
async def test_the_same_instant_is_ordered_by_number_also_among_twins(play: Any, ranks: Ranks, seed: int) -> None:
    chance = random.Random(seed)
    serials = chance.sample(range(1, 30), 20)
    for serial in serials:
        twins = chance.choice([None, "a", "b", "c"])
        await play.queued(f"g{serial}", minute=chance.randrange(2), serial=serial, twins=twins)
    await follow_ledger(play.database, ranks)
    await agree(play, ranks)
