"""An officer reads the applications of the own district: what waits, what is found, one of them whole (domain §1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from kezek.applications.adapters import claims, desk, journal
from kezek.applications.adapters.statements import list_statement
from kezek.applications.domain.claim import Claim
from kezek.applications.domain.history import HistoryLine
from kezek.contracts.access import Subject
from kezek.contracts.values import Person
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound
from kezek.platform.officers import district_of

_PERSON = TypeAdapter(Person)


@dataclass(frozen=True)
class Sought:
    """By what one looks: by one of the number, the IIN of child or applicant, and the child's name with birth date."""

    number: str | None = None
    iin: str | None = None
    name: str | None = None
    birth_date: date | None = None


@dataclass(frozen=True)
class OpenedApplication:
    """All that an officer sees of an application, and which others may be the same child, or its twins."""

    row: Any
    claims: tuple[Claim, ...]
    history: list[HistoryLine]
    documents: Sequence[Any]
    twins: Sequence[Any]
    same_names: Sequence[Any]
    same_family: Sequence[Any]
    statement: Sequence[Any]


async def find_applications(tx: ReadTx, actor: Actor, sought: Sought) -> Sequence[Any]:
    """The applications of the officer's district that fit; of others it is not even told that there are any."""
    code = district_of(actor)
    if sought.number is not None:
        return await desk.find_by_number(tx, code, sought.number)
    if sought.iin is not None:
        return await desk.find_by_iin(tx, code, sought.iin)
    if sought.name is None or sought.birth_date is None:
        return []
    return await desk.find_by_name(tx, code, sought.name, sought.birth_date)


async def open_application(tx: ReadTx, actor: Actor, application_id: UUID) -> OpenedApplication:
    """One application of the officer's district.

    Raises:
        NotFound: `application_not_found`, also for another district's.
    """
    row = await desk.find_application(tx, district_of(actor), application_id)
    if row is None:
        raise NotFound("application_not_found")
    like = desk.Alike(
        row.child_id, row.applicant_id, row.birth_date, _PERSON.validate_python(row.card["child"]), row.twins
    )
    return OpenedApplication(
        row=row,
        claims=(await claims.list_claims(tx, [application_id])).get(application_id, ()),
        history=await journal.list_history(tx, application_id),
        documents=await journal.list_documents(tx, application_id),
        twins=await desk.list_twins(tx, row.twins, application_id),
        same_names=await desk.list_same_names(tx, like),
        same_family=await desk.list_same_family(tx, like),
        statement=await list_statement(tx, application_id),
    )


def subject_of(row: Any) -> Subject:
    """Whose data an application's are: the applicant's who entrusted them."""
    return Subject(person_id=row.applicant_id, application_id=row.id)
