"""Routes of pick-up codes: parents give them, workers give children by them (domain §8.pickup)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter

from kezek.contracts.access import Subject, Why
from kezek.kindergartens.adapters import attendance, pickups
from kezek.kindergartens.domain.pickup import Pickup
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints import pickup_schemas as schemas
from kezek.kindergartens.entrypoints.attendance import SettingsDep
from kezek.kindergartens.settings import KindergartensSettings
from kezek.kindergartens.usecases.give_pickup import Giving, GivingBounds, digest_of, give_pickup, withdraw_pickup
from kezek.kindergartens.usecases.use_pickup import Tries, Typed, look_at_pickup, use_pickup
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.db import ReadTx
from kezek.platform.http.permissions import require
from kezek.platform.http.pseudonyms import PseudonymsDep
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Reading, Transaction
from kezek.platform.pseudonyms import Pseudonyms
from kezek.platform.workdays import local_day

router = APIRouter()
SHOWN_FOR = timedelta(days=7)
MayGive = Annotated[Actor, require(permissions.GIVE_PICKUPS)]


@router.get("/me/pickups")
async def get_own_pickups(
    tx: Reading, settings: SettingsDep, actor: Annotated[Actor, require(permissions.READ_OWN_PICKUPS)]
) -> schemas.PickupsView:
    """The pick-up codes that you have given for this week and later, without their digits."""
    today = local_day(tx.now())
    given = await pickups.list_own(tx, actor.person_id, today - SHOWN_FOR)
    return schemas.PickupsView(
        today=today,
        last_day=today + timedelta(days=settings.pickup_days_ahead),
        items=await _views(tx, given),
    )


@router.post("/me/pickups", status_code=201)
async def post_pickup(
    body: schemas.PickupBody, tx: Transaction, settings: SettingsDep, pseudonyms: PseudonymsDep, actor: MayGive
) -> schemas.GivenPickupView:
    """Let somebody outside your list fetch your child on one day, once; the code is shown now and never again.

    The one that you gave for the same child and day before is withdrawn by it.
    """
    bounds = GivingBounds(settings.pickup_days_ahead, settings.most_pickups_a_day)
    given, code = await give_pickup(tx, actor, Giving(**dict(body)), bounds, pseudonyms)
    (view,) = await _views(tx, [given])
    return schemas.GivenPickupView(code=code, pickup=view)


@router.delete("/me/pickups/{pickup_id}", status_code=204)
async def delete_pickup(pickup_id: UUID, tx: Transaction, actor: MayGive) -> None:
    """Let nobody fetch your child by a code any more; it holds at once."""
    await withdraw_pickup(tx, actor, pickup_id)


@router.post("/kindergartens/{kindergarten_id}/pickups/look")
async def look_pickup(
    kindergarten_id: UUID,
    body: schemas.LookBody,
    tx: Transaction,
    settings: SettingsDep,
    pseudonyms: PseudonymsDep,
    log: Annotated[ReadingLog, reading(permissions.READ_PICKUPS)],
) -> schemas.SeenPickupView:
    """Which child may be given by a code, and to whom; nothing is done yet, and the look leaves a line in the log."""
    typed = _typed(kindergarten_id, body.code, pseudonyms)
    given, child = await look_at_pickup(tx, log.actor, typed, _tries(settings))
    family = Subject(person_id=given.applicant_id, application_id=given.application_id)
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.OPEN, [family])
    return schemas.SeenPickupView.of(given, child, log.actor.language)


@router.post("/kindergartens/{kindergarten_id}/pickups/use", status_code=204)
async def post_pickup_use(
    kindergarten_id: UUID,
    body: schemas.UseBody,
    tx: Transaction,
    settings: SettingsDep,
    pseudonyms: PseudonymsDep,
    actor: Annotated[Actor, require(permissions.USE_PICKUPS)],
) -> None:
    """Give the child by a code: it is used, and the child's leaving marked by hand; both or neither, once."""
    typed = _typed(kindergarten_id, body.code, pseudonyms)
    await use_pickup(tx, actor, typed, body.mark_id, _tries(settings))


def _typed(kindergarten_id: UUID, code: str, pseudonyms: Pseudonyms) -> Typed:
    return Typed(kindergarten_id, digest_of(pseudonyms, kindergarten_id, code))


def _tries(settings: KindergartensSettings) -> Tries:
    return Tries(settings.wrong_pickups_of_worker, settings.wrong_pickups_of_kindergarten)


async def _views(tx: ReadTx, given: Sequence[Pickup]) -> list[schemas.PickupView]:
    stays = await attendance.list_stays(tx, {each.application_id for each in given})
    today = local_day(tx.now())
    return [schemas.PickupView.of(each, today, stays.get(each.application_id, [])) for each in given]
