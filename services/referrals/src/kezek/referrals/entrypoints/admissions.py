"""Routes of what becomes of a referral after its issue: cancelled, come, accepted, refused, extended (domain §7)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter

from kezek.contracts.access import Why
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.db import Tx
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.permissions import require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Reading, Transaction
from kezek.platform.officers import officer_of
from kezek.referrals.entrypoints import permissions
from kezek.referrals.entrypoints.refusal_schemas import ExplainedBody, RefusalBody
from kezek.referrals.entrypoints.schemas import ExtensionView, ReferralView
from kezek.referrals.usecases.accept_referral import Acceptance, AcceptReferral
from kezek.referrals.usecases.cancel_referral import Cancellation, CancelReferral
from kezek.referrals.usecases.extend_referral import ExtendReferral, Extension, load_extension
from kezek.referrals.usecases.find_referral import subject_of
from kezek.referrals.usecases.note_arrival import note_arrival
from kezek.referrals.usecases.on_referral import load_referral, referral_of
from kezek.referrals.usecases.publishing import referral_facts
from kezek.referrals.usecases.refuse_referral import ChildRefused, RefuseReferral

router = APIRouter()


@router.post("/applications/{application_id}/referrals/{referral_id}/cancellation/acts", status_code=201)
async def prepare_cancellation(
    application_id: UUID,
    referral_id: UUID,
    tx: Transaction,
    acts: ActsDep,
    actor: Annotated[Actor, require(permissions.CANCEL)],
) -> PreparedAct:
    """The document to sign for cancelling one's own referral; the child stands in the queue again, without a miss."""
    cancellation = Cancellation(application_id=application_id, referral_id=referral_id)
    return prepared(await acts.prepare(tx, CancelReferral, actor, cancellation))


@router.post("/referrals/{referral_id}/arrival")
async def post_arrival(
    referral_id: UUID, tx: Transaction, actor: Annotated[Actor, require(permissions.NOTE_ARRIVAL)]
) -> ReferralView:
    """Note that the family has come («келді»): the referral's term does not run any more. Nothing is signed."""
    candidate = await note_arrival(tx, actor, referral_id)
    return ReferralView.model_validate(referral_facts(referral_of(candidate, referral_id)))


@router.post("/referrals/{referral_id}/acceptance/acts", status_code=201)
async def prepare_acceptance(
    referral_id: UUID, tx: Transaction, acts: ActsDep, log: Annotated[ReadingLog, reading(permissions.ACCEPT)]
) -> PreparedAct:
    """The document to sign for accepting the child."""
    act = await acts.prepare(tx, AcceptReferral, log.actor, Acceptance(referral_id=referral_id))
    await _note_at_kindergarten(tx, log, referral_id, act.id)
    return prepared(act)


@router.post("/referrals/{referral_id}/refusal/acts", status_code=201)
async def prepare_refusal(
    referral_id: UUID,
    body: RefusalBody,
    tx: Transaction,
    acts: ActsDep,
    log: Annotated[ReadingLog, reading(permissions.REFUSE)],
) -> PreparedAct:
    """The document to sign for refusing the child with a reason; the district's officer decides then."""
    refused = ChildRefused(referral_id=referral_id, reason=body.reason, words=body.words)
    act = await acts.prepare(tx, RefuseReferral, log.actor, refused)
    await _note_at_kindergarten(tx, log, referral_id, act.id)
    return prepared(act)


@router.get("/referrals/{referral_id}/extension")
async def get_extension(
    referral_id: UUID, tx: Reading, actor: Annotated[Actor, require(permissions.SEE_EXTENSION)]
) -> ExtensionView:
    """Whether the officer may extend a referral of the own district now: by the policy under which it was issued."""
    return ExtensionView(working_days=await load_extension(tx, actor, referral_id))


@router.post("/referrals/{referral_id}/extension/acts", status_code=201)
async def prepare_extension(
    referral_id: UUID,
    body: ExplainedBody,
    tx: Transaction,
    acts: ActsDep,
    log: Annotated[ReadingLog, reading(permissions.EXTEND)],
) -> PreparedAct:
    """The document to sign for extending a running referral of the officer's district, once, with a reason."""
    act = await acts.prepare(tx, ExtendReferral, log.actor, Extension(referral_id=referral_id, words=body.words))
    candidate, _ = await load_referral(tx, referral_id)
    await log.note(officer_of(log.actor), Why.ACT, [subject_of(candidate)], act_id=act.id)
    return prepared(act)


async def _note_at_kindergarten(tx: Tx, log: ReadingLog, referral_id: UUID, act_id: UUID) -> None:
    candidate, referral = await load_referral(tx, referral_id)
    capacity = Grant(Role.WORKER, referral.kindergarten_id)
    await log.note(capacity, Why.ACT, [subject_of(candidate)], act_id=act_id)
