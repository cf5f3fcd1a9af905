"""Who is signed in stays signed in: while auth and Redis die, and while the keys of tokens change."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpx
import pytest
from tests.e2e.actors.parent import Parent
from tests.e2e.world import World

from kezek_local.python import python_program
from kezek_local.services import environment
from kezek_local.stack import Stack
from kezek_local.waiting import eventually

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock")]

READ = "/applications/applications"
OK, UNAVAILABLE = 200, 503
SETTLES_S = 3.0
WITHIN_S = 30.0


@asynccontextmanager
async def asking(parents: list[Parent]) -> AsyncIterator[Counter[int]]:
    """All of them ask without a pause for as long as the block lasts; the statuses of their answers."""
    statuses: Counter[int] = Counter()
    asks = [asyncio.create_task(_ask(parent, statuses)) for parent in parents]
    try:
        yield statuses
    finally:
        for each in asks:
            each.cancel()
        await asyncio.gather(*asks, return_exceptions=True)


async def _ask(parent: Parent, statuses: Counter[int]) -> None:
    while True:
        answer = await parent.request("GET", READ)
        statuses[answer.status_code] += 1
        if answer.status_code == UNAVAILABLE:
            assert (answer.json()["code"], "retry-after" in answer.headers) == ("service_unavailable", True)


async def test_sessions_outlive_auth_and_redis(module_world: World, stack: Stack) -> None:
    parents = await module_world.parents(5)
    async with asking(parents) as statuses:
        for victim in ("auth-api", "redis", "auth-api"):
            await asyncio.sleep(1)
            stack.kill(victim)
            await asyncio.to_thread(stack.wait_ready, victim, patience=120)
        await asyncio.sleep(SETTLES_S)
        broken = dict(statuses)
        statuses.clear()
        await eventually(lambda: _heard(statuses, 10 * len(parents)), "answers", WITHIN_S)
        assert [(await parent.request("GET", READ)).status_code for parent in parents] == [OK] * len(parents)
    assert set(broken) <= {OK, UNAVAILABLE}
    assert broken[UNAVAILABLE] > 0, "nothing was killed"
    assert set(statuses) == {OK}


async def test_while_auth_is_away_the_public_is_served_and_a_browser_reads_a_page(
    module_world: World, stack: Stack
) -> None:
    (parent,) = await module_world.parents(1)
    stack.stop("auth-api")
    try:
        assert (await parent.request("GET", "/kindergartens/districts")).status_code == OK
        refused = await parent.request("GET", READ)
        page = await parent.request("GET", READ, headers={"accept": "text/html"})
    finally:
        await asyncio.to_thread(stack.start, "auth-api")
    assert (refused.status_code, refused.json()["code"]) == (UNAVAILABLE, "service_unavailable")
    assert (page.status_code, page.headers["content-type"]) == (UNAVAILABLE, "text/html; charset=utf-8")
    assert "Сервис временно недоступен" in page.text
    assert (await parent.request("GET", READ)).status_code == OK


async def test_the_keys_of_tokens_change_and_nobody_is_refused(module_world: World, stack: Stack) -> None:
    parents = await module_world.parents(5)
    jwks = f"{stack.api_url('auth')}/internal/jwks.json"
    async with asking(parents) as statuses, httpx.AsyncClient(trust_env=False) as client:

        async def published() -> list[str]:
            return [key["kid"] for key in (await client.get(jwks)).json()["keys"]]

        before = await published()
        await _make_new_key(stack)
        await eventually(lambda: _grew(published, before), "a new key", WITHIN_S)
        await asyncio.sleep(2 * SETTLES_S)
        for kid in before:
            (stack.folders.token_keys / f"{kid}.pem").unlink(missing_ok=True)
        await asyncio.sleep(SETTLES_S)
        assert set(before) < set(await published()), "a token of the old key may still live"
    assert set(statuses) == {OK}
    assert statuses[OK] > 0


async def _make_new_key(stack: Stack) -> None:
    command = python_program("-m", "kezek.auth.commands", "new-token-key")
    env = environment(stack.at, "auth", clock=True)
    made = await asyncio.create_subprocess_exec(*command, env=env, stdout=asyncio.subprocess.DEVNULL)
    assert await made.wait() == 0


async def _heard(statuses: Counter[int], answers: int) -> bool:
    return statuses.total() >= answers


async def _grew(look: Callable[[], Awaitable[list[str]]], before: list[str]) -> bool:
    return set(await look()) > set(before)
