"""An administrator enters where a kindergarten stands, for families who look for a near one (domain §6.3)."""

from dataclasses import replace
from uuid import UUID

from kezek.contracts.values import Location
from kezek.kindergartens.adapters import kindergartens
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.usecases.publishing import tell_of_kindergarten
from kezek.platform.db import Tx


async def locate_kindergarten(tx: Tx, kindergarten_id: UUID, location: Location | None) -> Kindergarten:
    """Store and publish the point, or that none is known; the same again changes nothing.

    Raises:
        NotFound: `kindergarten_not_found`.
    """
    kindergarten = await kindergartens.lock_kindergarten(tx, kindergarten_id)
    if kindergarten.location == location:
        return kindergarten
    located = replace(kindergarten, location=location, version=kindergarten.version + 1)
    await kindergartens.update_location(tx, located)
    await tell_of_kindergarten(tx, located)
    return located
