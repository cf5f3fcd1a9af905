"""Commands for whoever runs documents: `python -m kezek.documents.commands seal-anew`."""

import argparse
import asyncio
from uuid import UUID

from kezek.documents.adapters import uploads
from kezek.documents.adapters.vault import Vault, open_vault
from kezek.documents.settings import DocumentsSettings
from kezek.platform.clock import SystemClock
from kezek.platform.db import Database

_FIRST = UUID(int=0)


async def seal_anew(database: Database, vault: Vault) -> int:
    """Seal every file's key by the newest of the ring; how many had another (ADR 33)."""
    changed, after = 0, _FIRST
    while True:
        async with database.read() as tx:
            files = await uploads.list_files(tx, after)
        for file_id in files:
            changed += await vault.seal_anew(file_id)
            after = file_id
        if not files:
            return changed


async def run(settings: DocumentsSettings) -> int:
    database = Database(settings, "documents", SystemClock())
    try:
        return await seal_anew(database, open_vault(settings.store_url, settings.file_keys.get_secret_value()))
    finally:
        await database.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m kezek.documents.commands", description=__doc__)
    parser.add_argument("command", choices=["seal-anew"])
    parser.parse_args()
    print(f"{asyncio.run(run(DocumentsSettings()))} files sealed anew")  # noqa: T201 - a command speaks


if __name__ == "__main__":
    main()
