"""The referral as a paper: every word on it, in Kazakh and Russian (domain §7)."""

from dataclasses import asdict
from typing import Any

from kezek.contracts.policy import Policy
from kezek.contracts.texts import LANGUAGE_NAMES, Text
from kezek.documents.domain.papers import COMMON_LABELS, Child, Garden, garden_words
from kezek.documents.domain.referral import Referral
from kezek.documents.domain.texts import date_words, weekday_words
from kezek.platform.workdays import ALMATY, local_day

_LABELS = {
    **COMMON_LABELS,
    "title": Text("Жолдама", "Направление", "Referral"),
    "subtitle": Text("балабақшаға", "в детский сад", "to a kindergarten"),
    "born": Text("Туған күні: {}", "Дата рождения: {}", "Born: {}"),
    "group_year": Text("Топтың жылы", "Год группы", "Group year"),
    "issued": Text("Берілген уақыты", "Выдано", "Issued"),
    "valid": Text("Жарамдылық мерзімі", "Действительно", "Valid"),
    "next": Text("Енді не істеу керек", "Что делать теперь", "What to do now"),
    "late": Text("Мерзімінде келмесеңіз", "Если не прийти вовремя", "If you come too late"),
    "made": Text(
        "Жолдама өтініш берушінің ЭЦҚ-мен қол қойған таңдауы бойынша электрондық кезек жүйесінде жасалды. "
        "Қағаздағы мөр мен қол қажет емес.",
        "Направление создано системой электронной очереди по выбору, который заявитель подписал ЭЦП. "
        "Печать и подпись на бумаге не нужны.",
        "Made by the electronic queue upon a choice signed by the applicant.",
    ),
}
_STEPS = (
    Text(
        "Осы жолдамамен балабақшаға мерзімінде келіңіз, соңғы күні – {last_day}. Уақытын алдын ала телефон арқылы "
        "келісіп алған ыңғайлы.",
        "Придите с этим направлением в детский сад в срок, последний день – {last_day}. О времени удобно заранее "
        "договориться по телефону.",
        "Come to the kindergarten in time; the last day is {last_day}.",
    ),
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
_LATE = Text(
    "Жолдама өздігінен жойылады, орын келесі балаға ұсынылады. Бала {days} жұмыс күніне стоп-тізімге енеді, содан "
    "кейін кезектегі өз орнына қайтады. Мерзім {misses} рет өткізілсе, бала кезектен алынады.",
    "Направление аннулируется автоматически, место предложат следующему ребёнку. Ребёнок попадёт в стоп-лист на {days} "
    "рабочих дней, а затем вернётся в очередь на своё место. После {misses} пропущенных сроков ребёнка снимают с "
    "очереди.",
    "The referral is void; after {days} working days the child stands in the queue again; {misses} misses remove it.",
)


def referral_page(
    referral: Referral, child: Child, garden: Garden, policy: Policy, check_url: str, language: str
) -> dict[str, Any]:
    """One page of the paper, all words ready."""
    last_day = date_words(referral.last_day, language)
    issued = referral.issued_at.astimezone(ALMATY)
    labels = {name: words.in_(language) for name, words in _LABELS.items()}
    late = _LATE.in_(language)
    return {
        **labels,
        **garden_words(garden, language),
        "lang": language,
        "number": referral.number,
        "child_name": child.name.in_(language),
        "born": labels["born"].format(date_words(child.birth_date, language)),
        "group_year_value": str(referral.group_year),
        "language_value": LANGUAGE_NAMES[referral.language].in_(language),
        "issued_value": f"{date_words(local_day(issued), language)}, {issued:%H:%M}",
        "until": labels["until"].format(date=last_day, weekday=weekday_words(referral.last_day, language)),
        "steps": [step.in_(language).format(last_day=last_day, number=referral.number) for step in _STEPS],
        "late_text": late.format(days=policy.stop_list_working_days, misses=policy.misses_until_removal),
        "qr": labels["qr"].format(check_url),
        "check_url": check_url,
    }


def paper_title(number: str) -> Text:
    """What lists call the paper."""
    return Text(**{language: f"{word} № {number}" for language, word in asdict(_LABELS["title"]).items()})
