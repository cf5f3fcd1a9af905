"""Figures of the queues for everybody, as a page and as open data, and the check of a place (domain §5.figures)."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Annotated, Any, Self

from fastapi import APIRouter, Depends, FastAPI, Query, Request, Response
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from kezek.contracts.numbers import ApplicationNumber
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import QueueClass
from kezek.platform.db import Database
from kezek.platform.http.bodies import Body
from kezek.platform.http.kept import Kept
from kezek.platform.http.limits import PerAddress
from kezek.platform.http.permissions import require
from kezek.platform.http.sheets import as_csv
from kezek.platform.http.transactions import DatabaseDep, Reading
from kezek.queue.domain.figures import ShownFigures
from kezek.queue.entrypoints.permissions import READ_FIGURES
from kezek.queue.entrypoints.ranks import RanksDep
from kezek.queue.entrypoints.schemas import CategoryView
from kezek.queue.usecases.check_place import check_place
from kezek.queue.usecases.read_figures import PublicFigures, read_figures

KEPT_FOR_S = 30
CHECKS_A_MINUTE = 20
_COLUMNS = (
    *("district", "kind", "group_year", "waiting", "extraordinary", "priority", "general", "transfer"),
    *("called", "free", "free_choice", "as_of"),
)
District = Annotated[str | None, Query(pattern="^[0-9]{4}$", description="a district's KATO prefix; none: the region")]

router = APIRouter(dependencies=[require(READ_FIGURES)])


class View(BaseModel):
    """Read from the values of the domain."""

    model_config = ConfigDict(from_attributes=True)


class ByClassView(View):
    """How many wait of each class."""

    extraordinary: int
    priority: int
    general: int
    transfer: int


class QueueFiguresView(View):
    """One queue: a district, a kind of group and a group year. Null is a number that is too small to be told."""

    queue: QueueRef
    waiting: int | None = Field(description="children who wait, or are being called this moment")
    by_class: ByClassView | None = Field(description="told for all classes or for none, so that no difference tells")
    called: int | None = Field(description="children for whom a place is held while their family chooses")
    free: int = Field(description="free places: on offer, held for a turn, or in free choice")
    free_choice: int = Field(description="of these, the places that any child of the queue may take")


class PastCallView(View):
    """An application that was called, by number alone: neither its queue nor its class is told."""

    number: str
    on: date = Field(description="the day in Kazakhstan")


class FiguresView(View):
    """Figures of the queues as of an instant; numbers from one to `hidden_below` − 1 are hidden."""

    district: str | None
    as_of: AwareDatetime
    hidden_below: int
    items: list[QueueFiguresView]
    categories: list[CategoryView] = Field(
        description="by which the district's queues are ordered, one after the other; none where classes take turns"
    )
    calls: list[PastCallView] = Field(description="the last calls of the district, newest first; none for the region")

    @classmethod
    def of(cls, figures: PublicFigures) -> Self:
        """The view of figures."""
        told = {name: value for name, value in vars(figures).items() if name != "order"}
        return cls.model_validate({**told, "categories": CategoryView.all_of(figures.order)})


class PlaceCheckBody(Body):
    """An application by its number: Latin or Cyrillic letters, any padding."""

    number: ApplicationNumber


class PlaceCheckView(BaseModel):
    """Its position; null where it does not stand in an order now: also for what there never was."""

    position: int | None
    as_of: AwareDatetime


@asynccontextmanager
async def kept_figures(app: FastAPI) -> AsyncIterator[None]:
    """What a crowd is answered is kept while the application runs, and how often each address has checked."""
    app.state.figures = Kept(KEPT_FOR_S)
    app.state.place_checks = PerAddress(CHECKS_A_MINUTE)
    yield


async def _kept(request: Request) -> Kept:
    kept: Kept = request.app.state.figures
    return kept


async def _few_checks(request: Request) -> None:
    limit: PerAddress = request.app.state.place_checks
    limit.count(request)


KeptDep = Annotated[Kept, Depends(_kept)]


@router.get("/figures", response_model=FiguresView)
async def get_figures(database: DatabaseDep, kept: KeptDep, district: District = None) -> Response:
    """How many wait by class, who is called, what is free, for each queue of a district or of the region.

    Half a minute old at most. `GET /figures/schema` describes it, `GET /figures.csv` has the same as a table.
    """
    body = await kept.get(("json", district), lambda: _as_json(database, district))
    return _public(body, "application/json")


@router.get("/figures.csv", response_class=Response)
async def get_figures_as_csv(database: DatabaseDep, kept: KeptDep, district: District = None) -> Response:
    """The same as a table, in UTF-8 with commas; a number that is not told is empty."""
    body = await kept.get(("csv", district), lambda: _as_csv(database, district))
    name = f"kezek-queues-{district or 'region'}.csv"
    answer = _public(body, "text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@router.get("/figures/schema", response_class=Response)
async def get_figures_schema() -> Response:
    """The JSON Schema of the figures: what each field means."""
    return _public(SCHEMA, "application/schema+json")


@router.post("/place-checks", dependencies=[Depends(_few_checks)])
async def check_a_place(body: PlaceCheckBody, tx: Reading, ranks: RanksDep) -> PlaceCheckView:
    """At which number an application stands now; whose it is, in which queue and why is told to its applicant alone."""
    now = tx.now()
    return PlaceCheckView(position=await check_place(tx, body.number, now, ranks), as_of=now)


SCHEMA = json.dumps(FiguresView.model_json_schema(mode="serialization"), ensure_ascii=False).encode()


def _public(body: bytes, media_type: str) -> Response:
    headers = {"Cache-Control": f"public, max-age={KEPT_FOR_S}", "Access-Control-Allow-Origin": "*"}
    return Response(body, media_type=media_type, headers=headers)


async def _as_json(database: Database, district: str | None) -> bytes:
    return FiguresView.of(await _read(database, district)).model_dump_json().encode()


async def _as_csv(database: Database, district: str | None) -> bytes:
    figures = await _read(database, district)
    return as_csv(_COLUMNS, [_line(each, figures.as_of) for each in figures.items]).encode()


async def _read(database: Database, district: str | None) -> PublicFigures:
    async with database.read() as tx:
        return await read_figures(tx, district)


def _line(each: ShownFigures, as_of: datetime) -> list[Any]:
    by_class = each.by_class
    numbers = [
        each.waiting,
        *(vars(by_class).values() if by_class else [None] * len(QueueClass)),
        each.called,
    ]
    told = ["" if number is None else number for number in numbers]
    queue = (each.queue.district, each.queue.kind.value, each.queue.group_year)
    return [*queue, *told, each.free, each.free_choice, as_of.isoformat()]
