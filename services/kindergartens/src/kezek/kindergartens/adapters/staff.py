"""The staff lists of kindergartens. SQL only."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import Language
from kezek.kindergartens.adapters import tables
from kezek.kindergartens.domain.staff import StaffMember
from kezek.platform.db import ReadTx, Tx

_M, _W = tables.staff_member, tables.worker
_COLUMNS = [_M.c[name] for name in StaffMember.__dataclass_fields__]
_OF = sa.select(*_COLUMNS).where(_M.c.kindergarten_id == sa.bindparam("kindergarten_id"))
_LIST = _OF.order_by(_M.c.until_on.is_not(None), tables.in_order_of(_M.c.name, Language.KK), _M.c.iin, _M.c.from_on)
_DAY = sa.bindparam("day", type_=sa.Date)
_THERE: sa.BindParameter[UUID] = sa.bindparam("kindergarten_id")
_WHO: sa.BindParameter[str] = sa.bindparam("iin")
_LISTED = sa.exists().where(
    _M.c.kindergarten_id == _THERE,
    _M.c.iin == _WHO,
    _M.c.from_on <= _DAY,
    _M.c.until_on.is_(None) | (_M.c.until_on >= _DAY),
)
_WORKS = sa.exists().where(_W.c.kindergarten_id == _THERE, _W.c.iin == _WHO, _W.c.active)
_ON_LIST = sa.select(_LISTED | _WORKS)
_NAME = (
    sa.select(_M.c.name).where(_M.c.kindergarten_id == _THERE, _M.c.iin == _WHO).order_by(_M.c.from_on.desc()).limit(1)
)
_PUT = insert(_M)
_PUT = _PUT.on_conflict_do_update(
    index_elements=["kindergarten_id", "iin", "from_on"],
    set_={name: _PUT.excluded[name] for name in ("name", "position", "until_on", "act_id")},
)


async def list_staff(tx: ReadTx, kindergarten_id: UUID) -> list[StaffMember]:
    """The staff of a kindergarten by name; those who have an end after the others."""
    return [_member(row) for row in await tx.rows(_LIST, {"kindergarten_id": kindergarten_id})]


async def is_staff(tx: ReadTx, kindergarten_id: UUID, iin: str, day: date) -> bool:
    """Whether somebody is on a kindergarten's staff list on this day, or works in the system for it (§8.escorts)."""
    return bool(await tx.value(_ON_LIST, {"kindergarten_id": kindergarten_id, "iin": iin, "day": day}))


async def find_name(tx: ReadTx, kindergarten_id: UUID, iin: str) -> str | None:
    """What a kindergarten's staff list calls somebody, if it does."""
    name: str | None = await tx.value(_NAME, {"kindergarten_id": kindergarten_id, "iin": iin})
    return name


async def put_staff(tx: Tx, kindergarten_id: UUID, members: Collection[StaffMember], act_id: UUID) -> None:
    """Store these lines; one is known by its IIN and first day."""
    for member in members:
        values = {**vars(member), "id": new_id(), "kindergarten_id": kindergarten_id, "act_id": act_id}
        await tx.execute(_PUT, values)


def _member(row: Any) -> StaffMember:
    return StaffMember(**{name: getattr(row, name) for name in StaffMember.__dataclass_fields__})
