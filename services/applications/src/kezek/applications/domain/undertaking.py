"""What a parent undertakes and confirms having read before applying, in versions (domain §3.undertaking).

A version never changes: signed statements name it. `{names}` in the Algorithm stand for numbers of a policy.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kezek.contracts.policy import Policy
from kezek.contracts.texts import Text


@dataclass(frozen=True)
class Undertaking:
    """One version of both texts."""

    version: str
    data_kept_current: Text
    algorithm: tuple[Text, ...]

    def with_points(self, version: str, points: Mapping[int, Text]) -> "Undertaking":
        """The same with other points, by their number."""
        algorithm = tuple(points.get(number, each) for number, each in enumerate(self.algorithm))
        return replace(self, version=version, algorithm=algorithm)


_ORDER, _NO_CHOICE, _NOT_COME = 1, 4, 6

_FIRST = Undertaking(
    "2026-11-29",
    Text(
        "Деректерді өзекті күйде ұстауға міндеттенемін",
        "Обязуюсь поддерживать данные в актуальном состоянии",
        "I undertake to keep the data current",
    ),
    (
        Text(
            "Бір кезек – бір аудан, бір туған жыл. Бір балаға облыста бір ғана өтініш беріледі.",
            "Одна очередь — один район и один год рождения. На ребёнка подаётся одно заявление в области.",
            "One queue is one district and one year of birth. A child has one application in the region.",
        ),
        Text(
            "Алдымен кезектен тыс балалар, содан кейін бірінші кезектегі бір бала мен жалпы негіздегі "
            "{generals_per_priority} бала алма-кезек шақырылады. Санаттың ішінде – өтінішке қол қойылған уақыт "
            "бойынша.",
            "Сначала вызывают детей вне очереди, затем поочерёдно одного первоочередного и общей очереди — "
            "{generals_per_priority}. Внутри категории — по времени подписания заявления.",
            "The extraordinary children are called first, then in turn one priority child and, on general terms, "
            "{generals_per_priority}. Within a class the time of signing decides.",
        ),
        Text(
            "Жеңілдікті уәкілетті тұлға растағанға дейін бала жалпы негізде тұрады, өтініштің уақыты сақталады.",
            "Пока уполномоченное лицо не подтвердит льготу, ребёнок стоит на общих основаниях, время заявления "
            "сохраняется.",
            "Until the officer confirms a benefit the child waits on general terms; the application keeps its time.",
        ),
        Text(
            "Бос орын шыққанда бірінші тұрған бала шақырылады: SMS пен хат келеді. Таңдауға {choice_working_days} "
            "жұмыс күні беріледі.",
            "Когда появляется место, вызывают первого ребёнка: приходят SMS и письмо. Срок выбора в рабочих днях: "
            "{choice_working_days}.",
            "When a place is free the first child is called by SMS and e-mail. Working days to choose: "
            "{choice_working_days}.",
        ),
        Text(
            "Таңдамасаңыз, орын еркін таңдауға ашылады, бала кезектегі өз орнында қалады.",
            "Если не выбрать, место откроется для свободного выбора, ребёнок сохранит своё место в очереди.",
            "Without a choice the place opens to free choice, and the child keeps its position.",
        ),
        Text(
            "Таңдап, қол қойсаңыз, жолдама беріледі. Онымен {referral_working_days} жұмыс күні ішінде балабақшаға бару "
            "керек.",
            "Выбор, подписанный ЭЦП, даёт направление. Рабочих дней, чтобы прийти с ним в детский сад: "
            "{referral_working_days}.",
            "A signed choice gives a referral. Working days to come to the kindergarten with it: "
            "{referral_working_days}.",
        ),
        Text(
            "Бармасаңыз, жолдама жойылады, бала {stop_list_working_days} жұмыс күніне стоп-тізімге түседі. Мұндай "
            "жағдай {misses_until_removal} рет болса, кезектен алынады.",
            "Если не прийти, направление аннулируется, ребёнок попадает в стоп-лист; рабочих дней: "
            "{stop_list_working_days}. Неявок до снятия с очереди: {misses_until_removal}.",
            "If nobody comes the referral is void and the child goes to the stop list; working days: "
            "{stop_list_working_days}. Misses until removal from the queue: {misses_until_removal}.",
        ),
        Text(
            "Ретті ешкім қолмен өзгерте алмайды, әр өзгеріс «Тарих» қойындысына жазылады.",
            "Порядок никто не может изменить вручную, каждое изменение записано на вкладке «История».",
            "Nobody can change the order by hand; every change stands in the tab History.",
        ),
    ),
)
# on its day it named the order of numbered categories, too
_BY_TURNS = replace(_FIRST, version="2026-11-30")
_CATEGORIES = {
    _ORDER: Text(
        "Алдымен 1-санаттағы (кезектен тыс) балалардың бәрі, содан кейін 2-санат (бірінші кезекте), соңында 3-санат "
        "(жалпы негізде) шақырылады. Санаттың ішінде – өтінішке қол қойылған күн мен уақыт бойынша.",
        "Сначала вызывают всех детей 1-й категории (вне очереди), затем 2-й (в первую очередь), последними — 3-й (на "
        "общих основаниях). Внутри категории — по дате и времени подписания заявления.",
        "All children of category 1 (extraordinary) are called first, then category 2 (priority), at last category 3 "
        "(general terms). Within a category the date and time of signing decide.",
    )
}
_INACTIVE = {
    _NO_CHOICE: Text(
        "Мерзімінде растамасаңыз, орын басқа балаға беріледі, өтініш белсенді емес болады. Оны "
        "{restorable_calendar_days} күнтізбелік күн ішінде бір рет қана қалпына келтіруге болады, әйтпесе бала "
        "кезектен алынады.",
        "Если не подтвердить место в срок, его получит другой ребёнок, а заявление станет неактивным. "
        "Восстановить его можно один раз, иначе ребёнка снимут с очереди; календарных дней на это: "
        "{restorable_calendar_days}.",
        "Not confirmed in time, the place goes to another child and the application becomes inactive. It can be "
        "restored once, or the child is removed from the queue; calendar days for that: {restorable_calendar_days}.",
    ),
    _NOT_COME: Text(
        "Сол мерзімде қабылдау құжаттары тапсырылмаса, жолдама жойылады, өтініш белсенді емес болады. Қалпына "
        "келтірілген өтініш бойынша мерзім тағы өтіп кетсе, бала кезектен алынады.",
        "Если за это время не сдать документы для зачисления, направление аннулируется, а заявление станет неактивным. "
        "Если после восстановления снова пропустить срок, ребёнка снимут с очереди.",
        "If the papers for enrolment are not handed in in that time, the referral is void and the application becomes "
        "inactive. After a restoration, another term that is let pass removes the child from the queue.",
    ),
}
_BY_CATEGORY = _FIRST.with_points("2026-11-30-numbered", _CATEGORIES)
_BY_VOUCHERS = _FIRST.with_points("2026-11-30-vouchers", _INACTIVE)
_BY_NUMBERED_VOUCHERS = _FIRST.with_points("2026-11-30-numbered-vouchers", _CATEGORIES | _INACTIVE)
_CURRENT = {
    (False, False): _BY_TURNS,
    (True, False): _BY_CATEGORY,
    (False, True): _BY_VOUCHERS,
    (True, True): _BY_NUMBERED_VOUCHERS,
}
VERSIONS: Mapping[str, Undertaking] = {each.version: each for each in (_FIRST, *_CURRENT.values())}


def current_by(policy: Policy) -> Undertaking:
    """The texts of now by the order of a policy, and by what follows from silence (domain §5.2, §6.4, §9.profiles).

    Each has a version of its own.
    """
    return _CURRENT[policy.numbered_categories, policy.restorable_calendar_days is not None]
