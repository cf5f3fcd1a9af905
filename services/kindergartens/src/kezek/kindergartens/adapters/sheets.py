"""Closed attendance sheets, and the lock between them and what changes a day. SQL only."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.hints import HintKind, kindergarten, person
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, SheetDay
from kezek.kindergartens.adapters.sheet_tables import attendance_sheet
from kezek.kindergartens.domain.attendance import was_there
from kezek.kindergartens.domain.roster import Enrolment, Group
from kezek.kindergartens.domain.sheet import ClosedChild, ClosedSheet, Reopening
from kezek.platform.db import ReadTx, StaleStateError, Tx
from kezek.platform.tables import any_of
from kezek.platform.workdays import month_of

_T = attendance_sheet
_SHARE = sa.text(
    "select pg_advisory_xact_lock_shared(hashtextextended('attendance sheets.' || id, 0)) "
    "from (select id from unnest(cast(:ids as text[])) as t (id) order by id) as sorted"
)
_LOCK = sa.text("select pg_advisory_xact_lock(hashtextextended('attendance sheets.' || cast(:id as text), 0))")
_CLOSED = sa.select(_T.c.kindergarten_id, _T.c.group_year, _T.c.language, _T.c.kind, _T.c.month).where(
    any_of(_T.c.kindergarten_id, "ids"), _T.c.month >= sa.bindparam("since"), _T.c.reopened_at.is_(None)
)
_MONTH = (
    sa.select(_T)
    .where(_T.c.kindergarten_id == sa.bindparam("kindergarten_id"), _T.c.month == sa.bindparam("month"))
    .order_by(_T.c.serial.desc())
)
_ONE = sa.select(_T).where(_T.c.id == sa.bindparam("id"), _T.c.kindergarten_id == sa.bindparam("kindergarten_id"))
_INSERT = sa.insert(_T).returning(_T.c.serial)
_REOPENED = ("reopened_at", "reopened_by", "reopened_by_name", "reopened_because", "reopen_act_id")
_REOPEN = (
    sa.update(_T)
    .where(_T.c.id == sa.bindparam("of"), _T.c.reopened_at.is_(None))
    .values({name: sa.bindparam(name) for name in _REOPENED})
)


class ClosedMonths:
    """Which months of which groups are closed, of those kindergartens that were asked for."""

    def __init__(self, keys: Collection[tuple[UUID, Group, date]]) -> None:
        self._keys = frozenset(keys)

    def has(self, stay: Enrolment, day: date) -> bool:
        """Whether a day of this stay is in a month that is closed."""
        return (stay.kindergarten_id, stay.group, month_of(day)[0]) in self._keys

    def has_after(self, stay: Enrolment, day: date) -> bool:
        """Whether days after this one are in a month of the stay's group that is closed."""
        of_group = [
            month for garden, group, month in self._keys if (garden, group) == (stay.kindergarten_id, stay.group)
        ]
        return any(month_of(month)[1] > day for month in of_group)

    def has_day(self, stays: Sequence[Enrolment], day: date) -> bool:
        """Whether a child's day is in a month that is closed: of the group in which it was, of any if in none."""
        there = [each for each in stays if was_there(each, day)]
        return any(self.has(each, day) for each in there or stays)


async def share_closed(tx: Tx, kindergarten_ids: Collection[UUID], since: date) -> ClosedMonths:
    """What is closed from the month of this day on; nobody closes or reopens any until the end of the transaction."""
    await tx.rows(_SHARE, {"ids": sorted({str(each) for each in kindergarten_ids})})
    found = await tx.rows(_CLOSED, {"ids": list(set(kindergarten_ids)), "since": month_of(since)[0]})
    return ClosedMonths([(row.kindergarten_id, _group(row), row.month) for row in found])


async def lock_sheets(tx: Tx, kindergarten_id: UUID) -> None:
    """Nobody changes a day of this kindergarten until the end of the transaction.

    Taken before the kindergarten's row: who stores a mark holds this lock when the row is asked for.
    """
    await tx.rows(_LOCK, {"id": str(kindergarten_id)})


async def list_sheets(tx: ReadTx, kindergarten_id: UUID, month: date) -> list[ClosedSheet]:
    """The sheets of a kindergarten's month, the newest first; also those that were reopened."""
    rows = await tx.rows(_MONTH, {"kindergarten_id": kindergarten_id, "month": month})
    return [sheet_of(row) for row in rows]


async def find_sheet(tx: ReadTx, kindergarten_id: UUID, sheet_id: UUID) -> ClosedSheet | None:
    """A kindergarten's sheet."""
    row = await tx.row(_ONE, {"kindergarten_id": kindergarten_id, "id": sheet_id})
    return None if row is None else sheet_of(row)


async def insert_sheet(tx: Tx, sheet: ClosedSheet) -> ClosedSheet:
    """Store a sheet under the lock of its kindergarten's, and show it on open pages; it gets its number."""
    plain = {name: getattr(sheet, name) for name in _PLAIN}
    values = {
        **plain,
        "group_year": sheet.group.group_year,
        "language": sheet.group.language.value,
        "kind": sheet.group.kind.value,
        "children": [
            {"application": str(each.application_id), "applicant": _text(each.applicant_id), "days": list(each.days)}
            for each in sheet.children
        ],
        "not_worked": list(sheet.not_worked),
    }
    _hint(tx, sheet)
    return replace(sheet, number=_number(sheet.month, await tx.value(_INSERT, values)))


async def update_reopened(tx: Tx, sheet: ClosedSheet) -> None:
    """Store that a sheet counts no more.

    Raises:
        StaleStateError: when it was reopened already.
    """
    why = sheet.reopening
    if why is None:
        raise StaleStateError
    values = dict(zip(_REOPENED, (why.at, why.by, why.name, why.reason, why.act_id), strict=True))
    if await tx.execute(_REOPEN, {"of": sheet.id, **values}) != 1:
        raise StaleStateError
    _hint(tx, sheet)


_PLAIN = (
    "id",
    "kindergarten_id",
    "month",
    "digest",
    "closed_at",
    "closed_by",
    "closed_by_name",
    "act_id",
    "asks_parents",
)


def _hint(tx: Tx, sheet: ClosedSheet) -> None:
    tx.hint(kindergarten(sheet.kindergarten_id), HintKind.ATTENDANCE, sheet.id)
    for each in sheet.children:
        if each.applicant_id is not None:
            tx.hint(person(each.applicant_id), HintKind.ATTENDANCE, each.application_id)


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)


def _group(row: Any) -> Group:
    return Group(row.group_year, InstructionLanguage(row.language), GroupKind(row.kind))


def sheet_of(row: Any) -> ClosedSheet:
    """The sheet in a row of `attendance_sheet`."""
    reopening = None
    if row.reopened_at is not None:
        reopening = Reopening(*(getattr(row, name) for name in _REOPENED))
    return ClosedSheet(
        **{name: getattr(row, name) for name in _PLAIN},
        number=_number(row.month, row.serial),
        group=_group(row),
        children=tuple(_child(each) for each in row.children),
        not_worked=tuple(row.not_worked),
        reopening=reopening,
    )


def _child(kept: dict[str, Any]) -> ClosedChild:
    applicant = kept["applicant"]
    days = tuple(SheetDay(each) for each in kept["days"])
    return ClosedChild(UUID(kept["application"]), UUID(applicant) if applicant else None, days)


def _number(month: date, serial: int) -> str:
    return f"{month:%Y%m}-{serial:05d}"
