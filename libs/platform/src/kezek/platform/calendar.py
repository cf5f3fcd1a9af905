"""The working calendar in force (domain §9.calendar): years that were published, for the others the shipped ones."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from kezek.contracts.queue import CalendarPublished
from kezek.platform.copies import keep_newer
from kezek.platform.db import ReadTx, Tx
from kezek.platform.kazakhstan import default_calendar
from kezek.platform.tables import calendar_copy
from kezek.platform.workdays import Calendar, local_day

# a term began a year ago at most, and ends within one: the others' days count nowhere, their versions do
_YEARS = sa.text(
    "select year, version, holidays, worked, free, confirmed, max(version) over () as newest from calendar_copy "
    "where year between :first and :last or version = (select max(version) from calendar_copy)"
)


async def load(tx: ReadTx) -> Calendar:
    """The calendar by which terms are counted now; its version is kept with each term."""
    now = local_day(tx.now()).year
    rows = await tx.rows(_YEARS, {"first": now - 1, "last": now + 2})
    return _calendar(rows) if rows else default_calendar()


async def keep(tx: Tx, event: CalendarPublished) -> bool:
    """Keep a year that was published, unless a newer version of it was kept before; whether it was news."""
    row = {
        "year": event.year,
        "holidays": [each.on for each in event.holidays],
        "worked": list(event.worked),
        "free": list(event.free),
        "confirmed": event.confirmed,
    }
    return await keep_newer(tx, calendar_copy, event.version, row)


def _calendar(rows: Sequence[sa.Row[Any]]) -> Calendar:
    shipped, years = default_calendar(), {row.year: row for row in rows}
    holidays = frozenset(day for row in rows for day in row.holidays)

    def is_holiday(day: date) -> bool:
        return day in holidays if day.year in years else shipped.holidays(day)

    def with_shipped(days: frozenset[date], kept: list[date]) -> frozenset[date]:
        return frozenset(day for day in days if day.year not in years) | frozenset(kept)

    return Calendar(
        version=max(shipped.version, rows[0].newest),
        holidays=is_holiday,
        worked=with_shipped(shipped.worked, [day for row in rows for day in row.worked]),
        free=with_shipped(shipped.free, [day for row in rows for day in row.free]),
        confirmed_until=_confirmed_until(shipped.confirmed_until, {year for year in years if years[year].confirmed}),
    )


def _confirmed_until(shipped: date, confirmed: set[int]) -> date:
    year = shipped.year
    while year + 1 in confirmed:
        year += 1
    return date(year, 12, 31)
