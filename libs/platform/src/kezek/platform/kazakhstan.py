"""Kazakhstan's working calendar as shipped: public holidays, days off moved to them, weekend days worked in exchange.

Holidays and the days off that follow one on a weekend are rules of law (`public_holidays`). Which days are exchanged
is decided each time by an order of the ministry of labour (Labour Code, article 85.3); up to `CONFIRMED_UNTIL` these
orders are known, what comes later is by rule alone, and the administrator confirms it or sets single days (domain §9).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kezek.contracts.texts import Text
from kezek.contracts.values import Holiday
from kezek.platform.public_holidays import KURBAN_AIT, OF_YEAR
from kezek.platform.workdays import Calendar


@dataclass(frozen=True)
class Exchange:
    """A day off moved from a weekend day, which is worked, to a day of the week."""

    worked: date
    free: date
    source: str


# for 2026 the ministry's calendar of December 2025, on the e-government portal since January 2026, exchanges none;
# its Constitution Day of 30 August is no holiday any more: from 2027 on it is kept on 15 March (said in March 2026)
EXCHANGES = (
    Exchange(date(2024, 5, 4), date(2024, 5, 8), "ministry of labour, order No. 109 of 2024"),
    Exchange(date(2025, 1, 5), date(2025, 1, 3), "ministry of labour, order No. 436 of 21 November 2024"),
)
CONFIRMED_UNTIL = date(2026, 12, 31)
_CONSTITUTION = Text("Қазақстан Республикасының Конституциясы күні", "День Конституции", "Constitution Day")
_NEW_YEAR = Text("Жаңа жыл", "Новый год", "New Year")
_NAURYZ = Text("Наурыз мейрамы", "Наурыз мейрамы", "Nauryz")
_KURBAN_AIT = Text("Құрбан айт", "Курбан айт", "Kurban Ait")
_MOVED = Text(
    "мерекеден ауыстырылған демалыс күні", "выходной, перенесённый с праздника", "day off moved from a holiday"
)
_NAMES: Mapping[int, Text] = {
    101: _NEW_YEAR,
    102: _NEW_YEAR,
    107: Text("Православиелік Рождество", "Православное Рождество", "Orthodox Christmas"),
    308: Text("Халықаралық әйелдер күні", "Международный женский день", "International Women's Day"),
    315: _CONSTITUTION,
    321: _NAURYZ,
    322: _NAURYZ,
    323: _NAURYZ,
    501: Text(
        "Қазақстан халқының бірлігі мерекесі",
        "Праздник единства народа Казахстана",
        "Day of the Unity of the People of Kazakhstan",
    ),
    507: Text("Отан қорғаушы күні", "День защитника Отечества", "Defender of the Fatherland Day"),
    509: Text("Жеңіс күні", "День Победы", "Victory Day"),
    706: Text("Астана күні", "День столицы", "Capital Day"),
    830: _CONSTITUTION,
    1025: Text("Республика күні", "День Республики", "Republic Day"),
    1201: Text("Тұңғыш Президент күні", "День Первого Президента", "Day of the First President"),
    1216: Text("Тәуелсіздік күні", "День Независимости", "Independence Day"),
}


def holidays_of(year: int) -> tuple[Holiday, ...]:
    """The year's public holidays and the days off moved from them, in order, by name.

    Raises:
        KeyError: the year is beyond those shipped.
    """
    return tuple(Holiday(date(year, *divmod(day, 100)), _name_of(year, day)) for day in OF_YEAR[year])


def _name_of(year: int, day: int) -> Text:
    return _KURBAN_AIT if day in KURBAN_AIT[year] else _NAMES.get(day, _MOVED)


def is_public_holiday(day: date) -> bool:
    """Whether the day is a public holiday or a day off moved to it.

    Raises:
        KeyError: the year is beyond those shipped.
    """
    return day.month * 100 + day.day in OF_YEAR[day.year]


def default_calendar() -> Calendar:
    """The calendar before any override by an administrator."""
    return Calendar(
        version=2,
        holidays=is_public_holiday,
        worked=frozenset(exchange.worked for exchange in EXCHANGES),
        free=frozenset(exchange.free for exchange in EXCHANGES),
        confirmed_until=CONFIRMED_UNTIL,
    )
