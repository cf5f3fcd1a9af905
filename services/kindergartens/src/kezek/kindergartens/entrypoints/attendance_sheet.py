"""The attendance sheet of a month as tables of a file, in the reader's language (domain §8.attendance)."""

from collections.abc import Sequence
from datetime import date, datetime

from kezek.contracts.texts import GROUP_KIND_NAMES, LANGUAGE_NAMES, Text
from kezek.contracts.vocabulary import Language, SheetDay
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.sheet import Cell as Day
from kezek.kindergartens.domain.sheet import SheetLine, days_of
from kezek.kindergartens.entrypoints.file_about import (
    GROUP_KIND,
    GROUP_YEAR,
    INSTRUCTION,
    KINDERGARTEN,
    NUMBER,
    about_table,
)
from kezek.platform.http.sheets import Cell, Table
from kezek.platform.workdays import ALMATY, month_of

_SHEET = Text("Келу табелі", "Табель посещаемости", "Attendance sheet")
_MONTH = Text("Ай", "Месяц", "Month")
_HEADS = (
    NUMBER,
    Text("Баланың ЖСН-і", "ИИН ребёнка", "Child's IIN"),
    Text("Баланың аты-жөні", "ФИО ребёнка", "Child's name"),
    GROUP_YEAR,
    INSTRUCTION,
    GROUP_KIND,
)
_DAYS_OF = {
    SheetDay.PRESENT: Text("Келген күн саны", "Дней посещения", "Days attended"),
    SheetDay.ILLNESS: Text("Ауырған күн саны", "Дней по болезни", "Days of illness"),
    SheetDay.LEAVE: Text("Демалыста болған күн саны", "Дней отпуска", "Days of leave"),
    SheetDay.OTHER: Text("Басқа себеппен келмеген күн саны", "Дней по другой причине", "Days for another reason"),
}
_WHY = {
    SheetDay.ILLNESS: Text("ауырды", "болел", "ill"),
    SheetDay.LEAVE: Text("демалыста", "отпуск", "on leave"),
    SheetDay.OTHER: Text("басқа себеп", "другая причина", "another reason"),
}


def month_named(month: str | None, today: date) -> date:
    """The first day of a month, `2026-11`; of this one if none is said."""
    return month_of(date.fromisoformat(f"{month}-01") if month else today)[0]


def sheet_tables(
    kindergarten: Kindergarten, lines: Sequence[SheetLine], month: date, as_of: datetime, language: Language
) -> list[Table]:
    """What a workbook holds: of what it is, then a line for each child and group with a column for each day."""
    about = ((KINDERGARTEN, kindergarten.name.in_(language)), (_MONTH, f"{month:%m.%Y}"))
    heads = [each.in_(language) for each in (*_HEADS, *_DAYS_OF.values())]
    rows = [_row(number, each, language) for number, each in enumerate(lines, 1)]
    return [
        about_table(as_of, language, *about),
        Table(_SHEET.in_(language), [*heads, *(f"{each:%d.%m}" for each in days_of(month))], rows),
    ]


def _row(number: int, line: SheetLine, language: Language) -> list[Cell]:
    group = line.child.enrolment.group
    return [
        number,
        line.child.child.iin,
        line.child.child.full,
        group.group_year,
        LANGUAGE_NAMES[group.language].in_(language),
        GROUP_KIND_NAMES[group.kind].in_(language),
        *(line.count(each) for each in _DAYS_OF),
        *(_cell(each, language) for each in line.cells),
    ]


def _cell(day: Day, language: Language) -> Cell:
    """`08:12–17:30`, without a side that nobody has marked; else why the child did not come, if it is known."""
    if day.says is SheetDay.PRESENT:
        hours = (f"{each.astimezone(ALMATY):%H:%M}" if each else "" for each in (day.came_at, day.left_at))
        return "–".join(hours)
    return _WHY[day.says].in_(language) if day.says in _WHY else None
