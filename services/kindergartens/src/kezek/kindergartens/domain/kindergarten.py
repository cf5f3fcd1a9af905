"""Districts, kindergartens and those who work in the system for them (domain §1, §10)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.values import Location
from kezek.contracts.vocabulary import Ownership


@dataclass(frozen=True)
class District:
    """A district or city of the region, by its KATO prefix (domain §10)."""

    code: str
    name: Text
    version: int


@dataclass(frozen=True)
class Kindergarten:
    """A kindergarten; `vacancies` counts what it has published so far."""

    id: UUID
    district: str
    name: Text
    address: Text
    phone: str
    ownership: Ownership
    version: int = 1
    vacancies: int = 0
    closed: bool = False
    closed_at: datetime | None = None
    website: str | None = None
    location: Location | None = None
    bin: str | None = None
