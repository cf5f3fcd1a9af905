"""Routes of admission papers: the family hands them in, its kindergarten reads and returns them (domain §8.papers)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from kezek.contracts.access import Why
from kezek.contracts.files import FilePurpose
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.contract_receipts import ContractReader
from kezek.platform.db import ReadTx
from kezek.platform.errors import Invalid, NotFound
from kezek.platform.file_links import FileLink
from kezek.platform.file_receipts import ReceiptReader
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.handed_in import LinksDep, ReceiptsDep
from kezek.platform.http.pages import PageQuery
from kezek.platform.http.permissions import require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Reading, Transaction
from kezek.referrals.adapters.admissions import find_admission
from kezek.referrals.entrypoints import permissions
from kezek.referrals.entrypoints.admission_bodies import AdmissionsQuery, PapersBody, PapersReturnBody
from kezek.referrals.entrypoints.admission_schemas import (
    AdmissionsView,
    AdmissionView,
    AwaitedListView,
    AwaitedView,
    OpenedAdmissionView,
)
from kezek.referrals.entrypoints.refusal_schemas import LinkView
from kezek.referrals.usecases.choose_place import load_own_candidate
from kezek.referrals.usecases.read_admissions import (
    OpenedAdmission,
    list_admissions_at,
    list_awaited,
    list_own_admissions,
    open_admission,
    open_own_admission,
)
from kezek.referrals.usecases.return_papers import PapersReturn, ReturnPapers
from kezek.referrals.usecases.submit_papers import GivenPaper, Papers, SubmitPapers

router = APIRouter()


async def _contracts(request: Request) -> ContractReader:
    contracts: ContractReader = request.app.state.contracts
    return contracts


ContractsDep = Annotated[ContractReader, Depends(_contracts)]
OwnList = Annotated[Actor, require(permissions.READ_OWN_ADMISSIONS)]
Own = Annotated[Actor, require(permissions.READ_OWN_ADMISSION)]
Ours = Annotated[ReadingLog, reading(permissions.READ_ADMISSIONS)]


@router.get("/awaited-papers")
async def get_awaited_papers(tx: Reading, actor: OwnList) -> AwaitedListView:
    """One's own children with active referrals, and whether their admission papers may be handed in now."""
    return AwaitedListView(items=[AwaitedView.of(each, actor.language) for each in await list_awaited(tx, actor)])


@router.get("/admissions")
async def get_own_admissions(asked: Annotated[PageQuery, Query()], tx: Reading, actor: OwnList) -> AdmissionsView:
    """The journal of one's own admission applications, newest first."""
    found, total = await list_own_admissions(tx, actor, offset=asked.offset, limit=asked.limit)
    return AdmissionsView(items=[AdmissionView.of(each, actor.language) for each in found], total=total)


@router.get("/applications/{application_id}/admissions/{referral_id}")
async def get_own_admission(application_id: UUID, referral_id: UUID, tx: Reading, actor: Own) -> OpenedAdmissionView:
    """One of one's own admission applications in full."""
    return OpenedAdmissionView.of(await open_own_admission(tx, actor, application_id, referral_id), actor.language)


@router.post("/applications/{application_id}/admissions/{referral_id}/files/{file_id}/links")
async def open_own_paper(
    application_id: UUID, referral_id: UUID, file_id: UUID, tx: Reading, links: LinksDep, actor: Own
) -> LinkView:
    """A link of a minute to a scan that one handed in."""
    _check_file(await open_own_admission(tx, actor, application_id, referral_id), file_id)
    link = FileLink(file_id=file_id, person_id=actor.person_id, subject_id=actor.person_id, about=application_id)
    return LinkView(address=links.sign(link))


@router.post("/applications/{application_id}/referrals/{referral_id}/papers/acts", status_code=201)
async def prepare_papers(
    application_id: UUID,
    referral_id: UUID,
    body: PapersBody,
    tx: Transaction,
    acts: ActsDep,
    receipts: ReceiptsDep,
    contracts: ContractsDep,
    actor: Annotated[Actor, require(permissions.SUBMIT_PAPERS)],
) -> PreparedAct:
    """The document to sign for handing in the admission papers of one's own child's referral."""
    await load_own_candidate(tx, actor, application_id)
    given = await _given(tx, receipts, actor, application_id, referral_id, body)
    signed = contracts.read(body.contract, referral_id=referral_id) if body.contract else None
    papers = Papers(
        application_id=application_id,
        referral_id=referral_id,
        identity_number=body.identity.number,
        identity_issued_by=body.identity.issued_by,
        identity_valid_until=body.identity.valid_until,
        address=body.address,
        email=body.email,
        phone=body.phone,
        files=given,
        contract=signed,
    )
    return prepared(await acts.prepare(tx, SubmitPapers, actor, papers))


@router.get("/kindergartens/{kindergarten_id}/admissions")
async def get_admissions(
    kindergarten_id: UUID, asked: Annotated[AdmissionsQuery, Query()], tx: Transaction, log: Ours
) -> AdmissionsView:
    """The admission applications of one's own kindergarten: the longest waiting for it first, or by a column."""
    page = {"offset": asked.offset, "limit": asked.limit}
    sort = (asked.sort, asked.descending, log.actor.language)
    found, total = await list_admissions_at(tx, log.actor, kindergarten_id, asked.state, sort, **page)
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.LIST, [each.subject for each in found])
    return AdmissionsView(items=[AdmissionView.of(each, log.actor.language) for each in found], total=total)


@router.get("/admissions/{referral_id}")
async def get_admission(referral_id: UUID, tx: Transaction, log: Ours) -> OpenedAdmissionView:
    """One admission application of one's own kindergarten in full."""
    opened = await open_admission(tx, log.actor, referral_id)
    await log.note(_capacity(opened), Why.OPEN, [opened.subject])
    return OpenedAdmissionView.of(opened, log.actor.language)


@router.post("/admissions/{referral_id}/files/{file_id}/links")
async def open_paper(referral_id: UUID, file_id: UUID, tx: Transaction, links: LinksDep, log: Ours) -> LinkView:
    """A link of a minute to a scan; documents leaves in the log when it is opened."""
    opened = await open_admission(tx, log.actor, referral_id)
    _check_file(opened, file_id)
    log.nobody()
    link = FileLink(
        file_id=file_id,
        person_id=log.actor.person_id,
        subject_id=opened.candidate.child.applicant_id,
        about=opened.admission.application_id,
        capacity=_capacity(opened),
    )
    return LinkView(address=links.sign(link))


@router.post("/referrals/{referral_id}/papers/return/acts", status_code=201)
async def prepare_papers_return(
    referral_id: UUID,
    body: PapersReturnBody,
    tx: Transaction,
    acts: ActsDep,
    log: Annotated[ReadingLog, reading(permissions.RETURN_PAPERS)],
) -> PreparedAct:
    """The document to sign for returning the papers with a reason; the family may hand them in once more."""
    wanted = PapersReturn(referral_id=referral_id, flaw=body.flaw, words=body.words)
    act = await acts.prepare(tx, ReturnPapers, log.actor, wanted)
    opened = await open_admission(tx, log.actor, referral_id)
    await log.note(_capacity(opened), Why.ACT, [opened.subject], act_id=act.id)
    return prepared(act)


def _capacity(opened: OpenedAdmission) -> Grant:
    return Grant(Role.WORKER, opened.admission.kindergarten_id)


def _check_file(opened: OpenedAdmission, file_id: UUID) -> None:
    if file_id not in opened.admission.files:
        raise NotFound("file_not_found")


async def _given(
    tx: ReadTx, receipts: ReceiptReader, actor: Actor, application_id: UUID, referral_id: UUID, body: PapersBody
) -> tuple[GivenPaper, ...]:
    """The scans by their receipts, and those of the last time that stay; how many there may be the act says."""
    fresh = []
    for each in body.files:
        receipt = receipts.read(each.receipt, owner=actor.person_id, purpose=FilePurpose.ADMISSION_PAPER)
        said = {name: getattr(receipt, name) for name in ("owner_id", "name", "size", "sha256")}
        fresh.append(GivenPaper(form=each.form, id=receipt.file_id, media_type=receipt.media_type.value, **said))
    before = await find_admission(tx, referral_id) if body.kept else None
    own = before is not None and before.application_id == application_id and before.applicant_id == actor.person_id
    # nothing was handed in for one that was archived by itself
    known = {file.id: file for file in before.last.files} if before and own and before.submissions else {}
    if any(each not in known for each in body.kept):
        raise NotFound("file_not_found")
    given = (*(GivenPaper(**vars(known[each])) for each in body.kept), *fresh)
    if len({each.id for each in given}) < len(given):
        raise Invalid("file_given_twice")
    return given
