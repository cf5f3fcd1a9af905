"""Vacancies as confirmed, and own copies of what became of their places."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.referrals import PlaceChanged
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, PlaceStatus
from kezek.kindergartens.adapters import tables
from kezek.kindergartens.domain.vacancy import (
    Offer,
    Standing,
    Vacancy,
    VacancyState,
)
from kezek.platform.db import ReadTx, Tx

_GONE = (PlaceStatus.TAKEN.value, PlaceStatus.ANNULLED.value)


async def insert_vacancy(tx: Tx, vacancy: Vacancy, act_id: UUID) -> None:
    """Store a confirmed vacancy."""
    await tx.execute(
        sa.insert(tables.vacancy).values(
            id=vacancy.id,
            kindergarten_id=vacancy.kindergarten_id,
            act_id=act_id,
            kind=vacancy.offer.kind.value,
            group_year=vacancy.offer.group_year,
            language=vacancy.offer.language.value,
            places=vacancy.offer.places,
            confirmed_at=vacancy.confirmed_at,
            confirmed_by=vacancy.confirmed_by,
        )
    )


async def upsert_place(tx: Tx, place: PlaceChanged, version: int) -> None:
    """Store a place's state unless a newer one is there; that it was open once is never forgotten."""
    was_open = place.status is PlaceStatus.OPEN
    statement = insert(tables.place).values(
        id=place.place_id,
        vacancy_id=place.vacancy_id,
        status=place.status.value,
        was_open=was_open,
        version=version,
    )
    newer = tables.place.c.version < statement.excluded.version
    changed = statement.on_conflict_do_update(
        index_elements=["id"],
        set_={
            "status": sa.case((newer, statement.excluded.status), else_=tables.place.c.status),
            "version": sa.func.greatest(tables.place.c.version, statement.excluded.version),
            "was_open": tables.place.c.was_open | statement.excluded.was_open,
        },
    )
    await tx.execute(changed)


async def list_standings(
    tx: ReadTx, kindergarten_id: UUID, *, filters: Mapping[str, str | int], before: UUID | None, limit: int
) -> list[Standing]:
    """A page of a kindergarten's vacancies, newest first; filters by column (domain §6.1)."""
    table, place = tables.vacancy, tables.place
    gone = sa.func.count(place.c.id).filter(place.c.status.in_(_GONE)).label("gone")
    was_open = sa.func.coalesce(sa.func.bool_or(place.c.was_open), sa.false()).label("was_open")
    statement = (
        sa.select(table, tables.kindergarten.c.district, gone, was_open)
        .join(tables.kindergarten, tables.kindergarten.c.id == table.c.kindergarten_id)
        .join(place, place.c.vacancy_id == table.c.id, isouter=True)
        .where(table.c.kindergarten_id == kindergarten_id, *(table.c[name] == value for name, value in filters.items()))
        .group_by(table.c.id, tables.kindergarten.c.district)
        .order_by(table.c.id.desc())
        .limit(limit)
    )
    if before is not None:
        statement = statement.where(table.c.id < before)
    return [_standing(row) for row in await tx.rows(statement)]


def _standing(row: Any) -> Standing:
    offer = Offer(InstructionLanguage(row.language), row.group_year, GroupKind(row.kind), row.places)
    vacancy = Vacancy(row.id, row.kindergarten_id, row.district, offer, row.confirmed_at, row.confirmed_by)
    state = VacancyState.FREE_CHOICE if row.was_open else VacancyState.WAITING
    return Standing(vacancy, row.places - row.gone, state)
