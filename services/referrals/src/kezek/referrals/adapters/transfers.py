"""Transfers of enrolled children: which there are of an enrolment, who wants to leave which kindergarten. SQL only."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of
from kezek.referrals.adapters.tables import candidate

_OF = sa.select(candidate.c.application_id).where(candidate.c.transfer_of == sa.bindparam("enrolment"))
_LOSE_ENROLMENT = (
    sa.update(candidate).where(candidate.c.application_id == sa.bindparam("of")).values(enrolment_over=True)
)
_LEAVE = sa.update(candidate).where(candidate.c.application_id == sa.bindparam("of"))
_SWAP = _LEAVE.where(candidate.c.roster_version < sa.bindparam("newer"))
_WHO_LEAVES = sa.select(candidate.c.application_id, candidate.c.leaves).where(
    candidate.c.queue == sa.bindparam("queue"),
    any_of(candidate.c.leaves, "kindergartens"),
    ~candidate.c.enrolment_over,
    candidate.c.status == Status.QUEUED.value,
)


async def list_transfers_of(tx: ReadTx, enrolment_id: UUID) -> list[UUID]:
    """The applications, of any state, by which the child was to be transferred from this enrolment; not locked."""
    return [row.application_id for row in await tx.rows(_OF, {"enrolment": enrolment_id})]


async def update_enrolment_over(tx: Tx, application_id: UUID) -> None:
    """Write of a locked transfer that the child is not enrolled any more."""
    await tx.execute(_LOSE_ENROLMENT, {"of": application_id})


async def keep_swap(tx: Tx, enrolment_id: UUID, kindergarten_id: UUID, version: int) -> bool:
    """Write of a locked enrolment to which kindergarten the child has come; whether nothing newer was known."""
    values = {"of": enrolment_id, "swapped_to": kindergarten_id, "roster_version": version, "newer": version}
    return await tx.execute(_SWAP, values) == 1


async def update_leaves(tx: Tx, application_id: UUID, kindergarten_id: UUID) -> None:
    """Write of a locked transfer in which kindergarten the child is by now."""
    await tx.execute(_LEAVE, {"of": application_id, "leaves": kindergarten_id})


async def list_who_leaves(tx: ReadTx, queue: QueueRef, kindergartens: Iterable[UUID]) -> dict[UUID, frozenset[UUID]]:
    """Of these kindergartens the applications of a queue that wait and are of children enrolled there (§7.transfer)."""
    rows = await tx.rows(_WHO_LEAVES, {"queue": str(queue), "kindergartens": list(set(kindergartens))})
    found: dict[UUID, set[UUID]] = {}
    for row in rows:
        found.setdefault(row.leaves, set()).add(row.application_id)
    return {kindergarten: frozenset(leaving) for kindergarten, leaving in found.items()}
