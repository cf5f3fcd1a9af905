"""The working calendar in force (domain §9): until the administrator's days are published, the one that is shipped."""

from kezek.platform.db import ReadTx
from kezek.platform.kazakhstan import default_calendar
from kezek.platform.workdays import Calendar


async def load(tx: ReadTx) -> Calendar:
    """The calendar by which terms are counted now; its version is kept with each term."""
    _ = tx
    return default_calendar()
