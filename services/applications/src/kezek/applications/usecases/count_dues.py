"""What waits for decisions, in numbers: of an officer's district, or of each district (domain §3.review)."""

from collections.abc import Sequence
from typing import Any

from kezek.applications.adapters import desk
from kezek.applications.adapters.dues import list_dues
from kezek.applications.domain.dues import Dues
from kezek.contracts.vocabulary import ClaimState
from kezek.platform.db import ReadTx
from kezek.platform.workdays import local_day, midnight_after

FIRST = 5


async def count_dues(tx: ReadTx, district: str) -> tuple[Dues, Sequence[Any]]:
    """The numbers of a district, and the claims whose terms end first, as the desk lists them."""
    found = await dues_by_district(tx, district)
    first, _ = await desk.list_waiting(tx, district, None, ClaimState.WAITING, offset=0, limit=FIRST)
    return found.get(district, Dues()), first


async def dues_by_district(tx: ReadTx, district: str | None = None) -> dict[str, Dues]:
    """The numbers of each district where anything waits."""
    now = tx.now()
    return await list_dues(tx, district, now=now, midnight=midnight_after(local_day(now)))
