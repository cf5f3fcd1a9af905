"""What a person does with files of their own that are handed in: look, finish, take back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from kezek.contracts.files import FilePurpose, FileReceipt
from kezek.documents.adapters import uploads
from kezek.documents.domain.upload import ReceiptTerms, Upload, UploadState, check_whole, next_receipt
from kezek.documents.usecases.examine_upload import EXAMINE
from kezek.documents.usecases.forget_bytes import forget_parts
from kezek.platform.db import Tx
from kezek.platform.errors import NotFound, rules_hold
from kezek.platform.messaging.jobs import add_job


@dataclass(frozen=True)
class OwnUpload:
    """A file and, while it may be used, its receipt."""

    upload: Upload
    receipt: FileReceipt | None


async def read_uploads(
    tx: Tx, owner: UUID, purpose: FilePurpose, draft_id: UUID, terms: ReceiptTerms
) -> Sequence[OwnUpload]:
    """What this person handed in for this with this form, the oldest first."""
    found = await uploads.of_form(tx, owner, purpose, draft_id)
    return [await _with_receipt(tx, each, terms) for each in found]


async def read_upload(tx: Tx, owner: UUID, upload_id: UUID, terms: ReceiptTerms) -> OwnUpload:
    """One of this person's files.

    Raises:
        NotFound: `upload_not_found`, also for somebody else's.
    """
    return await _with_receipt(tx, await _own(tx, owner, upload_id), terms)


async def finish_upload(tx: Tx, owner: UUID, upload_id: UUID, terms: ReceiptTerms) -> OwnUpload:
    """All parts are there: have the file checked. Once more, it says how far that is.

    Raises:
        NotFound: `upload_not_found`.
        Conflict: `upload_over`, `upload_incomplete` with how much came.
    """
    upload = await _own(tx, owner, upload_id)
    with rules_hold():
        check_whole(upload)
    if upload.state is not UploadState.RECEIVING:
        return await _with_receipt(tx, upload, terms)
    await uploads.begin_checking(tx, upload_id)
    await add_job(tx, EXAMINE, str(upload_id), {})
    return OwnUpload(replace(upload, state=UploadState.CHECKING), None)


async def discard_upload(tx: Tx, owner: UUID, upload_id: UUID) -> None:
    """Take a file back: it no longer counts and gets no more receipts.

    The bytes of one that was ready stay for a while: whoever has its receipt may be using it at this moment (ADR 32).
    """
    upload = await _own(tx, owner, upload_id)
    await uploads.discard(tx, upload_id)
    if upload.state in {UploadState.RECEIVING, UploadState.REFUSED}:
        await forget_parts(tx, upload_id)


async def _own(tx: Tx, owner: UUID, upload_id: UUID) -> Upload:
    upload = await uploads.lock_own(tx, upload_id, owner)
    if upload is None or (upload.discarded_at is not None and upload.state is not UploadState.CHECKING):
        raise NotFound("upload_not_found")
    return upload


async def _with_receipt(tx: Tx, upload: Upload, terms: ReceiptTerms) -> OwnUpload:
    receipt = next_receipt(upload, terms, await uploads.now(tx))
    if receipt is not None and receipt.expires_at != upload.receipt_until:
        await uploads.keep_receipt(tx, upload.id, receipt.expires_at)
    return OwnUpload(upload, receipt)
