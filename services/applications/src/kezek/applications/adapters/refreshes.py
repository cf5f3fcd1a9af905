"""How far a district's children have been asked about once more. SQL only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.applications.adapters.tables import application, refresh
from kezek.contracts.vocabulary import ApplicationStatus
from kezek.platform.db import ReadTx, Tx

# who may stand in the queue again is moved by a sorting, too
_WAITING = tuple(
    status.value
    for status in (
        ApplicationStatus.QUEUED,
        ApplicationStatus.NOTIFIED,
        ApplicationStatus.STOP_LISTED,
        ApplicationStatus.INACTIVE,
    )
)
_OF_DISTRICT = (
    (application.c.district == sa.bindparam("district")) & application.c.live & application.c.status.in_(_WAITING)
)
_COUNT = sa.select(sa.func.count()).select_from(application).where(_OF_DISTRICT)
_NEXT = (
    sa.select(application.c.id)
    .where(_OF_DISTRICT, application.c.id > sa.bindparam("after"))
    .order_by(application.c.id)
    .limit(sa.bindparam("limit"))
)
_INSERT = insert(refresh).on_conflict_do_nothing()
_FIND = sa.select(refresh).where(refresh.c.id == sa.bindparam("id"))
_UPDATE = sa.update(refresh).where(refresh.c.id == sa.bindparam("of"))
_NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Refresh:
    """A refresh of a district: of how many, how many were asked about, how often nobody answered, what was new."""

    id: UUID
    district: str
    total: int
    version: int = 1
    asked: int = 0
    silent: int = 0
    changed: int = 0
    last_id: UUID | None = None

    def after(self, ids: Sequence[UUID], *, silent: int, changed: int) -> "Refresh":
        """When these were asked about, too."""
        return replace(
            self,
            version=self.version + 1,
            asked=self.asked + len(ids),
            silent=self.silent + silent,
            changed=self.changed + changed,
            last_id=ids[-1] if ids else self.last_id,
        )


async def count_waiting(tx: ReadTx, district: str) -> int:
    """How many children of a district wait."""
    return int(await tx.value(_COUNT, {"district": district}))


async def list_next(tx: ReadTx, of: Refresh, limit: int) -> list[UUID]:
    """Who is next, in the order of ids: who came meanwhile was asked about when applying."""
    asked = {"district": of.district, "after": of.last_id or _NOBODY, "limit": limit}
    return [row.id for row in await tx.rows(_NEXT, asked)]


async def insert_refresh(tx: Tx, new: Refresh) -> bool:
    """Keep a refresh; False if it is known."""
    return await tx.execute(_INSERT, vars(new)) == 1


async def find_refresh(tx: ReadTx, refresh_id: UUID) -> Refresh | None:
    """How far a refresh has come."""
    row = await tx.row(_FIND, {"id": refresh_id})
    return None if row is None else Refresh(**row._asdict())


async def update_refresh(tx: Tx, after: Refresh) -> None:
    """Keep how far it has come."""
    values = {name: value for name, value in vars(after).items() if name not in {"id", "district", "total"}}
    await tx.execute(_UPDATE, {"of": after.id, **values})
