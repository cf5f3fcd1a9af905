"""Rows of offers and calls. SQL only."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import QueueClass
from kezek.platform.db import ReadTx, Tx
from kezek.queue.adapters import tables
from kezek.queue.domain.calls import PlannedCall
from kezek.queue.domain.queue import Call, CallState, FreePlace, Queue

MADE = tables.call.c.state.in_([CallState.OPEN.value, CallState.BEGUN.value])


async def upsert_offer(tx: Tx, queue: Queue, place: FreePlace, *, now: datetime) -> bool:
    """Keep an offered place as one that finds nobody, until someone is called for it.

    Returns:
        False when the place was offered under this number or a later one.
    """
    values = {
        "number": place.offer,
        "language": place.language.value,
        "not_for": list(place.not_for),
        "state": "nobody",
        "offered_at": now,
    }
    statement = insert(tables.offer).values(place_id=place.id, queue_id=str(queue.ref), **values)
    statement = statement.on_conflict_do_update(
        index_elements=["place_id"], set_=values, where=tables.offer.c.number < statement.excluded.number
    )
    return await tx.execute(statement) == 1


async def insert_call(
    tx: Tx, queue: Queue, call_id: UUID, planned: PlannedCall, *, policy_id: str, now: datetime
) -> None:
    """Call a child for an offered place; `queue` holds the number of the ledger's line of it."""
    place, child = planned.place, planned.entry.child
    await tx.execute(
        sa.insert(tables.call).values(
            id=call_id,
            queue_id=str(queue.ref),
            sequence=queue.sequence,
            queue_class=child.queue_class.value,
            state=CallState.OPEN.value,
            policy=policy_id,
            called_at=now,
        )
    )
    await tx.execute(
        sa.insert(tables.call_child).values(
            call_id=call_id, application_id=child.application_id, place_id=place.id, offer=place.offer
        )
    )
    mine = tables.entry.c.application_id == child.application_id
    await tx.execute(sa.update(tables.entry).where(mine).values(open_call_id=call_id))
    await tx.execute(sa.update(tables.offer).where(tables.offer.c.place_id == place.id).values(state="called"))


async def find_call(tx: ReadTx, call_id: UUID) -> Call | None:
    """A call, if this queue made it."""
    rows = await tx.rows(_CALLS.where(tables.call.c.id == call_id))
    return _calls(rows)[0] if rows else None


async def list_open_calls(tx: ReadTx, place_ids: Sequence[UUID]) -> list[Call]:
    """The unanswered calls for these places, in the order in which they were made."""
    of_places = sa.select(tables.call_child.c.call_id).where(tables.call_child.c.place_id.in_(place_ids))
    rows = await tx.rows(_CALLS.where(tables.call.c.state == CallState.OPEN.value, tables.call.c.id.in_(of_places)))
    return _calls(rows)


async def update_call(tx: Tx, call: Call, state: CallState, reason: Reason, *, now: datetime) -> None:
    """Close a call; its children are free for the next one."""
    await tx.execute(
        sa.update(tables.call)
        .where(tables.call.c.id == call.id)
        .values(state=state.value, reason=reason.value, answered_at=now)
    )
    await tx.execute(sa.update(tables.entry).where(tables.entry.c.open_call_id == call.id).values(open_call_id=None))


async def count_generals_since_priority(tx: ReadTx, queue: Queue, at_most: int) -> int | None:
    """How many general children were called since the last priority call, as far as calls count as made.

    Returns:
        None when no priority call counts as made; never more than `at_most`.
    """
    made = (tables.call.c.queue_id == str(queue.ref)) & MADE
    last = await tx.value(
        sa.select(sa.func.max(tables.call.c.sequence)).where(
            made, tables.call.c.queue_class == QueueClass.PRIORITY.value
        )
    )
    if last is None:
        return None
    since = (
        sa.select(tables.call_child.c.application_id)
        .join(tables.call, tables.call.c.id == tables.call_child.c.call_id)
        .where(made, tables.call.c.queue_class == QueueClass.GENERAL.value, tables.call.c.sequence > last)
        .limit(at_most)
        .subquery()
    )
    return int(await tx.value(sa.select(sa.func.count()).select_from(since)))


_CALLS = (
    sa.select(tables.call.c.id, tables.call.c.state, tables.call_child.c.application_id)
    .join(tables.call_child, tables.call_child.c.call_id == tables.call.c.id)
    .order_by(tables.call.c.queue_id, tables.call.c.sequence, tables.call_child.c.place_id)
)


def _calls(rows: Sequence[sa.Row[Any]]) -> list[Call]:
    children: dict[UUID, list[UUID]] = {}
    for row in rows:
        children.setdefault(row.id, []).append(row.application_id)
    states = {row.id: CallState(row.state) for row in rows}
    return [Call(call_id, states[call_id], tuple(called)) for call_id, called in children.items()]
