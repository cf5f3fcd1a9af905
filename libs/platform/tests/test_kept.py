import asyncio

import pytest

from kezek.platform.http.kept import Kept


class Source:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.fails = False
        self.gate = asyncio.Event()
        self.gate.set()

    async def make(self) -> bytes:
        self.asked += 1
        await self.gate.wait()
        if self.fails:
            raise ConnectionError
        return b"%d" % self.asked


async def test_a_crowd_that_asks_the_same_costs_one_question() -> None:
    source, kept = Source(), Kept(60)
    source.gate.clear()
    crowd = [asyncio.create_task(kept.get("vacancies", source.make)) for _ in range(50)]
    await asyncio.sleep(0)
    source.gate.set()
    assert set(await asyncio.gather(*crowd)) == {b"1"}
    assert await kept.get("vacancies", source.make) == b"1"
    assert await kept.get("others", source.make) == b"2"


async def test_after_the_moment_it_is_asked_anew() -> None:
    source, kept = Source(), Kept(0)
    assert [await kept.get("vacancies", source.make) for _ in range(2)] == [b"1", b"2"]


async def test_a_failure_is_told_to_all_who_wait_and_not_kept() -> None:
    source, kept = Source(), Kept(60)
    source.fails = True
    answers = await asyncio.gather(*(kept.get("vacancies", source.make) for _ in range(2)), return_exceptions=True)
    assert [type(each) for each in answers] == [ConnectionError] * 2
    source.fails = False
    assert await kept.get("vacancies", source.make) == b"2"


async def test_who_asks_no_longer_ends_it_for_nobody_else() -> None:
    source, kept = Source(), Kept(60)
    source.gate.clear()
    first, second = (asyncio.create_task(kept.get("vacancies", source.make)) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    source.gate.set()
    assert await second == b"1"
    with pytest.raises(asyncio.CancelledError):
        await first


async def test_only_so_many_answers_are_kept() -> None:
    source, kept = Source(), Kept(60, at_most=2)
    for asked in ("a", "b", "c", "c", "a"):
        await kept.get(asked, source.make)
    assert source.asked == 4
