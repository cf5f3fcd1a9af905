"""Ways into the service besides the usual one: each gives a browser that is signed in by it."""

import base64

import httpx

from tests.e2e.actors.person import Person
from tests.e2e.bodies import PASSWORD
from tests.e2e.world import World


async def sign_in_by_code(world: World, person: Person) -> httpx.AsyncClient:
    """Another browser of this person, signed in by a one-time code."""
    twin = await world.person(person.iin)
    await twin.sign_in_by_code()
    return twin.http


async def sign_in_as_escort(world: World, family: Person, application_id: str, iin: str) -> httpx.AsyncClient:
    """A browser of somebody to whom this family entrusts its enrolled child, signed in to mark its coming.

    Raises:
        AssertionError: where the session opens anything else.
    """
    escort = await world.person(iin)
    name = escort.resident["person"]["name"]["kk"]
    named = {"iin": iin, "name": f"{name['surname']} {name['given']}", "phone": escort.phone}
    await family.post("/kindergartens/me/escorts", {**named, "application_ids": [application_id]})
    await world.settles()
    await world.sandbox.wait_for_sms(escort.phone, "")
    me = await escort.sign_in_by_code(as_escort=True)
    if me["roles"] != ["escort"]:
        raise AssertionError(f"an escort's session opens {me['roles']}")
    return escort.http


async def sign_in_by_password(person: Person, browser: httpx.AsyncClient) -> httpx.AsyncClient:
    """The browser, signed in by a password that this worker sets before with the key."""
    await person.sign_in()
    answer = await person.request("PUT", "/auth/me/password", json={"new_password": PASSWORD})
    answer.raise_for_status()
    answer = await browser.post("/api/auth/sessions/password", json={"iin": person.iin, "password": PASSWORD})
    answer.raise_for_status()
    return browser


async def sign_in_without_email(world: World, iin: str) -> httpx.AsyncClient:
    """A browser of somebody who has never been here, and has signed in by key only."""
    person = await world.person(iin)
    challenge = await person.post("/auth/challenges")
    signature = await world.sandbox.sign(iin, "login", base64.b64decode(challenge["document_base64"]))
    await person.post("/auth/sessions", {"challenge_id": challenge["challenge_id"], "signature": signature})
    return person.http
