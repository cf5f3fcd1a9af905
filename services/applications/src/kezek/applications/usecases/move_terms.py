"""By a changed calendar the time for proofs is counted once more, never shortened, and families are told (domain §6.7).

Application by application, as jobs: each commits with the version of the calendar by which its terms hold now.
"""

from uuid import UUID

from kezek.applications.adapters.applications import lock_application
from kezek.applications.usecases.proofs import move_term
from kezek.contracts.queue import CalendarPublished
from kezek.platform import calendar
from kezek.platform.db import Tx
from kezek.platform.messaging.jobs import Job, add_job
from kezek.platform.timers import confirm_deadlines, list_outdated

JOB = "move_terms"
AT_ONCE = 100


async def on_calendar(tx: Tx, event: CalendarPublished) -> None:
    """A newer year is known: open terms are looked at once more."""
    await add_job(tx, JOB, f"{event.version}", {})


async def move_terms(tx: Tx, job: Job) -> None:
    """The job: the terms of one application that an older calendar counted; another job goes on after it."""
    by = await calendar.load(tx)
    outdated = await list_outdated(tx, by.version, AT_ONCE)
    if not outdated:
        return
    application = await lock_application(tx, UUID(outdated[0].group))
    for each in outdated:
        if application is not None and application.live:
            application = await move_term(tx, application, each, by) or application
    await confirm_deadlines(tx, outdated, by.version)
    begun, _, number = job.key.partition(":")
    await add_job(tx, JOB, f"{begun}:{int(number or 0) + 1}", {})
