"""The last hash of each queue's ledger on a day: who keeps it can tell that nothing before was changed (ADR 29)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kezek.contracts.values import QueueRef
from kezek.platform.db import ReadTx
from kezek.platform.workdays import midnight_after
from kezek.queue.adapters.ledger import list_heads_before

SETTLED_AFTER = timedelta(minutes=15)
"""So long after the midnight nothing is written any more that was recorded before it: transactions end much sooner."""


@dataclass(frozen=True)
class Head:
    """The last line of a queue's ledger on the day."""

    queue: QueueRef
    sequence: int
    hash: str


@dataclass(frozen=True)
class Heads:
    """All queues that had lines by the end of the day; `complete` once nothing of that day can come any more."""

    day: date
    complete: bool
    items: Sequence[Head]


async def read_heads(tx: ReadTx, day: date, now: datetime) -> Heads:
    """The heads at the midnight that ends a day of Kazakhstan; of a day that is not over as they are now."""
    rows = await list_heads_before(tx, midnight_after(day))
    heads = [Head(QueueRef.parse(row.queue_id), row.sequence, row.hash.hex()) for row in rows]
    return Heads(day=day, complete=now >= midnight_after(day) + SETTLED_AFTER, items=heads)
