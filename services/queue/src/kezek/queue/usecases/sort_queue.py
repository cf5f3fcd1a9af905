"""One queue of a sorted district is sorted anew, by a job and in one transaction (domain §9.sorting)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.hints import ADMINISTRATORS, HintKind
from kezek.contracts.law import Reason
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ActorKind
from kezek.platform.db import Tx
from kezek.platform.messaging.jobs import Job, NotReadyError, Work, add_job
from kezek.queue.adapters import entries, sortings, store
from kezek.queue.adapters.ledger import write_line
from kezek.queue.adapters.verifying import counts_of
from kezek.queue.domain.ledger import facts_of, together_of
from kezek.queue.domain.queue import Change, Queue
from kezek.queue.domain.sorting import OfAnotherYear
from kezek.queue.usecases.move_entry import Why, move_entry

JOB = "sort_queue"
WHY = Why(Reason.SORTED_ANEW, Reason.SORTED_ANEW.rule, ActorKind.ADMINISTRATOR)
_BY = (WHY.rule, WHY.actor)
Locked = dict[QueueRef, Queue]


async def sort_later(tx: Tx, sorting_id: UUID, queue: str) -> None:
    """Have a queue sorted; it stays to be done whatever happens."""
    await add_job(tx, JOB, f"{sorting_id} {queue}", {"sorting": str(sorting_id), "queue": queue})


def works() -> Mapping[str, Work]:
    """The jobs of the worker, by kind."""
    return {JOB: _work}


async def _work(tx: Tx, job: Job) -> None:
    await sort_queue(tx, UUID(job.payload["sorting"]), QueueRef.parse(job.payload["queue"]), now=tx.now())


async def sort_queue(tx: Tx, sorting_id: UUID, ref: QueueRef, *, now: datetime) -> None:
    """Let every child stand where what is known by now puts it, and say so in the ledger; once.

    Who was born in another year goes over to that year's queue at its own time, also from the stop list and while it is
    called; the others stand by their class, and with their twins.

    Raises:
        NotReadyError: somebody has come meanwhile who was not locked: it is tried again.
    """
    if not await sortings.is_to_sort(tx, sorting_id, str(ref)):
        return
    moving, queues = await _lock(tx, ref)
    for child in moving:
        queues = await _move(tx, queues, child, now=now)
    queues, corrected = await _stand_anew(tx, queues, ref, now=now)
    await _tell(tx, queues, ref, sorting_id, (moving, corrected), now=now)


async def _lock(tx: Tx, ref: QueueRef) -> tuple[Sequence[OfAnotherYear], Locked]:
    """Who goes over, each application locked before any queue, as whoever hears of one does; and all the queues."""
    expected = await sortings.list_of_another_year(tx, queue=ref)
    await entries.lock_applications(tx, [child.application_id for child in expected])
    queues = await store.lock_queues(tx, {ref, *(_target(child) for child in expected)})
    moving = await sortings.list_of_another_year(tx, queue=ref)
    if not set(moving) <= set(expected):
        raise NotReadyError("somebody of another year has come meanwhile")
    return moving, queues


def _target(child: OfAnotherYear) -> QueueRef:
    return replace(child.queue, group_year=child.born_in)


async def _move(tx: Tx, queues: Locked, child: OfAnotherYear, *, now: datetime) -> Locked:
    standing = await entries.load_standing(tx, child.application_id)
    both = queues[child.queue], queues[_target(child)]
    before, after = await move_entry(tx, both, standing, standing.entry, standing.version, WHY, now=now)
    return {**queues, before.ref: before, after.ref: after}


async def _stand_anew(tx: Tx, queues: Locked, ref: QueueRef, *, now: datetime) -> tuple[Locked, int]:
    """Who stood otherwise than by the own class and time, or than its twins: each is told with its line."""
    found = await entries.stand_anew(tx, ref)
    for standing, twins in found:
        entry, waits = standing.entry, standing.entry if standing.waiting else None
        facts = facts_of(entry, waiting=standing.waiting, call=standing.call_id)
        facts = {**facts, **together_of(twins, waits, waits)}
        of = entry.child.application_id
        line = await write_line(tx, queues[ref], Change.CHANGED, of, WHY.reason, now=now, facts=facts, by=_BY)
        queues = {**queues, ref: line}
    return queues, len(found)


async def _tell(
    tx: Tx,
    queues: Locked,
    ref: QueueRef,
    sorting_id: UUID,
    done: tuple[Sequence[OfAnotherYear], int],
    *,
    now: datetime,
) -> None:
    """The line of the queue alone, and what is kept of the sorting."""
    moving, corrected = done
    standing = {of: children for of, (children, _) in (await counts_of(tx, str(ref))).items() if children}
    facts = {"sorting": str(sorting_id), "left": len(moving), "corrected": corrected, "standing": standing}
    queue = await write_line(tx, queues[ref], Change.SORTED, None, WHY.reason, now=now, facts=facts, by=_BY)
    await store.update_queues(tx, {**queues, ref: queue})
    for target in sorted({_target(child) for child in moving}, key=str):
        arrived = [each for each in moving if _target(each) == target]
        await sortings.note_arrivals(tx, sorting_id, str(target), arrived, now)
    counts = {"children": sum(standing.values()), "went": len(moving), "corrected": corrected, "sorted_at": now}
    await sortings.finish_queue(tx, sorting_id, str(ref), counts)
    tx.hint(ADMINISTRATORS, HintKind.POSITION, ref.district)
