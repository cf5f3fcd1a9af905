"""Rows of entries: what is known of a child in the order, in which queue it stands, whether it waits. SQL only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.values import QueuedChild, QueueRef, Transfer
from kezek.contracts.vocabulary import InstructionLanguage, QueueClass
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of
from kezek.queue.adapters import tables
from kezek.queue.domain.queue import Entry, Standing
from kezek.queue.domain.twins import Unit, unit_of, units_of

_E = tables.entry
IN_ORDER = _E.c.waiting & _E.c.open_call_id.is_(None)
# in the order of their ids, so that of two who lock several neither waits for the other
_LOCK_APPLICATIONS = sa.text(
    "select pg_advisory_xact_lock(hashtextextended(cast(id as text), 0)) "
    "from (select unnest(cast(:ids as uuid[])) as id order by id) as asked"
)
_QUEUES_OF = sa.select(_E.c.application_id, _E.c.queue_id).where(any_of(_E.c.application_id, "ids"))
_KNOWN = sa.text(
    "select asked.id, entry.queue_id, candidate.waiting from unnest(cast(:ids as uuid[])) as asked (id) "
    "left join entry on entry.application_id = asked.id left join candidate on candidate.application_id = asked.id"
)
_STANDING = sa.select(_E).where(_E.c.application_id == sa.bindparam("id"))
_UPDATE = sa.update(_E).where(_E.c.application_id == sa.bindparam("of"))
_TOGETHER = (_E.c.queue_id, _E.c.twins)
_UPDATE_WAITING = _UPDATE.where(_E.c.waiting != sa.bindparam("so", type_=sa.Boolean)).returning(_E)
_CALL = sa.update(_E).where(any_of(_E.c.application_id, "ids")).returning(*_TOGETHER)
_CALL_EACH = sa.text(
    "update entry set open_call_id = called.call from "
    "unnest(cast(:ids as uuid[]), cast(:calls as uuid[])) as called (id, call) "
    "where entry.application_id = called.id returning entry.queue_id, entry.twins"
)
_THESE = sa.select(_E).where(any_of(_E.c.application_id, "ids"))
_FREE = sa.update(_E).where(_E.c.open_call_id == sa.bindparam("call")).values(open_call_id=None).returning(*_TOGETHER)
_ALL_TWINS = sa.select(_E).where(_E.c.queue_id == sa.bindparam("queue"), _E.c.twins == sa.bindparam("twins"))
_TWINS = sa.select(_E).where(_E.c.queue_id == sa.bindparam("queue"), any_of(_E.c.twins, "twins"), IN_ORDER)
_MAY_STAND_OTHERWISE = sa.select(_E).where(
    _E.c.queue_id == sa.bindparam("queue"),
    _E.c.twins.is_not(None)
    | (_E.c.order_class != _E.c.queue_class)
    | (_E.c.order_at != _E.c.submitted_at)
    | (_E.c.order_number != _E.c.number),
)
_UPDATE_KEYS = sa.update(_E).where(any_of(_E.c.application_id, "ids"))


@dataclass(frozen=True)
class Known:
    """In which queue an application stands, and whether referrals says that it waits; none where nothing is known."""

    queue: QueueRef | None
    waits: bool | None


async def lock_applications(tx: Tx, application_ids: Sequence[UUID]) -> None:
    """Let nobody else write of these applications, known or not, and in whichever queue, until the commit.

    What applications and referrals say of one child may name different queues: no queue's lock keeps them apart.
    """
    await tx.rows(_LOCK_APPLICATIONS, {"ids": list(application_ids)})


async def load_known(tx: ReadTx, application_ids: Sequence[UUID]) -> dict[UUID, Known]:
    """What is known of each of these applications."""
    rows = await tx.rows(_KNOWN, {"ids": list(application_ids)})
    return {row.id: Known(None if row.queue_id is None else QueueRef.parse(row.queue_id), row.waiting) for row in rows}


async def find_queue_of(tx: ReadTx, application_id: UUID) -> QueueRef | None:
    """In which queue the application stands; under its own lock it stays there."""
    return (await list_queues_of(tx, [application_id])).get(application_id)


async def list_queues_of(tx: ReadTx, application_ids: Sequence[UUID]) -> dict[UUID, QueueRef]:
    """In which queue each application stands."""
    rows = await tx.rows(_QUEUES_OF, {"ids": list(application_ids)})
    return {row.application_id: QueueRef.parse(row.queue_id) for row in rows}


async def load_standing(tx: ReadTx, application_id: UUID) -> Standing:
    """An entry that is there, as it stands in its queue; to be read under the queue's lock."""
    (row,) = await tx.rows(_STANDING, {"id": application_id})
    return _standing(row)


def _standing(row: sa.Row[Any]) -> Standing:
    return Standing(entry_of(row), QueueRef.parse(row.queue_id), row.version, row.waiting, row.open_call_id)


def entry_row(queue: QueueRef, entry: Entry, version: int, *, waiting: bool) -> dict[str, Any]:
    """A new entry as a row; its twins are told of it by `join_twins`."""
    return {"waiting": waiting, **_facts(queue, entry, version), **_key(unit_of([entry]))}


async def join_twins(tx: Tx, queue: QueueRef, entry: Entry) -> None:
    """Let a new entry stand with its twins."""
    await _stand_together(tx, {(str(queue), entry.child.twins)})


async def list_waiting_twins(tx: ReadTx, queue: QueueRef, entry: Entry) -> list[Entry]:
    """Who waits in a queue of the twins of a child that has not entered it yet; called ones, too."""
    if entry.child.twins is None:
        return []
    rows = await tx.rows(_ALL_TWINS, {"queue": str(queue), "twins": entry.child.twins})
    return [entry_of(row) for row in rows if row.waiting]


async def update_entry(
    tx: Tx, queue: QueueRef, before: Standing, entry: Entry, version: int
) -> dict[QueueRef, list[Entry]]:
    """Write what is known of an application by now, and in which queue it stands; whether it waits stays.

    Returns:
        Who waits of its twins: of those of before in the queue in which it stood, of those of now in which it stands.
    """
    facts = {**_facts(queue, entry, version), **_key(unit_of([entry]))}
    await tx.execute(_UPDATE, {"of": entry.child.application_id, **facts})
    groups = {(before.queue, before.entry.child.twins), (queue, entry.child.twins)}
    return {
        ref: _but(entry, await _stand_together(tx, [(str(ref), twins) for of, twins in groups if of == ref]))
        for ref in {before.queue, queue}
    }


async def update_waiting(tx: Tx, application_id: UUID, *, waiting: bool) -> tuple[Entry, list[Entry]] | None:
    """Let an entry wait, or not.

    Returns:
        The entry and its twins who wait; None when that is so already, or there is no entry yet.
    """
    row = await tx.row(_UPDATE_WAITING, {"of": application_id, "so": waiting, "waiting": waiting})
    if row is None:
        return None
    entry = entry_of(row)
    return entry, _but(entry, await _stand_together(tx, {(row.queue_id, row.twins)}))


async def update_call_of(tx: Tx, application_ids: Sequence[UUID], call_id: UUID) -> None:
    """Say that these are called, until the call is closed."""
    rows = await tx.rows(_CALL, {"ids": list(application_ids), "open_call_id": call_id})
    await _stand_together(tx, {tuple(row) for row in rows})


async def update_calls_of(tx: Tx, calls: Mapping[UUID, UUID]) -> None:
    """Say of each of these by which call it is called, until that is closed."""
    rows = await tx.rows(_CALL_EACH, {"ids": list(calls), "calls": list(calls.values())})
    await _stand_together(tx, {tuple(row) for row in rows})


async def list_entries(tx: ReadTx, application_ids: Sequence[UUID]) -> dict[UUID, Entry]:
    """What is known of each of these children."""
    return {row.application_id: entry_of(row) for row in await tx.rows(_THESE, {"ids": list(application_ids)})}


async def free_of_call(tx: Tx, call_id: UUID) -> None:
    """Let the children of a call be free for the next one."""
    await _stand_together(tx, {tuple(row) for row in await tx.rows(_FREE, {"call": call_id})})


async def list_twins_of(tx: ReadTx, queue: QueueRef, twins: Iterable[UUID]) -> list[Entry]:
    """The children of these groups who stand in the order of a queue."""
    return [entry_of(row) for row in await tx.rows(_TWINS, {"queue": str(queue), "twins": list(twins)})]


def _but(entry: Entry, entries: Iterable[Entry]) -> list[Entry]:
    return [each for each in entries if each.child.application_id != entry.child.application_id]


async def _stand_together(tx: Tx, groups: Iterable[tuple[str, UUID | None]]) -> list[Entry]:
    """Give the twins of a queue who wait together the key that they share, the others their own (domain §5.4).

    Returns:
        All of them who wait, called ones, too.
    """
    waiting: list[Entry] = []
    for queue_id, twins in groups:
        if twins is None:
            continue
        rows = await tx.rows(_ALL_TWINS, {"queue": queue_id, "twins": twins})
        for unit in _units(rows):
            ids = [each.child.application_id for each in unit.entries]
            await tx.execute(_UPDATE_KEYS, {"ids": ids, **_key(unit)})
        waiting += [entry_of(row) for row in rows if row.waiting]
    return waiting


async def stand_anew(tx: Tx, queue: QueueRef) -> list[tuple[Standing, list[Entry]]]:
    """Give everybody of a queue the key that is theirs by class, time and twins (domain §5.1, §5.4).

    Returns:
        Who stood by another, each with its twins who wait.
    """
    groups: dict[UUID, list[sa.Row[Any]]] = {}
    for row in await tx.rows(_MAY_STAND_OTHERWISE, {"queue": str(queue)}):
        groups.setdefault(row.twins or row.application_id, []).append(row)
    return [found for rows in groups.values() for found in await _stand_by(tx, rows, _units(rows))]


async def _stand_by(tx: Tx, rows: Sequence[sa.Row[Any]], units: Iterable[Unit]) -> list[tuple[Standing, list[Entry]]]:
    keys = {each.child.application_id: _key(unit) for unit in units for each in unit.entries}
    astray = [
        row for row in rows if any(getattr(row, name) != value for name, value in keys[row.application_id].items())
    ]
    waiting = [entry_of(row) for row in rows if row.waiting]
    for row in astray:
        await tx.execute(_UPDATE_KEYS, {"ids": [row.application_id], **keys[row.application_id]})
    return [(_standing(row), _but(entry_of(row), waiting)) for row in astray]


def _units(rows: Sequence[sa.Row[Any]]) -> list[Unit]:
    """Twins who stand in the order together, and each of the others by itself."""
    together = [entry_of(row) for row in rows if row.waiting and row.open_call_id is None]
    apart = [entry_of(row) for row in rows if not row.waiting or row.open_call_id is not None]
    return [*units_of(together), *(unit_of([entry]) for entry in apart)]


def entry_of(row: sa.Row[Any]) -> Entry:
    """The entry in a row of the table."""
    child = QueuedChild(
        application_id=row.application_id,
        child_id=row.child_id,
        applicant_id=row.applicant_id,
        queue_class=QueueClass(row.queue_class),
        birth_date=row.born_on,
        languages=tuple(InstructionLanguage(language) for language in row.languages),
        submitted_at=row.submitted_at,
        twins=row.twins,
        separate_places=row.separate_places,
        transfer=Transfer(application_id=row.transfer_of, kindergarten_id=row.leaves) if row.transfer_of else None,
    )
    return Entry(child, row.number)


def _key(unit: Unit) -> dict[str, Any]:
    at, number = unit.key
    return {"order_class": unit.queue_class.value, "order_at": at, "order_number": number}


def _facts(queue: QueueRef, entry: Entry, version: int) -> dict[str, Any]:
    child = entry.child
    return {
        "application_id": child.application_id,
        "queue_id": str(queue),
        "number": entry.number,
        "version": version,
        "child_id": child.child_id,
        "applicant_id": child.applicant_id,
        "queue_class": child.queue_class.value,
        "born_on": child.birth_date,
        "languages": [language.value for language in child.languages],
        "submitted_at": child.submitted_at,
        "twins": child.twins,
        "separate_places": child.separate_places,
        "transfer_of": child.transfer.application_id if child.transfer else None,
        "leaves": child.transfer.kindergarten_id if child.transfer else None,
    }
