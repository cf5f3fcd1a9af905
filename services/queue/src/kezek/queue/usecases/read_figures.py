"""What everybody may know of the queues, and of one place by its application's number (domain §5.figures)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kezek.platform import policies
from kezek.platform.db import ReadTx
from kezek.platform.errors import Invalid
from kezek.platform.workdays import local_day
from kezek.queue.adapters.districts import find_district
from kezek.queue.adapters.figures import list_figures, list_past_calls
from kezek.queue.domain.figures import PastCall, ShownFigures, shown
from kezek.queue.domain.order import Order, order_of

CALLS = 10


@dataclass(frozen=True)
class PublicFigures:
    """The queues of a district, or of all, as of an instant; the last calls of the district, and its order."""

    district: str | None
    as_of: datetime
    hidden_below: int
    items: Sequence[ShownFigures]
    calls: Sequence[PastCall]
    order: Order


async def read_figures(tx: ReadTx, district: str | None) -> PublicFigures:
    """The figures, small numbers hidden by the policy of the district, of all districts by the region's.

    Raises:
        Invalid: `district_unknown`.
    """
    if district is not None and await find_district(tx, district) is None:
        raise Invalid("district_unknown", district=district)
    now = tx.now()
    policy = await policies.load(tx, district, local_day(now))
    least = policy.figures_hidden_below
    return PublicFigures(
        district=district,
        as_of=now,
        hidden_below=least,
        items=shown(await list_figures(tx, district), least),
        calls=await list_past_calls(tx, district, CALLS) if district else (),
        order=order_of(policy),
    )
