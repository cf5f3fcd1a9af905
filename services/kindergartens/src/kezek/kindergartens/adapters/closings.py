"""Closed kindergartens: by which act, and who is still on their rosters. SQL only."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from kezek.kindergartens.adapters import tables
from kezek.kindergartens.adapters.roster import CHILDREN, STAYS, child_of, stay_of
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.roster import EnrolledChild, Enrolment
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of

_C, _E, _K = tables.closing, tables.enrolment, tables.kindergarten
_PRESENT = (_E.c.kindergarten_id == sa.bindparam("kindergarten_id")) & _E.c.ended_on.is_(None)
_COUNT = sa.select(sa.func.count()).select_from(_E).where(_PRESENT)
_LIST = CHILDREN.where(_PRESENT).order_by(_E.c.group_year, _E.c.accepted_at, _E.c.id).limit(sa.bindparam("at_most"))
_LOCK = STAYS.where(_PRESENT).order_by(_E.c.id).limit(sa.bindparam("at_most")).with_for_update(of=_E)
_INSERT = sa.insert(_C)
_FIND = sa.select(_C).where(any_of(_C.c.kindergarten_id, "kindergartens"))
_CLOSE = (
    sa.update(_K)
    .where(_K.c.id == sa.bindparam("of"))
    .values(closed=True, closed_at=sa.bindparam("at"), version=sa.bindparam("next"))
)


@dataclass(frozen=True)
class Closing:
    """The act that closed a kindergarten."""

    kindergarten_id: UUID
    act_id: UUID
    at: datetime
    closed_by: UUID
    remark: str


async def count_present(tx: ReadTx, kindergarten_id: UUID) -> int:
    """How many children are on the roster."""
    return int(await tx.value(_COUNT, {"kindergarten_id": kindergarten_id}))


async def list_present(tx: ReadTx, kindergarten_id: UUID, at_most: int) -> list[EnrolledChild]:
    """The children on the roster, by group and by when they came."""
    rows = await tx.rows(_LIST, {"kindergarten_id": kindergarten_id, "at_most": at_most})
    return [child_of(row) for row in rows]


async def lock_present(tx: Tx, kindergarten_id: UUID, at_most: int) -> Sequence[Enrolment]:
    """Stays that have not ended, locked in the order of their ids."""
    rows = await tx.rows(_LOCK, {"kindergarten_id": kindergarten_id, "at_most": at_most})
    return [stay_of(row) for row in rows]


async def close(tx: Tx, kindergarten: Kindergarten, closing: Closing) -> None:
    """Store that a locked kindergarten is closed at its next version, and by which act."""
    await tx.execute(_CLOSE, {"of": kindergarten.id, "next": kindergarten.version, "at": closing.at})
    await tx.execute(_INSERT, vars(closing))


async def find_closing(tx: ReadTx, kindergarten_id: UUID) -> Closing | None:
    """By which act a kindergarten was closed, if it was by one."""
    return (await list_closings(tx, [kindergarten_id])).get(kindergarten_id)


async def list_closings(tx: ReadTx, kindergarten_ids: Collection[UUID]) -> dict[UUID, Closing]:
    """By which acts those of these kindergartens were closed that were."""
    rows = await tx.rows(_FIND, {"kindergartens": list(kindergarten_ids)})
    return {
        row.kindergarten_id: Closing(row.kindergarten_id, row.act_id, row.at, row.closed_by, row.remark) for row in rows
    }
