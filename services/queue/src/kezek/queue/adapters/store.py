"""Rows of the order: queues, candidates' last word, heads and positions. SQL only."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, insert

from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import QueueClass
from kezek.platform.copies import keep_newer
from kezek.platform.db import ReadTx, Tx
from kezek.queue.adapters import tables
from kezek.queue.adapters.entries import IN_ORDER, entry_of, list_twins_of
from kezek.queue.adapters.ledger import carry_over
from kezek.queue.domain.calls import Heads, reach_of
from kezek.queue.domain.eligibility import BirthWindow
from kezek.queue.domain.entering import Crowd
from kezek.queue.domain.order import Counts, Rank
from kezek.queue.domain.queue import CandidateState, Entry, FreePlace, Queue
from kezek.queue.domain.twins import by_class, units_of
from kezek.queue.domain.walk import twins_by_class

_Q, _E = tables.queue, tables.entry
_LOCK = sa.select(_Q).where(_Q.c.id == sa.bindparam("id")).with_for_update()
_INSERT = insert(_Q).on_conflict_do_nothing()
_UPDATE = sa.update(_Q).where(_Q.c.id == sa.bindparam("of"))


async def lock_queues(tx: Tx, refs: Iterable[QueueRef]) -> dict[QueueRef, Queue]:
    """Queues under their row locks, taken in the order of their ids (architecture §promises)."""
    return {ref: await lock_queue(tx, ref) for ref in sorted(refs, key=str)}


async def lock_queue(tx: Tx, ref: QueueRef) -> Queue:
    """The queue under its row lock, made at its first use; everything that changes the order begins with this."""
    row = await tx.row(_LOCK, {"id": str(ref)})
    if row is None:
        values = {"id": str(ref), "district": ref.district, "kind": ref.kind.value, "group_year": ref.group_year}
        await tx.execute(_INSERT, values)
        row = (await tx.rows(_LOCK, {"id": str(ref)}))[0]
    queue = Queue(ref, row.owed, row.sequence, row.version, row.head, row.chained, row.recorded_at)
    if queue.chained < queue.sequence:
        queue = await carry_over(tx, queue)
        await update_queue(tx, queue)
    return queue


async def update_queues(tx: Tx, queues: Mapping[QueueRef, Queue]) -> None:
    """Save each of them."""
    for queue in queues.values():
        await update_queue(tx, queue)


async def update_queue(tx: Tx, queue: Queue) -> None:
    """Save the phase, the ledger's last line and the version."""
    values = {name: getattr(queue, name) for name in ("owed", "sequence", "version", "head", "chained", "recorded_at")}
    await tx.execute(_UPDATE, {"of": str(queue.ref), **values})


async def upsert_candidate(tx: Tx, application_id: UUID, version: int, state: CandidateState) -> bool:
    """Keep what referrals last said of a candidate; ends stay, so that nothing late revives them.

    Returns:
        False when a later version has been heard.
    """
    row = {
        "application_id": application_id,
        "waiting": state.waiting,
        "status": state.status.value,
        "reason": state.reason.value,
    }
    return await keep_newer(tx, tables.candidate, version, row)


async def list_heads(
    tx: ReadTx, queue: Queue, places: Sequence[FreePlace], window: BirthWindow, *, looked_past: int = 0
) -> Heads:
    """The first of each class, with their twins: as many of each language as these places reach (domain §5.5, §6.6).

    Besides, so many are looked past who are passed over.
    """
    languages = sorted({place.language.value for place in places})
    asked = [(queue_class.value, language) for queue_class in QueueClass for language in languages]
    values = {
        "queue": str(queue.ref),
        "classes": [queue_class for queue_class, _ in asked],
        "languages": [language for _, language in asked],
        "after": window.after,
        "until": window.until,
        "reach": reach_of(places, looked_past),
    }
    found = {entry_of(row) for row in await tx.rows(_HEADS, values)}
    if twins := {entry.child.twins for entry in found if entry.child.twins is not None}:
        found.update(await list_twins_of(tx, queue.ref, twins))
    return by_class(units_of(found))


async def find_rank(tx: ReadTx, application_id: UUID) -> sa.Row[Any] | None:
    """An entry with its queue and what is needed to place it, in one statement and so of one instant."""
    return await tx.row(_RANK, {"application_id": application_id})


async def load_around(tx: ReadTx, queue: Queue, newcomers: Sequence[Entry]) -> tuple[Crowd, dict[UUID, int]]:
    """How many stand in a queue, and of its class behind each who is to enter; who has a crowd there is left out.

    The length of the queue does not matter.
    """
    columns = {
        "ids": [each.child.application_id for each in newcomers],
        "classes": [each.child.queue_class.value for each in newcomers],
        "times": [each.child.submitted_at for each in newcomers],
        "numbers": [each.number for each in newcomers],
    }
    rows = await tx.rows(_BEHIND, {"queue": str(queue.ref), "at_most": _BEHIND_AT_MOST, **columns})
    found = {row.order_class: row for row in await tx.rows(_STANDING, {"queue": str(queue.ref)})}
    children, twins = (
        Counts(*(getattr(found[each.value], what) if each.value in found else 0 for each in QueueClass))
        for what in ("children", "twins")
    )
    return Crowd(children, twins, queue.owed), {row.id: row.behind for row in rows if row.behind <= _BEHIND_AT_MOST}


async def load_rank(tx: ReadTx, application_id: UUID) -> Rank:
    """Where a child stands that is in the order, by ranking all who are."""
    return rank_of((await tx.rows(_RANK, {"application_id": application_id}))[0])


def rank_of(row: sa.Row[Any]) -> Rank:
    """The rank in a row of `find_rank`."""
    counts = Counts(row.extraordinary, row.priority, row.general, row.transfer)
    twins = twins_by_class(row.twins)
    own = QueueClass(row.order_class)
    return Rank(own, row.before, counts, row.owed, twins[QueueClass.PRIORITY], twins[QueueClass.GENERAL])


def _heads() -> sa.Select[Any]:
    """The first children of each class and language that are asked for together."""
    both = (sa.bindparam(name, type_=ARRAY(sa.Text)) for name in ("classes", "languages"))
    columns = sa.column("queue_class", sa.Text), sa.column("language", sa.Text)
    asked = sa.func.unnest(*both).table_valued(*columns, name="asked").render_derived()
    head = (
        sa.select(_E)
        .where(
            _E.c.queue_id == sa.bindparam("queue"),
            _E.c.order_class == asked.c.queue_class,
            IN_ORDER,
            asked.c.language == sa.any_(_E.c.languages),
            _E.c.born_on > sa.bindparam("after"),
            _E.c.born_on <= sa.bindparam("until"),
        )
        .order_by(_E.c.order_at, _E.c.order_number, _E.c.submitted_at, _E.c.number)
        .limit(sa.bindparam("reach"))
        .lateral()
    )
    return sa.select(head).select_from(asked.join(head, sa.true()))


_HEADS = _heads()
_BEHIND_AT_MOST = 1000
_STANDING = sa.select(tables.in_order).where(tables.in_order.c.queue_id == sa.bindparam("queue"))
# without the order, which nobody needs, all entries are read for each child
_BEHIND = sa.text(
    """
    select asked.id, (
        select count(*) from (
            select from entry as other
            where other.queue_id = :queue and other.order_class = asked.class and other.waiting
              and other.open_call_id is null
              and (other.order_at, other.order_number, other.submitted_at, other.number)
                  > (asked.at, asked.number, asked.at, asked.number)
            order by other.order_at, other.order_number, other.submitted_at, other.number
            limit :at_most + 1
        ) as later
    ) as behind
    from unnest(
        cast(:ids as uuid[]), cast(:classes as text[]), cast(:times as timestamptz[]), cast(:numbers as text[])
    ) as asked (id, class, at, number)
    """
)
# which twins stand together is asked of queues that have some: the ranks of all their children then
_RANK = sa.text(
    """
    select me.application_id, me.applicant_id, me.queue_class, me.order_class, me.waiting,
           me.open_call_id is not null as called,
           queue.district, queue.kind, queue.group_year, queue.owed, queue.sequence,
           around.extraordinary, around.priority, around.general, around.transfer, around.before,
           case when exists (
               select from entry as twin
               where twin.queue_id = me.queue_id and twin.twins is not null and twin.waiting
                 and twin.open_call_id is null
           ) then (
               select coalesce(json_agg(json_build_array(order_class, before, size) order by before), '[]')
               from (
                   select order_class, min(before) as before, count(*) as size
                   from (
                       select order_class, twins, row_number() over (
                           partition by order_class order by order_at, order_number, submitted_at, number
                       ) - 1 as before
                       from entry as other
                       where other.queue_id = me.queue_id and other.waiting and other.open_call_id is null
                   ) as ranked
                   where twins is not null
                   group by order_class, twins
                   having count(*) > 1
               ) as twins
           ) else '[]' end as twins
    from entry as me
    join queue on queue.id = me.queue_id
    cross join lateral (
        select count(*) filter (where other.order_class = 'extraordinary') as extraordinary,
               count(*) filter (where other.order_class = 'priority') as priority,
               count(*) filter (where other.order_class = 'general') as general,
               count(*) filter (where other.order_class = 'transfer') as transfer,
               count(*) filter (
                   where other.order_class = me.order_class
                   and (other.order_at, other.order_number, other.submitted_at, other.number)
                       < (me.order_at, me.order_number, me.submitted_at, me.number)
               ) as before
        from entry as other
        where other.queue_id = me.queue_id and other.waiting and other.open_call_id is null
    ) as around
    where me.application_id = :application_id
    """
)
