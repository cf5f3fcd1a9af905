"""What a parent signs who asks for another kindergarten, in kk, ru and en (domain §7.transfer)."""

from collections.abc import Mapping, Sequence
from typing import Any

from kezek.contracts.texts import GROUP_KIND_NAMES, LANGUAGE_NAMES, Text
from kezek.contracts.vocabulary import Language

_SENTENCES = (
    Text(
        "Балабақшаға барып жүрген баланы басқа балабақшаға ауыстыру кезегіне қоюды сұраймын.",
        "Прошу поставить ребёнка, посещающего детский сад, в очередь на перевод в другой детский сад.",
        "I ask for a child who attends a kindergarten to be put into the queue for a transfer to another one.",
    ),
    Text(
        "Бала: {child}, ЖСН {child_iin}. Қабылданған өтініші: {application_number}.",
        "Ребёнок: {child}, ИИН {child_iin}. Зачислен по заявлению {application_number}.",
        "Child: {child}, IIN {child_iin}. Enrolled by application {application_number}.",
    ),
    Text("Қазіргі балабақшасы: {kindergarten}.", "Сейчас посещает: {kindergarten}.", "Attends now: {kindergarten}."),
    Text(
        "Кезек: {district_name}, {group_year} жылы туғандар, топ түрі: {kind}. Қалаған оқыту тілі: {languages}.",
        "Очередь: {district_name}, {group_year} год рождения, вид группы: {kind}. Желаемый язык обучения: {languages}.",
        "Queue: {district_name}, born in {group_year}, kind of group: {kind}. Languages wanted: {languages}.",
    ),
    Text(
        "Бала осы жылғы кезекте балабақшаға әлі орналаспаған балалардың бәрінен кейін тұратынын білемін.",
        "Мне известно, что ребёнок стоит в очереди этого года после всех детей, у которых ещё нет места.",
        "I know that the child stands in that queue behind all children who have no place yet.",
    ),
    Text(
        "Жаңа балабақша қабылдағанға дейін бала қазіргі балабақшасында қалатынын, ал қабылдаған сәтте одан "
        "шығарылатынын білемін.",
        "Мне известно, что до зачисления в новый детский сад ребёнок остаётся в нынешнем, а в момент зачисления "
        "выбывает из него.",
        "I know that the child stays in its present kindergarten until another one enrols it, and leaves it at that "
        "instant.",
    ),
)


def transfer_sentences(said: Mapping[str, Any], languages: Sequence[str], language: Language) -> tuple[str, ...]:
    """The statement in the person's language; names in all languages are said in that one."""
    wanted = ", ".join(LANGUAGE_NAMES[each].in_(language) for each in languages)
    named = {
        **said,
        **{name: Text(**said[name]).in_(language) for name in ("child", "kindergarten", "district_name")},
        "kind": GROUP_KIND_NAMES[said["kind"]].in_(language),
        "languages": wanted,
    }
    return tuple(text.in_(language, named) for text in _SENTENCES)
