"""What families wish, and the kindergartens that they may. SQL only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, insert

from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ApplicationStatus, InstructionLanguage, QueueClass
from kezek.platform.copies import Copies
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of
from kezek.queue.adapters import tables
from kezek.queue.adapters.entries import IN_ORDER
from kezek.queue.domain.order import RANKS, Order
from kezek.queue.domain.rounds import Seeker

kindergartens = Copies(tables.kindergarten, Kindergarten)

_E, _W, _K, _C = tables.entry, tables.wishes, tables.kindergarten, tables.candidate
_OF_DISTRICT = sa.select(_K.c.state).where(_K.c.district == sa.bindparam("district")).order_by(_K.c.id)
_FIND = (
    sa.select(_E, _W.c.kindergartens, _W.c.changed_at, _C.c.status)
    .outerjoin(_W, _W.c.application_id == _E.c.application_id)
    .outerjoin(_C, _C.c.application_id == _E.c.application_id)
    .where(_E.c.application_id == sa.bindparam("id"))
)
_WISHED = sa.bindparam("wished", type_=ARRAY(tables.Id))
_SEEKERS = (
    sa.select(_E, _W.c.kindergartens)
    .outerjoin(_W, _W.c.application_id == _E.c.application_id)
    .where(any_of(_E.c.queue_id, "queues"), IN_ORDER)
)
# a twin that wishes nothing matters to the others
_WHO_WISH = _SEEKERS.where(_W.c.kindergartens.is_not(None) | _E.c.twins.is_not(None))
_WHO_WISH_THESE = _SEEKERS.where(_W.c.kindergartens.overlap(_WISHED) | _E.c.twins.is_not(None))
_TWINS_OF = _SEEKERS.where(any_of(_E.c.twins, "twins"))
_COUNT_WAITING = sa.select(sa.func.count()).where(any_of(_E.c.queue_id, "queues"), IN_ORDER)
NUMBERS = RANKS[Order.CATEGORIES]
"""The number of the category of each class; that of transfers is behind all (domain §7.transfer)."""


def _upsert() -> sa.Executable:
    statement = insert(_W)
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=["application_id"],
        set_={"kindergartens": new.kindergartens, "changed_at": new.changed_at},
        where=_W.c.kindergartens != new.kindergartens,
    )


_UPSERT = _upsert()


@dataclass(frozen=True)
class Wishing:
    """An application in its queue, its state, and what its family wishes by now.

    `leaves` is where an enrolled child is that asks for another kindergarten (domain §7.transfer).
    """

    application_id: UUID
    applicant_id: UUID
    queue: QueueRef
    version: int
    status: ApplicationStatus
    waiting: bool
    twins: UUID | None
    separate_places: bool
    kindergartens: tuple[UUID, ...]
    changed_at: datetime | None
    leaves: UUID | None


async def find_wishing(tx: ReadTx, application_id: UUID) -> Wishing | None:
    """An application that stands in a queue, with its wishes."""
    row = await tx.row(_FIND, {"id": application_id})
    if row is None:
        return None
    return Wishing(
        application_id=row.application_id,
        applicant_id=row.applicant_id,
        queue=QueueRef.parse(row.queue_id),
        version=row.version,
        status=ApplicationStatus(row.status) if row.status else ApplicationStatus.QUEUED,
        waiting=row.waiting and row.open_call_id is None,
        twins=row.twins,
        separate_places=row.separate_places,
        kindergartens=tuple(row.kindergartens or ()),
        changed_at=row.changed_at,
        leaves=row.leaves,
    )


async def keep_wishes(tx: Tx, application_id: UUID, wished: Sequence[UUID], at: datetime) -> bool:
    """Keep a family's wishes; whether they are others than before."""
    values = {"application_id": application_id, "kindergartens": list(wished), "changed_at": at}
    return await tx.execute(_UPSERT, values) == 1


async def list_kindergartens(tx: ReadTx, district: str) -> list[Kindergarten]:
    """The kindergartens of a district, closed ones, too."""
    return [Kindergarten.model_validate(row.state) for row in await tx.rows(_OF_DISTRICT, {"district": district})]


async def list_seekers(tx: ReadTx, queues: Sequence[str], wished: Sequence[UUID] | None = None) -> list[Seeker]:
    """Who stands in the order of these queues and wishes something, or one of these; and all twins."""
    if wished is None:
        rows = await tx.rows(_WHO_WISH, {"queues": list(queues)})
    else:
        rows = await tx.rows(_WHO_WISH_THESE, {"queues": list(queues), "wished": list(wished)})
    refs = {queue: QueueRef.parse(queue) for queue in queues}
    return [_seeker(row, refs[row.queue_id]) for row in rows]


async def list_twins_elsewhere(tx: ReadTx, queues: Sequence[str], seekers: Sequence[Seeker]) -> list[Seeker]:
    """The twins of these children who stand in the order of other queues: by them these stand, too (domain §5.4)."""
    twins = sorted({cast("UUID", each.twins) for each in seekers if each.twins is not None})
    rows = await tx.rows(_TWINS_OF, {"queues": list(queues), "twins": twins}) if twins else []
    return [_seeker(row, QueueRef.parse(row.queue_id)) for row in rows]


async def count_waiting(tx: ReadTx, queues: Sequence[str]) -> int:
    """How many children stand in the order of these queues."""
    return int(await tx.value(_COUNT_WAITING, {"queues": list(queues)}))


def _seeker(row: Any, queue: QueueRef) -> Seeker:
    return Seeker(
        category=NUMBERS[QueueClass(row.queue_class)],
        submitted_at=row.submitted_at,
        number=row.number,
        application_id=row.application_id,
        group_year=queue.group_year,
        kind=queue.kind,
        birth_date=row.born_on,
        languages=[InstructionLanguage(each) for each in row.languages],
        # nobody asks for the kindergarten that it wants to leave
        wishes=[each for each in row.kindergartens or () if each != row.leaves],
        twins=row.twins,
        separate_places=row.separate_places,
    )
