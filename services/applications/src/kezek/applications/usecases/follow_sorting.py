"""A child sorted into the queue of its birth year is an application of that year (domain §9.sorting)."""

from dataclasses import replace
from datetime import datetime

from kezek.applications.adapters.applications import lock_application, update_made
from kezek.applications.domain import review
from kezek.applications.usecases.saving import save
from kezek.contracts.law import Reason
from kezek.contracts.queue import Moved
from kezek.platform.db import Tx


async def follow_sorting(tx: Tx, event: Moved, at: datetime) -> None:
    """Let the application be of its child's birth year once that was sorted, and tell all others; once.

    What has moved for another reason was told by the application itself. Where the date of birth was corrected since
    the sorting, the year is that of now.
    """
    if event.reason is not Reason.SORTED_ANEW:
        return
    application = await lock_application(tx, event.application_id)
    if application is None or not application.live:
        return
    made = application.made
    year = made.birth_date.year
    if made.group_year == year:
        return
    application = replace(application, made=replace(made, group_year=year))
    await update_made(tx, application.id, application.made)
    await save(tx, application, review.sorted_anew(application, at))
