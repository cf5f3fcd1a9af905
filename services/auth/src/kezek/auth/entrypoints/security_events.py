"""What happened to people's access: for each of the own, for an administrator all, and as an export (domain §2)."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from kezek.auth.adapters import security_events, store
from kezek.auth.adapters.reading_log import Period
from kezek.auth.adapters.security_events import SecurityEvent
from kezek.auth.domain.event_words import event_words
from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.exports import ANSWERS, export
from kezek.auth.entrypoints.parts import PartsDep
from kezek.auth.entrypoints.periods import ExportQuery, From, To
from kezek.auth.entrypoints.reading_log import ADMINISTRATOR, Limit, PageLanguage, subjects_of
from kezek.contracts.access import Subject, Why
from kezek.contracts.ids import new_id
from kezek.platform.actors import Actor
from kezek.platform.db import Database
from kezek.platform.http.permissions import require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import DatabaseDep, Reading, Transaction

EXPORTED = "security_events_exported"
AT_ONCE = 1000
KIND = "^[a-z_]{1,60}$"
Kind = Annotated[str | None, Query(pattern=KIND)]

router = APIRouter()


class OwnEvent(BaseModel):
    """Something that happened to the own account, in the own language."""

    id: UUID
    happened_at: datetime
    kind: str
    text: str


class OwnEvents(BaseModel):
    """A page, newest first; go on with `before=next`, null on the last one."""

    items: list[OwnEvent]
    next: UUID | None


class EventView(BaseModel):
    """An event by ids, codes and digests."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    happened_at: datetime
    kind: str
    person_id: UUID | None
    code: str | None
    details: dict[str, str | int | list[dict[str, str]] | None]


class Events(BaseModel):
    """A page, newest first; go on with `before=next`, null on the last one."""

    items: list[EventView]
    next: UUID | None


class EventsExportQuery(ExportQuery):
    """Which events: of this kind, or of all."""

    kind: str | None = Field(default=None, pattern=KIND)


@router.get("/me/security-events")
async def get_own_events(
    tx: Reading,
    actor: Annotated[Actor, require(permissions.READ_OWN_EVENTS)],
    before: UUID | None = None,
    limit: Limit = 50,
    language: PageLanguage = None,
) -> OwnEvents:
    """What happened to your account: sign-ins, refusals, changes."""
    found = await security_events.list_events(
        tx, same={"person_id": actor.person_id}, period=Period(), before=before, limit=limit
    )
    items = [_own(each, (language or actor.language).value) for each in found]
    return OwnEvents(items=items, next=found[-1].id if len(found) == limit else None)


@router.get("/security-events")
async def get_events(
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_EVENTS)],
    kind: Kind = None,
    person_id: UUID | None = None,
    begins: From = None,
    ends: To = None,
    before: UUID | None = None,
    limit: Limit = 50,
) -> Events:
    """What happened to anybody's access, newest first."""
    same = _same(kind, person_id)
    found = await security_events.list_events(tx, same=same, period=Period(begins, ends), before=before, limit=limit)
    why = Why.LIST if person_id is None else Why.SEARCH
    await log.note(ADMINISTRATOR, why, subjects_of([each.person_id for each in found]))
    items = [EventView.model_validate(each) for each in found]
    return Events(items=items, next=found[-1].id if len(found) == limit else None)


@router.get(
    "/security-events/export",
    response_class=StreamingResponse,
    responses=ANSWERS,
)
async def export_events(
    tx: Transaction,
    database: DatabaseDep,
    parts: PartsDep,
    log: Annotated[ReadingLog, reading(permissions.EXPORT_EVENTS)],
    asked: Annotated[EventsExportQuery, Query()],
) -> StreamingResponse:
    """The events of a period, oldest first; exporting is an event, too."""
    by, now = log.actor.person_id, parts.real.now()
    await store.insert_security_event(tx, id=new_id(), kind=EXPORTED, now=now, person_id=by, **asked.told())
    # whose events these are is known only while they stream; the log keeps who took which period
    await log.note(ADMINISTRATOR, Why.LIST, [Subject(person_id=asked.person_id)])
    pages = _pages(database, _same(asked.kind, asked.person_id), asked.period)
    return export("security-events", EventView, pages, asked.written)


async def _pages(database: Database, same: dict[str, Any], period: Period) -> AsyncIterator[Sequence[EventView]]:
    """Page by page, each in a transaction of its own: a slow reader holds no connection."""
    after: UUID | None = None
    while True:
        async with database.read() as tx:
            found = await security_events.list_from(tx, period, after, AT_ONCE, same=same)
        if not found:
            return
        yield [EventView.model_validate(each) for each in found]
        after = found[-1].id


def _same(kind: str | None, person_id: UUID | None) -> dict[str, Any]:
    return {name: value for name, value in (("kind", kind), ("person_id", person_id)) if value is not None}


def _own(event: SecurityEvent, language: str) -> OwnEvent:
    text = event_words(event.kind, event.details.get("method"), language)
    return OwnEvent(id=event.id, happened_at=event.happened_at, kind=event.kind, text=text)
