"""How many decisions wait: for the officer's desk, and district by district for administrators (domain §3.review)."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from kezek.applications.entrypoints.permissions import COUNT_ALL_DUE, COUNT_DUE
from kezek.applications.entrypoints.views import is_over
from kezek.applications.usecases.count_dues import count_dues, dues_by_district
from kezek.contracts.vocabulary import ClaimKind
from kezek.platform.actors import Actor
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading
from kezek.platform.officers import district_of

router = APIRouter()


class DuesView(BaseModel):
    """Claims that wait for an officer, by the end of their legal term."""

    model_config = ConfigDict(from_attributes=True)

    waiting: int
    overdue: int
    today: int = Field(description="whose term ends with this day in Kazakhstan")
    later: int
    without_term: int = Field(description="whose term has not begun")
    asked: int = Field(description="claims that wait for the family's better copy")
    refusals: int = Field(description="children whose kindergarten refused them, until an officer decides")


class DueClaimView(BaseModel):
    """A claim of the desk by its application's number."""

    application_id: UUID
    number: str
    kind: ClaimKind
    benefit: str | None
    due_at: AwareDatetime | None
    overdue: bool


class DeskDuesView(BaseModel):
    """What waits in the officer's district, and what is due first."""

    as_of: datetime
    dues: DuesView
    first: list[DueClaimView]


class DistrictDuesView(BaseModel):
    """What waits in a district."""

    district: str
    dues: DuesView


class RegionDuesView(BaseModel):
    """The districts in which anything waits."""

    as_of: datetime
    items: list[DistrictDuesView]


@router.get("/desk/due")
async def get_dues(tx: Reading, actor: Annotated[Actor, require(COUNT_DUE)]) -> DeskDuesView:
    """How many decisions wait in the officer's district, how many of them are overdue, and what is due first."""
    dues, first = await count_dues(tx, district_of(actor))
    items = [
        DueClaimView(
            application_id=row.id,
            number=row.number,
            kind=row.kind,
            benefit=row.benefit,
            due_at=row.due_at,
            overdue=is_over(row.due_at, tx.now()),
        )
        for row in first
    ]
    return DeskDuesView(as_of=tx.now(), dues=DuesView.model_validate(dues), first=items)


@router.get("/due", dependencies=[require(COUNT_ALL_DUE)])
async def get_dues_of_region(tx: Reading) -> RegionDuesView:
    """How many decisions wait in each district."""
    found = await dues_by_district(tx)
    items = [DistrictDuesView(district=code, dues=DuesView.model_validate(dues)) for code, dues in found.items()]
    return RegionDuesView(as_of=tx.now(), items=items)
