"""A contract between a family and a kindergarten: one for each referral (domain §8.contract)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Contract:
    """A contract's number and by which template it is made; `template_id` none: by the shipped one."""

    referral_id: UUID
    district: str
    year: int
    serial: int
    template_id: UUID | None
    made_at: datetime

    @property
    def number(self) -> str:
        """The district, the year, and the how manieth of both: 1110-2026-000017."""
        return f"{self.district}-{self.year}-{self.serial:06}"
