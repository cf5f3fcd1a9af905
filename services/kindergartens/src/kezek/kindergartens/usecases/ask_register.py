"""The persons register is asked about escorts before anything is locked (domain §8.escorts)."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from kezek.kindergartens.adapters import escorts, roster
from kezek.platform.actors import Actor
from kezek.platform.db import Database
from kezek.platform.errors import Unavailable
from kezek.platform.persons_register import Registered


class Register(Protocol):
    """The persons register."""

    async def find(self, iin: str) -> Registered | None:
        """A person, or None; `register_unavailable` while it is silent."""
        ...


@dataclass(frozen=True)
class Said:
    """What the register says of them; `silent`: nothing, for it does not answer, or was not asked."""

    person: Registered | None
    silent: bool = False


UNASKED = Said(None, silent=True)


async def ask(
    database: Database, register: Register, actor: Actor, iin: str, application_ids: Collection[UUID]
) -> Said:
    """What the register says of whom a parent of enrolled children names; nobody else has it asked.

    Raises:
        NotFound: `enrolment_not_found`.
    """
    async with database.read() as tx:
        await roster.load_own_present(tx, actor.person_id, application_ids)
    return await _find(register, iin)


async def ask_again(database: Database, register: Register, actor: Actor, escort_id: UUID) -> Said:
    """What the register says of an own escort whom it has not confirmed yet; others are not asked about again."""
    async with database.read() as tx:
        known = await escorts.find_escort(tx, escort_id)
    if known is None or known.applicant_id != actor.person_id or known.checked:
        return UNASKED
    return await _find(register, known.iin)


async def _find(register: Register, iin: str) -> Said:
    try:
        return Said(await register.find(iin))
    except Unavailable:
        return UNASKED
