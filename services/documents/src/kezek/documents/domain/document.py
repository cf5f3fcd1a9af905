"""Papers the system makes, what they are about, and who may see them (domain §3, tab Documents)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.contracts.vocabulary import DocumentKind, DocumentSubject


@dataclass(frozen=True)
class Subject:
    """What a paper is about, by kind and id; who may see it are its applicant and its kindergarten, if it has any.

    `application_id` is the application among whose papers it stands, None for what is no single family's.
    """

    kind: DocumentSubject
    id: UUID
    application_id: UUID | None
    applicant_id: UUID | None
    kindergarten_id: UUID | None
    number: str
    check_code: str


@dataclass(frozen=True)
class Document:
    """A paper; its bytes stand in the store under their own hash. A contract has a number of its own."""

    id: UUID
    kind: DocumentKind
    subject: Subject
    sha256: str
    size: int
    made_at: datetime
    own_number: str | None = None
    # how often it was signed, which a contract is
    signatures: int = 0

    @property
    def number(self) -> str:
        """What it is called by: a referral's paper by the number of its subject."""
        return self.own_number or self.subject.number


def paper_name(paper: Document) -> str:
    """Under which name a paper is saved."""
    return f"{paper.kind.value}-{paper.number}.pdf"
