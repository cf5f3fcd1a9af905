"""Files that other services keep: those are never swept (ADR 32)."""

from kezek.contracts.file_use import FileKept
from kezek.documents.adapters import copies, uploads
from kezek.platform.db import Tx
from kezek.platform.telemetry import logger

LOG = logger(__name__)


async def keep_file(tx: Tx, event: FileKept, version: int) -> None:
    """Know that a file is kept, or no longer: then the next sweep erases it."""
    await copies.kept_files.keep(tx, event, version)
    if event.kept and await uploads.is_erased(tx, event.file_id):
        LOG.error("a file is kept that was swept before", file_id=str(event.file_id))
