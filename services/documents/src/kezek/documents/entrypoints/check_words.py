"""What the page behind a paper's QR code says: of a referral, or of a group's month (domain §7, §8.sheet)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kezek.contracts.texts import Text
from kezek.documents.domain.papers import TERM_STANDS
from kezek.documents.domain.referral import Verdict
from kezek.documents.domain.texts import date_words, month_words
from kezek.documents.usecases.check_paper import Checked, CheckedPaper, CheckedSheet

_UNKNOWN = "unknown"
_WHAT = Text("Балабақшаға жолдаманы тексеру", "Проверка направления в детский сад", "Check of a kindergarten referral")
_TITLES: Mapping[str, Text] = {
    Verdict.VALID.value: Text("Жолдама жарамды", "Направление действительно", "The referral is valid"),
    Verdict.USED.value: Text("Жолдама пайдаланылған", "Направление использовано", "The referral has been used"),
    Verdict.VOID.value: Text("Жолдама жарамсыз", "Направление недействительно", "The referral is not valid"),
    _UNKNOWN: Text("Мұндай жолдама жоқ", "Такого направления нет", "There is no such referral"),
}
_HINTS: Mapping[str, Text] = {
    Verdict.VALID.value: Text(
        "Онымен төмендегі балабақшаға мерзімінде келу керек.",
        "С ним нужно прийти в указанный детский сад в срок.",
        "Bring it to the kindergarten below in time.",
    ),
    Verdict.USED.value: Text(
        "Балабақша баланы осы жолдама бойынша қабылдады.",
        "Детский сад зачислил ребёнка по этому направлению.",
        "The kindergarten has enrolled the child with it.",
    ),
    Verdict.VOID.value: Text(
        "Мерзімі өткен немесе жойылған. Орын басқа балаға ұсынылады.",
        "Срок истёк или направление аннулировано. Место предлагается другому ребёнку.",
        "It has expired or was withdrawn. The place goes to another child.",
    ),
    _UNKNOWN: Text(
        "Мекенжайды қағаздағымен салыстырыңыз немесе QR-кодты қайта түсіріңіз.",
        "Сверьте адрес с бумагой или отсканируйте QR-код ещё раз.",
        "Compare the address with the paper, or scan the QR code again.",
    ),
}
_KINDERGARTEN = Text("Балабақша", "Детский сад", "Kindergarten")
_UNTIL = Text("Жарамдылық мерзімінің соңғы күні", "Последний день срока действия", "Last day of validity")
_DAY_END = Text("{}, сағат 24:00-ге дейін", "{}, до 24:00", "{}, until 24:00")
_STANDS = Text(
    "Жолдаманың мерзімі қазір жүрмейді.",
    "Срок направления сейчас не идёт.",
    "The term of the referral does not run now.",
)
_WHAT_SHEET = Text("Келу табелін тексеру", "Проверка табеля посещаемости", "Check of an attendance sheet")
_SHEET_TITLES = {
    Verdict.VALID: Text("Табель күшінде", "Табель действует", "The attendance sheet counts"),
    Verdict.VOID: Text("Табель күшін жойған", "Табель утратил силу", "The attendance sheet counts no more"),
}
_SHEET_HINTS = {
    Verdict.VALID: Text(
        "Балабақша осы айды ЭЦҚ-мен жапқан. Нөмірі мен бақылау қосындысын (SHA-256) қағаздағымен салыстырыңыз.",
        "Детский сад закрыл этот месяц с ЭЦП. Сверьте номер и контрольную сумму (SHA-256) с бумагой.",
        "The kindergarten has closed this month with a signature. Compare number and digest with the paper.",
    ),
    Verdict.VOID: Text(
        "Балабақша бұл айды қайта ашқан. Жаңа табельді сұраңыз.",
        "Детский сад открыл этот месяц заново. Попросите новый табель.",
        "The kindergarten has opened this month again. Ask for the new sheet.",
    ),
}
_NUMBER = Text("Табель нөмірі", "Номер табеля", "Sheet")
_MONTH = Text("Ай", "Месяц", "Month")
_DIGEST = Text("Бақылау қосындысы (SHA-256)", "Контрольная сумма (SHA-256)", "SHA-256")


@dataclass(frozen=True)
class CheckWords:
    """What was checked and the verdict, in words of one language; rows are names with values."""

    what: str
    verdict: str
    title: str
    hint: str
    rows: Sequence[tuple[str, str]] = ()


def check_words(checked: Checked | None, lang: str) -> CheckWords:
    """What is said of what was found behind a code, or of nothing."""
    if checked is None:
        return CheckWords(_WHAT.in_(lang), _UNKNOWN, _TITLES[_UNKNOWN].in_(lang), _HINTS[_UNKNOWN].in_(lang))
    return _of_sheet(checked, lang) if isinstance(checked, CheckedSheet) else _of_referral(checked, lang)


def _of_referral(checked: CheckedPaper, lang: str) -> CheckWords:
    verdict = checked.verdict.value
    hint = _STANDS if checked.stopped else _HINTS[verdict]
    day = _DAY_END.in_(lang).format(date_words(checked.last_day, lang))
    rows = (
        (_KINDERGARTEN.in_(lang), checked.kindergarten.in_(lang)),
        (_UNTIL.in_(lang), TERM_STANDS.in_(lang) if checked.stopped else day),
    )
    return CheckWords(_WHAT.in_(lang), verdict, _TITLES[verdict].in_(lang), hint.in_(lang), rows)


def _of_sheet(checked: CheckedSheet, lang: str) -> CheckWords:
    rows = (
        (_KINDERGARTEN.in_(lang), checked.kindergarten.in_(lang)),
        (_MONTH.in_(lang), month_words(checked.month, lang)),
        (_NUMBER.in_(lang), checked.number),
        (_DIGEST.in_(lang), checked.digest),
    )
    title, hint = _SHEET_TITLES[checked.verdict], _SHEET_HINTS[checked.verdict]
    return CheckWords(_WHAT_SHEET.in_(lang), checked.verdict.value, title.in_(lang), hint.in_(lang), rows)
