"""Who is entrusted with a child gets codes at the phone that the parent gave, as long as it lasts (domain §8)."""

from datetime import datetime
from uuid import UUID

from kezek.auth.adapters import entrustments, sessions, store
from kezek.auth.adapters.entrustments import Entrusted
from kezek.auth.adapters.redis import Cache
from kezek.auth.usecases.own_sessions import forget_sessions
from kezek.contracts.auth import EscortSignedIn
from kezek.contracts.kindergartens import Escort
from kezek.platform.db import Tx, is_newer


async def follow_escort(tx: Tx, cache: Cache, event: Escort, version: int, now: datetime) -> None:
    """Keep that a child is entrusted to somebody, or no more; an older version changes nothing."""
    if not await is_newer(tx, "escort", event.key(), version):
        return
    if not event.active:
        await forget_entrustment(tx, cache, event.entrustment_id, now)
        return
    await entrustments.lock_person(tx, event.iin)
    first_in = await entrustments.find_first_in(tx, event.iin, event.phone)
    await entrustments.insert_entrusted(tx, Entrusted(event.entrustment_id, event.iin, event.phone, first_in))
    if first_in is not None:
        await tx.publish(EscortSignedIn(entrustment_id=event.entrustment_id, signed_in_at=first_in), version=1)


async def forget_entrustment(tx: Tx, cache: Cache, entrustment_id: UUID, now: datetime) -> None:
    """Nobody is entrusted by this any more; who is an escort with that phone nowhere else is signed out at once."""
    known = await entrustments.find_entrusted(tx, entrustment_id)
    if known is None:
        return
    await entrustments.lock_person(tx, known.iin)
    await entrustments.delete_entrusted(tx, entrustment_id)
    person_id = await store.find_person_id(tx, known.iin)
    if person_id is None or await entrustments.is_escort(tx, known.iin, known.phone):
        return
    ended = await sessions.end_sessions_of(tx, person_id, now, phone=known.phone)
    await forget_sessions(tx, cache, ended, now)
