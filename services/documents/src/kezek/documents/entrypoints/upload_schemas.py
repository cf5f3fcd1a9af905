"""What the API takes and gives of files that people hand in."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from kezek.contracts.files import FilePurpose, MediaType
from kezek.documents.domain.faults import FileFault
from kezek.documents.domain.upload import UploadState
from kezek.documents.usecases.begin_upload import Announced
from kezek.documents.usecases.own_uploads import OwnUpload
from kezek.platform.file_receipts import ReceiptSigner
from kezek.platform.http.bodies import Body

PART_BYTES = 256 * 1024
"""What one part has best: at 13 kB a second it still comes in time (`BodyInTime`)."""
MOST_PART_BYTES = 1024 * 1024
_MOST_BYTES = 2**31 - 1


class UploadBody(Body):
    """A file that is about to be sent; `draft_id` is made by the client, one for each form."""

    purpose: FilePurpose
    draft_id: UUID
    name: Annotated[str, Field(min_length=1, max_length=300)]
    size: Annotated[int, Field(ge=1, le=_MOST_BYTES)]
    sha256: Annotated[str | None, Field(pattern="^[0-9a-f]{64}$")] = None
    district: Annotated[
        str | None, Field(pattern="^[0-9]{4}$", description="whose policy limits; else the region's")
    ] = None

    def announced(self) -> Announced:
        """As the use case takes it."""
        return Announced(self.purpose, self.draft_id, self.name, self.size, self.sha256, self.district)


class UploadView(BaseModel):
    """A file of one's own; `receipt` is there once it is ready: who uses the file takes that."""

    id: UUID
    purpose: FilePurpose
    draft_id: UUID
    name: str
    size: int
    received: int
    part_bytes: int = PART_BYTES
    state: UploadState
    fault: FileFault | None
    media_type: MediaType | None
    receipt: str | None
    receipt_expires_at: datetime | None


class UploadsView(BaseModel):
    items: list[UploadView]


def upload_view(own: OwnUpload, signer: ReceiptSigner) -> UploadView:
    upload, receipt = own.upload, own.receipt
    return UploadView(
        id=upload.id,
        purpose=upload.purpose,
        draft_id=upload.draft_id,
        name=upload.name,
        size=upload.size,
        received=upload.received,
        state=upload.state,
        fault=upload.fault,
        media_type=upload.media_type,
        receipt=signer.sign(receipt) if receipt else None,
        receipt_expires_at=receipt.expires_at if receipt else None,
    )
