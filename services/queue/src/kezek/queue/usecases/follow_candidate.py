"""Referrals says whether a child waits to be called (architecture §job.3)."""

from datetime import datetime

from kezek.contracts.referrals import CandidateChanged
from kezek.platform.db import Tx
from kezek.queue.adapters import entries, store
from kezek.queue.domain.queue import CandidateState
from kezek.queue.usecases.let_wait import let_wait


async def follow_candidate(tx: Tx, changed: CandidateChanged, version: int, *, now: datetime) -> None:
    """Let the child stand in the order, at its own time, or not (domain §5.3); older versions change nothing.

    The order is that of the queue in which the child stands now, whichever the event names.
    """
    await entries.lock_applications(tx, [changed.application_id])
    ref = await entries.find_queue_of(tx, changed.application_id)
    queues = await store.lock_queues(tx, () if ref is None else (ref,))
    state = CandidateState(changed.status, changed.reason, changed.waiting)
    if not await store.upsert_candidate(tx, changed.application_id, version, state):
        return
    if ref is None:
        return
    waiting, reason = changed.waiting, changed.reason
    queue = await let_wait(tx, queues[ref], changed.application_id, reason, waiting=waiting, now=now)
    if queue.sequence > queues[ref].sequence:
        await store.update_queue(tx, queue)
