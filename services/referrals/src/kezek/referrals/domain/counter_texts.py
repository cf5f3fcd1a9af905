"""What an officer signs who chooses a place from a family's paper, in kk, ru and en (domain §6.counter)."""

from collections.abc import Sequence

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language

_ENTERED = Text(
    "Отбасының орын таңдауын олар қол қойған қағаз бойынша енгіземін. Қағаздың көшірмесі: {files}.",
    "Вношу выбор места, сделанный семьёй на подписанной ею бумаге. Копия бумаги: {files}.",
    "I enter the family's choice of a place from a paper that it has signed. Copy of the paper: {files}.",
)
_COMPARED = Text(
    "Қағазға қол қойған өтініш берушінің жеке басын құжаты бойынша тексердім.",
    "Личность заявителя, подписавшего бумагу, проверена мной по документу.",
    "I have checked who the applicant is that signed the paper by an identity document.",
)
_CHILD = Text(
    "№ {number} өтініш бойынша отбасы балабақшадағы мына орынды таңдады. Бала: {child}.",
    "По заявлению № {number} семья выбрала это место в детском саду. Ребёнок: {child}.",
    "By application No. {number} the family has chosen this place in a kindergarten. Child: {child}.",
)
_TOLD = Text(
    "Отбасына жолдаманың мерзімі, ол өткенше балабақшаға келмесе жолдама жойылатыны түсіндірілді.",
    "Семье разъяснены срок направления и то, что оно аннулируется, если не прийти в детский сад в срок.",
    "The family was told until when the referral is valid, and that it becomes void if they do not come in time.",
)


def counter_sentences(
    language: Language, files: Sequence[str], children: Sequence[tuple[str, Text, str]]
) -> tuple[str, ...]:
    """What the officer has before them, then for each child its application, its name, and the place as it is said."""
    chosen = [
        sentence
        for number, child, place in children
        for sentence in (_CHILD.in_(language, {"number": number, "child": child.in_(language)}), place)
    ]
    entered = _ENTERED.in_(language, {"files": ", ".join(files)})
    return (entered, _COMPARED.in_(language), *chosen, _TOLD.in_(language))
