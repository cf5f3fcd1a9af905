"""What only the other services ask (architecture §gateway); closed from outside."""

from typing import Any

from fastapi import APIRouter

from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.parts import PartsDep
from kezek.platform.http.permissions import require

router = APIRouter(prefix="/internal", include_in_schema=False)


@router.get("/jwks.json", dependencies=[require(permissions.READ_KEYS)])
async def jwks(parts: PartsDep) -> dict[str, Any]:
    """The public keys by which services verify tokens."""
    return parts.keys.jwks()
