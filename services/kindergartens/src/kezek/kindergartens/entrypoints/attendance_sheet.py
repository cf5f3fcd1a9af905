"""The attendance sheet of a month as tables of a file, in the reader's language (domain §8.attendance)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kezek.contracts.texts import GROUP_KIND_NAMES, LANGUAGE_NAMES, Text
from kezek.contracts.vocabulary import Language
from kezek.kindergartens.adapters.attendance_day import Days
from kezek.kindergartens.domain.attendance import AbsenceReason, Day, day_of, was_there
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.roster import EnrolledChild, Enrolment
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
    Text("Келген күн саны", "Дней посещения", "Days attended"),
)
_DAYS_OF = {
    AbsenceReason.ILLNESS: Text("Ауырған күн саны", "Дней по болезни", "Days of illness"),
    AbsenceReason.LEAVE: Text("Демалыс күн саны", "Дней отпуска", "Days of leave"),
    AbsenceReason.OTHER: Text("Басқа себепті күн саны", "Дней по другой причине", "Days for another reason"),
}
_WHY = {
    AbsenceReason.ILLNESS: Text("ауырды", "болел", "ill"),
    AbsenceReason.LEAVE: Text("демалыста", "отпуск", "on leave"),
    AbsenceReason.OTHER: Text("басқа себеп", "другая причина", "another reason"),
}


@dataclass(frozen=True)
class Month:
    """The days of a sheet, the first and the last one, and as of when it is."""

    begins: date
    ends: date
    as_of: datetime

    @property
    def days(self) -> list[date]:
        """Each of them."""
        return [self.begins + timedelta(days=each) for each in range((self.ends - self.begins).days + 1)]


def days_of_month(month: str | None, today: date) -> tuple[date, date]:
    """The first and the last day of a month, `2026-11`; of this one if none is said."""
    return month_of(date.fromisoformat(f"{month}-01") if month else today)


def sheet_tables(
    kindergarten: Kindergarten, children: Sequence[EnrolledChild], known: Days, month: Month, language: Language
) -> list[Table]:
    """What a workbook holds: of what it is, then a line for each child and group with a column for each day."""
    about = ((KINDERGARTEN, kindergarten.name.in_(language)), (_MONTH, f"{month.begins:%m.%Y}"))
    heads = [*_HEADS, *_DAYS_OF.values()]
    days = [f"{each:%d.%m}" for each in month.days]
    rows = [_row(number, each, known, month, language) for number, each in enumerate(children, 1)]
    return [
        about_table(month.as_of, language, *about),
        Table(_SHEET.in_(language), [*(each.in_(language) for each in heads), *days], rows),
    ]


def _row(number: int, found: EnrolledChild, known: Days, month: Month, language: Language) -> list[Cell]:
    stay, group = found.enrolment, found.enrolment.group
    days = {
        day: day_of(known.marks_at(stay.kindergarten_id, stay.application_id, day))
        for day in month.days
        if was_there(stay, day)
    }
    absent = [_absence(known, stay, day) for day, made in days.items() if not _came(made)]
    return [
        number,
        found.child.iin,
        found.child.full,
        group.group_year,
        LANGUAGE_NAMES[group.language].in_(language),
        GROUP_KIND_NAMES[group.kind].in_(language),
        sum(_came(each) for each in days.values()),
        *(absent.count(reason) for reason in _DAYS_OF),
        *(_cell(days.get(day), _absence(known, stay, day), language) for day in month.days),
    ]


def _made(known: Days, stay: Enrolment, day: date) -> Day:
    return day_of(known.marks_at(stay.kindergarten_id, stay.application_id, day))


def _came(day: Day) -> bool:
    return day.arrival is not None or day.leaving is not None


def _absence(known: Days, stay: Enrolment, day: date) -> AbsenceReason | None:
    said = known.absence_at(stay.kindergarten_id, stay.application_id, day)
    return said.reason if said else None


def _cell(day: Day | None, absence: AbsenceReason | None, language: Language) -> Cell:
    """`08:12–17:30`, without a side that nobody has marked; else why the child did not come, if it is known."""
    if day is None:
        return None
    if _came(day):
        hours = [f"{each.at.astimezone(ALMATY):%H:%M}" if each else "" for each in (day.arrival, day.leaving)]
        return "–".join(hours)
    return _WHY[absence].in_(language) if absence else None
