"""What a kindergarten's month comes to, child by child: for the page, for a file, and for what is signed (§8.sheet)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self
from uuid import UUID

from kezek.kindergartens.adapters import attendance_day
from kezek.kindergartens.adapters.attendance_day import Days
from kezek.kindergartens.domain.attendance import day_of, was_there
from kezek.kindergartens.domain.roster import EnrolledChild, Group
from kezek.kindergartens.domain.sheet import Cell, ClosedSheet, SheetLine, as_signed, cell_of, days_of
from kezek.platform import calendar
from kezek.platform.db import ReadTx
from kezek.platform.workdays import Calendar


@dataclass(frozen=True)
class MonthLines:
    """The children of a month, and its days that are not worked."""

    lines: Sequence[SheetLine]
    not_worked: tuple[date, ...]

    def of_group(self, group: Group) -> list[SheetLine]:
        """Those of one group."""
        return [each for each in self.lines if each.child.enrolment.group == group]

    def as_signed(self, sheets: Sequence[ClosedSheet]) -> Self:
        """The same, with the days that were signed in the groups that are closed."""
        return replace(self, lines=as_signed(self.lines, sheets))


def asked_of(group: Group) -> dict[str, Any]:
    """This group alone."""
    return {"group_year": group.group_year, "language": group.language.value, "kind": group.kind.value}


async def list_month(tx: ReadTx, kindergarten_id: UUID, asked: Mapping[str, Any], month: date) -> list[EnrolledChild]:
    """Who was in the groups in this month, by name; `asked` may say which group."""
    days = days_of(month)
    return [each.child for each in await attendance_day.list_group(tx, kindergarten_id, asked, days[0], days[-1])]


async def load_month(tx: ReadTx, kindergarten_id: UUID, asked: Mapping[str, Any], month: date) -> MonthLines:
    """The children of `list_month`, and what each day says."""
    days, known = days_of(month), await calendar.load(tx)
    children = await list_month(tx, kindergarten_id, asked, month)
    of = {each.enrolment.application_id for each in children}
    marked = await attendance_day.load_days(tx, of, days[0], days[-1])
    lines = [SheetLine(each, tuple(_cell(each, day, marked, known) for day in days)) for each in children]
    return MonthLines(lines, tuple(day for day in days if not known.is_working(day)))


def _cell(child: EnrolledChild, day: date, marked: Days, known: Calendar) -> Cell:
    stay = child.enrolment
    where = (stay.kindergarten_id, stay.application_id, day)
    made = day_of(marked.marks_at(*where)) if was_there(stay, day) else None
    absence = marked.absence_at(*where)
    return cell_of(day, made, absence.reason if absence else None, worked=known.is_working(day))
