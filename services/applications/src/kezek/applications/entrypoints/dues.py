"""How many decisions wait: for the officer's desk, and district by district for administrators (domain §3.review)."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from kezek.applications.entrypoints.permissions import COUNT_ALL_DUE, COUNT_DUE
from kezek.applications.usecases.count_dues import count_dues, dues_by_district
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


class DeskDuesView(BaseModel):
    """What waits in the officer's district: numbers alone, nobody's data."""

    as_of: datetime
    dues: DuesView


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
    """How many decisions wait in the officer's district, and how many of them are overdue."""
    dues = await count_dues(tx, district_of(actor))
    return DeskDuesView(as_of=tx.now(), dues=DuesView.model_validate(dues))


@router.get("/due", dependencies=[require(COUNT_ALL_DUE)])
async def get_dues_of_region(tx: Reading) -> RegionDuesView:
    """How many decisions wait in each district."""
    found = await dues_by_district(tx)
    items = [DistrictDuesView(district=code, dues=DuesView.model_validate(dues)) for code, dues in found.items()]
    return RegionDuesView(as_of=tx.now(), items=items)
