"""An administrator enters what is known of a kindergarten; nothing, where it is not known."""

from uuid import UUID

from kezek.contracts.values import Location
from kezek.kindergartens.adapters import kindergartens
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.usecases.changing import change
from kezek.platform.db import Tx


async def enter_bin(tx: Tx, kindergarten_id: UUID, number: str | None) -> Kindergarten:
    """The BIN, which contracts name (domain §8.contract).

    Raises:
        NotFound: `kindergarten_not_found`.
    """
    return await change(tx, kindergarten_id, kindergartens.update_bin, bin=number)


async def enter_location(tx: Tx, kindergarten_id: UUID, location: Location | None) -> Kindergarten:
    """Where it stands, for families who look for a near one (domain §6.3).

    Raises:
        NotFound: `kindergarten_not_found`.
    """
    return await change(tx, kindergarten_id, kindergartens.update_location, location=location)
