"""Routes of parents: who may bring and fetch one's children (domain §8.escorts)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from kezek.contracts.access import Subject, Why
from kezek.kindergartens.adapters import escorts, kindergartens, roster
from kezek.kindergartens.domain.escort import Escort
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.kindergartens.entrypoints import escort_schemas as schemas
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints.attendance import SettingsDep
from kezek.kindergartens.usecases.ask_register import ask, ask_again
from kezek.kindergartens.usecases.name_escort import Change, Naming, change_escort, name_escort, remove_escort
from kezek.platform import policies
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound
from kezek.platform.http.idempotency import IdempotencyKey, once
from kezek.platform.http.permissions import require
from kezek.platform.http.pseudonyms import PseudonymsDep
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import DatabaseDep, Reading, Transaction
from kezek.platform.persons_register import PersonsRegister, Registered
from kezek.platform.workdays import local_day

MayName = Annotated[Actor, require(permissions.NAME_ESCORTS)]

router = APIRouter()


async def _register(request: Request) -> PersonsRegister[Registered]:
    register: PersonsRegister[Registered] = request.app.state.register
    return register


RegisterDep = Annotated[PersonsRegister[Registered], Depends(_register)]


@router.get("/me/escorts")
async def get_own_escorts(
    tx: Reading, actor: Annotated[Actor, require(permissions.READ_OWN_ESCORTS)]
) -> schemas.EscortsView:
    """Your children in kindergartens, and whom you have named for them; you yourself need not be named."""
    children = await roster.list_own_present(tx, actor.person_id)
    entrusted = await escorts.list_of_children(tx, [each.enrolment.application_id for each in children])
    return schemas.EscortsView(
        children=[await _child_view(tx, each, actor) for each in children],
        items=[schemas.EscortView.of(each, entrusted) for each in await escorts.list_own(tx, actor.person_id)],
    )


@router.post("/me/escorts", status_code=201)
async def post_escort(
    body: schemas.EscortBody,
    register: RegisterDep,
    database: DatabaseDep,
    settings: SettingsDep,
    actor: MayName,
    key: IdempotencyKey = None,
) -> schemas.EscortView:
    """Name somebody, checked against the persons register; it holds at once, and they are told by SMS."""
    said = await ask(database, register, actor, body.iin, body.application_ids)
    naming = Naming(body.iin, body.name, body.phone, tuple(body.application_ids))
    async with database.write() as tx:

        async def make() -> schemas.EscortView:
            return await _view(tx, await name_escort(tx, actor, naming, said, settings.most_entrustments_a_day))

        owner = str(actor.person_id)
        return await once(tx, owner=owner, key=key, request=body, answer=schemas.EscortView, make=make)


@router.put("/me/escorts/{escort_id}")
async def put_escort(
    escort_id: UUID,
    body: schemas.ChangedEscortBody,
    register: RegisterDep,
    database: DatabaseDep,
    settings: SettingsDep,
    actor: MayName,
) -> schemas.EscortView:
    """Change the phone of somebody you have named, and which of your children they may bring and fetch."""
    said = await ask_again(database, register, actor, escort_id)
    change = Change(body.phone, tuple(body.application_ids))
    async with database.write() as tx:
        changed = await change_escort(tx, actor, escort_id, change, said, settings.most_entrustments_a_day)
        return await _view(tx, changed)


@router.delete("/me/escorts/{escort_id}", status_code=204)
async def delete_escort(escort_id: UUID, tx: Transaction, actor: MayName) -> None:
    """Entrust none of your children to somebody any more; it holds at once, and they are told by SMS."""
    await remove_escort(tx, actor, escort_id)


@router.get("/kindergartens/{kindergarten_id}/roster/{enrolment_id}/escorts")
async def get_child_escorts(
    kindergarten_id: UUID,
    enrolment_id: UUID,
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_ESCORTS)],
    pseudonyms: PseudonymsDep,
) -> schemas.ChildEscortsView:
    """Who may bring and fetch a child of the own kindergarten."""
    if not await kindergartens.works_there(tx, log.actor, kindergarten_id):
        raise NotFound("kindergarten_not_found")
    child = await roster.load_child(tx, kindergarten_id, enrolment_id)
    stay = child.enrolment
    present = stay.ended_on is None
    found = await escorts.list_of_children(tx, [stay.application_id]) if present else []
    subjects = pseudonyms.subjects([each.escort.iin for each in found], reader=log.actor)
    family = Subject(person_id=stay.applicant_id, application_id=stay.application_id)
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.OPEN, [family, *subjects])
    return schemas.ChildEscortsView(items=[_seen(each) for each in found])


def _seen(of: escorts.Entrusted) -> schemas.ChildEscortView:
    told = {name: getattr(of.escort, name) for name in ("iin", "name", "phone", "checked")}
    return schemas.ChildEscortView(since=of.entrustment.since, **told)


async def _view(tx: ReadTx, escort: Escort) -> schemas.EscortView:
    return schemas.EscortView.of(escort, await escorts.list_of_escort(tx, escort.id))


async def _child_view(tx: ReadTx, child: EnrolledChild, actor: Actor) -> schemas.EscortedChildView:
    stay = child.enrolment
    kindergarten = await kindergartens.load_kindergarten(tx, stay.kindergarten_id)
    policy = await policies.load(tx, stay.district, local_day(tx.now()))
    return schemas.EscortedChildView.of(child, kindergarten, policy, actor.language)
