"""Refreshes of districts: who asked for them, and how far applications has come. SQL only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.applications import RefreshProgressed
from kezek.platform.db import ReadTx, Tx
from kezek.queue.adapters.tables import refresh

_INSERT = sa.insert(refresh)
_LAST = (
    sa.select(refresh)
    .where(refresh.c.district == sa.bindparam("district"))
    .order_by(refresh.c.asked_at.desc())
    .limit(1)
)
_UPDATE = sa.update(refresh).where(refresh.c.id == sa.bindparam("of"), refresh.c.version < sa.bindparam("newer_than"))


@dataclass(frozen=True)
class Refresh:
    """A refresh: of how many children, how many were asked about, how often nobody answered, what was new.

    `total` is none until applications has counted, `finished_at` until the last child was asked about.
    """

    asked_at: datetime
    total: int | None
    asked: int
    silent: int
    changed: int
    finished_at: datetime | None

    @property
    def runs(self) -> bool:
        """Whether it has not come to its end."""
        return self.finished_at is None

    def unasked(self) -> int | None:
        """About how many children nobody has answered by now; none where they are not counted yet."""
        return None if self.total is None else self.total - self.asked + self.silent


async def insert_refresh(tx: Tx, refresh_id: UUID, district: str, asked_by: UUID) -> None:
    """Keep that a refresh is asked for now."""
    await tx.execute(_INSERT, {"id": refresh_id, "district": district, "asked_at": tx.now(), "asked_by": asked_by})


async def find_last(tx: ReadTx, district: str) -> Refresh | None:
    """The last refresh of a district."""
    row = await tx.row(_LAST, {"district": district})
    if row is None:
        return None
    return Refresh(row.asked_at, row.total, row.asked, row.silent, row.changed, row.finished_at)


async def keep_progress(tx: Tx, event: RefreshProgressed, version: int) -> None:
    """Keep how far a refresh has come; an older word changes nothing."""
    values: dict[str, Any] = {name: getattr(event, name) for name in ("total", "asked", "silent", "changed")}
    finished = tx.now() if event.finished else None
    known = {"of": event.refresh_id, "newer_than": version, "version": version, "finished_at": finished}
    await tx.execute(_UPDATE, values | known)
