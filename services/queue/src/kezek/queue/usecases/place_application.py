"""An application enters the order of its queue (domain §3, §5.1)."""

from datetime import datetime

from kezek.contracts.applications import ApplicationQueued
from kezek.contracts.law import Reason
from kezek.contracts.queue import Placed
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.platform.workdays import local_day
from kezek.queue.adapters import store
from kezek.queue.domain.order import ahead_of
from kezek.queue.domain.queue import Change, Entry

FIRST_VERSION = 1


async def place_application(tx: Tx, queued: ApplicationQueued, *, now: datetime) -> None:
    """Add an entry once; it waits unless referrals has already said that the child does not (architecture §job.3)."""
    queue = await store.lock_queue(tx, queued.queue)
    known = await store.find_candidate(tx, queued.application_id)
    waiting = known is None or known.waiting
    entry = Entry(queued.child, queued.number)
    if not await store.insert_entry(tx, queue, entry, waiting=waiting) or not waiting:
        return
    queue = await store.insert_ledger_line(tx, queue, Change.ENTERED, queued.application_id, Reason.QUEUED, now=now)
    await store.update_queue(tx, queue)
    policy = await policies.load(tx, queued.queue.district, local_day(now))
    ahead = ahead_of(await store.load_rank(tx, queued.application_id), policy)
    placed = Placed(
        application_id=queued.application_id,
        queue=queued.queue,
        queue_class=queued.queue_class,
        submitted_at=queued.submitted_at,
        ledger_sequence=queue.sequence,
        position=ahead.total + 1,
    )
    await tx.publish(placed, version=FIRST_VERSION)
