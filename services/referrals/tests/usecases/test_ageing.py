"""A child grows too old: told before, removed at its midnight or when its term ends, by the policy of now (§4.ends)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from kezek.contracts.applications import ApplicationChanged
from kezek.contracts.law import Reason, Rule
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.referrals import (
    AgeingMoved,
    AgesOutSoon,
    CandidateChanged,
    CandidateEvent,
    Closed,
    PlacesOffered,
    TurnEnded,
)
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.messaging.jobs import JobRunner, add_job
from kezek.platform.tables import deadline
from kezek.platform.testing import published
from kezek.platform.workdays import local_day, midnight_of
from kezek.referrals.usecases import fire_deadlines
from kezek.referrals.usecases.ageing import JOB, plan_forgotten, plan_many

MINUTE = timedelta(minutes=1)


def birthday_in(play: Any, days: int) -> date:
    """Born so that the sixth birthday comes in so many days."""
    day: date = local_day(play.start) + timedelta(days=days)
    return day.replace(year=day.year - 6)


def midnight_in(play: Any, days: int) -> datetime:
    return midnight_of(local_day(play.start) + timedelta(days=days))


async def grows_old(play: Any, name: str, days: int) -> datetime:
    """A child that waits, and the midnight at which it is too old."""
    await play.child(name, born=birthday_in(play, days))
    return midnight_in(play, days)


async def jobs(play: Any) -> None:
    runner = JobRunner(play.database, {JOB: plan_many})
    while await runner.run_one():
        pass


async def of_a_policy(play: Any, number: int, days: int, **numbers: Any) -> None:
    """A version is published that holds from so many days on, and all is planned by it."""
    policy = replace(REFERRAL_PROFILE, id=f"1110-{number}", **numbers)
    day = local_day(play.clock.now()) + timedelta(days=days)
    event = PolicyPublished(district="1110", version=number, in_force_from=day, policy=policy)
    await play.told(event, version=number)
    await jobs(play)


async def changed(play: Any, name: str, **facts: Any) -> None:
    known = play.families[name].application
    fields = {each: getattr(known, each) for each in type(known).model_fields} | facts
    event = ApplicationChanged(**fields, reason=Reason.APPLICATION_CHANGED, rule=Rule.APPLICATION)
    await play.told(event, version=2)


async def test_the_family_is_told_thirty_days_before_and_the_child_removed_at_its_midnight(play: Any) -> None:
    removed_at = await grows_old(play, "a", 40)
    await play.at(removed_at - timedelta(days=30) - MINUTE)
    assert await play.story("a") == []
    await play.at(removed_at - timedelta(days=30))
    soon = await play.last(AgesOutSoon)
    assert (soon.ages_out_on, soon.status) == (local_day(removed_at), Status.QUEUED)
    await play.at(removed_at - MINUTE)
    assert (await play.candidate("a")).waiting
    await play.at(removed_at)
    assert (await play.candidate("a")).status is Status.REMOVED
    assert await play.story("a") == [("AgesOutSoon", "queued"), ("Closed", "removed")]
    closed = [each for each in await published(play.database) if isinstance(each.event, Closed)]
    assert [(each.occurred_at, each.event.reason, each.event.over) for each in closed] == [
        (removed_at, Reason.AGED_OUT, True)
    ]
    to_queue = await play.last(CandidateChanged)
    assert (to_queue.waiting, to_queue.status) == (False, Status.REMOVED)
    assert await play.rows(deadline) == []


async def test_who_applies_less_than_thirty_days_before_is_told_at_once(play: Any) -> None:
    await grows_old(play, "a", 5)
    await play.fires()
    await play.fires()
    assert await play.story("a") == [("AgesOutSoon", "queued")]


async def test_it_waits_for_the_turn_and_is_removed_when_that_ends(play: Any) -> None:
    removed_at = await grows_old(play, "a", 1)
    (place,) = await play.offered()
    await play.called("a", place)
    ends_at = (await play.candidate("a")).turn.term.ends_at
    await play.at(removed_at)
    assert (await play.candidate("a")).status is Status.NOTIFIED
    before = len(await play.events())
    await play.at(ends_at)
    told = [type(each) for each in (await play.events())[before:] if isinstance(each, CandidateEvent)]
    assert told == [TurnEnded, Closed]
    assert ((await play.candidate("a")).status, (await play.place(place)).status) == (Status.REMOVED, PlaceStatus.OPEN)


async def test_a_turn_lets_the_child_choose_and_be_enrolled_after_its_birthday(play: Any) -> None:
    removed_at = await grows_old(play, "a", 1)
    (place,) = await play.offered()
    await play.called("a", place)
    await play.at(removed_at + MINUTE)
    await play.chooses("a", place)
    await play.signed(await play.acceptance("a"))
    await play.at(removed_at + timedelta(days=30))
    assert (await play.candidate("a")).status is Status.ENROLLED
    assert await play.rows(deadline) == []


async def test_it_waits_for_referral_and_stop_list_and_is_removed_when_they_are_over(play: Any) -> None:
    removed_at = await grows_old(play, "a", 3)
    await play.chooses("a", (await play.opened())[0])
    await play.at(removed_at)
    await play.at((await play.candidate("a")).referral.term.ends_at)
    listed = await play.candidate("a")
    assert listed.status is Status.STOP_LISTED
    await play.at(listed.stop_listed_until)
    assert (await play.story("a"))[-2:] == [("Returned", "queued"), ("Closed", "removed")]


async def test_it_is_removed_before_the_places_freed_at_its_midnight_are_offered(play: Any) -> None:
    removed_at = await grows_old(play, "old", 8)
    await play.child("a")
    await play.chooses("a", (await play.opened())[0])
    assert (await play.candidate("a")).referral.term.ends_at == removed_at
    before = len(await play.events())
    await play.at(removed_at)
    told = [each for each in (await play.events())[before:] if isinstance(each, (Closed, PlacesOffered))]
    assert [type(each) for each in told] == [Closed, PlacesOffered]


async def test_a_corrected_birth_date_plans_it_anew(play: Any) -> None:
    removed_at = await grows_old(play, "a", 10)
    await changed(play, "a", birth_date=birthday_in(play, 20))
    await play.at(removed_at)
    assert (await play.candidate("a")).waiting
    await play.at(midnight_in(play, 20))
    assert (await play.candidate("a")).status is Status.REMOVED
    days = [each.ages_out_on for each in await play.events(AgesOutSoon)]
    assert days == [local_day(midnight_in(play, 20))], "the family is told of the day that holds"


async def test_corrected_to_an_age_that_is_too_old_it_is_removed_at_once(play: Any) -> None:
    await play.child("a")
    await changed(play, "a", birth_date=birthday_in(play, -100))
    await play.fires()
    assert (await play.candidate("a")).status is Status.REMOVED


async def test_a_lower_limit_removes_at_the_midnight_with_which_it_begins(play: Any) -> None:
    await grows_old(play, "a", 100)
    await of_a_policy(play, 2, 3, called_below_months=60)
    await play.at(midnight_in(play, 3) - MINUTE)
    assert (await play.candidate("a")).waiting
    await play.at(midnight_in(play, 3))
    assert (await play.candidate("a")).status is Status.REMOVED


async def test_a_higher_limit_keeps_whom_it_finds_and_no_later_one_brings_back(play: Any) -> None:
    removed_at = await grows_old(play, "a", 10)
    await of_a_policy(play, 2, 9, called_below_months=84)
    await grows_old(play, "sooner", 5)
    await play.at(removed_at + timedelta(days=300))
    assert ((await play.candidate("a")).status, (await play.candidate("sooner")).status) == (
        Status.QUEUED,
        Status.REMOVED,
    )


async def test_a_told_day_that_moves_far_away_is_told_and_the_new_one_when_it_is_near(play: Any) -> None:
    told_on = await grows_old(play, "a", 10)
    await play.fires()
    await of_a_policy(play, 2, 0, called_below_months=84)
    await play.fires()
    await play.fires()
    assert await play.story("a") == [("AgesOutSoon", "queued"), ("AgeingMoved", "queued")]
    moved, day = await play.last(AgeingMoved), local_day(told_on).replace(year=told_on.year + 1)
    assert moved.day == day
    assert moved.model_dump()["ages_out_on"] is None, "no page says the old day"
    await play.at(midnight_of(day) - timedelta(days=30))
    assert (await play.last(AgesOutSoon)).ages_out_on == day
    assert len(await play.story("a")) == 3


async def test_a_told_day_that_moves_a_little_is_told_at_once_as_near(play: Any) -> None:
    await grows_old(play, "a", 10)
    await play.fires()
    await changed(play, "a", birth_date=birthday_in(play, 20))
    await play.fires()
    assert [each.ages_out_on for each in await play.events(AgesOutSoon)][1:] == [local_day(midnight_in(play, 20))]
    assert await play.events(AgeingMoved) == []


async def test_a_deadline_that_comes_before_the_policy_was_counted_is_moved(play: Any) -> None:
    removed_at = await grows_old(play, "a", 10)
    policy = replace(REFERRAL_PROFILE, id="1110-2", called_below_months=84)
    await play.told(PolicyPublished(district="1110", version=2, in_force_from=local_day(play.start), policy=policy))
    await play.at(removed_at)
    assert (await play.candidate("a")).waiting
    (out,) = [row for row in await play.rows(deadline) if row.kind == "ageing"]
    assert out.due_at > removed_at + timedelta(days=300)


async def test_candidates_of_before_are_planned_by_the_job_of_the_migration(play: Any) -> None:
    removed_at = await grows_old(play, "a", 10)
    async with play.database.write() as tx:
        await tx.execute(deadline.delete())
        await plan_many_later(tx)
    await jobs(play)
    await play.at(removed_at)
    assert (await play.candidate("a")).status is Status.REMOVED


async def plan_many_later(tx: Any) -> None:
    await add_job(tx, JOB, "all", {"district": None, "after": None})


async def test_whom_a_policy_lets_grow_too_old_together_are_removed_some_at_a_time_before_places_are_offered(
    play: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fire_deadlines, "AT_ONCE", 2)
    await play.child("young")
    await play.chooses("young", (await play.opened())[0])
    ends_at = (await play.candidate("young")).referral.term.ends_at
    days = (ends_at - midnight_in(play, 0)).days
    for name in "abcde":
        await grows_old(play, name, 200)
    await of_a_policy(play, 2, days, called_below_months=60, ageing_told_before_days=0)
    play.clock.move_to(ends_at)
    timers = play.timers()
    removed = []
    while await timers.fire_due():
        removed.append([(await play.candidate(name)).status for name in "abcde"].count(Status.REMOVED))
        # what is next is there whenever the worker dies
        assert len([row for row in await play.rows(deadline) if row.kind == "ageing"]) >= 5 - removed[-1]
    assert [many for many in removed if many][:3] == [2, 4, 5]
    assert (await play.candidate("young")).status is Status.STOP_LISTED
    told = [each for each in await play.events() if isinstance(each, (Closed, PlacesOffered))]
    assert [type(each) for each in told][-6:] == [*[Closed] * 5, PlacesOffered]


async def test_whom_a_worker_of_before_has_not_planned_is_found(play: Any) -> None:
    removed_at = await grows_old(play, "a", 10)
    await play.child("b")
    async with play.database.write() as tx:
        await tx.execute(deadline.delete().where(deadline.c.key == str(play.families["a"].id)))
    assert [await plan_forgotten(play.database) for _ in range(2)] == [1, 0]
    await play.at(removed_at)
    assert [(await play.candidate(name)).status for name in "ab"] == [Status.REMOVED, Status.QUEUED]


async def test_who_moves_is_told_once_and_removed_in_the_new_district(play: Any) -> None:
    removed_at = await grows_old(play, "a", 10)
    await play.fires()
    moved = await play.moves("a")
    rows = {row.kind: row for row in await play.rows(deadline)}
    assert [*rows] == ["ageing"]
    assert (rows["ageing"].key, rows["ageing"].due_at) == (moved["next_application_id"], removed_at)
    assert len(await play.events(AgesOutSoon)) == 1
