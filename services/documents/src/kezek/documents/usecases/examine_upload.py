"""A file that came in full is examined, scanned, and then ready or refused; nothing passes unseen."""

import hashlib
from collections.abc import Awaitable, Callable
from uuid import UUID

from kezek.contracts.files import MediaType
from kezek.documents.adapters import uploads
from kezek.documents.adapters.scanner import Scanner, ScannerSilentError
from kezek.documents.adapters.vault import Vault
from kezek.documents.domain.faults import FileFault
from kezek.documents.domain.upload import Upload, UploadState, expected_type
from kezek.documents.usecases.forget_bytes import forget_parts
from kezek.platform.db import Tx
from kezek.platform.messaging.jobs import Job, NotReadyError

EXAMINE = "examine-upload"
Examine = Callable[[bytes, MediaType], Awaitable[FileFault | None]]


class ExamineUpload:
    """The work of the job: tried until there is a verdict.

    The file is stored before its row says that it is ready, and its parts are forgotten after that is committed.
    """

    def __init__(self, vault: Vault, scanner: Scanner, examine: Examine) -> None:
        self._vault = vault
        self._scanner = scanner
        self._examine = examine

    async def __call__(self, tx: Tx, job: Job) -> None:
        """Judge one file."""
        upload = await uploads.find(tx, UUID(job.key))
        if upload is None or upload.state is not UploadState.CHECKING:
            return
        content = await self._whole(tx, upload)
        kind, sha256 = expected_type(upload.name), hashlib.sha256(content).hexdigest()
        if kind is None:
            fault: FileFault | None = FileFault.TYPE_NOT_TAKEN
        elif upload.sha256 not in {None, sha256}:
            fault = FileFault.CHANGED_ON_THE_WAY
        else:
            fault = await self._examine(content, kind) or await self._scan(content)
        if fault is None and kind is not None:
            await self._vault.put_file(upload.id, content)
            await uploads.pass_(tx, upload.id, kind, sha256)
        elif fault is not None:
            await uploads.refuse(tx, upload.id, fault)
        await forget_parts(tx, upload.id)

    async def _whole(self, tx: Tx, upload: Upload) -> bytes:
        pieces = [await self._vault.get(part.stored_as) for part in await uploads.parts(tx, upload.id)]
        content = b"".join(pieces)
        if len(content) != upload.size:
            raise ValueError(f"upload {upload.id} has {len(content)} bytes and not {upload.size}")
        return content

    async def _scan(self, content: bytes) -> FileFault | None:
        try:
            return FileFault.INFECTED if await self._scanner.finds(content) else None
        except ScannerSilentError as silent:
            raise NotReadyError(f"the virus scanner is silent: {silent}") from silent
