"""The contract as a paper: the template's text filled in, and the words around it (domain §8.contract)."""

from dataclasses import asdict
from typing import Any

from kezek.contracts.texts import Text
from kezek.documents.domain.contract_fields import ContractFacts, field_values
from kezek.documents.domain.contract_text import fill_in, laid_out
from kezek.documents.domain.papers import COMMON_LABELS

_LABELS = {
    **COMMON_LABELS,
    "title": Text("Келісімшарт", "Договор", "Contract"),
    "subtitle": Text(
        "мектепке дейінгі тәрбие мен оқыту туралы",
        "о дошкольном воспитании и обучении",
        "on pre-school education",
    ),
    "applicant": Text("Ата-ана", "Родитель", "Parent"),
    "applicant_signs": Text(
        "Құжаттарды тапсырғанда ЭЦҚ-мен қол қояды.",
        "Подписывает ЭЦП при сдаче документов.",
        "Signs when handing the papers in.",
    ),
    "kindergarten_signs": Text(
        "Баланы қабылдағанда ЭЦҚ-мен қол қояды.",
        "Подписывает ЭЦП при зачислении ребёнка.",
        "Signs when accepting the child.",
    ),
    "made": Text(
        "Келісімшартты электрондық кезек жүйесі тіркелімдердегі деректермен толтырды. Екі тараптың қолтаңбасы "
        "келісімшартпен бірге бір файлда (ASiC-E) сақталады, оны кез келген тексеру құралы тани алады. Қағаздағы мөр "
        "мен қол қажет емес.",
        "Договор заполнен системой электронной очереди по данным регистров. Подписи обеих сторон хранятся вместе с "
        "договором в одном файле (ASiC-E), который распознаёт любое средство проверки. Печать и подпись на бумаге не "
        "нужны.",
        "Filled in by the electronic queue. Both signatures are kept with the contract in one file (ASiC-E).",
    ),
}


def contract_page(facts: ContractFacts, text: str, check_url: str, language: str) -> dict[str, Any]:
    """The contract's part in one language, all words ready."""
    labels = {name: words.in_(language) for name, words in _LABELS.items()}
    blocks = laid_out(fill_in(text, field_values(facts, language)))
    parties = facts.parties
    return {
        **labels,
        "lang": language,
        "number": facts.number,
        "blocks": blocks,
        "kindergarten_name": parties.garden.name.in_(language),
        "applicant_name": parties.applicant_name.in_(language),
        "all_words": text + "".join(field_values(facts, language).values()),
        "qr": labels["qr"].format(check_url),
        "check_url": check_url,
    }


def contract_title(number: str) -> Text:
    """What lists call the paper."""
    return Text(**{language: f"{word} № {number}" for language, word in asdict(_LABELS["title"]).items()})
