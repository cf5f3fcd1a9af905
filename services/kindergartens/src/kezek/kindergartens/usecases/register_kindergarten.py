"""An administrator registers a kindergarten with those who work in the system for it (domain §2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from kezek.contracts.ids import NewId
from kezek.contracts.kindergartens import Worker
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Ownership
from kezek.kindergartens.adapters import kindergartens
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.usecases.publishing import tell_of_kindergarten
from kezek.platform.actors import Actor
from kezek.platform.clock import Clock
from kezek.platform.db import Tx
from kezek.platform.errors import Conflict, Invalid


@dataclass(frozen=True)
class RegisterKindergarten:
    """What the administrator enters."""

    district: str
    name: Text
    address: Text
    phone: str
    ownership: Ownership
    workers: Sequence[str]
    website: str | None = None


async def register_kindergarten(
    tx: Tx, command: RegisterKindergarten, *, actor: Actor, clock: Clock, new_id: NewId
) -> Kindergarten:
    """Store and publish a kindergarten and its workers.

    Raises:
        Invalid: `district_unknown`.
        Conflict: `kindergarten_exists`, when the district has one of this name and address.
    """
    if await kindergartens.find_district(tx, command.district) is None:
        raise Invalid("district_unknown", district=command.district)
    kindergarten = Kindergarten(
        id=new_id(),
        district=command.district,
        name=command.name,
        address=command.address,
        phone=command.phone,
        ownership=command.ownership,
        website=command.website,
    )
    if not await kindergartens.insert_kindergarten(tx, kindergarten, clock.now(), actor.person_id):
        raise Conflict("kindergarten_exists")
    await tell_of_kindergarten(tx, kindergarten)
    for iin in sorted(set(command.workers)):
        await kindergartens.insert_worker(tx, iin, kindergarten.id)
        await tx.publish(Worker(iin=iin, kindergarten_id=kindergarten.id, changed_by=actor.person_id), version=1)
    return kindergarten
