"""What waits for decisions, in numbers: of an officer's district, or of each district (domain §3.review)."""

from kezek.applications.adapters.dues import list_dues
from kezek.applications.domain.dues import Dues
from kezek.platform.db import ReadTx
from kezek.platform.workdays import local_day, midnight_after


async def count_dues(tx: ReadTx, district: str) -> Dues:
    """The numbers of a district."""
    return (await dues_by_district(tx, district)).get(district, Dues())


async def dues_by_district(tx: ReadTx, district: str | None = None) -> dict[str, Dues]:
    """The numbers of each district where anything waits."""
    now = tx.now()
    return await list_dues(tx, district, now=now, midnight=midnight_after(local_day(now)))
