"""What an escort is told by SMS, in kk, ru and en; neither child nor parent is named (domain §8.escorts)."""

from collections.abc import Mapping

_ADDED: Mapping[str, str] = {
    "kk": "Сізге баланы балабақшаға әкелу мен алып кету тапсырылды. Келуін белгілеу: {url}",
    "ru": "Вам доверено приводить ребёнка в детский сад и забирать. Отмечать приход: {url}",
    "en": "You are entrusted to bring a child to the kindergarten and to fetch it. Mark it here: {url}",
}
_ENDED: Mapping[str, str] = {
    "kk": "Сіз енді баланың еріп жүрушісі емессіз: оны балабақшадан алып кетуге болмайды. {url}",
    "ru": "Вы больше не сопровождающий ребёнка: забирать его из детского сада нельзя. {url}",
    "en": "You are no longer the escort of a child: you may not fetch it from the kindergarten. {url}",
}


def escort_sms(language: str, url: str, *, active: bool) -> str:
    """The SMS that a child is entrusted to somebody, or no more."""
    return (_ADDED if active else _ENDED)[language].format(url=url)
