"""Security events as the person they happened to reads them (domain §1, §2)."""

from collections.abc import Mapping

_ANY = ""

EVENTS: Mapping[str, Mapping[str, str]] = {
    "signed_in": {"kk": "Жүйеге кірдіңіз", "ru": "Вы вошли в систему", "en": "You signed in"},
    "sign_in_refused": {
        "kk": "Сіздің атыңыздан кіру әрекетіне рұқсат берілмеді",
        "ru": "Попытка входа от вашего имени отклонена",
        "en": "An attempt to sign in as you was refused",
    },
    "sign_in_refusals_counted": {
        "kk": "Сіздің атыңыздан көптеген кіру әрекетіне рұқсат берілмеді",
        "ru": "Много попыток входа от вашего имени отклонено",
        "en": "Many attempts to sign in as you were refused",
    },
    "signed_out": {"kk": "Жүйеден шықтыңыз", "ru": "Вы вышли из системы", "en": "You signed out"},
    "session_ended": {
        "kk": "Сеансыңыз аяқталды",
        "ru": "Ваш сеанс завершён",
        "en": "A session of yours was ended",
    },
    "grant_made": {
        "kk": "Сізге қызметкер құқығы берілді",
        "ru": "Вам предоставлены полномочия сотрудника",
        "en": "You were given a role on staff",
    },
    "grant_ended": {
        "kk": "Қызметкер құқығыңыз тоқтатылды",
        "ru": "Ваши полномочия сотрудника прекращены",
        "en": "Your role on staff was ended",
    },
    "email_confirmed": {
        "kk": "Электрондық пошта мекенжайыңыз расталды",
        "ru": "Адрес вашей электронной почты подтверждён",
        "en": "Your e-mail address was confirmed",
    },
    "phone_confirmed": {
        "kk": "Телефон нөміріңіз расталды",
        "ru": "Ваш номер телефона подтверждён",
        "en": "Your phone number was confirmed",
    },
    "password_set": {"kk": "Құпиясөзіңіз орнатылды", "ru": "Ваш пароль установлен", "en": "Your password was set"},
    "password_removed": {
        "kk": "Құпиясөзіңіз өшірілді",
        "ru": "Ваш пароль удалён",
        "en": "Your password was removed",
    },
    "security_events_exported": {
        "kk": "Қауіпсіздік оқиғаларын көшіріп алдыңыз",
        "ru": "Вы выгрузили события безопасности",
        "en": "You exported security events",
    },
    "readings_exported": {
        "kk": "Деректерді ашу журналын көшіріп алдыңыз",
        "ru": "Вы выгрузили журнал обращений к данным",
        "en": "You exported the log of who opened data",
    },
    _ANY: {
        "kk": "Есептік жазбаңызға қатысты оқиға",
        "ru": "Событие вашей учётной записи",
        "en": "An event of your account",
    },
}
METHODS: Mapping[str, Mapping[str, str]] = {
    "eds": {"kk": "ЭЦҚ", "ru": "ЭЦП", "en": "EDS"},
    "code": {"kk": "бір реттік код", "ru": "одноразовый код", "en": "one-time code"},
    "password": {"kk": "құпиясөз", "ru": "пароль", "en": "password"},
}


def event_words(kind: str, method: str | None, language: str) -> str:
    """The event in plain words, with the way of signing in where there was one."""
    said = EVENTS.get(kind, EVENTS[_ANY])[language]
    return f"{said}: {METHODS[method][language]}" if method and method in METHODS else said
