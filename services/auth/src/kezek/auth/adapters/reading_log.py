"""The reading log in the database: one row per person whose data were given out; rows are only added (domain §1)."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.auth.adapters.tables import account, organisation, reading
from kezek.contracts.access import DataRead
from kezek.contracts.ids import new_id
from kezek.contracts.texts import Text
from kezek.platform.db import ReadTx, Tx


@dataclass(frozen=True)
class Period:
    """From an instant, up to another one exclusive; open where it is None."""

    begins: datetime | None = None
    ends: datetime | None = None

    def of(self, column: sa.ColumnElement[datetime]) -> list[sa.ColumnElement[bool]]:
        """The conditions on a column."""
        after = [] if self.begins is None else [column >= self.begins]
        return after if self.ends is None else [*after, column < self.ends]


@dataclass(frozen=True)
class Reading:
    """One row: who was given whose data, when, in which capacity, what and why."""

    id: UUID
    reading_id: UUID
    read_at: datetime
    service: str
    reader_id: UUID
    role: str
    kindergarten_id: UUID | None
    district: str | None
    what: str
    why: str
    act_id: UUID | None
    person_id: UUID | None
    known_as: str | None
    application_id: UUID | None
    object_id: UUID | None


async def insert_readings(tx: Tx, service: str, read: DataRead, read_at: datetime) -> None:
    """Add what one request read, a row for each subject."""
    common = {
        **read.model_dump(exclude={"subjects", "why"}),
        "why": read.why.value,
        "service": service,
        "read_at": read_at,
    }
    rows = [{"id": new_id(), **common, **each.model_dump()} for each in read.subjects]
    await tx.execute(sa.insert(reading), rows)


async def list_readings(
    tx: ReadTx,
    *,
    person_id: UUID | None = None,
    reader_id: UUID | None = None,
    period: Period,
    before: UUID | None,
    limit: int,
) -> list[Reading]:
    """A page of readings, newest first: of one person's data, by one reader, or both."""
    conditions = period.of(reading.c.read_at)
    if reader_id is not None:
        conditions.append(reading.c.reader_id == reader_id)
    if before is not None:
        conditions.append(reading.c.id < before)
    return await _read(tx, _page(conditions, _of(person_id), ["id"], limit, newest_first=True))


async def list_from(
    tx: ReadTx,
    *,
    person_id: UUID | None,
    reader_id: UUID | None,
    period: Period,
    after: Reading | None,
    limit: int,
) -> list[Reading]:
    """The next readings of an export; `after` is the last one before them.

    In the order of their moments; of one person or reader in that in which the log got them, which an index has.
    """
    of_one = person_id is not None or reader_id is not None
    order = ["id"] if of_one else ["read_at", "id"]
    conditions = period.of(reading.c.read_at)
    if reader_id is not None:
        conditions.append(reading.c.reader_id == reader_id)
    if after is not None:
        conditions.append(
            sa.tuple_(*(reading.c[name] for name in order)) > tuple(getattr(after, name) for name in order)
        )
    return await _read(tx, _page(conditions, _of(person_id), order, limit))


def _page(
    conditions: Sequence[sa.ColumnElement[bool]],
    ways: Sequence[sa.ColumnElement[bool]],
    order: Sequence[str],
    limit: int,
    *,
    newest_first: bool = False,
) -> sa.Select[Any]:
    """Each way of naming the person by an index of its own: one condition for both may end in reading the whole log."""
    pages = [
        sa.select(reading).where(*conditions, each).order_by(*_by(reading, order, newest_first)).limit(limit)
        for each in ways
    ]
    found = sa.union_all(*pages).subquery()
    named = found.outerjoin(account, account.c.known_as == found.c.known_as)
    columns = [each for each in found.c if each.name != "person_id"]
    whose = sa.func.coalesce(found.c.person_id, account.c.id).label("person_id")
    return sa.select(*columns, whose).select_from(named).order_by(*_by(found, order, newest_first)).limit(limit)


def _by(rows: sa.FromClause, names: Sequence[str], newest_first: bool) -> list[sa.ColumnElement[Any]]:
    return [rows.c[name].desc() if newest_first else rows.c[name].asc() for name in names]


async def _read(tx: ReadTx, page: sa.Select[Any]) -> list[Reading]:
    return [Reading(**row._mapping) for row in await tx.rows(page)]  # noqa: SLF001 - SQLAlchemy's public name of a row's mapping


def _of(person_id: UUID | None) -> list[sa.ColumnElement[bool]]:
    if person_id is None:
        return [sa.true()]
    known_as = sa.select(account.c.known_as).where(account.c.id == person_id).scalar_subquery()
    return [reading.c.person_id == person_id, reading.c.person_id.is_(None) & (reading.c.known_as == known_as)]


async def upsert_organisation(tx: Tx, key: str, name: Text) -> None:
    """Keep the newest name of a kindergarten or district, by its id or code."""
    values = {"name": asdict(name)}
    statement = insert(organisation).values(key=key, **values)
    await tx.execute(statement.on_conflict_do_update(index_elements=["key"], set_=values))


async def find_organisations(tx: ReadTx, keys: Iterable[str]) -> dict[str, Text]:
    """The names that are known, by id or code."""
    rows: Sequence[Any] = await tx.rows(sa.select(organisation).where(organisation.c.key.in_(sorted(set(keys)))))
    return {row.key: Text(**row.name) for row in rows}
