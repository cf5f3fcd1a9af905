"""The persons register (ГБД ФЛ, domain §11): the number travels in the body, never in an address."""

import asyncio

from fastapi import APIRouter
from pydantic import BaseModel

from kezek_sandbox.failures import Mode
from kezek_sandbox.people.model import Person
from kezek_sandbox.problems import ProblemError
from kezek_sandbox.sandbox import Here

router = APIRouter(prefix="/register", tags=["persons register"])


class Lookup(BaseModel):
    iin: str


@router.post("/persons/lookup", responses={404: {"description": "not_found"}, 503: {"description": "unavailable"}})
async def look_up(asked: Lookup, here: Here) -> Person:
    """The person of this number with parents' and children's numbers; 404 `not_found`, 503 `unavailable`."""
    switch = await here.failures.take("register")
    await asyncio.sleep(switch.latency_ms / 1000)
    if switch.mode is not Mode.OK:
        raise ProblemError(503, "unavailable")
    found = here.people.find(asked.iin)
    if found is None or found.person.iin != asked.iin:
        raise ProblemError(404, "not_found")
    return found.person
