"""The API of the referrals service."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from kezek.contracts.access import Why
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.db import ReadTx
from kezek.platform.http.acts import ActsDep, PreparedAct, acts_router, prepared
from kezek.platform.http.permissions import require
from kezek.platform.http.pseudonyms import PseudonymsDep
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Reading, Transaction
from kezek.platform.move_checks import MoveCheckReader
from kezek.referrals.adapters import copies
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.entrypoints import permissions
from kezek.referrals.entrypoints.acts import ACTS
from kezek.referrals.entrypoints.schemas import (
    CandidateView,
    ChoiceBody,
    MoveBody,
    PlacesView,
    PlaceView,
    ProspectsView,
    ProspectView,
)
from kezek.referrals.entrypoints.workroom_schemas import FoundView, SearchBody
from kezek.referrals.usecases.basis import is_then_inactive
from kezek.referrals.usecases.cancel_referral import load_cancel_before
from kezek.referrals.usecases.choose_place import ChoosePlace, load_own_candidate
from kezek.referrals.usecases.decline_place import load_may_decline
from kezek.referrals.usecases.find_referral import find_referral, list_sought
from kezek.referrals.usecases.list_choices import list_choices, list_prospects
from kezek.referrals.usecases.move_application import Move, MoveApplication
from kezek.referrals.usecases.withdraw_application import Withdrawal, WithdrawApplication

router = APIRouter()


async def _checks(request: Request) -> MoveCheckReader:
    checks: MoveCheckReader = request.app.state.move_checks
    return checks


ChecksDep = Annotated[MoveCheckReader, Depends(_checks)]
signatures = acts_router(permissions.SIGN, ACTS)


@router.get("/applications/{application_id}")
async def get_candidate(
    application_id: UUID, tx: Reading, actor: Annotated[Actor, require(permissions.READ_OWN)]
) -> CandidateView:
    """Where one's own application stands: its state, the running turn, the last referral."""
    candidate = await load_own_candidate(tx, actor, application_id)
    return CandidateView.of(
        candidate,
        cancel_before=await load_cancel_before(tx, candidate),
        may_decline=await load_may_decline(tx, candidate),
        then_inactive=await is_then_inactive(tx, candidate),
    )


@router.get("/choices")
async def list_own_prospects(
    tx: Reading, actor: Annotated[Actor, require(permissions.READ_PROSPECTS)]
) -> ProspectsView:
    """Of all one's own applications: whether the child may choose a place now, else what is missing until when."""
    found = await list_prospects(tx, actor, tx.now())
    return ProspectsView(items=[ProspectView.of(each) for each in found])


@router.get("/applications/{application_id}/places")
async def list_places(
    application_id: UUID, tx: Reading, actor: Annotated[Actor, require(permissions.CHOOSE)]
) -> PlacesView:
    """The places of the child's queue: the one held for its turn first, then what it may take, then what it may not."""
    now = tx.now()
    candidate = await load_own_candidate(tx, actor, application_id)
    return await places_view(tx, candidate, now)


async def places_view(tx: ReadTx, candidate: Candidate, now: datetime) -> PlacesView:
    """The choices of a child with their kindergartens."""
    choices = await list_choices(tx, candidate, now)
    known = await copies.kindergartens.find_many(tx, {place.kindergarten_id for place, _ in choices})
    items = [PlaceView.of(each, known.get(each[0].kindergarten_id), candidate.turn, now) for each in choices]
    return PlacesView(items=items)


@router.post("/applications/{application_id}/choices/acts", status_code=201)
async def prepare_choice(
    application_id: UUID,
    body: ChoiceBody,
    tx: Transaction,
    acts: ActsDep,
    actor: Annotated[Actor, require(permissions.CHOOSE)],
) -> PreparedAct:
    """The document to sign for taking a place, or places for twins; they are taken by the signature, not before."""
    return prepared(await acts.prepare(tx, ChoosePlace, actor, body.choice_for(application_id)))


@router.post("/applications/{application_id}/withdrawal/acts", status_code=201)
async def prepare_withdrawal(
    application_id: UUID, tx: Transaction, acts: ActsDep, actor: Annotated[Actor, require(permissions.LEAVE)]
) -> PreparedAct:
    """The document to sign for taking one's own application back; a place held or taken for it goes on."""
    return prepared(await acts.prepare(tx, WithdrawApplication, actor, Withdrawal(application_id=application_id)))


@router.post("/applications/{application_id}/move/acts", status_code=201)
async def prepare_move(
    application_id: UUID,
    body: MoveBody,
    tx: Transaction,
    acts: ActsDep,
    checks: ChecksDep,
    actor: Annotated[Actor, require(permissions.LEAVE)],
) -> PreparedAct:
    """The document to sign for moving to another district, with the check that applications has answered for it."""
    check = checks.read(body.check, application_id=application_id, person_id=actor.person_id)
    move = Move(
        application_id=application_id,
        twins=check.twins,
        district=check.district,
        district_name=check.district_name,
        checked_at=check.checked_at,
    )
    return prepared(await acts.prepare(tx, MoveApplication, actor, move))


@router.post("/referrals/search")
async def search_referral(
    body: SearchBody,
    tx: Transaction,
    pseudonyms: PseudonymsDep,
    log: Annotated[ReadingLog, reading(permissions.SEARCH)],
) -> FoundView:
    """The valid referral to one's own kindergarten, by its number or the child's IIN."""
    workplace = next(grant for grant in log.actor.grants if grant.role is Role.WORKER)
    async with log.search(workplace, await list_sought(tx, pseudonyms, log.actor, body.iin)):
        found = await find_referral(tx, log.actor, body.kindergarten_id, number=body.number, iin=body.iin)
    await log.note(Grant(Role.WORKER, body.kindergarten_id), Why.SEARCH, [found.subject])
    return FoundView.of(found, log.actor.language)
