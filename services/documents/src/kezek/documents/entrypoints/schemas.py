"""What the API of documents gives."""

from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel

from kezek.contracts.languages import Text
from kezek.documents.domain.document import Document, DocumentKind
from kezek.documents.domain.referral import Verdict
from kezek.documents.domain.referral_paper import paper_title
from kezek.documents.usecases.check_paper import CheckedPaper


class DocumentView(BaseModel):
    """A paper the system made; `GET /documents/{id}` gives the file."""

    id: UUID
    kind: DocumentKind
    about: UUID
    name: Text
    made_at: datetime
    sha256: str
    size: int
    check_code: str


class DocumentsView(BaseModel):
    items: list[DocumentView]


class CheckView(BaseModel):
    """Whether a paper is valid, for which kindergarten and until when."""

    kind: DocumentKind
    status: Verdict
    kindergarten: Text
    last_day: date
    expires_at: datetime


def document_view(document: Document) -> DocumentView:
    return DocumentView(
        id=document.id,
        kind=document.kind,
        about=document.referral.id,
        name=Text(**asdict(paper_title(document.referral))),
        made_at=document.made_at,
        sha256=document.sha256,
        size=document.size,
        check_code=document.referral.check_code,
    )


def check_view(checked: CheckedPaper) -> CheckView:
    return CheckView(
        kind=DocumentKind.REFERRAL,
        status=checked.verdict,
        kindergarten=checked.kindergarten,
        last_day=checked.last_day,
        expires_at=checked.expires_at,
    )
