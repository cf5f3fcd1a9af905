"""Templates of contracts: one for each district and kind of kindergarten, in versions (domain §8.contract)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Ownership
from kezek.documents.domain.contract_text import check_text
from kezek.platform.errors import RuleBrokenError

_OWNERSHIP: Mapping[Ownership, Text] = {
    Ownership.STATE: Text("мемлекеттік балабақша", "государственный детский сад", "state kindergarten"),
    Ownership.PRIVATE: Text("жекеменшік балабақша", "частный детский сад", "private kindergarten"),
    Ownership.MINI_CENTRE: Text("шағын орталық", "мини-центр", "mini-centre"),
}
_WHAT = Text(
    "Келісімшарт үлгісінің {version}-нұсқасын жариялаймын.",
    "Публикую версию {version} шаблона договора.",
    "I publish version {version} of the contract's template.",
)
_WHOSE = Text(
    "Аудан (қала), ҚАТО коды: {district}. Балабақшаның түрі: {kind}.",
    "Район (город), код КАТО: {district}. Вид детского сада: {kind}.",
    "District, KATO code: {district}. Kind of kindergarten: {kind}.",
)
_DIGEST = Text(
    "Қазақша және орысша мәтіннің SHA-256 қорытындысы: {sha256}.",
    "SHA-256 текста на казахском и русском: {sha256}.",
    "SHA-256 of the Kazakh and Russian text: {sha256}.",
)
_FROM_NOW = Text(
    "Бұрын жасалған келісімшарттар өзгермейді.",
    "Составленные ранее договоры не меняются.",
    "Contracts that are made already do not change.",
)


@dataclass(frozen=True)
class TemplateText:
    """The text in both languages of papers."""

    kk: str
    ru: str

    def in_(self, language: str) -> str:
        """The text in one of them."""
        return self.ru if language == "ru" else self.kk

    @property
    def sha256(self) -> str:
        """The digest that is signed when it is published."""
        return hashlib.sha256(json.dumps([self.kk, self.ru], ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True)
class Template:
    """A version that was published; version 0 is shipped and signed by nobody."""

    district: str
    ownership: Ownership
    version: int
    text: TemplateText
    act_id: UUID | None = None
    published_at: datetime | None = None
    signed_by_name: str | None = None


def check_template(text: TemplateText) -> None:
    """Refuse a text that no contract can be made of.

    Raises:
        RuleBrokenError: as of a text.
    """
    check_text(text.kk, "kk")
    check_text(text.ru, "ru")


def next_template(before: Template, text: TemplateText) -> int:
    """The number of the version that a text becomes.

    Raises:
        RuleBrokenError: `nothing_changed`, or as of a text.
    """
    check_template(text)
    if text == before.text:
        raise RuleBrokenError("nothing_changed")
    return before.version + 1


def publishing_sentences(district: str, ownership: Ownership, version: int, sha256: str, lang: str) -> tuple[str, ...]:
    """What an administrator signs when publishing a version."""
    values = {"district": district, "kind": _OWNERSHIP[ownership].in_(lang), "version": version, "sha256": sha256}
    return tuple(each.in_(lang, values) for each in (_WHAT, _WHOSE, _DIGEST, _FROM_NOW))
