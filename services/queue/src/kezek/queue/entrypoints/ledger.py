"""What everybody may read of the ledger: the last hash of each queue on a day (domain §5.3, ADR 29)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Annotated, Self

from fastapi import APIRouter, Depends, FastAPI, Query, Request, Response
from pydantic import BaseModel, Field

from kezek.contracts.values import QueueRef
from kezek.platform.db import Database
from kezek.platform.http.kept import Kept
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import DatabaseDep
from kezek.queue.entrypoints.permissions import READ_RULES
from kezek.queue.usecases.read_heads import Heads, read_heads

KEPT_FOR_S = 30

router = APIRouter()


class HeadView(BaseModel):
    """The last line of a queue's ledger on the day."""

    queue: QueueRef
    sequence: int = Field(description="the line's number; lines have no gap")
    hash: str = Field(description="SHA-256 over this line and the hash of the line before it, in hexadecimal digits")


class HeadsView(BaseModel):
    """All queues that had lines by the end of the day."""

    day: date
    complete: bool = Field(description="the day is over, for a quarter of an hour: its last lines are all there")
    items: list[HeadView]

    @classmethod
    def of(cls, heads: Heads) -> Self:
        """The view of heads."""
        return cls(day=heads.day, complete=heads.complete, items=[HeadView(**vars(each)) for each in heads.items])


@asynccontextmanager
async def kept_heads(app: FastAPI) -> AsyncIterator[None]:
    """What a crowd is answered is kept while the application runs."""
    app.state.ledger_heads = Kept(KEPT_FOR_S)
    yield


async def _kept(request: Request) -> Kept:
    kept: Kept = request.app.state.ledger_heads
    return kept


@router.get("/ledger/heads", dependencies=[require(READ_RULES)], response_model=HeadsView)
async def get_ledger_heads(
    day: Annotated[date, Query(ge=date(2020, 1, 1), le=date(2199, 12, 31))],
    database: DatabaseDep,
    kept: Annotated[Kept, Depends(_kept)],
) -> Response:
    """The last hash of each queue's ledger on a day: who keeps it can tell whether a line before was changed.

    Of a day that is not over as they are now, some seconds old at most.
    """
    body = await kept.get(day, lambda: _heads(database, day))
    return Response(body, media_type="application/json", headers={"Cache-Control": f"public, max-age={KEPT_FOR_S}"})


async def _heads(database: Database, day: date) -> bytes:
    async with database.read_once() as tx:
        heads = await read_heads(tx, day, database.clock.now())
    return HeadsView.of(heads).model_dump_json().encode()
