"""The sentences people sign, in their language; frozen in the act's bytes (architecture §services)."""

from collections.abc import Iterable
from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator

from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.texts import LANGUAGE_NAMES, Text
from kezek.contracts.values import Person
from kezek.contracts.vocabulary import Language
from kezek.platform.acts import ActModel

# a name is what a register wrote: it stands after a colon, where no language declines it
_CHOICE = (
    Text(
        "№ {application_number} өтініш бойынша балабақшадағы орынды таңдаймын. Бала: {child}.",
        "По заявлению № {application_number} я выбираю место в детском саду. Ребёнок: {child}.",
        "By application No. {application_number} I choose a place in a kindergarten. Child: {child}.",
    ),
    Text(
        "Орын: {name}, {address}; топтың жылы {group_year}, оқыту тілі: {language}.",
        "Место: {name}, {address}; год группы {group_year}, язык обучения: {language}.",
        "Place: {name}, {address}; group year {group_year}, language of instruction: {language}.",
    ),
)
_COMES_IN_TIME = Text(
    "Жолдаманың мерзімі өткенше балабақшаға келмесем, жолдама жойылатынын білемін.",
    "Мне известно, что направление аннулируется, если не прийти в детский сад в срок.",
    "I know that the referral becomes void if the family does not come to the kindergarten in time.",
)
_ACCEPTANCE = (
    Text(
        "№ {referral_number} жолдама бойынша баланы балабақшаға қабылдаймын. Бала: {child}.",
        "По направлению № {referral_number} принимаю ребёнка в детский сад. Ребёнок: {child}.",
        "By referral No. {referral_number} I accept the child into the kindergarten. Child: {child}.",
    ),
    Text(
        "Қайда: {name}; топтың жылы {group_year}, оқыту тілі: {language}.",
        "Куда: {name}; год группы {group_year}, язык обучения: {language}.",
        "Where: {name}; group year {group_year}, language of instruction: {language}.",
    ),
)
_LEAVES = Text(
    "Бала осы сәтте бұрынғы балабақшасынан шығарылады: {leaves}.",
    "В этот же момент ребёнок выбывает из прежнего детского сада: {leaves}.",
    "At the same instant the child leaves its former kindergarten: {leaves}.",
)
_WITHDRAWAL = (
    Text(
        "№ {application_number} өтінішті қайтарып аламын. Бала: {child}.",
        "Отзываю заявление № {application_number}. Ребёнок: {child}.",
        "I withdraw application No. {application_number}. Child: {child}.",
    ),
    Text(
        "Баланың кезектегі орны, ұсынылған орын және берілген жолдама сақталмайтынын, жаңа өтініш жаңа уақытпен "
        "берілетінін білемін.",
        "Мне известно, что место ребёнка в очереди, предложенное место и выданное направление не сохраняются, а новое "
        "заявление подаётся с новым временем.",
        "I know that the child's position, an offered place and an issued referral are given up, and that a new "
        "application has a new time.",
    ),
)
_MOVE = Text(
    "№ {application_number} өтініш бойынша баланы басқа ауданның кезегіне ауыстырамын. Бала: {child}. Аудан: "
    "{district}.",
    "По заявлению № {application_number} перевожу ребёнка в очередь другого района. Ребёнок: {child}. Район: "
    "{district}.",
    "By application No. {application_number} I move the child to the queue of another district. Child: {child}. "
    "District: {district}.",
)
_MOVE_ENDS = Text(
    "Ұсынылған орын сақталмайтынын, бұрынғы ауданның кезегінен бала шығатынын білемін.",
    "Мне известно, что предложенное место не сохраняется, а из очереди прежнего района ребёнок выходит.",
    "I know that an offered place is given up and that the child leaves the queue of the former district.",
)
_MOVE_ENDS_ALL = Text(
    "Ұсынылған орындар сақталмайтынын, бұрынғы ауданның кезегінен балалар шығатынын, егіздер жаңа кезекте де бірге "
    "тұратынын білемін.",
    "Мне известно, что предложенные места не сохраняются, из очереди прежнего района дети выходят, а в новой очереди "
    "близнецы тоже стоят вместе.",
    "I know that offered places are given up, that the children leave the queue of the former district, and that the "
    "twins stand together in the new one, too.",
)
_TIME_KEPT = Text(
    "Өтініш берілген бұрынғы уақыт сақталады.",
    "Прежнее время подачи сохраняется.",
    "The former time of the application is kept.",
)
_TIME_LOST = Text(
    "Өтініш берілген бұрынғы уақыт сақталмайды: жаңа кезекте осы қол қойылған уақыт саналады.",
    "Прежнее время подачи не сохраняется: в новой очереди считается время этой подписи.",
    "The former time of the application is not kept: in the new queue the time of this signature counts.",
)


class StatedKindergarten(ActModel):
    """A kindergarten as a statement names it."""

    id: UUID
    name: Text
    address: Text


def _former_name(stated: object) -> object:
    """Acts prepared by an earlier release name the child in one language for all."""
    return Text(stated, stated, stated) if isinstance(stated, str) else stated


class StatedLeaving(ActModel):
    """What a family knew of its application that it ends: a place held for a turn, a referral that is valid."""

    application_number: str
    child: Text
    turn_id: UUID | None
    referral_number: str | None


class StatedPlace(ActModel):
    """What every statement of this service says: which child, which group of which kindergarten."""

    child: Annotated[Text, BeforeValidator(_former_name)]
    group_year: int
    language: str
    kindergarten: StatedKindergarten


def child_names(child: Person) -> Text:
    """What a statement in each language calls the child."""
    return Text(**{each: child.name_in(each).full for each in Language})


def kindergarten_facts(kindergarten: Kindergarten) -> StatedKindergarten:
    """What a statement says of a kindergarten."""
    return StatedKindergarten(id=kindergarten.kindergarten_id, name=kindergarten.name, address=kindergarten.address)


def choices(language: Language, first: StatedPlace, twins: Iterable[StatedPlace]) -> tuple[str, ...]:
    """What a parent signs when choosing a place, or places for twins."""
    said = [_sentences(_CHOICE, language, each) for each in (first, *twins)]
    return (*(sentence for each in said for sentence in each), _COMES_IN_TIME.in_(language))


def chosen_place(language: Language, facts: StatedPlace) -> str:
    """Which place is chosen, as it is said in each choice."""
    (said,) = _sentences(_CHOICE[1:], language, facts)
    return said


_SIGNS = Text(
    "Отбасы қол қойған № {number} келісімшартқа балабақша атынан қол қоямын.",
    "От имени детского сада подписываю договор № {number}, подписанный семьёй.",
    "For the kindergarten I sign contract No. {number}, which the family has signed.",
)


def acceptance(
    language: Language, facts: StatedPlace, leaves: Text | None = None, contract: str | None = None
) -> tuple[str, ...]:
    """What a worker signs when accepting a child, also one that leaves another kindergarten by that (§7.transfer)."""
    said = (_LEAVES.in_(language, {"leaves": leaves.in_(language)}),) if leaves else ()
    signs = (_SIGNS.in_(language, {"number": contract}),) if contract else ()
    return (*_sentences(_ACCEPTANCE, language, facts), *said, *signs)


def withdrawal(language: Language, facts: StatedLeaving) -> tuple[str, ...]:
    """What a parent signs when taking the application back."""
    words = {"application_number": facts.application_number, "child": facts.child.in_(language)}
    return tuple(text.in_(language, words) for text in _WITHDRAWAL)


class StatedMove(StatedLeaving):
    """What a move says besides: whether the old time counts in the new queue, by which policy."""

    old_time_kept: bool
    policy: str


class StatedMoves(StatedMove):
    """A move of one child, or of twins together: the others are said like the first."""

    twins: tuple[StatedMove, ...] = ()


def move(language: Language, facts: StatedMoves, district: Text) -> tuple[str, ...]:
    """What a parent signs when moving the child, or twins together, to another district."""
    said = [
        _MOVE.in_(
            language,
            {
                "application_number": each.application_number,
                "child": each.child.in_(language),
                "district": district.in_(language),
            },
        )
        for each in (facts, *facts.twins)
    ]
    time = _TIME_KEPT if facts.old_time_kept else _TIME_LOST
    return (*said, (_MOVE_ENDS_ALL if facts.twins else _MOVE_ENDS).in_(language), time.in_(language))


def _sentences(texts: tuple[Text, ...], language: Language, facts: StatedPlace) -> tuple[str, ...]:
    words = facts.model_dump() | {
        "child": facts.child.in_(language),
        "name": facts.kindergarten.name.in_(language),
        "address": facts.kindergarten.address.in_(language),
        "language": LANGUAGE_NAMES[facts.language].in_(language),
    }
    return tuple(text.in_(language, words) for text in texts)
