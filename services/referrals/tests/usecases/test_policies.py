"""A district's policy and the working calendar, as they were heard, are what terms are counted by (domain §9)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import CalendarPublished, PolicyPublished
from kezek.contracts.referrals import ReferralIssued
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import Conflict
from kezek.platform.workdays import local_day

DISTRICT = "1110"


def policy(play: Any, number: int = 2, days_from_now: int = 0, **numbers: Any) -> PolicyPublished:
    return PolicyPublished(
        district=DISTRICT,
        version=number,
        in_force_from=local_day(play.clock.now()) + timedelta(days=days_from_now),
        policy=replace(REFERRAL_PROFILE, id=f"{DISTRICT}-{number}", **numbers),
    )


async def last_day_of_turn(play: Any, name: str) -> date:
    await play.child(name)
    (place,) = await play.offered()
    await play.called(name, place)
    last: date = (await play.candidate(name)).turn.term.last_day
    return last


async def test_a_turn_has_the_days_of_the_policy_in_force_when_it_began_and_keeps_its_id(play: Any) -> None:
    monday = local_day(play.clock.now())
    await play.told(policy(play, choice_working_days=1), version=2)
    assert await last_day_of_turn(play, "a") == monday + timedelta(days=1)
    assert (await play.candidate("a")).turn.policy == "1110-2"


async def test_a_policy_that_is_coming_changes_nothing_today(play: Any) -> None:
    monday = local_day(play.clock.now())
    await play.told(policy(play, days_from_now=1, choice_working_days=1), version=2)
    assert await last_day_of_turn(play, "a") == monday + timedelta(days=3)
    assert (await play.candidate("a")).turn.policy == "default-1"


async def test_a_running_referral_ends_by_its_own_policy_whatever_came_since(play: Any) -> None:
    await play.told(policy(play, stop_list_working_days=5, misses_until_removal=2), version=2)
    await play.child("a")
    await play.chooses("a", (await play.opened())[0])
    referral = (await play.candidate("a")).referral
    await play.told(policy(play, 3, stop_list_working_days=20, misses_until_removal=1), version=3)
    await play.at(referral.term.ends_at)
    candidate = await play.candidate("a")
    assert (referral.policy, candidate.status) == ("1110-2", Status.STOP_LISTED)
    assert (await play.last(ReferralIssued)).referral.policy == "1110-2", "others are told by which it is judged"
    assert candidate.stop_listed_until == referral.term.ends_at + timedelta(days=7)


@pytest.mark.parametrize(("misses", "status"), [(1, Status.REMOVED), (2, Status.STOP_LISTED)])
async def test_the_policys_miss_removes(play: Any, misses: int, status: Status) -> None:
    await play.told(policy(play, misses_until_removal=misses), version=2)
    await play.child("a")
    await play.chooses("a", (await play.opened())[0])
    await play.at((await play.candidate("a")).referral.term.ends_at)
    assert (await play.candidate("a")).status is status


async def test_a_day_that_was_set_free_is_not_counted_and_the_calendar_is_kept_by_its_version(play: Any) -> None:
    monday = local_day(play.clock.now())
    free = monday + timedelta(days=1)
    year = CalendarPublished(year=monday.year, version=8, holidays=(), worked=(), free=(free,), confirmed=True)
    await play.told(year, version=8)
    assert await last_day_of_turn(play, "a") == monday + timedelta(days=4)
    assert (await play.candidate("a")).turn.term.last_day != free


async def test_a_place_in_free_choice_is_judged_by_the_policy_of_the_day_while_a_turn_runs(play: Any) -> None:
    await play.child("a")
    (held,) = await play.offered()
    (free,) = await play.opened()
    await play.called("a", held)
    act = await play.prepared("a", free)
    await play.told(policy(play, called_below_months=48), version=2)
    with pytest.raises(Conflict, match="child_too_old"):
        await play.signed(act)
    with pytest.raises(Conflict, match="child_too_old"):
        await play.prepared("a", free)
    assert (await play.chooses("a", held))["referral_number"], "the turn goes by what the child was called with"
