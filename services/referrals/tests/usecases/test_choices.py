"""A family chooses: by turn, in free choice, at once with others, too late."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from services.referrals.tests.usecases.choosing import refused

from kezek.contracts.referrals import CandidateChanged, CandidateEvent, PlacesOffered, ReferralIssued
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.act_processing import Acts
from kezek.platform.acts import Act
from kezek.platform.errors import Conflict, NotFound
from kezek.platform.testing import eventually
from kezek.referrals.adapters import places, tables
from kezek.referrals.entrypoints.acts import ACTS
from kezek.referrals.usecases.choose_place import ChoiceFacts, ChoosePlace

TICK = timedelta(microseconds=1)


async def performed(play: Any, act: Act, received_at: Any) -> Any:
    async with play.database.write() as tx:
        return await ChoosePlace().perform(tx, act, received_at)


async def called_and_prepared(play: Any) -> Act:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    prepared: Act = await play.prepared("a", place)
    return prepared


async def test_a_choice_by_turn_takes_the_held_place(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    result = await play.chooses("a", place)
    candidate = await play.candidate("a")
    assert result["referral_number"] == "1000000101"
    assert result["valid_through"] == (play.start.date() + timedelta(days=7)).isoformat()
    assert (candidate.status, candidate.turn) == (Status.REFERRED, None)
    assert (await play.place(place)).status is PlaceStatus.TAKEN
    assert len(await play.events(PlacesOffered)) == 1
    assert [row.kind for row in await play.terms()] == ["referral"]


async def test_events_of_one_act_carry_the_state_after_it(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    await play.chooses("a", place)
    assert await play.story("a") == [
        ("TurnStarted", "notified"),
        ("TurnEnded", "referred"),
        ("ReferralIssued", "referred"),
    ]
    _, ended, issued = await play.events(CandidateEvent)
    assert (ended.turn, ended.referral) == (None, issued.referral)
    assert [each.waiting for each in await play.events(CandidateChanged)] == [False, False]


async def test_a_free_choice_while_a_turn_runs_passes_the_held_place_on(play: Any) -> None:
    await play.child("a")
    (free,) = await play.opened()
    (held,) = await play.offered()
    await play.called("a", held)
    await play.chooses("a", free)
    (again,) = (await play.last(PlacesOffered)).offers
    assert (again.place.place_id, again.place.offer) == (held, 2)
    assert (await play.place(held)).status is PlaceStatus.OFFERED
    assert [row.ended for row in await play.rows(tables.turn)] == ["place_chosen"]


async def test_a_child_called_between_preparing_and_signing_keeps_its_free_choice(play: Any) -> None:
    await play.child("a")
    (free,) = await play.opened()
    act = await play.prepared("a", free)
    (held,) = await play.offered()
    await play.called("a", held)
    await play.signed(act)
    assert (await play.candidate("a")).status is Status.REFERRED
    assert (await play.place(held)).offer == 2


async def test_one_open_place_and_fifty_signatures_at_once(play: Any, make_database: Any) -> None:
    (place,) = await play.opened()
    names = [f"a{number}" for number in range(50)]
    for name in names:
        await play.child(name)
    prepared = [await play.prepared(name, place) for name in names]
    apis = [play.acts, Acts.of(play.settings, await make_database("referrals"), ACTS)]
    answers = await asyncio.gather(
        *(play.signed(act, apis[number % 2]) for number, act in enumerate(prepared)), return_exceptions=True
    )
    won = [answer for answer in answers if isinstance(answer, dict)]
    lost = [answer.code for answer in answers if isinstance(answer, Conflict)]
    assert (len(won), lost) == (1, ["place_taken"] * 49)
    (referral,) = await play.rows(tables.referral)
    assert (await play.place(place)).holder == referral.application_id
    assert [told.by_round for told in await play.events(ReferralIssued)] == [False]


async def test_two_places_signed_at_once_by_one_child_are_one_referral(play: Any) -> None:
    await play.child("a")
    acts = [await play.prepared("a", place) for place in await play.opened(2)]
    answers = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    assert sorted(getattr(answer, "code", "done") for answer in answers) == ["done", "open_referral_exists"]
    assert sorted(row.status for row in await play.rows(tables.place)) == ["open", "taken"]


async def test_two_applications_of_one_child_signed_at_once_are_one_referral(play: Any) -> None:
    first = await play.child("a")
    await play.child("a again", child_id=first.application.child_id)
    one, two = await play.opened(2)
    acts = [await play.prepared("a", one), await play.prepared("a again", two)]
    answers = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    assert sorted(getattr(answer, "code", "done") for answer in answers) == ["done", "open_referral_exists"]
    assert sorted(row.status for row in await play.rows(tables.place)) == ["open", "taken"]


async def test_the_same_signature_again_answers_the_same(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    act = await play.prepared("a", place)
    results = await asyncio.gather(play.signed(act), play.signed(act))
    assert results[0] == results[1] == await play.signed(act)
    assert len(await play.rows(tables.referral)) == 1


async def test_outdated_when_the_kindergarten_was_renamed_between(play: Any) -> None:
    act = await called_and_prepared(play)
    await play.garden()
    assert await refused(play.signed(act)) == "act_outdated"
    assert (await play.candidate("a")).status is Status.NOTIFIED
    assert await refused(play.signed(act)) == "act_outdated"
    assert (await play.chooses("a", (await play.candidate("a")).turn.place_id))["referral_number"]


async def test_a_choice_that_the_release_before_prepared_is_performed(play: Any) -> None:
    act = await called_and_prepared(play)
    told = act.facts.model_dump(mode="json")
    former = ChoiceFacts.model_validate({**told, "child": told["child"]["kk"]})
    await performed(play, replace(act, facts=former), play.start)
    assert (await play.candidate("a")).status is Status.REFERRED


async def test_at_the_very_instant_a_turn_is_over(play: Any) -> None:
    act = await called_and_prepared(play)
    ends_at = (await play.candidate("a")).turn.term.ends_at
    assert await refused(performed(play, act, ends_at)) == "turn_over"
    assert (await play.candidate("a")).status is Status.NOTIFIED
    assert (await performed(play, act, ends_at - TICK)).referral_number


async def test_a_turn_that_was_over_cannot_be_used_when_its_place_is_open(play: Any) -> None:
    act = await called_and_prepared(play)
    await play.at((await play.candidate("a")).turn.term.ends_at)
    assert await refused(performed(play, act, play.clock.now())) == "turn_over"


async def test_a_late_free_choice_ends_the_overdue_turn_first(play: Any) -> None:
    await play.child("a")
    (free,) = await play.opened()
    (held,) = await play.offered()
    await play.called("a", held)
    ends_at = (await play.candidate("a")).turn.term.ends_at
    play.clock.move_to(ends_at)
    await play.chooses("a", free)
    assert await play.story("a") == [
        ("TurnStarted", "notified"),
        ("TurnEnded", "queued"),
        ("ReferralIssued", "referred"),
    ]
    assert (await play.place(held)).status is PlaceStatus.OPEN
    await play.fires()
    assert len(await play.story("a")) == 3


async def test_a_held_place_is_not_offered_for_signing_after_the_turn(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    play.clock.move_to((await play.candidate("a")).turn.term.ends_at)
    assert await refused(play.prepared("a", place)) == "turn_over"


async def test_nobody_prepares_what_cannot_be(play: Any) -> None:
    await play.child("a")
    await play.child("b", born=date(play.start.year - 1, 1, 1))
    offered, held, free = await play.offered(3)
    await play.called("a", held)
    await play.nobody(free)
    assert await refused(play.prepared("a", offered)) == "place_taken"
    assert await refused(play.prepared("a", play.families["a"].id)) == "place_not_found"
    assert await refused(play.prepared("b", free)) == "child_too_young"
    play.families["b"] = replace(play.families["b"], parent=play.families["a"].parent)
    with pytest.raises(NotFound, match="application_not_found"):
        await play.prepared("b", free)
    await play.chooses("a", held)
    assert await refused(play.prepared("a", free)) == "open_referral_exists"


async def test_a_child_that_is_not_of_this_queue_cannot_take_its_place(play: Any) -> None:
    (place,) = await play.opened()
    play.queue = replace(play.queue, group_year=play.queue.group_year + 1)
    await play.child("a")
    assert await refused(play.prepared("a", place)) == "place_not_found"


async def two_who_want_one_place(play: Any) -> tuple[Act, Act, Any]:
    for name in "ab":
        await play.child(name)
    (place,) = await play.opened()
    return await play.prepared("a", place), await play.prepared("b", place), place


async def test_who_signed_first_has_the_place_though_nobody_finished_it(play: Any) -> None:
    first, second, place = await two_who_want_one_place(play)
    await play.receives(first)
    assert await refused(play.signed(second)) == "place_taken"
    assert (await play.place(place)).holder == play.families["a"].id


async def test_who_signed_first_has_the_place_though_the_authority_is_slow(play: Any) -> None:
    first, second, place = await two_who_want_one_place(play)
    opened = asyncio.Event()
    acts, gate = play.gated(opened)
    slow = asyncio.create_task(play.signed(first, acts))
    await gate.asked.wait()
    quick = asyncio.create_task(play.signed(second, acts))
    done, _ = await asyncio.wait([quick], timeout=0.3)
    assert not done
    opened.set()
    assert (await slow)["referral_number"]
    assert await refused(quick) == "place_taken"
    assert (await play.place(place)).holder == play.families["a"].id


async def test_an_authority_that_stays_silent_holds_a_place_back_for_a_minute(play: Any) -> None:
    first, second, place = await two_who_want_one_place(play)
    acts, _ = play.gated(None)
    await play.receives(first)
    assert await refused(play.signed(second, acts)) == "revocation_unknown"
    assert (await play.place(place)).status is PlaceStatus.OPEN
    play.clock.move_to(play.clock.now() + timedelta(seconds=61))
    await acts.finish_received()
    assert (await play.place(place)).holder == play.families["b"].id
    await play.acts.finish_received()
    assert await refused(play.signed(first)) == "place_taken"


async def test_the_place_of_an_overdue_turn_and_the_chosen_one_are_locked_in_their_order(play: Any) -> None:
    await play.child("a")
    chosen, held = sorted(await play.offered(2))
    await play.nobody(chosen)
    act = await prepared_after_the_turn(play, held, chosen)
    async with play.database.write() as tx:
        await places.share_places(tx, [str(chosen)])
        choosing = asyncio.create_task(performed(play, act, play.clock.now()))
        await eventually(lambda: waits_for_a_lock(play), "the choice waits for the chosen place")
        # were the held place locked meanwhile, PostgreSQL would end either with an error
        await places.share_places(tx, [str(held)])
    assert (await choosing).referral_number


async def prepared_after_the_turn(play: Any, held: UUID, chosen: UUID) -> Act:
    await play.called("a", held)
    play.clock.move_to((await play.candidate("a")).turn.term.ends_at)
    prepared: Act = await play.prepared("a", chosen)
    return prepared


async def waits_for_a_lock(play: Any) -> bool:
    statement = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
    async with play.database.read() as tx:
        return bool(await tx.value(sa.text(statement)))
