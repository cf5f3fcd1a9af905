"""Before a district is sorted anew the persons register is asked once more about its children (domain §9.sorting).

By jobs, some children each, one question after the other: what was done stays done after a crash, and the register is
never asked more at once. A silent register is waited for, at the pace of the jobs; about one child not for ever. Who
has died is closed as when called (§3.conditions); a date of birth that the register corrects counts from now on, and
the queue of its year from the sorting on; where nothing is sorted anew, at once.
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
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.platform.errors import Unavailable
from kezek.platform.messaging.jobs import Job, NotReadyError, add_job
from kezek.platform.workdays import local_day

JOB = "refresh_district"
AT_ONCE = 10
"""So many children are asked about in one job; others of the worker go between two."""
PATIENCE = 20
"""After so many tries, some quarter of an hour, a child about whom nobody answers is counted and left out."""


async def begin_refresh(tx: Tx, event: RefreshAsked) -> None:
    """Have the register asked about everybody of a district who waits now; once, however often it is heard."""
    new = Refresh(event.refresh_id, event.district, await refreshes.count_waiting(tx, event.district))
    if await refreshes.insert_refresh(tx, new):
        await _go_on(tx, new)
        await _tell(tx, new, finished=False)


async def ask_next(tx: Tx, register: Register, job: Job) -> None:
    """Ask about the next children and take in what is new; the last of these jobs says that it is the end.

    Raises:
        NotReadyError: the register is silent: the same child is asked about later.
    """
    now = await refreshes.find_refresh(tx, UUID(job.payload["refresh"]))
    if now is None:
        return
    ids = await refreshes.list_next(tx, now, AT_ONCE)
    answers = await _ask(tx, register, ids)
    silent = 0
    if ids and not answers:
        if job.attempts < PATIENCE:
            raise NotReadyError("the register is silent")
        answers, silent = {ids[0]: None}, 1
    changed = [await _take_in(tx, of, person) for of, person in answers.items() if person is not None]
    after = now.after([*answers], silent=silent, changed=sum(changed))
    await refreshes.update_refresh(tx, after)
    finished = len(answers) == len(ids) < AT_ONCE
    if not finished:
        await _go_on(tx, after)
    await _tell(tx, after, finished=finished)


async def _go_on(tx: Tx, refresh: Refresh) -> None:
    await add_job(tx, JOB, f"{refresh.id} {refresh.version}", {"refresh": str(refresh.id)})


async def _ask(tx: Tx, register: Register, ids: Sequence[UUID]) -> dict[UUID, RegisteredPerson | None]:
    """What the register says, in this order until it is silent; all are asked about before one is locked."""
    answers: dict[UUID, RegisteredPerson | None] = {}
    for application_id in ids:
        card = await load_card(tx, application_id)
        try:
            answers[application_id] = await register.find(card.child.iin) if card else None
        except Unavailable:
            break
    return answers


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
    made = replace(application.made, birth_date=person.birth_date)
    if not (await policies.load(tx, made.district, local_day(tx.now()))).numbered_categories:
        made = replace(made, group_year=person.birth_date.year)
    known = replace(application, made=made)
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
