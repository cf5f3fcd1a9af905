"""What a worker signs when confirming free places, in the person's language (domain §2, §6.1)."""

from kezek.kindergartens.domain.texts import Words
from kezek.kindergartens.domain.vacancy import GroupKind, InstructionLanguage, Offer

_CONFIRM = Words(
    kk="Бос орындарды растаймын және жариялаймын.",
    ru="Подтверждаю и публикую свободные места.",
    en="I confirm and publish free places.",
)
_KINDERGARTEN = Words(kk="Балабақша: {}.", ru="Детский сад: {}.", en="Kindergarten: {}.")
_ADDRESS = Words(kk="Мекенжайы: {}.", ru="Адрес: {}.", en="Address: {}.")
_GROUP = Words(
    kk="Топтың жылы: {year}; оқыту тілі: {language}; топтың түрі: {kind}.",
    ru="Год группы: {year}; язык обучения: {language}; вид группы: {kind}.",
    en="Group year: {year}; language of instruction: {language}; kind of group: {kind}.",
)
_PLACES = Words(kk="Орын саны: {}.", ru="Количество мест: {}.", en="Number of places: {}.")
_FINAL = Words(
    kk="Расталған деректерді өзгертуге болмайтынын білемін.",
    ru="Мне известно, что подтверждённые данные изменить нельзя.",
    en="I know that confirmed data cannot be edited.",
)
_LANGUAGES = {
    InstructionLanguage.KAZAKH: Words(kk="қазақ", ru="казахский", en="Kazakh"),
    InstructionLanguage.RUSSIAN: Words(kk="орыс", ru="русский", en="Russian"),
    InstructionLanguage.ENGLISH: Words(kk="ағылшын", ru="английский", en="English"),
}
_KINDS = {
    GroupKind.GENERAL: Words(kk="жалпы", ru="общая", en="general"),
    GroupKind.CORRECTIONAL: Words(kk="түзету", ru="коррекционная", en="correctional"),
}


def confirm_vacancy(name: str, address: str, offer: Offer, language: str) -> tuple[str, ...]:
    """The statement's sentences; `name` and `address` are already in that language."""
    group = _GROUP.in_(language).format(
        year=offer.group_year,
        language=_LANGUAGES[offer.language].in_(language),
        kind=_KINDS[offer.kind].in_(language),
    )
    return (
        _CONFIRM.in_(language),
        _KINDERGARTEN.in_(language).format(name),
        _ADDRESS.in_(language).format(address),
        group,
        _PLACES.in_(language).format(offer.places),
        _FINAL.in_(language),
    )
