"""A family is reminded before a term ends: once, of what runs, never after (domain §9.reminders)."""

from datetime import timedelta
from typing import Any

from kezek.contracts.law import Reason
from kezek.contracts.queue import CalendarPublished
from kezek.contracts.referrals import CandidateEvent, TermEndsSoon
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.tables import deadline
from kezek.platform.workdays import local_day, midnight_of
from kezek.referrals.usecases.move_deadlines import JOB, move_deadlines

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


async def called(play: Any, name: str = "a") -> Any:
    """A turn that began on Monday noon: its last day is Thursday, its family is reminded on Wednesday."""
    await play.child(name)
    (place,) = await play.offered()
    await play.called(name, place)
    return place


async def reminders(play: Any) -> list[Any]:
    return [row for row in await play.rows(deadline) if row.kind == "reminder"]


async def test_a_turn_and_then_its_referral_are_each_called_to_mind_once(play: Any) -> None:
    place = await called(play)
    turn = (await play.candidate("a")).turn
    reminded_at = turn.term.ends_at - 2 * DAY
    await play.at(reminded_at - MINUTE)
    assert await play.events(TermEndsSoon) == []
    await play.at(reminded_at)
    await play.fires()
    (soon,) = await play.events(TermEndsSoon)
    assert (soon.reason, soon.status, soon.turn.turn_id) == (Reason.CHOICE_DUE_SOON, Status.NOTIFIED, turn.id)
    await play.chooses("a", place)
    referral = (await play.candidate("a")).referral
    (row,) = await reminders(play)
    assert row.key == str(referral.id)
    await play.at(row.due_at)
    assert (await play.last(TermEndsSoon)).reason is Reason.REFERRAL_DUE_SOON
    assert row.due_at < referral.term.ends_at
    await play.at(referral.term.ends_at)
    assert len(await play.events(TermEndsSoon)) == 2
    assert await reminders(play) == []


async def test_what_was_chosen_or_enrolled_is_not_called_to_mind(play: Any) -> None:
    place = await called(play)
    ends_at = (await play.candidate("a")).turn.term.ends_at
    await play.chooses("a", place)
    await play.signed(await play.acceptance("a"))
    assert await reminders(play) == []
    await play.at(ends_at + 7 * DAY)
    assert await play.events(TermEndsSoon) == []


async def test_a_reminder_that_comes_too_late_is_not_sent(play: Any) -> None:
    await called(play)
    await play.at((await play.candidate("a")).turn.term.ends_at)
    assert await play.events(TermEndsSoon) == []
    assert (await play.last(CandidateEvent)).reason is Reason.NO_CHOICE_IN_TIME


async def test_a_changed_calendar_moves_the_reminder_with_its_term(play: Any) -> None:
    await called(play)
    monday = local_day(play.clock.now())
    free = (monday + 2 * DAY, monday + 3 * DAY)
    year = CalendarPublished(year=monday.year, version=9, holidays=(), worked=(), free=free, confirmed=True)
    await play.told(year, version=9)
    runner = JobRunner(play.database, {JOB: move_deadlines})
    while await runner.run_one():
        pass
    assert (await play.candidate("a")).turn.term.last_day == monday + 7 * DAY
    (row,) = await reminders(play)
    assert row.due_at == midnight_of(monday + 4 * DAY)
