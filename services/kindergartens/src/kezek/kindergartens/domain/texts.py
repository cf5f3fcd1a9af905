"""Words in the three languages of the service (domain §1)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bilingual:
    """A name or address as it is asked for: in Kazakh and Russian [M1]."""

    kk: str
    ru: str


@dataclass(frozen=True)
class Words:
    """The same name or sentence in Kazakh, Russian and English."""

    kk: str
    ru: str
    en: str

    def in_(self, language: str) -> str:
        """The words in one language, by its two letters."""
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[language]
