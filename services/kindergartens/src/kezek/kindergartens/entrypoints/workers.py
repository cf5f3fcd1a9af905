"""Routes of who works in the system for a kindergarten; an IIN stands in bodies only, never in an address."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter

from kezek.contracts.access import Why
from kezek.contracts.iin import Iin
from kezek.kindergartens.adapters import kindergartens
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints.schemas import View
from kezek.kindergartens.usecases.change_workers import add_worker, end_worker
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.pseudonyms import PseudonymsDep
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Transaction

MayChange = Annotated[Actor, require(permissions.CHANGE_WORKERS)]

router = APIRouter(prefix="/kindergartens/{kindergarten_id}/workers")


class WorkerBody(Body):
    """Somebody who works in the system for the kindergarten, or no longer does."""

    iin: Iin


class WorkerView(View):
    """A worker by the IIN with which they sign in."""

    iin: str


class WorkersView(View):
    """All who work for the kindergarten."""

    items: list[WorkerView]


@router.get("")
async def get_workers(
    kindergarten_id: UUID,
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.READ_WORKERS)],
    pseudonyms: PseudonymsDep,
) -> WorkersView:
    """Who works in the system for a kindergarten."""
    await kindergartens.load_kindergarten(tx, kindergarten_id)
    workers = await kindergartens.list_workers(tx, kindergarten_id)
    listed = pseudonyms.subjects(workers, reader=log.actor, object_id=kindergarten_id)
    await log.note(Grant(Role.ADMINISTRATOR), Why.LIST, listed)
    return WorkersView(items=[WorkerView(iin=each) for each in workers])


@router.put("", status_code=204)
async def put_worker(kindergarten_id: UUID, body: WorkerBody, tx: Transaction, actor: MayChange) -> None:
    """Let a person work for the kindergarten; the same again changes nothing."""
    await add_worker(tx, kindergarten_id, body.iin, by=actor)


@router.post("/dismissals", status_code=204)
async def post_dismissal(kindergarten_id: UUID, body: WorkerBody, tx: Transaction, actor: MayChange) -> None:
    """End a person's work for the kindergarten."""
    await end_worker(tx, kindergarten_id, body.iin, by=actor)
