"""Sortings of districts: what they would do, and what they did, by queue. SQL only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.values import QueueRef
from kezek.platform.db import ReadTx, Tx
from kezek.queue.adapters import tables
from kezek.queue.adapters.entries import IN_ORDER
from kezek.queue.domain.sorting import ENDED, OfAnotherYear

_S, _SQ, _Q = tables.sorting, tables.sorting_queue, tables.queue
_E, _C = tables.entry, tables.candidate
_LOCK = sa.text("select pg_advisory_xact_lock(hashtextextended('sorting.' || :district, 0))")
_SHARE = sa.text("select pg_advisory_xact_lock_shared(hashtextextended('sorting.' || :district, 0))")
_BORN_IN = sa.extract("year", _E.c.born_on).cast(sa.Integer)
_ENDED = [each.value for each in ENDED]
# who is called, on the stop list or referred may come back to the order: it would in the wrong year's queue
_MOVING = (
    sa.select(_E.c.application_id, _E.c.queue_id, _BORN_IN.label("born_in"), IN_ORDER.label("stands"))
    .join(_Q, _Q.c.id == _E.c.queue_id)
    .outerjoin(_C, _C.c.application_id == _E.c.application_id)
    .where(_E.c.waiting | _C.c.status.is_(None) | _C.c.status.not_in(_ENDED), _Q.c.group_year != _BORN_IN)
    .order_by(_E.c.application_id)
)
_MOVING_IN_DISTRICT = _MOVING.where(_Q.c.district == sa.bindparam("district"))
_MOVING_IN_QUEUE = _MOVING.where(_Q.c.id == sa.bindparam("queue"))
_QUEUE_IDS = sa.text("select id from queue where district = :district order by id")
# who stands at which number now and would afterwards: everybody is ranked twice, in the queue of now as it stands, and
# in that of the birth year by what is its own or its twins' there; categories are in the order that is given
_FORECAST = sa.text(
    """
    with child as (
        select entry.queue_id, queue.kind, queue.group_year, extract(year from entry.born_on)::int as born_in,
               entry.born_on <= :too_old as too_old, entry.open_call_id is null as stands,
               array_position(cast(:classes as text[]), entry.order_class) as category,
               array_position(cast(:classes as text[]), entry.queue_class) as own_category,
               coalesce(twins, application_id) as unit, order_at, order_number, submitted_at, number
        from entry join queue on queue.id = entry.queue_id
        where queue.district = :district and entry.waiting
    ), together as (
        select queue_id, kind, group_year, born_in, too_old, stands, category, order_at, order_number, submitted_at,
               number, min(own_category) over unit as best, first_value(submitted_at) over earliest as unit_at,
               first_value(number) over earliest as unit_number
        from child
        window unit as (partition by kind, born_in, stands, unit), earliest as (unit order by submitted_at, number)
    ), ranked as (
        select queue_id, group_year, born_in, too_old, stands, category,
               row_number() over (
                   partition by kind, group_year, stands
                   order by category, order_at, order_number, submitted_at, number
               ) as was,
               row_number() over (
                   partition by kind, born_in, stands
                   order by best, unit_at, unit_number, submitted_at, number
               ) as becomes
        from together
    )
    select queue.id, count(ranked.queue_id) as waiting, count(*) filter (where too_old) as too_old,
           count(*) filter (where stays and becomes < was) as forward,
           count(*) filter (where stays and becomes > was) as back,
           coalesce(max(was - becomes) filter (where stays and becomes < was), 0) as forward_most,
           coalesce(max(becomes - was) filter (where stays and becomes > was), 0) as back_most
    from queue
    left join ranked on ranked.queue_id = queue.id
    cross join lateral (select stands and born_in = ranked.group_year as stays) as same
    where queue.district = :district
    group by queue.id, queue.kind, queue.group_year
    order by queue.kind desc, queue.group_year desc
    """
)
_LAST = sa.text("select max(signed_at) from sorting where district = :district")
_INSERT, _INSERT_QUEUES = sa.insert(_S), sa.insert(_SQ)
_SORTINGS = sa.select(_S).where(_S.c.district == sa.bindparam("district")).order_by(_S.c.signed_at.desc()).limit(20)
_QUEUES_OF = (
    sa.select(_SQ)
    .join(_S, _S.c.id == _SQ.c.sorting_id)
    .where(_S.c.district == sa.bindparam("district"))
    .order_by(_SQ.c.queue_id.desc())
)
_FIND = (
    sa.select(_SQ.c.sorted_at, _S.c.district)
    .join(_S)
    .where(_SQ.c.sorting_id == sa.bindparam("sorting"), _SQ.c.queue_id == sa.bindparam("queue"))
)
_FINISH = sa.update(_SQ).where(_SQ.c.sorting_id == sa.bindparam("of"), _SQ.c.queue_id == sa.bindparam("in"))


def _came() -> sa.Executable:
    statement = insert(_SQ)
    new = statement.excluded
    # a queue that is still to be sorted will count who stands in it by then
    children = sa.case((_SQ.c.sorted_at.is_(None), _SQ.c.children), else_=_SQ.c.children + new.children)
    return statement.on_conflict_do_update(
        index_elements=["sorting_id", "queue_id"], set_={"came": _SQ.c.came + new.came, "children": children}
    )


_CAME = _came()
_LATEST = sa.text(
    """
    select sorting.district, max(sorting.signed_at) as signed_at,
           bool_or(exists (
               select from sorting_queue where sorting_id = sorting.id and sorted_at is null and of_district
           )) as running
    from sorting group by sorting.district
    """
)


@dataclass(frozen=True)
class Forecast:
    """A queue before it is sorted: who waits, who is too old, and how those of them who stay would move.

    Who leaves it may be on the stop list, or called, too.
    """

    queue: QueueRef
    waiting: int
    too_old: int
    leaving: int
    forward: int
    back: int
    forward_most: int
    back_most: int


async def lock_sorting(tx: Tx, district: str) -> None:
    """Nobody else has this district sorted until this transaction ends."""
    await tx.execute(_LOCK, {"district": district})


async def share_sorting(tx: Tx, district: str) -> None:
    """Nobody has this district sorted until this transaction ends."""
    await tx.execute(_SHARE, {"district": district})


async def list_of_another_year(tx: ReadTx, *, district: str = "", queue: QueueRef | None = None) -> list[OfAnotherYear]:
    """Who is in a queue of another year than that of birth and has not ended, in a district or in one queue."""
    if queue is None:
        rows = await tx.rows(_MOVING_IN_DISTRICT, {"district": district})
    else:
        rows = await tx.rows(_MOVING_IN_QUEUE, {"queue": str(queue)})
    return [OfAnotherYear(row.application_id, QueueRef.parse(row.queue_id), row.born_in, row.stands) for row in rows]


async def list_queue_ids(tx: ReadTx, district: str) -> list[str]:
    """The queues of a district."""
    return [row.id for row in await tx.rows(_QUEUE_IDS, {"district": district})]


async def forecast(
    tx: ReadTx, district: str, too_old: date, classes: Sequence[str], leaving: Mapping[QueueRef, int]
) -> list[Forecast]:
    """How each queue would change when so many leave it; `classes` in the order of their numbers."""
    asked = {"district": district, "too_old": too_old, "classes": list(classes)}
    return [
        Forecast(
            ref := QueueRef.parse(row.id),
            leaving=leaving.get(ref, 0),
            **{name: getattr(row, name) for name in _COUNTED},
        )
        for row in await tx.rows(_FORECAST, asked)
    ]


_COUNTED = ("waiting", "too_old", "forward", "back", "forward_most", "back_most")


async def sorted_at(tx: ReadTx, district: str) -> datetime | None:
    """When the district was sorted last."""
    found: datetime | None = await tx.value(_LAST, {"district": district})
    return found


async def insert_sorting(tx: Tx, sorting: dict[str, Any], queues: Sequence[str]) -> None:
    """Keep a sorting, with the queues that are to be sorted by it."""
    await tx.execute(_INSERT, sorting)
    if queues:
        rows = [{"sorting_id": sorting["id"], "queue_id": each, "of_district": True} for each in queues]
        await tx.execute(_INSERT_QUEUES, rows)


async def is_to_sort(tx: ReadTx, sorting_id: UUID, queue: str) -> bool:
    """Whether a queue is still to be sorted by a sorting."""
    row = await tx.row(_FIND, {"sorting": sorting_id, "queue": queue})
    return row is not None and row.sorted_at is None


async def finish_queue(tx: Tx, sorting_id: UUID, queue: str, counts: dict[str, Any]) -> None:
    """Keep what a sorting did to a queue."""
    await tx.execute(_FINISH, {"of": sorting_id, "in": queue, **counts})


async def note_arrivals(tx: Tx, sorting_id: UUID, queue: str, arrived: Sequence[OfAnotherYear], at: datetime) -> None:
    """Keep how many children a sorting has brought to a queue, which may be a new one and then is done by that."""
    counts = {"came": len(arrived), "children": sum(each.stands for each in arrived)}
    await tx.execute(
        _CAME, {"sorting_id": sorting_id, "queue_id": queue, "of_district": False, "sorted_at": at, **counts}
    )


async def list_sortings(tx: ReadTx, district: str) -> Sequence[sa.Row[Any]]:
    """The last sortings of a district, newest first."""
    return await tx.rows(_SORTINGS, {"district": district})


async def list_sorted_queues(tx: ReadTx, district: str) -> Sequence[sa.Row[Any]]:
    """What the sortings of a district did to each queue."""
    return await tx.rows(_QUEUES_OF, {"district": district})


async def list_latest(tx: ReadTx) -> dict[str, sa.Row[Any]]:
    """When each district was sorted last, and whether queues of it are still to be."""
    return {row.district: row for row in await tx.rows(_LATEST)}
