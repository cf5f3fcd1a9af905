"""The ledger is read again from its beginning and compared with what is in force (domain §5.3, ADR 29)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from kezek.contracts.vocabulary import QueueClass
from kezek.platform.db import Snapshot
from kezek.queue.adapters import verifying
from kezek.queue.adapters.entries import entry_of
from kezek.queue.domain.ledger import facts_of, instant
from kezek.queue.domain.queue import CallState
from kezek.queue.domain.replay import Replay
from kezek.queue.domain.replayed_order import Known


@dataclass(frozen=True)
class Verified:
    """What was found in one queue: its last line and hash, how many children it has, and what is wrong, in words."""

    queue: str
    lines: int
    unchained: int
    children: int
    standing: int
    head: bytes
    differences: tuple[str, ...]


async def verify_ledger(tx: Snapshot, queue: str | None = None) -> AsyncIterator[Verified]:
    """Each queue, or the one that is asked for: chain, order and phase computed anew and compared, on one snapshot."""
    for row in await verifying.list_queues(tx, queue):
        births = await verifying.births_in(tx, row.id)
        replay = Replay(row.id, births, corrections=await verifying.corrections_in(tx, row.id))
        wrong: list[str] = []
        async for line, stored in verifying.lines_of(tx, row.id):
            wrong.extend(replay.apply(line, stored))
        wrong.extend(_compare_queue(row, replay))
        wrong.extend([each async for each in _compare_entries(tx, replay)])
        wrong.extend([each async for each in _compare_calls(tx, replay)])
        wrong.extend(await _compare_counts(tx, replay))
        standing = sum(known.stands for known in replay.order.children.values())
        yield Verified(
            row.id, replay.sequence, replay.unchained, len(replay.order.children), standing, replay.head, tuple(wrong)
        )


def _compare_queue(row: Any, replay: Replay) -> list[str]:
    told = {"sequence": replay.sequence, "head": replay.head, "owed": replay.owed}
    return [
        f"{row.id}: {name} is not that of the ledger" for name, value in told.items() if getattr(row, name) != value
    ]


async def _compare_counts(tx: Snapshot, replay: Replay) -> list[str]:
    told = {
        each.value: (len(children), sum(replay.order.has_twins(child) for child in children))
        for each in QueueClass
        if (children := replay.order.standing(each))
    }
    if replay.open_end or await verifying.counts_of(tx, replay.queue) == told:
        return []
    return [f"{replay.queue}: the counts are not those of the ledger"]


async def _compare_entries(tx: Snapshot, replay: Replay) -> AsyncIterator[str]:
    left = dict(replay.order.children)
    if replay.open_end:
        return
    async for row in verifying.entries_of(tx, replay.queue):
        where = f"{replay.queue} application {row.application_id}"
        known = left.pop(row.application_id, None)
        if known is None:
            yield f"{where}: stands in the queue without a line of the ledger"
        elif differing := _differing(row, known):
            yield f"{where}: {', '.join(differing)} not as the ledger says"
    for application_id in left:
        yield f"{replay.queue} application {application_id}: is in the ledger and not in the queue"


def _differing(row: Any, known: Known) -> list[str]:
    """What of an entry is otherwise than the ledger says: its facts, whether it stands, and where."""
    live = facts_of(entry_of(row), waiting=row.waiting, call=row.open_call_id)
    told = facts_of(known.entry, waiting=known.waiting, call=known.call)
    differing = [name for name, value in told.items() if live[name] != value]
    if known.queue_class is not None and known.place is not None:
        at, number = known.place[0]
        stands = (row.order_class, instant(row.order_at), row.order_number)
        if stands != (known.queue_class.value, instant(at), number):
            differing.append("order")
    return differing


async def _compare_calls(tx: Snapshot, replay: Replay) -> AsyncIterator[str]:
    left = dict(replay.calls)
    if replay.open_end:
        return
    async for row in verifying.calls_of(tx, replay.queue):
        made = left.pop(row.id, None)
        counts = row.state != CallState.UNMADE.value
        told = None if made is None else (made.queue_class.value, made.counts, made.by_category)
        if told != (row.queue_class, counts, row.by_category):
            yield f"{replay.queue} call {row.id}: not as the ledger says"
    for call in left:
        yield f"{replay.queue} call {call}: is in the ledger and was never made"
