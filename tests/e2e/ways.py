"""The other ways in: a one-time code to one's phone, and a worker's password."""

import asyncio
import re
import time

import httpx

from tests.e2e.actors.person import Person
from tests.e2e.bodies import PASSWORD
from tests.e2e.world import World

_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_LOOK_EVERY_S = 0.05


async def sign_in_by_code(world: World, person: Person) -> httpx.AsyncClient:
    """A browser of this person, signed in by a code."""
    browser = await world.anybody()
    before = len(await world.sandbox.sms(person.phone))
    asked = await browser.post("/api/auth/codes", json={"iin": person.iin, "phone": person.phone})
    code = await _code_after(world, person, before)
    answer = await browser.post("/api/auth/sessions/code", json={"code_id": asked.json()["code_id"], "code": code})
    answer.raise_for_status()
    return browser


async def sign_in_by_password(person: Person, browser: httpx.AsyncClient) -> httpx.AsyncClient:
    """The browser, signed in by a password that this worker sets before with the key."""
    await person.sign_in()
    answer = await person.request("PUT", "/auth/me/password", json={"new_password": PASSWORD})
    answer.raise_for_status()
    answer = await browser.post("/api/auth/sessions/password", json={"iin": person.iin, "password": PASSWORD})
    answer.raise_for_status()
    return browser


async def _code_after(world: World, person: Person, before: int) -> str:
    began = time.monotonic()
    while time.monotonic() - began < person.waits_s:
        for message in (await world.sandbox.sms(person.phone))[before:]:
            if found := _CODE.search(message["text"]):
                return found[0]
        await asyncio.sleep(_LOOK_EVERY_S)
    raise AssertionError("no SMS with a code")
