"""An administrator enters a district of the region, or corrects its name (domain §10)."""

from kezek.contracts.texts import Text
from kezek.kindergartens.adapters import kindergartens
from kezek.kindergartens.usecases.publishing import tell_of_district
from kezek.platform.db import Tx


async def register_district(tx: Tx, code: str, name: Text) -> None:
    """Store and publish a district; the same again changes nothing."""
    changed = await kindergartens.upsert_district(tx, code, name)
    if changed is not None:
        await tell_of_district(tx, changed)
