"""Routes of kindergartens: districts, kindergartens, vacancies."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query

from kezek.contracts.ids import new_id
from kezek.contracts.values import Location
from kezek.kindergartens.adapters import closings, kindergartens
from kezek.kindergartens.domain.vacancy import offered_years
from kezek.kindergartens.entrypoints import permissions, schemas
from kezek.kindergartens.entrypoints.acts import ACTS
from kezek.kindergartens.usecases.confirm_vacancy import ConfirmVacancy, VacancyProposal
from kezek.kindergartens.usecases.enter_details import enter_bin, enter_location
from kezek.kindergartens.usecases.register_district import register_district
from kezek.kindergartens.usecases.register_kindergarten import RegisterKindergarten, register_kindergarten
from kezek.kindergartens.usecases.rename_kindergarten import rename_kindergarten
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.http.acts import ActsDep, PreparedAct, acts_router, prepared
from kezek.platform.http.idempotency import IdempotencyKey, once
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import ClockDep, Reading, Transaction
from kezek.platform.workdays import local_day

router = APIRouter()
signatures = acts_router(permissions.SIGN, ACTS)

ANYONE = [require(permissions.READ_KINDERGARTENS)]
MayRegister = Annotated[Actor, require(permissions.REGISTER_KINDERGARTENS)]
MayConfirm = Annotated[Actor, require(permissions.CONFIRM_VACANCIES)]
DISTRICT_CODE = "^[0-9]{4}$"
DistrictCode = Annotated[str, Query(pattern=DISTRICT_CODE)]


@router.get("/districts", dependencies=ANYONE)
async def get_districts(tx: Reading) -> schemas.DistrictsView:
    """The districts and cities of the region."""
    return schemas.DistrictsView(items=[schemas.district_view(each) for each in await kindergartens.list_districts(tx)])


@router.put("/districts/{code}", dependencies=[require(permissions.WRITE_DISTRICTS)])
async def put_district(
    code: Annotated[str, Path(pattern=DISTRICT_CODE)], body: schemas.DistrictBody, tx: Transaction
) -> schemas.DistrictView:
    """Enter a district or correct its name."""
    await register_district(tx, code, body.name.words())
    return schemas.DistrictView(code=code, name=body.name)


@router.get("/kindergartens", dependencies=ANYONE)
async def get_kindergartens(
    asked: Annotated[schemas.KindergartensQuery, Query()], tx: Reading
) -> schemas.KindergartensView:
    """Kindergartens that are open, or closed, of one district or of all."""
    found = await kindergartens.list_kindergartens(
        tx,
        asked.model_dump(include={"closed", "district", "ownership", "name"}),
        (asked.sort, asked.descending, asked.sorted_in),
        offset=asked.offset,
        limit=asked.limit,
    )
    return schemas.KindergartensView(items=[schemas.kindergarten_view(each) for each in found.items], total=found.total)


@router.post("/kindergartens", status_code=201)
async def post_kindergarten(
    body: schemas.KindergartenBody, tx: Transaction, clock: ClockDep, actor: MayRegister, key: IdempotencyKey = None
) -> schemas.KindergartenView:
    """Register a kindergarten with those who work in the system for it."""
    command = RegisterKindergarten(
        district=body.district,
        name=body.name.words(),
        address=body.address.words(),
        phone=body.phone,
        ownership=body.ownership,
        workers=body.workers,
        website=body.website,
    )

    async def make() -> schemas.KindergartenView:
        made = await register_kindergarten(tx, command, actor=actor, clock=clock, new_id=new_id)
        return schemas.kindergarten_view(made)

    return await once(tx, owner=str(actor.person_id), key=key, request=body, answer=schemas.KindergartenView, make=make)


@router.get("/me/kindergartens")
async def get_own_kindergartens(
    tx: Reading, actor: Annotated[Actor, require(permissions.READ_OWN_KINDERGARTENS)]
) -> schemas.OwnKindergartensView:
    """Where you work, by name: what the choice of the kindergarten one works in shows (domain §1)."""
    found = await kindergartens.list_own(tx, actor.iin, actor.language)
    closed = await closings.list_closings(tx, [each.id for each in found])
    return schemas.OwnKindergartensView(
        items=[schemas.own_kindergarten_view(each, closed.get(each.id)) for each in found]
    )


@router.get("/kindergartens/{kindergarten_id}", dependencies=ANYONE)
async def get_kindergarten(kindergarten_id: UUID, tx: Reading) -> schemas.KindergartenView:
    """One kindergarten."""
    return schemas.kindergarten_view(await kindergartens.load_kindergarten(tx, kindergarten_id))


@router.put("/kindergartens/{kindergarten_id}/name", dependencies=[require(permissions.RENAME_KINDERGARTENS)])
async def put_kindergarten_name(
    kindergarten_id: UUID, body: schemas.KindergartenNameBody, tx: Transaction
) -> schemas.KindergartenView:
    """Rename a kindergarten; papers made before keep the name they were made with."""
    return schemas.kindergarten_view(await rename_kindergarten(tx, kindergarten_id, body.name.words()))


@router.put("/kindergartens/{kindergarten_id}/location", dependencies=[require(permissions.LOCATE_KINDERGARTENS)])
async def put_kindergarten_location(
    kindergarten_id: UUID, body: schemas.KindergartenLocationBody, tx: Transaction
) -> schemas.KindergartenView:
    """Enter where a kindergarten stands, or take that away."""
    location = Location(**body.location.model_dump()) if body.location else None
    return schemas.kindergarten_view(await enter_location(tx, kindergarten_id, location))


@router.put("/kindergartens/{kindergarten_id}/bin", dependencies=[require(permissions.ENTER_BINS)])
async def put_kindergarten_bin(
    kindergarten_id: UUID, body: schemas.KindergartenBinBody, tx: Transaction
) -> schemas.KindergartenView:
    """Enter the kindergarten's BIN, which contracts that are made from now on name; or take it away."""
    return schemas.kindergarten_view(await enter_bin(tx, kindergarten_id, body.bin))


@router.get("/group-years", dependencies=ANYONE)
async def get_group_years(district: DistrictCode, tx: Reading, clock: ClockDep) -> schemas.OfferedYearsView:
    """The group years for which places can be published in a district today."""
    today = local_day(clock.now())
    policy = await policies.load(tx, district, today)
    return schemas.OfferedYearsView(items=list(offered_years(policy, today)))


@router.post("/kindergartens/{kindergarten_id}/vacancies/acts", status_code=201)
async def prepare_vacancy(
    kindergarten_id: UUID, body: schemas.VacancyBody, tx: Transaction, acts: ActsDep, actor: MayConfirm
) -> PreparedAct:
    """What is to be signed to publish free places; confirmed data cannot be edited."""
    proposal = VacancyProposal(kindergarten_id=kindergarten_id, **body.model_dump())
    return prepared(await acts.prepare(tx, ConfirmVacancy, actor, proposal))
