"""The referral as a paper: every word on it, in Kazakh and Russian (domain §7)."""

from dataclasses import asdict, dataclass
from typing import Any

from kezek.contracts.policy import Policy
from kezek.contracts.texts import LANGUAGE_NAMES, Text
from kezek.documents.domain.papers import COMMON_LABELS, Child, Garden, garden_words
from kezek.documents.domain.referral import Origin, Referral
from kezek.documents.domain.referral_words import consequence, how_made, too_late
from kezek.documents.domain.texts import date_words, moment_words, weekday_words

_LABELS = {
    **COMMON_LABELS,
    "title": Text("Жолдама", "Направление", "Referral"),
    "subtitle": Text("балабақшаға", "в детский сад", "to a kindergarten"),
    "born": Text("Туған күні: {}", "Дата рождения: {}", "Born: {}"),
    "group_year": Text("Топтың жылы", "Год группы", "Group year"),
    "issued": Text("Берілген уақыты", "Выдано", "Issued"),
    "valid": Text("Жарамдылық мерзімі", "Действительно", "Valid"),
    "next": Text("Енді не істеу керек", "Что делать теперь", "What to do now"),
}
_SEAL = Text(
    "Қағаздағы мөр мен қол қажет емес.", "Печать и подпись на бумаге не нужны.", "No seal or signature is needed."
)
_COME = Text(
    "Осы жолдамамен балабақшаға мерзімінде келіңіз, соңғы күні – {last_day}. Уақытын алдын ала телефон арқылы "
    "келісіп алған ыңғайлы.",
    "Придите с этим направлением в детский сад в срок, последний день – {last_day}. О времени удобно заранее "
    "договориться по телефону.",
    "Come to the kindergarten in time; the last day is {last_day}.",
)
_HAND_IN = Text(
    "Қабылдау құжаттарын жеке кабинетте мерзімінде тапсырып, келісімшартқа қол қойыңыз, соңғы күні – {last_day}.",
    "В личном кабинете сдайте в срок документы для зачисления и подпишите договор, последний день – {last_day}.",
    "Hand in the admission papers and sign the contract in your account in time; the last day is {last_day}.",
)
_STEPS = (
    Text(
        "Жолдаманың нөмірін айтыңыз: {number}. Балабақша баланы осы нөмір бойынша табады.",
        "Назовите номер направления: {number}. По нему детский сад найдёт ребёнка.",
        "Tell the number: {number}.",
    ),
    Text(
        "Балабақша қабылдауды растағаннан кейін өтінішіңіздің мәртебесі «Қабылданды» болады.",
        "Когда детский сад подтвердит зачисление, статус заявления станет «Қабылданды» («Зачислен»).",
        "The state of your application then becomes «Қабылданды» (enrolled).",
    ),
)


@dataclass(frozen=True)
class Told:
    """What a paper tells besides the referral: by which policy it is judged, how it came about, where it is checked."""

    policy: Policy
    origin: Origin
    check_url: str


def referral_page(referral: Referral, child: Child, garden: Garden, told: Told, language: str) -> dict[str, Any]:
    """One page of the paper, all words ready."""
    last_day = date_words(referral.last_day, language)
    labels = {name: words.in_(language) for name, words in _LABELS.items()}
    papers_first = told.policy.papers_before_acceptance
    steps = (_HAND_IN if papers_first else _COME, *_STEPS)
    return {
        **labels,
        **garden_words(garden, language),
        "lang": language,
        "number": referral.number,
        "child_name": child.name.in_(language),
        "born": labels["born"].format(date_words(child.birth_date, language)),
        "group_year_value": str(referral.group_year),
        "language_value": LANGUAGE_NAMES[referral.language].in_(language),
        "issued_value": moment_words(referral.issued_at, language),
        "until": labels["until"].format(date=last_day, weekday=weekday_words(referral.last_day, language)),
        "steps": [step.in_(language).format(last_day=last_day, number=referral.number) for step in steps],
        "late": too_late(told.policy).in_(language),
        "late_text": consequence(told.policy, told.origin, language),
        "made": f"{how_made(told.origin).in_(language)} {_SEAL.in_(language)}",
        "qr": labels["qr"].format(told.check_url),
        "check_url": told.check_url,
    }


def paper_title(number: str) -> Text:
    """What lists call the paper."""
    return Text(**{language: f"{word} № {number}" for language, word in asdict(_LABELS["title"]).items()})
