"""What stands in people's cabinets: each notice once, in three languages, with the instant of its first reading."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.hints import HintKind, person
from kezek.notifications.adapters.tables import application, message, notice
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of

Rows = Sequence[sa.Row[Any]]


@dataclass(frozen=True)
class NewNotice:
    """A notice as it is first written; `said` holds its subject and text by language, `month` a first day."""

    id: UUID
    application_id: UUID
    applicant_id: UUID | None
    about: str
    kind: str
    number: str
    said: Mapping[str, Mapping[str, str]]
    month: date | None
    occurred_at: datetime
    created_at: datetime


_N, _M, _A = notice, message, application
_WHOSE = sa.select(_A.c.applicant_id).where(_A.c.id == sa.bindparam("of")).scalar_subquery()
_INSERT = (
    insert(_N)
    .values(applicant_id=sa.func.coalesce(sa.bindparam("told", type_=_N.c.applicant_id.type), _WHOSE))
    .on_conflict_do_nothing()
    .returning(_N.c.applicant_id)
)
_KEEP_APPLICATION = insert(_A).on_conflict_do_nothing()
_OWN = (
    sa.select(
        _N.c.id,
        _N.c.application_id,
        _N.c.kind,
        _N.c.number,
        _N.c.said,
        _N.c.month,
        _N.c.occurred_at,
        _N.c.created_at,
        _N.c.read_at,
    )
    .where(
        _N.c.applicant_id == sa.bindparam("applicant_id"),
        _N.c.id < sa.bindparam("before", type_=_N.c.id.type),
    )
    .order_by(_N.c.id.desc())
    .limit(sa.bindparam("at_most"))
)
_OWN_UNREAD = _OWN.where(_N.c.read_at.is_(None))
_SENT = (
    sa.select(_N.c.id.label("notice_id"), _M.c.channel, _M.c.recipient, _M.c.state, _M.c.created_at, _M.c.finished_at)
    .join(_M, sa.and_(_M.c.application_id == _N.c.application_id, _M.c.about == _N.c.about))
    .where(any_of(_N.c.id, "ids"))
    .order_by(_M.c.id)
)
_UNREAD = (
    sa.select(sa.func.count())
    .select_from(_N)
    .where(_N.c.applicant_id == sa.bindparam("applicant_id"), _N.c.read_at.is_(None))
)
_OWN_OF = (
    sa.select(sa.func.count())
    .select_from(_N)
    .where(_N.c.applicant_id == sa.bindparam("applicant_id"), any_of(_N.c.id, "ids"))
)
_MARK = (
    sa.update(_N)
    .where(_N.c.applicant_id == sa.bindparam("whose"), _N.c.read_at.is_(None))
    .values(read_at=sa.bindparam("at"))
)
_MARK_THESE = _MARK.where(any_of(_N.c.id, "ids"))
_MARK_UP_TO = _MARK.where(_N.c.id <= sa.bindparam("up_to", type_=_N.c.id.type))
_TAKE_BACK = (
    sa.update(_N).where(_N.c.application_id == sa.bindparam("of"), _N.c.read_at.is_(None)).values(applicant_id=None)
)
LAST = UUID(int=(1 << 128) - 1)
"""Of no row: what is before it is everything."""


async def keep_application(tx: Tx, application_id: UUID, applicant_id: UUID, district: str) -> None:
    """Keep whose an application is, and of which district: neither ever changes, who moves has a new one."""
    await tx.execute(_KEEP_APPLICATION, {"id": application_id, "applicant_id": applicant_id, "district": district})


async def insert_notice(tx: Tx, new: NewNotice) -> None:
    """Write a notice, once; whose it is, is looked up where the notice does not say it."""
    row = await tx.row(_INSERT, {**vars(new), "told": new.applicant_id, "of": new.application_id})
    if row is not None and row.applicant_id is not None:
        tx.hint(person(row.applicant_id), HintKind.MESSAGE, new.application_id)


async def take_back_unread(tx: Tx, application_id: UUID) -> None:
    """What of an application nobody has opened stands in no cabinet any more, and stays as evidence."""
    await tx.execute(_TAKE_BACK, {"of": application_id})


async def list_own(tx: ReadTx, applicant_id: UUID, before: UUID | None, at_most: int, *, unread: bool) -> Rows:
    """A person's notices, or those not read yet, newest first (ids are ordered by time)."""
    asked = {"applicant_id": applicant_id, "before": before or LAST, "at_most": at_most}
    return await tx.rows(_OWN_UNREAD if unread else _OWN, asked)


async def list_sent(tx: ReadTx, ids: Sequence[UUID]) -> Rows:
    """By which channels these notices went out, and what became of it."""
    return await tx.rows(_SENT, {"ids": list(ids)})


async def count_unread(tx: ReadTx, applicant_id: UUID) -> int:
    """How many of a person's notices nobody has opened."""
    return int(await tx.value(_UNREAD, {"applicant_id": applicant_id}))


async def all_own(tx: ReadTx, applicant_id: UUID, ids: AbstractSet[UUID]) -> bool:
    """Whether all of these are this person's."""
    return int(await tx.value(_OWN_OF, {"applicant_id": applicant_id, "ids": list(ids)})) == len(ids)


async def mark_read(tx: Tx, applicant_id: UUID, ids: AbstractSet[UUID]) -> None:
    """These are read now; the instant of a first reading stays."""
    await _mark(tx, _MARK_THESE, applicant_id, ids=list(ids))


async def mark_read_up_to(tx: Tx, applicant_id: UUID, up_to: UUID) -> None:
    """All that came until this one is read now; the instant of a first reading stays."""
    await _mark(tx, _MARK_UP_TO, applicant_id, up_to=up_to)


async def _mark(tx: Tx, statement: sa.Update, applicant_id: UUID, **which: Any) -> None:
    if await tx.execute(statement, {"whose": applicant_id, "at": tx.now(), **which}):
        tx.hint(person(applicant_id), HintKind.MESSAGE, applicant_id)
