"""Who works in the system for a kindergarten; one person may for several (domain §1)."""

from uuid import UUID

from kezek.contracts.kindergartens import Worker
from kezek.kindergartens.adapters import kindergartens
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.usecases.entrusting import end_of_staff
from kezek.platform.actors import Actor
from kezek.platform.db import Tx
from kezek.platform.errors import Conflict, NotFound


async def hire(tx: Tx, kindergarten: Kindergarten, iin: str, *, by: Actor) -> None:
    """Let a person work for a kindergarten, which the caller has locked; nothing changes if they do.

    Its children are entrusted to them no more, and the parents are told (domain §8.escorts).

    Raises:
        Conflict: `kindergarten_closed`.
    """
    if kindergarten.closed:
        raise Conflict("kindergarten_closed")
    version = await kindergartens.hire_worker(tx, iin, kindergarten.id)
    if version is not None:
        await end_of_staff(tx, kindergarten.id, [iin])
        await tx.publish(Worker(iin=iin, kindergarten_id=kindergarten.id, changed_by=by.person_id), version=version)


async def add_worker(tx: Tx, kindergarten_id: UUID, iin: str, *, by: Actor) -> None:
    """Let a person work for a kindergarten.

    Raises:
        NotFound: `kindergarten_not_found`.
        Conflict: `kindergarten_closed`.
    """
    await hire(tx, await kindergartens.lock_kindergarten(tx, kindergarten_id), iin, by=by)


async def end_worker(tx: Tx, kindergarten_id: UUID, iin: str, *, by: Actor) -> None:
    """End a person's work for a kindergarten; their grant ends as soon as auth hears of it.

    Raises:
        NotFound: `kindergarten_not_found`, `worker_not_found`.
    """
    await kindergartens.lock_kindergarten(tx, kindergarten_id)
    version = await kindergartens.dismiss_worker(tx, iin, kindergarten_id)
    if version is None:
        raise NotFound("worker_not_found")
    ended = Worker(iin=iin, kindergarten_id=kindergarten_id, active=False, changed_by=by.person_id)
    await tx.publish(ended, version=version)
