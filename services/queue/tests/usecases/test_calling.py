"""Places handed out, and what the answers do to the phase (domain §5.2, §5.5, §6.6)."""

import asyncio
from datetime import date, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.ids import new_id
from kezek.contracts.values import Transfer
from kezek.queue.usecases.hand_out import hand_out


async def four_general_two_priority(play: Any) -> None:
    for number in range(1, 5):
        await play.queued(f"g{number}", minute=number)
    for number in range(1, 3):
        await play.queued(f"p{number}", "priority", minute=10 + number)


async def test_places_are_handed_out_in_the_merged_order(play: Any) -> None:
    await four_general_two_priority(play)
    assert await play.offered("a", "b", "c", "d", "e", "f", "g") == ["p1", "g1", "g2", "g3", "p2", "g4", "nobody"]


async def test_the_phase_lives_on_between_offers(play: Any) -> None:
    await four_general_two_priority(play)
    assert await play.offered("a", "b") == ["p1", "g1"]
    await play.queued("p3", "priority", minute=-5)
    assert await play.offered("c", "d", "e") == ["g2", "g3", "p3"]


async def test_extraordinary_children_come_first_and_leave_the_phase(play: Any) -> None:
    await four_general_two_priority(play)
    await play.offered("a")
    await play.queued("e1", "extraordinary", minute=50)
    assert await play.offered("b", "c") == ["e1", "g1"]
    assert await play.owed() == 2


async def test_each_place_goes_to_a_child_that_wants_its_language(play: Any) -> None:
    await play.queued("g1", languages=["ru"])
    await play.queued("g2", languages=["kk"], minute=1)
    assert await play.offered("a", language="kk") == ["g2"]
    assert await play.offered("b", language="en") == ["nobody"]
    assert await play.offered("c", language="ru") == ["g1"]


async def test_children_under_two_and_from_six_are_not_called(play: Any) -> None:
    await play.queued("g1", born=date(2024, 11, 22))
    await play.queued("g2", born=date(2020, 11, 21), minute=1)
    await play.queued("g3", born=date(2024, 11, 21), minute=2)
    assert await play.offered("a", "b") == ["g3", "nobody"]


async def test_whom_the_offer_excludes_is_not_called(play: Any) -> None:
    await play.queued("g1")
    await play.queued("g2", minute=1)
    assert await play.offered("a", not_for=["g1"]) == ["g2"]


async def test_all_places_without_a_child_are_told_at_once(play: Any) -> None:
    await play.offered("a", "b")
    (event,) = await play.events()
    assert event["version"] == 1
    assert [place["place_id"] for place in event["payload"]["places"]] == [str(play.id_of(name)) for name in "ab"]


async def test_a_call_carries_what_a_turn_needs(play: Any) -> None:
    await play.queued("g1")
    await play.offered("a", offer=3)
    event = (await play.events())[-1]
    application = play.application("g1")
    (child,) = event["payload"]["children"]
    assert (event["type"], event["key"], event["version"]) == ("queue.called.v1", "1110.general.2023", 1)
    assert child["place"] == {"place_id": str(play.id_of("a")), "offer": 3}
    assert child["applicant_id"] == str(application.applicant_id)
    assert (child["languages"], child["birth_date"]) == (["kk", "ru"], "2023-05-05")
    assert event["payload"]["freed_at"] is None


async def test_a_call_says_at_which_instant_its_places_were_freed(play: Any) -> None:
    await play.queued("g1")
    freed = play.offer("a").model_copy(update={"freed_at": play.now})
    async with play.database.write() as tx:
        await hand_out(tx, freed, now=play.now, new_id=new_id)
    assert datetime.fromisoformat((await play.events())[-1]["payload"]["freed_at"]) == play.now


async def test_a_child_with_an_unanswered_call_is_not_called_again(play: Any) -> None:
    await play.queued("g1")
    assert await play.offered("a") == ["g1"]
    assert await play.offered("b") == ["nobody"]
    position = await play.position("g1")
    assert (position.being_called, position.ahead) == (True, None)


async def test_a_call_that_did_not_begin_frees_the_child_and_the_phase(play: Any) -> None:
    await four_general_two_priority(play)
    await play.offered("a")
    await play.answered("p1", started=False, reason="offer_void")
    assert await play.owed() == 0
    assert await play.place_of("p1") == 1
    assert (await play.ledger())[-1][1:] == ("call_unmade", play.id_of("p1"), "offer_void")


async def test_phase_counts_only_the_calls_that_remain_made(play: Any) -> None:
    await four_general_two_priority(play)
    await play.offered("a", "b", "c", "d", "e")
    await play.answered("p1", started=True)
    await play.answered("g1", started=False)
    await play.answered("p2", started=False)
    assert await play.owed() == 1
    await play.answered("g2", started=False)
    assert await play.owed() == 2


@pytest.mark.parametrize(("was", "becomes", "owed"), [(3, 1, 2), (1, 3, 0)])
async def test_a_turn_that_begins_under_another_policy_leaves_the_phase(
    play: Any, was: int, becomes: int, owed: int
) -> None:
    await four_general_two_priority(play)
    await play.cycle(was, 1)
    assert await play.offered("a", "b") == ["p1", "g1"]
    await play.answered("p1", started=True)
    await play.cycle(becomes, 2)
    await play.answered("g1", started=True)
    assert await play.owed() == owed


async def test_the_phase_is_counted_anew_by_the_cycle_of_the_call_that_began_it(play: Any) -> None:
    await four_general_two_priority(play)
    assert await play.offered("a", "b") == ["p1", "g1"]
    await play.cycle(1, 1)
    await play.answered("g1", started=False)
    assert await play.owed() == 3
    assert await play.offered("c", "d", "e", "f") == ["g1", "g2", "g3", "p2"]
    assert await play.owed() == 1
    await play.answered("p2", started=False)
    assert await play.owed() == 0


async def test_a_begun_call_stays_begun(play: Any) -> None:
    await play.queued("p1", "priority")
    await play.offered("a")
    call = await play.open_call("p1")
    await play.answer(call, started=True, reason="turn_started")
    await play.answer(call, started=False, reason="offer_void")
    await play.answer(call, started=True, reason="turn_started")
    assert await play.owed() == 3
    assert [what for _, what, _, _ in await play.ledger()] == ["entered", "called", "turn_began"]


async def test_an_answer_to_a_call_nobody_made_changes_nothing(play: Any) -> None:
    await play.queued("g1")
    await play.answer(play.id_of("a"), started=True)
    assert len(await play.ledger()) == 1


async def test_the_same_offer_again_calls_nobody(play: Any) -> None:
    await play.queued("g1")
    await play.queued("g2", minute=1)
    assert await play.offered("a", offer=2) == ["g1"]
    assert await play.offered("a", offer=2) == []
    assert await play.offered("a", offer=1) == []


async def test_a_higher_offer_makes_the_older_call_void(play: Any) -> None:
    await four_general_two_priority(play)
    assert await play.offered("a") == ["p1"]
    assert await play.offered("a", offer=2) == ["p1"]
    assert await play.owed() == 3
    async with play.database.read() as tx:
        states = await tx.rows(sa.text("select state, reason from call order by sequence"))
    assert [tuple(state) for state in states] == [("unmade", "offered_again"), ("open", "")]


async def test_a_late_yes_to_a_void_call_is_believed(play: Any) -> None:
    await play.queued("p1", "priority")
    await play.offered("a")
    call = await play.open_call("p1")
    await play.offered("a", offer=2, language="en")
    assert await play.owed() == 0
    await play.answer(call, started=True)
    assert await play.owed() == 3


async def test_a_begun_call_outlives_a_new_offer_of_its_place(play: Any) -> None:
    await play.queued("p1", "priority")
    await play.offered("a")
    await play.answered("p1", started=True)
    await play.changed("p1", 2, waiting=False)
    assert await play.offered("a", offer=2) == ["nobody"]
    assert await play.owed() == 3


async def test_two_offers_at_once_call_two_children_in_order(play: Any) -> None:
    names = [f"g{number}" for number in range(1, 21)]
    for number, name in enumerate(names):
        await play.queued(name, minute=number)
    places = [f"place {number}" for number in range(20)]
    await asyncio.gather(play.offered(*places[:10]), play.offered(*places[10:]))
    told = [name for event in await play.events() for name in play.told(event)]
    assert sorted(told) == sorted(names)
    versions = [event["version"] for event in await play.events() if event["type"] == "queue.called.v1"]
    assert versions == list(range(1, 21))


async def test_the_ledger_has_no_gap_whatever_happens_at_once(play: Any) -> None:
    for number in range(10):
        await play.queued(f"g{number}", minute=number)
    await asyncio.gather(
        play.offered("a", "b", "c"),
        play.offered("a", "b", "c", offer=2),
        *(play.changed(f"g{number}", 2, waiting=False) for number in range(5)),
        *(play.queued(f"g{number}", minute=number) for number in range(10, 15)),
    )
    lines = await play.ledger()
    assert [sequence for sequence, *_ in lines] == list(range(1, len(lines) + 1))


async def test_who_does_not_wait_is_called_again_only_when_referrals_says_so(play: Any) -> None:
    await play.queued("g1")
    await play.queued("g2", minute=1)
    assert await play.offered("a") == ["g1"]
    await play.answered("g1", started=False, reason="candidate_not_waiting")
    assert await play.offered("a", offer=2) == ["g2"]
    await play.changed("g1", 2, waiting=True, reason="stop_list_over")
    assert await play.offered("b") == ["g1"]


async def test_who_has_a_place_and_asks_for_another_is_called_behind_all_and_says_what_it_leaves(play: Any) -> None:
    leaves = Transfer(application_id=play.id_of("enrolled"), kindergarten_id=play.id_of("garden"))
    await play.queued("t1", "transfer", minute=-60, transfer=leaves)
    await four_general_two_priority(play)
    assert (await play.place_of("t1"), await play.place_of("g4")) == (7, 6)
    assert await play.offered("a", not_for=["t1"]) == ["p1"]
    assert await play.offered(*"bcdefg") == ["g1", "g2", "g3", "p2", "g4", "t1"]
    (child,) = (await play.events())[-1]["payload"]["children"]
    assert child["transfer"] == {
        "application_id": str(leaves.application_id),
        "kindergarten_id": str(leaves.kindergarten_id),
    }
    # it leaves the phase as it was
    assert await play.owed() == 2
