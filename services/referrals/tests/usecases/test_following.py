"""What applications says later on of a candidate, and what it does to what runs (domain §6.6)."""

from dataclasses import replace
from typing import Any

import pytest

from kezek.contracts.applications import ApplicationChanged
from kezek.contracts.law import Reason, Rule
from kezek.contracts.referrals import CandidateChanged
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import InstructionLanguage, PlaceStatus, QueueClass

RUSSIAN = (InstructionLanguage.RUSSIAN,)


async def changes(play: Any, name: str, version: int = 2, **facts: Any) -> None:
    """The application says something else now."""
    known = play.families[name].application
    why = {"reason": Reason.APPLICATION_CHANGED, "rule": Rule.APPLICATION}
    fields = {each: getattr(known, each) for each in type(known).model_fields} | facts
    await play.told(ApplicationChanged(**fields, **why), version=version)


def elsewhere(play: Any) -> QueueRef:
    return replace(play.queue, district="1132")


async def test_a_newer_word_counts_and_an_older_one_does_not(play: Any) -> None:
    await play.child("a")
    await changes(play, "a", 3, languages=RUSSIAN, queue_class=QueueClass.PRIORITY)
    await changes(play, "a", 2)
    candidate = await play.candidate("a")
    assert (candidate.child.languages, candidate.child.queue_class) == (RUSSIAN, QueueClass.PRIORITY)


async def test_who_waits_goes_over_at_once_and_its_state_stays(play: Any) -> None:
    await play.child("a")
    await changes(play, "a", queue=elsewhere(play))
    candidate = await play.candidate("a")
    assert (candidate.queue, candidate.next_queue, candidate.status) == (elsewhere(play), None, Status.QUEUED)


async def test_a_running_turn_keeps_its_queue_and_what_it_was_called_with(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    await changes(play, "a", queue=elsewhere(play), languages=RUSSIAN)
    candidate = await play.candidate("a")
    assert candidate.queue == play.queue
    assert candidate.turn.called_with.languages != RUSSIAN
    await play.chooses("a", place)
    assert (await play.place(place)).status is PlaceStatus.TAKEN
    assert (await play.candidate("a")).next_queue == elsewhere(play)


async def test_a_place_taken_by_a_class_that_is_lost_afterwards_is_kept(play: Any) -> None:
    await play.child("a")
    await changes(play, "a", 2, queue_class=QueueClass.EXTRAORDINARY)
    (place,) = await play.offered()
    await play.called("a", place)
    await play.chooses("a", place)
    before = await play.candidate("a")
    await changes(play, "a", 3, queue_class=QueueClass.GENERAL)
    after = await play.candidate("a")
    assert (after.status, after.referral, after.child.queue_class) == (
        Status.REFERRED,
        before.referral,
        QueueClass.GENERAL,
    )
    assert (await play.place(place)).status is PlaceStatus.TAKEN
    await play.signed(await play.acceptance("a"))
    assert (await play.candidate("a")).status is Status.ENROLLED


async def test_who_chose_in_no_time_goes_over_when_the_turn_ends(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    await changes(play, "a", queue=elsewhere(play))
    await play.at((await play.candidate("a")).turn.term.ends_at)
    candidate = await play.candidate("a")
    assert (candidate.queue, candidate.next_queue) == (elsewhere(play), None)
    assert (await play.place(place)).queue == play.queue
    assert (await play.last(CandidateChanged)).queue == elsewhere(play)


async def test_an_unused_referral_of_the_former_queue_gives_its_place_back_there(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    await play.chooses("a", place)
    await changes(play, "a", queue=elsewhere(play))
    await play.at((await play.candidate("a")).referral.term.ends_at)
    candidate = await play.candidate("a")
    assert (candidate.status, candidate.queue) == (Status.STOP_LISTED, elsewhere(play))
    again = await play.place(place)
    assert (again.status, again.queue) == (PlaceStatus.OFFERED, play.queue)
    await play.at(candidate.stop_listed_until)
    assert (await play.candidate("a")).status is Status.QUEUED


async def test_a_call_by_the_former_queue_that_comes_later_is_kept(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await changes(play, "a", queue=elsewhere(play))
    await play.called("a", place)
    candidate = await play.candidate("a")
    assert (candidate.queue, candidate.next_queue, candidate.status) == (
        play.queue,
        elsewhere(play),
        Status.NOTIFIED,
    )


@pytest.mark.parametrize("late", [False, True])
async def test_a_call_that_comes_before_the_application_is_followed_by_it(play: Any, late: bool) -> None:
    family = play.family("a")
    (place,) = await play.offered()
    await play.called("a", place)
    await changes(play, "a", 2, languages=RUSSIAN)
    if late:
        await play.told(family.application, version=1)
    assert (await play.candidate("a")).child.languages == RUSSIAN
