"""What auth itself writes to a person, in kk, ru and en: codes, and what has happened to their access (domain §2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Letter(StrEnum):
    """What a person is told."""

    EMAIL_CODE = "email_code"
    PHONE_CODE = "phone_code"
    EMAIL_CHANGED = "email_changed"
    PHONE_CHANGED = "phone_changed"
    PHONE_ADDED = "phone_added"
    NEW_DEVICE = "new_device"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - a letter's name
    SESSIONS_ENDED = "sessions_ended"
    GRANT_MADE = "grant_made"
    GRANT_ENDED = "grant_ended"


@dataclass(frozen=True)
class Words:
    """A letter in one language; an SMS has no subject."""

    subject: str
    text: str


CODES = frozenset({Letter.EMAIL_CODE, Letter.PHONE_CODE})

_KK: Mapping[Letter, Words] = {
    Letter.EMAIL_CODE: Words(
        "Кезек: поштаны растау коды",
        "Электрондық поштаңызды растау коды: {code}\n\nКод {minutes} минут жарамды. Оны ешкімге айтпаңыз. "
        "Кодты сұрамаған болсаңыз, бұл хатқа мән бермеңіз.",
    ),
    Letter.PHONE_CODE: Words("", "Кезек: нөмірді растау коды {code}, {minutes} минут жарамды. Ешкімге айтпаңыз."),
    Letter.EMAIL_CHANGED: Words(
        "Кезек: электрондық поштаңыз өзгертілді",
        "{at} есептік жазбаңыздағы электрондық пошта басқа мекенжайға ауыстырылды.",
    ),
    Letter.PHONE_CHANGED: Words(
        "Кезек: телефон нөміріңіз өзгертілді", "{at} есептік жазбаңыздағы телефон нөмірі басқа нөмірге ауыстырылды."
    ),
    Letter.PHONE_ADDED: Words("Кезек: телефон нөмірі қосылды", "{at} есептік жазбаңызға телефон нөмірі қосылды."),
    Letter.NEW_DEVICE: Words(
        "Кезек: жаңа құрылғыдан кіру", "{at} есептік жазбаңызға жаңа құрылғыдан кірілді: {device}."
    ),
    Letter.PASSWORD_CHANGED: Words(
        "Кезек: құпиясөз өзгертілді", "{at} есептік жазбаңыздың құпиясөзі өзгертілді немесе өшірілді."
    ),
    Letter.SESSIONS_ENDED: Words(
        "Кезек: сеанстарыңыз аяқталды", "{at} есептік жазбаңыз ашық тұрған құрылғылардағы сеанстар аяқталды."
    ),
    Letter.GRANT_MADE: Words("Кезек: сізге рөл берілді", "{at} сізге жүйеде рөл берілді: {role}."),
    Letter.GRANT_ENDED: Words("Кезек: рөліңіз тоқтатылды", "{at} жүйедегі рөліңіз тоқтатылды: {role}."),
}

_RU: Mapping[Letter, Words] = {
    Letter.EMAIL_CODE: Words(
        "Кезек: код подтверждения почты",
        "Код подтверждения вашей электронной почты: {code}\n\nКод действует {minutes} минут. Никому его не сообщайте. "
        "Если вы не запрашивали код, не обращайте внимания на это письмо.",
    ),
    Letter.PHONE_CODE: Words(
        "", "Кезек: код подтверждения номера {code}, действует {minutes} минут. Никому не сообщайте."
    ),
    Letter.EMAIL_CHANGED: Words(
        "Кезек: ваша электронная почта изменена",
        "{at} электронная почта вашей учётной записи заменена на другой адрес.",
    ),
    Letter.PHONE_CHANGED: Words(
        "Кезек: ваш номер телефона изменён", "{at} номер телефона вашей учётной записи заменён на другой."
    ),
    Letter.PHONE_ADDED: Words("Кезек: добавлен номер телефона", "{at} к вашей учётной записи добавлен номер телефона."),
    Letter.NEW_DEVICE: Words(
        "Кезек: вход с нового устройства", "{at} в вашу учётную запись вошли с нового устройства: {device}."
    ),
    Letter.PASSWORD_CHANGED: Words("Кезек: пароль изменён", "{at} пароль вашей учётной записи изменён или удалён."),
    Letter.SESSIONS_ENDED: Words(
        "Кезек: ваши сеансы завершены", "{at} завершены сеансы на устройствах, где была открыта ваша учётная запись."
    ),
    Letter.GRANT_MADE: Words("Кезек: вам дана роль", "{at} вам дана роль в системе: {role}."),
    Letter.GRANT_ENDED: Words("Кезек: ваша роль прекращена", "{at} ваша роль в системе прекращена: {role}."),
}

_EN: Mapping[Letter, Words] = {
    Letter.EMAIL_CODE: Words(
        "Kezek: code to confirm your e-mail",
        "The code to confirm your e-mail address: {code}\n\nIt is good for {minutes} minutes. Tell it to nobody. "
        "If you did not ask for a code, leave this letter alone.",
    ),
    Letter.PHONE_CODE: Words("", "Kezek: code to confirm your phone {code}, good for {minutes} minutes. Tell nobody."),
    Letter.EMAIL_CHANGED: Words(
        "Kezek: your e-mail address was changed",
        "{at} the e-mail address of your account was replaced by another.",
    ),
    Letter.PHONE_CHANGED: Words(
        "Kezek: your phone number was changed", "{at} the phone number of your account was replaced by another."
    ),
    Letter.PHONE_ADDED: Words("Kezek: a phone number was added", "{at} a phone number was added to your account."),
    Letter.NEW_DEVICE: Words(
        "Kezek: sign-in on a new device", "{at} somebody signed in to your account on a new device: {device}."
    ),
    Letter.PASSWORD_CHANGED: Words(
        "Kezek: your password was changed", "{at} the password of your account was changed or removed."
    ),
    Letter.SESSIONS_ENDED: Words(
        "Kezek: your sessions were ended", "{at} sessions on the devices where your account was open were ended."
    ),
    Letter.GRANT_MADE: Words("Kezek: you were given a role", "{at} you were given a role in the system: {role}."),
    Letter.GRANT_ENDED: Words("Kezek: your role was ended", "{at} your role in the system was ended: {role}."),
}

TEXTS: Mapping[str, Mapping[Letter, Words]] = {"kk": _KK, "ru": _RU, "en": _EN}

NOT_YOU: Mapping[str, str] = {
    "kk": "Бұл сіз болмасаңыз, {url} мекенжайына ЭЦҚ-мен кіріп, барлық сеанстарды аяқтаңыз және қолдау қызметіне "
    "хабарласыңыз.",
    "ru": "Если это были не вы, войдите с ЭЦП на {url}, завершите все сеансы и обратитесь в службу поддержки.",
    "en": "If it was not you, sign in with your EDS at {url}, end all sessions and call the support.",
}

# a role is given and taken by others
BY_OTHERS = frozenset({Letter.GRANT_MADE, Letter.GRANT_ENDED})
MISTAKEN: Mapping[str, str] = {
    "kk": "Бұл қате болса, қолдау қызметіне хабарласыңыз: {url}",
    "ru": "Если это ошибка, обратитесь в службу поддержки: {url}",
    "en": "If this is a mistake, call the support: {url}",
}

ROLES: Mapping[str, Mapping[str, str]] = {
    "kk": {
        "worker": "балабақша қызметкері",
        "officer": "Білім бөлімінің уәкілетті тұлғасы",
        "administrator": "әкімші",
    },
    "ru": {
        "worker": "сотрудник детского сада",
        "officer": "уполномоченное лицо отдела образования",
        "administrator": "администратор",
    },
    "en": {"worker": "kindergarten worker", "officer": "department officer", "administrator": "administrator"},
}

UNKNOWN_DEVICE: Mapping[str, str] = {"kk": "белгісіз құрылғы", "ru": "неизвестное устройство", "en": "unknown device"}


def write_letter(letter: Letter, language: str, values: Mapping[str, str]) -> Words:
    """The letter in this language; whoever is told of a change also reads what to do if it is not as it should be."""
    words, known = TEXTS[language][letter], dict(values)
    if "role" in known:
        known["role"] = ROLES[language][known["role"]]
    if "device" in known:
        known["device"] = known["device"] or UNKNOWN_DEVICE[language]
    text = words.text.format(**known)
    if letter in CODES:
        return Words(words.subject, text)
    what_to_do = (MISTAKEN if letter in BY_OTHERS else NOT_YOU)[language]
    return Words(words.subject, f"{text}\n\n{what_to_do.format(**known)}")
