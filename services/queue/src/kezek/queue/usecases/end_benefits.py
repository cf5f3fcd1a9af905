"""Benefits that have ended give nothing any more before anybody is called (domain §6.7)."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from kezek.contracts.law import Reason
from kezek.contracts.values import QueueRef, StandsThen
from kezek.contracts.vocabulary import ActorKind, GroupKind
from kezek.platform.db import Tx
from kezek.queue.adapters import ends, entries, store
from kezek.queue.domain.ends import stands_at
from kezek.queue.domain.queue import Standing
from kezek.queue.usecases.follow_application import Told, stand_otherwise


async def end_benefits(tx: Tx, of: Collection[QueueRef], *, now: datetime) -> None:
    """Let every child that these queues may call stand by what counts at this instant, and say so in the ledger.

    Applications tells of each end by itself, on a topic of its own: nobody is called by what has ended meanwhile. Who
    stands in the correctional queue comes to the general one of its year. To be called before queues are locked.
    """
    queues = {replace(ref, kind=kind) for ref in of for kind in GroupKind}
    if not (expected := await ends.list_due(tx, queues, now)):
        return
    await entries.lock_applications(tx, list(expected))
    # applications may have said something newer until they were locked
    due = {each: found for each, found in (await ends.list_due(tx, queues, now)).items() if each in expected}
    told = [_told(tx, await entries.load_standing(tx, each), over) for each, over in due.items() if over]
    locked = await store.lock_queues(tx, {ref for was, becomes in told for ref in (was.queue, becomes.queue)})
    for standing, becomes in told:
        await stand_otherwise(locked, standing, becomes, now=now)
    await ends.forget_due(tx, due, now)


def _told(tx: Tx, standing: Standing, over: Sequence[StandsThen]) -> tuple[Standing, Told]:
    """How it stands, and how it stands now: what applications has said last stays the newest."""
    child, queue = stands_at((standing.entry.child, standing.queue), over, over[-1].at)
    reason = Reason.BENEFIT_NOT_PROVED if over[-1].unproved else Reason.BENEFIT_EXPIRED
    entry, why = replace(standing.entry, child=child), (reason, reason.rule, ActorKind.SYSTEM)
    return standing, Told(tx, entry, queue, standing.version, *why, stop_listed=False)
