"""A file, or a paper that the system made, is handed out to who brings a link for it (ADR 32)."""

from dataclasses import dataclass
from uuid import UUID

from kezek.contracts.files import PURPOSES, MediaType
from kezek.documents.adapters import store, uploads
from kezek.documents.domain.document import paper_name
from kezek.documents.domain.upload import UploadState
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound
from kezek.platform.file_links import FileLink, LinkReader

PAPERS_OF = "applications"
"""The service whose officers are shown papers: it knows in which district an application is."""


@dataclass(frozen=True)
class OpenedFile:
    """What is handed out, and by which link; `sha256` names the bytes of a paper that the system made."""

    name: str
    media_type: MediaType
    link: FileLink
    sha256: str | None = None


async def open_file(tx: ReadTx, actor: Actor, links: LinkReader, file_id: UUID, token: str) -> OpenedFile:
    """The file that a link lets this person open.

    Raises:
        NotFound: `file_link_unknown`, also of a file that is gone; `file_link_expired`.
    """
    service, link = links.read(token, file_id=file_id, person_id=actor.person_id)
    paper = await store.find_document(tx, file_id)
    if (
        paper is not None
        and service == PAPERS_OF
        and _still_may(actor, link)
        and link.about == paper.subject.application_id
    ):
        return OpenedFile(paper_name(paper), MediaType.PDF, link, paper.sha256)
    upload = await uploads.find(tx, file_id)
    if upload is None or upload.state is not UploadState.READY or upload.media_type is None:
        raise NotFound("file_link_unknown")
    if PURPOSES[upload.purpose] != service or not _still_may(actor, link) or await uploads.is_erased(tx, file_id):
        raise NotFound("file_link_unknown")
    return OpenedFile(upload.name, upload.media_type, link)


def _still_may(actor: Actor, link: FileLink) -> bool:
    """Whether the file is the person's own, or staff still has the part in which the link was given."""
    if link.capacity is None:
        return link.subject_id == actor.person_id
    return link.capacity in actor.grants
