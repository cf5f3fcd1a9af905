"""What an officer signs when annulling places, in kk, ru and en (domain §6.1)."""

from collections.abc import Mapping, Sequence

from kezek.contracts.texts import GROUP_KIND_NAMES, LANGUAGE_NAMES, Text
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import AnnulmentReason, InstructionLanguage, Language

REASONS: Mapping[AnnulmentReason, Text] = {
    AnnulmentReason.PUBLISHED_BY_MISTAKE: Text(
        "орындар қате жарияланған", "места опубликованы по ошибке", "the places were published by mistake"
    ),
    AnnulmentReason.GROUP_NOT_OPENED: Text(
        "топ ашылмайды", "группа не открывается", "the group is not going to be opened"
    ),
    AnnulmentReason.PREMISES_UNUSABLE: Text(
        "үй-жайды пайдалануға болмайды", "помещения непригодны", "the premises cannot be used"
    ),
    # the officer's own words follow
    AnnulmentReason.OTHER: Text("басқа, төменде жазылған", "другая, указана ниже", "another, as written below"),
}
_ANNUL = Text(
    "Жарияланған бос орындардың күшін жоямын. Балабақша: {name}, {address}.",
    "Аннулирую опубликованные свободные места. Детский сад: {name}, {address}.",
    "I annul published free places. Kindergarten: {name}, {address}.",
)
_GROUP = Text(
    "Топтың жылы: {year}; оқыту тілі: {language}; топтың түрі: {kind}.",
    "Год группы: {year}; язык обучения: {language}; вид группы: {kind}.",
    "Group year: {year}; language of instruction: {language}; kind of group: {kind}.",
)
_PLACES = Text(
    "Орын саны: {many}. Жарияланымдағы реттік нөмірлері: {ordinals}.",
    "Количество мест: {many}. Порядковые номера в публикации: {ordinals}.",
    "Number of places: {many}. Their numbers within the publication: {ordinals}.",
)
_TURNS = Text(
    "Ұсынылған орынынан айырылатын өтініштер: {numbers}. Бұл балалардың таңдау мерзімі аяқталады, олар өтініш берілген "
    "уақыты бойынша кезекке қайтарылады.",
    "Заявления, по которым предложенное место снимается: {numbers}. Срок выбора этих детей завершается, они "
    "возвращаются в очередь по времени подачи заявления.",
    "Applications that lose the offered place: {numbers}. These children's turns end, they stand in the queue again, "
    "by the time of their applications.",
)
_WHY = Text("Себебі: {reason}.", "Причина: {reason}.", "Reason: {reason}.")
_REMARK = Text("Түсіндірме: {remark}", "Пояснение: {remark}", "Explanation: {remark}")


def annulment_sentences(
    language: Language,
    garden: tuple[Text, Text],
    group: tuple[QueueRef, InstructionLanguage],
    places: Sequence[tuple[int, str | None]],
    why: tuple[AnnulmentReason, str],
) -> tuple[str, ...]:
    """The statement in the officer's language.

    `garden` is name and address; `places` are ordinals, each with the number of the application it is held for; `why`
    is the reason with the officer's own words.
    """
    (name, address), (queue, taught_in), (reason, remark) = garden, group, why
    numbers = [number for _, number in places if number is not None]
    told = {"many": len(places), "ordinals": ", ".join(str(ordinal) for ordinal, _ in places)}
    group_words = {
        "year": queue.group_year,
        "language": LANGUAGE_NAMES[taught_in].in_(language),
        "kind": GROUP_KIND_NAMES[queue.kind].in_(language),
    }
    said = [
        _ANNUL.in_(language, {"name": name.in_(language), "address": address.in_(language)}),
        _GROUP.in_(language, group_words),
        _PLACES.in_(language, told),
        _WHY.in_(language, {"reason": REASONS[reason].in_(language)}),
    ]
    if numbers:
        said.insert(3, _TURNS.in_(language, {"numbers": ", ".join(numbers)}))
    return (*said, _REMARK.in_(language, {"remark": remark})) if remark else tuple(said)
