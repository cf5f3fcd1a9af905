"""When benefits end of who stands in a queue, and how the child stands then. SQL only."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.values import QueueRef, StandsThen
from kezek.contracts.vocabulary import GroupKind, QueueClass
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of
from kezek.queue.adapters import tables
from kezek.queue.domain.sorting import ENDED

_B, _E, _C = tables.benefit_end, tables.entry, tables.candidate
_OVER = [each.value for each in ENDED]
_FORGET = sa.delete(_B).where(_B.c.application_id == sa.bindparam("id"))
_FORGET_DUE = sa.delete(_B).where(any_of(_B.c.application_id, "ids"), _B.c.at <= sa.bindparam("by"))
_INSERT = sa.insert(_B)
_DUE = (
    sa.select(_B, (_E.c.waiting | _C.c.status.is_(None) | _C.c.status.not_in(_OVER)).label("matters"))
    .join(_E, _E.c.application_id == _B.c.application_id)
    .outerjoin(_C, _C.c.application_id == _B.c.application_id)
    .where(any_of(_E.c.queue_id, "queues"), _B.c.at <= sa.bindparam("by"))
    .order_by(_B.c.application_id, _B.c.at)
)


async def insert_ends(tx: Tx, of: Mapping[UUID, Sequence[StandsThen]]) -> None:
    """Keep the ends that are known of applications that have an entry and none yet."""
    rows = [{"application_id": each, **_row(end)} for each, ends in of.items() for end in ends]
    if rows:
        await tx.execute(_INSERT, rows)


async def replace_ends(tx: Tx, application_id: UUID, ends: Sequence[StandsThen]) -> None:
    """Keep these ends of an application that has an entry, and no other."""
    await tx.execute(_FORGET, {"id": application_id})
    await insert_ends(tx, {application_id: ends})


async def list_due(tx: ReadTx, queues: Iterable[QueueRef], by: datetime) -> dict[UUID, list[StandsThen]]:
    """The ends that have come by an instant of who stands in these queues, by application, earliest first.

    Of an application that is over, or whose child is enrolled, nothing ends any more: it has an empty list.
    """
    found: dict[UUID, list[StandsThen]] = {}
    for row in await tx.rows(_DUE, {"queues": sorted(map(str, queues)), "by": by}):
        kind, queue_class = GroupKind(row.kind), QueueClass(row.queue_class)
        end = StandsThen(at=row.at, kind=kind, queue_class=queue_class, unproved=row.unproved)
        found.setdefault(row.application_id, []).extend([end] if row.matters else [])
    return found


async def forget_due(tx: Tx, application_ids: Iterable[UUID], by: datetime) -> None:
    """Keep nothing more of the ends of these applications that have come by an instant."""
    await tx.execute(_FORGET_DUE, {"ids": list(application_ids), "by": by})


def _row(end: StandsThen) -> dict[str, object]:
    return {"at": end.at, "kind": end.kind.value, "queue_class": end.queue_class.value, "unproved": end.unproved}
