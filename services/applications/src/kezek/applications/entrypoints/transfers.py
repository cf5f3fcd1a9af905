"""Route of a transfer: an enrolled child asks for another kindergarten (domain §7.transfer)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter

from kezek.applications.adapters import journal
from kezek.applications.adapters.register import Register
from kezek.applications.entrypoints import permissions
from kezek.applications.entrypoints.http import RegisterDep
from kezek.applications.entrypoints.own_schemas import TransferBody
from kezek.applications.usecases.ask_register import refresh_copies
from kezek.applications.usecases.transfer_child import TransferChild, TransferRequest
from kezek.platform.actors import Actor
from kezek.platform.db import Database
from kezek.platform.errors import NotFound
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import DatabaseDep

router = APIRouter()


@router.post("/applications/{application_id}/transfer/acts", status_code=201)
async def prepare_transfer(
    application_id: UUID,
    body: TransferBody,
    register: RegisterDep,
    database: DatabaseDep,
    acts: ActsDep,
    actor: Annotated[Actor, require(permissions.TRANSFER)],
) -> PreparedAct:
    """The document to sign for moving an enrolled child to another kindergarten, behind all who have no place yet.

    For another district than the kindergarten's the persons register is asked where the child is registered.
    """
    languages = tuple(body.languages)
    request = TransferRequest(application_id=application_id, district=body.district, languages=languages)
    if (child_iin := await _ask(database, register, actor, request)) is not None:
        request = request.model_copy(update={"child_iin": child_iin})
    async with database.write() as tx:
        return prepared(await acts.prepare(tx, TransferChild, actor, request))


async def _ask(database: Database, register: Register, actor: Actor, request: TransferRequest) -> str | None:
    """Have the register asked for another district; about which child, if it was."""
    async with database.read() as tx:
        row = await journal.find_own(tx, actor.person_id, request.application_id)
    if row is None:
        raise NotFound("application_not_found")
    if row.district == request.district:
        return None
    child_iin: str = row.card["child"]["iin"]
    await refresh_copies(database, register, actor.iin, [child_iin])
    return child_iin
