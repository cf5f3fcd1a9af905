"""Routes of files: handing in by parts, and handing out by links of a minute."""

from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from kezek.contracts.access import Subject, Why
from kezek.contracts.files import FilePurpose, MediaType
from kezek.documents.adapters.vault import Vault
from kezek.documents.domain.upload import ReceiptTerms
from kezek.documents.entrypoints import permissions
from kezek.documents.entrypoints.part_bodies import PART_BODY, read_part
from kezek.documents.entrypoints.parts import FilesDep
from kezek.documents.entrypoints.upload_schemas import UploadBody, UploadsView, UploadView, upload_view
from kezek.documents.settings import DocumentsSettings
from kezek.documents.usecases.begin_upload import begin_upload
from kezek.documents.usecases.open_file import OpenedFile, open_file
from kezek.documents.usecases.own_uploads import (
    OwnUpload,
    discard_upload,
    finish_upload,
    read_upload,
    read_uploads,
)
from kezek.documents.usecases.take_part import take_part
from kezek.platform.actors import Actor
from kezek.platform.file_limits import LARGEST
from kezek.platform.file_links import LONGEST, LinkReader
from kezek.platform.file_receipts import ReceiptSigner
from kezek.platform.http.idempotency import IdempotencyKey, once
from kezek.platform.http.permissions import require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import DatabaseDep, Transaction

router = APIRouter()
Uploader = Annotated[Actor, require(permissions.UPLOAD_FILES)]
MayOpen = Annotated[ReadingLog, reading(permissions.OPEN_FILES)]
Link = Annotated[str, Query(max_length=LONGEST, description="what the keeper of the file signed")]
Begins = Annotated[int, Path(ge=0, le=LARGEST, description="the byte of the file with which the part begins")]
# whatever a file holds is shown and never run, on no page but ours; older browsers show no PDF in a sandbox
POLICIES = {
    MediaType.PDF: "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    MediaType.JPEG: "sandbox; default-src 'none'; frame-ancestors 'self'",
}


class Counter:
    """What the routes of files need: the vault, who signs receipts, whose links are believed, and the terms."""

    def __init__(self, settings: DocumentsSettings, vault: Vault) -> None:
        self.vault = vault
        self.signer = ReceiptSigner(settings.signing_key)
        self.links = LinkReader(settings.file_link_keys)
        self.terms: ReceiptTerms = settings.receipt_terms
        self.limits = settings.person_limits

    def view(self, own: OwnUpload) -> UploadView:
        """A file as its owner sees it."""
        return upload_view(own, self.signer)


async def _counter(request: Request) -> Counter:
    counter: Counter = request.app.state.counter
    return counter


CounterDep = Annotated[Counter, Depends(_counter)]


@router.post("/uploads", status_code=201)
async def post_upload(
    body: UploadBody, actor: Uploader, tx: Transaction, counter: CounterDep, key: IdempotencyKey = None
) -> UploadView:
    """Begin to hand a file in; its parts follow."""

    async def make() -> UploadView:
        upload = await begin_upload(tx, actor.person_id, body.announced(), counter.limits)
        return counter.view(OwnUpload(upload, None))

    return await once(tx, owner=str(actor.person_id), key=key, request=body, answer=UploadView, make=make)


@router.get("/uploads")
async def get_uploads(
    purpose: FilePurpose, draft_id: UUID, actor: Uploader, tx: Transaction, counter: CounterDep
) -> UploadsView:
    """The files you handed in for this with this form, the oldest first."""
    found = await read_uploads(tx, actor.person_id, purpose, draft_id, counter.terms)
    return UploadsView(items=[counter.view(each) for each in found])


@router.get("/uploads/{upload_id}")
async def get_upload(upload_id: UUID, actor: Uploader, tx: Transaction, counter: CounterDep) -> UploadView:
    """One of your files: how much of it is there, and whether it is ready."""
    return counter.view(await read_upload(tx, actor.person_id, upload_id, counter.terms))


@router.put("/uploads/{upload_id}/parts/{begins}", openapi_extra=PART_BODY)
async def put_part(
    upload_id: UUID, begins: Begins, request: Request, actor: Uploader, database: DatabaseDep, counter: CounterDep
) -> UploadView:
    """The next part of a file: its bytes as they are. The same part once more changes nothing."""
    content = await read_part(request)
    upload = await take_part(database, counter.vault, actor.person_id, upload_id, begins, content)
    return counter.view(OwnUpload(upload, None))


@router.post("/uploads/{upload_id}/finish")
async def post_upload_finish(upload_id: UUID, actor: Uploader, tx: Transaction, counter: CounterDep) -> UploadView:
    """All parts are there: the file is checked. Ask again until it is ready or refused."""
    return counter.view(await finish_upload(tx, actor.person_id, upload_id, counter.terms))


@router.delete("/uploads/{upload_id}", status_code=204)
async def delete_upload(upload_id: UUID, actor: Uploader, tx: Transaction) -> None:
    """Take a file back."""
    await discard_upload(tx, actor.person_id, upload_id)


_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            kind: {"schema": {"type": "string", "format": "binary"}} for kind in ("application/pdf", "image/jpeg")
        }
    }
}


@router.get("/files/{file_id}", response_class=Response, responses=_FILE)
async def get_file(
    file_id: UUID, link: Link, tx: Transaction, log: MayOpen, counter: CounterDep, files: FilesDep
) -> Response:
    """A file that was handed in, or a paper, for whom its keeper signed a link within the last minute."""
    opened = await open_file(tx, log.actor, counter.links, file_id, link)
    content = await (files.get(opened.sha256) if opened.sha256 else counter.vault.get_file(file_id))
    await _leave(log, opened, file_id)
    return Response(content, media_type=opened.media_type.value, headers=_headers(opened))


async def _leave(log: ReadingLog, opened: OpenedFile, file_id: UUID) -> None:
    """Leave in the reading log that staff opened it; one's own leave nothing."""
    log.nobody()
    link = opened.link
    if link.capacity is not None:
        subject = Subject(person_id=link.subject_id, application_id=link.about, object_id=file_id)
        await log.note(link.capacity, Why.OPEN, [subject])


def _headers(opened: OpenedFile) -> dict[str, str]:
    how = "attachment" if opened.link.download else "inline"
    return {
        "Content-Disposition": f"{how}; filename*=UTF-8''{quote(opened.name)}",
        "Content-Security-Policy": POLICIES[opened.media_type],
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
