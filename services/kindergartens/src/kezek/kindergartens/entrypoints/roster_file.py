"""The roster as tables of a file, in the reader's language (domain §7.roster)."""

from collections.abc import Sequence
from datetime import datetime

from kezek.contracts.texts import GROUP_KIND_NAMES, LANGUAGE_NAMES, Text
from kezek.contracts.vocabulary import Language
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.kindergartens.domain.roster_texts import why_left
from kezek.kindergartens.entrypoints.file_about import (
    GROUP_KIND,
    GROUP_YEAR,
    INSTRUCTION,
    KINDERGARTEN,
    NUMBER,
    about_table,
)
from kezek.platform.http.sheets import Cell, Table
from kezek.platform.workdays import local_day

_CHILDREN = Text("Балалар тізімі", "Список детей", "List of children")
_HEADS = (
    NUMBER,
    Text("Баланың ЖСН-і", "ИИН ребёнка", "Child's IIN"),
    Text("Баланың аты-жөні", "ФИО ребёнка", "Child's name"),
    Text("Туған күні", "Дата рождения", "Date of birth"),
    Text("Өтініш нөмірі", "Номер заявления", "Application number"),
    Text("Жолдама нөмірі", "Номер направления", "Referral number"),
    GROUP_YEAR,
    INSTRUCTION,
    GROUP_KIND,
    Text("Қабылданған күні", "Дата приёма", "Accepted on"),
    Text("Кеткен күні", "Дата убытия", "Left on"),
    Text("Кету себебі", "Причина убытия", "Reason of leaving"),
)


def roster_tables(
    found: Sequence[EnrolledChild], kindergarten: Kindergarten, as_of: datetime, language: Language
) -> list[Table]:
    """What a workbook holds: of what it is, then the children."""
    rows = [_row(number, each, language) for number, each in enumerate(found, 1)]
    return [
        about_table(as_of, language, (KINDERGARTEN, kindergarten.name.in_(language))),
        Table(_CHILDREN.in_(language), [each.in_(language) for each in _HEADS], rows),
    ]


def _row(number: int, found: EnrolledChild, language: Language) -> list[Cell]:
    enrolment, group, why = found.enrolment, found.enrolment.group, why_left(found.enrolment)
    return [
        number,
        found.child.iin,
        found.child.full,
        found.birth_date,
        found.application_number,
        enrolment.referral_number,
        group.group_year,
        LANGUAGE_NAMES[group.language].in_(language),
        GROUP_KIND_NAMES[group.kind].in_(language),
        local_day(enrolment.accepted_at),
        enrolment.ended_on,
        why.in_(language) if why else None,
    ]
