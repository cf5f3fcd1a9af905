"""Closed months as kindergartens tells of them: each gets its paper, once (domain §8.sheet)."""

from uuid import UUID

from kezek.contracts.kindergartens import AttendanceSheet
from kezek.documents.adapters import copies, sheets
from kezek.platform.db import Tx
from kezek.platform.messaging.jobs import add_job

SHEET_PDF = "sheet-pdf"


async def keep_sheet(tx: Tx, event: AttendanceSheet, version: int) -> None:
    """Keep a sheet's newest state; while it counts, have its paper made."""
    if await copies.sheets.keep(tx, event, version) and event.reopened_at is None:
        await add_job(tx, SHEET_PDF, str(event.sheet_id), {})


async def forget_sheet(tx: Tx, sheet_id: str) -> None:
    """Let an erased sheet go, with its paper."""
    await copies.sheets.forget(tx, sheet_id)
    await sheets.forget_paper(tx, UUID(sheet_id))
