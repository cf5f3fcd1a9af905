"""What several papers say in the same words (domain §7.paper, §7.workroom)."""

from dataclasses import dataclass
from datetime import date

from kezek.contracts.texts import Text
from kezek.documents.domain.texts import phone_words


@dataclass(frozen=True)
class Child:
    """The child as the persons register writes it, on each page in its language."""

    name: Text
    birth_date: date


@dataclass(frozen=True)
class Garden:
    """The kindergarten the referral leads to."""

    name: Text
    address: Text
    phone: str
    bin: str | None = None


TERM_STANDS = Text("мерзім тоқтатылған", "срок остановлен", "the term does not run for now")
"""Instead of the last day, as long as the term does not run (domain §7.validity)."""

COMMON_LABELS = {
    "service": Text("Балабақшаларға электрондық кезек", "Электронная очередь в детские сады", "Kindergarten queue"),
    "child": Text("Бала", "Ребёнок", "Child"),
    "kindergarten": Text("Балабақша", "Детский сад", "Kindergarten"),
    "language": Text("Оқыту тілі", "Язык обучения", "Language of instruction"),
    "until": Text(
        "{date} ({weekday}), сағат 24:00-ге дейін", "до 24:00, {date} ({weekday})", "until 24:00, {weekday} {date}"
    ),
    "check": Text("Тексеру", "Проверка", "Check"),
    "check_hint": Text(
        "Телефон камерасын бағыттаңыз: ашылған бет жолдаманың жарамды-жарамсызын және соңғы күнін көрсетеді.",
        "Наведите камеру телефона: открывшаяся страница покажет, действительно ли направление и по какой день.",
        "Point a phone camera here: the page shows whether the referral is valid, and until when.",
    ),
    "qr": Text(
        "QR-код: жолдаманы тексеру бетінің мекенжайы {}",
        "QR-код: адрес страницы проверки направления {}",
        "QR code: the address of the check, {}",
    ),
    "box": Text(
        "□ – қағаздың қаріптерінде жоқ әріп немесе белгі; толық жазылуы жеке кабинетте.",
        "□ – буква или знак, которых нет в шрифтах бумаги; полное написание – в личном кабинете.",
        "□ is a letter or sign that the fonts of this paper do not have; your account shows it in full.",
    ),
}
_PHONE = Text("Телефон: {}", "Телефон: {}", "Phone: {}")


def garden_words(garden: Garden, language: str) -> dict[str, str]:
    """A kindergarten's name, address and phone as a page says them."""
    return {
        "kindergarten_name": garden.name.in_(language),
        "address": garden.address.in_(language),
        "phone": _PHONE.in_(language).format(phone_words(garden.phone)),
    }
