"""Who there is, and who can sign in as what."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from kezek_sandbox.people.districts import DISTRICTS
from kezek_sandbox.people.model import Kindergarten, Resident, Role, Text
from kezek_sandbox.problems import ProblemError
from kezek_sandbox.sandbox import Here

router = APIRouter(tags=["people"])
_PARENTS_SHOWN = 5


class DistrictView(BaseModel):
    code: str
    kato: str
    name: Text


class RoleView(BaseModel):
    """One person who can sign in."""

    role: Role
    id: str
    iin: str
    name_kk: str
    name_ru: str
    district: str
    kindergarten: int | None
    kindergarten_name: Text | None


class People(BaseModel):
    items: list[Resident]


class Move(BaseModel):
    district: str


class Birth(BaseModel):
    birth_date: date


class Families(BaseModel):
    """So many families, each with a child born in that year, or with so many of one birth."""

    year: Annotated[int, Field(ge=2020, le=2025)]
    count: Annotated[int, Field(ge=1, le=5000)]
    children: Annotated[int, Field(ge=1, le=5)] = 1


class Roles(BaseModel):
    items: list[RoleView]


@router.get("/people")
async def list_people(
    here: Here,
    role: Role | None = None,
    district: str | None = None,
    born: Annotated[int | None, Query(description="year of birth, of a parent's child too")] = None,
    name: Annotated[str, Query(max_length=100, description="parts of the name, in either spelling")] = "",
    limit: Annotated[int, Query(ge=1, le=1000)] = 50,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> People:
    """People of a role and district, always in the same order."""
    found = here.people.select(role=role, district=district, born=born, name=name)
    return People(items=[person for number, person in enumerate(found) if offset <= number < offset + limit])


@router.get("/people/roles")
async def list_roles(here: Here) -> Roles:
    """A short list: all staff, and a few parents of the first district."""
    staff = [
        person for role in (Role.ADMINISTRATOR, Role.OFFICER, Role.WORKER) for person in here.people.select(role=role)
    ]
    parents = list(here.people.select(role=Role.PARENT, district=DISTRICTS[0].code))[:_PARENTS_SHOWN]
    gardens = {garden.number: garden for garden in here.people.kindergartens}
    return Roles(items=[_role(person, gardens) for person in (*staff, *parents)])


@router.get("/people/{number}")
async def get_person(number: str, here: Here) -> Resident:
    """Somebody by IIN or id."""
    return here.resident(number)


@router.post("/people/{number}/move")
async def move_person(number: str, wished: Move, here: Here) -> Resident:
    """The register says from now on that somebody lives in this district; lists still show them where they were."""
    return await here.moves.move(here.resident(number), wished.district)


@router.post("/people/{number}/death")
async def let_die(number: str, here: Here) -> Resident:
    """The register says from now on that somebody has died."""
    return await here.moves.die(here.resident(number))


@router.post("/people/{number}/birth-date")
async def correct_birth_date(number: str, wished: Birth, here: Here) -> Resident:
    """The register has this date of birth of somebody from now on; the number keeps the one that it was made with."""
    return await here.moves.correct_birth(here.resident(number), wished.birth_date)


@router.get("/districts")
async def list_districts() -> list[DistrictView]:
    """The region's districts (domain §10)."""
    return [
        DistrictView(code=item.code, kato=item.kato, name=Text(kk=item.kk, ru=item.ru, en=item.en))
        for item in DISTRICTS
    ]


@router.post("/districts/{code}/families")
async def let_families_come(code: str, wished: Families, here: Here) -> Families:
    """Families come to live in a district, for a crowd; they are gone when the sandbox is started anew."""
    district = next((each for each in DISTRICTS if each.code == code), None)
    if district is None:
        raise ProblemError(422, "district_unknown")
    here.people.come(district, wished.year, wished.count, wished.children)
    return wished


@router.get("/kindergartens")
async def list_kindergartens(here: Here) -> list[Kindergarten]:
    """The kindergartens to be registered, each with its worker."""
    return list(here.people.kindergartens)


def _role(person: Resident, gardens: dict[int, Kindergarten]) -> RoleView:
    garden = gardens.get(person.kindergarten or 0)
    return RoleView(
        role=person.role,
        id=str(person.id),
        iin=person.person.iin,
        name_kk=str(person.person.name.kk),
        name_ru=str(person.person.name.ru),
        district=person.district,
        kindergarten=person.kindergarten,
        kindergarten_name=None if garden is None else garden.name,
    )
