"""Entering the order, waiting and returning (domain §5.3)."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.children import StopList
from kezek.contracts.hints import HintKind, person, queue
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind
from kezek.platform.errors import NotFound
from kezek.platform.testing import deliver
from kezek.queue.adapters import store
from kezek.queue.entrypoints.consumers import consumers
from kezek.queue.usecases.read_position import read_position
from kezek.queue.usecases.verify_ledger import verify_ledger

STRANGER = UUID(int=99)
OTHER = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2022)
NOW = datetime(2026, 11, 21, tzinfo=UTC)


async def test_first_come_stands_first_whatever_arrives_first(play: Any) -> None:
    await play.queued("g2", minute=2)
    await play.queued("g1", minute=1)
    assert (await play.place_of("g1"), await play.place_of("g2")) == (1, 2)


async def test_same_instant_is_decided_by_number(play: Any) -> None:
    await play.queued("g2", serial=20)
    await play.queued("g1", serial=3)
    assert (await play.place_of("g1"), await play.place_of("g2")) == (1, 2)


async def test_placed_tells_position_and_ledger_number(play: Any) -> None:
    await play.queued("g1")
    await play.queued("g2", minute=1)
    told = [event["payload"] for event in await play.events()]
    assert [(each["position"], each["ledger_sequence"]) for each in told] == [(1, 1), (2, 2)]


async def test_open_pages_of_the_family_and_of_the_queue_are_hinted(play: Any, hinted: Any) -> None:
    await play.queued("g1")
    await play.queued("g2", minute=1)
    for name in ("g1", "g2"):
        await hinted(person(play.application(name).applicant_id), HintKind.POSITION, play.id_of(name))
    await hinted(queue(play.ref), HintKind.POSITION, play.ref)


async def test_the_same_application_again_changes_nothing(play: Any) -> None:
    await play.queued("g1")
    await play.queued("g1")
    assert len(await play.events()) == len(await play.ledger()) == 1


async def test_who_came_with_a_stop_list_stands_in_no_order_until_it_is_over(play: Any) -> None:
    term = {"working_days": 10, "policy": "1116-1", "calendar_version": 1}
    stop_list = StopList(began_at=NOW, ends_at=NOW + timedelta(days=14), **term)
    await play.place(play.application("g1").model_copy(update={"stop_list": stop_list}))
    assert [what for _, what, *_ in await play.ledger()] == ["entered"]
    assert (await play.place_of("g1"), await play.events()) == (None, [])
    await play.changed("g1", 1, waiting=True, reason="stop_list_over")
    assert await play.place_of("g1") == 1


async def test_many_who_enter_at_once_stand_as_if_each_had_come_alone(play: Any) -> None:
    await play.queued("g1", minute=1)
    await play.queued("p1", "priority", minute=2)
    later = play.application("g4", minute=30).model_copy(update={"queue": OTHER})
    crowd = [
        play.application("g2", minute=20),
        play.application("g3", minute=10),
        play.application("e1", "extraordinary", minute=15),
        play.application("g5", minute=5, twins="a"),
        later,
        play.application("g6", minute=6, twins="a"),
        play.application("p2", "priority", minute=40),
    ]
    await deliver(play.database, consumers, *crowd, play.application("g1", minute=1))
    names = ["e1", "p1", "g1", "g5", "g6", "p2", "g3", "g2"]
    assert [await play.place_of(name) for name in names] == list(range(1, 9))
    told = [(play.name_of(each["key"]), each["payload"]["position"]) for each in (await play.events())[2:]]
    assert told == [("g4", 1), ("g2", 3), ("g3", 3), ("e1", 1), ("p2", 6), ("g5", 4), ("g6", 5)]
    assert [sequence for sequence, *_ in await play.ledger()] == list(range(1, 9))
    async with play.database.snapshot() as tx:
        assert [each.differences async for each in verify_ledger(tx)] == [(), ()]


async def test_what_is_said_of_those_who_stand_there_is_kept_after_who_enters_beside_them(play: Any) -> None:
    await play.queued("g1", minute=1)
    await play.queued("g9", minute=90)
    await play.changed("g3", 1, waiting=False)
    await deliver(
        play.database,
        consumers,
        play.application("g2", minute=2),
        play.application("g9", "priority", minute=90),
        play.application("g3", minute=3),
        play.application("g4", minute=4),
        play.application("g2", minute=2).model_copy(update={"queue": OTHER}),
    )
    lines = [(sequence, what, play.name_of(str(of))) for sequence, what, of, _ in await play.ledger()]
    assert lines[2:] == [
        (3, "entered", "g2"),
        (4, "entered", "g3"),
        (5, "entered", "g4"),
        (6, "changed", "g9"),
        (7, "moved_away", "g2"),
    ]
    told = [
        (each["type"], play.name_of(each["key"]), each["payload"]["ledger_sequence"]) for each in await play.events()
    ]
    assert told[2:] == [("queue.placed.v1", "g2", 3), ("queue.placed.v1", "g4", 5), ("queue.moved.v1", "g2", 1)]
    assert [await play.place_of(name) for name in ("g9", "g1", "g4", "g3", "g2")] == [1, 2, 3, None, 1]
    async with play.database.snapshot() as tx:
        assert [each.differences async for each in verify_ledger(tx)] == [(), ()]


async def test_classes_stand_in_the_merged_order(play: Any) -> None:
    for number in range(1, 6):
        await play.queued(f"g{number}", minute=number)
    for number in range(1, 3):
        await play.queued(f"p{number}", "priority", minute=10 + number)
    await play.queued("e1", "extraordinary", minute=20)
    names = ["e1", "p1", "g1", "g2", "g3", "p2", "g4", "g5"]
    assert [await play.place_of(name) for name in names] == list(range(1, 9))
    position = await play.position("g4")
    assert (position.ahead.extraordinary, position.ahead.priority, position.ahead.general) == (1, 2, 3)
    assert position.in_order == 8


async def test_who_does_not_wait_has_no_position(play: Any) -> None:
    await play.queued("g1")
    await play.queued("g2", minute=1)
    await play.changed("g1", 2, waiting=False)
    position = await play.position("g1")
    assert not position.waiting
    assert position.ahead is None
    assert await play.place_of("g2") == 1


async def test_a_returned_child_stands_at_its_own_time(play: Any) -> None:
    await play.queued("g1")
    await play.queued("g2", minute=1)
    await play.changed("g1", 2, waiting=False)
    await play.changed("g1", 3, waiting=True, reason="no_choice_in_time")
    assert await play.place_of("g1") == 1
    lines = [(what, reason) for _, what, application, reason in await play.ledger() if application == play.id_of("g1")]
    assert lines == [("entered", "queued"), ("left", "turn_started"), ("returned", "no_choice_in_time")]


async def test_an_older_word_of_the_candidate_revives_nobody(play: Any) -> None:
    await play.queued("g1")
    await play.changed("g1", 5, waiting=False, reason="referral_accepted")
    await play.changed("g1", 4, waiting=True, reason="stop_list_over")
    await play.changed("g1", 5, waiting=True, reason="stop_list_over")
    assert not (await play.position("g1")).waiting


async def test_a_late_application_stays_out_when_its_end_was_heard_first(play: Any) -> None:
    await play.changed("g1", 2, waiting=False, reason="place_chosen")
    await play.queued("g1")
    assert not (await play.position("g1")).waiting
    assert await play.events() == []


async def test_a_late_application_enters_when_the_candidate_waits_again(play: Any) -> None:
    await play.changed("g1", 3, waiting=True, reason="stop_list_over")
    await play.queued("g1")
    assert await play.place_of("g1") == 1


async def test_a_word_that_changes_no_order_writes_no_line(play: Any) -> None:
    await play.queued("g1")
    await play.changed("g1", 2, waiting=True)
    assert len(await play.ledger()) == 1


async def test_a_position_is_the_applicants_own(play: Any) -> None:
    await play.queued("g1")
    async with play.database.read() as tx:
        with pytest.raises(NotFound):
            await read_position(tx, play.id_of("g1"), person_id=STRANGER, now=NOW)
        with pytest.raises(NotFound):
            await read_position(tx, play.id_of("g2"), person_id=STRANGER, now=NOW)


async def test_who_comes_late_into_a_long_queue_has_its_number_at_once(
    play: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it is reckoned from behind or by counting all of them."""
    monkeypatch.setattr(store, "_BEHIND_AT_MOST", 2)
    minutes = [5, 1, 9, 3, 2, 8, 0]
    for number, minute in enumerate(minutes):
        await play.queued(f"g{number}", minute=minute, serial=number)
        await play.queued(f"p{number}", "priority", minute=minute, serial=20 + number)
        told = [event["payload"]["position"] for event in (await play.events())[-2:]]
        assert told[1] == await play.place_of(f"p{number}")
    assert await play.place_of("g0") == told_first_of(minutes)


def told_first_of(minutes: list[int]) -> int:
    """One priority child and three general ones, again and again: the general child with so many before it."""
    before = sorted(minutes).index(minutes[0])
    return before + before // 3 + 2
