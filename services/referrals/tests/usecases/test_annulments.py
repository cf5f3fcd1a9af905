"""An officer annuls places: free, held, at once with families who choose, with calls under way, late."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.queue import Called, NobodyToCall
from kezek.contracts.referrals import CallAnswered, CandidateChanged, PlaceChanged, PlacesOffered, TurnEnded
from kezek.contracts.vocabulary import ActorKind, AnnulmentReason, PlaceStatus
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.actors import Actor
from kezek.platform.errors import Refusal
from kezek.platform.tables import deadline
from kezek.platform.testing import an_actor, officer_of
from kezek.referrals.adapters import tables
from kezek.referrals.usecases.annul_places import AnnulPlaces, PlacesToAnnul

MISTAKE = AnnulmentReason.PUBLISHED_BY_MISTAKE


async def refused(asked: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refusal) as refusal:
        await asked
    return refusal.value.code, refusal.value.params


async def annulment(play: Any, *place_ids: UUID, by: Actor | None = None, **said: Any) -> Any:
    vacancy_id = (await play.place(place_ids[0])).vacancy_id
    body = PlacesToAnnul(**{"vacancy_id": vacancy_id, "place_ids": place_ids, "reason": MISTAKE, **said})
    async with play.database.write() as tx:
        return await play.acts.prepare(tx, AnnulPlaces, by or officer_of("1110"), body)


async def called(play: Any, name: str = "a", number: int = 1) -> list[UUID]:
    """Places of which the first is held for the turn of a child."""
    await play.child(name)
    offered: list[UUID] = await play.offered(number)
    await play.called(name, offered[0])
    return offered


async def test_free_places_are_nobodys_any_more(play: Any) -> None:
    offered, *_ = await play.offered(2)
    (opened,) = await play.opened()
    for place in (offered, opened):
        result = await play.signed(await annulment(play, place))
        assert (result["places"], result["turns"]) == (1, 0)
        assert (await play.place(place)).status is PlaceStatus.ANNULLED
        assert (await play.last(PlaceChanged)).status is PlaceStatus.ANNULLED


async def test_a_held_places_turn_ends_and_the_family_is_told_why(play: Any) -> None:
    held, free = await called(play, number=2)
    await play.signed(await annulment(play, held, free))
    assert await play.story("a") == [("TurnStarted", "notified"), ("TurnEnded", "queued")]
    told = await play.last(TurnEnded)
    assert (told.reason, told.actor, told.misses) == (Reason.PLACE_ANNULLED, ActorKind.OFFICER, 0)
    assert (await play.last(CandidateChanged)).waiting is True
    assert [row.kind for row in await play.rows(deadline) if row.kind == "turn"] == []
    assert [row.ended for row in await play.rows(tables.turn)] == ["place_annulled"]
    assert {(await play.place(each)).status for each in (held, free)} == {PlaceStatus.ANNULLED}
    (kept,) = await play.rows(tables.annulment)
    assert (kept.places, kept.turns, kept.reason, kept.officer_name) == (2, 1, "published_by_mistake", "СЫНАҚОВА ҮЛГІ")
    # what waits can be called again at its own time
    (again,) = await play.offered()
    await play.called("a", again)
    assert (await play.candidate("a")).status is Status.NOTIFIED


async def test_a_taken_place_is_refused_by_its_number_and_nothing_of_the_rest_changes(play: Any) -> None:
    held, free = await called(play, number=2)
    act = await annulment(play, held, free)
    await play.chooses("a", held)
    assert await refused(play.signed(act)) == ("places_not_free", {"ordinals": "1"})
    assert (await play.place(free)).status is PlaceStatus.OFFERED
    assert await refused(annulment(play, held)) == ("places_not_free", {"ordinals": "1"})
    await play.signed(await annulment(play, free))
    assert await refused(annulment(play, free)) == ("places_not_free", {"ordinals": "2"})


async def test_what_the_officer_did_not_see_is_shown_again(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    act = await annulment(play, place)
    await play.called("a", place)
    assert (await refused(play.signed(act)))[0] == "act_outdated"
    assert (await play.candidate("a")).status is Status.NOTIFIED
    (stated,) = (await annulment(play, place)).facts.places
    assert (stated.ordinal, stated.application_number) == (1, play.families["a"].application.number)


async def test_only_an_officer_of_the_district_and_only_places_of_the_vacancy(play: Any) -> None:
    (place,) = await play.offered()
    (other,) = await play.offered()
    assert (await refused(annulment(play, place, by=officer_of("1116"))))[0] == "vacancy_not_found"
    assert (await refused(annulment(play, place, by=an_actor())))[0] == "permission_missing"
    assert (await refused(annulment(play, place, other)))[0] == "place_not_found"
    assert (await refused(annulment(play, place, vacancy_id=new_id())))[0] == "vacancy_not_found"
    assert (await refused(annulment(play, place, reason=AnnulmentReason.OTHER)))[0] == "annulment_remark_required"


async def test_a_call_under_way_for_an_annulled_place_is_answered_as_void(play: Any) -> None:
    await play.child("a")
    first, second = await play.offered(2)
    late = play.call(play.called_child("a", first))
    await play.signed(await annulment(play, first))
    await play.told(late)
    answer = await play.last(CallAnswered)
    assert (answer.call_id, answer.started, answer.reason) == (late.call_id, False, Reason.OFFER_VOID)
    await play.told(NobodyToCall(queue=play.queue, places=(play.called_child("a", first).place,)))
    assert (await play.place(first)).status is PlaceStatus.ANNULLED
    assert (await play.place(second)).status is PlaceStatus.OFFERED


async def test_of_a_call_of_twins_the_place_that_is_left_is_offered_anew(play: Any) -> None:
    await play.child("a")
    await play.child("b")
    first, second = await play.offered(2)
    both = Called(
        call_id=new_id(), queue=play.queue, children=(play.called_child("a", first), play.called_child("b", second))
    )
    await play.signed(await annulment(play, first))
    await play.told(both)
    (offer,) = (await play.last(PlacesOffered)).offers
    assert (offer.place.place_id, offer.place.offer) == (second, 2)


async def test_a_choice_received_before_comes_first(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    choice, act = await play.prepared("a", place), await annulment(play, place)
    await play.receives(choice)
    assert await refused(play.signed(act)) == ("places_not_free", {"ordinals": "1"})
    assert (await play.candidate("a")).status is Status.REFERRED


async def test_a_withdrawal_received_before_comes_first(play: Any) -> None:
    (place,) = await called(play)
    withdrawal, act = await play.withdrawal("a"), await annulment(play, place)
    await play.receives(withdrawal)
    assert (await refused(play.signed(act)))[0] == "act_outdated"
    assert (await play.candidate("a")).status is Status.WITHDRAWN


async def test_a_turn_that_was_over_by_then_has_lapsed_and_is_not_annulled(play: Any) -> None:
    (place,) = await called(play)
    ends_at = (await play.candidate("a")).turn.term.ends_at
    play.clock.move_to(ends_at - timedelta(seconds=30))
    act = await annulment(play, place)
    play.clock.move_to(ends_at)
    assert (await refused(play.signed(act)))[0] == "act_outdated"
    await play.fires()
    assert (await play.story("a"))[-1] == ("TurnEnded", "queued")
    assert (await play.last(TurnEnded)).reason is Reason.NO_CHOICE_IN_TIME


@pytest.mark.parametrize("holding", [True, False], ids=["held", "open"])
async def test_choice_and_annulment_at_once_leave_one_of_them(play: Any, holding: bool) -> None:
    if holding:
        (place,) = await called(play)
    else:
        await play.child("a")
        (place,) = await play.opened()
    acts = [await play.prepared("a", place), await annulment(play, place)]
    await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    left = ((await play.candidate("a")).status, (await play.place(place)).status)
    assert left in {(Status.REFERRED, PlaceStatus.TAKEN), (Status.QUEUED, PlaceStatus.ANNULLED)}


async def test_two_officers_annul_once(play: Any) -> None:
    (place,) = await called(play)
    acts = [await annulment(play, place) for _ in range(2)]
    answers = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    assert sorted(getattr(answer, "code", "done") for answer in answers) == ["done", "places_not_free"]
    assert len(await play.events(TurnEnded)) == 1
