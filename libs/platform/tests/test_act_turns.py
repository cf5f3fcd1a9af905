"""A crowd's receipts are finished as they came, a few at once, each once for all who wait for it."""

import asyncio
from collections.abc import Callable
from uuid import UUID

import pytest

from kezek.contracts.ids import new_id
from kezek.platform.act_outcomes import Outcome
from kezek.platform.act_turns import Turns
from kezek.platform.errors import Unavailable

LONG_S, AT_ONCE = 10.0, 2


class Crowd:
    """Receipts that are finished when they are let, and the order in which they were begun."""

    def __init__(self) -> None:
        self.turns = Turns(AT_ONCE)
        self.let = asyncio.Event()
        self.begun: list[UUID] = []

    def finishing(self, receipt_id: UUID) -> Callable[[], asyncio.Future[Outcome]]:
        async def finish() -> Outcome:
            self.begun.append(receipt_id)
            await self.let.wait()
            return Outcome(result={"receipt": str(receipt_id)})

        return lambda: asyncio.ensure_future(finish())

    async def finish(self, receipt_id: UUID, within_s: float = LONG_S) -> Outcome | None:
        return await self.turns.finish(receipt_id, self.finishing(receipt_id), within_s)


async def _all_run() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_the_first_that_came_is_begun_first_and_a_few_at_once() -> None:
    crowd, receipts = Crowd(), [new_id() for _ in range(6)]
    waiting = [asyncio.create_task(crowd.finish(each)) for each in receipts]
    await _all_run()
    assert crowd.begun == receipts[:AT_ONCE]
    crowd.let.set()
    outcomes = await asyncio.gather(*waiting)
    assert crowd.begun == receipts
    assert [outcome.result for outcome in outcomes if outcome] == [{"receipt": str(each)} for each in receipts]


async def test_who_waits_no_longer_ends_it_for_nobody_and_who_comes_again_waits_for_the_same() -> None:
    crowd, receipt = Crowd(), new_id()
    assert await crowd.finish(receipt, within_s=0.01) is None
    again = [asyncio.create_task(crowd.finish(receipt)) for _ in range(3)]
    await _all_run()
    crowd.let.set()
    assert [outcome.result for outcome in await asyncio.gather(*again) if outcome] == [{"receipt": str(receipt)}] * 3
    assert crowd.begun == [receipt]


async def test_what_could_not_be_finished_is_told_and_begun_anew_by_who_comes_again() -> None:
    turns, receipt, tried = Turns(AT_ONCE), new_id(), 0

    async def silent() -> Outcome:
        nonlocal tried
        tried += 1
        raise Unavailable("revocation_unavailable")

    for number in (1, 2):
        with pytest.raises(Unavailable):
            await turns.finish(receipt, silent, LONG_S)
        assert tried == number


async def test_who_waits_behind_many_is_told_to_ask_later_than_who_is_next() -> None:
    crowd, receipts = Crowd(), [new_id() for _ in range(200)]
    assert crowd.turns.ask_again_after_s(new_id()) == 1, "what is not here may be asked for at once"
    waiting = [asyncio.create_task(crowd.finish(each)) for each in receipts]
    await _all_run()
    soon, late = (crowd.turns.ask_again_after_s(each) for each in (receipts[0], receipts[-1]))
    assert 1 == soon < late <= 30
    crowd.let.set()
    await asyncio.gather(*waiting)
    again = new_id()
    await crowd.finish(again)
    assert crowd.turns.ask_again_after_s(again) == 1


async def test_closed_nothing_goes_on() -> None:
    crowd, receipts = Crowd(), [new_id() for _ in range(4)]
    assert [await crowd.finish(each, within_s=0) for each in receipts] == [None] * 4
    crowd.turns.close()
    crowd.let.set()
    await _all_run()
    assert len(crowd.begun) <= AT_ONCE
