"""What the API of documents gives."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from functools import partial
from uuid import UUID

from pydantic import BaseModel

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import DocumentKind, DocumentSubject
from kezek.documents.domain.contract_paper import contract_title
from kezek.documents.domain.document import Document
from kezek.documents.domain.ending_paper import ending_title
from kezek.documents.domain.referral import Verdict
from kezek.documents.domain.referral_paper import paper_title
from kezek.documents.usecases.check_paper import Checked, CheckedSheet

_TITLES: Mapping[DocumentKind, Callable[[str], Text]] = {
    DocumentKind.REFERRAL: paper_title,
    DocumentKind.CONTRACT: contract_title,
    DocumentKind.REFUSAL: partial(ending_title, DocumentKind.REFUSAL),
    DocumentKind.DEPARTURE: partial(ending_title, DocumentKind.DEPARTURE),
}


class DocumentView(BaseModel):
    """A paper the system made; `GET /documents/{id}` gives the file.

    A contract with `signatures` is had with them by `GET /documents/{id}/signed`.
    """

    id: UUID
    kind: DocumentKind
    subject: DocumentSubject
    about: UUID
    name: Text
    made_at: datetime
    sha256: str
    size: int
    check_code: str
    signatures: int


class DocumentsView(BaseModel):
    items: list[DocumentView]


class CheckedSheetView(BaseModel):
    """Which attendance sheet a paper is of; `month` as `2026-10`."""

    number: str
    month: str
    digest: str


class CheckView(BaseModel):
    """Whether a paper is valid, and for which kindergarten.

    Of a referral until when, or `stopped`: as long as its term does not run. Of an attendance sheet which one it is.
    """

    kind: DocumentKind
    status: Verdict
    kindergarten: Text
    last_day: date | None = None
    expires_at: datetime | None = None
    stopped: bool = False
    sheet: CheckedSheetView | None = None


def document_view(document: Document) -> DocumentView:
    return DocumentView(
        id=document.id,
        kind=document.kind,
        subject=document.subject.kind,
        about=document.subject.id,
        name=Text(**asdict(_TITLES[document.kind](document.number))),
        made_at=document.made_at,
        sha256=document.sha256,
        size=document.size,
        check_code=document.subject.check_code,
        signatures=document.signatures,
    )


def check_view(checked: Checked) -> CheckView:
    if isinstance(checked, CheckedSheet):
        return CheckView(
            kind=DocumentKind.SHEET,
            status=checked.verdict,
            kindergarten=checked.kindergarten,
            sheet=CheckedSheetView(number=checked.number, month=f"{checked.month:%Y-%m}", digest=checked.digest),
        )
    return CheckView(
        kind=DocumentKind.REFERRAL,
        status=checked.verdict,
        kindergarten=checked.kindergarten,
        last_day=checked.last_day,
        expires_at=checked.expires_at,
        stopped=checked.stopped,
    )
