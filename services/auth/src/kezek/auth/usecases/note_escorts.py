"""The parent sees whether the escort has signed in yet (domain §8.escorts)."""

from datetime import datetime

from kezek.auth.adapters import entrustments
from kezek.contracts.auth import EscortSignedIn
from kezek.platform.db import Tx


async def note_signed_in(tx: Tx, iin: str, phone: str | None, now: datetime) -> None:
    """Tell of each child entrusted to this person that they have signed in for the first time since.

    With the phone that a parent gave, of the children whose parents gave it; else of all.
    """
    for entrustment_id in await entrustments.note_signed_in(tx, iin, phone, now):
        await tx.publish(EscortSignedIn(entrustment_id=entrustment_id, signed_in_at=now), version=1)
