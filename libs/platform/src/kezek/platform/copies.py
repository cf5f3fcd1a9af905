"""Copies of what another service owns: one row for each aggregate, replaced when a newer version comes.

A copy's version stands in its own row: one statement compares and writes, so that a version and what it says never
part, and nothing has to be named and locked besides, as `is_newer` of `kezek.platform.db` must for what leaves no row.
Of two deliveries at once the second waits for the first one's row and is compared with what that left; an older
version, and the same once more, change nothing.

What else a newer copy sets off is the service's affair: `keep` says whether it was news. A service that needs a few
fields only has a table of its own with a `version`, and writes it by `keep_newer`.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any, Generic
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg

from kezek.contracts.events import EventT
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of


def copy_table(name: str, metadata: sa.MetaData, key: str, *searched_by: sa.Column[Any] | sa.Index) -> sa.Table:
    """A table of whole events by the id in `key`, with the columns and indexes a service searches them by."""
    return sa.Table(
        name,
        metadata,
        sa.Column(key, pg.UUID(as_uuid=True), primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("state", pg.JSONB, nullable=False),
        *searched_by,
    )


async def keep_newer(tx: Tx, table: sa.Table, version: int, values: dict[str, Any]) -> bool:
    """Write a row, its key and all the rest, unless this version or a newer one is there; whether it was written."""
    return await tx.execute(_insert_or_update(table), {"version": version, **values}) == 1


@cache
def _insert_or_update(table: sa.Table) -> sa.Executable:
    statement = pg.insert(table)
    return statement.on_conflict_do_update(
        index_elements=table.primary_key,
        set_={column.name: statement.excluded[column.name] for column in table.c if not column.primary_key},
        where=table.c.version < statement.excluded.version,
    )


class Copies(Generic[EventT]):
    """The copies of one kind of aggregate, in a table made by `copy_table`; each is the event that told of it last."""

    def __init__(self, table: sa.Table, event: type[EventT]) -> None:
        self._table = table
        self._event = event
        (self._key,) = table.primary_key.columns
        self._find = sa.select(self._key.label("id"), table.c.state).where(any_of(self._key, "keys"))
        self._forget = sa.delete(table).where(self._key == sa.bindparam("key"))

    async def keep(self, tx: Tx, event: EventT, version: int, **searched_by: Any) -> bool:
        """Keep what an event says unless it has been overtaken; whether it was news."""
        state = event.model_dump(mode="json")
        row = {self._key.name: UUID(event.key()), "state": state, **searched_by}
        return await keep_newer(tx, self._table, version, row)

    async def forget(self, tx: Tx, key: str) -> None:
        """Let a copy go: what it was of is erased."""
        await tx.execute(self._forget, {"key": UUID(key)})

    async def find(self, tx: ReadTx, key: UUID) -> EventT | None:
        """One of them; None if it has not come yet."""
        return (await self.find_many(tx, [key])).get(key)

    async def find_many(self, tx: ReadTx, keys: Iterable[UUID]) -> dict[UUID, EventT]:
        """Those of these that have come, by key."""
        rows = await tx.rows(self._find, {"keys": list(keys)})
        return {row.id: self._event.model_validate(row.state) for row in rows}
