"""What the history tells of swaps (domain §7.swap)."""

from collections.abc import Mapping

from kezek.contracts.texts import Text

# {garden} is a colon and the kindergarten's name, or nothing while the name is not known
SWAP_HISTORY: Mapping[str, Text] = {
    "swap_proposed": Text(
        "Орын алмасу ұсынылды, ауысатын балабақша{garden}. Келісу мерзімі: {last_day} күні сағат 24:00-ге дейін",
        "Предложен обмен местами, новый детский сад{garden}. Срок согласования: до 24:00 {last_day}",
        "A swap was proposed, the new kindergarten{garden}. To be agreed on by 24:00 on {last_day}",
    ),
    "swap_joined": Text(
        "Орын алмасуға екі отбасы да қол қойды, ауысатын балабақша{garden}. Енді екі балабақша да келісуі керек",
        "Обмен местами подписали обе семьи, новый детский сад{garden}. Теперь должны согласиться оба детских сада",
        "Both families have signed the swap, the new kindergarten{garden}. Now both kindergartens have to approve",
    ),
    "swap_approved": Text(
        "Орын алмасуға балабақша келісті{garden}",
        "На обмен местами согласился детский сад{garden}",
        "A kindergarten approved the swap{garden}",
    ),
    "swapped": Text(
        "Балалар орын ауыстырды, бала енді баратын балабақша{garden}",
        "Дети поменялись местами, теперь детский сад ребёнка{garden}",
        "The children have changed places, the child's kindergarten now{garden}",
    ),
    "swap_cancelled": Text(
        "Отбасылардың бірі орын алмасудан бас тартты, бала өз балабақшасында қалады",
        "Одна из семей отказалась от обмена местами, ребёнок остаётся в своём детском саду",
        "One of the families cancelled the swap, the child stays in its kindergarten",
    ),
    "swap_declined": Text(
        "Балабақша орын алмасуға келіспеді{garden}. Бала өз балабақшасында қалады",
        "Детский сад не согласился на обмен местами{garden}. Ребёнок остаётся в своём детском саду",
        "A kindergarten declined the swap{garden}. The child stays in its kindergarten",
    ),
    "swap_expired": Text(
        "Орын алмасу мерзімінде келісілмеді, бала өз балабақшасында қалады",
        "Обмен местами не согласован в срок, ребёнок остаётся в своём детском саду",
        "The swap was not agreed on in time, the child stays in its kindergarten",
    ),
    "swap_voided": Text(
        "Балалардың бірі кетті, басқа топқа ауысты немесе балабақшалардың бірі жабылды: орын алмасу күшін жойды",
        "Один из детей выбыл или перешёл в другую группу, или один из садов закрыт: обмен местами утратил силу",
        "One of the children has left or gone over to another group, or a kindergarten was closed: the swap is void",
    ),
}
