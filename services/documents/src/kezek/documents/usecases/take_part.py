"""A part of a file arrives, perhaps not for the first time."""

import hashlib
from dataclasses import replace
from uuid import UUID

from kezek.documents.adapters import uploads
from kezek.documents.adapters.uploads import Part
from kezek.documents.adapters.vault import Vault
from kezek.documents.domain.upload import Upload, check_part
from kezek.platform.db import Database, ReadTx
from kezek.platform.errors import NotFound, rules_hold


async def take_part(
    database: Database, vault: Vault, owner: UUID, upload_id: UUID, begins: int, content: bytes
) -> Upload:
    """The file with this part; the same part once more changes nothing.

    The bytes are stored between two transactions: no connection waits for the store.

    Raises:
        NotFound: `upload_not_found`, also for somebody else's.
        Conflict: `upload_over`, `upload_goes_on_elsewhere` with where.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    async with database.read() as reading:
        upload = _found(await uploads.find_own(reading, upload_id, owner))
        if await _has(reading, upload, begins, sha256):
            return upload
        with rules_hold():
            check_part(upload, begins, len(content))
    part = Part(begins, len(content), sha256, await vault.put_part(upload_id, content))
    taken = False
    try:
        async with database.write() as tx:
            upload = _found(await uploads.lock_own(tx, upload_id, owner))
            if await _has(tx, upload, begins, sha256):
                return upload
            with rules_hold():
                check_part(upload, begins, len(content))
            await uploads.add_part(tx, upload, part)
            taken = True
    finally:
        if not taken:  # what a crash leaves here goes with the row
            await vault.drop(part.stored_as)
    return replace(upload, received=begins + len(content))


async def _has(tx: ReadTx, upload: Upload, begins: int, sha256: str) -> bool:
    """Whether this very part is there."""
    if begins >= upload.received:
        return False
    part = await uploads.find_part(tx, upload.id, begins)
    return part is not None and part.sha256 == sha256


def _found(upload: Upload | None) -> Upload:
    if upload is None or upload.discarded_at is not None:
        raise NotFound("upload_not_found")
    return upload
