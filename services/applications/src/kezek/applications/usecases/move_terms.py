"""By a changed calendar open terms of claims are counted once more, never shortened (domain §6.7).

The family's time for a proof, of which it is told, and the officer's for a decision; application by application.
"""

from collections.abc import Sequence
from uuid import UUID

from kezek.applications.adapters.applications import lock_application
from kezek.applications.usecases.claim_terms import move_term
from kezek.contracts.queue import CalendarPublished
from kezek.platform.db import Tx
from kezek.platform.messaging.recounting import count_later, counting
from kezek.platform.timers import Deadline
from kezek.platform.workdays import Calendar

JOB = "move_terms"


async def on_calendar(tx: Tx, event: CalendarPublished) -> None:
    """A newer year is known: open terms are looked at once more."""
    await count_later(tx, event, JOB)


async def _move_application(tx: Tx, outdated: Sequence[Deadline], by: Calendar) -> int:
    """Those terms of one application that end later by the calendar of now."""
    application, count = await lock_application(tx, UUID(outdated[0].group)), 0
    for each in outdated:
        if application is None or not application.live:
            break
        moved = await move_term(tx, application, each, by)
        application, count = moved or application, count + (moved is not None)
    return count


move_terms = counting(JOB, _move_application)
