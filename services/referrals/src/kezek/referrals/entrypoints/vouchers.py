"""Routes of the voucher regime: an inactive application is restored, a place is refused (domain §9.profiles)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter

from kezek.platform.actors import Actor
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Transaction
from kezek.referrals.entrypoints import permissions
from kezek.referrals.usecases.decline_place import DeclinePlace, Declining
from kezek.referrals.usecases.restore_application import Restoration, RestoreApplication

router = APIRouter()


@router.post("/applications/{application_id}/restoration/acts", status_code=201)
async def prepare_restoration(
    application_id: UUID, tx: Transaction, acts: ActsDep, actor: Annotated[Actor, require(permissions.RESTORE)]
) -> PreparedAct:
    """The document to sign for restoring one's own inactive application, once; it stands at its own time again."""
    return prepared(await acts.prepare(tx, RestoreApplication, actor, Restoration(application_id=application_id)))


@router.post("/applications/{application_id}/declining/acts", status_code=201)
async def prepare_declining(
    application_id: UUID, tx: Transaction, acts: ActsDep, actor: Annotated[Actor, require(permissions.DECLINE)]
) -> PreparedAct:
    """The document to sign for refusing the place offered to one's own application, which ends that."""
    return prepared(await acts.prepare(tx, DeclinePlace, actor, Declining(application_id=application_id)))
