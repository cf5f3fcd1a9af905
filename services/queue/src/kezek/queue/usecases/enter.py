"""Children enter a queue, those without twins by thousands, and are told at which number they stand (domain §5.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.contracts.queue import Placed
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.platform.workdays import local_day
from kezek.queue.adapters import entries, store
from kezek.queue.adapters.ledger import Entered, write_entered
from kezek.queue.domain.entering import known_without_twins
from kezek.queue.domain.ledger import facts_of, together_of
from kezek.queue.domain.order import Rank, ahead_of
from kezek.queue.domain.queue import Entry, Queue


@dataclass(frozen=True)
class Newcomer:
    """An application that has no entry yet, by which version, and whether the child waits; `tx` names the cause."""

    tx: Tx
    entry: Entry
    version: int
    waiting: bool

    @property
    def id(self) -> UUID:
        """The application's."""
        return self.entry.child.application_id


async def enter(tx: Tx, queue: Queue, newcomers: Sequence[Newcomer], *, now: datetime) -> Queue:
    """Let these enter a locked queue, and tell of those who wait at which number they stand.

    Whose number depends on where twins stand, or who comes before a crowd, has all who stand there ranked for it.

    Returns:
        The queue after them, saved.
    """
    policy = await policies.load(tx, queue.ref.district, local_day(now))
    single = [each for each in newcomers if each.entry.child.twins is None]
    ranks = await _ranks(tx, queue, [each for each in single if each.waiting], policy)
    at_once = [each for each in single if each.id in ranks or not each.waiting]
    if at_once:
        queue = await _write(tx, queue, at_once, ranks, policy, now)
    entered = {each.id for each in at_once}
    for each in newcomers:
        if each.id not in entered:
            queue = await _enter_ranked(tx, queue, each, policy, now)
    return queue


async def _ranks(tx: Tx, queue: Queue, waiting: Sequence[Newcomer], policy: Policy) -> dict[UUID, Rank]:
    """The ranks of those for whom nobody else has to be ranked, as they enter one after the other."""
    if not waiting:
        return {}
    crowd, behind = await store.load_around(tx, queue, [each.entry for each in waiting])
    found: dict[UUID, Rank] = {}
    for each in waiting:
        if each.id not in behind:
            continue
        rank = crowd.rank(each.entry, behind[each.id])
        if known_without_twins(rank, crowd.twins, policy):
            crowd.enter(each.entry, rank)
            found[each.id] = rank
    return found


async def _write(
    tx: Tx, queue: Queue, newcomers: Sequence[Newcomer], ranks: dict[UUID, Rank], policy: Policy, now: datetime
) -> Queue:
    before = queue.sequence
    queue = await write_entered(tx, queue, [_entered(queue, each, ()) for each in newcomers], now=now)
    for sequence, each in enumerate(newcomers, before + 1):
        if each.waiting:
            await _tell(queue, each, sequence, ranks[each.id], policy)
    return queue


async def _enter_ranked(tx: Tx, queue: Queue, new: Newcomer, policy: Policy, now: datetime) -> Queue:
    twins = await entries.list_waiting_twins(tx, queue.ref, new.entry)
    queue = await write_entered(tx, queue, [_entered(queue, new, twins)], now=now)
    await entries.join_twins(tx, queue.ref, new.entry)
    if new.waiting:
        await _tell(queue, new, queue.sequence, await store.load_rank(tx, new.id), policy)
    return queue


def _entered(queue: Queue, new: Newcomer, twins: Sequence[Entry]) -> Entered:
    facts = {
        **facts_of(new.entry, waiting=new.waiting),
        **together_of(twins, None, new.entry if new.waiting else None),
    }
    return Entered(entries.entry_row(queue.ref, new.entry, new.version, waiting=new.waiting), facts)


async def _tell(queue: Queue, new: Newcomer, sequence: int, rank: Rank, policy: Policy) -> None:
    child = new.entry.child
    placed = Placed(
        application_id=child.application_id,
        queue=queue.ref,
        queue_class=child.queue_class,
        submitted_at=child.submitted_at,
        ledger_sequence=sequence,
        position=ahead_of(rank, policy).total + 1,
    )
    await new.tx.publish(placed, version=new.version)
