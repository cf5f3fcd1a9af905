"""Lines of the ledger: added, each chained to the one before, and read; nothing else can be done. SQL only."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSON

from kezek.contracts.hints import HintKind, person
from kezek.contracts.hints import queue as whoever_sees
from kezek.contracts.law import Reason, Rule
from kezek.contracts.vocabulary import ActorKind
from kezek.platform import policies
from kezek.platform.db import ReadTx, Tx
from kezek.platform.wakes import Wake
from kezek.queue.adapters import tables
from kezek.queue.adapters.entries import entry_of
from kezek.queue.domain.ledger import Facts, Line, chained, facts_of
from kezek.queue.domain.queue import CallState, Change, Queue

_E, _L = tables.entry, tables.ledger
_INSERTED: sa.ColumnElement[Any] = sa.literal_column("ledger.application_id")
_APPLICANT = sa.select(_E.c.applicant_id).where(_E.c.application_id == _INSERTED)
_INSERT = sa.insert(_L).returning(_APPLICANT.scalar_subquery())
_INSERT_MANY = sa.insert(_L)
_LAST_LINE = ("sequence", "head", "chained", "recorded_at")


@dataclass(frozen=True)
class Entered:
    """A new entry as a row, and what its line says."""

    entry: dict[str, Any]
    facts: Facts


def _insert_all(table: sa.Table, name: str, *without: str) -> sa.CTE:
    """Inserts the rows that are bound by this name as one JSON text."""
    columns = [sa.column(each.name, each.type) for each in table.c if each.name not in without]
    rows = sa.func.json_to_recordset(sa.cast(sa.bindparam(name, type_=sa.Text), JSON)).table_valued(*columns, name=name)
    told = rows.render_derived(with_types=True)
    inserted = sa.insert(table).from_select([each.name for each in columns], sa.select(*told.c))
    return inserted.cte(f"inserted_{name}")


def _enter() -> sa.Select[Any]:
    queue = tables.queue
    last = {name: sa.bindparam(f"last_{name}", type_=queue.c[name].type) for name in _LAST_LINE}
    saved = sa.update(queue).where(queue.c.id == sa.bindparam("queue")).values(last).cte("saved")
    return sa.select(sa.literal(1)).add_cte(_insert_all(_E, "entries", "open_call_id"), _insert_all(_L, "lines"), saved)


_ENTER = _enter()
_WRITE = sa.select(sa.literal(1)).add_cte(_insert_all(_L, "lines"))
_ENTRIES = sa.select(_E).where(_E.c.queue_id == sa.bindparam("queue")).order_by(_E.c.application_id)
_CALLS = sa.text(
    """
    select call.id, call.queue_class, call.state, call.policy, call.by_category,
           (select count(*) from call_child where call_child.call_id = call.id) as children
    from call where call.queue_id = :queue order by call.sequence
    """
)


async def write_line(
    tx: Tx,
    queue: Queue,
    change: Change,
    application_id: UUID | None,
    reason: Reason,
    *,
    now: datetime,
    facts: Facts | None = None,
    by: tuple[Rule, ActorKind] | None = None,
) -> Queue:
    """Write the next line, and have open pages told: the applicant's, and whoever sees this queue's order.

    It is recorded when it is written and not before the line before it: `now` may have been read before the lock.

    Returns:
        The queue with that line's number and hash.
    """
    line = _line(queue, change, application_id, reason, now, facts or {}, by)
    queue = _after(queue, line)
    applicant_id = await tx.value(_INSERT, _row(queue, line))
    tx.wrote(Wake.DERIVED)
    if applicant_id is not None:
        tx.hint(person(applicant_id), HintKind.POSITION, application_id, queue.sequence)
    tx.hint(whoever_sees(queue.ref), HintKind.POSITION, queue.ref, queue.sequence)
    return queue


async def write_entered(tx: Tx, queue: Queue, entered: Sequence[Entered], *, now: datetime) -> Queue:
    """Add entries, each with its line, and the queue as it is then: one statement, for thousands may come at once.

    Returns:
        The queue with the last line's number and hash, saved.
    """
    lines = []
    for each in entered:
        application_id = each.entry["application_id"]
        line = _line(queue, Change.ENTERED, application_id, Reason.QUEUED, now, each.facts, None)
        queue = _after(queue, line)
        lines.append(_row(queue, line))
        tx.hint(person(each.entry["applicant_id"]), HintKind.POSITION, application_id, queue.sequence)
    values = {"queue": str(queue.ref), **{f"last_{name}": getattr(queue, name) for name in _LAST_LINE}}
    values |= {"entries": _json([each.entry for each in entered]), "lines": _json(lines)}
    await tx.rows(_ENTER, values)
    tx.wrote(Wake.DERIVED)
    tx.hint(whoever_sees(queue.ref), HintKind.POSITION, queue.ref, queue.sequence)
    return queue


@dataclass(frozen=True)
class Said:
    """What a line says of a child, and whose pages are told."""

    application_id: UUID
    applicant_id: UUID
    facts: Facts


async def write_lines(
    tx: Tx, queue: Queue, change: Change, reason: Reason, said: Sequence[Said], *, now: datetime
) -> Queue:
    """Write a line of each of these children, one after the other, by one statement.

    Returns:
        The queue with the last line's number and hash, not yet saved.
    """
    lines = []
    for each in said:
        line = _line(queue, change, each.application_id, reason, now, each.facts, None)
        queue = _after(queue, line)
        lines.append(_row(queue, line))
        tx.hint(person(each.applicant_id), HintKind.POSITION, each.application_id, queue.sequence)
    await tx.rows(_WRITE, {"lines": _json(lines)})
    tx.wrote(Wake.DERIVED)
    tx.hint(whoever_sees(queue.ref), HintKind.POSITION, queue.ref, queue.sequence)
    return queue


def _json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, default=_plain, ensure_ascii=False)


def _plain(value: Any) -> str:
    """A value as PostgreSQL reads it from a JSON text."""
    match value:
        case bytes():
            return f"\\x{value.hex()}"
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
    raise TypeError(type(value).__name__)


async def carry_over(tx: Tx, queue: Queue) -> Queue:
    """Say what lines without a hash have led to, so that those after them can be replayed: once in a queue's life.

    They are of the release before, which may still have written while this one began.

    Returns:
        The queue with the lines' last number and hash.
    """
    now = tx.now()
    rows = await tx.rows(_CALLS, {"queue": str(queue.ref)})
    cycles = {of: (await policies.load_by_id(tx, of)).generals_per_priority for of in {row.policy for row in rows}}
    calls = [
        [
            *(str(row.id), row.queue_class, row.children, row.state != CallState.UNMADE.value, cycles[row.policy]),
            *([True] if row.by_category else []),
        ]
        for row in rows
    ]
    carried: list[tuple[UUID | None, Facts]] = [(None, {"calls": calls})]
    carried += [
        (row.application_id, facts_of(entry_of(row), waiting=row.waiting, call=row.open_call_id))
        for row in await tx.rows(_ENTRIES, {"queue": str(queue.ref)})
    ]
    lines = []
    for application_id, facts in carried:
        line = _line(queue, Change.CARRIED, application_id, Reason.OTHER, now, facts, None)
        queue = _after(queue, line)
        lines.append(_row(queue, line))
    await tx.execute(_INSERT_MANY, lines)
    return queue


def _line(
    queue: Queue,
    change: Change,
    application_id: UUID | None,
    reason: Reason,
    now: datetime,
    facts: Facts,
    by: tuple[Rule, ActorKind] | None,
) -> Line:
    rule, actor = by or (reason.rule, ActorKind.SYSTEM)
    at = now if queue.recorded_at is None else max(now, queue.recorded_at)
    return Line(str(queue.ref), queue.sequence + 1, change, application_id, reason, rule, actor, queue.owed, at, facts)


def _after(queue: Queue, line: Line) -> Queue:
    head = chained(queue.head, line)
    return replace(queue, sequence=line.sequence, chained=line.sequence, head=head, recorded_at=line.recorded_at)


def _row(queue: Queue, line: Line) -> dict[str, Any]:
    return {
        "queue_id": line.queue,
        "sequence": line.sequence,
        "what": line.what.value,
        "application_id": line.application_id,
        "reason": line.reason.value,
        "rule": line.rule.value,
        "actor": line.actor.value,
        "owed": line.owed,
        "recorded_at": line.recorded_at,
        "facts": line.facts,
        "hash": queue.head,
    }


def line_of(row: sa.Row[Any]) -> Line:
    """The line in a row; of one that was never chained only its number means anything."""
    reason = Reason(row.reason)
    return Line(
        queue=row.queue_id,
        sequence=row.sequence,
        what=Change(row.what),
        application_id=row.application_id,
        reason=reason,
        rule=Rule(row.rule) if row.rule else reason.rule,
        actor=ActorKind(row.actor) if row.actor else ActorKind.SYSTEM,
        owed=row.owed,
        recorded_at=row.recorded_at,
        facts=row.facts or {},
    )


# the last line before an instant; what is chained to it is all that came before
_HEADS = sa.text(
    """
    select queue.id as queue_id, line.sequence, line.hash
    from queue
    cross join lateral (
        select sequence, hash from ledger
        where ledger.queue_id = queue.id and ledger.recorded_at < :before and ledger.hash is not null
        order by recorded_at desc, sequence desc
        limit 1
    ) as line
    order by queue.id
    """
)


async def list_heads_before(tx: ReadTx, before: datetime) -> Sequence[sa.Row[Any]]:
    """Of each queue that has lines the last one before an instant: its number and its hash."""
    return await tx.rows(_HEADS, {"before": before})
