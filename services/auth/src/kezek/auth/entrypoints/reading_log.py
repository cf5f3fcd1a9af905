"""Who read whose data: for the person in plain words, for an administrator who investigates by ids (domain §1)."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, FastAPI, Query
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict

from kezek.auth.adapters import reading_log, store
from kezek.auth.adapters.reading_log import Period
from kezek.auth.domain import plain_words
from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.parts import PartsDep
from kezek.auth.usecases.keep_readings import keep_own_reading
from kezek.contracts.access import Subject, Why
from kezek.contracts.iin import Iin
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.errors import NotFound
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Reading, Transaction

ADMINISTRATOR = Grant(Role.ADMINISTRATOR)
Limit = Annotated[int, Query(ge=1, le=200)]
FIRST, LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2999, 12, 31, tzinfo=UTC)


def _within_reach(instant: datetime) -> datetime:
    """The instant, or the end of all times with which neither Python nor the database runs out of years."""
    return min(max(instant, FIRST), LAST)


Instant = Annotated[AwareDatetime, AfterValidator(_within_reach)]
From = Annotated[Instant | None, Query(alias="from", description="at this instant or later")]
To = Annotated[Instant | None, Query(alias="to", description="before this instant")]
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


class ReadingView(BaseModel):
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


class Readings(BaseModel):
    """A page, newest first; go on with `before=next`, null on the last one."""

    items: list[ReadingView]
    next: UUID | None


class AccountSearchBody(Body):
    """Whose account."""

    iin: Iin


class FoundAccount(BaseModel):
    """By which id the logs know a person."""

    person_id: UUID


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
    names = await reading_log.find_organisations(tx, (key for each in found if (key := _organisation(each))))
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
    items = [ReadingView.model_validate(each) for each in found]
    return Readings(items=items, next=found[-1].id if len(found) == limit else None)


@router.post("/accounts/search")
async def search_account(
    body: AccountSearchBody,
    tx: Transaction,
    parts: PartsDep,
    log: Annotated[ReadingLog, reading(permissions.SEARCH_ACCOUNTS)],
) -> FoundAccount:
    """By which id the logs know the person with this IIN; only who has signed in once has one."""
    async with log.search(ADMINISTRATOR, parts.settings.pseudonyms.subjects([body.iin], reader=log.actor)):
        person_id = await store.find_person_id(tx, body.iin)
        if person_id is None:
            raise NotFound("account_not_found")
    await log.note(ADMINISTRATOR, Why.SEARCH, [Subject(person_id=person_id)])
    return FoundAccount(person_id=person_id)


def subjects_of(people: Sequence[UUID | None]) -> list[Subject]:
    """Each of these people once."""
    return [Subject(person_id=each) for each in sorted({each for each in people if each is not None})]


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
