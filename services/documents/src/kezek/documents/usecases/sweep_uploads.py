"""What was not finished, not used, or let go is swept (ADR 32)."""

from dataclasses import dataclass
from datetime import timedelta

from kezek.documents.adapters import uploads
from kezek.documents.domain.upload import ReceiptTerms
from kezek.documents.usecases.forget_bytes import forget_file, forget_parts
from kezek.platform import pulse
from kezek.platform.db import Tx

REMEMBERED = timedelta(days=30)


@dataclass(frozen=True)
class SweepTerms:
    """How long what nobody goes on with stays."""

    unfinished: timedelta
    receipts: ReceiptTerms


async def sweep_uploads(tx: Tx, terms: SweepTerms) -> None:
    """Give up what is over; the bytes go after this is committed."""
    for upload_id in await uploads.expire(tx, terms.unfinished):
        await forget_parts(tx, upload_id)
    for upload_id in await uploads.forget(tx, REMEMBERED):
        await forget_parts(tx, upload_id)  # a part that came while the others went
    waiting = await pulse.undone(tx)
    if waiting.parked or waiting.lag != 0:
        return  # among what waits may be that a file is kept
    for file_id in await uploads.erase(tx, terms.receipts.unused, terms.receipts.grace):
        await forget_file(tx, file_id)
