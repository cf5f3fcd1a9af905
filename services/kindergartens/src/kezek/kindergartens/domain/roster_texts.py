"""What a worker signs of the roster, in the person's language (domain §2, §7.roster)."""

from collections.abc import Mapping, Sequence

from kezek.contracts.texts import DEPARTURE_REASONS, GROUP_KIND_NAMES, LANGUAGE_NAMES, Text
from kezek.contracts.vocabulary import DepartureReason, GroupKind
from kezek.kindergartens.domain.roster import Ending, Enrolment

KINDERGARTEN = Text(
    "Балабақша: {kindergarten}, {address}.",
    "Детский сад: {kindergarten}, {address}.",
    "Kindergarten: {kindergarten}, {address}.",
)
# a name is what a register wrote: it stands after a colon, where no language declines it
_DEPARTED = (
    Text(
        "Баланың балабақшадан кеткенін растаймын. Бала: {child}, ЖСН {iin}.",
        "Подтверждаю, что ребёнок выбыл из детского сада. Ребёнок: {child}, ИИН {iin}.",
        "I confirm that the child has left the kindergarten. Child: {child}, IIN {iin}.",
    ),
    KINDERGARTEN,
    Text(
        "Өтініш № {application_number}, жолдама № {referral_number}.",
        "Заявление № {application_number}, направление № {referral_number}.",
        "Application No. {application_number}, referral No. {referral_number}.",
    ),
)
GROUP = Text(
    "Топтың жылы: {year}; оқыту тілі: {language}; топтың түрі: {kind}.",
    "Год группы: {year}; язык обучения: {language}; вид группы: {kind}.",
    "Group year: {year}; language of instruction: {language}; kind of group: {kind}.",
)
_WHEN = Text(
    "Кеткен күні: {left_on}. Себебі: {reason}.",
    "Дата убытия: {left_on}. Причина: {reason}.",
    "Date of leaving: {left_on}. Reason: {reason}.",
)
_BY_SWAP = Text("Орын алмасу", "Обмен местами", "Swap")
_REMARK = Text("Түсіндірме: {remark}", "Пояснение: {remark}", "Explanation: {remark}")
_PUBLISHED = Text(
    "Босаған бір орынды осы қолтаңбамен жариялаймын.",
    "Этой подписью публикую одно освободившееся место.",
    "By this signature I publish the one place that has become free.",
)


_REGROUPED = (
    Text(
        "Балаларды бір топтан осы балабақшаның басқа тобына ауыстырамын.",
        "Перевожу детей из одной группы в другую группу этого же детского сада.",
        "I move the children from one group to another group of the same kindergarten.",
    ),
    KINDERGARTEN,
    Text("Қайдан. {origin}", "Откуда. {origin}", "From. {origin}"),
    Text("Қайда. {to}", "Куда. {to}", "To. {to}"),
    Text("Балалар саны: {number}.", "Количество детей: {number}.", "Number of children: {number}."),
)
_CHILD = Text("{number}. {name}, ЖСН {iin}", "{number}. {name}, ИИН {iin}", "{number}. {name}, IIN {iin}")


def regrouping_sentences(
    kindergarten: Text,
    address: Text,
    groups: tuple[Mapping[str, Text | str | int], Mapping[str, Text | str | int]],
    children: Sequence[tuple[Text, str]],
    language: str,
) -> tuple[str, ...]:
    """The statement of a move: from one of the groups to the other, and each child by name and IIN."""
    origin, to = (GROUP.in_(language, spoken(each, language)) for each in groups)
    said = spoken({"kindergarten": kindergarten, "address": address, "number": len(children)}, language)
    named = (
        _CHILD.in_(language, {"number": number, "name": name.in_(language), "iin": iin})
        for number, (name, iin) in enumerate(children, 1)
    )
    return (*(each.in_(language, {**said, "origin": origin, "to": to}) for each in _REGROUPED), *named)


def departure_sentences(
    said: Mapping[str, Text | str | int], reason: DepartureReason, remark: str, language: str, *, publishes: bool
) -> tuple[str, ...]:
    """The statement of a departure; texts among `said` are told in that language."""
    values = spoken(said, language)
    told = {**values, "reason": DEPARTURE_REASONS[reason].in_(language)}
    return (
        *(each.in_(language, told) for each in (*_DEPARTED, GROUP, _WHEN)),
        *((_REMARK.in_(language, {"remark": remark}),) if remark else ()),
        *((_PUBLISHED.in_(language),) if publishes else ()),
    )


def why_left(enrolment: Enrolment) -> Text | None:
    """Why a child has left its kindergarten, in words; None of one that is there, or in another group of it."""
    if enrolment.ended_by is Ending.SWAPPED:
        return _BY_SWAP
    return DEPARTURE_REASONS[enrolment.departure.reason] if enrolment.departure else None


def spoken(said: Mapping[str, Text | str | int], language: str) -> dict[str, object]:
    """The values of a statement in one language."""
    return {name: each.in_(language) if isinstance(each, Text) else each for name, each in said.items()}


def group_words(group_year: int, language: str, kind: GroupKind) -> dict[str, Text | str | int]:
    """What tells a group from the others, for `GROUP`."""
    return {"year": group_year, "language": LANGUAGE_NAMES[language], "kind": GROUP_KIND_NAMES[kind]}
