"""Marks of coming and leaving, and those on whom they rest. SQL only."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.hints import HintKind, kindergarten, person
from kezek.kindergartens.adapters import tables
from kezek.kindergartens.adapters.attendance_tables import attendance_mark
from kezek.kindergartens.adapters.escorts import TIE, TIE_PHONE, entrustment_of
from kezek.kindergartens.adapters.roster import CHILDREN, STAYS, child_of, stay_of
from kezek.kindergartens.domain.attendance import Mark, MarkedBy, MarkKind, Strike
from kezek.kindergartens.domain.escort import Entrustment
from kezek.kindergartens.domain.roster import EnrolledChild, Enrolment
from kezek.platform.actors import Actor, Role
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of

_M, _S, _T, _E = attendance_mark, tables.enrolment, tables.entrustment, tables.escort
_INSERT = insert(_M).on_conflict_do_nothing(index_elements=["id"])
_BY_IDS = sa.select(_M).where(any_of(_M.c.id, "ids"))
_LOCK = sa.select(_M).where(_M.c.id == sa.bindparam("id")).with_for_update()
_COUNT = sa.select(sa.func.count()).where(
    _M.c.person_id == sa.bindparam("person_id"), _M.c.received_at >= sa.bindparam("since")
)
_STAYS = STAYS.where(any_of(_S.c.application_id, "ids"))
# of an escort's session only what was entrusted with the phone it came in by: another parent gave another one, and
# one parent another one later
_PHONE = sa.bindparam("phone", type_=sa.Text)
_OF_SESSION = (_E.c.iin == sa.bindparam("iin")) & ((TIE_PHONE == _PHONE) | _PHONE.is_(None))
_TIES = (
    sa.select(*TIE)
    .join(_E, _E.c.id == _T.c.escort_id)
    .where(_OF_SESSION, any_of(_T.c.application_id, "ids"))
    .order_by(_T.c.since, _T.c.id)
)
_ENTRUSTED = (
    sa.select(_T.c.application_id).join(_E, _E.c.id == _T.c.escort_id).where(_OF_SESSION, _T.c.ended_at.is_(None))
)
_MINE = CHILDREN.where(
    _S.c.ended_on.is_(None),
    (_S.c.applicant_id == sa.bindparam("person_id")) | _S.c.application_id.in_(_ENTRUSTED),
).order_by(_S.c.accepted_at, _S.c.id)


async def list_entrusted(tx: ReadTx, actor: Actor) -> list[EnrolledChild]:
    """The children in groups whom this person may bring and fetch now, as escort and, but in such a session, parent."""
    applicant_id = actor.person_id if Role.PARENT in actor.roles else None
    found = await tx.rows(_MINE, {"person_id": applicant_id, "iin": actor.iin, "phone": actor.phone})
    return [child_of(row) for row in found]


async def list_stays(tx: ReadTx, application_ids: Collection[UUID]) -> Mapping[UUID, list[Enrolment]]:
    """All stays under these applications."""
    found: dict[UUID, list[Enrolment]] = defaultdict(list)
    for row in await tx.rows(_STAYS, {"ids": list(application_ids)}):
        found[row.application_id].append(stay_of(row))
    return found


async def list_ties(tx: ReadTx, actor: Actor, application_ids: Collection[UUID]) -> Mapping[UUID, list[Entrustment]]:
    """By whom of these children, and when, somebody was named an escort; also those ties that have ended."""
    found: dict[UUID, list[Entrustment]] = defaultdict(list)
    for row in await tx.rows(_TIES, {"iin": actor.iin, "phone": actor.phone, "ids": list(application_ids)}):
        found[row.application_id].append(entrustment_of(row))
    return found


async def find_marks(tx: ReadTx, ids: Collection[UUID]) -> dict[UUID, Mark]:
    """Those of these marks that are kept already."""
    return {row.id: mark_of(row) for row in await tx.rows(_BY_IDS, {"ids": list(ids)})}


async def lock_mark(tx: Tx, mark_id: UUID) -> Mark | None:
    """A mark, locked until the end of the transaction."""
    row = await tx.row(_LOCK, {"id": mark_id})
    return None if row is None else mark_of(row)


async def count_received(tx: ReadTx, person_id: UUID, since: datetime) -> int:
    """How many marks of this person have come since an instant."""
    return int(await tx.value(_COUNT, {"person_id": person_id, "since": since}))


async def insert_mark(tx: Tx, mark: Mark, applicant_id: UUID | None) -> bool:
    """Store a mark and show it on open pages; whether it was not there before."""
    values = {name: getattr(mark, name) for name in Mark.__dataclass_fields__ if name != "strike"}
    if await tx.execute(_INSERT, {**values, "day": mark.day}) != 1:
        return False
    hint_changed(tx, mark.kindergarten_id, mark.application_id, applicant_id)
    return True


def hint_changed(tx: Tx, kindergarten_id: UUID, application_id: UUID, applicant_id: UUID | None) -> None:
    """Tell open pages of the family and of the kindergarten that a child's day has changed."""
    tx.hint(kindergarten(kindergarten_id), HintKind.ATTENDANCE, application_id)
    if applicant_id is not None:
        tx.hint(person(applicant_id), HintKind.ATTENDANCE, application_id)


def mark_of(row: Any) -> Mark:
    """The mark in a row of `attendance_mark`."""
    values = {name: getattr(row, name) for name in Mark.__dataclass_fields__ if name != "strike"}
    strike = None
    if row.struck_at is not None:
        strike = Strike(row.struck_at, row.struck_by, row.struck_by_name, row.struck_because)
    return Mark(
        **{**values, "kind": MarkKind(row.kind), "marked_by": MarkedBy(row.marked_by)},
        strike=strike,
    )
