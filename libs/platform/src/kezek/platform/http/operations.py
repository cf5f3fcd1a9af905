"""What an administrator sees and does of a service's machinery; the same routes in every service (domain §1).

No personal data: a parked record is told by where it stands and why, never by what is in it.
"""

from datetime import datetime
from typing import Annotated, Self

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from kezek.platform.actors import Actor, Role
from kezek.platform.errors import NotFound
from kezek.platform.http.bodies import Body
from kezek.platform.http.pages import PageQuery
from kezek.platform.http.permissions import Permission, Scope, require
from kezek.platform.http.transactions import Reading, Transaction
from kezek.platform.messaging.records import Origin
from kezek.platform.parked_rows import Parked, ParkedState, ask_for_replay, count_waiting, page_of_parked
from kezek.platform.pulse import Health, Limits, undone
from kezek.platform.telemetry import logger

LOG = logger(__name__)
SEE_HEALTH = Permission("operations:see-health", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
LIST_PARKED = Permission("operations:list-parked", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
REPLAY_PARKED = Permission("operations:replay-parked", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
OPERATIONS = (SEE_HEALTH, LIST_PARKED, REPLAY_PARKED)

router = APIRouter(prefix="/operations")
Topic = Annotated[str, Field(pattern="^[a-z.-]{1,100}$")]


class HealthView(BaseModel):
    """How a service does, as of `as_of`; that it answers says that its API and its database do.

    `since` is since when its workers work or, where none does, when the last one was heard; `lag` counts records that
    wait, and is null while Kafka is silent. `outbox_since` and `lag_since` are since when the oldest waits, null where
    none does: longer than the settings' limits, and the service is `late`. Other work is late after five minutes.
    """

    service: str
    as_of: datetime
    health: Health
    since: datetime | None
    workers: int
    lag: int | None
    lag_since: datetime | None
    outbox: int
    outbox_since: datetime | None
    jobs: int
    late_jobs: int
    late_acts: int
    late_deadlines: int
    parked: int


class ParkedView(BaseModel):
    """A record that could not be applied: where it stands and why; `kind` is its event's type, if it has one.

    `asked`: its replay was asked for and is not done; `failed` again at `tried_at`; `gone` from Kafka since `gone_at`,
    where nothing is left to apply.
    """

    topic: str
    partition: int
    offset: int
    kind: str | None
    cause: str
    parked_at: datetime
    tried_at: datetime | None
    gone_at: datetime | None
    state: ParkedState

    @classmethod
    def of(cls, parked: Parked) -> Self:
        """A record as it is answered."""
        origin = parked.origin
        return cls(
            topic=origin.topic,
            partition=origin.partition,
            offset=origin.offset,
            kind=parked.kind,
            cause=parked.cause,
            parked_at=parked.parked_at,
            tried_at=parked.tried_at,
            gone_at=parked.gone_at,
            state=parked.state,
        )


class ParkedRecords(BaseModel):
    """A page, the oldest first and those that are gone last; how many there are, and how many wait for a replay."""

    items: list[ParkedView]
    total: int
    waiting: int


class ParkedQuery(PageQuery):
    """Which records: all, or those of a topic."""

    topic: Topic | None = None


class RecordBody(Body):
    """Where a record stands."""

    topic: Topic
    partition: int = Field(ge=0, le=2**31 - 1)
    offset: int = Field(ge=0, le=2**63 - 1)


class ReplayBody(Body):
    """One record, or without it all that are parked."""

    record: RecordBody | None = None


class AskedReplay(BaseModel):
    """How many records the worker will apply again, in a moment; the list says what came of it."""

    asked: int


@router.get("/health")
async def get_health(request: Request, tx: Reading, _: Annotated[Actor, require(SEE_HEALTH)]) -> HealthView:
    """Whether the service's worker works, since when, and what is not done yet."""
    found = await undone(tx)
    figures = {name: value for name, value in vars(found).items() if name != "at"}
    health = found.health(Limits.of(request.app.state.settings))
    return HealthView(service=request.app.state.service, as_of=found.at, health=health, **figures)


@router.get("/parked")
async def get_parked(
    asked: Annotated[ParkedQuery, Query()], tx: Reading, _: Annotated[Actor, require(LIST_PARKED)]
) -> ParkedRecords:
    """Records of events that the service could not apply."""
    found = await page_of_parked(tx, asked.topic, offset=asked.offset, limit=asked.limit)
    waiting = await count_waiting(tx, asked.topic)
    return ParkedRecords(items=[ParkedView.of(each) for each in found.items], total=found.total, waiting=waiting)


@router.post("/parked/replays", status_code=202)
async def post_replay(
    body: ReplayBody, tx: Transaction, actor: Annotated[Actor, require(REPLAY_PARKED)]
) -> AskedReplay:
    """Let the worker apply parked records again, once the fault is mended; twice asked is once done."""
    only = Origin(**body.record.model_dump()) if body.record else None
    asked = await ask_for_replay(tx, actor.person_id, only=only)
    if only is not None and asked == 0:
        raise NotFound("not_found")
    LOG.warning("a replay of parked records was asked for", records=asked, person_id=str(actor.person_id))
    return AskedReplay(asked=asked)
