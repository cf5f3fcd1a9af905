"""Routes of what a family does with its application once it is made: wishes, papers that were asked for, withdrawal."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter

from kezek.applications.adapters import claims, journal
from kezek.applications.entrypoints import permissions
from kezek.applications.entrypoints.own_schemas import AnswerBody, ClaimBody, WishesBody
from kezek.applications.entrypoints.schemas import ClaimView, LinkView
from kezek.applications.entrypoints.views import claim_view
from kezek.applications.usecases.add_claim import NewClaim, add_claim
from kezek.applications.usecases.answer_by_family import answer_by_family
from kezek.applications.usecases.change_wishes import change_wishes
from kezek.applications.usecases.withdraw_before_queue import Withdrawal, WithdrawBeforeQueue
from kezek.contracts.vocabulary import ClaimKind
from kezek.platform.actors import Actor
from kezek.platform.errors import NotFound
from kezek.platform.file_links import FileLink
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.handed_in import LinksDep, ReceiptsDep
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading, Transaction

router = APIRouter()


@router.put("/applications/{application_id}/wishes", status_code=204)
async def put_wishes(
    application_id: UUID,
    body: WishesBody,
    tx: Transaction,
    actor: Annotated[Actor, require(permissions.CHANGE_WISHES)],
) -> None:
    """Change the languages, and of linked twins whether they may be apart; it counts from the next call on."""
    languages = tuple(body.languages)
    await change_wishes(tx, actor, application_id, languages, separate_places=body.separate_places)


@router.post("/applications/{application_id}/claims/{claim_id}/papers")
async def post_papers(
    application_id: UUID,
    claim_id: UUID,
    body: AnswerBody,
    tx: Transaction,
    receipts: ReceiptsDep,
    actor: Annotated[Actor, require(permissions.ANSWER_CLAIM)],
) -> ClaimView:
    """Hand in what an officer asks for; the time of the application stays, a new term of the officer begins."""
    claim = await answer_by_family(tx, receipts, actor, application_id, claim_id, body.files)
    return claim_view(claim, actor, tx.now())


@router.post("/applications/{application_id}/claims", status_code=201)
async def post_claim(
    application_id: UUID,
    body: ClaimBody,
    tx: Transaction,
    receipts: ReceiptsDep,
    actor: Annotated[Actor, require(permissions.ADD_CLAIM)],
) -> ClaimView:
    """Claim a benefit or special needs besides; the time of the application stays, an officer decides in a term."""
    wanted = NewClaim(
        kind=ClaimKind(body.kind),
        benefit=body.benefit or "",
        correctional=body.queue == "correctional",
        receipts=tuple(body.files),
    )
    claim = await add_claim(tx, receipts, actor, application_id, wanted)
    return claim_view(claim, actor, tx.now())


@router.post("/applications/{application_id}/files/{file_id}/links")
async def open_own_file(
    application_id: UUID,
    file_id: UUID,
    tx: Reading,
    links: LinksDep,
    actor: Annotated[Actor, require(permissions.READ_JOURNAL)],
) -> LinkView:
    """A link of a minute to a scan that was handed in with one's own application."""
    row = await journal.find_own(tx, actor.person_id, application_id)
    if row is None:
        raise NotFound("application_not_found")
    of_it = (await claims.list_claims(tx, [application_id])).get(application_id, ())
    if file_id not in {file.id for claim in of_it for file in claim.files}:
        raise NotFound("file_not_found")
    link = FileLink(file_id=file_id, person_id=actor.person_id, subject_id=actor.person_id, about=application_id)
    return LinkView(address=links.sign(link))


@router.post("/applications/{application_id}/withdrawal/acts", status_code=201)
async def prepare_withdrawal_before_queue(
    application_id: UUID, tx: Transaction, acts: ActsDep, actor: Annotated[Actor, require(permissions.WITHDRAW)]
) -> PreparedAct:
    """The document to sign for taking back an application whose child is not queued yet; later referrals has it."""
    return prepared(await acts.prepare(tx, WithdrawBeforeQueue, actor, Withdrawal(application_id=application_id)))
