import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from kezek.auth.commands import first_administrator
from kezek.auth.usecases.change_grants import follow_worker
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Worker
from kezek.platform.testing import an_iin

CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36"


async def works_at(auth: Any, iin: str, *gardens: Any, active: bool = True, version: int = 1) -> None:
    async with auth.database.write() as tx:
        for garden in gardens:
            worker = Worker(iin=iin, kindergarten_id=garden, active=active)
            await follow_worker(tx, auth.api.app.state.parts.cache, worker, version, datetime.now(UTC))


async def test_a_person_sees_where_they_are_signed_in(auth: Any) -> None:
    browser, other, iin = auth.browser(), auth.browser(), an_iin()
    other.client.headers.update({"user-agent": CHROME, "x-forwarded-for": "203.0.113.7"})
    await other.sign_in(iin)
    await browser.sign_in(iin)
    mine, theirs = (await browser.ask("GET", "/sessions")).json()["items"]
    assert (mine["current"], theirs["current"]) == (True, False)
    assert (theirs["device"], theirs["address"], theirs["method"]) == ("Chrome, Windows", "203.0.113.7", "eds")


async def test_a_session_that_has_outlived_its_limits_is_not_listed(auth: Any) -> None:
    browser, old, iin = auth.browser(), auth.browser(), an_iin()
    await old.sign_in(iin)
    await auth.age_sessions(auth.settings.session_idle_s + 1)
    await browser.sign_in(iin)
    assert len((await browser.ask("GET", "/sessions")).json()["items"]) == 1


async def test_a_session_is_ended_from_elsewhere_at_once(auth: Any) -> None:
    browser, lost, iin = auth.browser(), auth.browser(), an_iin()
    await lost.sign_in(iin)
    await browser.sign_in(iin)
    assert await lost.token(), "the cache holds it"
    found = (await browser.ask("GET", "/sessions")).json()["items"]
    (other,) = [each["id"] for each in found if not each["current"]]
    assert (await browser.ask("DELETE", f"/sessions/{other}")).status_code == 204
    assert await lost.token() is None
    again = await browser.ask("DELETE", f"/sessions/{other}")
    assert (again.status_code, again.json()["code"]) == (404, "session_not_found")


async def test_somebody_elses_session_is_as_if_it_did_not_exist(auth: Any) -> None:
    victim, thief = auth.browser(), auth.browser()
    await victim.sign_in(an_iin())
    await thief.sign_in(an_iin())
    (theirs,) = (await victim.ask("GET", "/sessions")).json()["items"]
    refused = await thief.ask("DELETE", f"/sessions/{theirs['id']}")
    unknown = await thief.ask("DELETE", f"/sessions/{new_id()}")
    assert refused.json() == unknown.json()
    assert await victim.token()


async def test_signing_out_everywhere_ends_this_session_too_and_the_others_only_when_asked(auth: Any) -> None:
    first, second, third, iin = auth.browser(), auth.browser(), auth.browser(), an_iin()
    for browser in (first, second, third):
        await browser.sign_in(iin)
    answer = (await first.ask("DELETE", "/sessions", params={"others_only": True})).json()
    assert answer == {"ended": 2, "signed_out": False}
    assert [bool(await each.token()) for each in (first, second, third)] == [True, False, False]
    answer = (await first.ask("DELETE", "/sessions")).json()
    assert answer == {"ended": 1, "signed_out": True}
    assert await first.token() is None
    assert "kezek_session" not in first.client.cookies


async def test_what_had_long_been_over_is_not_ended_once_more(auth: Any) -> None:
    browser, iin = auth.browser(), an_iin()
    for _ in range(3):
        await auth.browser().sign_in(iin)
    await auth.age_sessions(auth.settings.session_idle_s + 1)
    await browser.sign_in(iin)
    assert (await browser.ask("DELETE", "/sessions")).json() == {"ended": 1, "signed_out": True}
    assert await auth.rows("select count(*) from security_event where kind = 'session_ended'") == [(1,)]
    assert await auth.rows("select count(*) from session where ended_at is null") == [(0,)]


async def test_an_administrator_signs_somebody_out_everywhere_and_that_is_remembered(auth: Any) -> None:
    boss, lost, iin, boss_iin = auth.browser(), auth.browser(), an_iin(), an_iin()
    assert await first_administrator(auth.settings, boss_iin)
    administrator, person = await boss.sign_in(boss_iin), await lost.sign_in(iin)
    assert await lost.token()
    path = f"/accounts/{person['person_id']}/sessions"

    assert (await lost.ask("DELETE", path)).status_code == 403
    assert (await boss.ask("DELETE", path)).json() == {"ended": 1, "signed_out": False}

    assert await lost.token() is None
    assert (await boss.ask("DELETE", path)).json()["ended"] == 0
    query = {"kind": "session_ended", "person_id": person["person_id"]}
    (event,) = (await boss.ask("GET", "/security-events", params=query)).json()["items"]
    assert event["details"]["by"] == administrator["person_id"]


async def test_a_copy_filled_while_a_session_ends_does_not_bring_it_back(auth: Any) -> None:
    for _ in range(10):
        browser, other, iin = auth.browser(), auth.browser(), an_iin()
        await other.sign_in(iin)
        await browser.sign_in(iin)
        await auth.flush_redis()
        readers = [other.token() for _ in range(8)]
        await asyncio.gather(*readers, browser.ask("DELETE", "/sessions", params={"others_only": True}))
        assert await other.token() is None


async def test_ending_holds_at_every_replica(auth: Any, start_replica: Callable[[], Awaitable[Any]]) -> None:
    replica, browser, iin = await start_replica(), auth.browser(), an_iin()
    await browser.sign_in(iin)
    there = replica.browser()
    there.client.cookies.update(dict(browser.client.cookies))
    assert await there.token()
    await browser.ask("DELETE", "/sessions")
    assert await there.token() is None


async def test_a_secret_that_the_client_chose_is_never_adopted(auth: Any) -> None:
    browser, chosen = auth.browser(), "a" * 43
    browser.client.cookies.set("kezek_session", chosen)
    browser.client.cookies.set("kezek_device", chosen)
    await browser.sign_in(an_iin())
    thief = auth.browser()
    thief.client.cookies.set("kezek_session", chosen)
    assert await thief.token() is None
    cookies = {cookie.value for cookie in browser.client.cookies.jar if cookie.domain == "service.local"}
    assert cookies
    assert not [each for each in cookies if chosen in each]


async def test_signing_in_again_ends_the_session_this_browser_had(auth: Any) -> None:
    browser, copy, iin = auth.browser(), auth.browser(), an_iin()
    await browser.sign_in(iin)
    copy.client.cookies.update(dict(browser.client.cookies))
    await browser.sign_in(iin)
    assert await copy.token() is None
    assert await browser.token()


async def test_staff_is_signed_out_sooner(auth: Any) -> None:
    worker, parent, iin = auth.browser(), auth.browser(), an_iin()
    await works_at(auth, iin, new_id())
    await worker.sign_in(iin)
    await parent.sign_in(an_iin())
    await auth.age_sessions(auth.settings.staff_session_idle_s + 1)
    await auth.flush_redis()
    assert await worker.token() is None
    assert await parent.token()


async def test_who_works_in_one_kindergarten_works_there(auth: Any) -> None:
    browser, iin, garden = auth.browser(), an_iin(), new_id()
    await works_at(auth, iin, garden)
    me = await browser.sign_in(iin)
    assert (me["works_at"], me["must_choose_workplace"], me["roles"]) == (str(garden), False, ["parent", "worker"])


async def test_who_works_in_several_chooses_and_may_choose_anew(auth: Any) -> None:
    browser, iin, gardens = auth.browser(), an_iin(), [new_id(), new_id()]
    await works_at(auth, iin, *gardens)
    me = await browser.sign_in(iin)
    assert (me["works_at"], me["must_choose_workplace"], me["roles"]) == (None, True, ["parent"])
    assert len(me["grants"]) == 2
    for garden in gardens:
        chosen = await browser.ask("PUT", "/me/workplace", json={"kindergarten_id": str(garden)})
        assert (chosen.json()["works_at"], chosen.json()["must_choose_workplace"]) == (str(garden), False)
        assert (await browser.ask("GET", "/me")).json() == chosen.json()
    refused = await browser.ask("PUT", "/me/workplace", json={"kindergarten_id": str(new_id())})
    assert (refused.status_code, refused.json()["code"]) == (422, "workplace_not_granted")
    assert (await browser.ask("GET", "/me")).json()["works_at"] == str(gardens[1])


async def test_a_chosen_workplace_that_is_taken_away_is_gone_at_the_next_request(auth: Any) -> None:
    browser, iin, gardens = auth.browser(), an_iin(), [new_id(), new_id(), new_id()]
    await works_at(auth, iin, *gardens)
    await browser.sign_in(iin)
    await browser.ask("PUT", "/me/workplace", json={"kindergarten_id": str(gardens[0])})
    await works_at(auth, iin, gardens[0], active=False, version=2)
    me = (await browser.ask("GET", "/me")).json()
    assert (me["works_at"], me["must_choose_workplace"]) == (None, True)


async def test_a_password_session_is_over_when_its_worker_works_nowhere_any_more(auth: Any) -> None:
    browser, iin, garden = auth.browser(), an_iin(), new_id()
    await works_at(auth, iin, garden)
    await browser.sign_in(iin)
    await auth.change("update session set method = 'password'")
    await auth.flush_redis()
    assert await browser.token()
    await works_at(auth, iin, garden, active=False, version=2)
    assert await browser.token() is None
    await auth.flush_redis()
    assert await browser.token() is None, "nor by the rows"


async def test_old_sessions_and_devices_are_forgotten(auth: Any) -> None:
    browser = auth.browser()
    await browser.sign_in(an_iin())
    await auth.prune()
    assert len(await auth.rows("select * from session")) == 1
    await auth.age_sessions((auth.settings.session_days + 1) * 86400)
    await auth.change("update known_device set used_at = used_at - interval '400 days'")
    await auth.prune()
    assert await auth.rows("select * from session") == []
    assert await auth.rows("select * from known_device") == []


@pytest.mark.parametrize("path", ["/challenges", "/sessions"])
async def test_no_reading_request_sets_a_cookie(auth: Any, path: str) -> None:
    browser = auth.browser()
    assert "set-cookie" not in (await browser.client.get(path)).headers


async def test_people_who_share_a_computer_are_each_known_on_it(auth: Any) -> None:
    computer, people = auth.browser(), [an_iin(), an_iin()]
    for iin in people:
        await auth.browser().sign_in(iin)  # so that a new device would be told
    for iin in [*people, *people, *people]:
        await computer.sign_in(iin)
    assert len(await auth.rows("select * from known_device")) == 4
    (cookie,) = [each for each in computer.client.cookies.jar if each.name == "kezek_device"]
    assert len(cookie.value.split(".")) == 2


async def test_a_device_that_somebody_else_was_given_is_new_to_another(auth: Any) -> None:
    thief, victim = auth.browser(), auth.browser()
    await thief.sign_in(an_iin())
    planted = thief.client.cookies["kezek_device"]
    victim.client.cookies.set("kezek_device", planted)
    await victim.sign_in(an_iin())
    assert await auth.rows("select count(distinct secret_sha256), count(*) from known_device") == [(2, 2)]


async def test_the_key_of_drafts_is_the_same_in_all_sessions_of_a_person_and_nobody_elses(auth: Any) -> None:
    iin = an_iin()
    keys = []
    for who in (iin, iin, an_iin()):
        browser = auth.browser()
        await browser.sign_in(who)
        keys.append((await browser.ask("GET", "/me/draft-key")).json()["key"])
        await browser.ask("DELETE", "/sessions/current")
        assert (await browser.ask("GET", "/me/draft-key")).status_code == 401
    assert keys[0] == keys[1] != keys[2]
