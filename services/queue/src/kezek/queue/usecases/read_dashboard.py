"""What an officer sees of the district's queues, an administrator of any or of all: every number (domain §1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kezek.contracts.texts import Text
from kezek.platform.db import ReadTx
from kezek.platform.errors import Invalid
from kezek.platform.workdays import local_day
from kezek.queue.adapters.districts import find_district
from kezek.queue.adapters.figures import list_figures
from kezek.queue.adapters.waits import list_waits
from kezek.queue.domain.figures import Figures
from kezek.queue.domain.waits import Period, Waits, period_of


@dataclass(frozen=True)
class Dashboard:
    """The queues of a district, or of the region, as of an instant, and how long one waited in a period."""

    district: str | None
    name: Text | None
    as_of: datetime
    period: Period
    queues: Sequence[Figures]
    waits: Sequence[Waits]


async def read_dashboard(tx: ReadTx, district: str | None, first: date | None, last: date | None) -> Dashboard:
    """Counts by queue and class, none of them hidden, and waits by class and queue.

    Raises:
        Invalid: `district_unknown`; `period_reversed`, for one that ends before it begins.
    """
    period = period_of(local_day(tx.now()), first, last)
    if period.last < period.first:
        raise Invalid("period_reversed")
    name = None if district is None else await find_district(tx, district)
    if district is not None and name is None:
        raise Invalid("district_unknown", district=district)
    return Dashboard(
        district=district,
        name=name,
        as_of=tx.now(),
        period=period,
        queues=await list_figures(tx, district),
        waits=await list_waits(tx, district, period),
    )
