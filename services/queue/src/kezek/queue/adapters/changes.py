"""What has changed in the order around a child, by the ledger, and when the family last looked. SQL only."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.vocabulary import QueueClass
from kezek.platform.db import ReadTx, Tx
from kezek.queue.domain.queue import OF_THE_ORDER

WITHIN = 2000

# `goes` is whether a child, by what the line or the one before it knew, may go before the own one: of a class that does
# not always come after, or earlier of its own. Of a child from before lines said that, what is known now counts. Of
# twins the line says how they stood and stand: all of them count who may go before by now and did not, or no more. Own
# twins go by what is theirs.
_CHANGES = sa.text(
    """
    select line.sequence, line.recorded_at, line.what, line.reason, me.order_class as own_class,
           line.application_id = me.application_id as own, joined.first >= queue.sequence - :within as whole,
           joined.at as joined_at,
           case when twins.by <> 0 then twins.queue_class
               when line.what = 'changed' and not is_now.goes then was.queue_class
               else is_now.queue_class end as queue_class,
           case when twins.by <> 0 then twins.by > 0
               else line.what in ('entered', 'returned', 'moved_here') or (line.what = 'changed' and is_now.goes)
               end as more,
           coalesce(nullif(abs(twins.by), 0), 1) as many
    from entry as me
    join queue on queue.id = me.queue_id
    cross join lateral (select (cast(:ranks as jsonb) ->> me.order_class)::int as rank) as own
    cross join lateral (
        select min(sequence) as first, min(recorded_at) as at from ledger
        where application_id = me.application_id and queue_id = me.queue_id
    ) as joined
    cross join lateral (
        select sequence, recorded_at, what, reason, application_id, facts from ledger as recent
        where recent.queue_id = me.queue_id and recent.sequence > queue.sequence - :within
          and recent.sequence >= joined.first
        union all
        select sequence, recorded_at, what, reason, application_id, facts from ledger as own
        where own.application_id = me.application_id and own.queue_id = me.queue_id
          and own.sequence <= queue.sequence - :within
    ) as line
    join entry as other on other.application_id = line.application_id
    cross join lateral (
        select told.queue_class,
               (told.queue_class <> me.order_class or (told.at, told.number) <= (me.order_at, me.order_number))
                 and told.rank <= own.rank as goes
        from (select) as nothing
        left join lateral (
            select facts from ledger as earlier
            where earlier.queue_id = me.queue_id and earlier.application_id = line.application_id
              and earlier.sequence <= line.sequence and jsonb_exists(earlier.facts, 'class')
            order by earlier.sequence desc limit 1
        ) as known on true
        cross join lateral (
            select coalesce(known.facts ->> 'class', other.queue_class) as queue_class,
                   coalesce((known.facts ->> 'at')::timestamptz, other.submitted_at) as at,
                   coalesce(known.facts ->> 'number', other.number) as number,
                   (cast(:ranks as jsonb) ->> coalesce(known.facts ->> 'class', other.queue_class))::int as rank
        ) as told
    ) as is_now
    cross join lateral (
        select told.queue_class,
               (told.queue_class <> me.order_class or (told.at, told.number) <= (me.order_at, me.order_number))
                 and told.rank <= own.rank as goes
        from (select) as nothing
        left join lateral (
            select facts from ledger as earlier
            where earlier.queue_id = me.queue_id and earlier.application_id = line.application_id
              and earlier.sequence < line.sequence and jsonb_exists(earlier.facts, 'class')
            order by earlier.sequence desc limit 1
        ) as known on true
        cross join lateral (
            select coalesce(known.facts ->> 'class', other.queue_class) as queue_class,
                   coalesce((known.facts ->> 'at')::timestamptz, other.submitted_at) as at,
                   coalesce(known.facts ->> 'number', other.number) as number,
                   (cast(:ranks as jsonb) ->> coalesce(known.facts ->> 'class', other.queue_class))::int as rank
        ) as told
    ) as was
    cross join lateral (
        select coalesce(sum(side.sign * unit.size) filter (where unit.goes), 0) as by,
               (array_agg(unit.queue_class order by side.sign desc) filter (where unit.goes))[1] as queue_class,
               line.application_id <> me.application_id and (me.twins is null or other.twins is distinct from me.twins)
                 and coalesce(jsonb_exists(line.facts, 'together'), false) as told
        from jsonb_array_elements(line.facts -> 'together') as pair (of)
        cross join lateral (values (-1, pair.of -> 0), (1, pair.of -> 1)) as side (sign, stands)
        cross join lateral (
            select told.queue_class, told.size,
                   (told.queue_class <> me.order_class or (told.at, told.number) <= (me.order_at, me.order_number))
                     and told.rank <= own.rank as goes
            from (
                select side.stands ->> 0 as queue_class, (side.stands ->> 1)::timestamptz as at,
                       side.stands ->> 2 as number, (side.stands ->> 3)::int as size,
                       (cast(:ranks as jsonb) ->> (side.stands ->> 0))::int as rank
            ) as told
        ) as unit
    ) as counted
    cross join lateral (
        select case when counted.told then counted.by else 0 end as by, counted.queue_class, counted.told
    ) as twins
    where me.application_id = :application_id and me.applicant_id = :person_id and line.what = any(:changes)
      and coalesce((line.facts ->> 'waiting')::boolean, true)
      and (line.application_id = me.application_id
        or case when twins.told then twins.by <> 0
             when line.what = 'changed' then is_now.goes is distinct from was.goes else is_now.goes end)
    order by line.sequence desc
    limit :limit
    """
)
_LOOK = sa.text(
    """
    select before_sequence as sequence, before_position as position, before_at as at
    from look join entry on entry.application_id = look.application_id
    where look.application_id = :application_id and entry.applicant_id = :person_id
      and before_queue_id = entry.queue_id
    """
)
# looks that follow each other within half an hour are one: what was new stays new as long as it is read
_NOTE_LOOK = sa.text(
    """
    insert into look (application_id, queue_id, sequence, position, at)
    values (:application_id, :queue_id, :sequence, :position, :now)
    on conflict (application_id) do update set
        queue_id = excluded.queue_id, sequence = excluded.sequence, position = excluded.position, at = excluded.at,
        before_queue_id = case when look.at < :one_look_since then look.queue_id else look.before_queue_id end,
        before_sequence = case when look.at < :one_look_since then look.sequence else look.before_sequence end,
        before_position = case when look.at < :one_look_since then look.position else look.before_position end,
        before_at = case when look.at < :one_look_since then look.at else look.before_at end
    """
)


async def list_changes(
    tx: ReadTx, application_id: UUID, person_id: UUID, ranks: Mapping[QueueClass, int], *, limit: int
) -> Sequence[sa.Row[Any]]:
    """The newest lines of one's own entry, and of those that may go before it, since it stands in the queue.

    Of others only among the queue's last lines: who is first of a rare class would walk through the whole ledger.
    `whole` says that these reach back to where the child joined, `more` that since then `many` more may go before it;
    `ranks` of the classes say who may.
    """
    told = json.dumps({each.value: rank for each, rank in ranks.items()})
    asked = {"application_id": application_id, "person_id": person_id, "ranks": told, "limit": limit}
    return await tx.rows(_CHANGES, {**asked, "changes": [each.value for each in OF_THE_ORDER], "within": WITHIN})


async def find_look(tx: ReadTx, application_id: UUID, person_id: UUID) -> sa.Row[Any] | None:
    """How the child stood when its family looked last, before this time, if it stood in the same queue."""
    return await tx.row(_LOOK, {"application_id": application_id, "person_id": person_id})


async def note_look(tx: Tx, look: dict[str, Any]) -> None:
    """Keep that the family looks now, and how the child stands."""
    await tx.execute(_NOTE_LOOK, look)
