"""What an administrator signs when changing the rules, in the own language (domain §2.acts, §9)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kezek.contracts.benefits import Benefit
from kezek.contracts.policy import Policy
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import GroupKind
from kezek.queue.domain.changes import YearDays
from kezek.queue.domain.policy_words import changed_words

_DISTRICT = Text(
    "Мына ауданның (қаланың) саясатын өзгертемін: {name}, ҚАТО коды {code}.",
    "Изменяю политику района (города): {name}, код КАТО {code}.",
    "I change the policy of a district: {name}, KATO code {code}.",
)
_REGION = Text(
    "Облыстың жалпы саясатын өзгертемін: ол өз саясаты жоқ аудандарда қолданылады.",
    "Изменяю общую политику области: она действует в районах без собственной.",
    "I change the region's policy: it holds in districts without their own.",
)
_FROM = Text("{day} бастап күшіне енеді.", "Вступает в силу с {day}.", "It holds from {day} on.")
_BEGUN = Text(
    "Бұрын басталған мерзімдер өзгермейді.", "Начатые сроки не меняются.", "Terms that have begun do not change."
)
_YEAR = Text(
    "{year} жылғы жұмыс күнтізбесін өзгертемін.",
    "Изменяю рабочий календарь {year} года.",
    "I change the working calendar of {year}.",
)
_WORKED = Text("{day}: жұмыс күні.", "{day}: рабочий день.", "{day}: a working day.")
_FREE = Text("{day}: демалыс күні.", "{day}: выходной день.", "{day}: a day off.")
_USUAL = Text("{day}: әдеттегідей.", "{day}: как обычно.", "{day}: as usual.")
_CONFIRMED = Text("Жылдың күнтізбесі расталды.", "Календарь года подтверждён.", "The year's calendar is confirmed.")
_UNCONFIRMED = Text(
    "Жылдың күнтізбесі әлі расталмаған.", "Календарь года ещё не подтверждён.", "The year is not confirmed yet."
)
_BENEFITS = Text("Жеңілдіктер тізімін өзгертемін.", "Изменяю перечень льгот.", "I change the list of benefits.")
_SORTED = Text(
    "Мына ауданның (қаланың) кезектерін {year} жылға қайта сұрыптаймын: {name}, ҚАТО коды {code}.",
    "Сортирую заново очереди района (города) на {year} год: {name}, код КАТО {code}.",
    "I sort the queues of a district anew for {year}: {name}, KATO code {code}.",
)
_GO_OVER = {
    GroupKind.GENERAL: Text(
        "Жалпы топтар. Туған жылы бойынша {from_year} жылғы кезектен {to_year} жылғы кезекке ауысатын балалар: "
        "{children}.",
        "Общие группы. Переходят по году рождения из очереди {from_year} года в очередь {to_year} года, детей: "
        "{children}.",
        "General groups. Children who go over by their year of birth, from the queue of {from_year} to that of "
        "{to_year}: {children}.",
    ),
    GroupKind.CORRECTIONAL: Text(
        "Түзету топтары. Туған жылы бойынша {from_year} жылғы кезектен {to_year} жылғы кезекке ауысатын балалар: "
        "{children}.",
        "Коррекционные группы. Переходят по году рождения из очереди {from_year} года в очередь {to_year} года, "
        "детей: {children}.",
        "Correctional groups. Children who go over by their year of birth, from the queue of {from_year} to that of "
        "{to_year}: {children}.",
    ),
}
_NOBODY_GOES = Text(
    "Басқа жылдың кезегіне ешкім ауыспайды.",
    "Никто не переходит в очередь другого года.",
    "Nobody goes over to another year's queue.",
)
_OWN_PLACE = Text(
    "Әр бала өз уақыты мен расталған санаты бойынша тұрады.",
    "Каждый ребёнок стоит по своему времени и подтверждённой категории.",
    "Every child stands by its own time and confirmed category.",
)
_NOT_REFRESHED = Text(
    "Биыл деректер жаңартылған жоқ.", "В этом году данные не обновлялись.", "The data were not refreshed this year."
)
_NOT_COUNTED = Text(
    "Деректерді жаңарту басталды, балалар әлі саналған жоқ.",
    "Обновление данных начато, дети ещё не посчитаны.",
    "Refreshing the data has begun, the children are not counted yet.",
)
_UNASKED = Text(
    "Мемлекеттік деректер қоры жауап бермеген немесе әлі сұралмаған балалар: {many}.",
    "Детей, о которых государственная база ещё не спрошена или не ответила: {many}.",
    "Children about whom the persons register was not asked yet or did not answer: {many}.",
)
_ONCE_MORE = Text(
    "Биыл қайтадан сұрыптау себебі: {reason}",
    "Причина повторной сортировки в этом году: {reason}",
    "Why once more in this year: {reason}",
)
_HELD = Text(
    "Мына ауданда (қалада) орындарды бөлудің {number}-кезеңін өткіземін: {name}, ҚАТО коды {code}.",
    "Провожу {number}-й этап распределения мест района (города): {name}, код КАТО {code}.",
    "I hold round {number} of the distribution of places in a district: {name}, KATO code {code}.",
)
_GIVEN = {
    GroupKind.GENERAL: Text(
        "Жалпы топтар, {year} жылғы кезек. Бос орындар: {places}, берілетіні: {given}.",
        "Общие группы, очередь {year} года. Свободных мест: {places}, распределяется: {given}.",
        "General groups, the queue of {year}. Free places: {places}, given: {given}.",
    ),
    GroupKind.CORRECTIONAL: Text(
        "Түзету топтары, {year} жылғы кезек. Бос орындар: {places}, берілетіні: {given}.",
        "Коррекционные группы, очередь {year} года. Свободных мест: {places}, распределяется: {given}.",
        "Correctional groups, the queue of {year}. Free places: {places}, given: {given}.",
    ),
}
_IN_ALL = Text(
    "Балабақша таңдаған балалар: {wishing}. Орын алатын балалар: {given}. Қалғандары кезектегі өз орнын сақтайды.",
    "Детей с желаемыми детскими садами: {wishing}. Получают место: {given}. Остальные сохраняют своё место в очереди.",
    "Children with wished kindergartens: {wishing}. Get a place: {given}. The others keep their place in the queue.",
)
_BY_ORDER = Text(
    "Орындар санат, өтініш уақыты және нөмірі бойынша, әр балаға оның бірінші мүмкін қалауынан беріледі.",
    "Места даются по категории, времени и номеру заявления, каждому ребёнку первое возможное из желаемых.",
    "Places are given by category, time and number, to each child the first possible of its wishes.",
)
_OUTCOME = Text(
    "Бөлу нәтижесінің бақылау белгісі: {digest}.",
    "Контрольная метка итога распределения: {digest}.",
    "Mark of the outcome: {digest}.",
)
_ADDED = Text("Қосылды: {name}.", "Добавлено: {name}.", "Added: {name}.")
_TAKEN_AWAY = Text("Алынды: {name}.", "Исключено: {name}.", "Taken away: {name}.")
_CHANGED = Text("Өзгерді: {name}.", "Изменено: {name}.", "Changed: {name}.")
_ORDER = Text("Реті өзгерді.", "Изменён порядок.", "The order is another.")


@dataclass(frozen=True)
class DistrictNamed:
    """A district by its KATO prefix, with its name."""

    code: str
    name: Text


@dataclass(frozen=True)
class SortingTold:
    """A sorting: its year, why once more, and how many go over, in which kind of group and from and to which year.

    `refreshed` is whether the data were begun to be refreshed, `unasked` about how many nobody answered, none until
    they are counted.
    """

    year: int
    reason: str | None
    refreshed: bool
    unasked: int | None
    moves: Sequence[tuple[GroupKind, int, int, int]]


@dataclass(frozen=True)
class RoundTold:
    """A round: how many children wish something, how many get a place, by queue of how many; the mark of its outcome.

    A queue is told as its kind and year, how many places wait there, and how many of them are given.
    """

    number: int
    wishing: int
    given: int
    queues: Sequence[tuple[GroupKind, int, int, int]]
    digest: str


def round_sentences(district: DistrictNamed, told: RoundTold, language: str) -> tuple[str, ...]:
    """Whose places, how many of each queue, by which order, and the outcome's mark."""
    whose = {"number": told.number, "name": district.name.in_(language), "code": district.code}
    return (
        _HELD.in_(language, whose),
        *(
            _GIVEN[kind].in_(language, {"year": year, "places": places, "given": given})
            for kind, year, places, given in told.queues
        ),
        _IN_ALL.in_(language, {"wishing": told.wishing, "given": told.given}),
        _BY_ORDER.in_(language),
        _OUTCOME.in_(language, {"digest": told.digest}),
    )


def sorting_sentences(district: DistrictNamed, told: SortingTold, language: str) -> tuple[str, ...]:
    """Whose queues, who goes over, and why once more."""
    name = district.name.in_(language)
    whose = _SORTED.in_(language, {"year": told.year, "name": name, "code": district.code})
    moves = [
        _GO_OVER[kind].in_(language, {"from_year": before, "to_year": after, "children": many})
        for kind, before, after, many in told.moves
    ]
    again = [] if told.reason is None else [_ONCE_MORE.in_(language, {"reason": told.reason})]
    asked = _refreshed(told).in_(language, {"many": told.unasked})
    return (whose, *(moves or [_NOBODY_GOES.in_(language)]), _OWN_PLACE.in_(language), asked, *again)


def _refreshed(told: SortingTold) -> Text:
    if not told.refreshed:
        return _NOT_REFRESHED
    return _NOT_COUNTED if told.unasked is None else _UNASKED


def policy_sentences(
    district: DistrictNamed | None, begins: date, before: Policy, after: Policy, language: str
) -> tuple[str, ...]:
    """Whose policy, from when, and each number as it was and as it becomes."""
    whose = _REGION.in_(language)
    if district is not None:
        whose = _DISTRICT.in_(language, {"code": district.code, "name": district.name.in_(language)})
    held = _FROM.in_(language, {"day": _day(begins)})
    return (whose, held, *changed_words(before, after, language), _BEGUN.in_(language))


def calendar_sentences(year: int, before: YearDays, after: YearDays, language: str) -> tuple[str, ...]:
    """Which year, and each day that becomes another."""
    whose = _YEAR.in_(language, {"year": year})
    days = [_becomes(day, after).in_(language, {"day": _day(day)}) for day in sorted(before.changed_days(after))]
    confirmed = (_CONFIRMED if after.confirmed else _UNCONFIRMED).in_(language)
    return (whose, *days, confirmed)


def _becomes(day: date, days: YearDays) -> Text:
    if day in days.worked:
        return _WORKED
    return _FREE if day in days.free else _USUAL


def benefit_sentences(before: Sequence[Benefit], after: Sequence[Benefit], language: str) -> tuple[str, ...]:
    """Which benefits come, go and change."""
    lines = list(_benefit_lines({each.code: each for each in before}, {each.code: each for each in after}, language))
    return (_BENEFITS.in_(language), *(lines or [_ORDER.in_(language)]))


def _benefit_lines(before: dict[str, Benefit], after: dict[str, Benefit], language: str) -> Iterator[str]:
    for code, benefit in after.items():
        name = {"name": benefit.name.in_(language)}
        if code not in before:
            yield _ADDED.in_(language, name)
        elif benefit != before[code]:
            yield _CHANGED.in_(language, name)
    for code, benefit in before.items():
        if code not in after:
            yield _TAKEN_AWAY.in_(language, {"name": benefit.name.in_(language)})


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
