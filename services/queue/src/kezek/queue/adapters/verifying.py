"""What is compared when the ledger is verified, read a part at a time from one snapshot. SQL only."""

from collections.abc import AsyncIterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.platform.db import ReadTx, Snapshot
from kezek.queue.adapters import tables
from kezek.queue.adapters.ledger import line_of
from kezek.queue.domain.ledger import Line

_Q, _E, _L, _C = tables.queue, tables.entry, tables.ledger, tables.call
_QUEUE = sa.bindparam("queue", type_=sa.Text)
_QUEUES = sa.select(_Q).where(sa.or_(_QUEUE.is_(None), _Q.c.id == _QUEUE)).order_by(_Q.c.id)
_COUNTS = sa.select(tables.in_order).where(tables.in_order.c.queue_id == sa.bindparam("queue"))
_LINES = sa.select(_L).where(_L.c.queue_id == sa.bindparam("queue")).order_by(_L.c.sequence)
_BIRTHS = sa.select(_E.c.application_id, _E.c.born_on).where(_E.c.queue_id == sa.bindparam("queue"))
_CORRECTIONS = sa.text(
    "select application_id, count(*) as many from ledger "
    "where queue_id = :queue and (jsonb_exists(facts, 'born_anew') or what = 'moved_here') group by application_id"
)
_ENTRIES = sa.select(_E).where(_E.c.queue_id == sa.bindparam("queue"))
_CALLS = sa.select(_C.c.id, _C.c.queue_class, _C.c.state, _C.c.by_category).where(
    _C.c.queue_id == sa.bindparam("queue")
)


async def list_queues(tx: ReadTx, queue: str | None) -> Sequence[sa.Row[Any]]:
    """All queues, or the one that is asked for."""
    return await tx.rows(_QUEUES, {"queue": queue})


async def counts_of(tx: ReadTx, queue: str) -> dict[str, tuple[int, int]]:
    """How many children stand in the order of a queue, by class, and how many have twins, as they are counted along."""
    rows = await tx.rows(_COUNTS, {"queue": queue})
    return {row.order_class: (row.children, row.twins) for row in rows if row.children or row.twins}


async def births_in(tx: Snapshot, queue: str) -> dict[UUID, date]:
    """When who stands in a queue was born."""
    return {row.application_id: row.born_on async for row in tx.stream(_BIRTHS, {"queue": queue})}


async def corrections_in(tx: Snapshot, queue: str) -> dict[UUID, int]:
    """How many lines of a queue correct a child's date of birth, or bring it from where that may have been."""
    return {row.application_id: row.many async for row in tx.stream(_CORRECTIONS, {"queue": queue})}


async def lines_of(tx: Snapshot, queue: str) -> AsyncIterator[tuple[Line, bytes | None]]:
    """The lines of a queue in their order, with their stored hashes."""
    async for row in tx.stream(_LINES, {"queue": queue}):
        yield line_of(row), row.hash


def entries_of(tx: Snapshot, queue: str) -> AsyncIterator[sa.Row[Any]]:
    """The entries of a queue."""
    return tx.stream(_ENTRIES, {"queue": queue})


def calls_of(tx: Snapshot, queue: str) -> AsyncIterator[sa.Row[Any]]:
    """The calls of a queue."""
    return tx.stream(_CALLS, {"queue": queue})
