"""What has changed in the order around a child, each with its reason."""

from collections.abc import Sequence
from typing import Any

import pytest

from kezek.platform.errors import NotFound
from kezek.queue.adapters import store
from kezek.queue.usecases.read_changes import OrderChange, OrderChanges, read_changes


async def changes_of(play: Any, name: str, *, limit: int = 20) -> Sequence[OrderChange]:
    return (await answer_for(play, name, limit=limit)).items


async def answer_for(play: Any, name: str, *, limit: int = 20) -> OrderChanges:
    application = play.application(name)
    async with play.database.read() as tx:
        person = application.applicant_id
        return await read_changes(tx, application.application_id, person_id=person, limit=limit)


def told(changes: Sequence[OrderChange]) -> list[tuple[str, str]]:
    return [(each.change.value, each.reason.value) for each in changes if not each.own]


async def test_who_waits_reads_who_left_before_it_and_came_back_and_why(play: Any) -> None:
    for minute, name in enumerate(("g1", "g2", "g3")):
        await play.queued(name, minute=minute)
    await play.changed("g1", 1, waiting=False)
    await play.changed("g3", 1, waiting=False)
    await play.changed("g1", 2, waiting=True, reason="no_choice_in_time")

    changes = await changes_of(play, "g2")

    assert told(changes) == [("returned", "no_choice_in_time"), ("left", "turn_started")]
    assert [each.change.value for each in changes if each.own] == ["entered"]
    assert told(await changes_of(play, "g3")) == told(changes)
    assert told(await changes_of(play, "g1")) == []


async def test_an_earlier_application_of_the_class_that_comes_later_is_told(play: Any) -> None:
    await play.queued("g2", minute=2)
    await play.queued("g1", minute=1)
    await play.queued("g3", minute=3)

    assert told(await changes_of(play, "g2")) == [("entered", "queued")]


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ("general", "extraordinary", [False]),
        ("priority", "extraordinary", [False]),
        ("general", "priority", [True]),
        ("priority", "general", [True]),
        ("extraordinary", "priority", []),
        ("extraordinary", "general", []),
    ],
)
async def test_of_another_class_is_told_what_may_go_before(
    play: Any, own: str, other: str, expected: list[bool]
) -> None:
    await play.queued("mine", own)
    await play.queued("theirs", other, minute=5)

    assert [each.in_turn for each in await changes_of(play, "mine") if not each.own] == expected


async def test_the_newest_come_first_and_no_more_than_asked_for(play: Any) -> None:
    await play.queued("g2", minute=2)
    for minute in (-3, -2, -1):
        await play.queued(f"e{minute}", "extraordinary", minute=minute)

    changes = await changes_of(play, "g2", limit=2)

    assert [each.sequence for each in changes] == [4, 3]


async def test_of_others_only_the_last_lines_are_looked_at_and_of_ones_own_all(
    play: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for minute, name in enumerate(("g0", "g1", "g2")):
        await play.queued(name, minute=minute)
    await play.changed("g0", 1, waiting=False)
    for minute in (10, 11):
        await play.queued(f"g{minute}", minute=minute)
    assert told(await changes_of(play, "g2")) == [("left", "turn_started")]

    monkeypatch.setattr(store, "CHANGES_WITHIN", 2)
    changes = await changes_of(play, "g2")

    assert [(each.sequence, each.own) for each in changes] == [(3, True)]


@pytest.mark.parametrize(("within", "complete"), [(2000, True), (2, True), (1, False)])
async def test_it_is_told_whether_the_lines_reach_back_to_where_the_child_joined(
    play: Any, monkeypatch: pytest.MonkeyPatch, *, within: int, complete: bool
) -> None:
    for minute, name in enumerate(("g0", "g1", "g2", "g3")):
        await play.queued(name, minute=minute)
    monkeypatch.setattr(store, "CHANGES_WITHIN", within)

    assert (await answer_for(play, "g1")).complete is complete


async def test_what_the_limit_leaves_out_is_missing(play: Any) -> None:
    await play.queued("g2", minute=2)
    await play.queued("g1", minute=1)

    assert (await answer_for(play, "g2", limit=2)).complete
    assert not (await answer_for(play, "g2", limit=1)).complete


async def test_another_queue_and_another_applicant_hear_nothing(play: Any) -> None:
    await play.queued("g1")
    async with play.database.read() as tx:
        with pytest.raises(NotFound, match="position_not_found"):
            await read_changes(tx, play.id_of("g1"), person_id=play.id_of("stranger"), limit=20)
        with pytest.raises(NotFound, match="position_not_found"):
            await read_changes(tx, play.id_of("nowhere"), person_id=play.id_of("stranger"), limit=20)
