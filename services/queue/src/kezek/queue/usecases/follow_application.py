"""An application enters the order of its queue, changes there, or goes over to another queue (domain §3, §5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.applications import ApplicationChanged, ApplicationFacts, ApplicationQueued
from kezek.contracts.law import Reason, Rule
from kezek.contracts.values import QueueRef, StandsThen
from kezek.contracts.vocabulary import ActorKind
from kezek.platform.db import Tx
from kezek.queue.adapters import ends, entries, store
from kezek.queue.adapters.ledger import write_line
from kezek.queue.domain.ends import stands_at, still_to_come
from kezek.queue.domain.ledger import Facts, together_of
from kezek.queue.domain.queue import Change, Entry, Queue, Standing
from kezek.queue.usecases.enter import Newcomer, enter
from kezek.queue.usecases.move_entry import Why, move_entry, said_of


@dataclass(frozen=True)
class Told:
    """What an event says of an application, in which version, and why it says so; what follows is published by `tx`.

    `ends` are those of benefits that are still to come.
    """

    tx: Tx
    entry: Entry
    queue: QueueRef
    version: int
    reason: Reason
    rule: Rule
    actor: ActorKind
    stop_listed: bool
    ends: tuple[StandsThen, ...] = ()

    @property
    def application_id(self) -> UUID:
        """Of which application it speaks."""
        return self.entry.child.application_id


async def follow_application(tx: Tx, event: ApplicationFacts, version: int, *, now: datetime) -> None:
    """Keep what applications says last of one application."""
    await follow_applications(tx, [told(tx, event, version, now=now)], now=now)


def told(tx: Tx, event: ApplicationFacts, version: int, *, now: datetime) -> Told:
    """What an event says, by what counts now (domain §6.7); what follows from it is published by `tx`."""
    why = (
        (event.reason, event.rule, event.actor)
        if isinstance(event, ApplicationChanged)
        else (Reason.QUEUED, Reason.QUEUED.rule, ActorKind.SYSTEM)
    )
    # from another district it came with a running stop list: until it is over it stands in no order (domain §4.ends)
    stop_listed = isinstance(event, ApplicationQueued) and event.stop_list is not None
    child, queue = stands_at((event.child, event.queue), event.ends, now)
    return Told(tx, Entry(child, event.number), queue, version, *why, stop_listed, still_to_come(event.ends, now))


async def follow_applications(tx: Tx, heard: Sequence[Told], *, now: datetime) -> None:
    """Keep what applications says last, an older version changes nothing; a child that is called keeps its call.

    Who enters a queue does so before what else is said is kept. A new entry waits unless referrals has already said
    that the child does not (architecture §job.3).
    """
    ids = list({each.application_id for each in heard})
    await entries.lock_applications(tx, ids)
    known = await entries.load_known(tx, ids)
    heard = [_as_sorted(each, known[each.application_id].queue) for each in heard]
    queues = await store.lock_queues(
        tx, {each.queue for each in heard} | {each.queue for each in known.values() if each.queue}
    )
    new = _first_of_each(each for each in heard if known[each.application_id].queue is None)
    for ref in sorted({each.queue for each in new.values()}, key=str):
        newcomers = [
            Newcomer(each.tx, each.entry, each.version, waiting=_waits(each, known[each.application_id].waits))
            for each in new.values()
            if each.queue == ref
        ]
        queues[ref] = await enter(tx, queues[ref], newcomers, now=now)
    await ends.insert_ends(tx, {of: each.ends for of, each in new.items()})
    for each in heard:
        if new.get(each.application_id) is not each:
            await _follow(queues, each, now=now)


def _as_sorted(told: Told, stands_in: QueueRef | None) -> Told:
    """A child sorted into its birth year's queue stays there until applications has heard of it (domain §9.sorting)."""
    if stands_in is None or stands_in.group_year != told.entry.child.birth_date.year:
        return told
    return replace(told, queue=replace(told.queue, group_year=stands_in.group_year))


def _first_of_each(heard: Iterable[Told]) -> dict[UUID, Told]:
    found: dict[UUID, Told] = {}
    for each in heard:
        found.setdefault(each.application_id, each)
    return found


def _waits(new: Told, waits: bool | None) -> bool:
    return not new.stop_listed if waits is None else waits


async def _follow(queues: dict[QueueRef, Queue], told: Told, *, now: datetime) -> None:
    standing = await entries.load_standing(told.tx, told.application_id)
    if standing.version >= told.version:
        return
    await stand_otherwise(queues, standing, told, now=now)
    await ends.replace_ends(told.tx, told.application_id, told.ends)


async def stand_otherwise(queues: dict[QueueRef, Queue], standing: Standing, told: Told, *, now: datetime) -> None:
    """Let a child stand as is told now, in the same queue or in another one; both are locked."""
    if standing.queue == told.queue:
        queues[told.queue] = await _change(told.tx, queues[told.queue], standing, told, now=now)
    else:
        pair = queues[standing.queue], queues[told.queue]
        queues[standing.queue], queues[told.queue] = await _move(told.tx, pair, standing, told, now=now)


async def _change(tx: Tx, queue: Queue, standing: Standing, told: Told, *, now: datetime) -> Queue:
    """What is the same as before needs no line of the ledger."""
    twins = await entries.update_entry(tx, queue.ref, standing, told.entry, told.version)
    if standing.entry == told.entry:
        return queue
    before, after = (standing.entry, told.entry) if standing.waiting else (None, None)
    facts = {**said_of(standing, told.entry), **together_of(twins[queue.ref], before, after)}
    queue = await _line(tx, queue, Change.CHANGED, told, facts, now=now)
    await store.update_queue(tx, queue)
    return queue


async def _move(
    tx: Tx, queues: tuple[Queue, Queue], standing: Standing, told: Told, *, now: datetime
) -> tuple[Queue, Queue]:
    why = Why(told.reason, told.rule, told.actor)
    before, after = await move_entry(tx, queues, standing, told.entry, told.version, why, now=now)
    for queue in (before, after):
        await store.update_queue(tx, queue)
    return before, after


async def _line(tx: Tx, queue: Queue, change: Change, told: Told, facts: Facts, *, now: datetime) -> Queue:
    application_id, by = told.entry.child.application_id, (told.rule, told.actor)
    return await write_line(tx, queue, change, application_id, told.reason, now=now, facts=facts, by=by)
