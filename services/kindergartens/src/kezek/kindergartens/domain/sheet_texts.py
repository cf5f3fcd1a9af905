"""What a worker signs of a group's month, in the person's language (domain §8.sheet)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kezek.contracts.texts import Text
from kezek.kindergartens.domain.roster_texts import GROUP, KINDERGARTEN, spoken

Said = Mapping[str, Text | str | int]
_CLOSE = Text(
    "Топтағы балалардың келу табелін жабамын. Ай: {month}.",
    "Закрываю табель посещаемости группы. Месяц: {month}.",
    "I close the attendance sheet of the group. Month: {month}.",
)
_TOTAL = Text(
    "Балалар саны: {children}. Келген күндердің жалпы саны: {present}. Белгіленбеген жұмыс күндері: {unmarked}.",
    "Детей: {children}. Дней посещения всего: {present}. Рабочих дней без отметки: {unmarked}.",
    "Children: {children}. Days attended in all: {present}. Working days without a mark: {unmarked}.",
)
_LINE = Text(
    "{number}. {name}, ЖСН {iin}: келді – {present}, ауырды – {illness}, демалыста – {leave}, басқа себеп – {other}, "
    "белгі жоқ – {unmarked}.",
    "{number}. {name}, ИИН {iin}: посещение – {present}, болезнь – {illness}, отпуск – {leave}, другая причина – "
    "{other}, без отметки – {unmarked}.",
    "{number}. {name}, IIN {iin}: attended {present}, ill {illness}, on leave {leave}, another reason {other}, "
    "without a mark {unmarked}.",
)
_DIGEST = Text(
    "Әр баланың әр күні мен сағаты жазылған табельдің бақылау қосындысы (SHA-256): {digest}.",
    "Контрольная сумма (SHA-256) табеля, где записан каждый день и час каждого ребёнка: {digest}.",
    "SHA-256 of the sheet with every day and hour of each child: {digest}.",
)
_CLOSE_FINAL = Text(
    "Жабылған айға белгі де, түзету де енгізілмейтінін білемін.",
    "Мне известно, что в закрытый месяц не вносятся ни отметки, ни исправления.",
    "I know that a closed month takes neither marks nor corrections.",
)
_REOPEN = Text(
    "Топтағы балалардың № {number} келу табелін қайта ашамын. Ай: {month}.",
    "Открываю заново табель посещаемости группы № {number}. Месяц: {month}.",
    "I reopen the attendance sheet No. {number} of the group. Month: {month}.",
)
_WHY = Text("Себебі: {reason}", "Причина: {reason}", "Reason: {reason}")
_REOPEN_FINAL = Text(
    "Бұл табельдің қағазы күшін жоятынын, айды қайта қол қойып жабу керегін білемін.",
    "Мне известно, что бумага этого табеля теряет силу и месяц нужно закрыть новой подписью.",
    "I know that the paper of this sheet is void, and that the month is to be closed by another signature.",
)


@dataclass(frozen=True)
class OfSheet:
    """Of which kindergarten, group and month a sheet is, in words."""

    kindergarten: Text
    address: Text
    group: Said
    month: date

    def said(self, language: str) -> dict[str, object]:
        """Values for the sentences."""
        told = spoken({**self.group, "kindergarten": self.kindergarten, "address": self.address}, language)
        return {**told, "month": f"{self.month:%m.%Y}"}


def closing_sentences(
    of: OfSheet, total: Mapping[str, int], lines: Sequence[Said], digest: str, language: str
) -> tuple[str, ...]:
    """The statement of a closing: each child with its days, and the digest of the whole sheet."""
    values = {**of.said(language), **total, "digest": digest}
    before, after = (_CLOSE, KINDERGARTEN, GROUP, _TOTAL), (_DIGEST, _CLOSE_FINAL)
    named = (_LINE.in_(language, {**spoken(each, language), "number": number}) for number, each in enumerate(lines, 1))
    first, last = ([each.in_(language, values) for each in some] for some in (before, after))
    return (*first, *named, *last)


def reopening_sentences(of: OfSheet, number: str, reason: str, language: str) -> tuple[str, ...]:
    """The statement of a reopening, with its reason."""
    values = {**of.said(language), "number": number, "reason": reason}
    return tuple(each.in_(language, values) for each in (_REOPEN, KINDERGARTEN, GROUP, _WHY, _REOPEN_FINAL))
