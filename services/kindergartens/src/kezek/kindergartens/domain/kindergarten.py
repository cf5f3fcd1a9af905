"""Districts, kindergartens and those who work in the system for them (domain §1, §10)."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kezek.kindergartens.domain.texts import Words


class Ownership(StrEnum):
    """State kindergarten (МББ), private with state order (ЖББ), or mini-centre (domain §2)."""

    STATE = "state"
    PRIVATE = "private"
    MINI_CENTRE = "mini_centre"


@dataclass(frozen=True)
class District:
    """A district or city of the region, by its KATO prefix (domain §10)."""

    code: str
    name: Words
    version: int


@dataclass(frozen=True)
class Kindergarten:
    """A kindergarten; `vacancies` counts what it has published so far."""

    id: UUID
    district: str
    name: Words
    address: Words
    phone: str
    ownership: Ownership
    version: int = 1
    vacancies: int = 0
    closed: bool = False
    website: str | None = None
