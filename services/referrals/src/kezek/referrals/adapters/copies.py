"""Copies of what other services own: kindergartens and the cards of applications; and calls answered once."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.law import Reason
from kezek.platform.copies import Copies
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict
from kezek.referrals.adapters import tables

kindergartens = Copies(tables.kindergarten, Kindergarten)
cards = Copies(tables.card, ApplicationCard)

_C = tables.card.c
_LIST_APPLICATIONS_OF_CHILD = (
    sa.select(_C.application_id)
    .where(_C.child_iin == sa.bindparam("child_iin"))
    .order_by(_C.application_id.desc())  # ids are ordered by time
)
_K = tables.kindergarten
_CLOSED = sa.select(_K.c.state["closed"].as_boolean()).where(_K.c.id == sa.bindparam("id")).with_for_update(read=True)
_INSERT_ANSWERED_CALL = sa.insert(tables.answered_call)
_FIND_ANSWERED_CALL = sa.select(tables.answered_call.c.call_id).where(
    tables.answered_call.c.call_id == sa.bindparam("call_id")
)


async def is_closed(tx: Tx, kindergarten_id: UUID) -> bool:
    """Whether a kindergarten is known to be closed; until this transaction ends nobody learns that it is."""
    return await tx.value(_CLOSED, {"id": kindergarten_id}) is True


async def check_open(tx: Tx, kindergarten_id: UUID, at: datetime) -> None:
    """Refuse what a kindergarten may not do any more that was closed by an instant, as far as that is known.

    Raises:
        Conflict: `kindergarten_closed`.
    """
    if not await is_closed(tx, kindergarten_id):
        return
    garden = await kindergartens.find(tx, kindergarten_id)
    if garden is not None and (garden.closed_at is None or garden.closed_at <= at):
        raise Conflict("kindergarten_closed")


async def keep_card(tx: Tx, card: ApplicationCard, version: int) -> None:
    """Keep an application's newest card, to be found by the child's IIN."""
    await cards.keep(tx, card, version, child_iin=card.child.iin)


async def list_applications_of_child(tx: ReadTx, child_iin: str) -> list[UUID]:
    """The applications for a child, newest first."""
    rows = await tx.rows(_LIST_APPLICATIONS_OF_CHILD, {"child_iin": child_iin})
    return [row.application_id for row in rows]


async def insert_answered_call(tx: Tx, call_id: UUID, *, started: bool, reason: Reason) -> None:
    """Remember a call as answered, for good."""
    values = {"call_id": call_id, "started": started, "reason": reason.value}
    await tx.execute(_INSERT_ANSWERED_CALL, values)


async def is_answered(tx: ReadTx, call_id: UUID) -> bool:
    """Whether a call was answered before."""
    return await tx.value(_FIND_ANSWERED_CALL, {"call_id": call_id}) is not None
