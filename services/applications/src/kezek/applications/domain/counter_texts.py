"""What an officer signs who enters a family's paper at the counter, in kk, ru and en (domain §3.counter)."""

from collections.abc import Sequence

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language

_ENTERED = Text(
    "Отбасы қағаз түрінде тапсырған, қол қойылған өтінішті енгіземін. Қағаздың көшірмесі: {files}.",
    "Ввожу подписанное заявление, поданное семьёй на бумаге. Копия бумаги: {files}.",
    "I enter a signed application that the family handed in on paper. Copy of the paper: {files}.",
)
_COMPARED = Text(
    "Өтініш берушінің жеке басын құжаты бойынша тексердім.",
    "Личность заявителя проверена мной по документу.",
    "I have checked who the applicant is by an identity document.",
)


def counter_sentences(said: Sequence[str], files: Sequence[str], language: Language) -> tuple[str, ...]:
    """The officer's own sentences, then those of the application."""
    return (_ENTERED.in_(language, {"files": ", ".join(files)}), _COMPARED.in_(language), *said)
