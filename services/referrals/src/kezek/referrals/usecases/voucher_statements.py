"""The sentences families sign in the voucher regime, in their language (domain §9.profiles)."""

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language

_RESTORATION = (
    Text(
        "№ {number} өтінішті қалпына келтіремін. Бала: {child}.",
        "Восстанавливаю заявление № {number}. Ребёнок: {child}.",
        "I restore application No. {number}. Child: {child}.",
    ),
    Text(
        "Баланың кезекке өз уақытымен қайта тұратынын, өтініш бір рет қана қалпына келтірілетінін және келесі жолы "
        "мерзім өтіп кетсе, бала кезектен алынатынын білемін.",
        "Мне известно, что ребёнок вернётся в очередь по своему времени, что заявление восстанавливается только один "
        "раз и что после следующего пропущенного срока ребёнка снимут с очереди.",
        "I know that the child stands in the queue again at its own time, that an application is restored only once, "
        "and that the next term that is let pass removes the child from the queue.",
    ),
)
_DECLINING = (
    Text(
        "№ {number} өтініш бойынша ұсынылған орыннан бас тартамын. Бала: {child}.",
        "Отказываюсь от места, предложенного по заявлению № {number}. Ребёнок: {child}.",
        "I decline the place that was offered for application No. {number}. Child: {child}.",
    ),
    Text(
        "Баланың кезектен алынатынын, бұл орын басқа балаға берілетінін және жаңа өтініш жаңа уақытпен берілетінін "
        "білемін.",
        "Мне известно, что ребёнка снимут с очереди, что это место получит другой ребёнок, а новое заявление "
        "подаётся с новым временем.",
        "I know that the child is removed from the queue, that this place goes to another child, and that a new "
        "application has a new time.",
    ),
)


def restoration(language: Language, number: str, child: Text) -> tuple[str, ...]:
    """What a parent signs when having an inactive application restored."""
    return _said(_RESTORATION, language, number, child)


def declining(language: Language, number: str, child: Text) -> tuple[str, ...]:
    """What a parent signs when refusing a place where that costs the one in the queue."""
    return _said(_DECLINING, language, number, child)


def _said(texts: tuple[Text, ...], language: Language, number: str, child: Text) -> tuple[str, ...]:
    words = {"number": number, "child": child.in_(language)}
    return tuple(text.in_(language, words) for text in texts)
