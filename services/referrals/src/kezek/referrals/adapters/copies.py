"""Copies of what other services own: kindergartens and the cards of applications; and calls answered once."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.kindergartens import Kindergarten
from kezek.platform.db import ReadTx, Tx
from kezek.referrals.adapters import tables


async def upsert_kindergarten(tx: Tx, kindergarten: Kindergarten) -> None:
    """Store a kindergarten's newest state."""
    state = kindergarten.model_dump(mode="json")
    statement = insert(tables.kindergarten).values(id=kindergarten.kindergarten_id, state=state)
    await tx.execute(statement.on_conflict_do_update(index_elements=["id"], set_={"state": state}))


async def find_kindergartens(tx: ReadTx, ids: Iterable[UUID]) -> dict[UUID, Kindergarten]:
    """Kindergartens by id; one whose event has not come yet is missing."""
    table = tables.kindergarten
    rows = await tx.rows(sa.select(table).where(table.c.id.in_(list(ids))))
    return {row.id: Kindergarten.model_validate(row.state) for row in rows}


async def upsert_card(tx: Tx, card: ApplicationCard) -> None:
    """Store an application's newest card."""
    values = {"child_iin": card.child.iin, "state": card.model_dump(mode="json")}
    statement = insert(tables.card).values(application_id=card.application_id, **values)
    await tx.execute(statement.on_conflict_do_update(index_elements=["application_id"], set_=values))


async def find_card(tx: ReadTx, application_id: UUID) -> ApplicationCard | None:
    """An application's card, if it has come."""
    table = tables.card
    row = await tx.row(sa.select(table.c.state).where(table.c.application_id == application_id))
    return ApplicationCard.model_validate(row.state) if row else None


async def list_applications_of_child(tx: ReadTx, child_iin: str) -> list[UUID]:
    """The applications for a child, newest first (ids are ordered by time)."""
    table = tables.card
    statement = sa.select(table.c.application_id).where(table.c.child_iin == child_iin)
    return [row.application_id for row in await tx.rows(statement.order_by(table.c.application_id.desc()))]


async def insert_answered_call(tx: Tx, call_id: UUID, *, started: bool, reason: str) -> None:
    """Remember a call as answered, for good."""
    await tx.execute(sa.insert(tables.answered_call).values(call_id=call_id, started=started, reason=reason))


async def is_answered(tx: ReadTx, call_id: UUID) -> bool:
    """Whether a call was answered before."""
    table = tables.answered_call
    return await tx.value(sa.select(table.c.call_id).where(table.c.call_id == call_id)) is not None
