"""Bytes are forgotten after the rows say so is committed: a job, which goes on where a crash ended it."""

from uuid import UUID

from kezek.documents.adapters import uploads
from kezek.documents.adapters.vault import Vault
from kezek.platform.db import Tx
from kezek.platform.messaging.jobs import Job, add_job

FORGET_PARTS = "forget-parts"
FORGET_FILE = "forget-file"


async def forget_parts(tx: Tx, upload_id: UUID) -> None:
    """Forget the parts of an upload."""
    await uploads.drop_parts(tx, upload_id)
    await add_job(tx, FORGET_PARTS, str(upload_id), {})


async def forget_file(tx: Tx, file_id: UUID) -> None:
    """Forget a file."""
    await add_job(tx, FORGET_FILE, str(file_id), {})


class ForgetBytes:
    """The work of these jobs."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    async def parts(self, _: Tx, job: Job) -> None:
        """Drop an upload's parts."""
        await self._vault.drop_parts(UUID(job.key))

    async def file(self, _: Tx, job: Job) -> None:
        """Drop a file."""
        await self._vault.drop_file(UUID(job.key))
