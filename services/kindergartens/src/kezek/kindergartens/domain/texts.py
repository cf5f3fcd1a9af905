"""Names as kindergartens give them (domain §2.account)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bilingual:
    """A name or address as it is asked for: in Kazakh and Russian [M1]."""

    kk: str
    ru: str
