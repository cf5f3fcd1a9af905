"""Routes of families: where one's children are enrolled, and swaps proposed, joined and cancelled (domain §7.swap)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter

from kezek.kindergartens.adapters import kindergartens, roster, swaps
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.kindergartens.domain.swap import Side, Swap
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints import swap_schemas as schemas
from kezek.kindergartens.usecases.cancel_swap import CancelSwap, SwapToCancel
from kezek.kindergartens.usecases.join_swap import JoinSwap, SwapJoining, find_swap
from kezek.kindergartens.usecases.propose_swap import ProposeSwap, SwapProposal
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading, Transaction

MaySwap = Annotated[Actor, require(permissions.SWAP)]

router = APIRouter(prefix="/me")


@router.get("/enrolments")
async def get_own_enrolments(
    tx: Reading, actor: Annotated[Actor, require(permissions.READ_OWN_ENROLMENTS)]
) -> schemas.OwnEnrolmentsView:
    """Your children who are in a kindergarten: in which one now, and the newest swap of each."""
    children = await roster.list_own_present(tx, actor.person_id)
    newest = await _newest_swaps(tx, children)
    return schemas.OwnEnrolmentsView(items=[await _view(tx, each, newest) for each in children])


@router.post("/swaps/acts", status_code=201)
async def prepare_proposal(body: schemas.ProposalBody, tx: Transaction, acts: ActsDep, actor: MaySwap) -> PreparedAct:
    """What is to be signed to propose a swap; then `GET /me/enrolments` has the code for the other family."""
    return prepared(await acts.prepare(tx, ProposeSwap, actor, SwapProposal(**body.model_dump())))


@router.post("/swaps/joining/acts", status_code=201)
async def prepare_joining(body: schemas.JoiningBody, tx: Transaction, acts: ActsDep, actor: MaySwap) -> PreparedAct:
    """What is to be signed to join the swap of a code."""
    joining = SwapJoining(swap_id=await find_swap(tx, body.code), enrolment_id=body.enrolment_id)
    return prepared(await acts.prepare(tx, JoinSwap, actor, joining))


@router.post("/swaps/{swap_id}/cancellation/acts", status_code=201)
async def prepare_cancellation(swap_id: UUID, tx: Transaction, acts: ActsDep, actor: MaySwap) -> PreparedAct:
    """What is to be signed to cancel a swap before the last kindergarten has approved."""
    return prepared(await acts.prepare(tx, CancelSwap, actor, SwapToCancel(swap_id=swap_id)))


async def _newest_swaps(tx: ReadTx, children: list[EnrolledChild]) -> dict[UUID, tuple[Swap, Side]]:
    """Of each application the newest of its swaps, with its own side."""
    ids = [each.enrolment.application_id for each in children]
    found = await swaps.list_of_applications(tx, ids) if ids else []
    return {side.application_id: (swap, side) for swap in found for side in swap.sides}


async def _view(tx: ReadTx, child: EnrolledChild, newest: dict[UUID, tuple[Swap, Side]]) -> schemas.OwnEnrolmentView:
    stay, swap = child.enrolment, None
    if stay.application_id in newest:
        known, own = newest[stay.application_id]
        to = await kindergartens.load_kindergarten(tx, known.other_kindergarten(own))
        swap = schemas.own_swap_view(known, own, to)
    here = await kindergartens.load_kindergarten(tx, stay.kindergarten_id)
    return schemas.own_enrolment_view(child, here, swap)
