"""Nobody is called by a benefit that is over, whoever tells of its end first (domain §6.7)."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.values import StandsThen
from kezek.contracts.vocabulary import GroupKind, QueueClass
from kezek.queue.usecases.verify_ledger import verify_ledger

MIDNIGHT = datetime(2026, 11, 30, 19, tzinfo=UTC)
JUST_BEFORE = MIDNIGHT - timedelta(microseconds=1)


def over(queue_class: str = "general", kind: str = "general", *, unproved: bool = False) -> StandsThen:
    return StandsThen(at=MIDNIGHT, kind=GroupKind(kind), queue_class=QueueClass(queue_class), unproved=unproved)


async def kept(play: Any) -> int:
    async with play.database.read() as tx:
        return int(await tx.value(sa.text("select count(*) from benefit_end")))


async def is_sound(play: Any) -> bool:
    async with play.database.snapshot() as tx:
        return not [wrong async for each in verify_ledger(tx) for wrong in each.differences]


async def two_families(play: Any, **ends: Any) -> None:
    """Of a general child and one whose benefit ends at the midnight."""
    await play.queued("g1")
    await play.queued("e1", "extraordinary", minute=1, ends=[over(**ends)])


async def test_a_place_of_just_before_the_end_is_the_benefits(play: Any) -> None:
    await two_families(play)
    play.now = JUST_BEFORE
    assert await play.offered("a", "b") == ["e1", "g1"]
    assert await kept(play) == 1


@pytest.mark.parametrize(("unproved", "reason"), [(False, "benefit_expired"), (True, "benefit_not_proved")])
async def test_a_place_of_the_midnight_of_the_end_goes_by_what_counts_then(
    play: Any, unproved: bool, reason: str
) -> None:
    await two_families(play, unproved=unproved)
    play.now = MIDNIGHT
    assert await play.offered("a", "b") == ["g1", "e1"]
    assert ("changed", reason) in [(what, why) for _, what, _, why in await play.ledger()]
    assert (await kept(play), await is_sound(play)) == (0, True)


async def test_what_applications_tells_of_the_end_afterwards_changes_nothing(play: Any) -> None:
    await two_families(play)
    play.now = MIDNIGHT
    await play.offered("a")
    before = await play.ledger()
    await play.corrected("e1", minute=1, version=2, reason="benefit_expired")
    assert await play.ledger() == before
    assert (await play.position("e1")).queue_class is QueueClass.GENERAL


async def test_a_proof_that_was_renewed_counts_on(play: Any) -> None:
    await two_families(play)
    later = replace(over(), at=MIDNIGHT + timedelta(days=90))
    await play.corrected("e1", "extraordinary", minute=1, version=2, ends=[later])
    play.now = MIDNIGHT
    assert await play.offered("a") == ["e1"]
    assert await kept(play) == 1


async def test_an_older_word_that_comes_after_the_end_revives_nothing(play: Any) -> None:
    await two_families(play)
    play.now = MIDNIGHT
    await play.corrected("e1", "extraordinary", minute=1, version=2, ends=[over()])
    assert await play.place_of("e1") == 2
    assert await kept(play) == 0


async def test_twins_lose_the_better_class_that_one_of_them_had(play: Any) -> None:
    await play.queued("g1")
    await play.queued("e1", "extraordinary", minute=1, twins="t", ends=[over("priority")])
    await play.queued("e2", minute=1, serial=2, twins="t")
    play.now = MIDNIGHT
    await play.queued("e3", "extraordinary", minute=5)
    assert await play.offered("a", "b", "c", "d") == ["e3", "e1", "e2", "g1"]
    assert await is_sound(play)


async def test_whose_conclusion_has_ended_is_called_in_the_general_queue_and_no_more_in_its_own(play: Any) -> None:
    general, play.ref = play.ref, replace(play.ref, kind=GroupKind.CORRECTIONAL)
    await play.queued("e1", ends=[over(kind="general")])
    await play.queued("e2", minute=1)
    play.now = MIDNIGHT
    assert await play.offered("a") == ["e2"]
    play.ref = general
    assert await play.offered("b") == ["e1"]
    moved = [each for each in await play.events() if each["type"] == "queue.moved.v1"]
    assert [each["payload"]["reason"] for each in moved] == ["benefit_expired"]
    assert await is_sound(play)


async def test_of_who_is_enrolled_nothing_ends_and_nothing_is_told(play: Any) -> None:
    play.ref = replace(play.ref, kind=GroupKind.CORRECTIONAL)
    await play.queued("e1", ends=[over(kind="general")])
    await play.changed("e1", 1, waiting=False, status="enrolled")
    before = await play.ledger()
    play.now = MIDNIGHT
    assert await play.offered("a") == ["nobody"]
    assert [what for _, what, _, _ in (await play.ledger())[len(before) :]] == ["nobody"]
    assert "queue.moved.v1" not in [each["type"] for each in await play.events()]
    assert await kept(play) == 0


async def test_ends_and_what_applications_tells_of_them_at_once_are_one_change(play: Any) -> None:
    for number in range(6):
        await play.queued(f"e{number}", "extraordinary", minute=number, ends=[over()])
    play.now = MIDNIGHT
    told = [play.corrected(f"e{number}", minute=number, version=2) for number in range(6)]
    await asyncio.gather(*told, play.offered("a", "b", "c"))
    changed = [application_id for _, what, application_id, _ in await play.ledger() if what == "changed"]
    assert (len(changed), len(set(changed))) == (6, 6)
    assert (await kept(play), await is_sound(play)) == (0, True)
