"""Vacancies as confirmed, and own copies of what became of their places."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on, insert

from kezek.contracts.hints import HintKind, kindergarten
from kezek.contracts.referrals import PlaceChanged
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language, Ownership, PlaceStatus
from kezek.kindergartens.adapters import tables
from kezek.kindergartens.domain.vacancy import (
    NOBODY,
    Offer,
    Standing,
    Vacancy,
    VacancyState,
)
from kezek.platform.db import ReadTx, Tx
from kezek.platform.pages import Page, any_or_all, directed, load_page, paged, same_or_all

_K, _P, _V = tables.kindergarten, tables.place, tables.vacancy
_ANNULLED = (PlaceStatus.ANNULLED.value,)
_GONE = (PlaceStatus.TAKEN.value, *_ANNULLED)


class VacancyColumn(StrEnum):
    """By what vacancies can be sorted: every column of the list (domain §6.1)."""

    KINDERGARTEN = "kindergarten"
    OWNERSHIP = "ownership"
    GROUP_YEAR = "group_year"
    LANGUAGE = "language"
    KIND = "kind"
    TOTAL = "total"
    FREE = "free"
    CONFIRMED_BY = "confirmed_by"
    CONFIRMED_AT = "confirmed_at"
    STATE = "state"


FILTERS = (
    *("kindergarten_id", "district", "ownership", "group_year", "language", "kind", "total", "free"),
    *("confirmed_by", "state"),
)


@dataclass(frozen=True)
class Publisher:
    """Who has confirmed free places of a kindergarten, as the newest certificate calls them.

    `NOBODY`, who has no name, where the district's policy has published them by itself (domain §7.roster).
    """

    kindergarten_id: UUID
    person_id: UUID
    name: str | None


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
            confirmed_by_name=vacancy.confirmed_by_name,
        )
    )
    tx.hint(kindergarten(vacancy.kindergarten_id), HintKind.VACANCY, vacancy.id)


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
    tx.hint(kindergarten(place.kindergarten_id), HintKind.VACANCY, place.vacancy_id)


async def list_standings(
    tx: ReadTx,
    filters: Mapping[str, Any],
    sort: tuple[VacancyColumn, bool, Language],
    *,
    offset: int,
    limit: int,
) -> Page[Standing]:
    """A page of vacancies; sorted by a column, descending, in a language (domain §6.1)."""
    rows, total = await load_page(tx, _statement(*sort), filters, offset=offset, limit=limit)
    return Page([_standing(row) for row in rows], total)


async def list_publishers(
    tx: ReadTx, *, kindergartens: Collection[UUID] | None = None, district: str | None = None
) -> list[Publisher]:
    """Who has confirmed free places of these kindergartens, of those of a district, or of all, by name."""
    of = None if kindergartens is None else list(kindergartens)
    rows = await tx.rows(_PUBLISHERS, {"kindergartens": of, "district": district})
    return [Publisher(row.kindergarten_id, row.person_id, row.name) for row in rows]


async def name_publishers(tx: Tx, name_of: Callable[[bytes], str], at_most: int) -> int:
    """Name who confirmed vacancies that a release before wrote, by their signatures; how many were named."""
    rows = await tx.rows(_UNNAMED, {"at_most": at_most})
    for row in rows:
        await tx.execute(_NAME, {"of": row.id, "name": name_of(bytes(row.cms))})
    return len(rows)


def _standings() -> sa.Subquery:
    """Every vacancy with what became of its places."""
    gone, annulled = (sa.func.count().filter(_P.c.status.in_(_literal(each))) for each in (_GONE, _ANNULLED))
    was_open = sa.func.coalesce(sa.func.bool_or(_P.c.was_open), sa.false())
    places = (
        sa.select(gone.label("gone"), annulled.label("annulled"), was_open.label("was_open"))
        .where(_P.c.vacancy_id == _V.c.id)
        .lateral("places")
    )
    free = _V.c.places - places.c.gone
    state = sa.case(
        (free <= 0, VacancyState.NONE_LEFT.value),
        (places.c.was_open, VacancyState.FREE_CHOICE.value),
        else_=VacancyState.WAITING.value,
    )
    told = (_K.c.district, _K.c.ownership, _K.c.name.label("kindergarten_name"))
    return (
        sa.select(*_V.c, *told, _V.c.places.label("total"), free.label("free"), places.c.annulled, state.label("state"))
        .join(_K, _K.c.id == _V.c.kindergarten_id)
        .join(places, sa.true())
        .where(any_or_all(_V.c.kindergarten_id, "kindergartens"))
        .subquery("standing")
    )


def _literal(statuses: Sequence[str]) -> list[sa.ColumnClause[str]]:
    return [sa.literal_column(f"'{each}'") for each in statuses]


@cache
def _statement(column: VacancyColumn, descending: bool, language: Language) -> sa.Select[Any]:
    one = _standings().c
    wanted = [same_or_all(one[name], name) for name in FILTERS]
    begins, ends = (sa.bindparam(name, type_=_V.c.confirmed_at.type) for name in ("confirmed_from", "confirmed_to"))
    within = [begins.is_(None) | (one.confirmed_at >= begins), ends.is_(None) | (one.confirmed_at < ends)]
    by_name = {
        VacancyColumn.KINDERGARTEN: tables.name_in(one.kindergarten_name, language),
        VacancyColumn.CONFIRMED_BY: tables.in_order_of(one.confirmed_by_name, language),
    }
    first = by_name[column] if column in by_name else one[column.value]
    return paged(sa.select(*one).where(*wanted, *within), directed(first, descending=descending), one.id.desc())


_PUBLISHERS = (
    sa.select(_V.c.kindergarten_id, _V.c.confirmed_by.label("person_id"), _V.c.confirmed_by_name.label("name"))
    .ext(distinct_on(_V.c.kindergarten_id, _V.c.confirmed_by))
    .join(_K, _K.c.id == _V.c.kindergarten_id)
    .where(
        any_or_all(_V.c.kindergarten_id, "kindergartens"),
        same_or_all(_K.c.district, "district"),
        _V.c.confirmed_by_name.is_not(None) | (_V.c.confirmed_by == sa.literal(NOBODY, _V.c.confirmed_by.type)),
    )
    .order_by(_V.c.kindergarten_id, _V.c.confirmed_by, _V.c.id.desc())
)
_UNNAMED = sa.text(
    "select distinct on (v.id) v.id, r.cms from vacancy v join act_receipt r on r.act_id = v.act_id "
    "where v.confirmed_by_name is null and r.verdict = 'valid' order by v.id, r.received_at limit :at_most"
)
_NAME = sa.update(_V).where(_V.c.id == sa.bindparam("of")).values(confirmed_by_name=sa.bindparam("name"))


def _standing(row: Any) -> Standing:
    offer = Offer(InstructionLanguage(row.language), row.group_year, GroupKind(row.kind), row.places)
    vacancy = Vacancy(
        row.id,
        row.kindergarten_id,
        row.district,
        offer,
        row.confirmed_at,
        row.confirmed_by,
        row.confirmed_by_name,
    )
    return Standing(
        vacancy,
        Text(**row.kindergarten_name),
        Ownership(row.ownership),
        row.free,
        row.annulled,
        VacancyState(row.state),
    )
