"""Escorts named while the persons register was silent are checked as soon as it answers (domain §8.escorts)."""

from collections.abc import Mapping
from uuid import UUID

from kezek.contracts.vocabulary import EscortEnding
from kezek.kindergartens.adapters import escorts, roster
from kezek.kindergartens.domain.escort import Escort, check_age, check_registered
from kezek.kindergartens.usecases.entrusting import end
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.platform.errors import RuleBrokenError, Unavailable
from kezek.platform.messaging.jobs import Job, NotReadyError, Work, add_job
from kezek.platform.persons_register import PersonsRegister, Registered
from kezek.platform.workdays import local_day

CHECK = "check-escort"


async def check_later(tx: Tx, escort_id: UUID) -> None:
    """Have an escort checked that was named while the register was silent."""
    await add_job(tx, CHECK, str(escort_id), {})


def works(register: PersonsRegister[Registered]) -> Mapping[str, Work]:
    """The jobs of the worker that ask the register, by kind."""

    async def check(tx: Tx, job: Job) -> None:
        await _check(tx, register, UUID(job.key))

    return {CHECK: check}


def check_found(name: str, person: Registered | None) -> None:
    """Refuse whom the register does not know, or knows otherwise.

    Raises:
        RuleBrokenError: `escort_not_in_register`, `escort_name_differs`.
    """
    names = [each.to_domain() for each in (person.name.kk, person.name.ru) if each] if person else []
    check_registered(name, names, alive=person is not None and person.alive)


async def _check(tx: Tx, register: PersonsRegister[Registered], escort_id: UUID) -> None:
    """The register is asked before anything is locked; whom it knows otherwise is entrusted with nobody any more."""
    asked = await escorts.find_escort(tx, escort_id)
    if asked is None or asked.checked:
        return
    try:
        person = await register.find(asked.iin)
    except Unavailable as silent:
        raise NotReadyError(silent.code) from silent
    await escorts.lock_people(tx, [asked.iin])
    escort = await escorts.find_escort(tx, escort_id)
    if escort is None or escort.checked:
        return
    entrusted = await escorts.list_of_escort(tx, escort_id)
    if not await _holds(tx, escort, person, [each.entrustment.application_id for each in entrusted]):
        await end(tx, entrusted, EscortEnding.REGISTER)
        return
    await escorts.confirm(tx, escort_id)


async def _holds(tx: Tx, escort: Escort, person: Registered | None, application_ids: list[UUID]) -> bool:
    today = local_day(tx.now())
    try:
        check_found(escort.name, person)
        for each in application_ids:
            stay = await roster.find_last(tx, each)
            if stay is not None and person is not None:
                check_age(person.birth_date, await policies.load(tx, stay.district, today), today)
    except RuleBrokenError:
        return False
    return True
