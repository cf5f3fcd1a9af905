"""A child waits in the order of its queue, or does so no longer (domain §5.3)."""

from datetime import datetime
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.platform.db import Tx
from kezek.queue.adapters import entries
from kezek.queue.adapters.ledger import write_line
from kezek.queue.domain.ledger import together_of
from kezek.queue.domain.queue import Change, Queue


async def let_wait(
    tx: Tx, queue: Queue, application_id: UUID, reason: Reason, *, waiting: bool, now: datetime
) -> Queue:
    """Let a child wait in this locked queue, in which it stands, or not; nothing if that is so already.

    Returns:
        The queue with that line, not yet saved.
    """
    found = await entries.update_waiting(tx, application_id, waiting=waiting)
    if found is None:
        return queue
    entry, twins = found
    facts = together_of(twins, *((None, entry) if waiting else (entry, None)))
    change = Change.RETURNED if waiting else Change.LEFT
    return await write_line(tx, queue, change, application_id, reason, now=now, facts=facts)
