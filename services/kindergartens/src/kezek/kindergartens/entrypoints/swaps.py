"""Routes of a kindergarten's worker: swaps that both families have signed are approved or declined (domain §7.swap)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter

from kezek.contracts.access import Subject, Why
from kezek.kindergartens.adapters import kindergartens, roster, swaps
from kezek.kindergartens.domain.swap import Side, Swap
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints import swap_schemas as schemas
from kezek.kindergartens.usecases.decide_swap import ApproveSwap, DeclineSwap, SwapApproval, SwapRefusal
from kezek.kindergartens.usecases.swap_statements import both_sides
from kezek.platform.actors import Grant, Role
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Transaction

MayDecide = Annotated[ReadingLog, reading(permissions.DECIDE_SWAPS)]

router = APIRouter(prefix="/kindergartens/{kindergarten_id}/swaps")


@router.get("")
async def get_swaps(
    kindergarten_id: UUID, tx: Transaction, log: Annotated[ReadingLog, reading(permissions.READ_SWAPS)]
) -> schemas.SwapsView:
    """The swaps of an own kindergarten that wait for an approval, with both children of each."""
    if not await kindergartens.works_there(tx, log.actor, kindergarten_id):
        raise NotFound("kindergarten_not_found")
    found = await swaps.list_of_kindergarten(tx, kindergarten_id)
    views = [await _view(tx, each, kindergarten_id) for each in found]
    people = [subject for each in found for subject in _subjects(each)]
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.LIST, people)
    return schemas.SwapsView(items=[each for each in views if each is not None])


@router.post("/{swap_id}/approval/acts", status_code=201)
async def prepare_approval(
    kindergarten_id: UUID, swap_id: UUID, tx: Transaction, acts: ActsDep, log: MayDecide
) -> PreparedAct:
    """What is to be signed to approve a swap on behalf of the kindergarten."""
    act = await acts.prepare(tx, ApproveSwap, log.actor, SwapApproval(kindergarten_id=kindergarten_id, swap_id=swap_id))
    await _note(tx, log, kindergarten_id, swap_id, act.id)
    return prepared(act)


@router.post("/{swap_id}/refusal/acts", status_code=201)
async def prepare_refusal(
    kindergarten_id: UUID, swap_id: UUID, body: schemas.DeclineBody, tx: Transaction, acts: ActsDep, log: MayDecide
) -> PreparedAct:
    """What is to be signed to decline a swap, with the reason that both families read."""
    refusal = SwapRefusal(kindergarten_id=kindergarten_id, swap_id=swap_id, remark=body.remark)
    act = await acts.prepare(tx, DeclineSwap, log.actor, refusal)
    await _note(tx, log, kindergarten_id, swap_id, act.id)
    return prepared(act)


async def _note(tx: ReadTx, log: ReadingLog, kindergarten_id: UUID, swap_id: UUID, act_id: UUID) -> None:
    people = _subjects(await swaps.load_swap(tx, swap_id))
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.ACT, people, act_id=act_id)


def _subjects(swap: Swap) -> list[Subject]:
    return [Subject(person_id=each.applicant_id, application_id=each.application_id) for each in swap.sides]


async def _view(tx: ReadTx, swap: Swap, kindergarten_id: UUID) -> schemas.SwapView | None:
    """A swap; None where the card of a child was erased: nobody may be named, and so nothing is decided."""
    ours, theirs = both_sides(swap, kindergarten_id)
    try:
        leaves, comes = [await _child(tx, each) for each in (ours, theirs)]
    except NotFound:
        return None
    return schemas.swap_view(swap, leaves, comes)


async def _child(tx: ReadTx, side: Side) -> schemas.SwapChildView:
    child = await roster.load_child(tx, side.kindergarten_id, side.enrolment_id)
    return schemas.swap_child_view(child, await kindergartens.load_kindergarten(tx, side.kindergarten_id), side)
