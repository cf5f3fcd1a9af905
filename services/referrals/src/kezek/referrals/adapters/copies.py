"""Copies of what other services own: kindergartens and the cards of applications; and calls answered once."""

from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.law import Reason
from kezek.platform.copies import Copies
from kezek.platform.db import ReadTx, Tx
from kezek.referrals.adapters import tables

kindergartens = Copies(tables.kindergarten, Kindergarten)
cards = Copies(tables.card, ApplicationCard)


async def keep_card(tx: Tx, card: ApplicationCard, version: int) -> None:
    """Keep an application's newest card, to be found by the child's IIN."""
    await cards.keep(tx, card, version, child_iin=card.child.iin)


async def list_applications_of_child(tx: ReadTx, child_iin: str) -> list[UUID]:
    """The applications for a child, newest first (ids are ordered by time)."""
    table = tables.card
    statement = sa.select(table.c.application_id).where(table.c.child_iin == child_iin)
    return [row.application_id for row in await tx.rows(statement.order_by(table.c.application_id.desc()))]


async def insert_answered_call(tx: Tx, call_id: UUID, *, started: bool, reason: Reason) -> None:
    """Remember a call as answered, for good."""
    await tx.execute(sa.insert(tables.answered_call).values(call_id=call_id, started=started, reason=reason.value))


async def is_answered(tx: ReadTx, call_id: UUID) -> bool:
    """Whether a call was answered before."""
    table = tables.answered_call
    return await tx.value(sa.select(table.c.call_id).where(table.c.call_id == call_id)) is not None
