"""What happens at its instant: lapses, misses, the stop list, returns; in order and once."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from kezek.contracts.ids import new_id
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.referrals import CandidateEvent, PlaceChanged, PlacesOffered
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import PlaceStatus, ReferralStatus
from kezek.platform.db import StaleStateError
from kezek.platform.errors import Conflict, Unavailable
from kezek.platform.kazakhstan import default_calendar
from kezek.platform.tables import deadline
from kezek.platform.testing import published
from kezek.referrals.domain.decisions import TurnToBegin, begin_turn
from kezek.referrals.domain.terms import Basis
from kezek.referrals.usecases.ends import end_overdue
from kezek.referrals.usecases.saving import save, save_place

MINUTE = timedelta(minutes=1)


async def referred(play: Any, name: str, place: Any = None) -> Any:
    """A child with a referral, if need be to an open place of its own; the instant at which it ends."""
    await play.chooses(name, place or (await play.opened())[0])
    return (await play.candidate(name)).referral.term.ends_at


async def test_a_lapsed_turn_opens_its_place_and_counts_no_miss(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    ends_at = (await play.candidate("a")).turn.term.ends_at
    await play.at(ends_at - MINUTE)
    assert (await play.candidate("a")).status is Status.NOTIFIED
    await play.at(ends_at)
    candidate = await play.candidate("a")
    assert (candidate.status, candidate.turn, candidate.misses) == (Status.QUEUED, None, 0)
    assert (await play.place(place)).status is PlaceStatus.OPEN
    dated = {type(each.event): each.occurred_at for each in await published(play.database)}
    assert {dated[PlaceChanged], max(dated[kind] for kind in dated if issubclass(kind, CandidateEvent))} == {ends_at}


async def test_an_expired_referral_is_a_miss_and_its_place_goes_on(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    ends_at = await referred(play, "a", place)
    await play.at(ends_at)
    candidate = await play.candidate("a")
    assert (candidate.status, candidate.misses) == (Status.STOP_LISTED, 1)
    assert (await play.last(PlacesOffered)).freed_at == ends_at, "who has an end then is called as of it"
    assert candidate.referral.status is ReferralStatus.EXPIRED
    assert candidate.stop_listed_until == ends_at + timedelta(days=14)
    assert await play.story("a") == [
        ("ReferralIssued", "referred"),
        ("ReferralExpired", "stop_listed"),
        ("StopListed", "stop_listed"),
    ]
    (again,) = (await play.last(PlacesOffered)).offers
    assert (again.place.place_id, again.place.offer) == (place, 2)


async def test_who_is_stop_listed_is_neither_called_nor_chooses(play: Any) -> None:
    await play.child("a")
    await play.at(await referred(play, "a"))
    (place,) = await play.offered()
    await play.called("a", place)
    assert (await play.candidate("a")).turn is None
    (free,) = await play.opened()
    with pytest.raises(Conflict, match="choice_not_allowed"):
        await play.prepared("a", free)


async def test_the_stop_list_ends_and_the_next_referral_has_the_next_number(play: Any) -> None:
    await play.child("a")
    await play.at(await referred(play, "a"))
    until = (await play.candidate("a")).stop_listed_until
    await play.at(until - MINUTE)
    assert (await play.candidate("a")).status is Status.STOP_LISTED
    await play.at(until)
    back = await play.candidate("a")
    assert (back.status, back.stop_listed_until, back.misses) == (Status.QUEUED, None, 1)
    await referred(play, "a")
    assert (await play.candidate("a")).referral.number == "1000000102"


async def test_the_third_miss_removes_the_child(play: Any) -> None:
    await play.child("a")
    for _ in range(2):
        await play.at(await referred(play, "a"))
        await play.at((await play.candidate("a")).stop_listed_until)
    await play.at(await referred(play, "a"))
    removed = await play.candidate("a")
    assert (removed.status, removed.misses) == (Status.REMOVED, 3)
    assert (await play.story("a"))[-2:] == [("ReferralExpired", "removed"), ("Closed", "removed")]
    assert (await play.last(CandidateEvent)).reason == "too_many_misses"
    (place,) = await play.offered()
    await play.called("a", place)
    assert (await play.candidate("a")).turn is None


async def test_ends_come_first_then_returns_then_one_offer_of_the_freed_places(play: Any) -> None:
    for name in ("returning", "newer place", "older place", "lapsing"):
        await play.child(name)
    old, new = await play.opened(1), await play.opened(1)
    await play.at(await referred(play, "returning"))
    instant = (await play.candidate("returning")).stop_listed_until
    await play.at(instant - timedelta(days=7) - MINUTE)
    assert {await referred(play, "newer place", new[0]), await referred(play, "older place", old[0])} == {instant}
    await play.at(instant - timedelta(days=5) - MINUTE)
    (held,) = await play.offered()
    await play.called("lapsing", held)
    assert (await play.candidate("lapsing")).turn.term.ends_at == instant
    before = len(await play.events())
    await play.at(instant)
    told = [each for each in (await play.events())[before:] if isinstance(each, (CandidateEvent, PlacesOffered))]
    assert [type(each).__name__ for each in told] == [
        *["ReferralExpired", "StopListed"] * 2,
        "TurnEnded",
        "Returned",
        "PlacesOffered",
    ]
    assert [each.place.place_id for each in (await play.last(PlacesOffered)).offers] == [*old, *new]


async def test_two_runners_fire_once(play: Any, make_database: Any) -> None:
    await play.child("a")
    play.clock.move_to(await referred(play, "a"))
    runners = [play.timers(), play.timers(await make_database("referrals"))]
    for _ in range(3):
        await asyncio.gather(*(runner.fire_due() for runner in runners))
    assert (await play.candidate("a")).misses == 1
    assert len(await play.story("a")) == 3


async def test_a_choice_received_before_the_deadline_and_finished_after_it_is_in_time(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    ends_at = (await play.candidate("a")).turn.term.ends_at
    play.clock.move_to(ends_at - MINUTE)
    await play.receives(await play.prepared("a", place))
    await play.at(ends_at + MINUTE)
    candidate = await play.candidate("a")
    assert (candidate.status, candidate.misses) == (Status.REFERRED, 0)
    assert candidate.referral.issued_at < ends_at
    assert (await play.place(place)).holder == candidate.application_id


async def test_a_choice_and_its_deadline_at_once_do_not_wait_for_each_other(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    ends_at = (await play.candidate("a")).turn.term.ends_at
    play.clock.move_to(ends_at - MINUTE)
    act = await play.prepared("a", place)
    await play.receives(act)
    play.clock.move_to(ends_at)
    # were one to lock what the other waits for, PostgreSQL would end either with an error
    await asyncio.gather(play.acts.finish_received(), play.timers().fire_due())
    assert (await play.candidate("a")).status is Status.REFERRED


async def test_a_choice_that_nobody_can_finish_stops_no_other_child_of_its_queue(play: Any) -> None:
    for name in ("a", "beside", "later"):
        await play.child(name)
    held, other = await play.offered(2)
    await play.called("a", held)
    await play.called("beside", other)
    instant = (await play.candidate("a")).turn.term.ends_at
    after = await referred(play, "later")
    play.clock.move_to(instant - MINUTE)
    await play.receives(await play.prepared("a", held))
    answering, (play.acts, _) = play.acts, play.gated(None)
    await play.at(after)
    states = [(await play.candidate(name)).status for name in ("a", "beside", "later")]
    assert states == [Status.NOTIFIED, Status.QUEUED, Status.STOP_LISTED]
    assert (await play.place(held)).status is PlaceStatus.HELD
    play.acts = answering
    await play.fires()
    chosen = await play.candidate("a")
    assert (chosen.status, chosen.referral.issued_at < instant) == (Status.REFERRED, True)


async def test_both_turns_of_twins_wait_for_a_choice_that_came_in_time_and_names_another_place(play: Any) -> None:
    first = await play.child("a")
    await play.child("b", parent=first.parent)
    held = await play.offered(2)
    await play.told(play.call(*(play.called_child(name, place) for name, place in zip("ab", held, strict=True))))
    (free,) = await play.opened()
    ends_at = (await play.candidate("b")).turn.term.ends_at
    play.clock.move_to(ends_at - MINUTE)
    await play.receives(await play.prepared("a", held[0], b=free))
    answering, (play.acts, _) = play.acts, play.gated(None)
    # longer than an unfinished receipt holds other choices back
    await play.at(ends_at + 5 * MINUTE)
    assert [(await play.candidate(name)).status for name in "ab"] == [Status.NOTIFIED] * 2
    async with play.database.write() as tx:
        with pytest.raises(Unavailable, match="earlier_act_not_finished"):
            await end_overdue(tx, await play.candidate("b"), play.clock.now())
    play.acts = answering
    await play.fires()
    assert [(await play.candidate(name)).referral.place_id for name in "ab"] == [held[0], free]


async def test_an_acceptance_received_in_time_comes_before_the_end_of_the_referral(play: Any) -> None:
    await play.child("a")
    ends_at = await referred(play, "a")
    play.clock.move_to(ends_at - MINUTE)
    await play.receives(await play.acceptance("a"))
    await play.at(ends_at)
    assert (await play.candidate("a")).status is Status.ENROLLED


async def test_an_accepted_referral_never_expires(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    ends_at = await referred(play, "a", place)
    result = await play.signed(await play.acceptance("a"))
    assert result["status"] == "enrolled"
    await play.at(ends_at)
    assert await play.story("a") == [("ReferralIssued", "referred"), ("ReferralAccepted", "enrolled")]
    assert (await play.place(place)).status is PlaceStatus.TAKEN


async def test_a_late_acceptance_is_refused(play: Any) -> None:
    await play.child("a")
    ends_at = await referred(play, "a")
    play.clock.move_to(ends_at - MINUTE)
    act = await play.acceptance("a")
    play.clock.move_to(ends_at)
    with pytest.raises(Conflict, match="referral_not_valid") as refused:
        await play.signed(act)
    assert refused.value.params == {"status": "expired"}
    with pytest.raises(Conflict, match="referral_not_valid"):
        await play.acceptance("a")


async def test_an_acceptance_is_outdated_when_the_kindergarten_was_renamed(play: Any) -> None:
    await play.child("a")
    await referred(play, "a")
    act = await play.acceptance("a")
    await play.garden()
    with pytest.raises(Conflict, match="act_outdated"):
        await play.signed(act)
    assert (await play.candidate("a")).status is Status.REFERRED


async def test_a_deadline_of_what_does_not_run_is_loud_and_changes_nothing(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    candidate = await play.candidate("a")
    row = (await play.terms())[0]._mapping
    stray = [{**row, "key": str(new_id())}, {**row, "kind": "referral"}]
    stray += [{**row, "kind": "stop-list", "due_at": candidate.turn.began_at}]
    async with play.database.write() as tx:
        await tx.execute(sa.delete(deadline))
        await tx.execute(sa.insert(deadline), stray)
    play.clock.move_to(candidate.turn.term.ends_at)
    with capture_logs() as told:
        await play.fires()
    assert [line["log_level"] for line in told if line["event"] == "deadline of what does not run"] == ["error"] * 3
    assert await play.candidate("a") == candidate
    assert await play.terms() == []


@pytest.mark.parametrize("keys_too", [False, True])
async def test_a_deadline_that_the_release_before_writes_by_application_fires(play: Any, keys_too: bool) -> None:
    async def by_application() -> None:
        (row,) = await play.terms()
        async with play.database.write() as tx:
            if not keys_too:
                await tx.execute(sa.delete(deadline))
            await tx.execute(sa.insert(deadline), [{**row._mapping, "key": str(play.families["a"].id)}])

    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    await by_application()
    await play.at((await play.candidate("a")).turn.term.ends_at)
    assert ((await play.candidate("a")).turn, (await play.place(place)).status) == (None, PlaceStatus.OPEN)
    ends_at = await referred(play, "a", place)
    await by_application()
    await play.at(ends_at)
    assert (await play.candidate("a")).status is Status.STOP_LISTED
    await by_application()
    await play.at((await play.candidate("a")).stop_listed_until)
    assert ((await play.candidate("a")).status, (await play.candidate("a")).misses) == (Status.QUEUED, 1)
    assert await play.terms() == []


async def test_what_was_decided_on_an_older_state_is_not_saved(play: Any) -> None:
    await play.child("a")
    older = await play.candidate("a")
    (place,) = await play.offered()
    await play.called("a", place)
    basis, held = Basis(REFERRAL_PROFILE, default_calendar()), await play.place(place)
    called = TurnToBegin(new_id(), new_id(), (await play.candidate("a")).turn.called_with)
    decision = begin_turn(older, held, called, basis, play.clock.now())
    with pytest.raises(StaleStateError):
        async with play.database.write() as tx:
            await save(tx, older, decision)
    with pytest.raises(StaleStateError):
        async with play.database.write() as tx:
            await save_place(tx, replace(held, version=held.version - 1))
    assert len(await play.story("a")) == 1
