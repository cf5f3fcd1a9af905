"""The ranks in Redis follow the ledger (architecture §positions, ADR 30)."""

import asyncio
from uuid import UUID

from kezek.platform.db import DATABASE_LOST, Database, Snapshot
from kezek.platform.telemetry import logger
from kezek.platform.wakes import Wake
from kezek.queue.adapters import standing
from kezek.queue.adapters.ranks import AWAY, Ranks

LOG = logger(__name__)
LOOK_EVERY_S = 5.0
PAUSE_S = 1.0
TOUCHED_AT_MOST = 5000
"""Who is behind by more children is written anew."""


async def keep_ranks(database: Database, ranks: Ranks) -> None:
    """Apply what the ledger tells as it is written, for as long as the process lives."""
    waker = database.wakes.waker(Wake.DERIVED)
    while True:
        waker.clear()
        try:
            await follow_ledger(database, ranks)
        except (*AWAY, *DATABASE_LOST) as error:
            LOG.info("ranks wait", cause=type(error).__name__)
            await asyncio.sleep(PAUSE_S)
        else:
            await waker.wait(LOOK_EVERY_S)


async def follow_ledger(database: Database, ranks: Ranks) -> None:
    """Bring the ranks of every queue to its ledger's last line; what is missing is written anew."""
    async with database.read_once() as tx:
        sequences = await standing.list_sequences(tx)
    applied = await ranks.applied(list(sequences))
    for queue, sequence in sequences.items():
        since = applied[queue]
        if since is None or since > sequence:
            await rebuild(database, ranks, queue)
        elif since < sequence:
            await _follow(database, ranks, queue, since)


async def rebuild(database: Database, ranks: Ranks, queue: str) -> bool:
    """Write a queue's ranks anew, beside those in force, which they then replace.

    Returns:
        False when Redis was emptied meanwhile: it is tried again.
    """
    async with database.snapshot() as tx:
        sequence = (await standing.list_sequences(tx, queue))[queue]
        return await ranks.rebuild(queue, sequence, standing.all_placed(tx, queue))


async def _follow(database: Database, ranks: Ranks, queue: str, since: int) -> None:
    async with database.snapshot() as tx:
        sequence = (await standing.list_sequences(tx, queue))[queue]
        touched = await standing.list_touched(tx, queue, since, TOUCHED_AT_MOST + 1)
        if len(touched) <= TOUCHED_AT_MOST:
            await _apply(tx, ranks, queue, (since, sequence), touched)
            return
    await rebuild(database, ranks, queue)


async def _apply(tx: Snapshot, ranks: Ranks, queue: str, lines: tuple[int, int], touched: list[UUID]) -> None:
    """Where the children of these lines stand now, and with them their twins, those of now and those of before."""
    children = {each.number: each for each in await standing.list_placed(tx, queue, touched)}
    twins = {each.twins for each in children.values() if each.twins is not None}
    twins |= await ranks.twins_of(queue, list(children))
    if twins:
        children |= {each.number: each for each in await standing.list_twins(tx, queue, twins)}
    await ranks.apply(queue, *lines, list(children.values()), twins)
