"""Vacancies become offers, calls become turns: all of a call or none."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.ids import new_id
from kezek.contracts.referrals import CallAnswered, PlaceChanged, PlacesOffered, TurnStarted
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import PlaceStatus, QueueClass
from kezek.referrals.adapters import tables
from kezek.referrals.usecases.offer_places import repeat_forgotten_offers


async def test_a_vacancy_is_offered_in_one_go_and_once(play: Any) -> None:
    await play.garden()
    vacancy = play.vacancy(3)
    await play.told(vacancy)
    await play.told(vacancy)
    (offered,) = await play.events(PlacesOffered)
    rows = {row.id: (row.ordinal, row.status, row.offer) for row in await play.rows(tables.place)}
    assert [rows[each.place.place_id] for each in offered.offers] == [(number, "offered", 1) for number in (1, 2, 3)]
    assert len(await play.events(PlaceChanged)) == 3


async def test_a_call_starts_a_turn_of_three_working_days(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    turn = (await play.candidate("a")).turn
    assert turn.term.last_day == play.start.date() + timedelta(days=3)
    assert (turn.place_id, turn.policy) == (place, "default-1")
    assert (await play.place(place)).status is PlaceStatus.HELD
    assert await play.story("a") == [("TurnStarted", "notified")]
    assert [(each.started, each.reason) for each in await play.events(CallAnswered)] == [(True, "turn_started")]


async def test_an_unknown_child_begins_with_the_call_and_keeps_its_state(play: Any) -> None:
    family = play.family("a")
    (place,) = await play.offered()
    await play.called("a", place)
    await play.told(family.application)
    assert (await play.candidate("a")).status is Status.NOTIFIED
    assert (await play.candidate("a")).child.applicant_id == family.parent.person_id


async def test_a_call_begins_all_or_none(play: Any) -> None:
    for name in "abc":
        await play.child(name)
    taken, first, second = await play.offered(3)
    await play.called("a", taken)
    await play.told(play.call(play.called_child("a", first), play.called_child("b", second)))
    answer = await play.last(CallAnswered)
    assert (answer.started, answer.reason) == (False, "candidate_not_waiting")
    assert answer.not_waiting == (play.families["a"].id,)
    assert (await play.candidate("b")).turn is None
    again = [(each.place.place_id, each.place.offer) for each in (await play.last(PlacesOffered)).offers]
    assert again == [(first, 2), (second, 2)]
    await play.told(play.call(play.called_child("b", first, 2), play.called_child("c", second, 2)))
    assert [len(await play.story(name)) for name in "abc"] == [1, 1, 1]


async def test_the_same_call_again_is_harmless(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    call = play.call(play.called_child("a", place))
    await play.told(call)
    before = len(await play.events())
    await play.told(call)
    await play.told(call)
    assert len(await play.events()) == before


async def test_a_call_of_one_queue_takes_no_place_of_another(play: Any) -> None:
    (place,) = await play.offered()
    own, play.queue = play.queue, replace(play.queue, district="1132")
    await play.child("a")
    await play.called("a", place)
    answer = await play.last(CallAnswered)
    assert (answer.queue, answer.started, answer.reason) == (play.queue, False, "offer_void")
    assert (await play.candidate("a")).turn is None
    kept = await play.place(place)
    assert (kept.queue, kept.status, kept.offer) == (own, PlaceStatus.OFFERED, 1)


@pytest.mark.parametrize("offer", [1, 3])
async def test_a_call_for_another_offer_number_is_void(play: Any, offer: int) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.child("busy")
    await play.called("busy", (await play.offered())[0])
    await play.called("busy", place)
    await play.called("a", place, offer)
    answer = await play.last(CallAnswered)
    assert (answer.started, answer.reason) == (False, "offer_void")
    assert (await play.candidate("a")).turn is None
    assert (await play.place(place)).offer == 2


async def test_a_void_call_frees_its_other_places(play: Any) -> None:
    await play.child("a")
    await play.child("b")
    gone, free = await play.offered(2)
    await play.nobody(gone)
    await play.told(play.call(play.called_child("a", gone), play.called_child("b", free)))
    (again,) = (await play.last(PlacesOffered)).offers
    assert (again.place.place_id, again.place.offer) == (free, 2)


async def test_one_place_cannot_be_called_for_twice_in_a_call(play: Any) -> None:
    await play.child("a")
    await play.child("b")
    (place,) = await play.offered()
    await play.told(play.call(play.called_child("a", place), play.called_child("b", place)))
    assert (await play.last(CallAnswered)).reason == "offer_void"


async def test_a_child_with_a_turn_by_another_application_is_not_called(play: Any) -> None:
    first = await play.child("a")
    twice = await play.child("a again", child_id=first.application.child_id)
    one, two = await play.offered(2)
    await play.called("a", one)
    await play.called("a again", two)
    answer, offered = await play.last(CallAnswered), await play.last(PlacesOffered)
    assert (answer.started, answer.reason) == (False, "child_held_elsewhere")
    assert offered.offers[0].not_for == (twice.id,)


async def test_whose_child_is_held_elsewhere_is_left_out_of_that_offer_alone(play: Any) -> None:
    first = await play.child("a")
    twice = await play.child("a again", child_id=first.application.child_id)
    other = await play.child("b")
    again = await play.child("b again", child_id=other.application.child_id)
    one, two, three = await play.offered(3)
    await play.told(play.call(play.called_child("a", one), play.called_child("b", two)))
    await play.called("a again", three)
    (offered,) = (await play.last(PlacesOffered)).offers
    assert (offered.place.offer, set(offered.not_for)) == (2, {twice.id, again.id})
    assert (await play.place(three)).not_for == frozenset()
    async with play.database.write() as tx:
        await tx.execute(sa.text("update place set offered_at = now() - interval '301 seconds'"))
    assert await repeat_forgotten_offers(play.database) == 1
    (repeated,) = (await play.last(PlacesOffered)).offers
    assert (repeated.place.offer, repeated.not_for) == (3, ())


async def test_a_turn_keeps_what_the_child_was_called_with(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    call = play.called_child("a", place)
    await play.told(play.call(call.model_copy(update={"queue_class": QueueClass.PRIORITY})))
    candidate = await play.candidate("a")
    assert candidate.turn.called_with.queue_class is QueueClass.PRIORITY
    assert candidate.child.queue_class is QueueClass.GENERAL


async def test_the_database_allows_one_open_turn_and_one_referral_per_child(play: Any) -> None:
    first = await play.child("a")
    twice = await play.child("a again", child_id=first.application.child_id)
    one, two = await play.offered(2)
    await play.called("a", one)
    with pytest.raises(sa.exc.IntegrityError, match="uq_turn_open_child"):
        await _copy(play, tables.turn, application_id=twice.id, place_id=two)
    await play.chooses("a", one)
    with pytest.raises(sa.exc.IntegrityError, match="uq_referral_open_child"):
        await _copy(play, tables.referral, application_id=twice.id, place_id=two, number="1999999999")


async def _copy(play: Any, table: sa.Table, **changed: Any) -> None:
    (row,) = await play.rows(table)
    async with play.database.write() as tx:
        await tx.execute(sa.insert(table).values({**row._mapping, "id": new_id(), **changed}))


async def test_two_calls_for_one_child_at_once_start_one_turn(play: Any) -> None:
    await play.child("a")
    one, two = await play.offered(2)
    await asyncio.gather(play.called("a", one), play.called("a", two))
    assert len(await play.events(TurnStarted)) == 1
    assert sorted(each.started for each in await play.events(CallAnswered)) == [False, True]


async def test_nobody_to_call_opens_the_place_once(play: Any) -> None:
    (place,) = await play.offered()
    await play.nobody(place)
    await play.nobody(place)
    assert (await play.place(place)).status is PlaceStatus.OPEN
    assert len(await play.events(PlaceChanged)) == 2


async def test_nobody_to_call_for_an_old_offer_or_a_held_place_is_harmless(play: Any) -> None:
    await play.child("a")
    held, renewed = await play.offered(2)
    await play.called("a", held)
    await play.called("a", renewed)
    await play.nobody(held, renewed, new_id())
    assert (await play.place(held)).status is PlaceStatus.HELD
    assert (await play.place(renewed)).status is PlaceStatus.OFFERED


async def test_an_offer_unanswered_for_five_minutes_is_repeated_in_order(play: Any) -> None:
    await play.child("a")
    first, second, fresh = await play.offered(3)
    async with play.database.write() as tx:
        age = sa.text("update place set offered_at = now() - interval '301 seconds' where id = any(:ids)")
        await tx.execute(age, {"ids": [second, first]})
    assert await repeat_forgotten_offers(play.database) == 2
    assert await repeat_forgotten_offers(play.database) == 0
    again = [(each.place.place_id, each.place.offer) for each in (await play.last(PlacesOffered)).offers]
    assert again == [(first, 2), (second, 2)]
    assert (await play.place(fresh)).offer == 1
    await play.called("a", first)
    assert (await play.last(CallAnswered)).reason == "offer_void"
