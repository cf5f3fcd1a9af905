"""The child's card for the kindergarten: every word on it, in Kazakh and Russian (domain §7.workroom)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kezek.contracts.texts import LANGUAGE_NAMES, Text
from kezek.contracts.values import ClaimedBenefit
from kezek.contracts.vocabulary import ReferralStatus
from kezek.documents.domain.papers import COMMON_LABELS, TERM_STANDS, Child, Garden, garden_words
from kezek.documents.domain.referral import Referral
from kezek.documents.domain.texts import date_words, moment_words, weekday_words


@dataclass(frozen=True)
class CardFacts:
    """What stands on a card besides the referral; `benefits` None: it is not known what is claimed."""

    child: Child
    child_iin: str
    applicant_name: Text
    application_number: str
    garden: Garden
    benefits: tuple[ClaimedBenefit, ...] | None


_LABELS = {
    **COMMON_LABELS,
    "title": Text("Баланың карточкасы", "Карточка ребёнка", "The child's card"),
    "subtitle": Text("жолдама бойынша", "по направлению", "by referral"),
    "iin": Text("Баланың ЖСН-і", "ИИН ребёнка", "IIN"),
    "born": Text("Туған күні", "Дата рождения", "Born"),
    "application": Text("Өтініш нөмірі", "Номер заявления", "Application"),
    "applicant": Text("Өтініш беруші", "Заявитель", "Applicant"),
    "group_year": Text("Кезек жылы", "Год очереди", "Group year"),
    "issued": Text("Жолдама берілді", "Направление выдано", "Referral issued"),
    "benefit": Text("Жеңілдік", "Льготность", "Benefit"),
    "use": Text("Қабылдау кезінде", "При приёме", "At admission"),
    "made": Text(
        "Карточка балабақша қызметкерінің сұрауы бойынша {moment} жасалды: сол сәттегі деректер. Ашылғаны жазылып "
        "қалады, отбасы оны көреді. Дербес деректерді бөгде адамға бермеңіз.",
        "Карточка создана по запросу работника детского сада {moment}: данные на этот момент. То, что она открыта, "
        "записано, и семья это видит. Не передавайте персональные данные посторонним.",
        "Made for a worker of the kindergarten at {moment}. Do not pass personal data on.",
    ),
}
_NO_BENEFIT = Text("Жеңілдіксіз", "Без льготы", "No benefit")
_NOT_CONFIRMED = Text(
    "{name} – көрсетілген, бірақ әлі расталмаған", "{name} – заявлена, но ещё не подтверждена", "{name}: not confirmed"
)
_NOT_KNOWN = Text("мәлімет жоқ", "нет сведений", "not known")
_STATES = {
    ReferralStatus.VALID: Text("Жолдама жарамды", "Направление действительно", "The referral is valid"),
    ReferralStatus.ACCEPTED: Text("Жолдаманың күйі", "Состояние направления", "The referral"),
}
_ACCEPTED = Text("бала балабақшаға қабылданды", "ребёнок принят в детский сад", "the child is enrolled")
_STEPS = (
    Text(
        "Баланың және өтініш берушінің деректерін әкелген құжаттарымен салыстырыңыз.",
        "Сверьте данные ребёнка и заявителя с документами, которые они принесли.",
        "Compare the data with the family's papers.",
    ),
    Text(
        "Жолдаманың шынайылығын QR-код көрсетеді; нөмірі – {number}.",
        "Подлинность направления показывает QR-код; его номер – {number}.",
        "The QR code shows whether the referral is genuine: {number}.",
    ),
    Text(
        "Жұмыс кабинетінде «БМҰ-ға қабылдау» батырмасын басып, қол қойыңыз, содан кейін баланың балалар тізімінде "
        "тұрғанын тексеріңіз.",
        "В рабочем кабинете нажмите «Принять в ДДО», подпишите, затем проверьте, что ребёнок стоит в списке "
        "числящихся детей.",
        "Accept and sign in the workroom, then look for the child in the list.",
    ),
)


def child_card_page(referral: Referral, facts: CardFacts, check_url: str, now: datetime, lang: str) -> dict[str, Any]:
    """One page of the card, all words ready, as of an instant."""
    labels = {name: words.in_(lang) for name, words in _LABELS.items()}
    return {
        **labels,
        **garden_words(facts.garden, lang),
        "lang": lang,
        "number": referral.number,
        "child_name": facts.child.name.in_(lang),
        "iin_value": facts.child_iin,
        "born_value": date_words(facts.child.birth_date, lang),
        "application_value": facts.application_number,
        "applicant_name": facts.applicant_name.in_(lang),
        "group_year_value": str(referral.group_year),
        "language_value": LANGUAGE_NAMES[referral.language].in_(lang),
        "issued_value": moment_words(referral.issued_at, lang),
        "benefit_lines": benefit_lines(facts.benefits, lang),
        "valid": _STATES[referral.status].in_(lang),
        "until": _until(referral, labels["until"], lang),
        "steps": [step.in_(lang).format(number=referral.number) for step in _STEPS],
        "qr": labels["qr"].format(check_url),
        "made": labels["made"].format(moment=moment_words(now, lang)),
        "check_url": check_url,
    }


def benefit_lines(benefits: Iterable[ClaimedBenefit] | None, lang: str) -> list[str]:
    """What is said of benefits, at least one line: none is said outright, and what is not confirmed as such."""
    if benefits is None:
        return [_NOT_KNOWN.in_(lang)]
    lines = [
        each.name.in_(lang) if each.confirmed else _NOT_CONFIRMED.in_(lang).format(name=each.name.in_(lang))
        for each in benefits
    ]
    return lines or [_NO_BENEFIT.in_(lang)]


def _until(referral: Referral, words: str, lang: str) -> str:
    if referral.status is ReferralStatus.ACCEPTED:
        return _ACCEPTED.in_(lang)
    if referral.stopped:
        return TERM_STANDS.in_(lang)
    return words.format(date=date_words(referral.last_day, lang), weekday=weekday_words(referral.last_day, lang))
