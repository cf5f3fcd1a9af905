"""The public bulletin: which places of a district are free, and which are in free choice (domain §1, §6.4)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, FastAPI, Query, Request, Response
from pydantic import AwareDatetime, Field

from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language, Ownership
from kezek.kindergartens.adapters.bulletin import FreePlacesColumn, list_free_places
from kezek.kindergartens.domain.vacancy import STATE_WORDS, FreePlaces, VacancyState, offered_years
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints.schemas import KindergartenView, TextView, View, kindergarten_view
from kezek.kindergartens.settings import KindergartensSettings
from kezek.platform import policies
from kezek.platform.db import Database
from kezek.platform.http.kept import Kept
from kezek.platform.http.pages import PageQuery
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import DatabaseDep
from kezek.platform.pages import Page
from kezek.platform.workdays import local_day

# so long a browser may show it again without asking; `as_of` says how old it is
CACHED_FOR_S = 5

router = APIRouter()


class FreePlacesQuery(PageQuery):
    """Which free places, and in which order; names are sorted by the alphabet of `sorted_in`."""

    district: str = Field(pattern="^[0-9]{4}$")
    kindergarten_id: UUID | None = None
    language: InstructionLanguage | None = None
    group_year: int | None = Field(default=None, ge=1900, le=2200)
    kind: GroupKind | None = None
    ownership: Ownership | None = None
    sort: FreePlacesColumn = FreePlacesColumn.KINDERGARTEN
    descending: bool = False
    sorted_in: Language = Language.KK


class FreePlacesView(View):
    """The free places of one group, those that are held for a turn among them."""

    kindergarten: KindergartenView
    language: InstructionLanguage
    group_year: int
    kind: GroupKind
    free: int
    in_free_choice: int = Field(description="of the free ones: whoever queues and is old enough may take one now")
    state: VacancyState
    state_name: TextView


class BulletinView(View):
    """A page, how many lines there are in all, and of which moment it tells."""

    items: list[FreePlacesView]
    total: int
    as_of: AwareDatetime


@asynccontextmanager
async def kept_bulletin(app: FastAPI) -> AsyncIterator[None]:
    """What a crowd is answered is kept while the application runs."""
    settings: KindergartensSettings = app.state.settings
    app.state.bulletin = Kept(settings.public_answers_kept_s)
    yield


async def _kept(request: Request) -> Kept:
    kept: Kept = request.app.state.bulletin
    return kept


@router.get("/vacancies", dependencies=[require(permissions.SEE_FREE_PLACES)], response_model=BulletinView)
async def get_free_places(
    asked: Annotated[FreePlacesQuery, Query()], database: DatabaseDep, kept: Annotated[Kept, Depends(_kept)]
) -> Response:
    """The free places of a district, of the group years that can still be called; some seconds old at most."""
    body = await kept.get(asked, lambda: _bulletin(database, asked))
    headers = {"Cache-Control": f"public, max-age={CACHED_FOR_S}"}
    return Response(body, media_type="application/json", headers=headers)


async def _bulletin(database: Database, asked: FreePlacesQuery) -> bytes:
    as_of = database.clock.now()
    today = local_day(as_of)
    async with database.read() as tx:
        years = offered_years(await policies.load(tx, asked.district, today), today)
        filters = asked.model_dump(exclude={"sort", "descending", "sorted_in", "offset", "limit"})
        found = await list_free_places(
            tx,
            {**filters, "first_year": years[0], "last_year": years[-1]},
            (asked.sort, asked.descending, asked.sorted_in),
            offset=asked.offset,
            limit=asked.limit,
        )
    return _view(found, as_of).model_dump_json().encode()


def _view(found: Page[FreePlaces], as_of: datetime) -> BulletinView:
    return BulletinView(items=[_free_places_view(each) for each in found.items], total=found.total, as_of=as_of)


def _free_places_view(places: FreePlaces) -> FreePlacesView:
    offer = places.offer
    return FreePlacesView(
        kindergarten=kindergarten_view(places.kindergarten),
        language=offer.language,
        group_year=offer.group_year,
        kind=offer.kind,
        free=offer.places,
        in_free_choice=places.in_free_choice,
        state=places.state,
        state_name=TextView.model_validate(STATE_WORDS[places.state]),
    )
