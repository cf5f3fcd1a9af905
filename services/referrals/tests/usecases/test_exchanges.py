"""A family takes the place that another's turn holds: the others hold fitting ones."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from services.referrals.tests.usecases.choosing import BOTH, RUSSIAN, held_by, listed, refused

from kezek.contracts.referrals import PlacesOffered, TurnExchanged
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.tables import deadline
from kezek.referrals.adapters import tables
from kezek.referrals.domain.choosing import Obstacle

IN_TIME = timedelta(seconds=30)  # the clock goes on while a choice is prepared, on a busy machine for seconds


async def two_called(play: Any) -> list[UUID]:
    held = [(await play.offered(garden="Бәйтерек"))[0], (await play.offered(garden="Балапан"))[0]]
    for name, place in zip("ab", held, strict=True):
        await play.child(name)
        await play.called(name, place)
    return held


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
    play.clock.move_to(ends - IN_TIME)
    await play.receives(await play.prepared("a", other))
    await play.at(ends + timedelta(seconds=1))
    assert (await play.candidate("a")).referral.place_id == other
    told = [("TurnStarted", "notified"), ("TurnExchanged", "notified"), ("TurnEnded", "queued")]
    assert await play.story("b") == told
    assert (await play.place(one)).status is PlaceStatus.OPEN


async def test_so_it_is_when_an_act_of_the_other_family_ends_its_overdue_turn(play: Any) -> None:
    one, other, ends = await two_called_whose_first_ends_later(play)
    (free,) = await play.opened()
    play.clock.move_to(ends - IN_TIME)
    await play.receives(await play.prepared("a", other))
    play.clock.move_to(ends + timedelta(seconds=1))
    await play.chooses("b", free)
    assert [(await play.candidate(each)).referral.place_id for each in "ab"] == [other, free]
    assert (await play.place(one)).status is PlaceStatus.OPEN


async def test_a_choice_that_nobody_can_finish_holds_anothers_turn_back_for_a_minute(play: Any) -> None:
    _, other, ends = await two_called_whose_first_ends_later(play)
    play.clock.move_to(ends - IN_TIME)
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


async def test_who_exchanges_locks_in_one_order_with_who_takes_its_own(play: Any) -> None:
    """The other family takes its own place, without the queue's row, at the very moment."""
    one, other = await two_called(play)
    acts = [await play.prepared("a", other), await play.prepared("b", other)]
    answers = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    assert sorted(getattr(answer, "code", "done") for answer in answers) == ["done", "place_taken"]
    assert {(await play.place(each)).status for each in (one, other)} == {PlaceStatus.HELD, PlaceStatus.TAKEN}
