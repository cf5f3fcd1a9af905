"""What was published, in one table: of a worker's kindergartens, of an officer's district, of all (domain §6.1).

The name of who published stands in it, so that every look leaves its trace in the reading log.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field

from kezek.contracts.access import Subject, Why
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language, Ownership
from kezek.kindergartens.adapters import kindergartens
from kezek.kindergartens.adapters.vacancies import Publisher, VacancyColumn, list_publishers, list_standings
from kezek.kindergartens.domain.vacancy import STATE_WORDS, Standing, VacancyState
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints.schemas import TextView, View
from kezek.platform.actors import Grant, Role
from kezek.platform.db import ReadTx
from kezek.platform.http.pages import PageQuery
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Transaction
from kezek.platform.officers import district_of, officer_of
from kezek.platform.pages import Page
from kezek.platform.workdays import midnight_after

Day = Annotated[date, Field(ge=date(1970, 1, 1), le=date(2999, 12, 31))]
Places = Annotated[int, Field(ge=0, le=1000)]

router = APIRouter()


class VacanciesQuery(PageQuery):
    """A filter for every column; days are Kazakhstan's, `confirmed_to` is the last one of the period."""

    kindergarten_id: UUID | None = None
    district: str | None = Field(default=None, pattern="^[0-9]{4}$")
    ownership: Ownership | None = None
    group_year: int | None = Field(default=None, ge=1900, le=2200)
    language: InstructionLanguage | None = None
    kind: GroupKind | None = None
    total: Places | None = None
    free: Places | None = None
    confirmed_by: UUID | None = None
    confirmed_from: Day | None = None
    confirmed_to: Day | None = None
    state: VacancyState | None = None
    sort: VacancyColumn = VacancyColumn.CONFIRMED_AT
    descending: bool = True

    def filters(self) -> dict[str, Any]:
        """As the statement takes them."""
        begins, ends = self.confirmed_from, self.confirmed_to
        return {
            **self.model_dump(exclude={"sort", "descending", "offset", "limit"}),
            "confirmed_from": midnight_after(begins - timedelta(days=1)) if begins else None,
            "confirmed_to": midnight_after(ends) if ends else None,
        }


class VacancyView(View):
    """Free places as published, and what became of them; `confirmed_by_name` as the certificate of the signature."""

    id: UUID
    kindergarten_id: UUID
    kindergarten_name: TextView
    district: str
    ownership: Ownership
    language: InstructionLanguage
    group_year: int
    kind: GroupKind
    total: int
    free: int
    annulled: int
    state: VacancyState
    state_name: TextView
    confirmed_at: datetime
    confirmed_by: UUID
    confirmed_by_name: str | None


class VacanciesView(View):
    """A page, and how many vacancies there are in all."""

    items: list[VacancyView]
    total: int


class PublisherView(View):
    """Somebody who has published, for the filter by them."""

    person_id: UUID
    name: str


class OwnVacanciesView(VacanciesView):
    """A page of the own kindergartens' vacancies, and all who have published for these kindergartens."""

    publishers: list[PublisherView]


@router.get("/me/vacancies")
async def get_own_vacancies(
    asked: Annotated[VacanciesQuery, Query()],
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_VACANCIES)],
) -> OwnVacanciesView:
    """What all kindergartens in which you work have published, whichever of them is chosen for this session."""
    log.nobody()
    own = sorted(await kindergartens.list_workplaces(tx, log.actor.iin))
    found = await _find(tx, asked, log.actor.language, own)
    publishers = await list_publishers(tx, own)
    for each in own:
        named = {one.person_id for one in publishers if one.kindergarten_id == each}
        await log.note(Grant(Role.WORKER, each), Why.LIST, _subjects(named))
    return OwnVacanciesView(items=_views(found), total=found.total, publishers=_publishers(publishers))


@router.get("/district/vacancies")
async def get_district_vacancies(
    asked: Annotated[VacanciesQuery, Query()],
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_DISTRICT_VACANCIES)],
) -> VacanciesView:
    """What the kindergartens of the officer's district have published; no other district is asked for."""
    of_district = asked.model_copy(update={"district": district_of(log.actor)})
    found = await _find(tx, of_district, log.actor.language, None)
    await log.note(officer_of(log.actor), Why.LIST, _subjects(_named(found)))
    return VacanciesView(items=_views(found), total=found.total)


@router.get("/vacancies/published")
async def get_published_vacancies(
    asked: Annotated[VacanciesQuery, Query()],
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_ALL_VACANCIES)],
) -> VacanciesView:
    """What the region's kindergartens have published."""
    found = await _find(tx, asked, log.actor.language, None)
    await log.note(Grant(Role.ADMINISTRATOR), Why.LIST, _subjects(_named(found)))
    return VacanciesView(items=_views(found), total=found.total)


async def _find(tx: ReadTx, asked: VacanciesQuery, language: Language, of: list[UUID] | None) -> Page[Standing]:
    filters = {**asked.filters(), "kindergartens": of}
    sort = (asked.sort, asked.descending, language)
    return await list_standings(tx, filters, sort, offset=asked.offset, limit=asked.limit)


def _named(found: Page[Standing]) -> set[UUID]:
    return {each.vacancy.confirmed_by for each in found.items if each.vacancy.confirmed_by_name}


def _subjects(people: Iterable[UUID]) -> list[Subject]:
    return [Subject(person_id=each) for each in sorted(people)]


def _publishers(found: Iterable[Publisher]) -> list[PublisherView]:
    """Each once, whatever the number of kindergartens they have published for."""
    names = {each.person_id: each.name for each in found}
    return [PublisherView(person_id=person, name=name) for person, name in names.items()]


def _views(found: Page[Standing]) -> list[VacancyView]:
    return [_view(each) for each in found.items]


def _view(standing: Standing) -> VacancyView:
    vacancy, offer = standing.vacancy, standing.vacancy.offer
    return VacancyView(
        id=vacancy.id,
        kindergarten_id=vacancy.kindergarten_id,
        kindergarten_name=TextView.model_validate(standing.kindergarten_name),
        district=vacancy.district,
        ownership=standing.ownership,
        language=offer.language,
        group_year=offer.group_year,
        kind=offer.kind,
        total=offer.places,
        free=standing.free,
        annulled=standing.annulled,
        state=standing.state,
        state_name=TextView.model_validate(STATE_WORDS[standing.state]),
        confirmed_at=vacancy.confirmed_at,
        confirmed_by=vacancy.confirmed_by,
        confirmed_by_name=vacancy.confirmed_by_name,
    )
