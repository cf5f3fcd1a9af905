"""How a referral ended, as papers: the refusal that stands, the departure note (domain §7.refused, §7.roster)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from kezek.contracts.texts import Text, departure_words
from kezek.contracts.vocabulary import DepartureReason, DocumentKind
from kezek.documents.domain.papers import COMMON_LABELS, Child, Garden, garden_words
from kezek.documents.domain.referral import Referral
from kezek.documents.domain.texts import date_words
from kezek.platform.workdays import local_day

TITLES: Mapping[DocumentKind, Text] = {
    DocumentKind.REFUSAL: Text("Бас тарту", "Отказ", "Refusal"),
    DocumentKind.DEPARTURE: Text("Шығу анықтамасы", "Справка", "Note"),
}


@dataclass(frozen=True)
class Ending:
    """What ended when: at which instant it was told; of a departure why, and the last day, where they are known."""

    kind: DocumentKind
    at: datetime
    departure: DepartureReason | None = None
    left_on: date | None = None


@dataclass(frozen=True)
class Whose:
    """Whose child, from which kindergarten, by which application."""

    child: Child
    garden: Garden
    application_number: str


_LABELS = {
    **COMMON_LABELS,
    "born": Text("Туған күні: {}", "Дата рождения: {}", "Born: {}"),
    "application": Text("Өтініш нөмірі", "Номер заявления", "Application"),
    "referral": Text("Жолдама", "Направление", "Referral"),
    "group_year": Text("Топтың жылы", "Год группы", "Group year"),
    "check_hint": Text(
        "Телефон камерасын бағыттаңыз: ашылған бет осы қағаздағы жолдаманың күйін көрсетеді.",
        "Наведите камеру телефона: открывшаяся страница покажет состояние направления, указанного здесь.",
        "Point a phone camera here: the page shows how the referral named here stands.",
    ),
}
_MADE = Text(
    "Қағазды электрондық кезек жүйесі ЭЦҚ-мен қол қойылған шешім бойынша {day} жасады. Мөр мен қол қажет емес.",
    "Составлено системой электронной очереди {day} по решению, подписанному ЭЦП. Печать и подпись не нужны.",
    "Made by the electronic queue on {day} from what was signed. No seal or signature is needed.",
)
_REFUSAL = {
    "subtitle": Text("жолдама бойынша қабылдаудан", "в зачислении по направлению", "of admission by referral"),
    "fact": Text("Шешім күшіне енген күн", "Решение в силе", "The refusal stands"),
    "fact_value": Text("{day}", "с {day}", "since {day}"),
    "about": Text("Не шешілді", "Что решено", "What was decided"),
    "next": Text("Енді не істеуге болады", "Что можно сделать теперь", "What can be done now"),
}
_DEPARTURE = {
    "subtitle": Text("балабақшадан шығу туралы", "о выбытии из детского сада", "of departure from a kindergarten"),
    "fact": Text("Соңғы күні", "Последний день", "Last day"),
    "fact_value": Text("{day}", "{day}", "{day}"),
    "about": Text("Себебі", "Причина", "Why"),
    "next": Text("Енді не істеуге болады", "Что можно сделать теперь", "What can be done now"),
}
_REFUSED = Text(
    "Балабақша баланы осы жолдама бойынша қабылдаудан бас тартты, білім бөлімінің уәкілетті тұлғасы бас тартуды "
    "растады. Себебі мен шешімнің негіздемесін отбасы жеке кабинетінде оқиды: олар осы қағазда көрсетілмейді.",
    "Детский сад отказал в зачислении ребёнка по этому направлению, уполномоченное лицо отдела образования отказ "
    "подтвердило. Причину и обоснование решения семья читает в личном кабинете: на этой бумаге их нет.",
    "The kindergarten refused to enrol the child, and the officer upheld it. The family reads why in its account.",
)
_AFTER = {
    DocumentKind.REFUSAL: (
        Text(
            "Себебін, балабақшаның сөзін және шешімді кабинеттегі «Жолдама» бетінен оқыңыз.",
            "Прочитайте причину, слова детского сада и решение на странице «Направление» в кабинете.",
            "Read why on the page of the referral in your account.",
        ),
        Text(
            "Баланы кезекке жаңа өтінішпен қоюға болады: ол жаңа берілген уақытымен тұрады.",
            "Ребёнка можно поставить в очередь новым заявлением: оно встанет по времени новой подачи.",
            "A new application may be made; it stands by its own time.",
        ),
        Text(
            "Шешімге заңда белгіленген тәртіппен шағым жасауға болады.",
            "Решение можно обжаловать в порядке, установленном законом.",
            "The decision may be appealed as the law provides.",
        ),
    ),
    DocumentKind.DEPARTURE: (
        Text(
            "Анықтаманы бала баратын балабақшаға немесе мектепке көрсетуге болады.",
            "Справку можно показать в детском саду или школе, куда пойдёт ребёнок.",
            "Show the note where the child goes next.",
        ),
        Text(
            "Балаға тағы орын керек болса, кезекке жаңа өтініш беріңіз.",
            "Если ребёнку снова нужно место, подайте новое заявление в очередь.",
            "If a place is needed again, make a new application.",
        ),
    ),
}


def ending_page(referral: Referral, ending: Ending, whose: Whose, check_url: str, language: str) -> dict[str, Any]:
    """One page of the paper, all words ready."""
    refused = ending.kind is DocumentKind.REFUSAL
    labels = {name: words.in_(language) for name, words in {**_LABELS, **_words(ending.kind)}.items()}
    day = date_words(ending.left_on or local_day(ending.at), language)
    about = _REFUSED if refused else departure_words(ending.departure)
    return {
        **labels,
        **garden_words(whose.garden, language),
        "title": TITLES[ending.kind].in_(language),
        "lang": language,
        "number": referral.number,
        "child_name": whose.child.name.in_(language),
        "born": labels["born"].format(date_words(whose.child.birth_date, language)),
        "application_value": whose.application_number,
        "group_year_value": str(referral.group_year),
        "fact_value": labels["fact_value"].format(day=day),
        "about_text": _sentence(about.in_(language)),
        "steps": [step.in_(language) for step in _AFTER[ending.kind]],
        "made": _MADE.in_(language).format(day=date_words(local_day(ending.at), language)),
        "qr": labels["qr"].format(check_url),
        "check_url": check_url,
    }


def _words(kind: DocumentKind) -> Mapping[str, Text]:
    return _REFUSAL if kind is DocumentKind.REFUSAL else _DEPARTURE


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def ending_title(kind: DocumentKind, number: str) -> Text:
    """What lists call the paper."""
    return Text(**{language: f"{word} № {number}" for language, word in asdict(TITLES[kind]).items()})
