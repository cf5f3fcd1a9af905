"""Routes of documents: papers and their public check."""

import asyncio
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import HTMLResponse

from kezek.contracts.access import Subject, Why
from kezek.contracts.numbers import Code
from kezek.contracts.vocabulary import Language
from kezek.documents.domain.document import paper_name
from kezek.documents.entrypoints import permissions, schemas
from kezek.documents.entrypoints.check_page import check_page
from kezek.documents.entrypoints.papers import PDF, MayRead, leave, pdf
from kezek.documents.entrypoints.parts import FilesDep
from kezek.documents.usecases.check_paper import check_paper
from kezek.documents.usecases.make_child_card import child_card_pdf, load_child_card
from kezek.documents.usecases.read_papers import list_papers, load_paper
from kezek.platform.actors import Grant, Role
from kezek.platform.errors import NotFound
from kezek.platform.http.permissions import require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import ClockDep, Reading, Transaction

router = APIRouter()
ANYONE = [require(permissions.CHECK_PAPERS)]
PaperCode = Annotated[Code, Path(max_length=100)]
PageLanguage = Annotated[
    str | None, Query(max_length=35, description="kk, ru or en; else that of the web client, or Kazakh")
]
LANGUAGE_COOKIE = "kezek_language"  # set by the web client where somebody changes the language of a page


@router.get("/applications/{application_id}/documents")
async def get_documents(application_id: UUID, tx: Transaction, log: MayRead) -> schemas.DocumentsView:
    """The papers of an application that you may see, newest first."""
    found = await list_papers(tx, application_id, log.actor)
    await leave(log, Why.LIST, found)
    return schemas.DocumentsView(items=[schemas.document_view(each) for each in found])


@router.get("/documents/{document_id}", response_class=Response, responses=PDF)
async def get_document(document_id: UUID, tx: Transaction, log: MayRead, files: FilesDep) -> Response:
    """The paper itself, as PDF; for the applicant and for the kindergarten it leads to."""
    document = await load_paper(tx, document_id, log.actor)
    await leave(log, Why.OPEN, [document])
    return pdf(await files.get(document.sha256), paper_name(document))


@router.get("/referrals/{referral_id}/child-card", response_class=Response, responses=PDF)
async def get_child_card(
    referral_id: UUID,
    request: Request,
    tx: Transaction,
    clock: ClockDep,
    log: Annotated[ReadingLog, reading(permissions.READ_CHILD_CARD)],
) -> Response:
    """The child's card of a referral to one's own kindergarten, as PDF with what is known at this moment."""
    found = await load_child_card(tx, log.actor, referral_id)
    referral = found.referral
    subject = Subject(person_id=referral.applicant_id, application_id=referral.application_id, object_id=referral.id)
    await log.note(Grant(Role.WORKER, referral.kindergarten_id), Why.OPEN, [subject])
    made = await asyncio.to_thread(child_card_pdf, found, request.app.state.settings.public_url, clock.now())
    return pdf(made, f"child-card-{referral.number}.pdf")


@router.get("/checks/{code}", dependencies=ANYONE)
async def get_check(code: PaperCode, tx: Reading, clock: ClockDep) -> schemas.CheckView:
    """Whether the paper with this code is valid, for which kindergarten and until when."""
    return schemas.check_view(await check_paper(tx, code, clock.now()))


@router.get(
    "/check/{code}",
    dependencies=ANYONE,
    response_class=HTMLResponse,
    responses={404: {"content": {"text/html": {"schema": {"type": "string"}}}}},
)
async def get_check_page(
    code: PaperCode, request: Request, tx: Reading, clock: ClockDep, lang: PageLanguage = None
) -> HTMLResponse:
    """The same as a page for people; the QR code leads here."""
    asked = lang or request.cookies.get(LANGUAGE_COOKIE, "")
    language = Language(asked) if asked in list(Language) else Language.KK
    try:
        checked = await check_paper(tx, code, clock.now())
    except NotFound:
        return check_page(None, language, request.app.state.settings)
    return check_page(checked, language, request.app.state.settings)
