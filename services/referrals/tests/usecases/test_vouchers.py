"""By vouchers: inactive, restored once in 28 days, removed, declined; in time, late, at once, twice (§9.profiles)."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.policy import VOUCHER_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.referrals import CandidateChanged, CandidateEvent, Deactivated, PlacesOffered, TermEndsSoon
from kezek.contracts.vocabulary import ActorKind, PlaceStatus, ReferralStatus
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import NotFound, Refusal
from kezek.platform.testing import an_actor
from kezek.platform.workdays import local_day
from kezek.referrals.adapters import candidates
from kezek.referrals.usecases.decline_place import DeclinePlace, Declining
from kezek.referrals.usecases.restore_application import Restoration, RestoreApplication

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@pytest.fixture
async def vouchers(play: Any) -> Any:
    """A district by vouchers, with one child in its queue."""
    policy = replace(VOUCHER_PROFILE, id="1110-2")
    today = local_day(play.clock.now())
    await play.told(PolicyPublished(district="1110", version=2, in_force_from=today, policy=policy), version=2)
    await play.child("a")
    return play


async def restoration(play: Any, name: str = "a") -> Any:
    family = play.families[name]
    async with play.database.write() as tx:
        return await play.acts.prepare(tx, RestoreApplication, family.parent, Restoration(application_id=family.id))


async def declining(play: Any, name: str = "a") -> Any:
    family = play.families[name]
    async with play.database.write() as tx:
        return await play.acts.prepare(tx, DeclinePlace, family.parent, Declining(application_id=family.id))


async def called(play: Any) -> tuple[Any, datetime]:
    """The place that is held for the child, and when its turn ends."""
    (place,) = await play.offered()
    await play.called("a", place)
    return place, (await play.candidate("a")).turn.term.ends_at


async def inactive(play: Any) -> datetime:
    """Until when the child, which has let a turn pass, may be restored."""
    _, ends_at = await called(play)
    await play.at(ends_at)
    until: datetime = (await play.candidate("a")).inactive_until
    return until


async def refused(asked: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refusal) as refusal:
        await asked
    return refusal.value.code, refusal.value.params


async def reasons(play: Any) -> list[Reason]:
    return [each.reason for each in await play.events(CandidateEvent)]


async def test_who_does_not_confirm_is_inactive_for_28_days_and_is_not_called(vouchers: Any) -> None:
    place, ends_at = await called(vouchers)
    assert ends_at - vouchers.start < 3 * DAY
    started = await vouchers.last(CandidateEvent)
    assert (started.then_inactive, started.restored) == (True, False)
    await vouchers.at(ends_at)
    candidate = await vouchers.candidate("a")
    assert (candidate.status, candidate.misses) == (Status.INACTIVE, 0)
    assert candidate.inactive_until == ends_at + 28 * DAY
    (again,) = (await vouchers.last(PlacesOffered)).offers
    assert (again.place.place_id, again.place.offer) == (place, 2)
    told = await vouchers.last(Deactivated)
    assert (told.reason, told.then_inactive, told.over) == (Reason.NOT_CONFIRMED_IN_TIME, False, False)
    assert told.inactive_until == candidate.inactive_until
    assert (await vouchers.last(CandidateChanged)).waiting is False
    await vouchers.called("a", place, offer=2)
    assert await vouchers.candidate("a") == candidate
    assert [(row.kind, row.due_at) for row in await vouchers.terms()] == [("inactive", candidate.inactive_until)]


async def test_without_papers_in_time_the_voucher_is_void_and_the_child_inactive(vouchers: Any) -> None:
    place, _ = await called(vouchers)
    await vouchers.chooses("a", place)
    assert (await vouchers.last(CandidateEvent)).then_inactive is True
    referral = (await vouchers.candidate("a")).referral
    await vouchers.at(referral.term.ends_at)
    candidate = await vouchers.candidate("a")
    assert (candidate.status, candidate.referral.status) == (Status.INACTIVE, ReferralStatus.EXPIRED)
    assert (candidate.misses, await reasons(vouchers))[1][-1] is Reason.NO_PAPERS_IN_TIME
    assert (await vouchers.place(place)).status is PlaceStatus.OFFERED


async def test_restored_it_stands_at_its_own_time_and_the_next_silence_removes_it(vouchers: Any) -> None:
    until = await inactive(vouchers)
    await vouchers.at(until - 10 * DAY)
    act = await restoration(vouchers)
    assert await vouchers.signed(act) == {"application_id": str(vouchers.families["a"].id), "status": "queued"}
    candidate = await vouchers.candidate("a")
    assert (candidate.status, candidate.restored, candidate.inactive_until) == (Status.QUEUED, True, None)
    assert candidate.child.submitted_at == vouchers.families["a"].application.submitted_at
    told = await vouchers.last(CandidateEvent)
    assert (told.reason, told.actor, told.restored) == (Reason.RESTORED, ActorKind.APPLICANT, True)
    assert (await vouchers.last(CandidateChanged)).waiting is True
    assert await vouchers.terms() == []
    moved = vouchers.families["a"].application.model_copy(
        update={"application_id": new_id(), "restored": told.restored}
    )
    await vouchers.told(moved)
    async with vouchers.database.read() as tx:
        elsewhere = await candidates.find_candidate(tx, moved.application_id)
    assert elsewhere is not None
    assert elsewhere.restored, "who goes on in another district is not restored there once more"
    _, ends_at = await called(vouchers)
    await vouchers.at(ends_at)
    assert (await vouchers.candidate("a")).status is Status.REMOVED
    assert (await reasons(vouchers))[-2:] == [Reason.NOT_CONFIRMED_IN_TIME, Reason.RESTORED_BEFORE]
    assert await vouchers.terms() == []


async def test_who_is_not_restored_is_reminded_and_removed_at_the_end(vouchers: Any) -> None:
    until = await inactive(vouchers)
    await vouchers.at(until - MINUTE)
    (reminder,) = [each for each in await vouchers.events(TermEndsSoon) if each.status is Status.INACTIVE]
    assert (reminder.reason, reminder.inactive_until) == (Reason.RESTORING_DUE_SOON, until)
    await vouchers.at(until)
    assert (await vouchers.candidate("a")).status is Status.REMOVED
    last = await vouchers.last(CandidateEvent)
    assert (last.reason, last.over, last.inactive_until) == (Reason.NOT_RESTORED_IN_TIME, True, None)
    assert await refused(restoration(vouchers)) == ("not_inactive", {"status": "removed"})


async def test_received_in_the_last_minute_a_restoration_is_in_time_though_the_end_comes_first(vouchers: Any) -> None:
    until = await inactive(vouchers)
    vouchers.clock.move_to(until - MINUTE)
    await vouchers.receives(await restoration(vouchers))
    vouchers.clock.move_to(until)
    await asyncio.gather(vouchers.acts.finish_received(), vouchers.timers().fire_due())
    await vouchers.fires()
    assert (await vouchers.candidate("a")).status is Status.QUEUED
    assert Reason.NOT_RESTORED_IN_TIME not in await reasons(vouchers)


async def test_at_the_very_instant_it_is_too_late(vouchers: Any) -> None:
    until = await inactive(vouchers)
    vouchers.clock.move_to(until - MINUTE)
    act = await restoration(vouchers)
    vouchers.clock.move_to(until)
    assert await refused(restoration(vouchers)) == ("restored_too_late", {"until": until.isoformat()})
    assert await refused(vouchers.signed(act)) == ("restored_too_late", {"until": until.isoformat()})
    await vouchers.fires()
    assert (await reasons(vouchers)).count(Reason.NOT_RESTORED_IN_TIME) == 1


async def test_two_tabs_restore_once(vouchers: Any) -> None:
    await inactive(vouchers)
    acts = [await restoration(vouchers) for _ in range(2)]
    answers = await asyncio.gather(*(vouchers.signed(act) for act in acts), return_exceptions=True)
    assert sorted(getattr(answer, "code", "done") for answer in answers) == ["done", "not_inactive"]
    assert (await reasons(vouchers)).count(Reason.RESTORED) == 1


async def test_who_has_grown_too_old_is_not_restored_and_anothers_application_does_not_exist(vouchers: Any) -> None:
    until = await inactive(vouchers)
    body = Restoration(application_id=vouchers.families["a"].id)
    async with vouchers.database.write() as tx:
        with pytest.raises(NotFound, match="application_not_found"):
            await vouchers.acts.prepare(tx, RestoreApplication, an_actor(), body)
    policy = replace(VOUCHER_PROFILE, id="1110-3", called_below_months=24)
    today = local_day(vouchers.clock.now())
    await vouchers.told(PolicyPublished(district="1110", version=3, in_force_from=today, policy=policy), version=3)
    assert (await refused(restoration(vouchers)))[0] == "too_old_to_restore"
    await vouchers.at(until)
    assert (await reasons(vouchers))[-1] is Reason.NOT_RESTORED_IN_TIME


async def test_declining_in_a_turn_ends_the_application_and_passes_the_place_on(vouchers: Any) -> None:
    place, _ = await called(vouchers)
    acts = [await declining(vouchers), await declining(vouchers)]
    answers = await asyncio.gather(*(vouchers.signed(act) for act in acts), return_exceptions=True)
    assert sorted(getattr(answer, "code", "done") for answer in answers) == ["done", "nothing_to_decline"]
    assert (await vouchers.candidate("a")).status is Status.REMOVED
    assert (await reasons(vouchers))[-2:] == [Reason.PLACE_DECLINED] * 2
    (again,) = (await vouchers.last(PlacesOffered)).offers
    assert (again.place.place_id, again.place.offer) == (place, 2)
    assert await vouchers.terms() == []


async def test_a_voucher_is_declined_and_not_cancelled(vouchers: Any) -> None:
    place, _ = await called(vouchers)
    await vouchers.chooses("a", place)
    assert await vouchers.signed(await declining(vouchers))
    candidate = await vouchers.candidate("a")
    assert (candidate.status, candidate.referral.status) == (Status.REMOVED, ReferralStatus.VOIDED)
    assert (await vouchers.place(place)).status is PlaceStatus.OFFERED


async def test_a_choice_and_declining_at_once_leave_one_end(vouchers: Any) -> None:
    place, ends_at = await called(vouchers)
    acts = [await vouchers.prepared("a", place), await declining(vouchers)]
    await asyncio.gather(*(vouchers.signed(act) for act in acts), return_exceptions=True)
    candidate, held = await vouchers.candidate("a"), await vouchers.place(place)
    assert (candidate.status, held.holder) in {(Status.REMOVED, None), (Status.REFERRED, candidate.application_id)}
    await vouchers.at(ends_at)
    assert [each.reason for each in await vouchers.events(CandidateEvent)].count(Reason.NOT_CONFIRMED_IN_TIME) == 0


async def test_declined_at_the_end_of_the_turn_it_is_inactive_and_nothing_is_left_to_decline(vouchers: Any) -> None:
    _, ends_at = await called(vouchers)
    vouchers.clock.move_to(ends_at - MINUTE)
    act = await declining(vouchers)
    vouchers.clock.move_to(ends_at)
    assert await refused(declining(vouchers)) == ("nothing_to_decline", {"status": "notified"})
    assert await refused(vouchers.signed(act)) == ("nothing_to_decline", {"status": "inactive"})
    await vouchers.fires()
    assert (await vouchers.candidate("a")).status is Status.INACTIVE


async def test_by_referrals_nothing_is_declined_or_inactive(play: Any) -> None:
    await play.child("a")
    place, ends_at = await called(play)
    assert (await play.last(CandidateEvent)).then_inactive is False
    assert (await refused(declining(play)))[0] == "declining_not_here"
    assert await refused(restoration(play)) == ("not_inactive", {"status": "notified"})
    await play.at(ends_at)
    assert ((await play.candidate("a")).status, (await play.place(place)).status) == (Status.QUEUED, PlaceStatus.OPEN)
