"""The place of an application by its number, for whoever has it, and nothing else (domain §5.figures)."""

from datetime import datetime

from kezek.platform.db import ReadTx
from kezek.queue.adapters.figures import find_by_number
from kezek.queue.adapters.ranks import Ranks
from kezek.queue.usecases.read_position import read_position


async def check_place(tx: ReadTx, number: str, now: datetime, ranks: Ranks | None = None) -> int | None:
    """The position; None for what does not stand in an order now, was never there, or is over: one answer for all."""
    found = await find_by_number(tx, number)
    if found is None:
        return None
    application_id, applicant_id = found
    position = await read_position(tx, application_id, person_id=applicant_id, now=now, ranks=ranks)
    return None if position.ahead is None else position.ahead.total + 1
