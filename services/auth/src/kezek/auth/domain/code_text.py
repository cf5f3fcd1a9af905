"""What an SMS with a one-time code says (domain §2.2); Cyrillic ones fit into one part of 70 characters."""

TEXTS = {
    "kk": "Кезек: кіру коды {code}. Оны ешкімге айтпаңыз, біз де сұрамаймыз.",
    "ru": "Кезек: код входа {code}. Не говорите его никому, даже нам.",
    "en": "Kezek: your sign-in code is {code}. Tell it to nobody; our staff never ask for it.",
}


def code_text(language: str, code: str) -> str:
    """The SMS in one language: the service's name, the code, and that it is nobody else's business."""
    return TEXTS[language].format(code=code)
