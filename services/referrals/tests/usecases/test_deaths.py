"""A child has died: its application ends, and its place goes on, in whatever moment that is heard (domain §3)."""

from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.applications import ApplicationChanged, ChildDied
from kezek.contracts.law import Reason, Rule
from kezek.contracts.referrals import Closed, PlacesOffered
from kezek.contracts.vocabulary import ActorKind, ReferralStatus
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.tables import deadline
from kezek.referrals.adapters import tables
from kezek.referrals.usecases import close_quietly as module


def died(play: Any) -> ChildDied:
    application = play.families["a"].application
    return ChildDied(
        application_id=application.application_id,
        applicant_id=application.applicant_id,
        number=application.number,
        district=application.queue.district,
        submitted_at=application.submitted_at,
        status=Status.QUEUED,
        reason=Reason.CHILD_NOT_ALIVE,
        rule=Reason.CHILD_NOT_ALIVE.rule,
        actor=ActorKind.SYSTEM,
    )


@pytest.mark.parametrize("referred", [True, False])
async def test_its_place_goes_on(play: Any, referred: bool) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    if referred:
        await play.chooses("a", place)
    await play.told(died(play), version=2)
    assert (await play.candidate("a")).status is Status.REMOVED
    assert (await play.last(Closed)).reason is Reason.CHILD_NOT_ALIVE
    (again,) = (await play.last(PlacesOffered)).offers
    assert (again.place.place_id, again.place.offer) == (place, 2)


@pytest.mark.parametrize("status", [Status.PAPERS_SUBMITTED, Status.REFUSAL_REVIEW])
async def test_it_ends_while_papers_are_looked_at_or_a_refusal_is_reviewed(play: Any, status: Status) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    await play.chooses("a", place)
    async with play.database.write() as tx:
        await tx.execute(sa.update(tables.candidate).values(status=status.value))
    await play.told(died(play), version=2)
    candidate = await play.candidate("a")
    assert (candidate.status, candidate.referral.status) == (Status.REMOVED, ReferralStatus.VOIDED)
    assert (await play.last(Closed)).reason is Reason.CHILD_NOT_ALIVE
    (again,) = (await play.last(PlacesOffered)).offers
    assert (again.place.place_id, again.place.offer) == (place, 2)
    assert await play.rows(deadline) == []


async def test_an_enrolled_childs_application_is_left_to_its_departure(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    await play.chooses("a", place)
    await play.signed(await play.acceptance("a"))
    await play.told(died(play), version=2)
    assert (await play.candidate("a")).status is Status.ENROLLED
    assert await play.events(Closed) == []


async def test_a_child_called_elsewhere_in_this_moment_gives_the_place_back_where_it_is(
    play: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    family, lock, own = await play.child("a"), module.places.lock_queue, play.queue
    elsewhere, locked = replace(own, district="1132"), []

    async def noted(tx: Any, queue: Any) -> None:
        locked.append(queue)
        await lock(tx, queue)

    async def called_elsewhere_first(tx: Any, queue: Any) -> None:
        monkeypatch.setattr(module.places, "lock_queue", noted)
        changed = family.application.model_dump() | {"queue": elsewhere}
        why = {"reason": Reason.APPLICATION_CHANGED, "rule": Rule.APPLICATION}
        await play.told(ApplicationChanged(**changed, **why), version=2)
        play.queue = elsewhere
        await play.called("a", (await play.offered())[0])
        await noted(tx, queue)

    monkeypatch.setattr(module.places, "lock_queue", called_elsewhere_first)
    await play.told(died(play), version=3)
    assert (await play.candidate("a")).status is Status.REMOVED
    offered = await play.last(PlacesOffered)
    assert (offered.queue, offered.offers[0].place.offer, locked[-1]) == (elsewhere, 2, elsewhere)
