"""Own copies of what other services own: cards of applications and kindergartens."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.kindergartens import Kindergarten
from kezek.documents.adapters import tables
from kezek.platform.db import ReadTx, Tx


async def upsert_card(tx: Tx, card: ApplicationCard, version: int) -> bool:
    """Store a card unless a newer one is there; whether it was stored."""
    return await _upsert(
        tx, tables.card, {"application_id": card.application_id}, card.model_dump(mode="json"), version
    )


async def find_card(tx: ReadTx, application_id: UUID) -> ApplicationCard | None:
    """The card of an application, if it has come."""
    table = tables.card
    state = await tx.value(sa.select(table.c.state).where(table.c.application_id == application_id))
    return ApplicationCard.model_validate(state) if state else None


async def upsert_kindergarten(tx: Tx, kindergarten: Kindergarten, version: int) -> bool:
    """Store a kindergarten unless a newer state is there; whether it was stored."""
    key = {"id": kindergarten.kindergarten_id}
    return await _upsert(tx, tables.kindergarten, key, kindergarten.model_dump(mode="json"), version)


async def find_kindergarten(tx: ReadTx, kindergarten_id: UUID) -> Kindergarten | None:
    """A kindergarten, if it has come."""
    table = tables.kindergarten
    state = await tx.value(sa.select(table.c.state).where(table.c.id == kindergarten_id))
    return Kindergarten.model_validate(state) if state else None


async def _upsert(tx: Tx, table: sa.Table, key: dict[str, UUID], state: dict[str, Any], version: int) -> bool:
    statement = insert(table).values(**key, version=version, state=state)
    newer = statement.on_conflict_do_update(
        index_elements=list(key),
        set_={"version": statement.excluded.version, "state": statement.excluded.state},
        where=table.c.version < statement.excluded.version,
    )
    return await tx.execute(newer) == 1
