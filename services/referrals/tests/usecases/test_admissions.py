"""What becomes of a referral after its issue: cancelled, the family came, extended; late, at once, and by whom not."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from services.referrals.tests.usecases.admitting import (
    MINUTE,
    OFFICER,
    acceptance,
    cancellation,
    comes,
    prepared,
    referral,
    referred,
    refused,
    worker,
)

from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.referrals import (
    Arrived,
    PlacesOffered,
    ReferralCancelled,
    ReferralExtended,
)
from kezek.contracts.vocabulary import (
    ActorKind,
    ClockStop,
    ReferralStatus,
)
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.actors import Actor
from kezek.platform.acts import Act
from kezek.platform.testing import officer_of, worker_of
from kezek.platform.workdays import local_day, midnight_of
from kezek.referrals.adapters import tables
from kezek.referrals.usecases.extend_referral import ExtendReferral, Extension, load_extension

# cancelling


async def test_a_cancelled_referral_goes_on_to_the_next_child_and_never_back_to_who_gave_it(play: Any) -> None:
    place = await referred(play)
    await play.child("b")
    done = await play.signed(await cancellation(play))
    assert (done["status"], (await referral(play)).status) == ("queued", ReferralStatus.CANCELLED)
    told = await play.last(ReferralCancelled)
    assert (told.status, told.reason, told.actor, told.misses) == (
        Status.QUEUED,
        Reason.REFERRAL_CANCELLED,
        ActorKind.APPLICANT,
        0,
    )
    (again,) = (await play.last(PlacesOffered)).offers
    assert (again.place.place_id, again.not_for) == (place, (play.families["a"].id,))
    assert await play.terms() == []
    await play.called("b", place, again.place.offer)
    assert [row.kind for row in await play.terms()] == ["turn"]


async def test_a_child_that_gave_a_place_back_is_not_called_for_it_by_a_new_application_either(play: Any) -> None:
    place = await referred(play)
    child_id = play.families["a"].application.child_id
    await play.signed(await cancellation(play))
    await play.withdraws("a")
    await play.child("anew", child_id=child_id)
    await play.child("b")
    await play.called("b", place, 2)
    await play.withdraws("b")
    (again,) = (await play.last(PlacesOffered)).offers
    assert (again.place.offer, set(again.not_for)) == (3, {play.families["a"].id, play.families["anew"].id})


async def test_a_place_that_names_an_application_as_before_is_not_for_it(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    async with play.database.write() as tx:
        await tx.execute(sa.update(tables.place).values(not_for=[play.families["a"].id]))
    await play.child("b")
    await play.called("b", place)
    await play.withdraws("b")
    assert (await play.last(PlacesOffered)).offers[0].not_for == (play.families["a"].id,)


async def test_who_cancels_for_a_child_too_old_by_now_signs_that_it_is_removed(play: Any) -> None:
    birthday = local_day(play.start) + timedelta(days=1)
    await play.child("a", born=birthday.replace(year=birthday.year - 6))
    (place,) = await play.opened()
    await play.chooses("a", place)
    play.clock.move_to(midnight_of(birthday) - MINUTE)
    early = await cancellation(play)
    assert "вернётся в очередь по своему времени" in early.statement.decode()
    play.clock.move_to(midnight_of(birthday))
    assert await refused(play.signed(early)) == ("act_outdated", {})
    act = await cancellation(play)
    assert "будет снят с неё" in act.statement.decode()
    assert (await play.signed(act))["status"] == "removed"


async def test_who_cancelled_may_choose_again_and_gets_the_next_number(play: Any) -> None:
    await referred(play)
    await play.signed(await cancellation(play))
    (other,) = await play.opened()
    assert (await play.chooses("a", other))["referral_number"].endswith("02")


async def test_twenty_four_hours_are_exclusive_and_judged_by_the_receipt(play: Any) -> None:
    await referred(play)
    issued = (await referral(play)).issued_at
    play.clock.move_to(issued + timedelta(hours=24) - MINUTE)
    act = await cancellation(play)
    play.clock.move_to(issued + timedelta(hours=24))
    assert (await refused(play.signed(act)))[0] == "cancellation_too_late"
    assert (await refused(cancellation(play)))[0] == "cancellation_too_late"
    assert (await play.candidate("a")).status is Status.REFERRED


async def test_of_a_cancellation_and_an_acceptance_at_once_one_is_done(play: Any) -> None:
    await referred(play)
    acts = [await cancellation(play), await acceptance(play)]
    done = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    codes = sorted(getattr(each, "code", "done") for each in done)
    assert codes[0] in {"done", "cancellation_not_allowed"}
    assert codes.count("done") == 1


# «келді»


async def test_who_came_is_not_expired_and_who_noted_it_stands_in_the_history(play: Any) -> None:
    await referred(play)
    who, ends_at = worker(play), (await referral(play)).term.ends_at
    await comes(play, who)
    told = await play.last(Arrived)
    assert (told.referral.stopped_by, told.referral.days_left, told.actor) == (
        ClockStop.CAME,
        5,
        ActorKind.KINDERGARTEN,
    )
    assert [row.actor_id for row in await play.rows(tables.history)][-1] == who.person_id
    assert await play.terms() == []
    await play.at(ends_at + timedelta(days=30))
    assert (await play.candidate("a")).status is Status.REFERRED
    await comes(play)
    assert len(await play.events(Arrived)) == 1, "noted twice, it happened once"
    await play.signed(await acceptance(play))
    assert (await play.candidate("a")).status is Status.ENROLLED


async def test_nobody_comes_at_the_instant_of_the_end_nor_to_another_kindergarten(play: Any) -> None:
    await referred(play)
    assert await refused(comes(play, worker_of(new_id()))) == ("referral_not_found", {})
    play.clock.move_to((await referral(play)).term.ends_at)
    assert await refused(comes(play)) == ("referral_not_valid", {"status": "expired"})
    await play.fires()
    assert (await play.candidate("a")).status is Status.STOP_LISTED


async def test_an_arrival_in_the_last_moment_and_the_deadline_at_once_are_one_end_or_none(play: Any) -> None:
    await referred(play)
    ends_at = (await referral(play)).term.ends_at
    play.clock.move_to(ends_at - MINUTE)
    came = asyncio.create_task(comes(play))
    await asyncio.gather(came, play.at(ends_at), return_exceptions=True)
    status = (await play.candidate("a")).status
    assert status is (Status.STOP_LISTED if came.exception() else Status.REFERRED)
    assert [row.kind for row in await play.terms()] == (["stop-list"] if came.exception() else [])


# extending


async def may_extend(play: Any, version: int = 2, *, allowed: bool = True) -> None:
    numbers = replace(REFERRAL_PROFILE, id=f"1110-{version}", extension_by_officer=allowed, extension_working_days=4)
    today = local_day(play.clock.now())
    told = PolicyPublished(district="1110", version=version, in_force_from=today, policy=numbers)
    await play.told(told, version=version)


async def offered_extension(play: Any, by: Actor = OFFICER) -> int | None:
    async with play.database.read() as tx:
        return await load_extension(tx, by, (await referral(play)).id)


async def extension(play: Any, by: Actor = OFFICER) -> Act[Any, Any]:
    body = Extension(referral_id=(await referral(play)).id, words="Бала ауырып қалды")
    return await prepared(play, ExtendReferral, by, body)


async def test_an_extended_referral_ends_later_and_once(play: Any) -> None:
    await may_extend(play)
    await referred(play)
    before, again = (await referral(play)).term, await extension(play)
    await play.signed(await extension(play))
    after = (await referral(play)).term
    assert after.last_day == before.last_day + timedelta(days=4)
    assert (await play.last(ReferralExtended)).referral.extended
    assert [(row.kind, row.due_at) for row in await play.terms()] == [("referral", after.ends_at)]
    assert (await refused(play.signed(again)))[0] == "extended_already"
    await play.at(before.ends_at)
    assert (await play.candidate("a")).status is Status.REFERRED
    await play.at(after.ends_at)
    assert (await play.candidate("a")).status is Status.STOP_LISTED


async def test_without_the_policy_or_from_elsewhere_nobody_extends(play: Any) -> None:
    await referred(play)
    assert await refused(extension(play)) == ("extension_not_allowed", {})
    assert await refused(extension(play, officer_of("1116"))) == ("referral_not_found", {})


async def test_an_extension_is_offered_by_the_policy_by_which_it_is_judged(play: Any) -> None:
    await may_extend(play)
    await referred(play)
    await may_extend(play, 3, allowed=False)
    assert await offered_extension(play) == 4
    assert await refused(offered_extension(play, officer_of("1116"))) == ("referral_not_found", {})
    own = replace(play.families["a"].parent, grants=OFFICER.grants)
    assert await offered_extension(play, own) is None
    await play.signed(await extension(play))
    assert await offered_extension(play) is None
    await play.signed(await cancellation(play))
    (place,) = await play.opened()
    await play.chooses("a", place)
    await may_extend(play, 4)
    assert await offered_extension(play) is None
