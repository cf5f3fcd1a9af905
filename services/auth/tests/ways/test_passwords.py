"""Passwords of kindergarten workers (domain §2.3)."""

import asyncio
import threading
import time
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.auth.usecases.begin_session import Browser
from kezek.auth.usecases.own_password import keep_password
from kezek.auth.usecases.sign_in_by_password import Known, begin_password_session
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Worker
from kezek.platform.testing import an_iin

PASSWORD, ANOTHER, THIRD = "жеті қазына, бір өзен", "тоғыз ағаш, он құс", "екі тау, үш көл, бес жол"
KINDERGARTEN = new_id()
LONG_WAIT_S = 200


async def hired(auth: Any, iin: str, *, at: UUID = KINDERGARTEN, active: bool = True, version: int = 1) -> None:
    await auth.hears(Worker(iin=iin, kindergarten_id=at, active=active), version=version)


async def worker(auth: Any, password: str | None = PASSWORD) -> tuple[Any, str]:
    """A worker's browser, signed in by key, with a password set."""
    browser, iin = auth.browser(), an_iin()
    await hired(auth, iin)
    await browser.sign_in(iin)
    if password is not None:
        answer = await browser.ask("PUT", "/me/password", json={"new_password": password})
        assert answer.status_code == 204, answer.text
    return browser, iin


async def enter(browser: Any, iin: str, password: str = PASSWORD, address: str = "127.0.0.1") -> Any:
    body = {"iin": iin, "password": password}
    return await browser.client.post("/sessions/password", json=body, headers={"x-forwarded-for": address})


def told(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


async def test_the_password_opens_a_workers_session(auth: Any) -> None:
    _, iin = await worker(auth)
    browser = auth.browser()
    answer = await enter(browser, iin)
    assert answer.status_code == 201, answer.text
    me = answer.json()
    assert (me["iin"], me["method"], me["roles"]) == (iin, "password", ["parent", "worker"])
    assert (await browser.ask("GET", "/me/password")).json()["set_at"] is not None


async def test_it_opens_no_other_role(auth: Any) -> None:
    _, iin = await worker(auth)
    async with auth.database.write() as tx:
        grant = "insert into staff_grant (id, iin, role, granted_at) values (:id, :iin, 'administrator', now())"
        await tx.execute(sa.text(grant), {"id": new_id(), "iin": iin})
    browser = auth.browser()
    assert (await enter(browser, iin)).json()["roles"] == ["parent", "worker"]
    assert told(await browser.ask("GET", "/grants")) == (403, "permission_missing")


async def test_strangers_those_without_a_password_and_former_workers_are_answered_alike(auth: Any) -> None:
    _, right = await worker(auth)
    _, without = await worker(auth, None)
    _, former = await worker(auth)
    await hired(auth, former, active=False, version=2)
    parent = an_iin()
    await auth.browser().sign_in(parent)
    asked = [(right, ANOTHER), (without, PASSWORD), (former, PASSWORD), (parent, PASSWORD), (an_iin(), PASSWORD)]
    answers = [await enter(auth.browser(), *each) for each in asked]
    assert {(answer.status_code, answer.content, tuple(answer.headers)) for answer in answers} == {
        (422, answers[0].content, tuple(answers[0].headers))
    }
    assert told(answers[0]) == (422, "password_wrong")


async def test_who_works_nowhere_any_more_has_no_password_when_they_come_back(auth: Any) -> None:
    _, iin = await worker(auth)
    other = new_id()
    await hired(auth, iin, at=other)
    await hired(auth, iin, active=False, version=2)
    assert (await enter(auth.browser(), iin)).status_code == 201, "there is still the other kindergarten"
    await hired(auth, iin, at=other, active=False, version=2)
    assert await auth.rows("select hash from password") == []
    await hired(auth, iin, version=3)
    assert told(await enter(auth.browser(), iin)) == (422, "password_wrong")


async def test_a_stranger_waits_as_long_as_a_worker(start_auth: Any) -> None:
    auth = await start_auth(password_tries_free=100)
    _, iin = await worker(auth)
    taken: dict[str, list[float]] = {iin: [], an_iin(): []}
    for _ in range(11):
        for who, seconds in taken.items():
            began = time.perf_counter()
            await enter(auth.browser(), who, ANOTHER)
            seconds.append(time.perf_counter() - began)
    known, unknown = (min(each) for each in taken.values())  # a busy machine only adds to it
    assert 0.6 < known / unknown < 1.7


@pytest.mark.parametrize(
    ("password", "code"),
    [("қысқа", "password_too_short"), ("password1", "password_too_common"), ("ұ" * 129, "password_too_long")],
)
async def test_a_weak_password_is_refused_and_nothing_changes(auth: Any, password: str, code: str) -> None:
    browser, iin = await worker(auth)
    assert told(await browser.ask("PUT", "/me/password", json={"new_password": password})) == (422, code)
    assert (await enter(auth.browser(), iin)).status_code == 201


@pytest.mark.parametrize("password", ["жеті қазына, бір өзен және " * 4, "mN4#vQ7z", "🌳" * 4 + "бір өзен" * 8])
async def test_long_passwords_are_taken_whole(auth: Any, password: str) -> None:
    _, iin = await worker(auth, password)
    assert (await enter(auth.browser(), iin, password)).status_code == 201
    assert told(await enter(auth.browser(), iin, password[:-1])) == (422, "password_wrong")


async def test_the_own_iin_is_no_password(auth: Any) -> None:
    browser, iin = await worker(auth, None)
    answer = await browser.ask("PUT", "/me/password", json={"new_password": f"{iin}!"})
    assert told(answer) == (422, "password_too_common")
    assert iin not in answer.text


async def test_only_workers_have_passwords(auth: Any) -> None:
    browser = auth.browser()
    await browser.sign_in(an_iin())
    for method in ("GET", "PUT", "DELETE"):
        body = {"json": {"new_password": PASSWORD}} if method == "PUT" else {}
        assert told(await browser.ask(method, "/me/password", **body)) == (403, "permission_missing")


async def test_an_old_session_of_the_key_sets_none(auth: Any) -> None:
    browser, _ = await worker(auth)
    await auth.change("update session set began_at = began_at - interval '1 hour'")
    assert told(await browser.ask("PUT", "/me/password", json={"new_password": ANOTHER})) == (403, "session_too_old")
    assert told(await browser.ask("DELETE", "/me/password")) == (403, "session_too_old")


async def test_a_passwords_session_changes_it_with_the_present_one_only(auth: Any) -> None:
    _, iin = await worker(auth)
    browser = auth.browser()
    await enter(browser, iin)
    for body, code in (
        ({"new_password": ANOTHER}, "current_password_required"),
        ({"new_password": ANOTHER, "current_password": ANOTHER}, "password_wrong"),
    ):
        assert told(await browser.ask("PUT", "/me/password", json=body)) == (422, code)
    body = {"new_password": ANOTHER, "current_password": PASSWORD}
    assert (await browser.ask("PUT", "/me/password", json=body)).status_code == 204
    assert told(await enter(auth.browser(), iin)) == (422, "password_wrong")
    assert (await enter(auth.browser(), iin, ANOTHER)).status_code == 201


async def test_a_change_ends_all_other_sessions_and_is_remembered(auth: Any) -> None:
    browser, iin = await worker(auth)
    other = auth.browser()
    await enter(other, iin)
    assert (await browser.ask("PUT", "/me/password", json={"new_password": ANOTHER})).status_code == 204
    assert await other.token() is None
    assert await browser.token() is not None
    kinds = [kind for (kind,) in await auth.rows("select kind from security_event order by id")]
    assert kinds.count("password_set") == 2
    letters = await auth.rows("select payload->>'letter' from job where payload->>'letter' = 'password_changed'")
    assert len(letters) == 2


async def test_a_session_that_is_begun_while_the_password_changes_does_not_outlive_it(auth: Any) -> None:
    browser, _ = await worker(auth)
    ((person_id, kept),) = await auth.rows("select person_id, hash from password")
    parts, nobodys = auth.api.app.state.parts, Browser("", (), "", "")
    async with auth.database.write() as tx:
        known, now = Known(person_id, kept), datetime.now(UTC)
        thief = await begin_password_session(tx, parts.cache, known, None, browser=nobodys, now=now)
        change = asyncio.create_task(browser.ask("PUT", "/me/password", json={"new_password": ANOTHER}))
        await asyncio.wait({change}, timeout=1)
    assert (await change).status_code == 204
    assert await parts.check.actor(thief.secret) is None


async def test_a_change_under_way_does_not_overtake_the_keys(auth: Any) -> None:
    owner, iin = await worker(auth)
    thief, parts = auth.browser(), auth.api.app.state.parts
    await enter(thief, iin)
    hashed = await auth.api.app.state.ways.passwords.hashing.hash(THIRD)
    secret = owner.client.cookies["kezek_session"]
    async with auth.database.write() as tx:
        actor, rules = await parts.check.actor(secret), auth.settings.session_rules
        here = Browser(secret, (), "", "")
        await keep_password(tx, parts.cache, actor, hashed, here, rules, datetime.now(UTC))
        body = {"new_password": ANOTHER, "current_password": PASSWORD}
        token = await thief.token()
        headers = {"authorization": f"Bearer {token}"}
        change = asyncio.create_task(thief.client.put("/me/password", json=body, headers=headers))
        await asyncio.wait({change}, timeout=1)
    assert told(await change) == (401, "sign_in_required")
    assert (await enter(auth.browser(), iin, THIRD)).status_code == 201


async def test_the_key_sets_a_forgotten_password_anew_and_takes_it_away(auth: Any) -> None:
    browser, iin = await worker(auth)
    await browser.sign_in(iin)
    assert (await browser.ask("PUT", "/me/password", json={"new_password": ANOTHER})).status_code == 204
    assert (await enter(auth.browser(), iin, ANOTHER)).status_code == 201
    assert (await browser.ask("DELETE", "/me/password")).status_code == 204
    assert told(await enter(auth.browser(), iin, ANOTHER)) == (422, "password_wrong")
    assert (await browser.ask("GET", "/me/password")).json() == {"set_at": None}
    assert (await browser.ask("DELETE", "/me/password")).status_code == 204, "gone is gone"


async def test_a_password_cannot_take_itself_away(auth: Any) -> None:
    _, iin = await worker(auth)
    browser = auth.browser()
    await enter(browser, iin)
    assert told(await browser.ask("DELETE", "/me/password")) == (403, "key_required")


async def test_the_same_letters_typed_otherwise_open(auth: Any) -> None:
    browser, iin = await worker(auth, None)
    await browser.ask("PUT", "/me/password", json={"new_password": "қарай\u00a0май ағаш"})
    assert (await enter(auth.browser(), iin, "қара\u0438\u0306 ма\u0438\u0306 ағаш")).status_code == 201


async def test_wrong_ones_make_wait_for_workers_and_strangers_alike(start_auth: Any) -> None:
    auth = await start_auth(password_wait_s=LONG_WAIT_S)
    _, iin = await worker(auth)
    waits = []
    for who in (iin, an_iin()):
        answers = [await enter(auth.browser(), who, ANOTHER, f"127.0.1.{count}") for count in range(7)]
        assert [told(answer) for answer in answers] == [(422, "password_wrong")] * 5 + [(429, "too_many_tries")] * 2
        waits.append(answers[-1].json()["params"]["retry_after_s"])
    assert all(LONG_WAIT_S - 60 < wait_s <= LONG_WAIT_S for wait_s in waits)
    assert told(await enter(auth.browser(), iin)) == (429, "too_many_tries"), "elsewhere the right one waits too"


async def test_guessing_elsewhere_locks_nobody_out_of_the_own_device_or_key(auth: Any) -> None:
    own, iin = await worker(auth)
    for count in range(8):
        await enter(auth.browser(), iin, ANOTHER, f"127.0.2.{count}")
    assert (await enter(own, iin)).status_code == 201
    assert (await auth.browser().sign_in(iin))["method"] == "eds"


async def test_who_is_hired_again_at_once_does_not_get_the_old_session_back(auth: Any) -> None:
    _, iin = await worker(auth)
    browser = auth.browser()
    await enter(browser, iin)
    await hired(auth, iin, active=False, version=2)
    await hired(auth, iin, at=new_id())
    assert (await browser.ask("GET", "/me")).status_code == 401


async def test_those_who_share_an_address_shut_nobody_out_of_their_own_device(start_auth: Any) -> None:
    auth = await start_auth(password_tries_per_address_ten_minutes=2)
    own, iin = await worker(auth)
    answers = [told(await enter(auth.browser(), an_iin())) for _ in range(3)]
    assert answers[-1] == (429, "too_many_tries")
    assert (await enter(own, iin)).status_code == 201


async def test_a_crowd_of_guesses_keeps_no_known_device_waiting(start_auth: Any) -> None:
    auth = await start_auth(password_hashing_at_once=1, password_hashing_waiting=1)
    own, iin = await worker(auth)
    crowd, over = auth.api.app.state.ways.passwords.hashing, threading.Event()
    waiting = [asyncio.create_task(crowd._run(over.wait)) for _ in range(2)]
    try:
        assert told(await enter(auth.browser(), an_iin())) == (503, "sign_in_unavailable")
        assert (await enter(own, iin)).status_code == 201
    finally:
        over.set()
        await asyncio.gather(*waiting)


async def test_a_made_up_device_gets_no_tries_of_its_own(start_auth: Any) -> None:
    auth = await start_auth(password_wait_s=LONG_WAIT_S)
    _, iin = await worker(auth)
    answers = []
    for count in range(7):
        thief = auth.browser()
        thief.client.cookies.set("kezek_device", f"{count}" * 43)
        answers.append(told(await enter(thief, iin, ANOTHER)))
    assert answers[-1] == (429, "too_many_tries")


async def test_one_address_tries_only_so_often_whoever_it_tries_to_be(start_auth: Any) -> None:
    auth = await start_auth(password_tries_per_address_ten_minutes=3)
    answers = [told(await enter(auth.browser(), an_iin(), address="127.0.3.1")) for _ in range(4)]
    assert answers == [(422, "password_wrong")] * 3 + [(429, "too_many_tries")]
    assert told(await enter(auth.browser(), an_iin(), address="127.0.3.2")) == (422, "password_wrong")


async def test_a_crowd_of_guesses_gets_no_more_tries_than_one_by_one(start_auth: Any) -> None:
    auth = await start_auth(password_wait_s=LONG_WAIT_S)
    _, iin = await worker(auth)
    answers = await asyncio.gather(*[enter(auth.browser(), iin, ANOTHER) for _ in range(30)])
    assert sorted(told(answer)[1] for answer in answers) == ["password_wrong"] * 5 + ["too_many_tries"] * 25


async def test_a_hash_of_other_parameters_is_made_anew_at_the_next_sign_in(auth: Any, start_auth: Any) -> None:
    _, iin = await worker(auth)
    later = await start_auth(password_passes=3)
    assert (await enter(later.browser(), iin)).status_code == 201
    ((hashed,),) = await later.rows("select hash from password")
    assert ",t=3," in hashed
    assert (await enter(later.browser(), iin)).status_code == 201


async def test_without_redis_it_is_said_plainly_and_nothing_opens(auth: Any, start_auth: Any) -> None:
    _, iin = await worker(auth)
    lamed = await start_auth(redis_url="redis://127.0.0.1:9/0")
    assert told(await enter(lamed.browser(), iin)) == (503, "sign_in_unavailable")


async def test_a_worker_can_see_that_somebody_tried_and_failed(auth: Any) -> None:
    _, iin = await worker(auth)
    await enter(auth.browser(), iin, ANOTHER)
    await enter(auth.browser(), an_iin(), ANOTHER)
    refused = (
        "select a.iin from security_event e left join account a on a.id = e.person_id where kind = 'sign_in_refused'"
    )
    assert sorted(await auth.rows(refused), key=str) == [(iin,), (None,)]


async def test_nothing_that_is_kept_holds_password_or_iin(auth: Any, redis: Any) -> None:
    _, iin = await worker(auth)
    await enter(auth.browser(), iin, ANOTHER)
    rows = str(await auth.rows("select hash from password union all select details::text from security_event"))
    keys = await redis.keys("auth:password:*")
    assert len(keys) == 1
    assert not [each for each in (iin, PASSWORD, ANOTHER) if each in rows or each.encode() in keys[0]]
