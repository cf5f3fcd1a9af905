"""An administrator has a district's data refreshed before it is sorted anew (domain §9.sorting)."""

from uuid import UUID

from kezek.contracts.ids import NewId
from kezek.contracts.queue import RefreshAsked
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.platform.errors import Conflict, Invalid
from kezek.platform.workdays import local_day
from kezek.queue.adapters import refreshes, sortings
from kezek.queue.adapters.districts import find_district


async def refresh_district(tx: Tx, district: str, *, person_id: UUID, new_id: NewId) -> None:
    """Ask applications to have the persons register asked about every child of the district that waits.

    Raises:
        Invalid: `district_unknown`.
        Conflict: `sorting_not_here`, `refresh_runs` while the last one has not come to its end.
    """
    if await find_district(tx, district) is None:
        raise Invalid("district_unknown", district=district)
    if not (await policies.load(tx, district, local_day(tx.now()))).numbered_categories:
        raise Conflict("sorting_not_here")
    await sortings.lock_sorting(tx, district)
    last = await refreshes.find_last(tx, district)
    if last is not None and last.runs:
        raise Conflict("refresh_runs")
    refresh_id = new_id()
    await refreshes.insert_refresh(tx, refresh_id, district, person_id)
    await tx.publish(RefreshAsked(refresh_id=refresh_id, district=district), version=1)
