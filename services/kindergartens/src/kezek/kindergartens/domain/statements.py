"""What a worker signs when confirming free places, in the person's language (domain §2, §6.1)."""

from kezek.contracts.texts import GROUP_KIND_NAMES, LANGUAGE_NAMES, Text
from kezek.kindergartens.domain.vacancy import Offer

_CONFIRM = Text(
    kk="Бос орындарды растаймын және жариялаймын.",
    ru="Подтверждаю и публикую свободные места.",
    en="I confirm and publish free places.",
)
_KINDERGARTEN = Text(kk="Балабақша: {}.", ru="Детский сад: {}.", en="Kindergarten: {}.")
_ADDRESS = Text(kk="Мекенжайы: {}.", ru="Адрес: {}.", en="Address: {}.")
_GROUP = Text(
    kk="Топтың жылы: {year}; оқыту тілі: {language}; топтың түрі: {kind}.",
    ru="Год группы: {year}; язык обучения: {language}; вид группы: {kind}.",
    en="Group year: {year}; language of instruction: {language}; kind of group: {kind}.",
)
_PLACES = Text(kk="Орын саны: {}.", ru="Количество мест: {}.", en="Number of places: {}.")
_FINAL = Text(
    kk="Расталған деректерді өзгертуге болмайтынын білемін.",
    ru="Мне известно, что подтверждённые данные изменить нельзя.",
    en="I know that confirmed data cannot be edited.",
)


def confirm_vacancy(name: str, address: str, offer: Offer, language: str) -> tuple[str, ...]:
    """The statement's sentences; `name` and `address` are already in that language."""
    group = _GROUP.in_(language).format(
        year=offer.group_year,
        language=LANGUAGE_NAMES[offer.language].in_(language),
        kind=GROUP_KIND_NAMES[offer.kind].in_(language),
    )
    return (
        _CONFIRM.in_(language),
        _KINDERGARTEN.in_(language).format(name),
        _ADDRESS.in_(language).format(address),
        group,
        _PLACES.in_(language).format(offer.places),
        _FINAL.in_(language),
    )
