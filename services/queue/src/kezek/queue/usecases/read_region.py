"""What an administrator sees of the region: districts with their policies, working days, benefits (domain §9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.texts import Text
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound
from kezek.platform.workdays import local_day
from kezek.queue.adapters.districts import list_districts
from kezek.queue.adapters.figures import list_figures
from kezek.queue.adapters.publications import Kind, Published, find_newest, list_all_policies
from kezek.queue.domain.figures import Figures, Sums, sums_of
from kezek.queue.domain.policies import Version, standing_on
from kezek.queue.usecases.publish import EVER
from kezek.queue.usecases.read_published import read_benefits, read_calendar


@dataclass(frozen=True)
class DistrictStanding:
    """A district: the policy that holds, the next that will, and the sums over its queues."""

    code: str
    name: Text
    policy: Version
    coming: Version | None
    sums: Sums


@dataclass(frozen=True)
class YearStanding:
    """A year of working days: `known` is whether there is one at all, `last` its newest version as published."""

    year: int
    known: bool
    confirmed: bool
    holidays: int
    worked: int
    free: int
    last: Published | None


@dataclass(frozen=True)
class Region:
    """All of it as of an instant."""

    as_of: datetime
    districts: Sequence[DistrictStanding]
    sums: Sums
    years: Sequence[YearStanding]
    benefits: int
    benefits_last: Published | None


async def read_region(tx: ReadTx) -> Region:
    """The districts in the order of their codes, and the rules of the region with their newest versions."""
    today = local_day(tx.now())
    figures = await list_figures(tx, None)
    return Region(
        as_of=tx.now(),
        districts=await _districts(tx, today, figures),
        sums=sums_of(figures),
        years=[await _year(tx, year) for year in (today.year, today.year + 1)],
        benefits=len((await read_benefits(tx)).benefits),
        benefits_last=await find_newest(tx, Kind.BENEFITS, None),
    )


async def _districts(tx: ReadTx, today: date, figures: Sequence[Figures]) -> list[DistrictStanding]:
    shipped = Version(district=None, number=1, in_force_from=EVER, policy=REFERRAL_PROFILE, published_at=tx.now())
    versions = await list_all_policies(tx) or [shipped]
    return [
        _district(code, name, today, versions, [each for each in figures if each.queue.district == code])
        for code, name in await list_districts(tx)
    ]


def _district(
    code: str, name: Text, today: date, versions: Sequence[Version], figures: Sequence[Figures]
) -> DistrictStanding:
    standing = standing_on(today, [each for each in versions if each.district in (None, code)])
    coming = standing.coming[0] if standing.coming else None
    return DistrictStanding(code, name, standing.in_force, coming, sums_of(figures))


async def _year(tx: ReadTx, year: int) -> YearStanding:
    last = await find_newest(tx, Kind.CALENDAR, year)
    try:
        found = await read_calendar(tx, year)
    except NotFound:
        return YearStanding(year, known=False, confirmed=False, holidays=0, worked=0, free=0, last=last)
    return YearStanding(
        year,
        known=True,
        confirmed=found.confirmed,
        holidays=len(found.holidays),
        worked=len(found.worked),
        free=len(found.free),
        last=last,
    )
