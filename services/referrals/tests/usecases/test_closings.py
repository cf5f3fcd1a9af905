"""A kindergarten is closed: what becomes of its places and of whoever was on the way to it, once and for all."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.law import Reason
from kezek.contracts.referrals import CallAnswered, CandidateChanged, ReferralVoided, TurnEnded
from kezek.contracts.vocabulary import ActorKind, PlaceStatus, ReferralStatus
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import Conflict
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.tables import deadline, job
from kezek.referrals.adapters import copies
from kezek.referrals.usecases.close_kindergarten import CLOSE_PLACES, close_places


async def works(play: Any) -> None:
    """All jobs that are due."""
    runner = JobRunner(play.database, {CLOSE_PLACES: close_places})
    while await runner.run_one():
        pass


async def terms(play: Any) -> list[str]:
    return sorted(row.kind for row in await play.rows(deadline) if row.kind in {"turn", "referral", "stop-list"})


async def test_free_and_held_places_are_annulled_and_referrals_on_the_way_void(play: Any) -> None:
    for name in ("called", "referred", "enrolled"):
        await play.child(name)
    held, free = await play.offered(2)
    await play.called("called", held)
    opened, taken, kept = await play.opened(3)
    await play.chooses("referred", taken)
    await play.chooses("enrolled", kept)
    await play.signed(await play.acceptance("enrolled"))
    elsewhere = (await play.offered(1, garden="Алмагүл"))[0]

    await play.garden(closed=True)
    await works(play)

    assert [(await play.place(each)).status for each in (held, free, opened, taken, kept, elsewhere)] == [
        *[PlaceStatus.ANNULLED] * 4,
        PlaceStatus.TAKEN,
        PlaceStatus.OFFERED,
    ]
    turn, void = await play.last(TurnEnded), await play.last(ReferralVoided)
    assert (turn.reason, turn.actor) == (Reason.KINDERGARTEN_CLOSED, ActorKind.ADMINISTRATOR)
    assert (void.reason, void.status, void.misses) == (Reason.KINDERGARTEN_CLOSED, Status.QUEUED, 0)
    assert void.referral is not None
    assert void.referral.status is ReferralStatus.VOIDED
    assert [(await play.candidate(each)).status for each in ("called", "referred", "enrolled")] == [
        Status.QUEUED,
        Status.QUEUED,
        Status.ENROLLED,
    ]
    assert all(each.waiting for each in (await play.events(CandidateChanged))[-2:])
    assert await terms(play) == []
    # both are called again as if nothing had been
    await play.called("referred", elsewhere)
    assert (await play.candidate("referred")).status is Status.NOTIFIED


async def test_told_twice_and_done_again_it_changes_nothing_more(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    await play.garden(closed=True)
    await works(play)
    version = (await play.place(place)).version
    await play.garden(closed=True)
    await works(play)
    assert (await play.place(place)).version == version
    assert [name for name, _ in await play.story("a")] == ["TurnStarted", "TurnEnded"]
    assert [row.key for row in await play.rows(job) if row.kind == CLOSE_PLACES] == []


async def test_what_was_published_at_the_last_minute_is_annulled_and_calls_for_it_are_void(play: Any) -> None:
    await play.child("a")
    await play.garden(closed=True)
    (late,) = await play.offered()
    under_way = play.call(play.called_child("a", late))
    await works(play)
    assert (await play.place(late)).status is PlaceStatus.ANNULLED
    await play.told(under_way)
    assert (await play.last(CallAnswered)).reason is Reason.OFFER_VOID
    assert (await play.candidate("a")).status is Status.QUEUED


async def test_what_was_over_before_ends_first_with_its_miss(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    await play.chooses("a", place)
    play.clock.move_to((await play.candidate("a")).referral.term.ends_at)
    await play.garden(closed=True)
    await works(play)
    assert [name for name, _ in await play.story("a")] == ["ReferralIssued", "ReferralExpired", "StopListed"]
    assert (await play.place(place)).status is PlaceStatus.ANNULLED


async def test_a_choice_that_is_not_finished_holds_back_its_own_place_alone(play: Any) -> None:
    for name in "ab":
        await play.child(name)
    held, other, free = await play.offered(3)
    await play.called("a", held)
    await play.called("b", other)
    ends = (await play.candidate("a")).turn.term.ends_at
    play.clock.move_to(ends - timedelta(minutes=1))
    await play.receives(await play.prepared("a", held))
    play.clock.move_to(ends)
    await play.garden(closed=True)
    await works(play)
    places = [(await play.place(each)).status for each in (held, other, free)]
    assert places == [PlaceStatus.HELD, PlaceStatus.ANNULLED, PlaceStatus.ANNULLED]

    await play.acts.finish_received()
    async with play.database.write() as tx:
        await tx.execute(sa.update(job).values(run_at=sa.func.now()))
    await works(play)
    assert (await play.place(held)).status is PlaceStatus.ANNULLED
    assert [row.key for row in await play.rows(job) if row.kind == CLOSE_PLACES] == []


async def test_an_acceptance_that_came_before_the_closing_and_is_still_checked_is_finished_first(play: Any) -> None:
    for name in "ab":
        await play.child(name)
        (place,) = await play.opened()
        await play.chooses(name, place)
    accepted, late = [await play.acceptance(name) for name in "ab"]
    await play.receives(accepted)
    play.clock.move(timedelta(seconds=1))

    async with play.database.read() as tx:
        garden = await copies.kindergartens.find(tx, play.gardens["Бәйтерек"])
    assert garden is not None
    closed = garden.model_copy(update={"closed": True, "closed_at": play.clock.now()})
    await play.told(closed, version=100)
    with pytest.raises(Conflict) as refused:
        await play.signed(late)
    assert refused.value.code == "kindergarten_closed"
    with pytest.raises(Conflict) as refused:
        await play.acceptance("b")
    assert refused.value.code == "kindergarten_closed"
    await works(play)
    assert [(await play.candidate(name)).status for name in "ab"] == [Status.REFERRED, Status.QUEUED]

    await play.acts.finish_received()
    async with play.database.write() as tx:
        await tx.execute(sa.update(job).values(run_at=sa.func.now()))
    await works(play)
    assert (await play.candidate("a")).status is Status.ENROLLED
    assert [row.key for row in await play.rows(job) if row.kind == CLOSE_PLACES] == []
