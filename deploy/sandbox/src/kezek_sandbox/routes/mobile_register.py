"""The mobile citizens register (МАБ/БМГ, domain §11): whether a number and a phone stand together in it."""

import asyncio

from fastapi import APIRouter
from pydantic import BaseModel

from kezek_sandbox.failures import Mode
from kezek_sandbox.problems import ProblemError
from kezek_sandbox.sandbox import Here

router = APIRouter(prefix="/mobile-register", tags=["mobile citizens register"])


class Pair(BaseModel):
    iin: str
    phone: str


class Checked(BaseModel):
    match: bool


@router.post("/check", responses={503: {"description": "unavailable"}})
async def check(pair: Pair, here: Here) -> Checked:
    """`match` says whether this person has registered this phone; 503 `unavailable`."""
    switch = await here.failures.take("mobile_register")
    await asyncio.sleep(switch.latency_ms / 1000)
    if switch.mode is not Mode.OK:
        raise ProblemError(503, "unavailable")
    found = here.people.find(pair.iin)
    return Checked(match=found is not None and (found.person.iin, found.phone) == (pair.iin, pair.phone))
