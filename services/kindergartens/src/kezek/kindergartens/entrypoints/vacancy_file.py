"""What was published as tables of a file, in the reader's language (domain §6.1)."""

from collections.abc import Sequence
from datetime import datetime

from kezek.contracts.texts import GROUP_KIND_NAMES, LANGUAGE_NAMES, Text
from kezek.contracts.vocabulary import Language, Ownership
from kezek.kindergartens.domain.vacancy import STATE_WORDS, Standing
from kezek.kindergartens.entrypoints.file_about import (
    GROUP_KIND,
    GROUP_YEAR,
    INSTRUCTION,
    KINDERGARTEN,
    NUMBER,
    about_table,
)
from kezek.platform.http.sheets import Cell, Table

_VACANCIES = Text("Бос орындар", "Свободные места", "Free places")
_OWNERSHIP = {
    Ownership.STATE: Text("МББ", "Государственный", "state"),
    Ownership.PRIVATE: Text("ЖББ", "Частный", "private"),
    Ownership.MINI_CENTRE: Text("Мини-орталық", "Мини-центр", "mini-centre"),
}
_BY_POLICY = Text("аудан саясаты бойынша", "по политике района", "by the district's policy")
_HEADS = (
    NUMBER,
    KINDERGARTEN,
    Text("Балабақшаның түрі", "Тип детского сада", "Kind of kindergarten"),
    GROUP_YEAR,
    INSTRUCTION,
    GROUP_KIND,
    Text("Барлығы", "Всего", "Total"),
    Text("Бос", "Свободно", "Free"),
    Text("Күші жойылған", "Аннулировано", "Annulled"),
    Text("Мәртебесі", "Состояние", "State"),
    Text("Қосқан қызметкер", "Пользователь", "Added by"),
    Text("Қосылған күні", "Дата добавления", "Added at"),
)


def vacancy_tables(found: Sequence[Standing], as_of: datetime, language: Language) -> list[Table]:
    """What a workbook holds: as of when it is, then the vacancies."""
    rows = [_row(number, each, language) for number, each in enumerate(found, 1)]
    return [
        about_table(as_of, language),
        Table(_VACANCIES.in_(language), [each.in_(language) for each in _HEADS], rows),
    ]


def _row(number: int, standing: Standing, language: Language) -> list[Cell]:
    vacancy, offer = standing.vacancy, standing.vacancy.offer
    return [
        number,
        standing.kindergarten_name.in_(language),
        _OWNERSHIP[standing.ownership].in_(language),
        offer.group_year,
        LANGUAGE_NAMES[offer.language].in_(language),
        GROUP_KIND_NAMES[offer.kind].in_(language),
        offer.places,
        standing.free,
        standing.annulled,
        STATE_WORDS[standing.state].in_(language),
        _BY_POLICY.in_(language) if vacancy.by_policy else vacancy.confirmed_by_name,
        vacancy.confirmed_at,
    ]
