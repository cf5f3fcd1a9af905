"""What a referral's paper says by the policy: how it came about, and what follows if it is not used (domain §7, §9)."""

from kezek.contracts.policy import Policy
from kezek.contracts.texts import Text
from kezek.documents.domain.referral import Origin

_CHOSEN = Text(
    "Жолдама өтініш берушінің ЭЦҚ-мен қол қойған таңдауы бойынша электрондық кезек жүйесінде жасалды.",
    "Направление создано системой электронной очереди по выбору, который заявитель подписал ЭЦП.",
    "Made by the electronic queue upon a choice signed by the applicant.",
)
_CHOSEN_AT_COUNTER = Text(
    "Жолдама электрондық кезек жүйесінде жасалды: өтініш беруші қағазға қол қойып таңдаған орынды білім бөлімінің "
    "уәкілетті тұлғасы енгізіп, ЭЦҚ-мен қол қойды.",
    "Направление создано системой электронной очереди: выбор с бумаги, подписанной заявителем, внесло и подписало ЭЦП "
    "уполномоченное лицо отдела образования.",
    "Made by the electronic queue upon a paper signed by the applicant, entered and signed by an officer.",
)
_CONFIRMED = Text(
    "Жолдама электрондық кезек жүйесінде жасалды: орын бөлу кезеңінде берілді, өтініш беруші оны ЭЦҚ-мен қол қойып "
    "растады.",
    "Направление создано системой электронной очереди: место дано на этапе распределения, заявитель подтвердил его, "
    "подписав ЭЦП.",
    "Made by the electronic queue: a round gave the place, the applicant confirmed it by a signature.",
)
_CONFIRMED_AT_COUNTER = Text(
    "Жолдама электрондық кезек жүйесінде жасалды: орын бөлу кезеңінде берілді, өтініш берушінің қағаздағы растауын "
    "білім бөлімінің уәкілетті тұлғасы енгізіп, ЭЦҚ-мен қол қойды.",
    "Направление создано системой электронной очереди: место дано на этапе распределения, подтверждение с бумаги, "
    "подписанной заявителем, внесло и подписало ЭЦП уполномоченное лицо отдела образования.",
    "Made by the electronic queue: a round gave the place, an officer entered the applicant's paper and signed.",
)
_NOT_COMING = Text("Мерзімінде келмесеңіз", "Если не прийти вовремя", "If you come too late")
_NO_PAPERS = Text(
    "Құжаттар мерзімінде тапсырылмаса", "Если не сдать документы вовремя", "If the papers are not handed in in time"
)
_TO_NEXT_CHILD = Text(
    "Жолдама өздігінен жойылады, орын келесі балаға ұсынылады.",
    "Направление аннулируется автоматически, место предложат следующему ребёнку.",
    "The referral is void, the place goes to the next child.",
)
_TO_NEXT_ROUND = Text(
    "Жолдама өздігінен жойылады, орын келесі бөлу кезеңін күтеді.",
    "Направление аннулируется автоматически, место будет ждать следующего этапа распределения.",
    "The referral is void, the place waits for the next round.",
)
_STOP_LIST = Text(
    "Бала {days} жұмыс күніне стоп-тізімге енеді, содан кейін кезектегі өз орнына қайтады. Мерзім {misses} рет "
    "өткізілсе, бала кезектен алынады.",
    "Ребёнок попадёт в стоп-лист на {days} рабочих дней, а затем вернётся в очередь на своё место. После {misses} "
    "пропущенных сроков ребёнка снимают с очереди.",
    "After {days} working days the child stands in the queue again; {misses} misses remove it.",
)
_INACTIVE = Text(
    "Өтініш белсенді емес болады. Оны {days} күнтізбелік күн ішінде жеке кабинетте бір рет қалпына келтіруге болады: "
    "бала кезектегі өз орнына қайтады. Қалпына келтірілмесе, бала кезектен алынады.",
    "Заявление станет неактивным. Его можно один раз восстановить в личном кабинете, срок – {days} календарных дней: "
    "ребёнок вернётся в очередь на своё место. Если не восстановить, ребёнка снимут с очереди.",
    "The application is inactive; within {days} calendar days it may be restored, once, else the child is removed.",
)
_REMOVED = Text(
    "Өтініш бұған дейін бір рет қалпына келтірілген, сондықтан бала кезектен алынады.",
    "Заявление уже один раз восстанавливали, поэтому ребёнка снимут с очереди.",
    "The application was restored once before: the child is removed from the queue.",
)
_MADE = {
    (False, False): _CHOSEN,
    (True, False): _CHOSEN_AT_COUNTER,
    (False, True): _CONFIRMED,
    (True, True): _CONFIRMED_AT_COUNTER,
}


def how_made(origin: Origin) -> Text:
    """Upon whose signature the referral was made, of a place chosen or given by a round (domain §6.3, §9.rounds)."""
    return _MADE[origin.by_officer, origin.by_round]


def too_late(policy: Policy) -> Text:
    """What is to be done in time: to come, or to hand in the papers (domain §7.workroom)."""
    return _NO_PAPERS if policy.papers_before_acceptance else _NOT_COMING


def consequence(policy: Policy, origin: Origin, language: str) -> str:
    """What follows if the referral is not used in time, by its own policy (domain §7.validity, §9.profiles)."""
    void = _TO_NEXT_ROUND if policy.distribution_in_rounds else _TO_NEXT_CHILD
    then = _then(policy, origin).in_(language)
    days = policy.restorable_calendar_days or policy.stop_list_working_days
    return f"{void.in_(language)} {then.format(days=days, misses=policy.misses_until_removal)}"


def _then(policy: Policy, origin: Origin) -> Text:
    if policy.restorable_calendar_days is None:
        return _STOP_LIST
    return _REMOVED if origin.restored else _INACTIVE
