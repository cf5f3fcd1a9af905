"""Making an outside system misbehave, and well again."""

from enum import StrEnum

from fastapi import APIRouter

from kezek_sandbox.failures import Switch
from kezek_sandbox.sandbox import Here

router = APIRouter(prefix="/control", tags=["control"])


class System(StrEnum):
    """What can be switched."""

    REGISTER = "register"
    MOBILE_REGISTER = "mobile_register"
    SMS = "sms"
    MAIL = "mail"
    OCSP = "ocsp"
    CRL = "crl"


@router.get("/{system}")
async def get_switch(system: System, here: Here) -> Switch:
    """How it behaves now."""
    return here.failures.of(system)


@router.post("/{system}")
async def switch(system: System, wished: Switch, here: Here) -> Switch:
    """`down`: unavailable · `error`: an answer that refuses · `drop`: take the message, then cut the connection."""
    return await here.failures.switch(system, wished)
