"""An administrator approves a request for an account, which makes kindergarten and worker, or refuses it (§2)."""

from datetime import datetime
from uuid import UUID

from kezek.contracts import kindergartens as events
from kezek.contracts.ids import NewId
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language, RefusalReason
from kezek.kindergartens.adapters import account_requests, kindergartens
from kezek.kindergartens.domain.account_request import AccountRequest, Decision, approve, check_open, refuse
from kezek.kindergartens.usecases.change_workers import hire
from kezek.kindergartens.usecases.register_kindergarten import RegisterKindergarten, register_kindergarten
from kezek.platform.actors import Actor
from kezek.platform.clock import Clock
from kezek.platform.db import Tx
from kezek.platform.errors import rules_hold

DECIDED = 1


async def approve_as_new(
    tx: Tx, request_id: UUID, name: Text, address: Text, *, actor: Actor, clock: Clock, new_id: NewId
) -> AccountRequest:
    """Register the kindergarten under the names the administrator has checked, with its worker.

    Raises:
        NotFound: `account_request_not_found`.
        Conflict: `account_request_decided`, `kindergarten_exists`.
    """
    request = await account_requests.lock_request(tx, request_id)
    with rules_hold():
        check_open(request)
    asked = request.proposal
    command = RegisterKindergarten(
        district=asked.district,
        name=name,
        address=address,
        phone=asked.phone,
        ownership=asked.ownership,
        workers=[asked.owner.iin],
        website=asked.website,
    )
    made = await register_kindergarten(tx, command, actor=actor, clock=clock, new_id=new_id)
    return await _save(tx, approve(request, made.id, made.name, actor.person_id, clock.now()))


async def approve_as_known(
    tx: Tx, request_id: UUID, kindergarten_id: UUID, *, actor: Actor, clock: Clock
) -> AccountRequest:
    """Let the person work for a kindergarten that is registered already.

    Raises:
        NotFound: `account_request_not_found`, `kindergarten_not_found`.
        Conflict: `account_request_decided`, `kindergarten_closed`.
    """
    request = await account_requests.lock_request(tx, request_id)
    with rules_hold():
        check_open(request)
    kindergarten = await kindergartens.lock_kindergarten(tx, kindergarten_id)
    await hire(tx, kindergarten, request.proposal.owner.iin, by=actor)
    return await _save(tx, approve(request, kindergarten.id, kindergarten.name, actor.person_id, clock.now()))


async def refuse_request(
    tx: Tx, request_id: UUID, reason: RefusalReason, remark: str, *, actor: Actor, clock: Clock
) -> AccountRequest:
    """Refuse for a reason, which is told to who asked.

    Raises:
        NotFound: `account_request_not_found`.
        Conflict: `account_request_decided`, `remark_required`.
    """
    request = await account_requests.lock_request(tx, request_id)
    with rules_hold():
        decision = refuse(request, reason, remark, actor.person_id, clock.now())
    return await _save(tx, decision)


async def forget_refused(tx: Tx, before: datetime) -> None:
    """Forget requests refused before an instant, here and on the topic that told of them."""
    for request_id in await account_requests.delete_refused(tx, before):
        await tx.erase(events.AccountRequestDecided, str(request_id))


async def _save(tx: Tx, decision: Decision) -> AccountRequest:
    """Write a decision whole: the request's state, and the event by which who asked is told."""
    decided, owner = decision.request, decision.request.proposal.owner
    await account_requests.update_decision(tx, decided)
    event = events.AccountRequestDecided(
        request_id=decided.id,
        number=decided.number,
        kindergarten_name=decision.told_as,
        phone=owner.phone,
        email=owner.email,
        language=Language(owner.language),
        refused_because=decided.reason,
        remark=decided.remark,
    )
    await tx.publish(event, version=DECIDED)
    return decided
