"""Words in the three languages of the service, and dates as each of them writes them (domain §1)."""

from dataclasses import dataclass
from datetime import date

LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True)
class Words:
    """The same name or sentence in Kazakh, Russian and English."""

    kk: str
    ru: str
    en: str

    def in_(self, language: str) -> str:
        """The words in one language, by its two letters."""
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[language]


_MONTHS = (
    Words("қаңтар", "января", "January"),
    Words("ақпан", "февраля", "February"),
    Words("наурыз", "марта", "March"),
    Words("сәуір", "апреля", "April"),
    Words("мамыр", "мая", "May"),
    Words("маусым", "июня", "June"),
    Words("шілде", "июля", "July"),
    Words("тамыз", "августа", "August"),
    Words("қыркүйек", "сентября", "September"),
    Words("қазан", "октября", "October"),
    Words("қараша", "ноября", "November"),
    Words("желтоқсан", "декабря", "December"),
)
_WEEKDAYS = (
    Words("дүйсенбі", "понедельник", "Monday"),
    Words("сейсенбі", "вторник", "Tuesday"),
    Words("сәрсенбі", "среда", "Wednesday"),
    Words("бейсенбі", "четверг", "Thursday"),
    Words("жұма", "пятница", "Friday"),
    Words("сенбі", "суббота", "Saturday"),
    Words("жексенбі", "воскресенье", "Sunday"),
)
_DATE = Words("{year} жылғы {day} {month}", "{day} {month} {year} года", "{day} {month} {year}")


def date_words(day: date, language: str) -> str:
    """A date as 2026 жылғы 30 қараша, 30 ноября 2026 года, 30 November 2026."""
    month = _MONTHS[day.month - 1].in_(language)
    return _DATE.in_(language).format(year=day.year, day=day.day, month=month)


def weekday_words(day: date, language: str) -> str:
    """The day of the week."""
    return _WEEKDAYS[day.weekday()].in_(language)


def phone_words(phone: str) -> str:
    """A phone number as people read it: +7 799 900 00 07."""
    if len(phone) != len("7XXXXXXXXXX"):
        return phone
    return f"+{phone[0]} {phone[1:4]} {phone[4:7]} {phone[7:9]} {phone[9:]}"
