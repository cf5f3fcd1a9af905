"""The dashboards of officers and administrators, and their files (domain §1): numbers only, nobody's data."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Request, Response

from kezek.contracts.vocabulary import Language
from kezek.platform.actors import Actor
from kezek.platform.db import Database
from kezek.platform.http.kept import Kept
from kezek.platform.http.permissions import require
from kezek.platform.http.sheets import A_FILE, FileFormat, Format, as_file
from kezek.platform.http.transactions import DatabaseDep, Reading
from kezek.platform.officers import district_of
from kezek.queue.entrypoints.dashboard_schemas import DashboardView, First, Last, RegionView
from kezek.queue.entrypoints.dashboard_tables import dashboard_tables, queues_table, region_tables, waits_table
from kezek.queue.entrypoints.figures import KEPT_FOR_S, District
from kezek.queue.entrypoints.permissions import READ_DASHBOARD, READ_REGION
from kezek.queue.usecases.read_dashboard import Dashboard, read_dashboard
from kezek.queue.usecases.read_region import read_region

Officer = Annotated[Actor, require(READ_DASHBOARD)]
Administrator = Annotated[Actor, require(READ_REGION)]
router = APIRouter()


class DashboardTable(StrEnum):
    """Which table, where a file holds one."""

    QUEUES = "queues"
    WAITS = "waits"


@asynccontextmanager
async def kept_dashboards(app: FastAPI) -> AsyncIterator[None]:
    """What offices look at is kept while the application runs."""
    app.state.dashboards = Kept(KEPT_FOR_S)
    yield


async def _kept(request: Request) -> Kept:
    kept: Kept = request.app.state.dashboards
    return kept


KeptDep = Annotated[Kept, Depends(_kept)]


@router.get("/dashboard", response_model=DashboardView)
async def get_dashboard(
    database: DatabaseDep, kept: KeptDep, actor: Officer, first: First = None, last: Last = None
) -> Response:
    """The queues of the officer's district by class, and how long one waits there; half a minute old at most."""
    district = district_of(actor)
    return _json(await kept.get(("dashboard", district, first, last), lambda: _told(database, district, first, last)))


@router.get("/dashboard/file", response_class=Response, responses=A_FILE)
async def get_dashboard_file(
    tx: Reading,
    actor: Officer,
    written: Format = FileFormat.XLSX,
    table: DashboardTable = DashboardTable.QUEUES,
    first: First = None,
    last: Last = None,
) -> Response:
    """The same to keep, in the reader's language: all tables as XLSX, or one of them as CSV."""
    found = await read_dashboard(tx, district_of(actor), first, last)
    return await _file(found, table, written, actor.language)


@router.get("/region", response_model=RegionView)
async def get_region(database: DatabaseDep, kept: KeptDep, _: Administrator) -> Response:
    """Each district with its policy and sums, this and next year, the benefits; half a minute old at most."""
    return _json(await kept.get(("region",), lambda: _told_region(database)))


@router.get("/region/file", response_class=Response, responses=A_FILE)
async def get_region_file(tx: Reading, actor: Administrator, written: Format = FileFormat.XLSX) -> Response:
    """The same to keep, in the reader's language: all of it as XLSX, or the districts as CSV."""
    tables = region_tables(await read_region(tx), actor.language)
    return await as_file("kezek-region", tables, tables[0], written)


@router.get("/region/dashboard", response_model=DashboardView)
async def get_dashboard_of_region(
    database: DatabaseDep,
    kept: KeptDep,
    _: Administrator,
    district: District = None,
    first: First = None,
    last: Last = None,
) -> Response:
    """What the officer of a district sees, or the queues of the whole region."""
    return _json(await kept.get(("dashboard", district, first, last), lambda: _told(database, district, first, last)))


@router.get("/region/dashboard/file", response_class=Response, responses=A_FILE)
async def get_dashboard_of_region_file(
    tx: Reading,
    actor: Administrator,
    district: District = None,
    written: Format = FileFormat.XLSX,
    table: DashboardTable = DashboardTable.QUEUES,
    first: First = None,
    last: Last = None,
) -> Response:
    """The same to keep, as an officer has it."""
    return await _file(await read_dashboard(tx, district, first, last), table, written, actor.language)


def _json(body: bytes) -> Response:
    return Response(body, media_type="application/json")


async def _told(database: Database, district: str | None, first: date | None, last: date | None) -> bytes:
    async with database.read() as tx:
        return DashboardView.of(await read_dashboard(tx, district, first, last)).model_dump_json().encode()


async def _told_region(database: Database) -> bytes:
    async with database.read() as tx:
        return RegionView.of(await read_region(tx)).model_dump_json().encode()


async def _file(found: Dashboard, table: DashboardTable, written: FileFormat, language: Language) -> Response:
    one = queues_table if table is DashboardTable.QUEUES else waits_table
    name = f"kezek-{found.district or 'region'}-{found.period.first}-{found.period.last}"
    if written is FileFormat.CSV:
        name = f"{name}-{table.value}"
    return await as_file(name, dashboard_tables(found, language), one(found, language), written)
