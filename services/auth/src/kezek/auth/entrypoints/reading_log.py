"""Who read whose data: for the person in plain words, for an administrator who investigates by ids (domain §1)."""

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, FastAPI, Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict

from kezek.auth.adapters import reading_log, store
from kezek.auth.adapters.reading_log import Period
from kezek.auth.domain import plain_words
from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.exports import ANSWERS, export
from kezek.auth.entrypoints.parts import PartsDep
from kezek.auth.entrypoints.periods import ExportQuery, From, To
from kezek.auth.usecases.keep_readings import keep_own_reading
from kezek.contracts.access import Subject, Why
from kezek.contracts.ids import new_id
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.db import Database, ReadTx
from kezek.platform.http.permissions import require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import DatabaseDep, Reading, Transaction

ADMINISTRATOR = Grant(Role.ADMINISTRATOR)
Limit = Annotated[int, Query(ge=1, le=200)]
EXPORTED = "readings_exported"
AT_ONCE = 1000
PageLanguage = Annotated[Language | None, Query(description="of the page; else the one the account speaks")]

router = APIRouter()


class OwnReading(BaseModel):
    """Somebody opened one's data: `who`, `what` and `why` in one's own language."""

    reading_id: UUID
    read_at: datetime
    who: str
    what: str
    why: str
    application_id: UUID | None


class OwnReadings(BaseModel):
    """A page, newest first; go on with `before=next`, null on the last one."""

    items: list[OwnReading]
    next: UUID | None


class OrganisationName(BaseModel):
    """The name of a kindergarten or district."""

    model_config = ConfigDict(from_attributes=True)

    kk: str
    ru: str
    en: str


class ReadingRow(BaseModel):
    """A row of the log, by ids and codes."""

    model_config = ConfigDict(from_attributes=True)

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
    application_id: UUID | None
    object_id: UUID | None


class ReadingView(ReadingRow):
    """A row of the log, with the name of the reader's kindergarten or district as far as it is known."""

    organisation: OrganisationName | None = None


class Readings(BaseModel):
    """A page, newest first; go on with `before=next`, null on the last one."""

    items: list[ReadingView]
    next: UUID | None


class ReadingsExportQuery(ExportQuery):
    """Which readings: of whose data, and by whom."""

    reader_id: UUID | None = None


@asynccontextmanager
async def own_readings(app: FastAPI) -> AsyncIterator[None]:
    """What auth's own staff routes read goes straight into the log."""
    app.state.record_reading = keep_own_reading
    yield


@router.get("/me/readings")
async def get_own_readings(
    tx: Reading,
    actor: Annotated[Actor, require(permissions.READ_OWN_LOG)],
    before: UUID | None = None,
    limit: Limit = 50,
    language: PageLanguage = None,
) -> OwnReadings:
    """Who on staff has opened your data, when, what and why."""
    found = await reading_log.list_readings(tx, person_id=actor.person_id, period=Period(), before=before, limit=limit)
    names = await reading_log.find_organisations(tx, _organisations(found))
    spoken = (language or actor.language).value
    items = [_own(each, names.get(_organisation(each)), spoken) for each in found]
    return OwnReadings(items=items, next=found[-1].id if len(found) == limit else None)


@router.get("/readings")
async def get_readings(
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_LOG)],
    person_id: UUID | None = None,
    reader_id: UUID | None = None,
    begins: From = None,
    ends: To = None,
    before: UUID | None = None,
    limit: Limit = 50,
) -> Readings:
    """The log for an investigation: whose data were read, or what somebody read; this, too, is logged."""
    found = await reading_log.list_readings(
        tx, person_id=person_id, reader_id=reader_id, period=Period(begins, ends), before=before, limit=limit
    )
    why = Why.SEARCH if person_id or reader_id else Why.LIST
    known = subjects_of([each.person_id for each in found])
    unknown = {each.known_as for each in found if each.person_id is None and each.known_as is not None}
    await log.note(ADMINISTRATOR, why, [*known, *(Subject(known_as=each) for each in sorted(unknown))])
    return Readings(items=await _views(tx, found), next=found[-1].id if len(found) == limit else None)


@router.get("/readings/export", response_class=StreamingResponse, responses=ANSWERS)
async def export_readings(
    tx: Transaction,
    database: DatabaseDep,
    parts: PartsDep,
    log: Annotated[ReadingLog, reading(permissions.EXPORT_LOG)],
    asked: Annotated[ReadingsExportQuery, Query()],
) -> StreamingResponse:
    """The log of a period; exporting is a security event, with what was asked for.

    In the order of the moments; of one person or reader in that in which the log got the readings.
    """
    by, now = log.actor.person_id, parts.real.now()
    await store.insert_security_event(tx, id=new_id(), kind=EXPORTED, now=now, person_id=by, **asked.told())
    # whose readings these are is known only while they stream; the log keeps who took which period
    await log.note(ADMINISTRATOR, Why.LIST, [Subject(person_id=asked.person_id)])
    return export("readings", ReadingRow, _pages(database, asked), asked.written)


async def _pages(database: Database, asked: ReadingsExportQuery) -> AsyncIterator[Sequence[ReadingRow]]:
    """Page by page, each in a transaction of its own: a slow reader holds no connection."""
    after: reading_log.Reading | None = None
    while True:
        async with database.read() as tx:
            found = await reading_log.list_from(
                tx,
                person_id=asked.person_id,
                reader_id=asked.reader_id,
                period=asked.period,
                after=after,
                limit=AT_ONCE,
            )
        if not found:
            return
        yield [ReadingRow.model_validate(each) for each in found]
        after = found[-1]


def subjects_of(people: Sequence[UUID | None]) -> list[Subject]:
    """Each of these people once."""
    return [Subject(person_id=each) for each in sorted({each for each in people if each is not None})]


async def _views(tx: ReadTx, found: Sequence[reading_log.Reading]) -> list[ReadingView]:
    names = await reading_log.find_organisations(tx, _organisations(found))
    rows = [ReadingView.model_validate(each) for each in found]
    for row, each in zip(rows, found, strict=True):
        name = names.get(_organisation(each))
        row.organisation = OrganisationName.model_validate(name) if name else None
    return rows


def _organisations(found: Iterable[reading_log.Reading]) -> list[str]:
    return [key for each in found if (key := _organisation(each))]


def _organisation(row: reading_log.Reading) -> str:
    return str(row.kindergarten_id or "") or row.district or ""


def _own(row: reading_log.Reading, organisation: Text | None, language: str) -> OwnReading:
    name = organisation.in_(language) if organisation else None
    return OwnReading(
        reading_id=row.reading_id,
        read_at=row.read_at,
        who=plain_words.who(row.role, name, language),
        what=plain_words.word(plain_words.WHAT, row.what, language),
        why=plain_words.word(plain_words.WHY, row.why, language),
        application_id=row.application_id,
    )
