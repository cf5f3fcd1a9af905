"""Who sees which paper: the applicant, and the kindergarten it leads to (domain §1, §3)."""

from uuid import UUID

from kezek.documents.adapters import store
from kezek.documents.domain.document import Document
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound


async def list_papers(tx: ReadTx, application_id: UUID, actor: Actor) -> list[Document]:
    """The papers of an application that this person may see."""
    return [each for each in await store.list_documents(tx, application_id) if _may_see(actor, each)]


async def load_paper(tx: ReadTx, document_id: UUID, actor: Actor) -> Document:
    """A paper this person may see.

    Raises:
        NotFound: `document_not_found`, also for somebody else's.
    """
    document = await store.find_document(tx, document_id)
    if document is None or not _may_see(actor, document):
        raise NotFound("document_not_found")
    return document


def _may_see(actor: Actor, document: Document) -> bool:
    subject = document.subject
    if actor.person_id == subject.applicant_id:
        return True
    return subject.kindergarten_id is not None and actor.works_at(subject.kindergarten_id)
