"""What who asked for a kindergarten's account is told of the decision, in kk, ru and en (domain §2, last bullet)."""

from collections.abc import Mapping
from dataclasses import dataclass

from kezek.contracts.texts import REFUSAL_REASONS
from kezek.contracts.vocabulary import RefusalReason
from kezek.notifications.domain.texts import Letter


@dataclass(frozen=True)
class Decision:
    """What was decided; `reason` is that of a refusal.

    `kindergarten` is the name the administrator has checked when it is given, and else only what a stranger typed.
    """

    number: str
    kindergarten: str
    url: str
    reason: RefusalReason | None = None
    remark: str = ""


_APPROVED_SMS: Mapping[str, str] = {
    "kk": "№ {number} сұрау мақұлданды: балабақшаның есептік жазбасы ашылды. Кіру: {url}",
    "ru": "Запрос № {number} одобрен: учётная запись детского сада открыта. Вход: {url}",
    "en": "Request No. {number} is approved: the kindergarten's account is open. Sign in: {url}",
}
_REFUSED_SMS: Mapping[str, str] = {
    "kk": "№ {number} сұрау қабылданбады. Себебі электрондық хатта. {url}",
    "ru": "Запрос № {number} отклонён. Причина — в электронном письме. {url}",
    "en": "Request No. {number} was refused. The e-mail tells why. {url}",
}
_APPROVED_SUBJECT: Mapping[str, str] = {
    "kk": "Балабақшаның есептік жазбасы ашылды",
    "ru": "Учётная запись детского сада открыта",
    "en": "The kindergarten's account is open",
}
_REFUSED_SUBJECT: Mapping[str, str] = {
    "kk": "Балабақшаның есептік жазбасы ашылмады",
    "ru": "Учётная запись детского сада не открыта",
    "en": "The kindergarten's account was not opened",
}
_APPROVED: Mapping[str, str] = {
    "kk": "«Кезек» жүйесінде {kindergarten} үшін есептік жазба ашылды (№ {number} сұрау).\n\n"
    "{url} бетіне сұрауда ЖСН-і көрсетілген адамның ЭЦҚ-сымен кіріңіз: басқа адамның кілті жарамайды. "
    "Алғаш кіргенде электрондық пошта мекенжайын растау керек.",
    "ru": "В системе «Кезек» открыта учётная запись: {kindergarten} (запрос № {number}).\n\n"
    "Войдите на {url} с ЭЦП того лица, чей ИИН указан в запросе: ключ другого лица не подойдёт. "
    "При первом входе нужно подтвердить адрес электронной почты.",
    "en": "An account was opened in Kezek: {kindergarten} (request No. {number}).\n\n"
    "Sign in at {url} with the EDS of the person whose IIN stands in the request: nobody else's key opens it. "
    "At the first sign-in an e-mail address has to be confirmed.",
}
# nobody has checked what stood in the form, nor whose addresses: not a word of it is sent
_REFUSED: Mapping[str, str] = {
    "kk": "Балабақшаның есептік жазбасын ашу туралы № {number} сұрау қабылданбады.\n\nСебебі: {reason}.",
    "ru": "Запрос № {number} об открытии учётной записи детского сада отклонён.\n\nПричина: {reason}.",
    "en": "Request No. {number} for a kindergarten's account was refused.\n\nReason: {reason}.",
}
_AGAIN: Mapping[str, str] = {
    "kk": "Деректерді түзетіп, сұрауды қайта беруге болады: {url}",
    "ru": "Можно исправить данные и подать запрос снова: {url}",
    "en": "You can correct the data and ask again: {url}",
}
_ENDING: Mapping[str, str] = {
    "kk": "Кезек — балабақшаға кезек",
    "ru": "Кезек — очередь в детский сад",
    "en": "Kezek — the queue for kindergartens",
}


def decision_sms(decision: Decision, language: str) -> str:
    """The SMS; it names nobody and no kindergarten."""
    return (_REFUSED_SMS if decision.reason else _APPROVED_SMS)[language].format_map(vars(decision))


def decision_letter(decision: Decision, language: str) -> Letter:
    """The e-mail."""
    if not decision.reason:
        text = _APPROVED[language].format_map(vars(decision))
        return Letter(_APPROVED_SUBJECT[language], f"{text}\n\n{_ENDING[language]}\n")
    told = {**vars(decision), "reason": REFUSAL_REASONS[decision.reason].in_(language)}
    parts = [_REFUSED[language].format_map(told), decision.remark, _AGAIN[language].format_map(told), _ENDING[language]]
    return Letter(_REFUSED_SUBJECT[language], "\n\n".join(part for part in parts if part) + "\n")
