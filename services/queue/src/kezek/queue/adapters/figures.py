"""Counts of queues for everybody, and free places as referrals tells of them. SQL only."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.referrals import PlaceChanged
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind
from kezek.platform.copies import keep_newer
from kezek.platform.db import ReadTx, Tx
from kezek.platform.workdays import local_day
from kezek.queue.adapters.tables import entry, place
from kezek.queue.domain.figures import Figures, PastCall
from kezek.queue.domain.order import Counts

_FIGURES = sa.text(
    """
    select queue.district, queue.kind, queue.group_year,
           coalesce(waiting.extraordinary, 0) as extraordinary, coalesce(waiting.priority, 0) as priority,
           coalesce(waiting.general, 0) as general, coalesce(waiting.transfer, 0) as transfer,
           coalesce(called.many, 0) as called,
           coalesce(free.many, 0) as free, coalesce(free.open, 0) as free_choice
    from queue
    left join (
        select queue_id,
               count(*) filter (where order_class = 'extraordinary') as extraordinary,
               count(*) filter (where order_class = 'priority') as priority,
               count(*) filter (where order_class = 'general') as general,
               count(*) filter (where order_class = 'transfer') as transfer
        from entry
        where waiting and queue_id in (select id from queue where :district in ('', district))
        group by queue_id
    ) as waiting on waiting.queue_id = queue.id
    left join (
        select entry.queue_id, count(*) as many
        from candidate join entry on entry.application_id = candidate.application_id
        where candidate.status = 'notified'
        group by entry.queue_id
    ) as called on called.queue_id = queue.id
    left join (
        select queue_id, count(*) as many, count(*) filter (where status = 'open') as open
        from place
        where status in ('offered', 'held', 'open')
        group by queue_id
    ) as free on free.queue_id = queue.id
    where :district in ('', queue.district)
    order by queue.district, queue.kind desc, queue.group_year desc
    """
)
_CALLS = sa.text(
    """
    select entry.number, call.called_at
    from queue
    cross join (values ('extraordinary'), ('priority'), ('general'), ('transfer')) as class (name)
    cross join lateral (
        select id, called_at from call as made
        where made.queue_id = queue.id and made.queue_class = class.name and made.state in ('open', 'begun')
        order by made.sequence desc
        limit :limit
    ) as call
    join call_child on call_child.call_id = call.id
    join entry on entry.application_id = call_child.application_id
    where queue.district = :district
    order by call.called_at desc, entry.number
    limit :limit
    """
)


_BY_NUMBER = sa.select(entry.c.application_id, entry.c.applicant_id).where(entry.c.number == sa.bindparam("number"))


async def find_by_number(tx: ReadTx, number: str) -> tuple[UUID, UUID] | None:
    """An application by its number, and its applicant."""
    row = await tx.row(_BY_NUMBER, {"number": number})
    return None if row is None else (row.application_id, row.applicant_id)


async def keep_place(tx: Tx, told: PlaceChanged, version: int) -> None:
    """Keep a place's newest state."""
    row = {"id": told.place_id, "queue_id": str(told.queue), "status": told.status.value}
    await keep_newer(tx, place, version, row)


async def list_figures(tx: ReadTx, district: str | None) -> list[Figures]:
    """The figures of a district's queues, or of all; of one instant."""
    return [_figures(row) for row in await tx.rows(_FIGURES, {"district": district or ""})]


async def list_past_calls(tx: ReadTx, district: str, limit: int) -> list[PastCall]:
    """The last children that were called in a district, newest first."""
    rows = await tx.rows(_CALLS, {"district": district, "limit": limit})
    return [PastCall(row.number, local_day(row.called_at)) for row in rows]


def _figures(row: Any) -> Figures:
    return Figures(
        queue=QueueRef(district=row.district, kind=GroupKind(row.kind), group_year=row.group_year),
        waiting=Counts(row.extraordinary, row.priority, row.general, row.transfer),
        called=row.called,
        free=row.free,
        free_choice=row.free_choice,
    )
