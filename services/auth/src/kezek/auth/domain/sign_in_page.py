"""What the page of signing in says, in kk, ru and en: the ways in, the warning, where keys come from (domain §2).

The warning and what is important stand in Kazakh in the manuals' own words.
"""

from collections.abc import Mapping

WARNING: Mapping[str, str] = {
    "kk": "Жүйеде тіркеу және авторизациялау кезінде үшінші тұлғаның есептік деректерін заңсыз пайдалану ҚР "
    "заңнамасына сәйкес жауапкершілікке әкеп соғады.",
    "ru": "Незаконное использование учётных данных третьего лица при регистрации и авторизации в системе влечёт "
    "ответственность в соответствии с законодательством РК.",
    "en": "Unlawful use of a third person's account data when registering and signing in brings liability under the "
    "law of the Republic of Kazakhstan.",
}

IMPORTANT: Mapping[str, Mapping[str, str]] = {
    "eds": {
        "kk": "МАҢЫЗДЫ! ЭЦҚ-мен жұмыс істеу үшін алдын ала NCALayer бағдарламалық жасақтамасын орнату қажет!",
        "ru": "ВАЖНО! Для работы с ЭЦП необходимо заранее установить программное обеспечение NCALayer!",
        "en": "IMPORTANT! To work with the EDS, the software NCALayer must be installed beforehand!",
    },
    "code": {
        "kk": "МАҢЫЗДЫ! Жүйеге бір реттік код арқылы кіру үшін көрсетілген телефон нөмірі мен ЖСН МАБ жүйесінде "
        "тіркелген болуы қажет!",
        "ru": "ВАЖНО! Чтобы войти в систему по одноразовому коду, указанные номер телефона и ИИН должны быть "
        "зарегистрированы в базе мобильных граждан (БМГ)!",
        "en": "IMPORTANT! To sign in with a one-time code, the phone number and the IIN given must be registered "
        "together in the mobile citizens register!",
    },
}

KEYS_FROM: Mapping[str, str] = {
    "kk": "ЭЦҚ-ңыз жоқ па? Кілттерді халыққа қызмет көрсету орталығында (ХҚКО) немесе egov.kz порталында тегін алуға "
    "болады. Кіру үшін аутентификация кілті (AUTH_RSA), не болмаса жаңа GOST кілті керек.",
    "ru": "Нет ЭЦП? Ключи бесплатно выдают в центре обслуживания населения (ЦОН, ХҚКО) и на портале egov.kz. "
    "Для входа нужен ключ аутентификации (AUTH_RSA) или новый ключ GOST.",
    "en": "No EDS? Keys are given free of charge at a public service centre (ХҚКО) and on egov.kz. To sign in you need "
    "the authentication key (AUTH_RSA) or a newer GOST key.",
}

WAYS: Mapping[str, Mapping[str, str]] = {
    "eds": {
        "kk": "ЭЦҚ арқылы кіру: барлық әрекеттер ашық",
        "ru": "Вход по ЭЦП: доступны все действия",
        "en": "With your EDS: everything is open",
    },
    "code": {
        "kk": "ЖСН мен телефонға келген бір реттік код арқылы кіру: ата-аналар үшін, қол қоюды қажет ететін "
        "әрекеттерге ЭЦҚ сұралады",
        "ru": "Вход по ИИН и одноразовому коду из SMS: для родителей; для действий с подписью понадобится ЭЦП",
        "en": "With your IIN and a one-time code by SMS: for parents; what must be signed asks for the EDS",
    },
    "password": {
        "kk": "ЖСН мен құпиясөз арқылы кіру: балабақша қызметкерлері үшін",
        "ru": "Вход по ИИН и паролю: для сотрудников детских садов",
        "en": "With your IIN and password: for kindergarten workers",
    },
}
