"""Events of the documents service."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from kezek.contracts.events import Event
from kezek.contracts.vocabulary import DocumentKind, DocumentSubject


class DocumentMade(Event):
    """A paper is ready to be downloaded (domain §3, tab Documents); `about` is the id of its subject."""

    TYPE: ClassVar[str] = "documents.document-made.v1"
    TOPIC: ClassVar[str] = "documents.document"

    document_id: UUID
    application_id: UUID
    kind: DocumentKind
    about: UUID
    made_at: AwareDatetime
    sha256: str
    size: int
    subject: DocumentSubject = DocumentSubject.REFERRAL

    def key(self) -> str:
        """The application."""
        return str(self.application_id)
