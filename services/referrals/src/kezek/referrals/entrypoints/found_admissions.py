"""The route by which an officer finds a queue application by the number of its admission application (domain §8)."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from kezek.contracts.access import Why
from kezek.contracts.numbers import AdmissionNumber
from kezek.contracts.vocabulary import AdmissionState, Language
from kezek.platform.http.bodies import Body
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Transaction
from kezek.platform.officers import officer_of
from kezek.referrals.entrypoints import permissions
from kezek.referrals.usecases.read_admissions import OpenedAdmission, find_in_district

router = APIRouter()


class FindAdmissionBody(Body):
    """The number, in any spelling."""

    number: AdmissionNumber


class FoundAdmissionView(BaseModel):
    """The application that it belongs to, and the child; `transfer`: an enrolled one that asks for another place."""

    application_id: UUID
    application_number: str
    number: str
    state: AdmissionState
    child_name: str
    child_birth_date: date
    transfer: bool

    @classmethod
    def of(cls, opened: OpenedAdmission, language: Language) -> Self:
        """The view of one that was found."""
        return cls(
            application_id=opened.card.application_id,
            application_number=opened.card.number,
            number=opened.admission.number,
            state=opened.admission.state,
            child_name=opened.card.child.name_in(language).full,
            child_birth_date=opened.card.child_birth_date,
            transfer=opened.candidate.child.transfer is not None,
        )


class FoundAdmissionsView(BaseModel):
    """What has this number in the officer's district: one, or none."""

    items: list[FoundAdmissionView]


@router.post("/desk/admissions/search")
async def search_admission(
    body: FindAdmissionBody, tx: Transaction, log: Annotated[ReadingLog, reading(permissions.FIND_ADMISSION)]
) -> FoundAdmissionsView:
    """An admission application of the officer's district by its number."""
    found = await find_in_district(tx, log.actor, body.number)
    await log.note(officer_of(log.actor), Why.SEARCH, [found.subject] if found else [])
    return FoundAdmissionsView(items=[FoundAdmissionView.of(found, log.actor.language)] if found else [])
