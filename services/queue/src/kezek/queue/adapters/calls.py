"""Rows of offers and calls. SQL only."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import QueueClass
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of
from kezek.queue.adapters import tables
from kezek.queue.adapters.entries import free_of_call, update_call_of, update_calls_of
from kezek.queue.domain.calls import PlannedCall, RoundCall
from kezek.queue.domain.queue import Call, CallState, FreePlace, Queue

_C, _CC, _O = tables.call, tables.call_child, tables.offer
MADE = _C.c.state.in_([CallState.OPEN.value, CallState.BEGUN.value])


def _upsert_offer() -> sa.Executable:
    statement = insert(_O)
    kept = ("number", "language", "not_for", "state", "offered_at")
    return statement.on_conflict_do_update(
        index_elements=["place_id"],
        set_={name: statement.excluded[name] for name in kept},
        where=_O.c.number < statement.excluded.number,
    )


_UPSERT_OFFER = _upsert_offer()
_OFFERS_CALLED = sa.update(_O).where(any_of(_O.c.place_id, "places")).values(state="called")
_INSERT_CALL, _INSERT_CHILD = sa.insert(_C), sa.insert(_CC)
_CALLS = (
    sa.select(_C.c.id, _C.c.state, _C.c.by_category, _CC.c.application_id)
    .join(_CC, _CC.c.call_id == _C.c.id)
    .order_by(_C.c.queue_id, _C.c.sequence, _CC.c.place_id)
)
_FIND_CALL = _CALLS.where(_C.c.id == sa.bindparam("id"))
_OPEN_CALLS = _CALLS.where(
    _C.c.state == CallState.OPEN.value, _C.c.id.in_(sa.select(_CC.c.call_id).where(any_of(_CC.c.place_id, "places")))
)
_UPDATE_CALL = sa.update(_C).where(_C.c.id == sa.bindparam("of"))
_MADE_IN_QUEUE = (_C.c.queue_id == sa.bindparam("queue")) & MADE & ~_C.c.by_category
_LAST_PRIORITY = (
    sa.select(_C.c.sequence, _C.c.policy)
    .where(_MADE_IN_QUEUE, _C.c.queue_class == QueueClass.PRIORITY.value)
    .order_by(_C.c.sequence.desc())
    .limit(1)
)
_GENERALS_SINCE = sa.select(sa.func.count()).select_from(
    sa.select(_CC.c.application_id)
    .join(_C, _C.c.id == _CC.c.call_id)
    .where(_MADE_IN_QUEUE, _C.c.queue_class == QueueClass.GENERAL.value, _C.c.sequence > sa.bindparam("last"))
    .limit(sa.bindparam("at_most"))
    .subquery()
)


async def upsert_offer(tx: Tx, queue: Queue, place: FreePlace, *, now: datetime) -> bool:
    """Keep an offered place as one that finds nobody, until someone is called for it.

    Returns:
        False when the place was offered under this number or a later one.
    """
    values = {
        "place_id": place.id,
        "queue_id": str(queue.ref),
        "number": place.offer,
        "language": place.language.value,
        "not_for": list(place.not_for),
        "state": "nobody",
        "offered_at": now,
    }
    return await tx.execute(_UPSERT_OFFER, values) == 1


async def insert_call(
    tx: Tx, queue: Queue, call_id: UUID, planned: PlannedCall, *, policy: Policy, now: datetime
) -> None:
    """Call a child, or twins together, for offered places; `queue` holds the number of the ledger's line of it."""
    call = {
        "id": call_id,
        "queue_id": str(queue.ref),
        "sequence": queue.sequence,
        "queue_class": planned.queue_class.value,
        "state": CallState.OPEN.value,
        "policy": policy.id,
        "by_category": policy.numbered_categories,
        "called_at": now,
    }
    called = [
        {
            "call_id": call_id,
            "application_id": entry.child.application_id,
            "place_id": place.id,
            "offer": place.offer,
        }
        for entry, place in planned.seats
    ]
    await tx.execute(_INSERT_CALL, call)
    await tx.execute(_INSERT_CHILD, called)
    await update_call_of(tx, [entry.child.application_id for entry, _ in planned.seats], call_id)
    await tx.execute(_OFFERS_CALLED, {"places": [place.id for _, place in planned.seats]})


async def insert_round_calls(tx: Tx, made: Sequence[RoundCall], *, policy: Policy, now: datetime) -> None:
    """The calls of a round, by a few statements however many they are; none of them counts in the phase."""
    rows = [
        {
            "id": each.id,
            "queue_id": str(each.queue),
            "sequence": each.sequence,
            "queue_class": each.queue_class.value,
            "state": CallState.OPEN.value,
            "policy": policy.id,
            "by_category": True,
            "called_at": now,
        }
        for each in made
    ]
    called = {entry.child.application_id: each.id for each in made for entry, _ in each.seats}
    children = [
        {"call_id": each.id, "application_id": entry.child.application_id, "place_id": place.id, "offer": place.offer}
        for each in made
        for entry, place in each.seats
    ]
    await tx.execute(_INSERT_CALL, rows)
    await tx.execute(_INSERT_CHILD, children)
    await update_calls_of(tx, called)
    await tx.execute(_OFFERS_CALLED, {"places": [row["place_id"] for row in children]})


async def find_call(tx: ReadTx, call_id: UUID) -> Call | None:
    """A call, if this queue made it."""
    rows = await tx.rows(_FIND_CALL, {"id": call_id})
    return _calls(rows)[0] if rows else None


async def list_open_calls(tx: ReadTx, place_ids: Sequence[UUID]) -> list[Call]:
    """The unanswered calls for these places, in the order in which they were made."""
    return _calls(await tx.rows(_OPEN_CALLS, {"places": list(place_ids)}))


async def update_call(tx: Tx, call: Call, state: CallState, reason: Reason, *, now: datetime) -> None:
    """Close a call; its children are free for the next one."""
    answer = {"state": state.value, "reason": reason.value, "answered_at": now}
    await tx.execute(_UPDATE_CALL, {"of": call.id, **answer})
    await free_of_call(tx, call.id)


async def find_last_priority(tx: ReadTx, queue: Queue) -> sa.Row[Any] | None:
    """The last priority call of those that make the phase: its number and its policy's id."""
    return await tx.row(_LAST_PRIORITY, {"queue": str(queue.ref)})


async def count_generals_since(tx: ReadTx, queue: Queue, last: int, *, at_most: int) -> int:
    """How many general children were called after a call, as far as calls make the phase; never more than `at_most`."""
    return int(await tx.value(_GENERALS_SINCE, {"queue": str(queue.ref), "last": last, "at_most": at_most}))


def _calls(rows: Sequence[sa.Row[Any]]) -> list[Call]:
    children: dict[UUID, list[UUID]] = {}
    for row in rows:
        children.setdefault(row.id, []).append(row.application_id)
    calls = {row.id: (CallState(row.state), row.by_category) for row in rows}
    return [Call(call_id, calls[call_id][0], tuple(called), calls[call_id][1]) for call_id, called in children.items()]
