"""The persons register is asked by the worker: for what was taken while it was silent, and when a child is called.

It is asked before anything is locked; while it does not answer, the job waits and the application keeps its time.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from kezek.applications.adapters import store
from kezek.applications.adapters.applications import load_card, lock_application, update_card, update_made
from kezek.applications.adapters.register import Register
from kezek.applications.domain import review
from kezek.applications.domain.application import Application, Decision
from kezek.applications.domain.intake import RegisteredPerson, check_age, check_child, check_family
from kezek.applications.usecases.load_intake import person_of
from kezek.applications.usecases.move_terms import JOB as MOVE_TERMS
from kezek.applications.usecases.move_terms import move_terms
from kezek.applications.usecases.old_time import at_old_time
from kezek.applications.usecases.refresh_district import JOB as REFRESH
from kezek.applications.usecases.refresh_district import ask_next
from kezek.applications.usecases.saving import save
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import ApplicationStatus, ClaimKind
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.platform.errors import Conflict, RuleBrokenError, Unavailable
from kezek.platform.messaging.jobs import Job, NotReadyError, Work, add_job
from kezek.platform.workdays import local_day

CHECK, CALLED = "check_register", "look_at_called_child"


async def check_later(tx: Tx, application_id: UUID) -> None:
    """Have an application checked that was taken while the register was silent."""
    await add_job(tx, CHECK, str(application_id), {})


async def look_at_called(tx: Tx, application_id: UUID, turn_id: UUID) -> None:
    """Have the register asked about a child that is called (domain §3.conditions)."""
    await add_job(tx, CALLED, str(turn_id), {"application_id": str(application_id)})


def works(register: Register) -> Mapping[str, Work]:
    """The jobs of the worker, by kind: those that ask the register, and what needs none."""

    async def check(tx: Tx, job: Job) -> None:
        await _check(tx, register, UUID(job.key))

    async def called(tx: Tx, job: Job) -> None:
        await _look(tx, register, UUID(job.payload["application_id"]))

    async def refresh(tx: Tx, job: Job) -> None:
        await ask_next(tx, register, job)

    return {CHECK: check, CALLED: called, REFRESH: refresh, MOVE_TERMS: move_terms}


async def _find(register: Register, iin: str) -> RegisteredPerson | None:
    try:
        return await register.find(iin)
    except Unavailable as silent:
        raise NotReadyError(silent.code) from silent


async def _check(tx: Tx, register: Register, application_id: UUID) -> None:
    card = await load_card(tx, application_id)
    if card is None:
        return
    applicant = await _find(register, card.applicant.iin)
    own = applicant is not None and card.child.iin in applicant.children
    child = await _find(register, card.child.iin) if own else None
    application = await lock_application(tx, application_id)
    if application is None or not application.live or not application.to_check:
        return
    card = await load_card(tx, application_id) or card  # the family may have changed its contacts meanwhile
    if await store.is_behind(tx, application):
        raise NotReadyError("an earlier application for the child is to be checked first")
    policy = await policies.load_by_id(tx, application.made.policy)
    obstacle = _obstacle(application, applicant, card.child.iin, child, policy)
    if obstacle is None and applicant is not None:
        application = await _named(tx, application, card, applicant, child)
    await save(tx, application, await at_old_time(tx, await _decided(tx, application, obstacle), policy))


async def _decided(tx: Tx, application: Application, obstacle: str | None) -> Decision:
    decision = review.checked(application, obstacle, tx.now())
    if decision.application.status is ApplicationStatus.QUEUED:
        try:
            await store.check_child_is_free(tx, application)
        except Conflict as taken:
            return review.checked(application, taken.code, tx.now())
    return decision


def _obstacle(
    application: Application,
    applicant: RegisteredPerson | None,
    child_iin: str,
    child: RegisteredPerson | None,
    policy: Policy,
) -> str | None:
    """The code of what forbids it as of its own time, unless papers are to show the contrary."""
    shown = {each.kind for each in application.claims}
    on = local_day(application.made.submitted_at)
    if applicant is None:
        return "applicant_not_in_register"
    try:
        if child is None and not shown & {ClaimKind.REGISTRATION, ClaimKind.REPRESENTATION}:
            check_family(applicant, child_iin)
            return "child_not_in_register"
        if child is not None and ClaimKind.REGISTRATION in shown:
            check_age(child, policy, on)
        elif child is not None:
            check_child(child, application.made.district, policy, on)
    except RuleBrokenError as broken:
        return broken.code
    return None


async def _named(
    tx: Tx,
    application: Application,
    card: ApplicationCard,
    applicant: RegisteredPerson,
    child: RegisteredPerson | None,
) -> Application:
    """The card with the names that the register writes, and the birth date that counts."""
    born: date = child.birth_date if child else application.made.birth_date
    known = card.model_copy(
        update={
            "applicant": person_of(applicant),
            "child": person_of(child) if child else card.child,
            "child_birth_date": born,
        }
    )
    if known != card:
        await update_card(tx, known)
        await tx.publish(known, version=application.version + 1)
    made = replace(application.made, birth_date=born, group_year=born.year)
    if made != application.made:
        await update_made(tx, application.id, made)
    return replace(application, made=made)


async def _look(tx: Tx, register: Register, application_id: UUID) -> None:
    """A death closes the application quietly: referrals, whose it is by then, ends it without a message."""
    card = await load_card(tx, application_id)
    child = await _find(register, card.child.iin) if card else None
    if child is None or child.alive:
        return
    application = await lock_application(tx, application_id)
    if application is not None and application.live:
        await save(tx, application, review.died(application, tx.now()))
