"""The sentences people sign about a referral that is out, in their language; own words stand in them as they are."""

from datetime import date

from kezek.contracts.texts import ADMISSION_REFUSALS, LANGUAGE_NAMES, Text
from kezek.contracts.vocabulary import AdmissionRefusal, Language, RefusalOutcome
from kezek.referrals.usecases.on_referral import StatedReferral

_ABOUT = Text(
    "№ {number} жолдама. Бала: {child}.",
    "Направление № {number}. Ребёнок: {child}.",
    "Referral No. {number}. Child: {child}.",
)
_WHERE = Text(
    "Балабақша: {name}; топтың жылы {year}, оқыту тілі: {language}.",
    "Детский сад: {name}; год группы {year}, язык обучения: {language}.",
    "Kindergarten: {name}; group year {year}, language of instruction: {language}.",
)
_CANCELLATION = (
    Text("Жолдаманы жоямын.", "Отменяю направление.", "I cancel the referral."),
    Text(
        "Бала кезекке өз уақытымен қайта тұратынын, бұл орын басқа балаға берілетінін және осы орынға баланың енді "
        "шақырылмайтынын білемін.",
        "Мне известно, что ребёнок вернётся в очередь по своему времени, это место получит другой ребёнок и на "
        "него ребёнка больше не вызовут.",
        "I know that the child stands in the queue again at its own time, that this place goes to another child, "
        "and that the child is not called for it again.",
    ),
)
_CANCELLATION_TOO_OLD = Text(
    "Бала балабақша жасынан асқандықтан кезекке қайтарылмай, кезектен алынатынын және бұл орын басқа балаға "
    "берілетінін білемін.",
    "Мне известно, что ребёнок вышел из возраста детского сада, поэтому в очередь не вернётся, а будет снят с неё, и "
    "что это место получит другой ребёнок.",
    "I know that the child is too old for a kindergarten by now, so that it does not return to the queue but is "
    "removed from it, and that this place goes to another child.",
)
_REFUSAL = (
    Text(
        "Баланы балабақшаға қабылдаудан бас тартамын. Себебі: {reason}.",
        "Отказываю в зачислении ребёнка в детский сад. Причина: {reason}.",
        "I refuse to enrol the child in the kindergarten. Reason: {reason}.",
    ),
    Text(
        "Шешімді білім бөлімі қабылдайтынын, оған дейін жолдаманың мерзімі өтпейтінін білемін.",
        "Мне известно, что решение примет отдел образования и что до него срок направления не идёт.",
        "I know that the education department decides, and that the referral does not run out until then.",
    ),
)
_REFUSED_FOR = Text(
    "Балабақшаның бас тарту себебі: {reason}.",
    "Причина отказа детского сада: {reason}.",
    "The kindergarten refused because: {reason}.",
)
_DECISIONS = {
    RefusalOutcome.UPHELD: Text(
        "Бас тартуды негізді деп танимын: бала бұл балабақшаға қабылданбайды, кезектегі орны қалпына келтірілмейді.",
        "Признаю отказ обоснованным: ребёнок в этот детский сад не зачисляется, место в очереди не восстанавливается.",
        "I uphold the refusal: the child is not enrolled in this kindergarten, its place in the queue is not restored.",
    ),
    RefusalOutcome.OVERRULED: Text(
        "Бас тартудың күшін жоямын: балабақша баланы осы жолдама бойынша қабылдауға міндетті, жолдаманың мерзімі "
        "өтпейді.",
        "Отменяю отказ: детский сад обязан зачислить ребёнка по этому направлению, срок направления не истекает.",
        "I overrule the refusal: the kindergarten must enrol the child by this referral, which does not run out.",
    ),
}
_EXTENSION = Text(
    "Жолдаманың мерзімін ұзартамын: соңғы күні {last_day}, оған {days} жұмыс күні қосылады.",
    "Продлеваю направление: последний день {last_day}, к нему добавляется рабочих дней: {days}.",
    "I extend the referral: its last day is {last_day}, working days added to it: {days}.",
)
_WORDS = Text("Түсіндірме: {words}", "Пояснение: {words}", "Explanation: {words}")


def cancellation(language: Language, facts: StatedReferral, *, too_old: bool) -> tuple[str, ...]:
    """What a parent signs when cancelling a referral; of a child that is too old by now, that it is removed."""
    first, queued = _CANCELLATION
    follows = _CANCELLATION_TOO_OLD if too_old else queued
    return (*about(language, facts), first.in_(language), follows.in_(language))


def refusal(language: Language, facts: StatedReferral, reason: AdmissionRefusal, words: str) -> tuple[str, ...]:
    """What a worker signs when refusing a child."""
    why = {"reason": ADMISSION_REFUSALS[reason].in_(language)}
    first, last = _REFUSAL
    return (*about(language, facts), first.in_(language, why), own_words(language, words), last.in_(language))


def decision(
    language: Language, facts: StatedReferral, reason: AdmissionRefusal, outcome: RefusalOutcome, words: str
) -> tuple[str, ...]:
    """What an officer signs when deciding on a refusal."""
    why = {"reason": ADMISSION_REFUSALS[reason].in_(language)}
    said = (_REFUSED_FOR.in_(language, why), _DECISIONS[outcome].in_(language), own_words(language, words))
    return (*about(language, facts), *said)


def extension(
    language: Language, facts: StatedReferral, last_day: date, working_days: int, words: str
) -> tuple[str, ...]:
    """What an officer signs when extending a referral."""
    days = {"last_day": f"{last_day:%d.%m.%Y}", "days": working_days}
    return (*about(language, facts), _EXTENSION.in_(language, days), own_words(language, words))


def about(language: Language, facts: StatedReferral) -> tuple[str, ...]:
    """Which referral an act is about."""
    words = {
        "number": facts.referral_number,
        "child": facts.child.in_(language),
        "name": facts.kindergarten.name.in_(language),
        "year": facts.group_year,
        "language": LANGUAGE_NAMES[facts.language].in_(language),
    }
    return (_ABOUT.in_(language, words), _WHERE.in_(language, words))


def own_words(language: Language, words: str) -> str:
    """What was written besides the reason of the list."""
    return _WORDS.in_(language, {"words": words})
