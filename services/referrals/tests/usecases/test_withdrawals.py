"""A family takes its application back: whenever, at once with others, late, twice."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kezek.contracts.applications import ApplicationChanged
from kezek.contracts.law import Reason, Rule
from kezek.contracts.referrals import CandidateChanged, Closed, PlacesOffered
from kezek.contracts.vocabulary import ActorKind, PlaceStatus, ReferralStatus
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import NotFound, Refusal
from kezek.platform.testing import an_actor
from kezek.referrals.adapters import tables
from kezek.referrals.usecases.withdraw_application import Withdrawal, WithdrawApplication


async def refused(asked: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refusal) as refusal:
        await asked
    return refusal.value.code, refusal.value.params


async def test_a_waiting_child_leaves_the_order_for_good(play: Any) -> None:
    await play.child("a")
    assert await play.withdraws("a") == {"application_id": str(play.families["a"].id), "status": "withdrawn"}
    assert await play.story("a") == [("Closed", "withdrawn")]
    told = await play.last(Closed)
    assert (told.reason, told.over, told.actor, told.moved) == (Reason.WITHDRAWN, True, ActorKind.APPLICANT, None)
    assert (await play.last(CandidateChanged)).waiting is False
    (place,) = await play.offered()
    await play.called("a", place)
    assert (await play.candidate("a")).turn is None


async def test_the_place_of_a_turn_goes_on_and_nothing_runs_any_more(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    await play.withdraws("a")
    assert await play.story("a") == [("TurnStarted", "notified"), ("TurnEnded", "withdrawn"), ("Closed", "withdrawn")]
    (again,) = (await play.last(PlacesOffered)).offers
    assert (again.place.place_id, again.place.offer) == (place, 2)
    assert await play.terms() == []
    assert [row.ended for row in await play.rows(tables.turn)] == ["withdrawn"]
    assert (await play.candidate("a")).misses == 0


async def test_a_referral_is_void_at_once_and_its_place_goes_on(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    await play.chooses("a", place)
    acceptance = await play.acceptance("a")
    await play.withdraws("a")
    candidate = await play.candidate("a")
    assert (candidate.status, candidate.referral.status, candidate.misses) == (
        Status.WITHDRAWN,
        ReferralStatus.VOIDED,
        0,
    )
    assert (await play.place(place)).status is PlaceStatus.OFFERED
    assert await play.terms() == []
    assert await refused(play.signed(acceptance)) == ("referral_not_valid", {"status": "voided"})


async def test_who_is_on_the_stop_list_leaves_it_with_the_queue(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    await play.chooses("a", place)
    await play.at((await play.candidate("a")).referral.term.ends_at)
    await play.withdraws("a")
    assert await play.terms() == []
    assert (await play.candidate("a")).misses == 1


async def test_an_enrolled_child_is_withdrawn_by_nobody(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    await play.chooses("a", place)
    withdrawal = await play.withdrawal("a")
    await play.signed(await play.acceptance("a"))
    assert await refused(play.signed(withdrawal)) == ("withdrawal_not_allowed", {"status": "enrolled"})
    assert await refused(play.withdrawal("a")) == ("withdrawal_not_allowed", {"status": "enrolled"})


async def test_anothers_application_does_not_exist(play: Any) -> None:
    family = await play.child("a")
    async with play.database.write() as tx:
        with pytest.raises(NotFound, match="application_not_found"):
            await play.acts.prepare(tx, WithdrawApplication, an_actor(), Withdrawal(application_id=family.id))


async def test_two_tabs_withdraw_once(play: Any) -> None:
    await play.child("a")
    acts = [await play.withdrawal("a") for _ in range(2)]
    answers = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    assert sorted(getattr(answer, "code", "done") for answer in answers) == ["done", "withdrawal_not_allowed"]
    assert len(await play.events(Closed)) == 1


async def test_who_is_called_meanwhile_is_asked_once_more(play: Any) -> None:
    await play.child("a")
    act = await play.withdrawal("a")
    (place,) = await play.offered()
    await play.called("a", place)
    assert (await refused(play.signed(act)))[0] == "act_outdated"
    assert (await play.candidate("a")).status is Status.NOTIFIED


async def test_a_choice_received_before_comes_first_and_is_void_then(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    choice, withdrawal = await play.prepared("a", place), await play.withdrawal("a")
    await play.receives(choice)
    assert (await refused(play.signed(withdrawal)))[0] == "act_outdated"
    assert (await play.candidate("a")).status is Status.REFERRED
    await play.withdraws("a")
    assert (await play.place(place)).status is PlaceStatus.OFFERED


async def test_choice_and_withdrawal_at_once_leave_one_end(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    acts = [await play.prepared("a", place), await play.withdrawal("a")]
    await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    candidate = await play.candidate("a")
    holder = (await play.place(place)).holder
    assert (candidate.status, holder) in {(Status.WITHDRAWN, None), (Status.REFERRED, candidate.application_id)}


async def test_received_in_time_it_is_judged_before_the_timer(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    await play.chooses("a", place)
    ends_at = (await play.candidate("a")).referral.term.ends_at
    play.clock.move_to(ends_at - timedelta(minutes=10))
    act = await play.withdrawal("a")
    await play.receives(act)
    await play.at(ends_at)
    candidate = await play.candidate("a")
    assert (candidate.status, candidate.misses) == (Status.WITHDRAWN, 0)


async def test_what_was_over_before_ends_first_with_its_miss(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    await play.chooses("a", place)
    ends_at = (await play.candidate("a")).referral.term.ends_at
    play.clock.move_to(ends_at)
    await play.withdraws("a")
    assert (await play.candidate("a")).misses == 1
    assert len((await play.last(PlacesOffered)).offers) == 1
    assert [name for name, _ in await play.story("a")] == ["ReferralIssued", "ReferralExpired", "StopListed", "Closed"]


async def test_a_place_freed_by_what_was_over_goes_to_its_own_queue_though_the_child_stands_in_another(
    play: Any,
) -> None:
    family = await play.child("a")
    (place,) = await play.opened()
    await play.chooses("a", place)
    elsewhere = replace(play.queue, district="1132")
    changed = family.application.model_dump() | {"queue": elsewhere}
    await play.told(ApplicationChanged(**changed, reason=Reason.APPLICATION_CHANGED, rule=Rule.APPLICATION), version=2)
    play.clock.move_to((await play.candidate("a")).referral.term.ends_at)
    await play.withdraws("a")
    candidate, offered = await play.candidate("a"), await play.last(PlacesOffered)
    assert (candidate.status, candidate.queue) == (Status.WITHDRAWN, elsewhere)
    assert (offered.queue, [each.place.place_id for each in offered.offers]) == (play.queue, [place])


async def test_a_withdrawal_received_before_an_acceptance_comes_first(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    await play.chooses("a", place)
    withdrawal, acceptance = await play.withdrawal("a"), await play.acceptance("a")
    await play.receives(withdrawal)
    assert await refused(play.signed(acceptance)) == ("referral_not_valid", {"status": "voided"})
    assert (await play.candidate("a")).status is Status.WITHDRAWN
