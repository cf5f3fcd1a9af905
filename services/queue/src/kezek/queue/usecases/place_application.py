"""An application enters the order of its queue (domain §3, §5.1)."""

from datetime import datetime

from kezek.contracts.applications import ApplicationQueued
from kezek.contracts.queue import Placed
from kezek.platform.db import Tx
from kezek.queue.adapters import store
from kezek.queue.domain.order import Stream, ahead_of
from kezek.queue.domain.policy import load_policy
from kezek.queue.domain.queue import Change, Entry

FIRST_VERSION = 1


async def place_application(tx: Tx, queued: ApplicationQueued, *, now: datetime) -> None:
    """Add an entry once; it waits unless referrals has already said that the child does not (architecture §job.3)."""
    queue = await store.lock_queue(tx, queued.queue)
    word = await store.find_word(tx, queued.application_id)
    waiting = word is None or word.waiting
    if not await store.insert_entry(tx, queue, _entry(queued), waiting=waiting) or not waiting:
        return
    queue = await store.insert_ledger_line(tx, queue, Change.ENTERED, queued.application_id, "queued", now=now)
    await store.update_queue(tx, queue)
    ahead = ahead_of(await store.load_standing(tx, queued.application_id), load_policy())
    placed = Placed(
        application_id=queued.application_id,
        queue=queued.queue,
        queue_class=queued.queue_class,
        submitted_at=queued.submitted_at,
        ledger_sequence=queue.sequence,
        position=ahead.total + 1,
    )
    await tx.publish(placed, version=FIRST_VERSION)


def _entry(queued: ApplicationQueued) -> Entry:
    return Entry(
        application_id=queued.application_id,
        number=queued.number,
        child_id=queued.child_id,
        applicant_id=queued.applicant_id,
        stream=Stream(queued.queue_class.value),
        birth_date=queued.birth_date,
        languages=tuple(language.value for language in queued.languages),
        submitted_at=queued.submitted_at,
    )
