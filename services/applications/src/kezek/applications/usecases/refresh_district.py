"""Before a district is sorted anew the persons register is asked once more about its children (domain §9.sorting).

By jobs, some children each, one question after the other: what was done stays done after a crash, and the register is
never asked more at once. Who has died is closed as when called (§3.conditions); a date of birth that the register
corrects counts from now on, and the queue of its year from the sorting on.
"""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from kezek.applications.adapters import refreshes
from kezek.applications.adapters.applications import load_card, lock_application, update_card, update_made
from kezek.applications.adapters.refreshes import Refresh
from kezek.applications.adapters.register import Register
from kezek.applications.domain import review
from kezek.applications.domain.intake import RegisteredPerson
from kezek.applications.usecases.saving import save
from kezek.contracts.applications import RefreshProgressed
from kezek.contracts.queue import RefreshAsked
from kezek.platform.db import Tx
from kezek.platform.errors import Unavailable
from kezek.platform.messaging.jobs import Job, add_job

JOB = "refresh_district"
AT_ONCE = 10
"""So many children are asked about in one job; others of the worker go between two."""


async def begin_refresh(tx: Tx, event: RefreshAsked) -> None:
    """Have the register asked about everybody of a district who waits now; once, however often it is heard."""
    new = Refresh(event.refresh_id, event.district, await refreshes.count_waiting(tx, event.district))
    if await refreshes.insert_refresh(tx, new):
        await _go_on(tx, new)
        await _tell(tx, new, finished=False)


async def ask_next(tx: Tx, register: Register, job: Job) -> None:
    """Ask about the next children and take in what is new; the last of these jobs says that it is the end."""
    now = await refreshes.find_refresh(tx, UUID(job.payload["refresh"]))
    if now is None:
        return
    ids = await refreshes.list_next(tx, now, AT_ONCE)
    silent, changed = await _ask(tx, register, ids)
    after = now.after(ids, silent=silent, changed=changed)
    await refreshes.update_refresh(tx, after)
    if len(ids) == AT_ONCE:
        await _go_on(tx, after)
    await _tell(tx, after, finished=len(ids) < AT_ONCE)


async def _go_on(tx: Tx, refresh: Refresh) -> None:
    await add_job(tx, JOB, f"{refresh.id} {refresh.version}", {"refresh": str(refresh.id)})


async def _ask(tx: Tx, register: Register, ids: Sequence[UUID]) -> tuple[int, int]:
    """About how many nobody answered, and of how many something is new; all are asked before one is locked."""
    answers: dict[UUID, RegisteredPerson | None] = {}
    silent = 0
    for application_id in ids:
        card = await load_card(tx, application_id)
        try:
            answers[application_id] = await register.find(card.child.iin) if card else None
        except Unavailable:
            silent += 1
    changed = [await _take_in(tx, of, person) for of, person in answers.items() if person is not None]
    return silent, sum(changed)


async def _take_in(tx: Tx, application_id: UUID, person: RegisteredPerson) -> bool:
    application = await lock_application(tx, application_id)
    card = await load_card(tx, application_id)
    if application is None or card is None or not application.live:
        return False
    if not person.alive:
        await save(tx, application, review.died(application, tx.now()))
        return True
    if person.birth_date == application.made.birth_date:
        return False
    corrected = card.model_copy(update={"child_birth_date": person.birth_date})
    await update_card(tx, corrected)
    await tx.publish(corrected, version=application.version + 1)
    known = replace(application, made=replace(application.made, birth_date=person.birth_date))
    await update_made(tx, application_id, known.made)
    await save(tx, known, review.born_otherwise(known, tx.now()))
    return True


async def _tell(tx: Tx, refresh: Refresh, *, finished: bool) -> None:
    progressed = RefreshProgressed(
        refresh_id=refresh.id,
        district=refresh.district,
        # who has left meanwhile is waited for no longer
        total=refresh.asked if finished else max(refresh.total, refresh.asked),
        asked=refresh.asked,
        silent=refresh.silent,
        changed=refresh.changed,
        finished=finished,
    )
    await tx.publish(progressed, version=refresh.version)
