"""The region's districts, kindergartens and officers, through the public ways: `python -m kezek_sandbox.season`.

Doing it again changes nothing: districts are put, and a kindergarten or an officer that exists is left as it is.
"""

import asyncio
import re
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import httpx
from pydantic_settings import BaseSettings, SettingsConfigDict

AT_ONCE = 8
EXISTS, GRANTED, NOT_HEARD = "kindergarten_exists", "grant_exists", "district_unknown"
TRIES, PAUSE_S = 60, 0.5
CODE = re.compile(r"(?<![0-9])([0-9]{8})(?![0-9])")


class SeasonSettings(BaseSettings):
    """Where the system and the sandbox are."""

    model_config = SettingsConfigDict(env_prefix="KEZEK_", frozen=True, extra="ignore")

    public_url: str
    sandbox_url: str


class SeasonError(Exception):
    """The system refused what the season needs."""


def say(line: str) -> None:
    """A line of progress."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def checked(answer: httpx.Response, *, unless: str = "") -> httpx.Response:
    """The answer, if it is good or refused with the code that is no harm.

    Raises:
        SeasonError: naming the route and the refusal's code; never what was sent.
    """
    if answer.is_success or (unless and answer.status_code == httpx.codes.CONFLICT and unless in answer.text):
        return answer
    raise SeasonError(f"{answer.request.method} {answer.request.url.path}: {answer.status_code} {answer.text[:300]}")


async def find_administrator(sandbox: httpx.AsyncClient) -> str:
    """The id of the sandbox's administrator.

    Raises:
        SeasonError: when the sandbox has none.
    """
    for person in checked(await sandbox.get("/people/roles")).json()["items"]:
        if person["role"] == "administrator":
            return str(person["id"])
    raise SeasonError("the sandbox has no administrator")


async def sign_in(system: httpx.AsyncClient, sandbox: httpx.AsyncClient, person: str) -> None:
    """Sign in as a person of the sandbox, with the login key."""
    challenge = checked(await system.post("/api/auth/challenges")).json()
    asked = {"person": person, "key": "login", "content_base64": challenge["document_base64"]}
    signature = checked(await sandbox.post("/ca/sign", json=asked)).json()["cms"]
    session = {"challenge_id": challenge["challenge_id"], "signature": signature}
    me = checked(await system.post("/api/auth/sessions", json=session)).json()
    if not me["complete"]:
        await confirm_email(system, sandbox, person)


async def confirm_email(system: httpx.AsyncClient, sandbox: httpx.AsyncClient, person: str) -> None:
    """What the first sign-in asks for: the code that comes to the person's e-mail address.

    Raises:
        SeasonError: when no e-mail with a code has come.
    """
    email = checked(await sandbox.get(f"/people/{person}")).json()["email"]
    checked(await system.put("/api/auth/me/email", json={"email": email}))
    mails = checked(await sandbox.get("/mailbox/mail", params={"recipient": email, "limit": 1000})).json()["items"]
    codes = [found[1] for mail in mails if (found := CODE.search(mail["text"]))]
    if not codes:
        raise SeasonError("no e-mail with a code has come")
    checked(await system.post("/api/auth/me/email/confirmation", json={"code": codes[-1]}))


async def put_district(system: httpx.AsyncClient, district: dict[str, Any]) -> None:
    """Enter one district."""
    path = f"/api/kindergartens/districts/{district['code']}"
    checked(await system.put(path, json={"name": district["name"]}))


async def post_kindergarten(system: httpx.AsyncClient, garden: dict[str, Any]) -> None:
    """Register one kindergarten with its worker."""
    kept = ("district", "name", "address", "phone", "ownership")
    body = {**{name: garden[name] for name in kept}, "workers": [garden["worker_iin"]]}
    key = {"Idempotency-Key": f"season-kindergarten-{garden['number']:04d}"}
    checked(await system.post("/api/kindergartens/kindergartens", json=body, headers=key), unless=EXISTS)


async def make_officer(system: httpx.AsyncClient, officer: dict[str, Any]) -> None:
    """Give an officer the role, as soon as auth has heard of the district."""
    body = {"iin": officer["iin"], "role": "officer", "district": officer["district"]}
    answer = await system.post("/api/auth/grants", json=body)
    for _ in range(TRIES):
        if NOT_HEARD not in answer.text:
            break
        await asyncio.sleep(PAUSE_S)
        answer = await system.post("/api/auth/grants", json=body)
    checked(answer, unless=GRANTED)


async def all_of(works: Iterable[Awaitable[None]]) -> None:
    """Do these, a few at once; the first failure ends them."""
    few = asyncio.Semaphore(AT_ONCE)

    async def one(work: Awaitable[None]) -> None:
        async with few:
            await work

    await asyncio.gather(*(one(work) for work in works))


@asynccontextmanager
async def connected(settings: SeasonSettings) -> AsyncIterator[tuple[httpx.AsyncClient, httpx.AsyncClient]]:
    """The system's gateway and the sandbox."""
    async with (
        httpx.AsyncClient(base_url=settings.public_url, timeout=30, trust_env=False) as system,
        httpx.AsyncClient(base_url=settings.sandbox_url, timeout=30, trust_env=False) as sandbox,
    ):
        yield system, sandbox


async def open_season(settings: SeasonSettings) -> None:
    """Districts first, then their kindergartens and officers."""
    began = time.monotonic()
    async with connected(settings) as (system, sandbox):
        await sign_in(system, sandbox, await find_administrator(sandbox))
        say("signed in as the administrator")
        districts: Sequence[dict[str, Any]] = checked(await sandbox.get("/districts")).json()
        await all_of([put_district(system, district) for district in districts])
        say(f"{len(districts)} districts")
        gardens: Sequence[dict[str, Any]] = checked(await sandbox.get("/kindergartens")).json()
        await all_of([post_kindergarten(system, garden) for garden in gardens])
        say(f"{len(gardens)} kindergartens with their workers")
        people: Sequence[dict[str, Any]] = checked(await sandbox.get("/people/roles")).json()["items"]
        officers = [person for person in people if person["role"] == "officer"]
        await all_of([make_officer(system, officer) for officer in officers])
        say(f"{len(officers)} officers")
        checked(await system.delete("/api/auth/sessions/current"))
    say(f"the season is open ({time.monotonic() - began:.1f} s)")


def main() -> None:
    """Open the season; a refusal is told on standard error."""
    try:
        asyncio.run(open_season(SeasonSettings()))
    except (SeasonError, httpx.HTTPError) as error:
        sys.exit(f"the season could not be opened: {error!r}")


if __name__ == "__main__":
    main()
