"""What is in force of policies, the calendar and benefits; what is shipped until the worker has published it."""

from datetime import date

from kezek.contracts.benefits import SHIPPED_BENEFITS
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import BenefitsPublished, CalendarPublished
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound
from kezek.platform.workdays import local_day
from kezek.queue.adapters.publications import find_benefits, find_calendar, list_policies
from kezek.queue.domain.policies import Standing, Version, standing_on
from kezek.queue.usecases.publish import EVER, shipped_year


async def read_policies(tx: ReadTx, district: str | None, on: date | None = None) -> Standing:
    """What holds in a district, or in those without a policy of their own, on a day, today unless one is named."""
    shipped = Version(district=None, number=1, in_force_from=EVER, policy=REFERRAL_PROFILE, published_at=tx.now())
    return standing_on(on or local_day(tx.now()), await list_policies(tx, district) or [shipped])


async def read_calendar(tx: ReadTx, year: int) -> CalendarPublished:
    """A year of the working calendar.

    Raises:
        NotFound: `calendar_year_not_found`, for a year that nobody published and that is not shipped.
    """
    found = await find_calendar(tx, year)
    if found is not None:
        return found
    try:
        return shipped_year(year)
    except KeyError:
        raise NotFound("calendar_year_not_found", year=year) from None


async def read_benefits(tx: ReadTx) -> BenefitsPublished:
    """The list of benefits."""
    return await find_benefits(tx) or BenefitsPublished(version=1, benefits=SHIPPED_BENEFITS)
