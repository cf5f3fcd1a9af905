"""Files that other services keep: those are never swept (ADR 32)."""

from kezek.contracts.file_use import FileKept
from kezek.documents.adapters import copies
from kezek.platform.db import Tx


async def keep_file(tx: Tx, event: FileKept, version: int) -> None:
    """Know that a file is kept, or no longer."""
    await copies.kept_files.keep(tx, event, version)
