"""What has changed in the order around a child, each with its reason."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kezek.platform.errors import NotFound
from kezek.platform.workdays import local_day
from kezek.queue.adapters import changes as stored
from kezek.queue.usecases.note_look import note_look
from kezek.queue.usecases.publish import publish_shipped
from kezek.queue.usecases.read_changes import OrderChange, OrderChanges, read_changes

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)


async def changes_of(play: Any, name: str, *, limit: int = 20) -> Sequence[OrderChange]:
    return (await answer_for(play, name, limit=limit)).items


async def answer_for(play: Any, name: str, *, limit: int = 20, now: datetime = NOW) -> OrderChanges:
    application = play.application(name)
    async with play.database.read() as tx:
        person = application.applicant_id
        return await read_changes(tx, application.application_id, person_id=person, now=now, limit=limit)


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


@pytest.mark.parametrize(
    ("own", "other", "told_of"),
    [("general", "priority", True), ("priority", "general", False), ("priority", "extraordinary", True)],
)
async def test_by_numbered_categories_a_later_one_never_goes_before(
    play: Any, own: str, other: str, *, told_of: bool
) -> None:
    await play.rules(1, numbered=True)
    await play.queued("mine", own)
    await play.queued("theirs", other, minute=-5)
    await play.corrected("theirs", other, version=2, minute=-5, languages=["kk"])

    assert [each.in_turn for each in await changes_of(play, "mine") if not each.own] == [False] * told_of


async def test_a_child_whose_category_changes_comes_before_or_goes_behind(play: Any) -> None:
    await play.rules(1, numbered=True)
    await play.queued("p1", "priority", minute=5)
    await play.queued("g1", minute=1)
    await play.corrected("g1", "priority", version=2, minute=1, reason="benefit_confirmed")
    await play.corrected("g1", "general", version=3, minute=1, reason="benefit_expired")

    found = [each for each in await changes_of(play, "p1") if not each.own]

    assert [(each.reason.value, each.more) for each in found] == [
        ("benefit_expired", False),
        ("benefit_confirmed", True),
    ]


async def test_it_is_told_since_when_another_policy_orders_the_queue(play: Any) -> None:
    later = NOW + timedelta(days=3)
    async with play.database.write() as tx:
        await publish_shipped(tx)
    await play.queued("g1")
    assert (await answer_for(play, "g1")).ordered_since is None
    await play.rules(1, begins=local_day(later), numbered=True)
    await play.rules(2, begins=local_day(later + timedelta(days=1)), numbered=True, max_places=7)
    assert (await answer_for(play, "g1")).ordered_since is None
    assert (await answer_for(play, "g1", now=later + timedelta(days=2))).ordered_since == local_day(later)


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

    monkeypatch.setattr(stored, "WITHIN", 2)
    changes = await changes_of(play, "g2")

    assert [(each.sequence, each.own) for each in changes] == [(3, True)]


@pytest.mark.parametrize(("within", "complete"), [(2000, True), (2, True), (1, False)])
async def test_it_is_told_whether_the_lines_reach_back_to_where_the_child_joined(
    play: Any, monkeypatch: pytest.MonkeyPatch, *, within: int, complete: bool
) -> None:
    for minute, name in enumerate(("g0", "g1", "g2", "g3")):
        await play.queued(name, minute=minute)
    monkeypatch.setattr(stored, "WITHIN", within)

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
            await read_changes(tx, play.id_of("g1"), person_id=play.id_of("stranger"), now=NOW, limit=20)
        with pytest.raises(NotFound, match="position_not_found"):
            await read_changes(tx, play.id_of("nowhere"), person_id=play.id_of("stranger"), now=NOW, limit=20)


@pytest.mark.parametrize(
    ("own", "was", "becomes", "expected"),
    [
        ("general", "general", "priority", (True, "priority")),
        ("general", "extraordinary", "general", (False, "extraordinary")),
        ("general", "priority", "extraordinary", None),
        ("priority", "general", "extraordinary", None),
        ("extraordinary", "priority", "extraordinary", None),
    ],
)
async def test_a_changed_child_is_told_if_it_comes_before_or_does_no_longer(
    play: Any, own: str, was: str, becomes: str, expected: tuple[bool, str] | None
) -> None:
    await play.queued("g1", own)
    await play.queued("g2", was, minute=5)
    await play.corrected("g2", becomes, minute=5, version=2, reason="benefit_confirmed")

    changed = [each for each in await changes_of(play, "g1") if each.change.value == "changed"]

    assert [(each.more, each.queue_class.value, each.reason.value) for each in changed] == (
        [] if expected is None else [(*expected, "benefit_confirmed")]
    )


async def test_who_goes_over_to_another_queue_is_told_in_both(play: Any) -> None:
    other = replace(play.ref, district="1132")
    await play.queued("g1", minute=1)
    await play.queued("g2", minute=2)
    await play.place(play.application("g3", minute=3).model_copy(update={"queue": other}))
    await play.corrected("g1", minute=1, version=2, queue=other, reason="queue_changed")

    assert told(await changes_of(play, "g2")) == [("moved_away", "queue_changed")]
    assert told(await changes_of(play, "g3")) == [("moved_here", "queue_changed")]
    assert [each.change.value for each in await changes_of(play, "g1") if each.own] == ["moved_here"]


async def counted(play: Any, name: str) -> list[tuple[str, bool, int]]:
    """What is told of others, oldest first: what it was, whether more may go before, how many."""
    return [
        (each.change.value, each.more, each.many) for each in reversed(await changes_of(play, name)) if not each.own
    ]


async def test_a_twin_that_joins_one_who_stands_before_is_told_though_it_is_later(play: Any) -> None:
    await play.queued("g1", minute=1, twins="a")
    await play.queued("g2", minute=5)
    await play.queued("g3", minute=9, twins="a")
    assert await play.place_of("g2") == 3
    assert await counted(play, "g2") == [("entered", True, 1)]


async def test_who_drops_behind_without_its_twin_is_counted_with_it(play: Any) -> None:
    await play.queued("g2", minute=5)
    await play.queued("g3", minute=9, twins="a")
    await play.queued("g1", minute=1, twins="a")
    assert await play.place_of("g2") == 3
    await play.changed("g1", 1, waiting=False)
    assert await play.place_of("g2") == 1
    await play.changed("g3", 1, waiting=False)
    assert await counted(play, "g2") == [("entered", True, 2), ("left", False, 2)]


async def test_twins_of_a_better_class_take_the_other_with_them_and_back(play: Any) -> None:
    await play.queued("e1", "extraordinary", minute=5)
    await play.queued("g1", minute=1, twins="a")
    await play.queued("g2", minute=8, twins="a")
    await play.corrected("g2", "extraordinary", minute=8, twins="a", version=2, reason="benefit_confirmed")
    await play.corrected("g2", minute=8, version=3)
    assert await counted(play, "e1") == [("changed", True, 2), ("changed", False, 2)]


async def test_a_called_twin_is_counted_when_it_leaves(play: Any) -> None:
    await play.queued("g1", minute=1, twins="a", separate=True)
    await play.queued("g3", minute=9, twins="a", separate=True)
    await play.queued("g2", minute=5)
    assert await play.offered("a") == ["g1"]
    await play.answered("g1", started=True)
    await play.changed("g1", 1, waiting=False)
    assert await play.place_of("g2") == 1
    assert await counted(play, "g2") == [("left", False, 2)]


async def test_ones_own_twin_is_told_by_what_is_its_own(play: Any) -> None:
    await play.queued("g2", minute=5, twins="a")
    await play.queued("g1", minute=1, twins="a")
    await play.queued("g3", minute=9, twins="a")
    assert await counted(play, "g2") == [("entered", True, 1)]
    await play.changed("g1", 1, waiting=False)
    assert await counted(play, "g2") == [("entered", True, 1), ("left", False, 1)]


async def looks(play: Any, name: str, minutes: int) -> None:
    application = play.application(name)
    async with play.database.write() as tx:
        await note_look(
            tx, application.application_id, person_id=application.applicant_id, now=NOW + timedelta(minutes=minutes)
        )


async def since(play: Any, name: str) -> Any:
    return (await answer_for(play, name)).since_look


async def test_what_is_new_since_the_last_look_is_counted_by_reason(play: Any) -> None:
    for minute, name in enumerate(("g1", "g2", "g3", "g4")):
        await play.queued(name, minute=minute)
    await looks(play, "g4", 0)
    assert await since(play, "g4") is None
    for name in ("g1", "g2"):
        await play.changed(name, 1, waiting=False)
    await play.corrected("g3", "priority", minute=2, version=2, reason="benefit_confirmed")
    await play.queued("p1", "priority", minute=9)
    await looks(play, "g4", 31)

    found = await since(play, "g4")

    assert (found.position, found.complete) == (4, True)
    assert {(each.change.value, each.reason.value, each.more, each.in_turn): each.many for each in found.items} == {
        ("left", "turn_started", False, False): 2,
        ("entered", "queued", True, True): 1,
    }


async def test_what_is_new_stays_new_while_the_page_is_read(play: Any) -> None:
    await play.queued("g1")
    await play.queued("g2", minute=1)
    await looks(play, "g2", 0)
    await play.changed("g1", 1, waiting=False)
    for minutes in (60, 70, 80, 90):
        await looks(play, "g2", minutes)
    assert [each.many for each in (await since(play, "g2")).items] == [1]
    await looks(play, "g2", 180)
    assert (await since(play, "g2")).items == []


async def test_a_look_from_another_queue_is_compared_with_nothing(play: Any) -> None:
    await play.queued("g1")
    await looks(play, "g1", 0)
    await play.corrected("g1", version=2, queue=replace(play.ref, district="1132"))
    await looks(play, "g1", 60)
    assert await since(play, "g1") is None


async def test_nobody_else_looks(play: Any) -> None:
    await play.queued("g1")
    async with play.database.write() as tx:
        with pytest.raises(NotFound, match="position_not_found"):
            await note_look(tx, play.id_of("g1"), person_id=play.id_of("stranger"), now=NOW)
