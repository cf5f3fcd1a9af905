"""The roster of a kindergarten (domain §7)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True)
class EnrolledChild:
    """A child on the roster, with its names."""

    application_id: UUID
    applicant_id: UUID | None
    application_number: str
    referral_number: str
    group_year: int
    language: str
    accepted_at: datetime
    iin: str
    surname: str
    given_name: str
    patronymic: str | None
    birth_date: date
