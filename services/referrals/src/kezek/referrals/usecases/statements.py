"""The sentences people sign, in their language; frozen in the act's bytes (architecture §services)."""

from uuid import UUID

from kezek.contracts.applications import Person
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.languages import Language, Text
from kezek.platform.acts import ActModel

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


class StatedKindergarten(ActModel):
    """A kindergarten as a statement names it."""

    id: UUID
    name: Text
    address: Text


class StatedPlace(ActModel):
    """What every statement of this service says: which child, which group of which kindergarten."""

    child: Text
    group_year: int
    language: str
    kindergarten: StatedKindergarten


def child_names(child: Person) -> Text:
    """What a statement in each language calls the child."""
    return Text(**{each: child.name_in(each).full for each in Language})


def kindergarten_facts(kindergarten: Kindergarten) -> StatedKindergarten:
    """What a statement says of a kindergarten."""
    return StatedKindergarten(id=kindergarten.kindergarten_id, name=kindergarten.name, address=kindergarten.address)


def choice(language: Language, facts: StatedPlace) -> tuple[str, ...]:
    """What a parent signs when choosing a place."""
    return _sentences(_CHOICE[language], language, facts)


def acceptance(language: Language, facts: StatedPlace) -> tuple[str, ...]:
    """What a worker signs when accepting a child."""
    return _sentences(_ACCEPTANCE[language], language, facts)


def _sentences(templates: tuple[str, ...], language: Language, facts: StatedPlace) -> tuple[str, ...]:
    words = facts.model_dump() | {
        "child": facts.child.in_(language),
        "name": facts.kindergarten.name.in_(language),
        "address": facts.kindergarten.address.in_(language),
        "language": _LANGUAGES[language][facts.language],
    }
    return tuple(template.format(**words) for template in templates)
