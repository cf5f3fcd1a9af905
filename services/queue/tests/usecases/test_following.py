"""What applications says of a queued child later on (domain §3, §5.1, §6.6)."""

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any

import pytest


def lines(ledger: Any) -> list[tuple[str, str]]:
    return [(what, reason) for _, what, _, reason in ledger]


async def test_a_child_of_a_better_class_moves_forward_and_the_ledger_says_why(play: Any) -> None:
    await play.queued("g1")
    await play.queued("g2", minute=1)
    await play.corrected("g2", "priority", minute=1, version=2, reason="application_changed")
    assert await play.place_of("g2") == 1
    assert lines(await play.ledger())[-1] == ("changed", "application_changed")


async def test_an_older_word_and_the_same_word_twice_change_nothing(play: Any) -> None:
    await play.queued("g1")
    await play.corrected("g1", "priority", version=3)
    before = (await play.ledger(), await play.events())
    await play.corrected("g1", "priority", version=3)
    await play.corrected("g1", "extraordinary", version=2)
    await play.queued("g1")
    assert (await play.ledger(), await play.events()) == before
    assert (await play.position("g1")).queue_class.value == "priority"


async def test_a_newer_word_that_says_the_same_writes_no_line(play: Any) -> None:
    await play.queued("g1")
    await play.corrected("g1", version=2)
    await play.corrected("g1", "priority", version=1)
    assert len(await play.ledger()) == 1


async def test_a_change_that_is_heard_before_the_application_enters_it(play: Any) -> None:
    await play.corrected("g1", "priority", version=2)
    await play.queued("g1")
    assert (await play.position("g1")).queue_class.value == "priority"
    assert [event["type"] for event in await play.events()] == ["queue.placed.v1"]


async def test_languages_are_judged_from_the_next_call_on(play: Any) -> None:
    await play.queued("g1", languages=["kk"])
    await play.corrected("g1", languages=["ru"], version=2)
    assert await play.offered("a", language="kk") == ["nobody"]
    assert await play.offered("b", language="ru") == ["g1"]


async def test_a_corrected_birth_date_is_judged_from_the_next_call_on(play: Any) -> None:
    await play.queued("g1", born=date(2025, 1, 1))
    await play.corrected("g1", version=2)
    assert await play.offered("a") == ["g1"]


async def test_a_child_goes_over_to_another_queue_at_its_own_time(play: Any) -> None:
    other = replace(play.ref, district="1132")
    await play.queued("g1", minute=1)
    await play.place(play.application("g2", minute=2).model_copy(update={"queue": other}))
    await play.corrected("g1", minute=1, version=2, queue=other, reason="queue_changed")
    assert lines(await play.ledger()) == [("entered", "queued"), ("moved_away", "queue_changed")]
    assert lines(await play.ledger(other)) == [("entered", "queued"), ("moved_here", "queue_changed")]
    assert (await play.position("g1")).queue == other
    assert (await play.place_of("g1"), await play.place_of("g2")) == (1, 2)


async def test_a_move_is_told_with_its_queues_its_reason_and_whose_doing_it_was(play: Any) -> None:
    other = replace(play.ref, district="1132")
    await play.queued("g1")
    await play.corrected("g1", version=4, queue=other, reason="queue_changed")
    moved = (await play.events())[-1]
    assert (moved["type"], moved["version"]) == ("queue.moved.v1", 4)
    told = {name: moved["payload"][name] for name in ("reason", "rule", "actor", "ledger_sequence")}
    assert told == {"reason": "queue_changed", "rule": "application", "actor": "applicant", "ledger_sequence": 1}
    assert moved["payload"]["from_queue"]["district"] == "1110"


async def test_who_has_moved_is_called_where_it_stands(play: Any) -> None:
    await play.queued("g1")
    await play.corrected("g1", version=2, queue=replace(play.ref, district="1132"))
    assert await play.offered("a") == ["nobody"]


@pytest.mark.parametrize("started", [True, False])
async def test_a_child_that_moves_while_called_keeps_its_call_and_is_free_with_its_answer(
    play: Any, started: bool
) -> None:
    other = replace(play.ref, district="1132")
    await play.queued("p1", "priority")
    assert await play.offered("a") == ["p1"]
    call = await play.open_call("p1")
    await play.corrected("p1", "priority", version=2, queue=other)
    assert (await play.position("p1")).being_called
    await play.answer(call, started=started)
    closed = "turn_began" if started else "call_unmade"
    assert [what for what, _ in lines(await play.ledger())] == ["entered", "called", "moved_away", closed]
    assert [what for what, _ in lines(await play.ledger(other))] == ["moved_here", closed]
    assert await play.owed() == (3 if started else 0)


async def test_what_referrals_says_of_a_moved_child_counts_where_it_stands(play: Any) -> None:
    other = replace(play.ref, district="1132")
    await play.queued("g1")
    await play.corrected("g1", version=2, queue=other)
    await play.changed("g1", 1, waiting=False)
    assert not (await play.position("g1")).waiting
    assert [what for what, _ in lines(await play.ledger(other))] == ["moved_here", "left"]


async def test_an_end_heard_in_another_queue_at_the_same_time_keeps_the_child_out(play: Any) -> None:
    other = replace(play.ref, district="1132")
    for number in range(10):
        name = f"g{number}"
        await asyncio.gather(
            play.corrected(name, version=2, queue=other), play.changed(name, 1, waiting=False), play.queued(name)
        )
    assert [(await play.position(f"g{number}")).waiting for number in range(10)] == [False] * 10


async def test_crosswise_moves_at_once_lose_nobody(play: Any) -> None:
    other = replace(play.ref, district="1132")
    for number in range(8):
        await play.queued(f"g{number}", minute=number)
    await asyncio.gather(*(play.corrected(f"g{number}", version=2, queue=other) for number in range(8)))
    moves = [play.corrected(f"g{n}", version=3, queue=play.ref if n % 2 else other) for n in range(8)]
    await asyncio.gather(*moves, play.offered("a", "b"))
    assert sum([(await play.position(f"g{number}")).queue == play.ref for number in range(8)]) == 4
