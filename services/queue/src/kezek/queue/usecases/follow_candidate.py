"""Referrals says whether a child waits to be called (architecture §job.3)."""

from datetime import datetime

from kezek.contracts.referrals import CandidateChanged
from kezek.platform.db import Tx
from kezek.queue.adapters import store
from kezek.queue.domain.queue import CandidateState, Change


async def follow_candidate(tx: Tx, changed: CandidateChanged, version: int, *, now: datetime) -> None:
    """Let the child stand in the order, at its own time, or not (domain §5.3); older versions change nothing."""
    queue = await store.lock_queue(tx, changed.queue)
    state = CandidateState(changed.status, changed.reason, changed.waiting)
    if not await store.upsert_candidate(tx, changed.application_id, version, state):
        return
    if not await store.update_waiting(tx, changed.application_id, waiting=changed.waiting):
        return
    change = Change.RETURNED if changed.waiting else Change.LEFT
    queue = await store.insert_ledger_line(tx, queue, change, changed.application_id, changed.reason, now=now)
    await store.update_queue(tx, queue)
