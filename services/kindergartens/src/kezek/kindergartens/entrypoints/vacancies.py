"""What was published, in one table: of a worker's kindergartens, of an officer's district, of all (domain §6.1).

The name of who published stands in it, so that every look leaves its trace in the reading log; so it does for a file.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from kezek.contracts.access import Subject, Why
from kezek.kindergartens.adapters import kindergartens
from kezek.kindergartens.adapters.vacancies import Publisher, list_publishers, list_standings
from kezek.kindergartens.domain.vacancy import Standing
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints.file_about import MOST_ROWS, check_fits
from kezek.kindergartens.entrypoints.vacancy_file import vacancy_tables
from kezek.kindergartens.entrypoints.vacancy_schemas import (
    VacanciesQuery,
    VacanciesView,
    VacancyFileQuery,
    VacancyView,
    publisher_views,
)
from kezek.platform.actors import Grant, Role
from kezek.platform.db import Tx
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.sheets import A_FILE, as_file
from kezek.platform.http.transactions import Transaction
from kezek.platform.officers import district_of, officer_of
from kezek.platform.pages import Page
from kezek.platform.workdays import local_day

router = APIRouter()
MayReadOwn = Annotated[ReadingLog, reading(permissions.READ_VACANCIES)]
MayReadDistrict = Annotated[ReadingLog, reading(permissions.READ_DISTRICT_VACANCIES)]
MayReadAll = Annotated[ReadingLog, reading(permissions.READ_ALL_VACANCIES)]
Asked = Annotated[VacanciesQuery, Query()]
AskedFile = Annotated[VacancyFileQuery, Query()]


@dataclass(frozen=True)
class Found:
    """A part of what was published, and who has published what one could filter by."""

    page: Page[Standing]
    publishers: list[Publisher]


@router.get("/me/vacancies")
async def get_own_vacancies(asked: Asked, tx: Transaction, log: MayReadOwn) -> VacanciesView:
    """What all kindergartens in which you work have published, whichever of them is chosen for this session."""
    return _view(await _own(asked, tx, log))


@router.get("/me/vacancies/file", response_class=Response, responses=A_FILE)
async def get_own_vacancy_file(asked: AskedFile, tx: Transaction, log: MayReadOwn) -> Response:
    """The same to keep, in the reader's language: all that the filters let through, whatever the page."""
    return await _file(await _own(_whole(asked), tx, log), asked, tx, log)


@router.get("/district/vacancies")
async def get_district_vacancies(asked: Asked, tx: Transaction, log: MayReadDistrict) -> VacanciesView:
    """What the kindergartens of the officer's district have published; no other district is asked for."""
    return _view(await _of_district(asked, tx, log))


@router.get("/district/vacancies/file", response_class=Response, responses=A_FILE)
async def get_district_vacancy_file(asked: AskedFile, tx: Transaction, log: MayReadDistrict) -> Response:
    """The same to keep, in the reader's language: all that the filters let through, whatever the page."""
    return await _file(await _of_district(_whole(asked), tx, log), asked, tx, log)


@router.get("/vacancies/published")
async def get_published_vacancies(asked: Asked, tx: Transaction, log: MayReadAll) -> VacanciesView:
    """What the region's kindergartens have published; who has, of one district or kindergarten."""
    return _view(await _of_region(asked, tx, log))


@router.get("/vacancies/published/file", response_class=Response, responses=A_FILE)
async def get_published_vacancy_file(asked: AskedFile, tx: Transaction, log: MayReadAll) -> Response:
    """The same to keep, in the reader's language: all that the filters let through, whatever the page."""
    return await _file(await _of_region(_whole(asked), tx, log), asked, tx, log)


async def _own(asked: VacanciesQuery, tx: Tx, log: ReadingLog) -> Found:
    log.nobody()
    own = sorted(await kindergartens.list_workplaces(tx, log.actor.iin))
    page = await _find(asked, tx, log, own)
    publishers = await list_publishers(tx, kindergartens=own)
    for each in own:
        named = {one.person_id for one in publishers if one.kindergarten_id == each}
        await log.note(Grant(Role.WORKER, each), Why.LIST, _subjects(named))
    return Found(page, publishers)


async def _of_district(asked: VacanciesQuery, tx: Tx, log: ReadingLog) -> Found:
    district = district_of(log.actor)
    page = await _find(asked.model_copy(update={"district": district}), tx, log)
    publishers = await list_publishers(tx, district=district)
    await log.note(officer_of(log.actor), Why.LIST, _subjects(each.person_id for each in publishers))
    return Found(page, publishers)


async def _of_region(asked: VacanciesQuery, tx: Tx, log: ReadingLog) -> Found:
    page = await _find(asked, tx, log)
    of = [asked.kindergarten_id] if asked.kindergarten_id else None
    # who has published in the whole region would be a list too long to choose from
    publishers = await list_publishers(tx, kindergartens=of, district=asked.district) if of or asked.district else []
    named = {each.vacancy.confirmed_by for each in page.items if each.vacancy.confirmed_by_name}
    named |= {each.person_id for each in publishers}
    await log.note(Grant(Role.ADMINISTRATOR), Why.LIST, _subjects(named))
    return Found(page, publishers)


async def _find(asked: VacanciesQuery, tx: Tx, log: ReadingLog, of: Collection[UUID] | None = None) -> Page[Standing]:
    """A page, or the whole of it for a file.

    Raises:
        Invalid: `too_many_rows` for a file.
    """
    filters = {**asked.filters(), "kindergartens": of}
    sort = (asked.sort, asked.descending, log.actor.language)
    found = await list_standings(tx, filters, sort, offset=asked.offset, limit=asked.limit)
    if isinstance(asked, VacancyFileQuery):
        check_fits(found.total)
    return found


def _whole(asked: VacancyFileQuery) -> VacancyFileQuery:
    return asked.model_copy(update={"offset": 0, "limit": MOST_ROWS})


async def _file(found: Found, asked: VacancyFileQuery, tx: Tx, log: ReadingLog) -> Response:
    tables = vacancy_tables(found.page.items, tx.now(), log.actor.language)
    return await as_file(f"kezek-vacancies-{local_day(tx.now())}", tables, tables[-1], asked.written)


def _subjects(people: Iterable[UUID]) -> list[Subject]:
    return [Subject(person_id=each) for each in sorted(set(people))]


def _view(found: Found) -> VacanciesView:
    return VacanciesView(
        items=[VacancyView.of(each) for each in found.page.items],
        total=found.page.total,
        publishers=publisher_views(found.publishers),
    )
