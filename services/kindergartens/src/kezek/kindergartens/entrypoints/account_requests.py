"""Routes of requests for accounts: the public form, its state, and the administrator's decision (domain §2)."""

import hashlib
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from kezek.contracts.access import Why
from kezek.contracts.ids import new_id
from kezek.kindergartens.adapters import account_requests
from kezek.kindergartens.entrypoints import account_request_schemas as schemas
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.settings import KindergartensSettings
from kezek.kindergartens.usecases.ask_for_account import (
    Bounds,
    ask_for_account,
    code_maker,
    code_of,
    see_own_request,
)
from kezek.kindergartens.usecases.decide_account_request import approve_as_known, approve_as_new, refuse_request
from kezek.kindergartens.usecases.find_duplicates import find_kindergartens, find_requests
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.http.addresses import address_of
from kezek.platform.http.idempotency import IdempotencyKey, once
from kezek.platform.http.permissions import require
from kezek.platform.http.pseudonyms import PseudonymsDep
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import ClockDep, Reading, Transaction
from kezek.platform.networks import network_of

ANYBODY = "anybody"
MayDecide = Annotated[Actor, require(permissions.DECIDE_ACCOUNT_REQUESTS)]

router = APIRouter(prefix="/account-requests")


async def _bounds(request: Request) -> Bounds:
    settings: KindergartensSettings = request.app.state.settings
    return Bounds(
        alike=settings.open_account_requests,
        of_network=settings.open_account_requests_of_network,
        at_all=settings.open_account_requests_at_all,
    )


async def _network(request: Request, pseudonyms: PseudonymsDep) -> str:
    return pseudonyms.of_network(network_of(address_of(request)))


@router.post("", status_code=201, dependencies=[require(permissions.ASK_FOR_ACCOUNT)])
async def post_account_request(
    body: schemas.AccountRequestBody,
    tx: Transaction,
    clock: ClockDep,
    bounds: Annotated[Bounds, Depends(_bounds)],
    network: Annotated[str, Depends(_network)],
    pseudonyms: PseudonymsDep,
    key: IdempotencyKey = None,
) -> schemas.AskedView:
    """Ask for an account for a kindergarten; the answer is the same whether or not it is registered."""
    maker = code_maker(key, pseudonyms)

    async def make() -> schemas.TakenRequest:
        made = await ask_for_account(tx, body.proposal(), maker, network, bounds=bounds, clock=clock, new_id=new_id)
        return schemas.TakenRequest(request_id=made.id, number=made.number, submitted_at=made.submitted_at)

    # the key itself would give the code away: its digest is enough to know it again
    kept_key = hashlib.sha256(key.encode()).hexdigest() if key else None
    taken = await once(tx, owner=ANYBODY, key=kept_key, request=body, answer=schemas.TakenRequest, make=make)
    return schemas.AskedView(
        number=taken.number, code=code_of(taken.request_id, maker), submitted_at=taken.submitted_at
    )


@router.post("/status", dependencies=[require(permissions.SEE_ACCOUNT_REQUEST_STATE)])
async def post_status(body: schemas.StatusBody, tx: Reading) -> schemas.StatusView:
    """Where a request stands, for who knows its number and code."""
    return schemas.status_view(await see_own_request(tx, int(body.number), body.code))


@router.get("", dependencies=[require(permissions.LIST_ACCOUNT_REQUESTS)])
async def get_account_requests(asked: Annotated[schemas.RequestsQuery, Query()], tx: Reading) -> schemas.RequestsView:
    """What was asked for, the oldest first unless sorted otherwise; who asks is shown one by one."""
    found = await account_requests.list_requests(
        tx,
        asked.model_dump(include={"state", "district", "name"}),
        (asked.sort, asked.descending, asked.sorted_in),
        offset=asked.offset,
        limit=asked.limit,
    )
    return schemas.RequestsView(items=[schemas.summary_view(each) for each in found.items], total=found.total)


@router.get("/{request_id}")
async def get_account_request(
    request_id: UUID,
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_ACCOUNT_REQUEST)],
    pseudonyms: PseudonymsDep,
) -> schemas.RequestView:
    """One request with who asks, and what may be the same already."""
    request = await account_requests.load_request(tx, request_id)
    owner = pseudonyms.subjects([request.proposal.owner.iin], reader=log.actor, object_id=request.id)
    await log.note(Grant(Role.ADMINISTRATOR), Why.OPEN, owner)
    return schemas.request_view(request, await find_kindergartens(tx, request), await find_requests(tx, request))


@router.post("/{request_id}/approval")
async def approve_account_request(
    request_id: UUID,
    body: schemas.ApprovalBody,
    tx: Transaction,
    clock: ClockDep,
    actor: MayDecide,
    key: IdempotencyKey = None,
) -> schemas.RequestSummary:
    """Give the account: the kindergarten arises, or the registered one gets one more worker."""

    async def make() -> schemas.RequestSummary:
        if body.name is None or body.address is None:
            known = UUID(str(body.kindergarten_id))
            return schemas.summary_view(await approve_as_known(tx, request_id, known, actor=actor, clock=clock))
        name, address = body.name.words(), body.address.words()
        approved = await approve_as_new(tx, request_id, name, address, actor=actor, clock=clock, new_id=new_id)
        return schemas.summary_view(approved)

    owner = f"{actor.person_id}:{request_id}"
    return await once(tx, owner=owner, key=key, request=body, answer=schemas.RequestSummary, make=make)


@router.post("/{request_id}/refusal")
async def refuse_account_request(
    request_id: UUID,
    body: schemas.RefusalBody,
    tx: Transaction,
    clock: ClockDep,
    actor: MayDecide,
    key: IdempotencyKey = None,
) -> schemas.RequestSummary:
    """Refuse with a reason, which is told to who asked."""

    async def make() -> schemas.RequestSummary:
        refused = await refuse_request(tx, request_id, body.reason, body.remark, actor=actor, clock=clock)
        return schemas.summary_view(refused)

    owner = f"{actor.person_id}:{request_id}"
    return await once(tx, owner=owner, key=key, request=body, answer=schemas.RequestSummary, make=make)
