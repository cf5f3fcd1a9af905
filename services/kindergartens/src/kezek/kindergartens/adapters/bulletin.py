"""The free places of a district, for everybody: by kindergarten, group year, language and kind of group."""

from enum import StrEnum
from functools import cache
from typing import Any

import sqlalchemy as sa

from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language, PlaceStatus
from kezek.kindergartens.adapters import tables
from kezek.kindergartens.adapters.kindergartens import kindergarten_of
from kezek.kindergartens.domain.vacancy import FreePlaces, Offer
from kezek.platform.db import ReadTx
from kezek.platform.pages import Page, directed, load_page, paged, same_or_all

_K, _P, _V = tables.kindergarten, tables.place, tables.vacancy
# as the index says it, so that it is used
LIVING = sa.text("place.status in ('offered', 'held', 'open')")


class FreePlacesColumn(StrEnum):
    """By what the free places of a district can be sorted."""

    KINDERGARTEN = "kindergarten"
    GROUP_YEAR = "group_year"
    LANGUAGE = "language"
    FREE = "free"
    IN_FREE_CHOICE = "in_free_choice"


async def list_free_places(
    tx: ReadTx,
    filters: dict[str, Any],
    sort: tuple[FreePlacesColumn, bool, Language],
    *,
    offset: int,
    limit: int,
) -> Page[FreePlaces]:
    """A page of a district's free places between two group years; sorted by a column, descending, in a language."""
    rows, total = await load_page(tx, _statement(*sort), filters, offset=offset, limit=limit)
    return Page([_free_places(row) for row in rows], total)


def _groups() -> sa.Subquery:
    """What is free of each group. Places are counted as they are heard of: one that is gone is never shown as free."""
    group = (_V.c.kindergarten_id, _V.c.kind, _V.c.group_year, _V.c.language)
    is_open = _P.c.status == PlaceStatus.OPEN.value
    return (
        sa.select(*group, sa.func.count().label("free"), sa.func.count().filter(is_open).label("in_free_choice"))
        .join(_P, _P.c.vacancy_id == _V.c.id)
        .join(_K, _K.c.id == _V.c.kindergarten_id)
        .where(
            LIVING,
            _K.c.district == sa.bindparam("district"),
            _V.c.group_year.between(sa.bindparam("first_year"), sa.bindparam("last_year")),
            *(same_or_all(_V.c[name], name) for name in ("kindergarten_id", "language", "group_year", "kind")),
        )
        .group_by(*group)
        .subquery("groups")
    )


@cache
def _statement(column: FreePlacesColumn, descending: bool, language: Language) -> sa.Select[Any]:
    groups, name = _groups(), tables.name_in(_K.c.name, language)
    found = (
        sa.select(*_K.c, *(groups.c[each] for each in ("kind", "group_year", "language", "free", "in_free_choice")))
        .join(groups, groups.c.kindergarten_id == _K.c.id)
        .where(~_K.c.closed, same_or_all(_K.c.ownership, "ownership"))
    )
    first = name if column is FreePlacesColumn.KINDERGARTEN else groups.c[column.value]
    rest = (name, _K.c.id, groups.c.group_year, groups.c.language, groups.c.kind)
    return paged(found, directed(first, descending=descending), *rest)


def _free_places(row: Any) -> FreePlaces:
    offer = Offer(InstructionLanguage(row.language), row.group_year, GroupKind(row.kind), row.free)
    return FreePlaces(kindergarten_of(row), offer, row.in_free_choice)
