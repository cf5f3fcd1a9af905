"""By a changed calendar open terms are counted once more, never shortened (domain §6.7): what each service shares.

Group by group, as jobs: each commits its batch with the version of the calendar by which its rows hold now, so that a
crash, a second delivery or a second worker finds only what is left (ADR 38).
"""

from collections.abc import Awaitable, Callable, Sequence

from kezek.contracts.queue import CalendarPublished
from kezek.platform import calendar
from kezek.platform.db import Tx
from kezek.platform.messaging.jobs import Job, Work, add_job
from kezek.platform.telemetry import logger
from kezek.platform.timers import Deadline, confirm_deadlines, list_outdated, outdate_deadlines, share_counting
from kezek.platform.workdays import Calendar

LOG = logger(__name__)
AT_ONCE = 100

MoveGroup = Callable[[Tx, Sequence[Deadline], Calendar], Awaitable[int]]
"""Moves those deadlines of a group that end later by this calendar, under the service's own locks; how many it were."""


async def count_later(tx: Tx, event: CalendarPublished, job: str) -> None:
    """A newer year is known: have open terms looked at once more by jobs of this kind.

    Versions count over all years: rows that a newer one has counted do not know a year that is heard after it.
    """
    if event.version < (await calendar.load(tx)).version:
        await outdate_deadlines(tx)
    await add_job(tx, job, f"{event.version}", {})


def counting(job: str, move: MoveGroup) -> Work:
    """The work of such jobs: the next deadlines of one group that an older calendar counted; another goes on after."""

    async def work(tx: Tx, asked: Job) -> None:
        await share_counting(tx)
        by = await calendar.load(tx)
        outdated = await list_outdated(tx, by.version, AT_ONCE)
        if not outdated:
            return
        moved = await move(tx, outdated, by)
        await confirm_deadlines(tx, outdated, by.version)
        group, count = outdated[0].group, len(outdated)
        LOG.info("deadlines counted anew", group=group, count=count, moved=moved, calendar=by.version)
        begun, _, number = asked.key.partition(":")
        await add_job(tx, job, f"{begun}:{int(number or 0) + 1}", {})

    return work
