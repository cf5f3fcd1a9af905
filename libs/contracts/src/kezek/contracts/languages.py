"""Languages of people and of instruction (domain §1, §6.1)."""

from enum import StrEnum

from kezek.contracts.events import Contract


class Language(StrEnum):
    """A language the service speaks."""

    KK = "kk"
    RU = "ru"
    EN = "en"


class Text(Contract):
    """A name or sentence in the three languages of the service."""

    kk: str
    ru: str
    en: str

    def in_(self, language: Language) -> str:
        """The text in one language."""
        return {Language.KK: self.kk, Language.RU: self.ru, Language.EN: self.en}[language]
