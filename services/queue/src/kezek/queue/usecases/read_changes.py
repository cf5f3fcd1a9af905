"""What has changed in the order around a child, each with its reason (domain §5.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import QueueClass
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound
from kezek.queue.adapters import store
from kezek.queue.domain.order import take_turns
from kezek.queue.domain.queue import Change


@dataclass(frozen=True)
class OrderChange:
    """Somebody came into the order or left it: the own child, or one that may go before it."""

    sequence: int
    at: datetime
    change: Change
    reason: Reason
    queue_class: QueueClass
    own: bool
    in_turn: bool


@dataclass(frozen=True)
class OrderChanges:
    """The newest changes, newest first; `complete` if they are all since the child stands in the order."""

    items: Sequence[OrderChange]
    complete: bool


async def read_changes(tx: ReadTx, application_id: UUID, *, person_id: UUID, limit: int) -> OrderChanges:
    """The newest changes since the child stands in the order, for the applicant alone; nobody else's name is told.

    Raises:
        NotFound: when there is no such entry yet, or it is another's.
    """
    rows = await store.list_changes(tx, application_id, person_id, limit=limit + 1)
    if not rows:
        raise NotFound("position_not_found")
    return OrderChanges([_change(row) for row in rows[:limit]], complete=rows[0].whole and len(rows) <= limit)


def _change(row: Any) -> OrderChange:
    return OrderChange(
        sequence=row.sequence,
        at=row.recorded_at,
        change=Change(row.what),
        reason=Reason(row.reason),
        queue_class=QueueClass(row.queue_class),
        own=row.own,
        in_turn=take_turns(QueueClass(row.queue_class), QueueClass(row.own_class)),
    )
