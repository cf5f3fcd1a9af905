"""A group's closed month as a paper: every word on it, in one language (domain §8.sheet)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kezek.contracts.texts import GROUP_KIND_NAMES, LANGUAGE_NAMES, Text
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, SheetDay
from kezek.documents.domain.papers import COMMON_LABELS, Garden, garden_words
from kezek.documents.domain.texts import moment_words, month_words, short_weekday

TITLE = Text("Балалардың келу табелі", "Табель посещаемости детей", "Attendance sheet")
NAME_ERASED = Text("дерек өшірілген", "данные удалены", "erased")
_LABELS = {
    **COMMON_LABELS,
    "name": Text("Баланың аты-жөні", "Фамилия, имя ребёнка", "Child"),
    "sum": Text("Келген балалар", "Пришло детей", "Children there"),
    "closed": Text("Айды ЭЦҚ-мен жапты", "Месяц закрыт с ЭЦП", "Closed with a signature"),
    "check_hint": Text(
        "Телефон камерасын бағыттаңыз: ашылған бет табельдің күшінде екенін көрсетеді.",
        "Наведите камеру телефона: открывшаяся страница покажет, действует ли табель.",
        "Point a phone camera here: the page shows whether this sheet counts.",
    ),
    "qr": Text(
        "QR-код: табельді тексеру бетінің мекенжайы {}",
        "QR-код: адрес страницы проверки табеля {}",
        "QR code: the address of the check, {}",
    ),
    "box": Text(
        "□ – қағаздың қаріптерінде жоқ әріп немесе белгі.",
        "□ – буква или знак, которых нет в шрифтах бумаги.",
        "□ is a letter or sign that the fonts of this paper do not have.",
    ),
    "made": Text(
        "Қағазды электрондық кезек жүйесі балабақша қызметкері ЭЦҚ-мен қол қойған табель бойынша жасады. Мөр мен қол "
        "қажет емес. Табель қайта ашылса, бұл қағаз күшін жояды.",
        "Составлено системой электронной очереди по табелю, подписанному ЭЦП работника детского сада. Печать и подпись "
        "не нужны. Если табель откроют заново, эта бумага теряет силу.",
        "Made by the electronic queue from the sheet that a worker has signed. It is void once the sheet is reopened.",
    ),
}
_GROUP = Text(
    "{year} жылғы топ, оқыту тілі: {language}, {kind}",
    "Группа {year} года, язык обучения: {language}, {kind}",
    "Group of {year}, {language}, {kind}",
)
_TOTAL = Text(
    "Балалар саны: {children}. Келген күндер: {present}.",
    "Детей: {children}. Дней посещения: {present}.",
    "Children: {children}. Days attended: {present}.",
)
_ACT = Text("Қол қойылған әрекет: {}", "Подписанное действие: {}", "Signed act: {}")
_DIGEST = Text(
    "Табельдің бақылау қосындысы (SHA-256): {}", "Контрольная сумма табеля (SHA-256): {}", "SHA-256 of the sheet: {}"
)
_MARKS: Mapping[SheetDay, Text] = {
    SheetDay.PRESENT: Text("+", "+", "+"),
    SheetDay.ILLNESS: Text("А", "Б", "I"),
    SheetDay.LEAVE: Text("Д", "О", "L"),
    SheetDay.OTHER: Text("Б", "П", "O"),
    SheetDay.UNMARKED: Text("?", "?", "?"),
    SheetDay.FREE: Text("", "", ""),
    SheetDay.OUT: Text("×", "×", "×"),
}
_LEGEND: Mapping[SheetDay, Text] = {
    SheetDay.PRESENT: Text("келді", "присутствие", "there"),
    SheetDay.ILLNESS: Text("ауырды", "болезнь", "ill"),
    SheetDay.LEAVE: Text("демалыста", "отпуск", "on leave"),
    SheetDay.OTHER: Text("басқа себеп", "другая причина", "another reason"),
    SheetDay.UNMARKED: Text("белгі жоқ", "нет отметки", "no mark"),
    SheetDay.OUT: Text("топта болмаған", "не в группе", "not in the group"),
    SheetDay.FREE: Text("жұмыс күні емес", "нерабочий день", "not a working day"),
}
_COUNTED = (SheetDay.PRESENT, SheetDay.ILLNESS, SheetDay.LEAVE, SheetDay.OTHER, SheetDay.UNMARKED)


@dataclass(frozen=True)
class SheetRow:
    """A child's line: what the child is called, and what each day says."""

    name: Text
    days: tuple[SheetDay, ...]

    def count(self, says: SheetDay) -> int:
        """How many of its days say this."""
        return self.days.count(says)


@dataclass(frozen=True)
class ClosedMonth:
    """What the paper is of."""

    number: str
    days: Sequence[date]
    not_worked: frozenset[date]
    group: tuple[int, InstructionLanguage, GroupKind]
    rows: Sequence[SheetRow]
    closed_at: datetime
    closed_by: str
    act: str
    digest: str


def sheet_page(month: ClosedMonth, garden: Garden, check_url: str, language: str) -> dict[str, Any]:
    """The paper in one language, all words ready."""
    labels = {name: words.in_(language) for name, words in _LABELS.items()}
    page = {
        **labels,
        **garden_words(garden, language),
        **_table(month, language),
        "lang": language,
        "title": TITLE.in_(language),
        "subtitle": month_words(month.days[0], language),
        "number": month.number,
        "group": _group(month.group, language),
        "total": _TOTAL.in_(
            language,
            {"children": len(month.rows), "present": sum(each.count(SheetDay.PRESENT) for each in month.rows)},
        ),
        "legend": _legend(language),
        "closed_by": month.closed_by,
        "closed_at": moment_words(month.closed_at, language),
        "proofs": [_ACT.in_(language).format(month.act), _DIGEST.in_(language).format(month.digest)],
        "qr": labels["qr"].format(check_url),
        "check_url": check_url,
    }
    return {**page, "all_words": "".join([*(row["name"] for row in page["rows"]), page["kindergarten_name"]])}


def sheet_title(number: str) -> Text:
    """What the file says of itself."""
    return Text(*(f"{word} № {number}" for word in (TITLE.kk, TITLE.ru, TITLE.en)))


def _group(group: tuple[int, InstructionLanguage, GroupKind], language: str) -> str:
    year, taught_in, kind = group
    named = {"language": LANGUAGE_NAMES[taught_in].in_(language), "kind": GROUP_KIND_NAMES[kind].in_(language)}
    return _GROUP.in_(language, {"year": year, **named})


def _table(month: ClosedMonth, language: str) -> dict[str, Any]:
    """Its days, lines and sums."""
    there = [sum(row.days[at] is SheetDay.PRESENT for row in month.rows) for at in range(len(month.days))]
    totals = [sum(row.count(each) for row in month.rows) for each in _COUNTED]
    return {
        "days": [
            {"number": str(day.day), "weekday": short_weekday(day, language), "free": day in month.not_worked}
            for day in month.days
        ],
        "totals": [_MARKS[each].in_(language) for each in _COUNTED],
        "rows": [
            {
                "name": row.name.in_(language),
                "cells": [{"mark": _MARKS[each].in_(language), "says": each.value} for each in row.days],
                "totals": [str(row.count(each)) for each in _COUNTED],
            }
            for row in month.rows
        ],
        "sums": [*(str(each) if each else "" for each in there), *map(str, totals)],
    }


def _legend(language: str) -> list[dict[str, str]]:
    return [
        {"mark": _MARKS[each].in_(language), "says": each.value, "words": words.in_(language)}
        for each, words in _LEGEND.items()
    ]
