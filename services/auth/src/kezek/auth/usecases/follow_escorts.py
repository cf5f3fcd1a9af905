"""Who is entrusted with a child gets codes at the phone that the parent gave, as long as it lasts (domain §8)."""

from uuid import UUID

from kezek.auth.adapters import entrustments
from kezek.auth.adapters.entrustments import Entrusted
from kezek.contracts.auth import EscortSignedIn
from kezek.contracts.kindergartens import Escort
from kezek.platform.db import Tx, is_newer


async def follow_escort(tx: Tx, event: Escort, version: int) -> None:
    """Keep that a child is entrusted to somebody, or no more; an older version changes nothing.

    Who had signed in may for some days still sign in to send what was marked before; kindergartens judge each mark,
    and what is shown, by who was entrusted when (ADR 59). A session that stands goes on to midnight for the same.
    """
    if not await is_newer(tx, "escort", event.key(), version):
        return
    await entrustments.lock_person(tx, event.iin)
    if not event.active:
        if not await entrustments.end_entrusted(tx, event.entrustment_id):
            await entrustments.delete_entrusted(tx, event.entrustment_id)
        return
    first_in = await entrustments.find_first_in(tx, event.iin, event.phone)
    await entrustments.insert_entrusted(tx, Entrusted(event.entrustment_id, event.iin, event.phone, first_in))
    if first_in is not None:
        await tx.publish(EscortSignedIn(entrustment_id=event.entrustment_id, signed_in_at=first_in), version=1)


async def forget_entrustment(tx: Tx, entrustment_id: UUID) -> None:
    """Nothing is known of it any more, and no code opens anything by it."""
    known = await entrustments.find_entrusted(tx, entrustment_id)
    if known is None:
        return
    await entrustments.lock_person(tx, known.iin)
    await entrustments.delete_entrusted(tx, entrustment_id)
