"""The referral as a paper: every word on it, in Kazakh and Russian (domain §7)."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from kezek.contracts.policy import Policy
from kezek.contracts.texts import LANGUAGE_NAMES, Text
from kezek.documents.domain.referral import Referral
from kezek.documents.domain.texts import date_words, phone_words, weekday_words
from kezek.platform.workdays import ALMATY, local_day


@dataclass(frozen=True)
class Child:
    """The child as the persons register writes it, on each page in its language."""

    name: Text
    birth_date: date


@dataclass(frozen=True)
class Garden:
    """The kindergarten the referral leads to."""

    name: Text
    address: Text
    phone: str


_LABELS = {
    "service": Text("Балабақшаларға электрондық кезек", "Электронная очередь в детские сады", "Kindergarten queue"),
    "title": Text("Жолдама", "Направление", "Referral"),
    "subtitle": Text("балабақшаға", "в детский сад", "to a kindergarten"),
    "child": Text("Бала", "Ребёнок", "Child"),
    "born": Text("Туған күні: {}", "Дата рождения: {}", "Born: {}"),
    "kindergarten": Text("Балабақша", "Детский сад", "Kindergarten"),
    "phone": Text("Телефон: {}", "Телефон: {}", "Phone: {}"),
    "group_year": Text("Топтың жылы", "Год группы", "Group year"),
    "language": Text("Оқыту тілі", "Язык обучения", "Language of instruction"),
    "issued": Text("Берілген уақыты", "Выдано", "Issued"),
    "valid": Text("Жарамдылық мерзімі", "Действительно", "Valid"),
    "until": Text(
        "{date} ({weekday}), сағат 24:00-ге дейін", "до 24:00, {date} ({weekday})", "until 24:00, {weekday} {date}"
    ),
    "next": Text("Енді не істеу керек", "Что делать теперь", "What to do now"),
    "late": Text("Мерзімінде келмесеңіз", "Если не прийти вовремя", "If you come too late"),
    "check": Text("Тексеру", "Проверка", "Check"),
    "check_hint": Text(
        "Телефон камерасын бағыттаңыз: ашылған бет жолдаманың жарамды-жарамсызын және соңғы күнін көрсетеді.",
        "Наведите камеру телефона: открывшаяся страница покажет, действительно ли направление и по какой день.",
        "Point a phone camera here: the page shows whether the referral is valid, and until when.",
    ),
    "qr": Text(
        "QR-код: жолдаманы тексеру бетінің мекенжайы {}",
        "QR-код: адрес страницы проверки направления {}",
        "QR code: the address of the check, {}",
    ),
    "box": Text(
        "□ – қағаздың қаріптерінде жоқ әріп немесе белгі; толық жазылуы жеке кабинетте.",
        "□ – буква или знак, которых нет в шрифтах бумаги; полное написание – в личном кабинете.",
        "□ is a letter or sign that the fonts of this paper do not have; your account shows it in full.",
    ),
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
        "lang": language,
        "number": referral.number,
        "child_name": child.name.in_(language),
        "born": labels["born"].format(date_words(child.birth_date, language)),
        "kindergarten_name": garden.name.in_(language),
        "address": garden.address.in_(language),
        "phone": labels["phone"].format(phone_words(garden.phone)),
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
