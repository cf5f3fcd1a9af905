"""A child has left its kindergarten, as kindergartens tells: its application is over, a new one goes its way (§7)."""

from dataclasses import replace
from datetime import date
from typing import Any

from kezek.contracts.kindergartens import ChildDeparted
from kezek.contracts.law import Reason
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.referrals import Departed, PlacesOffered
from kezek.contracts.vocabulary import ActorKind, DepartureReason, InstructionLanguage, PlaceStatus, ReferralStatus
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.workdays import local_day


def left(play: Any, name: str = "a", reason: DepartureReason = DepartureReason.MOVED_AWAY) -> ChildDeparted:
    return ChildDeparted(
        application_id=play.families[name].id,
        kindergarten_id=play.gardens["Бәйтерек"],
        queue=play.queue,
        language=InstructionLanguage.KAZAKH,
        since=date(2026, 1, 12),
        left_on=date(2026, 1, 12),
        reason=reason,
    )


async def enrolled(play: Any, name: str = "a", **facts: Any) -> Any:
    await play.child(name, **facts)
    (place,) = (await play.offered())[-1:]
    await play.called(name, place)
    await play.chooses(name, place)
    await play.signed(await play.acceptance(name))
    return place


async def test_the_application_of_a_departed_child_is_over(play: Any) -> None:
    place = await enrolled(play)
    offered = len(await play.events(PlacesOffered))
    await play.told(left(play))
    candidate, event = await play.candidate("a"), await play.last(Departed)
    assert (candidate.status, candidate.referral.status) == (Status.DEPARTED, ReferralStatus.DEPARTED)
    assert (event.over, event.actor, event.reason) == (True, ActorKind.KINDERGARTEN, Reason.CHILD_DEPARTED)
    assert (event.departure, event.old_time_kept) == (DepartureReason.MOVED_AWAY, False)
    assert event.kindergarten_id == play.gardens["Бәйтерек"]
    assert (await play.place(place)).status is PlaceStatus.TAKEN
    assert len(await play.events(PlacesOffered)) == offered
    await play.check_what_was_told()


async def test_of_a_closed_kindergarten_the_administrators_closing_is_told(play: Any) -> None:
    await enrolled(play)
    await play.told(left(play, reason=DepartureReason.CLOSED))
    event = await play.last(Departed)
    assert (event.over, event.actor, event.reason) == (True, ActorKind.ADMINISTRATOR, Reason.KINDERGARTEN_CLOSED)
    assert (event.departure, event.left_on, event.old_time_kept) == (DepartureReason.CLOSED, date(2026, 1, 12), True)
    await play.check_what_was_told()


async def test_told_again_it_ends_once(play: Any) -> None:
    await enrolled(play)
    await play.told(left(play))
    await play.told(left(play), version=2)
    assert len(await play.events(Departed)) == 1


async def test_who_is_not_enrolled_goes_on(play: Any) -> None:
    await play.child("a")
    await play.garden()
    await play.told(left(play))
    assert (await play.candidate("a")).status is Status.QUEUED
    assert await play.events(Departed) == []


async def test_a_departed_child_is_given_a_place_anew(play: Any) -> None:
    await enrolled(play)
    await play.told(left(play))
    await enrolled(play, "b", child_id=play.families["a"].application.child_id)
    assert (await play.candidate("b")).status is Status.ENROLLED
    assert (await play.candidate("a")).status is Status.DEPARTED


async def test_where_the_policy_of_the_day_keeps_no_old_time_that_is_told(play: Any) -> None:
    await enrolled(play)
    today = local_day(play.clock.now())
    strict = replace(REFERRAL_PROFILE, id=f"{play.queue.district}-2", old_time_kept_on_closing=False)
    told = PolicyPublished(district=play.queue.district, version=2, in_force_from=today, policy=strict)
    await play.told(told, version=2)
    closing = left(play, reason=DepartureReason.CLOSED).model_copy(update={"left_on": today})
    await play.told(closing)
    event = await play.last(Departed)
    assert (event.reason, event.old_time_kept) == (Reason.KINDERGARTEN_CLOSED, False)
