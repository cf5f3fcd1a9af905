"""An administrator renames a kindergarten; every copy follows, papers made before keep its earlier name (domain §2)."""

from uuid import UUID

from kezek.contracts.texts import Text
from kezek.kindergartens.adapters import kindergartens
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.usecases.changing import change
from kezek.platform.db import Tx
from kezek.platform.errors import Conflict


async def rename_kindergarten(tx: Tx, kindergarten_id: UUID, name: Text) -> Kindergarten:
    """Store and publish the name; the same again changes nothing.

    Raises:
        NotFound: `kindergarten_not_found`.
        Conflict: `kindergarten_exists`, when the district has one of this name and address.
    """
    return await change(tx, kindergarten_id, _store, name=name)


async def _store(tx: Tx, renamed: Kindergarten) -> None:
    if not await kindergartens.update_name(tx, renamed):
        raise Conflict("kindergarten_exists")
