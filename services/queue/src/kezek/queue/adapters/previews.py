"""How the queues stand, by counts: one statement, and so one snapshot. SQL only."""

from collections.abc import Sequence

import sqlalchemy as sa

from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind
from kezek.platform.db import ReadTx
from kezek.queue.domain.eligibility import BirthWindow
from kezek.queue.domain.order import Counts
from kezek.queue.domain.preview import QueueNow
from kezek.queue.domain.walk import twins_by_class

_QUEUES = sa.text(
    """
    select queue.district, queue.kind, queue.group_year, queue.owed,
           around.extraordinary, around.priority, around.general, around.transfer,
           around.becoming, around.ceasing,
           (select count(*) from entry as called where called.queue_id = queue.id and called.waiting
               and called.open_call_id is not null) as being_called,
           case when exists (
               select from entry as twin
               where twin.queue_id = queue.id and twin.twins is not null and twin.waiting and twin.open_call_id is null
           ) then (
               select coalesce(json_agg(json_build_array(order_class, before, size) order by before), '[]')
               from (
                   select order_class, min(before) as before, count(*) as size
                   from (
                       select order_class, twins, row_number() over (
                           partition by order_class order by order_at, order_number, submitted_at, number
                       ) - 1 as before
                       from entry as other
                       where other.queue_id = queue.id and other.waiting and other.open_call_id is null
                   ) as ranked
                   where twins is not null
                   group by order_class, twins
                   having count(*) > 1
               ) as twins
           ) else '[]' end as twins
    from queue
    cross join lateral (
        select count(*) filter (where order_class = 'extraordinary') as extraordinary,
               count(*) filter (where order_class = 'priority') as priority,
               count(*) filter (where order_class = 'general') as general,
               count(*) filter (where order_class = 'transfer') as transfer,
               count(*) filter (where of_new_age and not of_old_age) as becoming,
               count(*) filter (where of_old_age and not of_new_age) as ceasing
        from (
            select order_class,
                   born_on > :old_after and born_on <= :old_until as of_old_age,
                   born_on > :new_after and born_on <= :new_until as of_new_age
            from entry
            where entry.queue_id = queue.id and entry.waiting and entry.open_call_id is null
        ) as child
    ) as around
    where queue.district = :district or (cast(:district as text) is null and queue.district <> all(:others))
    order by queue.district, queue.kind, queue.group_year
    """
)


async def list_queues_now(
    tx: ReadTx, district: str | None, others: Sequence[str], old: BirthWindow, new: BirthWindow
) -> list[QueueNow]:
    """The queues of a district, or of all but these, and whom age lets be called by one of two windows only."""
    asked = {"district": district, "others": list(others)}
    windows = {"old_after": old.after, "old_until": old.until, "new_after": new.after, "new_until": new.until}
    return [
        QueueNow(
            ref=QueueRef(district=row.district, kind=GroupKind(row.kind), group_year=row.group_year),
            counts=Counts(row.extraordinary, row.priority, row.general, row.transfer),
            owed=row.owed,
            being_called=row.being_called,
            become_callable=row.becoming,
            cease_callable=row.ceasing,
            twins=twins_by_class(row.twins),
        )
        for row in await tx.rows(_QUEUES, asked | windows)
    ]
