"""Rows of the order: queues, entries, candidates' last word, the ledger and positions. SQL only."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.queues import QueueRef
from kezek.platform.copies import keep_newer
from kezek.platform.db import ReadTx, Tx
from kezek.queue.adapters import tables
from kezek.queue.domain.eligibility import BirthWindow
from kezek.queue.domain.order import Counts, Standing, Stream
from kezek.queue.domain.queue import Change, Entry, Queue, Word

IN_ORDER = tables.entry.c.waiting & tables.entry.c.open_call_id.is_(None)


async def lock_queue(tx: Tx, ref: QueueRef) -> Queue:
    """The queue under its row lock, made at its first use; everything that changes the order begins with this."""
    lock = sa.select(tables.queue).where(tables.queue.c.id == str(ref)).with_for_update()
    row = await tx.row(lock)
    if row is None:
        await tx.execute(
            insert(tables.queue)
            .values(id=str(ref), district=ref.district, kind=ref.kind.value, group_year=ref.group_year)
            .on_conflict_do_nothing()
        )
        row = (await tx.rows(lock))[0]
    return Queue(row.id, row.owed, row.sequence, row.version)


async def update_queue(tx: Tx, queue: Queue) -> None:
    """Save the phase, the ledger's last number and the version."""
    await tx.execute(
        sa.update(tables.queue)
        .where(tables.queue.c.id == queue.id)
        .values(owed=queue.owed, sequence=queue.sequence, version=queue.version)
    )


async def insert_ledger_line(
    tx: Tx, queue: Queue, what: Change, application_id: UUID, reason: str, *, now: datetime
) -> Queue:
    """Write the ledger's next line.

    Returns:
        The queue with that line's number.
    """
    queue = replace(queue, sequence=queue.sequence + 1)
    await tx.execute(
        sa.insert(tables.ledger).values(
            queue_id=queue.id,
            sequence=queue.sequence,
            what=what.value,
            application_id=application_id,
            reason=reason,
            owed=queue.owed,
            recorded_at=now,
        )
    )
    return queue


async def insert_entry(tx: Tx, queue: Queue, entry: Entry, *, waiting: bool) -> bool:
    """Add an entry once.

    Returns:
        False when the application has one already.
    """
    statement = (
        insert(tables.entry)
        .values(
            application_id=entry.application_id,
            queue_id=queue.id,
            number=entry.number,
            child_id=entry.child_id,
            applicant_id=entry.applicant_id,
            queue_class=entry.stream.value,
            born_on=entry.birth_date,
            languages=list(entry.languages),
            submitted_at=entry.submitted_at,
            waiting=waiting,
        )
        .on_conflict_do_nothing()
    )
    return await tx.execute(statement) == 1


async def update_waiting(tx: Tx, application_id: UUID, *, waiting: bool) -> bool:
    """Let an entry wait, or not.

    Returns:
        False when that is so already, or there is no entry yet.
    """
    statement = (
        sa.update(tables.entry)
        .where(tables.entry.c.application_id == application_id, tables.entry.c.waiting != waiting)
        .values(waiting=waiting)
    )
    return await tx.execute(statement) == 1


async def keep_word(tx: Tx, application_id: UUID, version: int, word: Word) -> bool:
    """Keep what referrals last said of a candidate; ends stay, so that nothing late revives them.

    Returns:
        False when a later version has been heard.
    """
    row = {
        "application_id": application_id,
        "waiting": word.waiting,
        "status": word.status,
        "reason": word.reason,
    }
    return await keep_newer(tx, tables.candidate, version, row)


async def find_word(tx: ReadTx, application_id: UUID) -> Word | None:
    """What referrals last said of a candidate, if it did."""
    row = await tx.row(sa.select(tables.candidate).where(tables.candidate.c.application_id == application_id))
    return None if row is None else Word(row.status, row.reason, waiting=row.waiting)


async def find_heads(
    tx: ReadTx, queue: Queue, *, language: str, window: BirthWindow, not_for: Sequence[UUID]
) -> dict[Stream, Entry]:
    """The first child of each stream that may be called for a place (domain §5.5, §6.6)."""
    streams = sa.values(sa.column("stream", sa.Text), name="streams").data([(stream.value,) for stream in Stream])
    head = (
        sa.select(tables.entry)
        .where(
            tables.entry.c.queue_id == queue.id,
            tables.entry.c.queue_class == streams.c.stream,
            IN_ORDER,
            sa.literal(language) == sa.any_(tables.entry.c.languages),
            tables.entry.c.born_on > window.after,
            tables.entry.c.born_on <= window.until,
            tables.entry.c.application_id.not_in(not_for),
        )
        .order_by(tables.entry.c.submitted_at, tables.entry.c.number)
        .limit(1)
        .lateral()
    )
    rows = await tx.rows(sa.select(head).select_from(streams.join(head, sa.true())))
    return {entry.stream: entry for entry in map(_entry, rows)}


async def find_standing(tx: ReadTx, application_id: UUID) -> sa.Row[Any] | None:
    """An entry with its queue and what is needed to place it, in one statement and so of one instant."""
    return await tx.row(_STANDING, {"application_id": application_id})


async def load_standing(tx: ReadTx, application_id: UUID) -> Standing:
    """Where a child stands that is in the order."""
    return standing_of((await tx.rows(_STANDING, {"application_id": application_id}))[0])


def standing_of(row: sa.Row[Any]) -> Standing:
    """The standing in a row of `find_standing`."""
    counts = Counts(row.extraordinary, row.priority, row.general)
    return Standing(Stream(row.queue_class), row.rank, counts, row.owed)


def _entry(row: sa.Row[Any]) -> Entry:
    return Entry(
        application_id=row.application_id,
        number=row.number,
        child_id=row.child_id,
        applicant_id=row.applicant_id,
        stream=Stream(row.queue_class),
        birth_date=row.born_on,
        languages=tuple(row.languages),
        submitted_at=row.submitted_at,
    )


_STANDING = sa.text(
    """
    select me.application_id, me.applicant_id, me.queue_class, me.waiting, me.open_call_id is not null as called,
           queue.district, queue.kind, queue.group_year, queue.owed, queue.sequence,
           around.extraordinary, around.priority, around.general, around.rank
    from entry as me
    join queue on queue.id = me.queue_id
    cross join lateral (
        select count(*) filter (where other.queue_class = 'extraordinary') as extraordinary,
               count(*) filter (where other.queue_class = 'priority') as priority,
               count(*) filter (where other.queue_class = 'general') as general,
               count(*) filter (
                   where other.queue_class = me.queue_class
                   and (other.submitted_at, other.number) < (me.submitted_at, me.number)
               ) as rank
        from entry as other
        where other.queue_id = me.queue_id and other.waiting and other.open_call_id is null
    ) as around
    where me.application_id = :application_id
    """
)
