"""An administrator enters the BIN of a kindergarten, which contracts name (domain §8.contract)."""

from dataclasses import replace
from uuid import UUID

from kezek.kindergartens.adapters import kindergartens
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.usecases.publishing import tell_of_kindergarten
from kezek.platform.db import Tx


async def enter_bin(tx: Tx, kindergarten_id: UUID, number: str | None) -> Kindergarten:
    """Store and publish the number, or that none is known; the same again changes nothing.

    Raises:
        NotFound: `kindergarten_not_found`.
    """
    kindergarten = await kindergartens.lock_kindergarten(tx, kindergarten_id)
    if kindergarten.bin == number:
        return kindergarten
    entered = replace(kindergarten, bin=number, version=kindergarten.version + 1)
    await kindergartens.update_bin(tx, entered)
    await tell_of_kindergarten(tx, entered)
    return entered
