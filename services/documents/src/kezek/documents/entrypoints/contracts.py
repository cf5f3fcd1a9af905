"""Routes of contracts: a family's own, the signed file, and the administrator's templates (domain §8.contract)."""

import asyncio
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from kezek.contracts.access import Why
from kezek.contracts.vocabulary import Ownership
from kezek.documents.adapters import templates
from kezek.documents.adapters.asice import MEDIA_TYPE
from kezek.documents.domain.contract_template import check_template
from kezek.documents.entrypoints import permissions
from kezek.documents.entrypoints.acts import ACTS
from kezek.documents.entrypoints.contract_schemas import (
    DISTRICT,
    ContractView,
    TemplateBody,
    TemplatesView,
    TemplateVersionView,
    TemplateView,
    TextsBody,
)
from kezek.documents.entrypoints.papers import PDF, MayRead, leave, pdf
from kezek.documents.entrypoints.parts import FilesDep
from kezek.documents.usecases.keep_signature import list_signed, signed_container
from kezek.documents.usecases.make_contract import make_contract
from kezek.documents.usecases.preview_template import preview_pdf
from kezek.documents.usecases.publish_template import PublishTemplate
from kezek.documents.usecases.read_papers import load_paper
from kezek.platform.actors import Actor
from kezek.platform.contract_receipts import ContractSigner
from kezek.platform.errors import NotFound, rules_hold
from kezek.platform.http.acts import ActsDep, PreparedAct, acts_router, prepared
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import ClockDep, DatabaseDep, Reading, Transaction

router = APIRouter()
signatures = acts_router(permissions.SIGN, ACTS)
MayChange = Annotated[Actor, require(permissions.CHANGE_TEMPLATES)]
CHANGERS = [require(permissions.CHANGE_TEMPLATES)]
DistrictCode = Annotated[str, Path(pattern=DISTRICT)]
VersionNumber = Annotated[int | None, Query(ge=0, le=1_000_000, description="the newest unless one is named")]
_CONTAINER: dict[int | str, dict[str, Any]] = {
    200: {"content": {MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}}}
}


async def _signer(request: Request) -> ContractSigner:
    signer: ContractSigner = request.app.state.contract_signer
    return signer


SignerDep = Annotated[ContractSigner, Depends(_signer)]


@router.post("/referrals/{referral_id}/contract")
async def post_contract(
    referral_id: UUID,
    request: Request,
    database: DatabaseDep,
    files: FilesDep,
    signer: SignerDep,
    actor: Annotated[Actor, require(permissions.MAKE_CONTRACT)],
) -> ContractView:
    """The contract of your child's referral, filled in: made when it is first asked for, the same ever after.

    `receipt` goes into the act by which you hand the admission papers in, and sign the contract.
    """
    public_url = request.app.state.settings.public_url
    return ContractView.of(await make_contract(database, files, actor, referral_id, public_url), signer)


@router.get("/documents/{document_id}/signed", response_class=Response, responses=_CONTAINER)
async def get_signed(document_id: UUID, tx: Transaction, log: MayRead, files: FilesDep) -> Response:
    """A contract with all its signatures in one file (ASiC-E), which others' tools verify, too."""
    paper = await load_paper(tx, document_id, log.actor)
    signed = await list_signed(tx, paper)
    await leave(log, Why.OPEN, [paper])
    headers = {
        "Content-Disposition": f'attachment; filename="contract-{paper.number}.asice"',
        "Cache-Control": "private, no-store",
    }
    return Response(await signed_container(files, paper, signed), media_type=MEDIA_TYPE, headers=headers)


@router.get("/contract-templates", dependencies=CHANGERS)
async def get_templates(tx: Reading) -> TemplatesView:
    """What districts have of their own, by district and kind; in all others the shipped template holds."""
    return TemplatesView(items=[TemplateVersionView.of(each) for each in await templates.list_newest(tx)])


@router.get("/contract-templates/{district}/{ownership}", dependencies=CHANGERS)
async def get_template(
    district: DistrictCode, ownership: Ownership, tx: Reading, version: VersionNumber = None
) -> TemplateView:
    """A version of a template with its text, and what may be filled in."""
    versions = list(await templates.list_versions(tx, district, ownership))
    found = [each for each in versions if version is None or each.version == version]
    if not found:
        raise NotFound("contract_template_not_found")
    return TemplateView.of(found[0], versions)


@router.post("/contract-templates/preview", dependencies=CHANGERS, response_class=Response, responses=PDF)
async def preview_of_template(body: TextsBody, request: Request, clock: ClockDep) -> Response:
    """A text as a contract would look, for a made-up family; refused as publishing it would be."""
    text = body.text()
    with rules_hold():
        check_template(text)
    made = await asyncio.to_thread(preview_pdf, text, request.app.state.settings.public_url, clock.now())
    return pdf(made, "contract-preview.pdf")


@router.post("/contract-templates/acts", status_code=201)
async def prepare_template(body: TemplateBody, tx: Transaction, acts: ActsDep, actor: MayChange) -> PreparedAct:
    """What is to be signed to publish a version of a template; contracts that are made already stay as they are."""
    return prepared(await acts.prepare(tx, PublishTemplate, actor, body.proposal()))
