"""Routes of a move to another district: the register's check, which referrals takes with the signed act (ADR 39)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from kezek.applications.entrypoints import permissions
from kezek.applications.entrypoints.http import RegisterDep
from kezek.applications.entrypoints.schemas import MoveCheckBody, MoveCheckView
from kezek.applications.usecases.check_move import check_move
from kezek.platform.actors import Actor
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import DatabaseDep
from kezek.platform.move_checks import LIFETIME, MoveCheckSigner

router = APIRouter()


async def _checks(request: Request) -> MoveCheckSigner:
    checks: MoveCheckSigner = request.app.state.move_checks
    return checks


@router.post("/applications/{application_id}/move-checks")
async def post_move_check(
    application_id: UUID,
    body: MoveCheckBody,
    register: RegisterDep,
    database: DatabaseDep,
    checks: Annotated[MoveCheckSigner, Depends(_checks)],
    actor: Annotated[Actor, require(permissions.CHECK_MOVE)],
) -> MoveCheckView:
    """Whether the child, and its twins, may be queued in another district; `check` is what referrals takes."""
    check = await check_move(database, register, actor, application_id, body.district, body.twins)
    return MoveCheckView(
        check=checks.sign(check),
        district=check.district,
        twins=list(check.twins),
        expires_at=check.checked_at + LIFETIME,
    )
