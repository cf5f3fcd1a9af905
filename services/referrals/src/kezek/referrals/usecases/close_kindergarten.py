"""A kindergarten is closed: its free and held places are annulled, referrals not accepted are void (domain §6.6).

One job for each of its queues, under the queue's row; done again it finds nothing more to do.
"""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ActorKind
from kezek.platform.acts import ReceivedEarlier
from kezek.platform.db import Tx
from kezek.platform.errors import Unavailable
from kezek.platform.messaging.jobs import Job, NotReadyError, add_job
from kezek.referrals.adapters import candidates, copies, places
from kezek.referrals.domain.annulling import close_kindergarten
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.place import Place
from kezek.referrals.usecases.ends import end_overdue
from kezek.referrals.usecases.received import list_signed
from kezek.referrals.usecases.saving import save, save_place

CLOSE_PLACES = "close-places"


async def close_all_places(tx: Tx, kindergarten: Kindergarten) -> None:
    """Have the places of a closed kindergarten taken back, queue by queue."""
    for queue in await places.list_queues_of(tx, kindergarten.kindergarten_id):
        await close_in_queue(tx, kindergarten.kindergarten_id, queue)


async def close_in_queue(tx: Tx, kindergarten_id: UUID, queue: QueueRef) -> None:
    """Have the places of a closed kindergarten in one queue taken back."""
    payload = {"kindergarten_id": str(kindergarten_id), "queue": str(queue)}
    await add_job(tx, CLOSE_PLACES, f"{kindergarten_id}:{queue}", payload)


async def close_places(tx: Tx, job: Job) -> None:
    """Take back what nobody has for good, in the order of publication; what was over before ends first.

    A place whose holder has an act that came in time, or before the closing, and is not finished waits for that by a
    job of its own, so that it holds back no other: who was accepted before the closing is enrolled, and departs.

    Raises:
        NotReadyError: when a place was taken at this moment, or its own act is not finished yet: it is tried again.
    """
    kindergarten_id, queue = UUID(job.payload["kindergarten_id"]), QueueRef.parse(job.payload["queue"])
    alone = job.payload.get("place_id")
    await places.lock_queue(tx, queue)
    living = [each for each in await places.list_living(tx, kindergarten_id, queue) if alone in {None, str(each.id)}]
    holders = await candidates.lock_candidates(tx, [each.holder for each in living if each.holder])
    await places.lock_places(tx, [each.id for each in living])
    unfinished = await _end_overdue(tx, holders) | await _signed_before(tx, kindergarten_id, holders)
    locked = await places.lock_places(tx, [each.id for each in living])
    if not {each.holder for each in locked.values() if each.holder} <= holders.keys():
        raise NotReadyError
    waiting = [each for each in locked.values() if each.holder in unfinished]
    if waiting and alone:
        raise NotReadyError
    for place in waiting:
        await add_job(tx, CLOSE_PLACES, f"{job.key}:{place.id}", {**job.payload, "place_id": str(place.id)})
    await _take_back(tx, [each for each in locked.values() if each not in waiting], holders)


async def _end_overdue(tx: Tx, holders: Mapping[UUID, Candidate]) -> set[UUID]:
    """End what is over; the applications of which an act that came in time is not finished are left as they are."""
    unfinished = set()
    for application_id, each in holders.items():
        try:
            async with tx.savepoint():
                await end_overdue(tx, each, tx.now())
        except (Unavailable, ReceivedEarlier):
            unfinished.add(application_id)
    return unfinished


async def _signed_before(tx: Tx, kindergarten_id: UUID, holders: Collection[UUID]) -> set[UUID]:
    """Those of these applications on which an act came before the closing that is not finished."""
    garden = await copies.kindergartens.find(tx, kindergarten_id)
    closed_at = garden.closed_at if garden is not None else None
    found = await list_signed(tx, holders, closed_at or tx.now())
    return {each.application_id for each in found}


async def _take_back(tx: Tx, closing: Iterable[Place], holders: Iterable[UUID]) -> None:
    known = await candidates.lock_candidates(tx, holders)
    for annulment in close_kindergarten(closing, known, tx.now()):
        decision = annulment.decision
        if decision is None:
            await save_place(tx, annulment.place)
        else:
            await save(tx, known[decision.candidate.application_id], decision, ActorKind.ADMINISTRATOR)
