"""What families and kindergartens sign of a swap, in the person's language (domain §2.acts, §7.swap)."""

from collections.abc import Mapping
from enum import StrEnum

from kezek.contracts.law import Reason
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import SwapState
from kezek.kindergartens.domain.roster_texts import GROUP, spoken

Said = Mapping[str, Text | str | int]


class FamilysAct(StrEnum):
    """What a family signs."""

    PROPOSE = "propose"
    JOIN = "join"
    CANCEL = "cancel"


_BEGINS = {
    FamilysAct.PROPOSE: Text(
        "Баламның балабақшадағы орнын басқа отбасы баласының орнына ауыстыруды ұсынамын.",
        "Предлагаю обменять место моего ребёнка в детском саду на место ребёнка другой семьи.",
        "I propose that my child's place in the kindergarten be swapped with that of another family's child.",
    ),
    FamilysAct.JOIN: Text(
        "Басқа отбасы ұсынған орын алмасуға келісемін.",
        "Соглашаюсь на обмен местами, предложенный другой семьёй.",
        "I agree to the swap that another family has proposed.",
    ),
    FamilysAct.CANCEL: Text(
        "Балабақшадағы орын алмасудан бас тартамын.",
        "Отказываюсь от обмена местами в детском саду.",
        "I cancel the swap of kindergarten places.",
    ),
}
# a name is what a register wrote: it stands after a colon, where no language declines it
_CHILD = (
    Text("Бала: {child}, ЖСН {iin}.", "Ребёнок: {child}, ИИН {iin}.", "Child: {child}, IIN {iin}."),
    Text(
        "Қазіргі балабақшасы: {from_name}, {from_address}.",
        "Нынешний детский сад: {from_name}, {from_address}.",
        "Present kindergarten: {from_name}, {from_address}.",
    ),
    Text(
        "Ауысатын балабақшасы: {to_name}, {to_address}.",
        "Новый детский сад: {to_name}, {to_address}.",
        "New kindergarten: {to_name}, {to_address}.",
    ),
)
_FOLLOWS = (
    Text(
        "Екі отбасы қол қойып, екі балабақша келіскен күні екі бала да балабақшасын бірден ауыстыратынын білемін.",
        "Мне известно: когда подпишут обе семьи и согласятся оба детских сада, дети меняются местами сразу, "
        "в тот же день.",
        "I know that once both families have signed and both kindergartens have approved, the children change places "
        "at once, on that day.",
    ),
    Text(
        "Оған дейін әр отбасы орын алмасудан бас тарта алады.",
        "До этого каждая из семей может отказаться от обмена.",
        "Until then either family may cancel.",
    ),
)
_APPROVE = Text(
    "Балабақша атынан балалардың орын алмасуына келісемін.",
    "От имени детского сада соглашаюсь на обмен детей местами.",
    "On behalf of the kindergarten I approve the swap of the children.",
)
_DECLINE = Text(
    "Балабақша атынан балалардың орын алмасуына келіспеймін.",
    "От имени детского сада не соглашаюсь на обмен детей местами.",
    "On behalf of the kindergarten I decline the swap of the children.",
)
_KINDERGARTEN = Text("Балабақша: {own_name}.", "Детский сад: {own_name}.", "Kindergarten: {own_name}.")
_SWAPPED = (
    Text(
        "Біздің тізімнен кетеді: {leaves}, ЖСН {leaves_iin}.",
        "Уходит из нашего списка: {leaves}, ИИН {leaves_iin}.",
        "Leaves our roster: {leaves}, IIN {leaves_iin}.",
    ),
    Text(
        "Біздің тізімге келеді: {comes}, ЖСН {comes_iin}.",
        "Приходит в наш список: {comes}, ИИН {comes_iin}.",
        "Comes on our roster: {comes}, IIN {comes_iin}.",
    ),
    Text(
        "Екінші балабақша: {other_name}.",
        "Второй детский сад: {other_name}.",
        "The other kindergarten: {other_name}.",
    ),
)
_AT_ONCE = Text(
    "Екі балабақша да келіскен күні балалар бірден ауысатынын, орын жарияланбайтынын білемін.",
    "Мне известно: когда согласятся оба детских сада, дети меняются местами сразу, место не публикуется.",
    "I know that once both kindergartens have approved the children change places at once, and no place is published.",
)
_WHY = Text("Себебі: {remark}", "Причина: {remark}", "Reason: {remark}")


# the reason of its end is that of one child's: which one, the other family is not told
_VOID = {
    Reason.CHILD_DEPARTED: Text(
        "балалардың бірі балабақшадан кетті",
        "один из детей выбыл из детского сада",
        "one of the children left its kindergarten",
    ),
    Reason.CHILD_REGROUPED: Text(
        "балалардың бірі басқа топқа ауыстырылды",
        "один из детей переведён в другую группу",
        "one of the children went over to another group",
    ),
    Reason.KINDERGARTEN_CLOSED: Text(
        "балабақшалардың бірі жабылды", "один из детских садов закрыт", "one of the kindergartens was closed"
    ),
}


def why(state: SwapState, reason: Reason) -> Text:
    """Why a swap is as it is, for either family."""
    return _VOID.get(reason, reason.text) if state is SwapState.VOIDED else reason.text


def family_sentences(act: FamilysAct, said: Said, group: Said, language: str) -> tuple[str, ...]:
    """The statement of a family; texts among what is said are told in that language."""
    values, follows = spoken(said, language), () if act is FamilysAct.CANCEL else _FOLLOWS
    lines = (_BEGINS[act], *_CHILD)
    return (
        *(each.in_(language, values) for each in lines),
        GROUP.in_(language, spoken(group, language)),
        *(each.in_(language) for each in follows),
    )


def kindergarten_sentences(said: Said, group: Said, language: str, *, remark: str | None) -> tuple[str, ...]:
    """The statement of a kindergarten that approves or, with a remark, declines."""
    values = spoken(said, language)
    ends = _AT_ONCE.in_(language) if remark is None else _WHY.in_(language, {"remark": remark})
    return (
        (_APPROVE if remark is None else _DECLINE).in_(language),
        *(each.in_(language, values) for each in (_KINDERGARTEN, *_SWAPPED)),
        GROUP.in_(language, spoken(group, language)),
        ends,
    )
