"""How long children waited until their first turn, and have waited by now, by class and queue. SQL only."""

from typing import Any

import sqlalchemy as sa

from kezek.contracts.vocabulary import GroupKind, QueueClass
from kezek.platform.db import ReadTx
from kezek.queue.domain.waits import Period, Waits

# the first of a child's turns: one that ended without a choice is followed by others
_WAITS = sa.text(
    """
    with turn as (
        select queue.kind, queue.group_year, made.queue_class,
               cast(extract(epoch from made.called_at - entry.submitted_at) as float) as waited
        from queue
        join call as made on made.queue_id = queue.id and made.state = 'begun'
        join call_child as child on child.call_id = made.id
        join entry on entry.application_id = child.application_id
        where :district in ('', queue.district) and made.called_at >= :begins_at and made.called_at < :ends_at
          and not exists (
            select 1 from call_child as also join call as earlier on earlier.id = also.call_id
            where also.application_id = child.application_id and earlier.state = 'begun'
              and (earlier.called_at, earlier.id) < (made.called_at, made.id)
          )
    ), standing as (  -- twins who wait together stand, and are called, in the better class of both
        select queue.kind, queue.group_year, entry.order_class as queue_class,
               cast(extract(epoch from :now - entry.submitted_at) as float) as waited
        from queue join entry on entry.queue_id = queue.id and entry.waiting
        where :district in ('', queue.district)
    ), called as (
        select coalesce(kind, '') as of_kind, coalesce(group_year, 0) as of_year, coalesce(queue_class, '') as of_class,
               count(*) as called, avg(waited) as average, percentile_cont(0.5) within group (order by waited) as median
        from turn group by grouping sets ((kind, group_year, queue_class), (kind, group_year), (queue_class), ())
    ), waiting as (
        select coalesce(kind, '') as of_kind, coalesce(group_year, 0) as of_year, coalesce(queue_class, '') as of_class,
               count(*) as waiting, avg(waited) as so_far, max(waited) as longest
        from standing group by grouping sets ((kind, group_year, queue_class), (kind, group_year), (queue_class), ())
    )
    select of_kind, of_year, of_class, coalesce(called, 0) as called, average, median,
           coalesce(waiting, 0) as waiting, so_far, longest
    from called full join waiting using (of_kind, of_year, of_class)
    order by of_kind <> '', of_kind desc, of_year desc,
             array_position(array['', 'extraordinary', 'priority', 'general', 'transfer'], of_class)
    """
).bindparams(
    sa.bindparam("district", type_=sa.Text),
    *(sa.bindparam(name, type_=sa.DateTime(timezone=True)) for name in ("now", "begins_at", "ends_at")),
)


async def list_waits(tx: ReadTx, district: str | None, period: Period) -> list[Waits]:
    """Of all, of each class, of each queue and each class in it; of a district, or of the region."""
    asked = {"district": district or "", "now": tx.now(), "begins_at": period.begins_at, "ends_at": period.ends_at}
    return [_waits(row) for row in await tx.rows(_WAITS, asked)]


def _waits(row: Any) -> Waits:
    return Waits(
        kind=GroupKind(row.of_kind) if row.of_kind else None,
        group_year=row.of_year or None,
        queue_class=QueueClass(row.of_class) if row.of_class else None,
        called=row.called,
        average_s=_seconds(row.average),
        median_s=_seconds(row.median),
        waiting=row.waiting,
        so_far_s=_seconds(row.so_far),
        longest_s=_seconds(row.longest),
    )


def _seconds(value: Any) -> float | None:
    return None if value is None else float(value)
