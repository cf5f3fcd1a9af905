"""A family takes the place that another's turn holds: the others hold fitting ones; twins; the hour of free choice."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.referrals import PlaceChanged, PlacesOffered, TurnExchanged
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import InstructionLanguage, PlaceStatus
from kezek.platform.errors import Refusal
from kezek.platform.tables import deadline
from kezek.platform.testing import an_actor
from kezek.platform.workdays import local_day
from kezek.referrals.adapters import tables
from kezek.referrals.domain.choosing import Missing, Obstacle
from kezek.referrals.usecases.list_choices import list_choices, list_prospects

KAZAKH, RUSSIAN = InstructionLanguage.KAZAKH, InstructionLanguage.RUSSIAN
BOTH = (KAZAKH, RUSSIAN)


async def refused(asked: Any) -> str:
    with pytest.raises(Refusal) as refusal:
        await asked
    return refusal.value.code


async def held_by(play: Any, name: str) -> UUID:
    turn = (await play.candidate(name)).turn
    assert turn is not None
    return turn.place_id


async def two_called(play: Any) -> list[UUID]:
    held = [(await play.offered(garden="Бәйтерек"))[0], (await play.offered(garden="Балапан"))[0]]
    for name, place in zip("ab", held, strict=True):
        await play.child(name)
        await play.called(name, place)
    return held


async def listed(play: Any, name: str) -> list[tuple[UUID, Obstacle | None]]:
    async with play.database.read() as tx:
        found = await list_choices(tx, await play.candidate(name), play.clock.now())
    return [(place.id, obstacle) for place, obstacle in found]


async def test_two_called_families_choose_each_others_places(play: Any) -> None:
    one, other = await two_called(play)
    before = (await play.candidate("b")).turn
    assert await listed(play, "a") == [(one, None), (other, None)]
    await play.chooses("a", other)
    after = (await play.candidate("b")).turn
    assert after == replace(before, place_id=one, kindergarten_id=play.gardens["Бәйтерек"])
    assert await play.story("b") == [("TurnStarted", "notified"), ("TurnExchanged", "notified")]
    told = await play.last(TurnExchanged)
    assert (told.turn.place_id, told.actor.value, told.reason.value) == (one, "system", "place_exchanged")
    await play.chooses("b", one)
    assert [(await play.place(each)).holder for each in (one, other)] == [play.families[each].id for each in "ba"]
    assert [row.kind for row in await play.rows(deadline) if row.kind in {"turn", "referral"}] == ["referral"] * 2
    assert len(await play.events(PlacesOffered)) == 2


async def test_both_sign_for_each_others_place_at_once(play: Any) -> None:
    one, other = await two_called(play)
    acts = [await play.prepared("a", other), await play.prepared("b", one)]
    await asyncio.gather(*(play.signed(act) for act in acts))
    assert [(await play.place(each)).holder for each in (one, other)] == [play.families[each].id for each in "ba"]


async def test_ten_sign_at_once_for_whatever_the_others_hold_and_nobody_is_left_without_a_place(play: Any) -> None:
    names = [f"c{number}" for number in range(10)]
    held = await play.offered(10)
    for name, place in zip(names, held, strict=True):
        await play.child(name)
        await play.called(name, place)
    wanted = [held[(7 * number + 3) % 10] for number in range(5)] * 2  # each of five places is wanted twice
    acts = [await play.prepared(name, place) for name, place in zip(names, wanted, strict=True)]
    answers = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    codes = sorted(getattr(answer, "code", "done") for answer in answers)
    assert codes == ["done"] * 5 + ["place_taken"] * 5
    found = [await play.candidate(name) for name in names]
    mine = [each.turn.place_id if each.turn else each.referral.place_id for each in found]
    assert sorted(mine) == sorted(held)


async def test_a_place_that_another_needs_is_kept_from_a_family_that_reads_why(play: Any) -> None:
    ((mine,), (other,)) = (await play.offered(language=RUSSIAN), await play.offered())
    await play.child("a", languages=BOTH)
    await play.child("b")
    await play.called("a", mine)
    await play.called("b", other)
    assert await listed(play, "a") == [(mine, None), (other, Obstacle.NEEDED)]
    assert await listed(play, "b") == [(other, None), (mine, Obstacle.OTHER_LANGUAGE)]
    assert await refused(play.prepared("a", other)) == "place_needed"
    assert await refused(play.prepared("b", mine)) == "place_other_language"
    # a third place of a family with both languages makes a chain
    (third,) = await play.offered()
    await play.child("c", languages=BOTH)
    await play.called("c", third)
    await play.chooses("a", other)
    assert (await held_by(play, "b"), await held_by(play, "c")) == (third, mine)


async def test_a_choice_that_has_become_impossible_meanwhile_changes_nothing(play: Any) -> None:
    one, other = await two_called(play)
    act = await play.prepared("a", other)
    async with play.database.write() as tx:  # as if the place had been given back by b once before
        await tx.execute(
            sa.update(tables.place).where(tables.place.c.id == one).values(not_for=[play.families["b"].id])
        )
    assert await refused(play.signed(act)) == "place_needed"
    assert [await held_by(play, each) for each in "ab"] == [one, other]


async def two_called_whose_first_ends_later(play: Any) -> tuple[UUID, UUID, datetime]:
    """Their places, and when the turn of b ends."""
    one, other = await two_called(play)
    ends: datetime = (await play.candidate("b")).turn.term.ends_at
    async with play.database.write() as tx:
        mine = tables.turn.c.application_id == play.families["a"].id
        await tx.execute(sa.update(tables.turn).where(mine).values(ends_at=ends + timedelta(days=1)))
        its_own = (deadline.c.key == str((await play.candidate("a")).turn.id)) & (deadline.c.kind == "turn")
        await tx.execute(sa.update(deadline).where(its_own).values(due_at=ends + timedelta(days=1)))
    return one, other, ends


async def test_who_signed_in_time_for_the_place_of_a_turn_that_ends_exchanges(play: Any) -> None:
    one, other, ends = await two_called_whose_first_ends_later(play)
    play.clock.move_to(ends - timedelta(seconds=1))
    await play.receives(await play.prepared("a", other))
    await play.at(ends + timedelta(seconds=1))
    assert (await play.candidate("a")).referral.place_id == other
    told = [("TurnStarted", "notified"), ("TurnExchanged", "notified"), ("TurnEnded", "queued")]
    assert await play.story("b") == told
    assert (await play.place(one)).status is PlaceStatus.OPEN


async def test_so_it_is_when_an_act_of_the_other_family_ends_its_overdue_turn(play: Any) -> None:
    one, other, ends = await two_called_whose_first_ends_later(play)
    (free,) = await play.opened()
    play.clock.move_to(ends - timedelta(seconds=1))
    await play.receives(await play.prepared("a", other))
    play.clock.move_to(ends + timedelta(seconds=1))
    await play.chooses("b", free)
    assert [(await play.candidate(each)).referral.place_id for each in "ab"] == [other, free]
    assert (await play.place(one)).status is PlaceStatus.OPEN


async def test_a_choice_that_nobody_can_finish_holds_anothers_turn_back_for_a_minute(play: Any) -> None:
    _, other, ends = await two_called_whose_first_ends_later(play)
    play.clock.move_to(ends - timedelta(seconds=1))
    await play.receives(await play.prepared("a", other))
    play.acts, _ = play.gated(None)
    await play.at(ends + timedelta(seconds=1))
    assert (await play.candidate("b")).status is Status.NOTIFIED
    await play.at(ends + timedelta(seconds=61))
    assert ((await play.candidate("b")).status, (await play.place(other)).status) == (Status.QUEUED, PlaceStatus.OPEN)


async def test_an_overdue_turns_place_is_open_to_whoever_signs_before_its_timer(play: Any) -> None:
    one, other, ends = await two_called_whose_first_ends_later(play)
    play.clock.move_to(ends - timedelta(minutes=1))
    act = await play.prepared("a", other)
    play.clock.move_to(ends)
    await play.signed(act)
    assert (await play.candidate("b")).status is Status.QUEUED
    assert (await play.place(other)).holder == play.families["a"].id
    assert (await play.place(one)).status is PlaceStatus.OFFERED
    await play.fires()


async def two_twins(play: Any) -> list[UUID]:
    parent = an_actor()
    held = await play.offered(2)
    for name in "ab":
        await play.child(name, parent=parent)
    called = [play.called_child(name, place) for name, place in zip("ab", held, strict=True)]
    await play.told(play.call(*called))
    return held


async def test_twins_choose_together_by_one_signature(play: Any) -> None:
    one, other = await two_twins(play)
    act = await play.prepared("a", other, b=one)
    result = await play.signed(act)
    assert (len(result["twins"]), result["twins"][0]["application_id"]) == (1, str(play.families["b"].id))
    assert [(await play.place(each)).holder for each in (one, other)] == [play.families[each].id for each in "ba"]
    assert "СЫНАҚОВ B" in act.statement.decode()
    assert {(await play.candidate(each)).status for each in "ab"} == {Status.REFERRED}


async def test_a_twins_place_is_exchanged_through_the_turns_of_others(play: Any) -> None:
    parent = an_actor()
    (russian,), (kazakh, others) = await play.offered(language=RUSSIAN), await play.offered(2)
    (free,) = await play.opened()
    await play.child("a", parent=parent, languages=BOTH)
    await play.child("b", parent=parent)
    await play.child("c", languages=BOTH)
    await play.told(play.call(play.called_child("a", russian), play.called_child("b", kazakh)))
    await play.called("c", others)
    await play.signed(await play.prepared("a", kazakh, b=free))
    holders = {name: (await play.candidate(name)).referral.place_id for name in "ab"}
    assert holders == {"a": kazakh, "b": free}
    assert await held_by(play, "c") == russian


async def test_twins_choose_all_or_none(play: Any) -> None:
    one, _ = await two_twins(play)
    (free,) = await play.opened()
    await play.child("c")
    act = await play.prepared("a", one, b=free)
    await play.chooses("c", free)
    assert await refused(play.signed(act)) == "place_taken"
    assert {(await play.candidate(each)).status for each in "ab"} == {Status.NOTIFIED}
    assert [(await play.place(one)).status, (await play.place(free)).holder] == [
        PlaceStatus.HELD,
        play.families["c"].id,
    ]


async def test_only_twins_who_were_called_together_choose_together(play: Any) -> None:
    held = await play.offered(2)
    parent = an_actor()
    for name, place in zip("ab", held, strict=True):
        await play.child(name, parent=parent)
        await play.called(name, place)
    assert await refused(play.prepared("a", held[0], b=held[1])) == "twins_not_called_together"


async def test_an_earlier_receipt_for_a_twins_place_goes_first(play: Any) -> None:
    one, _ = await two_twins(play)
    (free,) = await play.opened()
    await play.child("c")
    first, second = await play.prepared("a", one, b=free), await play.prepared("c", free)
    await play.receives(first)
    assert await refused(play.signed(second)) == "place_taken"
    assert (await play.place(free)).holder == play.families["b"].id


async def under_an_hour(play: Any, hour: int) -> None:
    policy = replace(REFERRAL_PROFILE, id="1110-2", free_choice_hour=hour)
    today = local_day(play.clock.now())
    await play.told(PolicyPublished(district="1110", version=2, in_force_from=today, policy=policy), version=2)


async def test_a_lapsed_place_waits_for_the_hour_of_free_choice(play: Any) -> None:
    await under_an_hour(play, 9)
    (place,) = await play.offered()
    for name in "ab":
        await play.child(name)
    await play.called("a", place)
    ends = (await play.candidate("a")).turn.term.ends_at
    await play.at(ends)
    waiting = await play.place(place)
    assert (waiting.status, waiting.opens_at) == (PlaceStatus.OPENING, ends + timedelta(hours=9))
    told = await play.last(PlaceChanged)
    assert (told.status, told.opens_at) == (PlaceStatus.HELD, waiting.opens_at)
    assert await listed(play, "b") == [(place, Obstacle.OPENS_LATER)]
    assert await refused(play.prepared("b", place)) == "place_opens_later"
    await play.at(waiting.opens_at)
    opened = await play.last(PlaceChanged)
    assert (opened.status, opened.opens_at) == (PlaceStatus.OPEN, None)
    assert (await play.chooses("b", place))["referral_number"]


async def test_at_its_hour_a_place_is_taken_before_its_timer_fires(play: Any) -> None:
    await under_an_hour(play, 9)
    (place,) = await play.offered()
    for name in "ab":
        await play.child(name)
    await play.called("a", place)
    ends = (await play.candidate("a")).turn.term.ends_at
    await play.at(ends)
    play.clock.move_to(ends + timedelta(hours=9))
    await play.chooses("b", place)
    await play.fires()
    assert (await play.place(place)).status is PlaceStatus.TAKEN
    assert "opening" not in {row.kind for row in await play.rows(deadline)}


async def test_a_family_reads_of_all_its_children_whether_they_may_choose(play: Any) -> None:
    parent = an_actor()
    for name, born in (("a", None), ("b", None), ("young", date(play.start.year - 1, 1, 1))):
        await play.child(name, parent=parent, **({"born": born} if born else {}))
    await play.child("another")
    (place,) = await play.offered()
    await play.called("a", place)

    async def prospects() -> dict[UUID, Any]:
        async with play.database.read() as tx:
            found = await list_prospects(tx, parent, play.clock.now())
        return {each.candidate.application_id: each.prospect for each in found}

    ids = {name: play.families[name].id for name in ("a", "b", "young")}
    before = await prospects()
    assert before.keys() == set(ids.values())
    assert before[ids["a"]].deadline_at == (await play.candidate("a")).turn.term.ends_at
    assert before[ids["b"]].missing is Missing.NO_PLACE
    assert (before[ids["young"]].missing, before[ids["young"]].from_day) == (
        Missing.TOO_YOUNG,
        date(play.start.year + 1, 1, 1),
    )
    await play.opened()
    assert (await prospects())[ids["b"]].missing is None


async def test_who_exchanges_locks_in_one_order_with_who_takes_its_own(play: Any) -> None:
    """The other family takes its own place, without the queue's row, at the very moment."""
    one, other = await two_called(play)
    acts = [await play.prepared("a", other), await play.prepared("b", other)]
    answers = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    assert sorted(getattr(answer, "code", "done") for answer in answers) == ["done", "place_taken"]
    assert {(await play.place(each)).status for each in (one, other)} == {PlaceStatus.HELD, PlaceStatus.TAKEN}
