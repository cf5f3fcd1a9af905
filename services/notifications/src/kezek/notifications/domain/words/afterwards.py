"""What is left to a family whose application has ended: sentences of their own in messages on it (§7.transfer)."""

from kezek.contracts.texts import Text

AGAIN = Text(
    "Жаңа өтініш беруге болады: ол жаңа уақытпен кезекке қойылады.",
    "Можно подать новое заявление: оно встанет в очередь с новым временем.",
    "You can apply again: the new application stands in the queue at its own time.",
)
STAYS = Text(
    "Балаңыз қазіргі балабақшасында қалады.",
    "Ребёнок остаётся в нынешнем детском саду.",
    "Your child stays in its present kindergarten.",
)
AGAIN_ELSEWHERE = Text(
    "Басқа балабақшаға ауыстыруды қайта сұрауға болады: өтініш жаңа уақытпен кезекке қойылады.",
    "О переводе в другой детский сад можно попросить снова: заявление встанет в очередь с новым временем.",
    "You can ask for another kindergarten again: the application stands in the queue at its own time.",
)


def again(language: str, *, transfer: bool) -> str:
    """What may be asked for once more; of an enrolled child, that it stays where it is."""
    return f"{STAYS.in_(language)} {AGAIN_ELSEWHERE.in_(language)}" if transfer else AGAIN.in_(language)


def stays(language: str, *, transfer: bool) -> str:
    """That an enrolled child stays where it is, after whatever was said before; of another nothing."""
    return f" {STAYS.in_(language)}" if transfer else ""
