"""The queue's API."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from kezek.platform.actors import Actor
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading, Transaction
from kezek.queue.entrypoints.permissions import READ_OWN_POSITION
from kezek.queue.entrypoints.ranks import RanksDep
from kezek.queue.entrypoints.schemas import OrderChangesView, PositionView
from kezek.queue.usecases.note_look import note_look
from kezek.queue.usecases.read_changes import read_changes
from kezek.queue.usecases.read_position import read_position

router = APIRouter()


@router.get("/applications/{application_id}/position")
async def get_position(
    application_id: UUID, tx: Reading, ranks: RanksDep, actor: Annotated[Actor, require(READ_OWN_POSITION)]
) -> PositionView:
    """Where the own application stands in its queue, and who is before it."""
    found = await read_position(tx, application_id, person_id=actor.person_id, now=tx.now(), ranks=ranks)
    return PositionView.of(found)


@router.get("/applications/{application_id}/changes")
async def get_changes(
    application_id: UUID,
    tx: Reading,
    actor: Annotated[Actor, require(READ_OWN_POSITION)],
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> OrderChangesView:
    """Who came into the order around the own child or left it, newest first: when, why, of which class.

    Of others as far back as the queue's last 2,000 changes; `complete` says whether the answer reaches back to where
    the child joined.
    """
    changes = await read_changes(tx, application_id, person_id=actor.person_id, now=tx.now(), limit=limit)
    return OrderChangesView.of(changes, actor.language)


@router.post("/applications/{application_id}/looks", status_code=204)
async def note_own_look(
    application_id: UUID, tx: Transaction, ranks: RanksDep, actor: Annotated[Actor, require(READ_OWN_POSITION)]
) -> None:
    """Say that the family looks at its child's place now: `since_look` of the changes is counted from the look before.

    Looks that follow each other within half an hour are one.
    """
    await note_look(tx, application_id, person_id=actor.person_id, now=tx.now(), ranks=ranks)
