"""A child has died, as the persons register told applications: its application ends, nobody is written to (§3)."""

from datetime import datetime

from kezek.contracts.applications import ChildDied
from kezek.contracts.vocabulary import ActorKind
from kezek.platform.db import StaleStateError, Tx
from kezek.referrals.adapters import candidates, places
from kezek.referrals.domain.leaving import close, place_given_back
from kezek.referrals.usecases.publishing import offer_to_queue
from kezek.referrals.usecases.saving import save


async def close_quietly(tx: Tx, event: ChildDied, *, now: datetime) -> None:
    """End what runs; the place that was held or taken goes on to the next child.

    Raises:
        StaleStateError: when the row that was locked is not that of the child's queue any more.
    """
    known = await candidates.find_candidate(tx, event.application_id)
    if known is None:
        return
    await places.lock_queue(tx, known.queue)
    candidate = await candidates.lock_candidate(tx, event.application_id)
    if candidate.queue != known.queue:  # it has just gone over to another: the event is handled again
        raise StaleStateError
    place_id = place_given_back(candidate)
    held = await places.lock_places(tx, [place_id] if place_id else [])
    decision = close(candidate, held[place_id] if place_id else None, now)
    if decision is None:
        return
    await save(tx, candidate, decision, ActorKind.SYSTEM)
    await offer_to_queue(tx, decision.offered)
