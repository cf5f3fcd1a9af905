"""What a round gives is a turn for exactly that place; places wait for rounds without being offered on (§9.rounds)."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from services.referrals.tests.usecases.choosing import listed, refused

from kezek.contracts.ids import new_id
from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE
from kezek.contracts.queue import Called, OfferedPlace, PolicyPublished, RoundAwaited
from kezek.contracts.referrals import CallAnswered, PlacesOffered, ReferralIssued, TurnStarted
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.workdays import local_day
from kezek.referrals.usecases.offer_places import (
    offer_what_no_round_takes,
    offer_what_rounds_take,
    repeat_forgotten_offers,
)


async def by_vouchers(play: Any, *, version: int = 1, rounds: bool = True) -> None:
    profile = VOUCHER_PROFILE if rounds else REFERRAL_PROFILE
    policy = replace(profile, id=f"1110-{version}")
    await play.told(PolicyPublished(district="1110", version=version, in_force_from=date(2026, 1, 1), policy=policy))


async def awaited(play: Any, *places: UUID, offer: int = 1) -> None:
    each = tuple(OfferedPlace(place_id=place, offer=offer) for place in places)
    await play.told(RoundAwaited(queue=play.queue, places=each))


def round_call(play: Any, *children: Any) -> Called:
    return play.call(*children).model_copy(update={"round_id": new_id()})


async def test_a_round_begins_a_turn_of_two_working_days_for_exactly_its_place(play: Any) -> None:
    await by_vouchers(play)
    for name in "ab":
        await play.child(name)
    mine, other = await play.offered(2)
    await awaited(play, mine, other)
    await play.told(round_call(play, play.called_child("a", mine)), round_call(play, play.called_child("b", other)))
    told = (await play.events(TurnStarted))[0]
    assert (told.reason.value, told.rule.value, told.turn.by_round) == ("given_by_round", "rounds", True)
    assert told.turn.last_day == play.start.date() + timedelta(days=2)
    assert await listed(play, "a") == [(mine, None)]
    assert await refused(play.prepared("a", other)) == "place_needed"
    before = await play.candidate("b")
    await play.chooses("a", mine)
    assert (await play.candidate("a")).status is Status.REFERRED
    assert (await play.last(ReferralIssued)).by_round, "its paper says so"
    assert await play.candidate("b") == before


async def test_who_has_a_place_by_a_round_takes_none_in_free_choice(play: Any) -> None:
    for name in "ab":
        await play.child(name)
    (free,), (mine,) = await play.opened(), await play.offered()
    await play.told(round_call(play, play.called_child("a", mine)))
    assert await listed(play, "a") == [(mine, None)]
    assert await refused(play.prepared("a", free)) == "place_needed"
    assert await listed(play, "b") == [(free, None)]
    await play.chooses("b", free)


async def test_an_ordinary_turn_takes_no_place_that_a_round_gave(play: Any) -> None:
    for name in "ab":
        await play.child(name)
    mine, other = await play.offered(2)
    await play.called("a", mine)
    await play.told(round_call(play, play.called_child("b", other)))
    assert await refused(play.prepared("a", other)) == "place_needed"


async def test_a_place_that_waits_for_a_round_is_not_offered_again_until_rounds_end(play: Any) -> None:
    await by_vouchers(play)
    place, unanswered = await play.offered(2)
    await awaited(play, place, offer=1)
    async with play.database.write() as tx:
        await tx.execute(sa.text("update place set offered_at = now() - interval '3 days'"))
    assert await repeat_forgotten_offers(play.database) == 1
    assert await offer_what_no_round_takes(play.database) == 0
    assert [(await play.place(each)).offer for each in (place, unanswered)] == [1, 2]

    await by_vouchers(play, version=2, rounds=False)

    assert await offer_what_no_round_takes(play.database) == 1
    assert await offer_what_no_round_takes(play.database) == 0
    (again,) = (await play.last(PlacesOffered)).offers
    assert (again.place.place_id, again.place.offer, again.ordinal) == (place, 2, 1)


async def test_where_rounds_begin_free_places_wait_for_one_but_those_that_a_family_has_signed_for(play: Any) -> None:
    await by_vouchers(play, rounds=False)
    await play.child("a")
    first, signed = await play.opened(2)
    act = await play.prepared("a", signed)
    await play.receives(act)
    assert await offer_what_rounds_take(play.database) == 0

    await by_vouchers(play, version=2)

    assert await offer_what_rounds_take(play.database) == 1
    assert await offer_what_rounds_take(play.database) == 0
    assert [each.place.place_id for each in (await play.last(PlacesOffered)).offers] == [first]
    assert (await play.place(first)).status is PlaceStatus.OFFERED
    await play.acts.finish_received([act.subject])
    assert (await play.candidate("a")).status is Status.REFERRED


async def test_a_turn_begun_before_rounds_leaves_its_place_to_the_next_one_when_it_lapses(play: Any) -> None:
    today = local_day(play.clock.now())
    for version, profile, begins in ((1, REFERRAL_PROFILE, today), (2, VOUCHER_PROFILE, today + timedelta(days=1))):
        policy = replace(profile, id=f"1110-{version}")
        await play.told(PolicyPublished(district="1110", version=version, in_force_from=begins, policy=policy))
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    await play.at((await play.candidate("a")).turn.term.ends_at)
    assert (await play.candidate("a")).status is Status.QUEUED
    assert (await play.place(place)).status is PlaceStatus.OFFERED
    (again,) = (await play.last(PlacesOffered)).offers
    assert (again.place.place_id, again.place.offer) == (place, 2)


async def test_a_place_is_given_once_whoever_is_called_for_it_by_round_and_by_order_at_once(play: Any) -> None:
    for name in "abcd":
        await play.child(name)
    (place,) = await play.offered()
    await awaited(play, place)
    calls = [round_call(play, play.called_child(name, place)) for name in "ab"]
    calls += [play.call(play.called_child(name, place)) for name in "cd"]
    await asyncio.gather(*(play.told(each) for each in [*calls, *calls]))
    assert sum(each.started for each in await play.events(CallAnswered)) == len(await play.events(TurnStarted)) == 1
    assert (await play.place(place)).status is PlaceStatus.HELD
