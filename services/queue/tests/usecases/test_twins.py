"""Twins on the database: standing together, called together, parted, and their positions (domain §5.4)."""

import random
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa


async def family(play: Any, *names: str, minute: int = 1, separate: bool = False, **classes: str) -> None:
    for number, name in enumerate(names):
        queue_class = classes.get(name, "general")
        await play.queued(name, queue_class, minute=minute + 10 * number, twins="a", separate=separate)


async def standing(play: Any, *names: str) -> list[int | None]:
    return [await play.place_of(name) for name in names]


async def test_twins_stand_next_to_each_other_by_the_earlier_time(play: Any) -> None:
    await play.queued("g1", minute=0)
    await play.queued("g2", minute=5)
    await family(play, "g3", "g4", minute=1)
    assert await standing(play, "g1", "g3", "g4", "g2") == [1, 2, 3, 4]


@pytest.mark.parametrize("later", ["g3", "g4"])
async def test_whoever_of_them_comes_last_the_order_is_the_same(play: Any, later: str) -> None:
    await play.queued("g2", minute=5)
    minutes = {"g3": 1, "g4": 11}
    for name in sorted(minutes, key=lambda name: name == later):
        await play.queued(name, minute=minutes[name], twins="a")
    assert await standing(play, "g3", "g4", "g2") == [1, 2, 3]


async def test_a_better_class_of_one_is_that_of_both_as_long_as_both_wait(play: Any) -> None:
    await family(play, "g3", "g4", minute=1)
    await play.queued("p1", "priority", minute=0)
    await play.queued("g1", minute=0)
    await play.corrected("g4", "extraordinary", version=2, minute=11, twins="a")
    assert await standing(play, "g3", "g4", "p1", "g1") == [1, 2, 3, 4]
    await play.changed("g4", 1, waiting=False)
    assert await standing(play, "p1", "g1", "g3") == [1, 2, 3]
    await play.changed("g4", 2, waiting=True, reason="stop_list_over")
    assert await standing(play, "g3", "g4", "p1", "g1") == [1, 2, 3, 4]


async def test_twins_are_called_by_one_call_with_a_place_each(play: Any) -> None:
    await family(play, "g3", "g4")
    assert await play.offered("a", "b") == ["g3", "g4"]
    called = (await play.events())[-1]["payload"]
    assert [child["place"]["place_id"] for child in called["children"]] == [str(play.id_of(name)) for name in "ab"]
    assert [what for _, what, _, _ in await play.ledger()] == ["entered", "entered", "called", "called"]


async def test_with_one_place_they_are_passed_over_and_the_ledger_says_so(play: Any) -> None:
    await family(play, "g3", "g4")
    await play.queued("g5", minute=50)
    assert await play.offered("a") == ["g5"]
    assert [(what, reason) for _, what, _, reason in await play.ledger()][3:] == [
        ("passed_over", "fewer_places_than_twins"),
        ("passed_over", "fewer_places_than_twins"),
        ("called", "place_offered"),
    ]
    assert await standing(play, "g3", "g4") == [1, 2]


async def test_where_they_may_part_one_is_called_and_the_other_stands_alone(play: Any) -> None:
    await family(play, "p1", "g2", separate=True, p1="priority")
    await play.queued("g1", minute=0)
    assert await play.offered("a") == ["p1"]
    assert await standing(play, "g1", "g2") == [1, 2]
    await play.answered("p1", started=False)
    assert await standing(play, "p1", "g2", "g1") == [1, 2, 3]


async def test_twins_of_the_priority_class_owe_three_and_general_ones_as_many_as_they_are(play: Any) -> None:
    await family(play, "p1", "g2", p1="priority")
    await play.queued("g5", minute=60, twins="b")
    await play.queued("g6", minute=61, twins="b")
    await play.offered("a", "b", "c", "d")
    assert await play.owed() == 1
    await play.answered("g5", started=False)
    assert await play.owed() == 3
    await play.answered("p1", started=False)
    assert await play.owed() == 0


async def test_a_call_of_twins_that_begins_no_turn_frees_them_together(play: Any) -> None:
    await family(play, "g3", "g4")
    await play.queued("g5", minute=2)
    await play.offered("a", "b")
    await play.answered("g4", started=False)
    assert await standing(play, "g3", "g4", "g5") == [1, 2, 3]


async def test_of_twins_called_together_the_one_who_does_not_wait_leaves(play: Any) -> None:
    await family(play, "g3", "g4")
    await play.offered("a", "b")
    call = await play.open_call("g3")
    await play.answer(call, started=False, reason="candidate_not_waiting", not_waiting=["g4"])
    assert await standing(play, "g3", "g4") == [1, None]


async def test_a_twin_in_another_queue_is_not_of_the_group(play: Any) -> None:
    await family(play, "g3", "g4")
    await play.queued("g5", minute=5)
    await play.corrected("g4", version=2, minute=11, twins="a", queue=replace(play.ref, district="1132"))
    assert await standing(play, "g3", "g4", "g5") == [1, 1, 2]
    assert await play.offered("a") == ["g3"]


async def test_who_is_no_twin_any_more_stands_alone(play: Any) -> None:
    await family(play, "g3", "g4")
    await play.queued("g5", minute=5)
    await play.corrected("g4", version=2, minute=11)
    assert await standing(play, "g3", "g5", "g4") == [1, 2, 3]


async def test_many_twins_who_are_passed_over_hide_nobody_behind_them(play: Any) -> None:
    for pair in range(12):
        for number in (0, 1):
            await play.queued(f"g{2 * pair + number}", minute=pair, twins=f"pair {pair}", serial=2 * pair + number)
    await play.queued("g50", minute=90)
    assert await play.offered("a") == ["g50"]
    assert [what for _, what, _, _ in await play.ledger()].count("passed_over") == 24


@pytest.mark.parametrize("seed", range(4))
async def test_positions_are_the_order_of_calls_whatever_happened_before(play: Any, seed: int) -> None:
    chance = random.Random(seed)
    kinds = {"e": "extraordinary", "p": "priority", "g": "general"}
    names = [chance.choice("eppggggg") + str(number) for number in range(24)]
    facts = {
        name: {"minute": chance.randrange(60), "serial": number, "twins": chance.choice([None, "a", "b", "c", "d"])}
        for number, name in enumerate(names)
    }
    for name in names:
        await play.queued(name, kinds[name[0]], **facts[name], separate=True)
    for version, name in enumerate(chance.sample(names, 8), 1):
        await play.changed(name, version, waiting=False)
        if chance.random() < 0.5:
            await play.changed(name, version + 1, waiting=True, reason="stop_list_over")
    for name in chance.sample(names, 5):
        await play.corrected(
            name, chance.choice(list(kinds.values())), version=9, **facts[name], separate=True, born=date(2023, 1, 1)
        )
    await play.offered("a", "b")
    waiting = {name: place for name in names if (place := await play.place_of(name)) is not None}
    order = [name for _, name in sorted((place, name) for name, place in waiting.items())]
    assert sorted(waiting.values()) == list(range(1, len(waiting) + 1))
    called = await play.offered(*(f"place {number}" for number in range(len(order))))
    # of twins who are called together the places are given in the order of the places
    assert called[: len(order)] == order


async def test_the_release_before_enters_children_who_stand_by_what_is_their_own(play: Any) -> None:
    await play.queued("g1")
    statement = sa.text(
        "insert into entry (application_id, queue_id, number, child_id, applicant_id, queue_class, born_on, languages,"
        " submitted_at, waiting) select :id, queue_id, 'n', :id, :id, 'priority', born_on, languages, submitted_at,"
        " true from entry returning order_class, order_at = submitted_at, order_number"
    )
    async with play.database.write() as tx:
        assert tuple(await tx.row(statement, {"id": play.id_of("p1")})) == ("priority", True, "n")
