"""Routes of refusals under review: the family reads and answers, an officer of the district decides (§7.refused)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from kezek.contracts.access import Why
from kezek.platform.actors import Actor
from kezek.platform.errors import NotFound
from kezek.platform.file_links import FileLink
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.handed_in import LinksDep, ReceiptsDep
from kezek.platform.http.idempotency import IdempotencyKey, once
from kezek.platform.http.pages import PageQuery
from kezek.platform.http.permissions import require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Reading, Transaction
from kezek.platform.officers import officer_of
from kezek.referrals.domain.refusal import Refusal
from kezek.referrals.entrypoints import permissions
from kezek.referrals.entrypoints.refusal_schemas import (
    KeptAnswer,
    LinkView,
    OpenedRefusalView,
    RefusalAnswerBody,
    RefusalDecisionBody,
    RefusalsView,
    RefusalView,
    WaitingRefusalView,
)
from kezek.referrals.usecases.answer_refusal import answer_refusal, load_own_refusal
from kezek.referrals.usecases.decide_refusal import DecideRefusal, RefusalDecision
from kezek.referrals.usecases.read_refusals import list_waiting, open_refusal

router = APIRouter()


@router.get("/applications/{application_id}/refusal")
async def get_refusal(
    application_id: UUID, tx: Reading, actor: Annotated[Actor, require(permissions.READ_OWN_REFUSAL)]
) -> RefusalView:
    """Why the kindergarten refused one's own child, what one answered, and what was decided."""
    candidate, refusal = await load_own_refusal(tx, actor, application_id)
    return RefusalView.of(refusal, candidate)


@router.post("/applications/{application_id}/refusal/answers", status_code=201)
async def post_answer(
    application_id: UUID,
    body: RefusalAnswerBody,
    tx: Transaction,
    receipts: ReceiptsDep,
    actor: Annotated[Actor, require(permissions.ANSWER_REFUSAL)],
    key: IdempotencyKey = None,
) -> RefusalView:
    """Answer the refusal, with scans; the officer reads it beside the kindergarten's reason, until the decision."""

    async def make() -> KeptAnswer:
        refusal = await answer_refusal(tx, receipts, actor, application_id, body.words, body.files)
        return KeptAnswer(id=refusal.family[-1].id)

    owner = f"{actor.person_id}:{application_id}"
    await once(tx, owner=owner, key=key, request=body, answer=KeptAnswer, make=make)
    candidate, refusal = await load_own_refusal(tx, actor, application_id)
    return RefusalView.of(refusal, candidate)


@router.post("/applications/{application_id}/refusal/files/{file_id}/links")
async def open_own_refusal_file(
    application_id: UUID,
    file_id: UUID,
    tx: Reading,
    links: LinksDep,
    actor: Annotated[Actor, require(permissions.READ_OWN_REFUSAL)],
) -> LinkView:
    """A link of a minute to a scan that was handed in with one's own answer."""
    _, refusal = await load_own_refusal(tx, actor, application_id)
    _check_file(refusal, file_id)
    link = FileLink(file_id=file_id, person_id=actor.person_id, subject_id=actor.person_id, about=application_id)
    return LinkView(address=links.sign(link))


@router.get("/refusals")
async def get_refusals(
    asked: Annotated[PageQuery, Query()],
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_REFUSALS)],
) -> RefusalsView:
    """The refusals under review in the officer's district, the longest waiting first."""
    found, total = await list_waiting(tx, log.actor, offset=asked.offset, limit=asked.limit)
    await log.note(officer_of(log.actor), Why.LIST, [each.subject for each in found])
    return RefusalsView(items=[WaitingRefusalView.of(each, log.actor) for each in found], total=total)


@router.get("/refusals/{referral_id}")
async def get_opened_refusal(
    referral_id: UUID, tx: Transaction, log: Annotated[ReadingLog, reading(permissions.READ_REFUSALS)]
) -> OpenedRefusalView:
    """One refusal in full, decided or not: the kindergarten's reason with the family's answers beside it."""
    opened = await open_refusal(tx, log.actor, referral_id)
    await log.note(officer_of(log.actor), Why.OPEN, [opened.subject])
    return OpenedRefusalView.of(opened, log.actor)


@router.post("/refusals/{referral_id}/files/{file_id}/links")
async def open_refusal_file(
    referral_id: UUID,
    file_id: UUID,
    tx: Transaction,
    links: LinksDep,
    log: Annotated[ReadingLog, reading(permissions.READ_REFUSALS)],
) -> LinkView:
    """A link of a minute to a scan of the family's; documents leaves in the log when it is opened."""
    opened = await open_refusal(tx, log.actor, referral_id)
    _check_file(opened.refusal, file_id)
    log.nobody()
    link = FileLink(
        file_id=file_id,
        person_id=log.actor.person_id,
        subject_id=opened.candidate.child.applicant_id,
        about=opened.refusal.application_id,
        capacity=officer_of(log.actor),
    )
    return LinkView(address=links.sign(link))


@router.post("/refusals/{referral_id}/decision/acts", status_code=201)
async def prepare_refusal_decision(
    referral_id: UUID,
    body: RefusalDecisionBody,
    tx: Transaction,
    acts: ActsDep,
    log: Annotated[ReadingLog, reading(permissions.DECIDE_REFUSAL)],
) -> PreparedAct:
    """What is to be signed to uphold or to overrule a refusal."""
    decision = RefusalDecision(referral_id=referral_id, **dict(body))
    act = await acts.prepare(tx, DecideRefusal, log.actor, decision)
    opened = await open_refusal(tx, log.actor, referral_id)
    await log.note(officer_of(log.actor), Why.ACT, [opened.subject], act_id=act.id)
    return prepared(act)


def _check_file(refusal: Refusal, file_id: UUID) -> None:
    if file_id not in {file.id for file in refusal.files}:
        raise NotFound("file_not_found")
