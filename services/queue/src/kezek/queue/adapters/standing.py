"""Where children stand, row by row: for the ranks in Redis, and for who asks after one child. SQL only."""

from collections.abc import AsyncIterator, Iterable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.vocabulary import QueueClass
from kezek.platform.db import ReadTx, Snapshot
from kezek.platform.tables import any_of
from kezek.queue.adapters import tables
from kezek.queue.adapters.entries import IN_ORDER
from kezek.queue.adapters.ranks import Key, Placed

_Q, _E, _L = tables.queue, tables.entry, tables.ledger
_QUEUES = sa.select(_Q.c.id, _Q.c.sequence).order_by(_Q.c.id)
_QUEUE = _QUEUES.where(_Q.c.id == sa.bindparam("queue"))
_SINCE = (
    sa.select(_L.c.application_id)
    .where(
        _L.c.queue_id == sa.bindparam("queue"),
        _L.c.sequence > sa.bindparam("since"),
        _L.c.application_id.is_not(None),
    )
    .distinct()
)
_KEYS = (
    _E.c.application_id,
    _E.c.queue_id,
    _E.c.number,
    _E.c.twins,
    _E.c.order_class,
    _E.c.order_at,
    _E.c.order_number,
    _E.c.submitted_at,
    IN_ORDER.label("stands"),
)
_OF_THESE = sa.select(*_KEYS).where(any_of(_E.c.application_id, "ids"))
_WITH_TWINS = sa.select(*_KEYS).where(_E.c.queue_id == sa.bindparam("queue"), any_of(_E.c.twins, "twins"))
_ALL = sa.select(*_KEYS).where(_E.c.queue_id == sa.bindparam("queue"), IN_ORDER)
_OWN = (
    sa.select(
        *_KEYS,
        _E.c.applicant_id,
        _E.c.queue_class,
        _E.c.waiting,
        _E.c.open_call_id.is_not(None).label("called"),
        _Q.c.district,
        _Q.c.kind,
        _Q.c.group_year,
        _Q.c.owed,
        _Q.c.sequence,
    )
    .join(_Q, _Q.c.id == _E.c.queue_id)
    .where(_E.c.application_id == sa.bindparam("application_id"))
)


async def find_own(tx: ReadTx, application_id: UUID) -> sa.Row[Any] | None:
    """An entry and its queue, in one statement and so of one instant; without who stands before it."""
    return await tx.row(_OWN, {"application_id": application_id})


async def list_sequences(tx: ReadTx, queue: str | None = None) -> dict[str, int]:
    """The last line of each queue's ledger, or of one."""
    rows = await (tx.rows(_QUEUES) if queue is None else tx.rows(_QUEUE, {"queue": queue}))
    return {row.id: row.sequence for row in rows}


async def list_touched(tx: ReadTx, queue: str, since: int, at_most: int) -> list[UUID]:
    """The children of whom lines of a queue were written since one, so many at most."""
    rows = await tx.rows(_SINCE.limit(sa.bindparam("at_most")), {"queue": queue, "since": since, "at_most": at_most})
    return [row.application_id for row in rows]


async def list_placed(tx: ReadTx, queue: str, ids: Sequence[UUID]) -> list[Placed]:
    """Where these children stand in a queue, or that they do not."""
    return [placed(row, queue) for row in await tx.rows(_OF_THESE, {"ids": list(ids)})]


async def list_twins(tx: ReadTx, queue: str, twins: Iterable[UUID]) -> list[Placed]:
    """Where the children of these groups stand in a queue, or that they do not."""
    return [placed(row, queue) for row in await tx.rows(_WITH_TWINS, {"queue": queue, "twins": list(twins)})]


async def all_placed(tx: Snapshot, queue: str) -> AsyncIterator[Placed]:
    """Everybody who stands in the order of a queue."""
    async for row in tx.stream(_ALL, {"queue": queue}):
        yield placed(row, queue)


def placed(row: Any, queue: str) -> Placed:
    """The child in a row, as far as it stands in this queue."""
    stands = row.stands and row.queue_id == queue
    key = Key(QueueClass(row.order_class), row.order_at, row.order_number, row.submitted_at) if stands else None
    return Placed(row.number, key, row.twins)
