"""Districts, kindergartens and workers in the database."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.texts import Text
from kezek.contracts.values import Location
from kezek.contracts.vocabulary import Language, Ownership
from kezek.kindergartens.adapters import tables
from kezek.kindergartens.domain.kindergarten import District, Kindergarten
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound
from kezek.platform.pages import Page, directed, holding_or_all, load_page, paged, same_or_all


class KindergartenColumn(StrEnum):
    """By what kindergartens can be sorted."""

    NAME = "name"
    DISTRICT = "district"
    OWNERSHIP = "ownership"


async def list_districts(tx: ReadTx) -> list[District]:
    """All districts by code."""
    return [_district(row) for row in await tx.rows(sa.select(tables.district).order_by(tables.district.c.code))]


async def find_district(tx: ReadTx, code: str) -> District | None:
    """A district by its KATO prefix."""
    row = await tx.row(sa.select(tables.district).where(tables.district.c.code == code))
    return _district(row) if row else None


async def upsert_district(tx: Tx, code: str, name: Text) -> District | None:
    """Store a district under the next version; None when nothing differs from what is stored."""
    statement = insert(tables.district).values(code=code, name=asdict(name), version=1)
    changed = statement.on_conflict_do_update(
        index_elements=["code"],
        set_={"name": statement.excluded.name, "version": tables.district.c.version + 1},
        where=tables.district.c.name != statement.excluded.name,
    )
    row = await tx.row(changed.returning(*tables.district.c))
    return _district(row) if row else None


async def insert_kindergarten(tx: Tx, kindergarten: Kindergarten, created_at: datetime, created_by: UUID) -> bool:
    """Store a new kindergarten; False when the district has one of the same name and address."""
    statement = insert(tables.kindergarten).values(
        id=kindergarten.id,
        district=kindergarten.district,
        name=asdict(kindergarten.name),
        address=asdict(kindergarten.address),
        phone=kindergarten.phone,
        ownership=kindergarten.ownership.value,
        website=kindergarten.website,
        closed=kindergarten.closed,
        version=kindergarten.version,
        vacancies=kindergarten.vacancies,
        created_at=created_at,
        created_by=created_by,
    )
    return await tx.execute(statement.on_conflict_do_nothing()) == 1


async def find_kindergarten(tx: ReadTx, kindergarten_id: UUID) -> Kindergarten | None:
    """A kindergarten by id."""
    row = await tx.row(sa.select(tables.kindergarten).where(tables.kindergarten.c.id == kindergarten_id))
    return kindergarten_of(row) if row else None


async def load_kindergarten(tx: ReadTx, kindergarten_id: UUID) -> Kindergarten:
    """A kindergarten by id.

    Raises:
        NotFound: `kindergarten_not_found`.
    """
    found = await find_kindergarten(tx, kindergarten_id)
    if found is None:
        raise NotFound("kindergarten_not_found")
    return found


async def lock_kindergarten(tx: Tx, kindergarten_id: UUID) -> Kindergarten:
    """A kindergarten, locked until the end of the transaction.

    Raises:
        NotFound: `kindergarten_not_found`.
    """
    statement = sa.select(tables.kindergarten).where(tables.kindergarten.c.id == kindergarten_id)
    row = await tx.row(statement.with_for_update())
    if row is None:
        raise NotFound("kindergarten_not_found")
    return kindergarten_of(row)


async def share_kindergarten(tx: Tx, kindergarten_id: UUID) -> None:
    """Keep others from changing a kindergarten until the end of the transaction."""
    table = tables.kindergarten
    await tx.rows(sa.select(table.c.id).where(table.c.id == kindergarten_id).with_for_update(read=True))


async def update_vacancies(tx: Tx, kindergarten_id: UUID, vacancies: int) -> None:
    """Count one vacancy more."""
    table = tables.kindergarten
    await tx.execute(sa.update(table).where(table.c.id == kindergarten_id).values(vacancies=vacancies))


async def update_location(tx: Tx, kindergarten: Kindergarten) -> None:
    """Store where a locked kindergarten stands, under its next version."""
    location = kindergarten.location
    statement = sa.update(tables.kindergarten).where(tables.kindergarten.c.id == kindergarten.id)
    point = {"latitude": location and location.latitude, "longitude": location and location.longitude}
    await tx.execute(statement.values(**point, version=kindergarten.version))


async def update_bin(tx: Tx, kindergarten: Kindergarten) -> None:
    """Store a locked kindergarten's BIN, under its next version."""
    statement = sa.update(tables.kindergarten).where(tables.kindergarten.c.id == kindergarten.id)
    await tx.execute(statement.values(bin=kindergarten.bin, version=kindergarten.version))


async def update_name(tx: Tx, kindergarten: Kindergarten) -> bool:
    """Store a kindergarten's new name and version; False when the district has one of the same name and address."""
    table = tables.kindergarten
    values = {"name": asdict(kindergarten.name), "version": kindergarten.version}
    try:
        async with tx.savepoint():
            await tx.execute(sa.update(table).where(table.c.id == kindergarten.id).values(values))
    except sa.exc.IntegrityError:
        return False
    return True


async def list_kindergartens(
    tx: ReadTx,
    filters: dict[str, Any],
    sort: tuple[KindergartenColumn, bool, Language],
    *,
    offset: int,
    limit: int,
) -> Page[Kindergarten]:
    """A page of kindergartens that are `closed` or not; sorted by a column, descending, in a language."""
    rows, total = await load_page(tx, _listed(*sort), filters, offset=offset, limit=limit)
    return Page([kindergarten_of(row) for row in rows], total)


@cache
def _listed(column: KindergartenColumn, descending: bool, language: Language) -> sa.Select[Any]:
    table, name = tables.kindergarten, tables.name_in(tables.kindergarten.c.name, language)
    names = [holding_or_all(table.c.name[each.value].astext, "name") for each in Language]
    wanted = (same_or_all(table.c.district, "district"), same_or_all(table.c.ownership, "ownership"), sa.or_(*names))
    first = name if column is KindergartenColumn.NAME else table.c[column.value]
    found = sa.select(table).where(table.c.closed == sa.bindparam("closed", type_=sa.Boolean), *wanted)
    return paged(found, directed(first, descending=descending), name, table.c.id)


async def list_perhaps_same(tx: ReadTx, district: str, phone: str, worker_iin: str) -> Sequence[Kindergarten]:
    """Kindergartens, also closed ones, of a district, with this phone, or with this worker."""
    table, worker = tables.kindergarten, tables.worker
    works_there = sa.select(worker.c.kindergarten_id).where(worker.c.iin == worker_iin, worker.c.active)
    near = (table.c.district == district) | (table.c.phone == phone) | table.c.id.in_(works_there)
    return [kindergarten_of(row) for row in await tx.rows(sa.select(table).where(near).order_by(table.c.id))]


async def insert_worker(tx: Tx, iin: str, kindergarten_id: UUID) -> None:
    """Store who works in the system for a new kindergarten."""
    values = {"iin": iin, "kindergarten_id": kindergarten_id, "active": True, "version": 1}
    await tx.execute(sa.insert(tables.worker).values(values))


async def hire_worker(tx: Tx, iin: str, kindergarten_id: UUID) -> int | None:
    """Have a person work for a kindergarten; the version of that, or None if it was so already."""
    table = tables.worker
    statement = insert(table).values(iin=iin, kindergarten_id=kindergarten_id, active=True, version=1)
    again = statement.on_conflict_do_update(
        index_elements=["iin", "kindergarten_id"],
        set_={"active": True, "version": table.c.version + 1},
        where=table.c.active.is_(False),
    )
    version: int | None = await tx.value(again.returning(table.c.version))
    return version


async def dismiss_worker(tx: Tx, iin: str, kindergarten_id: UUID) -> int | None:
    """End a person's work for a kindergarten; the version of that, or None if they do not work there."""
    table = tables.worker
    mine = (table.c.iin == iin) & (table.c.kindergarten_id == kindergarten_id) & table.c.active
    ended = sa.update(table).where(mine).values(active=False, version=table.c.version + 1)
    version: int | None = await tx.value(ended.returning(table.c.version))
    return version


async def list_workers(tx: ReadTx, kindergarten_id: UUID) -> list[str]:
    """The IINs of those who work for a kindergarten."""
    table = tables.worker
    mine = (table.c.kindergarten_id == kindergarten_id) & table.c.active
    return [row.iin for row in await tx.rows(sa.select(table.c.iin).where(mine).order_by(table.c.iin))]


async def list_workplaces(tx: ReadTx, iin: str) -> set[UUID]:
    """The kindergartens that a person works for."""
    table = tables.worker
    rows = await tx.rows(sa.select(table.c.kindergarten_id).where(table.c.iin == iin, table.c.active))
    return {row.kindergarten_id for row in rows}


async def list_own(tx: ReadTx, iin: str, language: Language) -> list[Kindergarten]:
    """The kindergartens that a person works for, by their names in a language."""
    return [kindergarten_of(row) for row in await tx.rows(_own(language), {"iin": iin})]


@cache
def _own(language: Language) -> sa.Select[Any]:
    table, worker = tables.kindergarten, tables.worker
    works_there = (worker.c.kindergarten_id == table.c.id) & (worker.c.iin == sa.bindparam("iin")) & worker.c.active
    return sa.select(table).join(worker, works_there).order_by(tables.name_in(table.c.name, language), table.c.id)


async def works_there(tx: ReadTx, actor: Actor, kindergarten_id: UUID) -> bool:
    """Whether the person's session is for work in this kindergarten, and the person still works there (domain §1)."""
    return actor.works_at(kindergarten_id) and await works_for(tx, actor, kindergarten_id)


async def check_works_there(tx: ReadTx, actor: Actor, kindergarten_id: UUID) -> None:
    """Refuse whoever's session is not for work in this kindergarten.

    Raises:
        NotFound: `kindergarten_not_found`.
    """
    if not await works_there(tx, actor, kindergarten_id):
        raise NotFound("kindergarten_not_found")


async def works_for(tx: ReadTx, actor: Actor, kindergarten_id: UUID) -> bool:
    """Whether the person works for this kindergarten, whichever is chosen for the session (domain §6.1)."""
    table = tables.worker
    mine = (table.c.iin == actor.iin) & (table.c.kindergarten_id == kindergarten_id) & table.c.active
    return await tx.value(sa.select(sa.true()).where(sa.exists().where(mine))) is True


def _district(row: Any) -> District:
    return District(row.code, Text(**row.name), row.version)


def kindergarten_of(row: Any) -> Kindergarten:
    """The kindergarten in a row."""
    return Kindergarten(
        id=row.id,
        district=row.district,
        name=Text(**row.name),
        address=Text(**row.address),
        phone=row.phone,
        ownership=Ownership(row.ownership),
        version=row.version,
        vacancies=row.vacancies,
        closed=row.closed,
        closed_at=row.closed_at,
        website=row.website,
        location=Location(row.latitude, row.longitude) if row.latitude is not None else None,
        bin=row.bin,
    )
