"""Dates and phones as each of the three languages writes them (domain §1)."""

from datetime import date, datetime

from kezek.contracts.texts import Text
from kezek.platform.workdays import ALMATY

_MONTHS = (
    Text("қаңтар", "января", "January"),
    Text("ақпан", "февраля", "February"),
    Text("наурыз", "марта", "March"),
    Text("сәуір", "апреля", "April"),
    Text("мамыр", "мая", "May"),
    Text("маусым", "июня", "June"),
    Text("шілде", "июля", "July"),
    Text("тамыз", "августа", "August"),
    Text("қыркүйек", "сентября", "September"),
    Text("қазан", "октября", "October"),
    Text("қараша", "ноября", "November"),
    Text("желтоқсан", "декабря", "December"),
)
# Russian alone calls a month by another form when no day stands before it
_RUSSIAN_MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
_WEEKDAYS = (
    Text("дүйсенбі", "понедельник", "Monday"),
    Text("сейсенбі", "вторник", "Tuesday"),
    Text("сәрсенбі", "среда", "Wednesday"),
    Text("бейсенбі", "четверг", "Thursday"),
    Text("жұма", "пятница", "Friday"),
    Text("сенбі", "суббота", "Saturday"),
    Text("жексенбі", "воскресенье", "Sunday"),
)
_SHORT_WEEKDAYS = (
    Text("дс", "пн", "Mo"),
    Text("сс", "вт", "Tu"),
    Text("ср", "ср", "We"),
    Text("бс", "чт", "Th"),
    Text("жм", "пт", "Fr"),
    Text("сб", "сб", "Sa"),
    Text("жс", "вс", "Su"),
)
_MONTH_OF_YEAR = Text("{year} жылғы {month}", "{month} {year} года", "{month} {year}")
_DATE = Text("{year} жылғы {day} {month}", "{day} {month} {year} года", "{day} {month} {year}")


def date_words(day: date, language: str) -> str:
    """A date as 2026 жылғы 30 қараша, 30 ноября 2026 года, 30 November 2026."""
    month = _MONTHS[day.month - 1].in_(language)
    return _DATE.in_(language).format(year=day.year, day=day.day, month=month)


def weekday_words(day: date, language: str) -> str:
    """The day of the week."""
    return _WEEKDAYS[day.weekday()].in_(language)


def short_weekday(day: date, language: str) -> str:
    """The day of the week in two letters."""
    return _SHORT_WEEKDAYS[day.weekday()].in_(language)


def month_words(day: date, language: str) -> str:
    """A month as 2026 жылғы қараша, ноябрь 2026 года, November 2026."""
    of = _MONTHS[day.month - 1]
    named = Text(of.kk, _RUSSIAN_MONTHS[day.month - 1], of.en)
    return _MONTH_OF_YEAR.in_(language).format(year=day.year, month=named.in_(language))


def moment_words(at: datetime, language: str) -> str:
    """A date with the hour of Kazakhstan's clock."""
    local = at.astimezone(ALMATY)
    return f"{date_words(local.date(), language)}, {local:%H:%M}"


def phone_words(phone: str) -> str:
    """A phone number as people read it: +7 799 900 00 07."""
    if len(phone) != len("7XXXXXXXXXX"):
        return phone
    return f"+{phone[0]} {phone[1:4]} {phone[4:7]} {phone[7:9]} {phone[9:]}"
