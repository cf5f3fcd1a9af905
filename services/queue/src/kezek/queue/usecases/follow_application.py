"""An application enters the order of its queue, changes there, or goes over to another queue (domain §3, §5)."""

from dataclasses import dataclass
from datetime import datetime

from kezek.contracts.applications import ApplicationChanged, ApplicationFacts, ApplicationQueued
from kezek.contracts.law import Reason, Rule
from kezek.contracts.queue import Moved, Placed
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ActorKind
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.platform.workdays import local_day
from kezek.queue.adapters import entries, store
from kezek.queue.adapters.ledger import Entered, write_entered, write_line
from kezek.queue.domain.ledger import Facts, facts_of, together_of
from kezek.queue.domain.order import ahead_of
from kezek.queue.domain.queue import Change, Entry, Queue, Standing


@dataclass(frozen=True)
class Told:
    """What an event says of an application, in which version, and why it says so."""

    entry: Entry
    queue: QueueRef
    version: int
    reason: Reason
    rule: Rule
    actor: ActorKind
    stop_listed: bool


async def follow_application(tx: Tx, event: ApplicationFacts, version: int, *, now: datetime) -> None:
    """Keep what applications says last, an older version changes nothing; a child that is called keeps its call.

    A new entry waits unless referrals has already said that the child does not (architecture §job.3).
    """
    told = _told(event, version)
    await entries.lock_application(tx, event.application_id)
    before, waits = await entries.load_known(tx, event.application_id)
    queues = await store.lock_queues(tx, {told.queue} if before is None else {told.queue, before})
    if before is None:
        waiting = not told.stop_listed if waits is None else waits
        await _enter(tx, queues[told.queue], told, waiting=waiting, now=now)
        return
    standing = await entries.load_standing(tx, event.application_id)
    if standing.version >= version:
        return
    if before == told.queue:
        await _change(tx, queues[told.queue], standing, told, now=now)
    else:
        await _move(tx, (queues[before], queues[told.queue]), standing, told, now=now)


def _told(event: ApplicationFacts, version: int) -> Told:
    why = (
        (event.reason, event.rule, event.actor)
        if isinstance(event, ApplicationChanged)
        else (Reason.QUEUED, Reason.QUEUED.rule, ActorKind.SYSTEM)
    )
    # from another district it came with a running stop list: until it is over it stands in no order (domain §4.ends)
    stop_listed = isinstance(event, ApplicationQueued) and event.stop_list is not None
    return Told(Entry(event.child, event.number), event.queue, version, *why, stop_listed)


async def _enter(tx: Tx, queue: Queue, told: Told, *, waiting: bool, now: datetime) -> None:
    child = told.entry.child
    twins = await entries.list_waiting_twins(tx, queue.ref, told.entry)
    row = entries.entry_row(queue.ref, told.entry, told.version, waiting=waiting)
    facts = {**facts_of(told.entry, waiting=waiting), **together_of(twins, None, told.entry if waiting else None)}
    queue = await write_entered(tx, queue, Entered(row, facts), now=now)
    await entries.join_twins(tx, queue.ref, told.entry)
    if not waiting:
        return
    policy = await policies.load(tx, queue.ref.district, local_day(now))
    ahead = ahead_of(await store.load_entered_rank(tx, child.application_id), policy)
    placed = Placed(
        application_id=child.application_id,
        queue=queue.ref,
        queue_class=child.queue_class,
        submitted_at=child.submitted_at,
        ledger_sequence=queue.sequence,
        position=ahead.total + 1,
    )
    await tx.publish(placed, version=told.version)


async def _change(tx: Tx, queue: Queue, standing: Standing, told: Told, *, now: datetime) -> None:
    """What is the same as before needs no line of the ledger."""
    twins = await entries.update_entry(tx, queue.ref, standing, told.entry, told.version)
    if standing.entry == told.entry:
        return
    before, after = (standing.entry, told.entry) if standing.waiting else (None, None)
    facts = {**_facts(standing, told), **together_of(twins[queue.ref], before, after)}
    await store.update_queue(tx, await _line(tx, queue, Change.CHANGED, told, facts, now=now))


async def _move(tx: Tx, queues: tuple[Queue, Queue], standing: Standing, told: Told, *, now: datetime) -> None:
    (before, after), child = queues, told.entry.child
    twins = await entries.update_entry(tx, after.ref, standing, told.entry, told.version)
    was, becomes = (standing.entry, told.entry) if standing.waiting else (None, None)
    facts = {"to": str(after.ref), **together_of(twins[before.ref], was, None)}
    before = await _line(tx, before, Change.MOVED_AWAY, told, facts, now=now)
    facts = {"from": str(before.ref), **_facts(standing, told), **together_of(twins[after.ref], None, becomes)}
    after = await _line(tx, after, Change.MOVED_HERE, told, facts, now=now)
    for queue in (before, after):
        await store.update_queue(tx, queue)
    moved = Moved(
        application_id=child.application_id,
        from_queue=before.ref,
        queue=after.ref,
        queue_class=child.queue_class,
        submitted_at=child.submitted_at,
        ledger_sequence=after.sequence,
        reason=told.reason,
        rule=told.rule,
        actor=told.actor,
    )
    await tx.publish(moved, version=told.version)


async def _line(tx: Tx, queue: Queue, change: Change, told: Told, facts: Facts, *, now: datetime) -> Queue:
    application_id, by = told.entry.child.application_id, (told.rule, told.actor)
    return await write_line(tx, queue, change, application_id, told.reason, now=now, facts=facts, by=by)


def _facts(standing: Standing, told: Told) -> Facts:
    born_anew = standing.entry.child.birth_date != told.entry.child.birth_date
    return facts_of(told.entry, waiting=standing.waiting, call=standing.call_id, born_anew=born_anew)
