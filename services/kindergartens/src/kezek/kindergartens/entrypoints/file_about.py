"""What files of tables share: the first sheet, which says what it is and as of when, and how much fits."""

from datetime import datetime

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language
from kezek.platform.errors import Invalid
from kezek.platform.http.sheets import Cell, Table

MOST_ROWS = 10_000
"""Rows in a file of what people filter; who asks for more is told so, and narrows it down."""

KINDERGARTEN = Text("Балабақша", "Детский сад", "Kindergarten")
NUMBER = Text("№", "№", "No.")
GROUP_YEAR = Text("Топтың жылы", "Год группы", "Group year")
INSTRUCTION = Text("Оқыту тілі", "Язык обучения", "Language of instruction")
GROUP_KIND = Text("Топтың түрі", "Вид группы", "Kind of group")
_INFORMATION = Text("Мәлімет", "Сведения", "Information")
_HEADS = (Text("Атауы", "Показатель", "Name"), Text("Мәні", "Значение", "Value"))
_AS_OF = Text("Қай уақыттағы дерек", "По состоянию на", "As of")


def about_table(as_of: datetime, language: Language, *about: tuple[Text, Cell]) -> Table:
    """What is told of the file, and as of when it is."""
    rows: list[list[Cell]] = [[name.in_(language), value] for name, value in about]
    heads = [each.in_(language) for each in _HEADS]
    return Table(_INFORMATION.in_(language), heads, [*rows, [_AS_OF.in_(language), as_of]])


def check_fits(found: int) -> None:
    """Refuse a file that would not be whole.

    Raises:
        Invalid: `too_many_rows` with how many there are and how many a file holds.
    """
    if found > MOST_ROWS:
        raise Invalid("too_many_rows", found=found, most=MOST_ROWS)
