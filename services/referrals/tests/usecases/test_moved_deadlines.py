"""A calendar that changes moves open deadlines, once, whoever comes first and whatever is delivered again."""

import asyncio
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.queue import CalendarPublished
from kezek.contracts.referrals import DeadlineMoved
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import ReferralStatus
from kezek.platform.kazakhstan import default_calendar
from kezek.platform.messaging import recounting
from kezek.platform.messaging.jobs import JobRunner, add_job
from kezek.platform.testing import eventually
from kezek.platform.workdays import local_day, term_after
from kezek.referrals.adapters import tables
from kezek.referrals.usecases.move_deadlines import JOB, move_deadlines

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def free_days(play: Any, *offsets: int) -> tuple[date, ...]:
    return tuple(local_day(play.start) + timedelta(days=each) for each in offsets)


async def hears(
    play: Any, free: Iterable[date], version: int = 8, worked: tuple[date, ...] = (), years_on: int = 0
) -> None:
    year = CalendarPublished(
        year=play.start.year + years_on, version=version, holidays=(), worked=worked, free=tuple(free), confirmed=True
    )
    await play.told(year, version=version)


async def runs_jobs(play: Any) -> int:
    runner, count = JobRunner(play.database, {JOB: move_deadlines}), 0
    while await runner.run_one():
        count += 1
    return count


async def changes(play: Any, *offsets: int, version: int = 8) -> None:
    """These days after the first become free, and all that follows of it."""
    await hears(play, free_days(play, *offsets), version)
    await runs_jobs(play)


async def called(play: Any, name: str = "a") -> Any:
    await play.child(name)
    (place,) = await play.offered()
    await play.called(name, place)
    return (await play.candidate(name)).turn


async def referred(play: Any, name: str = "a") -> Any:
    await play.child(name)
    await play.chooses(name, (await play.opened())[0])
    return (await play.candidate(name)).referral


_WAITING = sa.text(
    "select count(*) from pg_locks where locktype = 'advisory' and not granted "
    "and database = (select oid from pg_database where datname = current_database())"
)


async def blocked(play: Any) -> None:
    """Returns when somebody waits for an advisory lock in this database."""

    async def waits() -> bool:
        async with play.database.read() as tx:
            return bool(await tx.value(_WAITING))

    await eventually(waits, "a year that waits for the batch")


async def due(play: Any) -> dict[str, tuple[datetime, int]]:
    return {row.kind: (row.due_at, row.calendar_version) for row in await play.terms()}


async def test_a_turn_ends_later_by_the_day_that_became_free_and_its_timer_fires_then(play: Any) -> None:
    turn = await called(play)
    await changes(play, 2)

    after = await play.candidate("a")
    assert (after.turn.term.ends_at, after.turn.id, after.status) == (turn.term.ends_at + DAY, turn.id, Status.NOTIFIED)
    assert await due(play) == {"turn": (turn.term.ends_at + DAY, 8)}
    told = await play.last(DeadlineMoved)
    assert (told.turn.last_day, told.reason, told.rule) == (turn.term.last_day + DAY, "calendar_changed", "calendar")
    await play.at(turn.term.ends_at)
    assert (await play.candidate("a")).status is Status.NOTIFIED
    await play.at(turn.term.ends_at + DAY)
    assert (await play.candidate("a")).status is Status.QUEUED


async def test_a_turn_that_begins_with_the_childs_last_end_is_counted_from_that_day_whatever_moves(play: Any) -> None:
    midnight = (await called(play)).term.ends_at
    await play.at(midnight)
    (place,) = await play.offered()
    play.clock.move_to(midnight + MINUTE)
    await play.told(play.call(play.called_child("a", place)).model_copy(update={"freed_at": midnight}))
    turn = (await play.candidate("a")).turn
    assert turn.term == term_after(default_calendar(), midnight, 3)
    await changes(play, 60)
    assert (await due(play))["turn"][0] == turn.term.ends_at
    last = (turn.term.last_day - local_day(play.start)).days
    await changes(play, 60, last, version=9)
    assert (await due(play))["turn"][0] > turn.term.ends_at


async def test_a_referral_and_the_stop_list_after_it_move_too(play: Any) -> None:
    referral = await referred(play)
    await changes(play, 3)
    moved = (await play.candidate("a")).referral
    assert (moved.term.ends_at, moved.status) == (referral.term.ends_at + DAY, ReferralStatus.VALID)
    assert (await play.last(DeadlineMoved)).referral.last_day == moved.term.last_day

    await play.at(moved.term.ends_at)
    until = (await play.candidate("a")).stop_listed_until
    await changes(play, 3, 9, 10, version=9)
    assert (await play.candidate("a")).stop_listed_until == until + 2 * DAY
    assert (await play.last(DeadlineMoved)).stop_listed_until == until + 2 * DAY
    await play.at(until)
    assert (await play.candidate("a")).status is Status.STOP_LISTED
    await play.at(until + 2 * DAY)
    assert (await play.candidate("a")).status is Status.QUEUED


async def test_a_day_of_work_more_shortens_nothing_and_is_told_to_nobody(play: Any) -> None:
    turn = await called(play)
    await hears(play, (), worked=free_days(play, 5, 6))
    await runs_jobs(play)
    assert (await play.candidate("a")).turn == turn
    assert await play.events(DeadlineMoved) == []
    assert await due(play) == {"turn": (turn.term.ends_at, 8)}, "the row holds by the calendar of now"


async def test_a_day_taken_back_leaves_what_families_were_promised(play: Any) -> None:
    turn = await called(play)
    await changes(play, 2)
    await changes(play, version=9)
    assert (await play.candidate("a")).turn.term.ends_at == turn.term.ends_at + DAY
    assert len(await play.events(DeadlineMoved)) == 1


async def test_heard_twice_and_done_twice_it_moves_once(play: Any) -> None:
    await called(play)
    await changes(play, 2)
    await changes(play, 2)
    async with play.database.write() as tx:
        await tx.execute(sa.text("update job set run_at = now()"))
    await runs_jobs(play)
    assert len(await play.events(DeadlineMoved)) == 1


async def test_many_are_moved_in_batches_and_a_crash_between_them_loses_none(
    play: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recounting, "AT_ONCE", 2)
    ends = {name: (await called(play, name)).term.ends_at for name in "abcde"}
    await hears(play, free_days(play, 2))
    runner = JobRunner(play.database, {JOB: move_deadlines})
    assert await runner.run_one()
    assert len(await play.events(DeadlineMoved)) == 2
    assert await runs_jobs(play) == 3  # another process goes on: two, one, and nothing left
    for name, ends_at in ends.items():
        assert (await play.candidate(name)).turn.term.ends_at == ends_at + DAY
    assert len(await play.events(DeadlineMoved)) == 5


async def test_two_workers_at_once_move_each_deadline_once(play: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recounting, "AT_ONCE", 1)
    for name in "abcd":
        await called(play, name)
    await hears(play, free_days(play, 2))
    async with play.database.write() as tx:
        await add_job(tx, JOB, "another", {})
    await asyncio.gather(runs_jobs(play), runs_jobs(play))
    assert len(await play.events(DeadlineMoved)) == 4


async def test_a_timer_that_comes_before_the_batch_moves_what_it_would_have_ended(play: Any) -> None:
    turn = await called(play)
    await hears(play, free_days(play, 2))
    await play.at(turn.term.ends_at)
    candidate = await play.candidate("a")
    assert (candidate.status, candidate.turn.term.ends_at) == (Status.NOTIFIED, turn.term.ends_at + DAY)
    await runs_jobs(play)
    assert len(await play.events(DeadlineMoved)) == 1
    await play.at(turn.term.ends_at + DAY)
    assert (await play.candidate("a")).status is Status.QUEUED


async def test_a_choice_in_time_by_the_calendar_of_now_is_in_time_before_its_batch(play: Any) -> None:
    turn = await called(play)
    play.clock.move_to(turn.term.ends_at - MINUTE)
    act = await play.prepared("a", turn.place_id)
    await hears(play, free_days(play, 2))
    play.clock.move_to(turn.term.ends_at + MINUTE)
    chosen = await play.signed(act)
    assert chosen["referral_number"]
    assert [name for name, _ in await play.story("a")] == [
        "TurnStarted",
        "DeadlineMoved",
        "TurnEnded",
        "ReferralIssued",
    ]


async def test_an_acceptance_in_time_by_the_calendar_of_now_is_in_time_before_its_batch(play: Any) -> None:
    referral = await referred(play)
    play.clock.move_to(referral.term.ends_at - MINUTE)
    act = await play.acceptance("a")
    await hears(play, free_days(play, 3))
    play.clock.move_to(referral.term.ends_at + MINUTE)
    assert (await play.signed(act))["status"] == "enrolled"


async def test_an_act_received_before_the_moved_end_and_finished_after_it_is_in_time(play: Any) -> None:
    turn = await called(play)
    await changes(play, 2)
    play.clock.move_to(turn.term.ends_at + DAY - MINUTE)
    act = await play.prepared("a", turn.place_id)
    await play.receives(act)
    play.clock.move_to(turn.term.ends_at + DAY)
    await play.fires()
    assert (await play.candidate("a")).status is Status.REFERRED


async def test_what_does_not_run_any_more_is_left_alone(play: Any) -> None:
    await referred(play)
    await play.signed(await play.acceptance("a"))
    await changes(play, 2)
    assert await play.events(DeadlineMoved) == []
    assert [row.status for row in await play.rows(tables.referral)] == ["accepted"]


@pytest.mark.parametrize("confirmed", [True, False])
async def test_a_year_heard_after_a_newer_version_of_another_moves_what_that_has_counted(
    play: Any, confirmed: bool
) -> None:
    """Years go by different partitions, and a record that was parked comes when it is replayed."""
    turn = await called(play)
    await hears(play, (), version=9, years_on=1)
    if confirmed:
        await runs_jobs(play)
    await hears(play, free_days(play, 2), version=8)
    await runs_jobs(play)
    assert await due(play) == {"turn": (turn.term.ends_at + DAY, 9)}
    assert (await play.last(DeadlineMoved)).turn.last_day == turn.term.last_day + DAY
    await runs_jobs(play)
    assert len(await play.events(DeadlineMoved)) == 1


async def test_nor_does_the_timer_end_it_before_that_batch(play: Any) -> None:
    await hears(play, (), version=9, years_on=1)
    turn = await called(play)
    await hears(play, free_days(play, 2), version=8)
    await play.at(turn.term.ends_at)
    assert (await play.candidate("a")).turn.term.ends_at == turn.term.ends_at + DAY


async def test_a_batch_that_runs_while_such_a_year_is_heard_confirms_nothing_by_the_days_of_before(
    play: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = await called(play)
    await hears(play, (), version=9, years_on=1)
    confirm, heard, waited = recounting.confirm_deadlines, [], []

    async def heard_meanwhile(tx: Any, *given: Any) -> None:
        if not heard:
            heard.append(asyncio.create_task(hears(play, free_days(play, 2), version=8)))
            await blocked(play)
            waited.append(True)
        await confirm(tx, *given)

    monkeypatch.setattr(recounting, "confirm_deadlines", heard_meanwhile)
    await runs_jobs(play)
    assert waited, "the year waits for the batch"
    await heard[0]
    await runs_jobs(play)
    assert await due(play) == {"turn": (turn.term.ends_at + DAY, 9)}
