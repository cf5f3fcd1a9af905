"""A transfer on the database: two applications of one child, of which one ends the other (domain §7.transfer)."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import ChildSwapped
from kezek.contracts.law import Reason
from kezek.contracts.policy import VOUCHER_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.referrals import CallAnswered, Closed, Departed, PlacesOffered, ReferralAccepted
from kezek.contracts.values import Transfer
from kezek.contracts.vocabulary import ActorKind, InstructionLanguage, ReferralStatus
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import Conflict
from kezek.platform.workdays import local_day
from kezek.referrals.domain.choosing import Missing
from kezek.referrals.usecases.list_choices import list_choices, list_prospects

from .test_departures import enrolled, left  # noqa: TID252  # one way of being enrolled for both


async def refused(attempt: Awaitable[Any]) -> str:
    with pytest.raises(Conflict) as refusal:
        await attempt
    return refusal.value.code


async def asked(play: Any, name: str = "t", of: str = "a", **facts: Any) -> Any:
    """The enrolled child asks for another kindergarten."""
    family = play.families[of]
    here = Transfer(application_id=family.id, kindergarten_id=play.gardens["Бәйтерек"])
    child_id = family.application.child_id
    return await play.child(name, child_id=child_id, parent=family.parent, transfer=here, **facts)


async def by_vouchers(play: Any) -> None:
    """The district goes over to the voucher regime."""
    policy, today = replace(VOUCHER_PROFILE, id="1110-2"), local_day(play.clock.now())
    await play.told(PolicyPublished(district="1110", version=2, in_force_from=today, policy=policy), version=2)


async def referred(play: Any) -> UUID:
    """It has a referral to the other kindergarten."""
    (place,) = await play.opened(1, "Ақбота")
    await play.chooses("t", place)
    return place


@pytest.fixture
async def asking(play: Any) -> Any:
    await enrolled(play)
    await asked(play)
    return play


async def test_the_acceptance_elsewhere_departs_the_child_at_the_same_instant(asking: Any) -> None:
    await referred(asking)
    kept = await asking.candidate("a")
    assert (kept.status, kept.referral.status) == (Status.ENROLLED, ReferralStatus.ACCEPTED)
    await asking.signed(await asking.acceptance("t", "Ақбота"))
    former, new = await asking.candidate("a"), await asking.candidate("t")
    assert (former.status, former.referral.status) == (Status.DEPARTED, ReferralStatus.DEPARTED)
    assert (new.status, new.referral.status) == (Status.ENROLLED, ReferralStatus.ACCEPTED)
    departed, accepted = await asking.last(Departed), await asking.last(ReferralAccepted)
    assert (departed.reason, departed.actor) == (Reason.TRANSFERRED, ActorKind.KINDERGARTEN)
    assert accepted.transfer_of == former.application_id
    # and from there it may go on to a third one, but be enrolled in one only
    await asked(asking, "u", of="t")
    assert (await asking.candidate("u")).status is Status.QUEUED


async def test_it_is_called_for_no_place_of_its_own_kindergarten(asking: Any) -> None:
    own, other = await asking.offered(), await asking.offered(1, "Ақбота")
    told = {each.place.place_id: each.not_for for event in await asking.events(PlacesOffered) for each in event.offers}
    assert (told[own[0]], told[other[0]]) == ((asking.families["t"].id,), ())
    # a call by who had not heard of it is answered with no, and the place offered again without the child
    await asking.called("t", own[0])
    answer, again = await asking.last(CallAnswered), await asking.last(PlacesOffered)
    assert (answer.started, answer.reason) == (False, Reason.OWN_KINDERGARTEN)
    assert [(each.place.offer, each.not_for) for each in again.offers] == [(2, (asking.families["t"].id,))]


async def test_it_may_take_no_place_of_its_own_kindergarten_in_free_choice(asking: Any) -> None:
    (own,) = await asking.opened()
    parent = asking.families["t"].parent
    assert await refused(asking.prepared("t", own)) == "place_of_own_kindergarten"
    async with asking.database.read() as tx:
        (_, mine) = sorted(await list_prospects(tx, parent, tx.now()), key=lambda each: each.candidate.serial)
        assert mine.prospect.missing is Missing.NO_PLACE
        assert await list_choices(tx, mine.candidate, tx.now()) == []
    await asking.opened(1, "Ақбота")
    async with asking.database.read() as tx:
        (_, mine) = sorted(await list_prospects(tx, parent, tx.now()), key=lambda each: each.candidate.serial)
        assert mine.prospect.missing is None


async def test_after_a_swap_it_is_the_new_kindergarten_whose_places_are_none_for_it(asking: Any) -> None:
    swapped = ChildSwapped(
        application_id=asking.families["a"].id,
        kindergarten_id=await asking.garden("Ақбота"),
        queue=asking.queue,
        language=InstructionLanguage.KAZAKH,
        since=date(2026, 1, 12),
        swap_id=new_id(),
    )
    await asking.told(swapped)
    # what applications says later of its wishes leaves that as it is
    await asking.told(asking.families["t"].application, version=2)
    (former,), (own,) = await asking.opened(), await asking.opened(1, "Ақбота")
    assert await refused(asking.prepared("t", own)) == "place_of_own_kindergarten"
    await asking.chooses("t", former)


async def test_who_has_left_otherwise_is_not_transferred_any_more(asking: Any) -> None:
    await asking.told(left(asking))
    closed = await asking.last(Closed)
    assert (closed.application_id, closed.reason) == (asking.families["t"].id, Reason.ENROLMENT_OVER)
    assert (await asking.candidate("t")).status is Status.REMOVED


async def test_a_referral_outlives_the_enrolment_and_nothing_departs_by_it(asking: Any) -> None:
    await referred(asking)
    await asking.told(left(asking))
    assert (await asking.candidate("t")).status is Status.REFERRED
    await asking.signed(await asking.acceptance("t", "Ақбота"))
    assert (await asking.candidate("t")).status is Status.ENROLLED
    assert (await asking.last(ReferralAccepted)).transfer_of is None
    assert len(await asking.events(Departed)) == 1


async def test_with_nothing_to_leave_it_does_not_stand_in_the_queue_again(asking: Any) -> None:
    await referred(asking)
    await asking.told(left(asking))
    expires = (await asking.candidate("t")).referral.term.ends_at
    await asking.at(expires)
    listed = await asking.candidate("t")
    assert listed.status is Status.STOP_LISTED
    await asking.at(listed.stop_listed_until)
    assert (await asking.candidate("t")).status is Status.REMOVED
    assert (await asking.last(Closed)).reason is Reason.ENROLMENT_OVER


async def test_by_vouchers_an_inactive_one_is_over_when_the_child_has_left(asking: Any) -> None:
    await by_vouchers(asking)
    (place,) = await asking.offered(garden="Ақбота")
    await asking.called("t", place)
    await asking.at((await asking.candidate("t")).turn.term.ends_at)
    assert (await asking.candidate("t")).status is Status.INACTIVE
    await asking.told(left(asking))
    over = await asking.candidate("t")
    assert (over.status, over.inactive_until) == (Status.REMOVED, None)
    assert (await asking.last(Closed)).reason is Reason.ENROLMENT_OVER
    await asking.at(asking.clock.now() + timedelta(days=40))  # no term of it runs on
    assert [each.reason for each in await asking.events(Closed)] == [Reason.ENROLMENT_OVER]


async def test_it_may_begin_with_a_call_and_ends_if_the_child_had_left_before(play: Any) -> None:
    await enrolled(play)
    await play.told(left(play))
    (place,) = await play.offered(1, "Ақбота")
    here = Transfer(application_id=play.families["a"].id, kindergarten_id=play.gardens["Бәйтерек"])
    play.family("t", child_id=play.families["a"].application.child_id, transfer=here)
    await play.called("t", place)
    assert (await play.last(CallAnswered)).reason is Reason.CANDIDATE_NOT_WAITING
    await play.told(play.families["t"].application)
    assert (await play.candidate("t")).status is Status.REMOVED
    assert len(await play.events(Closed)) == 1


async def test_another_application_of_an_enrolled_child_gets_nothing_beside_its_transfer(asking: Any) -> None:
    await asking.child("b", child_id=asking.families["a"].application.child_id)
    (one, other) = await asking.opened(2, "Ақбота")
    assert await refused(asking.chooses("b", one)) == "open_referral_exists"
    await asking.chooses("t", one)
    assert await refused(asking.chooses("b", other)) == "open_referral_exists"


async def test_acceptance_and_departure_at_once_end_the_enrolment_once(play: Any) -> None:
    for number in range(6):
        name, wants = f"a{number}", f"t{number}"
        await enrolled(play, name)
        await asked(play, wants, of=name)
        (place,) = await play.opened(1, "Ақбота")
        await play.chooses(wants, place)
        act = await play.acceptance(wants, "Ақбота")
        await asyncio.gather(play.signed(act), play.told(left(play, name)))
        assert (await play.candidate(name)).status is Status.DEPARTED
        assert (await play.candidate(wants)).status is Status.ENROLLED
        mine = [each for each in await play.events(Departed) if each.application_id == play.families[name].id]
        accepted = await play.last(ReferralAccepted)
        by_transfer = mine[0].reason is Reason.TRANSFERRED
        assert len(mine) == 1
        assert accepted.transfer_of == (play.families[name].id if by_transfer else None)
