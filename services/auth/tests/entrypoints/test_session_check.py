import json
from datetime import timedelta
from typing import Any

import pytest
from joserfc.jwk import OKPKey
from redis.asyncio import from_url

from kezek.auth.usecases.note_uses import Uses
from kezek.platform.testing import an_iin, eventually
from kezek.platform.tokens import Target, TokenVerifier

NOWHERE = 9
HALF_HOUR = 30 * 60
ME = Target("auth", "GET", "/me")
TARGETED = {"x-kezek-target": "GET auth /me"}


async def test_the_token_says_who_it_is(auth: Any) -> None:
    browser, iin = auth.browser(), an_iin()
    me = await browser.sign_in(iin)
    for _ in range(2):  # of the rows, then of the cache
        actor = await TokenVerifier("", keys=auth.api.app.state.parts.keys.published).actor(await browser.token(), ME)
        assert (str(actor.person_id), actor.iin, actor.language, actor.method) == (me["person_id"], iin, "kk", "eds")


async def test_services_verify_it_by_the_published_keys(auth: Any) -> None:
    browser = auth.browser()
    me = await browser.sign_in(an_iin())
    published = (await auth.api.by().get("/internal/jwks.json")).json()
    assert all("d" not in key for key in published["keys"])
    keys = [OKPKey.import_key(key) for key in published["keys"]]
    actor = await TokenVerifier("", keys=keys).actor(await browser.token(), ME)
    assert str(actor.person_id) == me["person_id"]


async def test_the_token_is_good_for_what_was_asked_alone(auth: Any) -> None:
    browser = auth.browser()
    await browser.sign_in(an_iin())
    for method, path, service in (("GET", "/me", "queue"), ("PATCH", "/me", "auth"), ("GET", "/sessions", "auth")):
        headers = {"authorization": f"Bearer {await browser.token(method, path, service)}"}
        answer = await auth.api.by().get("/me", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_required")


@pytest.mark.parametrize("asked", [None, "", "GET", "GET auth", "GET auth /me /you", "GET bank /me"])
async def test_a_gateway_that_does_not_say_what_is_asked_gets_no_token(auth: Any, asked: str | None) -> None:
    browser = auth.browser()
    await browser.sign_in(an_iin())
    answer = await browser.client.get("/internal/session", headers={} if asked is None else {"x-kezek-target": asked})
    assert (answer.status_code, answer.json()["code"]) == (400, "target_unknown")
    assert "X-Kezek-Token" not in answer.headers


@pytest.mark.parametrize("cookie", ["", "short", "ә" * 43, "A" * 43, "A" * 4000])
async def test_an_unknown_cookie_is_nobody(auth: Any, cookie: str) -> None:
    headers = {"x-kezek-target": b"GET auth /me", "cookie": f"kezek_session={cookie}".encode()}
    answer = await auth.api.by().get("/internal/session", headers=headers)
    assert answer.status_code == 204
    assert "X-Kezek-Token" not in answer.headers


async def test_an_emptied_cache_keeps_the_session(auth: Any) -> None:
    browser = auth.browser()
    await browser.sign_in(an_iin())
    assert await browser.token()
    await auth.flush_redis()
    assert await browser.token()


async def test_a_session_left_alone_for_half_an_hour_is_over(auth: Any) -> None:
    browser = auth.browser()
    await browser.sign_in(an_iin())
    await auth.age_sessions(HALF_HOUR - 5)
    assert await browser.token()
    await auth.flush_redis()
    await auth.age_sessions(HALF_HOUR - 5)
    assert await browser.token(), "each use begins the half hour anew"
    await auth.flush_redis()
    await auth.age_sessions(HALF_HOUR)
    assert await browser.token() is None


async def test_a_session_used_all_day_is_over_after_twelve_hours(auth: Any) -> None:
    browser = auth.browser()
    await browser.sign_in(an_iin())
    await auth.change("update session set began_at = began_at - interval '12 hours'")
    assert await browser.token() is None


async def test_a_session_of_staff_used_all_day_is_over_after_nine_hours(auth: Any) -> None:
    administrator, parent = await auth.administrator(), auth.browser()
    await parent.sign_in(an_iin())
    await auth.change("update session set began_at = began_at - interval '9 hours'")
    await auth.flush_redis()
    assert await administrator.token() is None
    assert await parent.token()


async def test_uses_of_a_second_are_noted_together_and_the_last_minute_of_a_session_at_once(auth: Any) -> None:
    browsers = [auth.browser() for _ in range(3)]
    for each in browsers:
        await each.sign_in(an_iin())
    await auth.change(
        "update session set used_at = now() - case when id = (select id from session order by id limit 1) "
        "then interval '29 minutes 50 seconds' else interval '10 minutes' end"
    )
    (ending,) = await auth.rows("select id from session order by id limit 1")
    await auth.flush_redis()
    for each in browsers:
        assert await each.token()
    noted = "select id from session where used_at > now() - interval '1 minute'"
    assert ending in await auth.rows(noted)

    async def all_noted() -> bool:
        return len(await auth.rows(noted)) == len(browsers)

    await eventually(all_noted, "the uses of three sessions")


async def test_a_use_is_noted_when_the_process_ends_and_never_taken_back(auth: Any) -> None:
    await auth.browser().sign_in(an_iin())
    ((session_id, used_at),) = await auth.rows("select id, used_at from session")
    uses = Uses(auth.database)
    async with uses.noting():
        uses.note(session_id, used_at + timedelta(minutes=2))
    async with uses.noting():
        uses.note(session_id, used_at + timedelta(minutes=1))
    assert await auth.rows("select used_at from session") == [(used_at + timedelta(minutes=2),)]


async def test_a_copy_never_outlives_its_session(auth: Any) -> None:
    browser = auth.browser()
    await browser.sign_in(an_iin())
    await auth.change("update session set used_at = now() - interval '29 minutes 50 seconds'")
    assert await browser.token()
    async with from_url(auth.redis_url) as redis:
        (key,) = await redis.keys("auth:session:*")
        assert 0 < await redis.ttl(key) <= 10


async def test_signing_out_ends_the_session_at_once(auth: Any) -> None:
    browser, copy = auth.browser(), auth.browser()
    await browser.sign_in(an_iin())
    copy.client.cookies.update(dict(browser.client.cookies))
    assert await copy.token()
    assert (await browser.ask("DELETE", "/sessions/current")).status_code == 204
    assert await copy.token() is None
    assert list(browser.client.cookies) == ["kezek_device"]
    assert (await copy.ask("DELETE", "/sessions/current")).status_code == 204, "a session that is over is no error"


async def test_the_copies_hold_no_iin_and_nobody_can_write_a_role_into_them(auth: Any) -> None:
    browser, iin = auth.browser(), an_iin()
    me = await browser.sign_in(iin)
    assert await browser.token()
    async with from_url(auth.redis_url) as redis:
        copies = {key: await redis.get(key) for key in await redis.keys("auth:*") if await redis.type(key) == b"string"}
        key = f"auth:person:{me['person_id']}".encode()
        assert key in copies
        assert not [each for each in copies.items() if iin in str(each)]
        grant = {"role": "administrator", "kindergarten": None, "district": None}
        forged = {"iin": iin, "lang": "kk", "complete": True, "grants": [grant]}
        await redis.set(key, json.dumps(forged))
    assert (await browser.ask("GET", "/me")).json()["roles"] == ["parent"]


async def test_without_redis_sessions_live_and_none_begins(auth: Any, start_auth: Any) -> None:
    browser = auth.browser()
    await browser.sign_in(an_iin())
    lamed = await start_auth(redis_url=f"redis://127.0.0.1:{NOWHERE}/0")
    twin = lamed.browser()
    twin.client.cookies.update(dict(browser.client.cookies))
    assert await twin.token()
    answer = await twin.client.post("/challenges")
    assert (answer.status_code, answer.json()["code"]) == (503, "sign_in_unavailable")
    assert (await twin.ask("DELETE", "/sessions/current")).status_code == 204


async def test_without_postgresql_nobody_is_taken_for_signed_out(start_auth: Any) -> None:
    auth = await start_auth(database_url=f"postgresql+asyncpg://auth@127.0.0.1:{NOWHERE}/kezek")
    answer = await auth.api.by().get("/internal/session", headers=TARGETED | {"cookie": f"kezek_session={'A' * 43}"})
    assert (answer.status_code, answer.json()["code"]) == (503, "auth_unavailable")
    assert (await auth.api.by().get("/internal/session", headers=TARGETED)).status_code == 204, (
        "public pages need no database"
    )
