"""What only the gateway and the other services ask (architecture §6); closed from outside."""

from typing import Any

from fastapi import APIRouter, Request, Response

from kezek.auth.adapters.store import DATABASE_AWAY
from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.parts import PartsDep
from kezek.platform.errors import Unavailable
from kezek.platform.http.permissions import require
from kezek.platform.tokens import issue_token

TOKEN_HEADER = "X-Kezek-Token"  # noqa: S105 - a header's name
router = APIRouter(prefix="/internal", include_in_schema=False)


@router.get("/session", status_code=204, dependencies=[require(permissions.CHECK_SESSION)])
async def check_session(request: Request, response: Response, parts: PartsDep) -> None:
    """A token for this one request when the session lives; 204 without one when it does not."""
    secret = parts.cookies.session_of(request)
    if not secret:
        return
    try:
        actor = await parts.check.actor(secret)
    except DATABASE_AWAY as error:
        raise Unavailable("auth_unavailable") from error
    if actor is not None:
        response.headers[TOKEN_HEADER] = issue_token(actor, parts.keys.signing)


@router.get("/jwks.json", dependencies=[require(permissions.READ_KEYS)])
async def jwks(parts: PartsDep) -> dict[str, Any]:
    """The public keys by which services verify tokens."""
    return parts.keys.jwks()
