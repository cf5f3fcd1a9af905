"""A paper is stored, and told of (domain §3, tab Documents)."""

from kezek.contracts.documents import DocumentMade
from kezek.contracts.hints import HintKind, person
from kezek.documents.adapters import store, subjects
from kezek.documents.domain.document import Document
from kezek.platform.db import Tx


async def save_paper(tx: Tx, paper: Document) -> None:
    """Store a paper's row, its bytes are in the store already; under its application's lock, which is told of it."""
    subject = paper.subject
    await subjects.keep_subject(tx, subject)
    await store.insert_document(tx, paper)
    if subject.application_id is None:
        return
    told = DocumentMade(
        document_id=paper.id,
        application_id=subject.application_id,
        kind=paper.kind,
        about=subject.id,
        made_at=paper.made_at,
        sha256=paper.sha256,
        size=paper.size,
        subject=subject.kind,
    )
    await tx.publish(told, version=await store.count_documents(tx, subject.application_id))
    if subject.applicant_id is not None:
        tx.hint(person(subject.applicant_id), HintKind.DOCUMENT, subject.application_id)
