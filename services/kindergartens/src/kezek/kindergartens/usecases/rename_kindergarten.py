"""An administrator renames a kindergarten; every copy follows, papers made before keep its earlier name (domain §2)."""

from dataclasses import replace
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.kindergartens.adapters import kindergartens
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.usecases.publishing import tell_of_kindergarten
from kezek.platform.db import Tx
from kezek.platform.errors import Conflict


async def rename_kindergarten(tx: Tx, kindergarten_id: UUID, name: Text) -> Kindergarten:
    """Store and publish the name; the same again changes nothing.

    Raises:
        NotFound: `kindergarten_not_found`.
        Conflict: `kindergarten_exists`, when the district has one of this name and address.
    """
    kindergarten = await kindergartens.lock_kindergarten(tx, kindergarten_id)
    if kindergarten.name == name:
        return kindergarten
    renamed = replace(kindergarten, name=name, version=kindergarten.version + 1)
    if not await kindergartens.update_name(tx, renamed):
        raise Conflict("kindergarten_exists")
    await tell_of_kindergarten(tx, renamed)
    return renamed
