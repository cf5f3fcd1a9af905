"""The sentences people sign, in their language; frozen in the act's bytes (architecture §services)."""

from dataclasses import asdict
from typing import Any

from kezek.contracts.applications import Person
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.languages import Language

_LANGUAGES = {
    Language.KK: {"kk": "қазақ тілі", "ru": "орыс тілі", "en": "ағылшын тілі"},
    Language.RU: {"kk": "казахский язык", "ru": "русский язык", "en": "английский язык"},
    Language.EN: {"kk": "Kazakh", "ru": "Russian", "en": "English"},
}

_CHOICE = {
    Language.KK: (
        "Мен {child} үшін № {application_number} өтініш бойынша мына балабақшадағы орынды таңдаймын:",
        "{name}, {address}; топтың жылы {group_year}, оқыту тілі: {language}.",
        "Жолдаманың мерзімі өткенше балабақшаға келмесем, жолдама жойылатынын білемін.",
    ),
    Language.RU: (
        "Для ребёнка {child} по заявлению № {application_number} я выбираю место в детском саду:",
        "{name}, {address}; год группы {group_year}, язык обучения: {language}.",
        "Мне известно, что направление аннулируется, если не прийти в детский сад в срок.",
    ),
    Language.EN: (
        "For the child {child}, application No. {application_number}, I choose a place in the kindergarten:",
        "{name}, {address}; group year {group_year}, language of instruction: {language}.",
        "I know that the referral becomes void if the family does not come to the kindergarten in time.",
    ),
}

_ACCEPTANCE = {
    Language.KK: (
        "№ {referral_number} жолдама бойынша {child} баланы балабақшаға қабылдаймын:",
        "{name}; топтың жылы {group_year}, оқыту тілі: {language}.",
    ),
    Language.RU: (
        "По направлению № {referral_number} принимаю ребёнка {child} в детский сад:",
        "{name}; год группы {group_year}, язык обучения: {language}.",
    ),
    Language.EN: (
        "On referral No. {referral_number} I accept the child {child} into the kindergarten:",
        "{name}; group year {group_year}, language of instruction: {language}.",
    ),
}


def full_name(person: Person) -> str:
    """The name as the register writes it."""
    return " ".join(part for part in (person.surname, person.given_name, person.patronymic) if part)


def kindergarten_facts(kindergarten: Kindergarten) -> dict[str, Any]:
    """What a statement says of a kindergarten."""
    return {
        "id": str(kindergarten.kindergarten_id),
        "name": asdict(kindergarten.name),
        "address": asdict(kindergarten.address),
    }


def choice(language: Language, facts: dict[str, Any]) -> tuple[str, ...]:
    """What a parent signs when choosing a place."""
    return _sentences(_CHOICE[language], language, facts)


def acceptance(language: Language, facts: dict[str, Any]) -> tuple[str, ...]:
    """What a worker signs when accepting a child."""
    return _sentences(_ACCEPTANCE[language], language, facts)


def _sentences(templates: tuple[str, ...], language: Language, facts: dict[str, Any]) -> tuple[str, ...]:
    kindergarten = facts["kindergarten"]
    words = facts | {
        "name": kindergarten["name"][language.value],
        "address": kindergarten["address"][language.value],
        "language": _LANGUAGES[language][facts["language"]],
    }
    return tuple(template.format(**words) for template in templates)
