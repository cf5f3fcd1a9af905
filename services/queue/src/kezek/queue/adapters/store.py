"""Rows of the order: queues, entries, candidates' last word, the ledger and positions. SQL only."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.law import Reason
from kezek.contracts.values import QueuedChild, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus, InstructionLanguage, QueueClass
from kezek.platform.copies import keep_newer
from kezek.platform.db import ReadTx, Tx
from kezek.queue.adapters import tables
from kezek.queue.domain.calls import Heads
from kezek.queue.domain.eligibility import BirthWindow
from kezek.queue.domain.order import Counts, Rank
from kezek.queue.domain.queue import CandidateState, Change, Entry, FreePlace, Queue

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
    return Queue(ref, row.owed, row.sequence, row.version)


async def update_queue(tx: Tx, queue: Queue) -> None:
    """Save the phase, the ledger's last number and the version."""
    await tx.execute(
        sa.update(tables.queue)
        .where(tables.queue.c.id == str(queue.ref))
        .values(owed=queue.owed, sequence=queue.sequence, version=queue.version)
    )


async def insert_ledger_line(
    tx: Tx, queue: Queue, change: Change, application_id: UUID, reason: Reason, *, now: datetime
) -> Queue:
    """Write the ledger's next line.

    Returns:
        The queue with that line's number.
    """
    queue = replace(queue, sequence=queue.sequence + 1)
    await tx.execute(
        sa.insert(tables.ledger).values(
            queue_id=str(queue.ref),
            sequence=queue.sequence,
            what=change.value,
            application_id=application_id,
            reason=reason.value,
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
    child = entry.child
    statement = insert(tables.entry).values(
        application_id=child.application_id,
        queue_id=str(queue.ref),
        number=entry.number,
        child_id=child.child_id,
        applicant_id=child.applicant_id,
        queue_class=child.queue_class.value,
        born_on=child.birth_date,
        languages=[language.value for language in child.languages],
        submitted_at=child.submitted_at,
        waiting=waiting,
    )
    statement = statement.on_conflict_do_nothing()
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


async def find_candidate(tx: ReadTx, application_id: UUID) -> CandidateState | None:
    """What referrals last said of a candidate, if it did."""
    row = await tx.row(sa.select(tables.candidate).where(tables.candidate.c.application_id == application_id))
    return None if row is None else CandidateState(ApplicationStatus(row.status), Reason(row.reason), row.waiting)


async def list_heads(tx: ReadTx, queue: Queue, places: Sequence[FreePlace], window: BirthWindow) -> Heads:
    """The first children of each class, as many of each language as these places can reach (domain §5.5, §6.6)."""
    languages = sorted({place.language.value for place in places})
    reach = len(places) + len({excluded for place in places for excluded in place.not_for})
    asked = sa.values(sa.column("queue_class", sa.Text), sa.column("language", sa.Text), name="asked").data(
        [(queue_class.value, language) for queue_class in QueueClass for language in languages]
    )
    head = (
        sa.select(tables.entry)
        .where(
            tables.entry.c.queue_id == str(queue.ref),
            tables.entry.c.queue_class == asked.c.queue_class,
            IN_ORDER,
            asked.c.language == sa.any_(tables.entry.c.languages),
            tables.entry.c.born_on > window.after,
            tables.entry.c.born_on <= window.until,
        )
        .order_by(tables.entry.c.submitted_at, tables.entry.c.number)
        .limit(reach)
        .lateral()
    )
    rows = await tx.rows(sa.select(head).select_from(asked.join(head, sa.true())))
    entries = sorted({_entry(row) for row in rows}, key=lambda entry: (entry.child.submitted_at, entry.number))
    return {each: [entry for entry in entries if entry.child.queue_class is each] for each in QueueClass}


async def find_rank(tx: ReadTx, application_id: UUID) -> sa.Row[Any] | None:
    """An entry with its queue and what is needed to place it, in one statement and so of one instant."""
    return await tx.row(_RANK, {"application_id": application_id})


async def load_rank(tx: ReadTx, application_id: UUID) -> Rank:
    """Where a child stands that is in the order."""
    return rank_of((await tx.rows(_RANK, {"application_id": application_id}))[0])


def rank_of(row: sa.Row[Any]) -> Rank:
    """The rank in a row of `find_rank`."""
    counts = Counts(row.extraordinary, row.priority, row.general)
    return Rank(QueueClass(row.queue_class), row.before, counts, row.owed)


def _entry(row: sa.Row[Any]) -> Entry:
    child = QueuedChild(
        application_id=row.application_id,
        child_id=row.child_id,
        applicant_id=row.applicant_id,
        queue_class=QueueClass(row.queue_class),
        birth_date=row.born_on,
        languages=tuple(InstructionLanguage(language) for language in row.languages),
        submitted_at=row.submitted_at,
    )
    return Entry(child, row.number)


_RANK = sa.text(
    """
    select me.application_id, me.applicant_id, me.queue_class, me.waiting, me.open_call_id is not null as called,
           queue.district, queue.kind, queue.group_year, queue.owed, queue.sequence,
           around.extraordinary, around.priority, around.general, around.before
    from entry as me
    join queue on queue.id = me.queue_id
    cross join lateral (
        select count(*) filter (where other.queue_class = 'extraordinary') as extraordinary,
               count(*) filter (where other.queue_class = 'priority') as priority,
               count(*) filter (where other.queue_class = 'general') as general,
               count(*) filter (
                   where other.queue_class = me.queue_class
                   and (other.submitted_at, other.number) < (me.submitted_at, me.number)
               ) as before
        from entry as other
        where other.queue_id = me.queue_id and other.waiting and other.open_call_id is null
    ) as around
    where me.application_id = :application_id
    """
)
