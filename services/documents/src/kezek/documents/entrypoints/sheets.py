"""The route of a closed month's paper, for who works in its kindergarten (domain §8.sheet)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from kezek.contracts.access import Subject, Why
from kezek.contracts.vocabulary import Language
from kezek.documents.adapters import copies, sheets
from kezek.documents.entrypoints import permissions
from kezek.documents.entrypoints.papers import PDF, pdf
from kezek.documents.entrypoints.parts import FilesDep
from kezek.platform.actors import Grant, Role
from kezek.platform.errors import NotFound, Unavailable
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Transaction

router = APIRouter()


@router.get("/sheets/{sheet_id}/paper", response_class=Response, responses=PDF)
async def get_sheet_paper(
    sheet_id: UUID,
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_SHEETS)],
    files: FilesDep,
    language: Annotated[Language, Query(description="kk or ru; the paper is in these two")] = Language.KK,
) -> Response:
    """The attendance sheet of an own kindergarten's closed month, as PDF; none once the month was reopened."""
    sheet = await copies.sheets.find(tx, sheet_id)
    if sheet is None or sheet.reopened_at is not None or not log.actor.works_at(sheet.kindergarten_id):
        raise NotFound("sheet_not_found")
    paper = await sheets.find_paper(tx, sheet_id)
    if paper is None:
        raise Unavailable("sheet_paper_not_made_yet")
    subjects = [
        Subject(person_id=each.applicant_id, application_id=each.application_id, object_id=sheet_id)
        for each in sheet.children
    ]
    await log.note(Grant(Role.WORKER, sheet.kindergarten_id), Why.OPEN, subjects)
    chosen = Language.RU if language is Language.RU else Language.KK
    content = await files.get(paper.ru if chosen is Language.RU else paper.kk)
    return pdf(content, f"sheet-{sheet.number}-{chosen.value}.pdf")
