"""Norms of groups, as stated with a signature, and what counts against them. SQL only.

A place of a vacancy is published until referrals tells that it is taken or annulled. What is taken is on the way until
its child stands on the roster: each child that was accepted there has taken one place of its group for good. So the sum
is right whichever of both is heard first, and however often.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.vocabulary import GroupKind, InstructionLanguage
from kezek.kindergartens.adapters import tables
from kezek.kindergartens.domain.capacity import Capacity
from kezek.kindergartens.domain.roster import Group
from kezek.platform.db import ReadTx, Tx

_N = tables.group_norm
_LIST = sa.text(
    "select group_year, language, kind, max(norm) as norm, max(earlier) as earlier, max(version) as version, "
    "sum(present) as enrolled, sum(taken) - sum(accepted) as on_the_way, sum(published) as published from ("
    "select group_year, language, kind, norm, earlier, version, 0 as present, 0 as accepted, 0 as taken, "
    "0 as published from group_norm where kindergarten_id = :kindergarten_id "
    "union all select group_year, language, kind, null, 0, 0, (ended_on is null)::int, "
    "(begun_by = 'accepted')::int, 0, 0 from enrolment where kindergarten_id = :kindergarten_id "
    "union all select group_year, language, kind, null, 0, 0, 0, 0, 0, places from vacancy "
    "where kindergarten_id = :kindergarten_id "
    "union all select v.group_year, v.language, v.kind, null, 0, 0, 0, 0, (p.status = 'taken')::int, -1 "
    "from vacancy v join place p on p.vacancy_id = v.id "
    "where v.kindergarten_id = :kindergarten_id and p.status in ('taken', 'annulled')"
    ") as counted group by group_year, language, kind order by group_year desc, language, kind"
)
_HISTORY = (
    sa.select(tables.group_norm_history)
    .where(tables.group_norm_history.c.kindergarten_id == sa.bindparam("kindergarten_id"))
    .order_by(tables.group_norm_history.c.at.desc(), tables.group_norm_history.c.act_id)
    .limit(sa.bindparam("at_most"))
)
_INSERT_HISTORY = sa.insert(tables.group_norm_history)
_PUT = insert(_N)
_PUT = _PUT.on_conflict_do_update(
    index_elements=list(_N.primary_key),
    set_={name: _PUT.excluded[name] for name in ("norm", "earlier", "version")},
)


@dataclass(frozen=True)
class Stated:
    """What was once signed of a group: by whom, as the certificate calls them, when."""

    kindergarten_id: UUID
    group: Group
    norm: int | None
    earlier: int
    at: datetime
    by: UUID
    by_name: str | None
    act_id: UUID


async def list_capacities(tx: ReadTx, kindergarten_id: UUID) -> list[Capacity]:
    """Every group of a kindergarten of which there is anything, the youngest first."""
    return [_capacity(row) for row in await tx.rows(_LIST, {"kindergarten_id": kindergarten_id})]


async def load_capacity(tx: ReadTx, kindergarten_id: UUID, group: Group) -> Capacity:
    """One group of a kindergarten; of one that has nothing yet, nothing is counted and no norm known."""
    found = await list_capacities(tx, kindergarten_id)
    return next((each for each in found if each.group == group), Capacity(group))


async def put_norm(tx: Tx, stated: Stated, version: int) -> None:
    """Store what was signed of a group as its next version, and for good in its history."""
    values = {
        "kindergarten_id": stated.kindergarten_id,
        "group_year": stated.group.group_year,
        "language": stated.group.language.value,
        "kind": stated.group.kind.value,
        "norm": stated.norm,
        "earlier": stated.earlier,
    }
    await tx.execute(_PUT, {**values, "version": version})
    signed = {"at": stated.at, "stated_by": stated.by, "stated_by_name": stated.by_name, "act_id": stated.act_id}
    await tx.execute(_INSERT_HISTORY, {**values, **signed})


async def list_stated(tx: ReadTx, kindergarten_id: UUID, at_most: int) -> list[Stated]:
    """What was signed of a kindergarten's groups, newest first."""
    rows = await tx.rows(_HISTORY, {"kindergarten_id": kindergarten_id, "at_most": at_most})
    return [
        Stated(
            row.kindergarten_id,
            _group(row),
            row.norm,
            row.earlier,
            row.at,
            row.stated_by,
            row.stated_by_name,
            row.act_id,
        )
        for row in rows
    ]


def _group(row: Any) -> Group:
    return Group(row.group_year, InstructionLanguage(row.language), GroupKind(row.kind))


def _capacity(row: Any) -> Capacity:
    counted = {name: int(getattr(row, name)) for name in ("earlier", "enrolled", "on_the_way", "published", "version")}
    return Capacity(_group(row), row.norm, **counted)
