"""Signing in with a one-time code (domain §2.2)."""

import asyncio
from typing import Any

import pytest

from kezek.auth.usecases.change_grants import grant_role
from kezek.contracts.ids import new_id
from kezek.platform.actors import Grant, Role
from kezek.platform.clock import SystemClock
from kezek.platform.testing import an_iin

WRONG = "000000"


def wrong_for(code: str) -> str:
    return WRONG if code != WRONG else "000001"


async def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def test_the_code_of_the_sms_opens_a_session_and_the_account(counter: Any, outside: Any) -> None:
    browser, person = counter.auth.browser(), outside.person()
    me = await counter.sign_in(browser, person)
    name = person.person.name.kk
    assert (me["iin"], me["method"], me["roles"]) == (person.person.iin, "code", ["parent"])
    assert me["name"] == f"{name.surname} {name.given} {name.patronymic}"
    assert (await browser.ask("GET", "/me")).json()["person_id"] == me["person_id"]
    assert len(await outside.sms(person.phone)) == 1


async def test_it_is_the_same_account_as_the_keys_and_keeps_its_name(counter: Any, outside: Any) -> None:
    person = outside.person()
    by_key = await counter.auth.browser().sign_in(person.person.iin)
    by_code = await counter.sign_in(counter.auth.browser(), person)
    assert (by_code["person_id"], by_code["name"]) == (by_key["person_id"], by_key["name"])


@pytest.mark.parametrize("silent", [{"mode": "down"}, {"latency_ms": 3000}])
async def test_a_register_that_tells_no_name_keeps_nobody_out_and_is_asked_the_next_time(
    start_counter: Any, outside: Any, silent: dict[str, Any]
) -> None:
    counter, person = await start_counter(register_name_timeout_s=0.2, code_resend_s=0), outside.person()
    await outside.switch("register", **silent)
    assert (await counter.sign_in(counter.auth.browser(), person))["name"] == ""
    await outside.switch("register")
    assert person.person.name.kk.surname in (await counter.sign_in(counter.auth.browser(), person))["name"]


async def test_nobody_is_named_whom_the_register_does_not_know(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(register_url=f"{outside.url}/nowhere")
    assert (await counter.sign_in(counter.auth.browser(), outside.person()))["name"] == ""


async def test_a_code_opens_no_role_on_staff(counter: Any, outside: Any) -> None:
    person, parts, now = outside.person(), counter.auth.api.app.state.parts, SystemClock().now()
    async with counter.auth.database.write() as tx:
        await grant_role(tx, parts.cache, person.person.iin, Grant(Role.ADMINISTRATOR), by=None, now=now)
    browser = counter.auth.browser()
    assert (await counter.sign_in(browser, person))["roles"] == ["parent"]
    assert await refusal(await browser.ask("GET", "/grants")) in [(403, "permission_missing"), (403, "email_required")]


@pytest.mark.parametrize(
    ("language", "words"), [(None, "айтпаңыз"), ("kk", "айтпаңыз"), ("ru", "Не говорите"), ("en", "nobody")]
)
async def test_the_sms_speaks_the_language_asked_for(
    counter: Any, outside: Any, language: str | None, words: str
) -> None:
    person = outside.person()
    await counter.ask_as(counter.auth.browser(), person, **({"language": language} if language else {}))
    await counter.code_of(person)
    (text,) = await outside.sms(person.phone)
    assert words in text
    assert text.startswith(("Кезек", "Kezek"))


async def test_phones_may_be_written_as_people_write_them(counter: Any, outside: Any) -> None:
    person = outside.person()
    written = f"8 ({person.phone[1:4]}) {person.phone[4:7]}-{person.phone[7:9]}-{person.phone[9:]}"
    assert (await counter.ask(counter.auth.browser(), person.person.iin, written)).status_code == 202
    assert await counter.code_of(person)


@pytest.mark.parametrize(
    "body",
    [
        {"iin": "991399000008", "phone": "77990000001"},
        {"iin": "991399000009", "phone": "12025550100"},
        {"iin": "991399000009", "phone": "7" * 200},
        {"iin": "991399000009", "phone": "77990000001", "method": "eds"},
        {"iin": "991399000009"},
    ],
)
async def test_a_malformed_request_is_refused_without_repeating_it(counter: Any, body: dict[str, str]) -> None:
    answer = await counter.auth.browser().client.post("/codes", json=body)
    assert await refusal(answer) == (422, "request_invalid")
    assert body["iin"] not in answer.text


async def test_wrong_used_replaced_unknown_foreign_and_expired_codes_are_answered_alike(
    start_counter: Any, outside: Any, redis: Any
) -> None:
    counter = await start_counter(code_resend_s=0)
    browser, other, person = counter.auth.browser(), counter.auth.browser(), outside.person()
    replaced = await counter.ask_as(counter.auth.browser(), person)
    await counter.code_of(person)
    asked = await counter.ask_as(browser, person)
    code = await counter.code_of(person)
    answers = [
        await counter.hand_in(browser, asked["code_id"], wrong_for(code)),
        await counter.hand_in(browser, str(new_id()), code),
        await counter.hand_in(other, asked["code_id"], code),
        await counter.hand_in(browser, replaced["code_id"], code),
    ]
    assert (await counter.hand_in(browser, asked["code_id"], code)).status_code == 201
    answers.append(await counter.hand_in(browser, asked["code_id"], code))
    late = await counter.ask_as(other, person)
    code = await counter.code_of(person)
    await asyncio.gather(*[redis.pexpireat(key, 1) for key in await redis.keys("auth:code:*")])
    answers.append(await counter.hand_in(other, late["code_id"], code))
    assert {(answer.status_code, answer.content) for answer in answers} == {(422, answers[0].content)}
    assert answers[0].json()["code"] == "code_wrong"
    assert len({tuple(answer.headers) for answer in answers}) == 1


async def test_a_code_past_its_time_is_refused_even_if_redis_still_holds_it(counter: Any, outside: Any) -> None:
    browser, person = counter.auth.browser(), outside.person()
    asked = await counter.ask_as(browser, person)
    code = await counter.code_of(person)
    subject = f"{asked['code_id']} {browser.client.cookies['kezek_code']}"
    codes = counter.auth.api.app.state.parts.codes
    past = {**(await codes.read("sign-in", subject)).payload, "expires_at": SystemClock().now().isoformat()}
    await codes.keep("sign-in", subject, code=code, payload=past, lifetime_s=60, tries=5)
    assert await refusal(await counter.hand_in(browser, asked["code_id"], code)) == (422, "code_wrong")


async def test_the_fifth_try_counts_and_no_sixth_does(counter: Any, outside: Any) -> None:
    for wrong_ones, status in ((4, 201), (5, 422)):
        browser, person = counter.auth.browser(), outside.person()
        asked = await counter.ask_as(browser, person)
        code = await counter.code_of(person)
        for _ in range(wrong_ones):
            await counter.hand_in(browser, asked["code_id"], wrong_for(code))
        assert (await counter.hand_in(browser, asked["code_id"], code)).status_code == status


async def test_of_fifty_who_hand_it_in_at_once_one_signs_in(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(code_tries_per_person_day=100)
    browser, person = counter.auth.browser(), outside.person()
    asked = await counter.ask_as(browser, person)
    code, cookie = await counter.code_of(person), {"cookie": f"kezek_code={browser.client.cookies['kezek_code']}"}
    body = {"code_id": asked["code_id"], "code": code}
    everybody = counter.auth.api.by()
    answers = await asyncio.gather(*[everybody.post("/sessions/code", json=body, headers=cookie) for _ in range(50)])
    assert sorted(answer.status_code for answer in answers) == [201] + [422] * 49
    assert len(await counter.auth.rows("select id from session")) == 1


async def test_a_new_session_ends_the_browsers_old_one(counter: Any, outside: Any) -> None:
    browser, thief = counter.auth.browser(), counter.auth.browser()
    await browser.sign_in(an_iin())
    thief.client.cookies.update(dict(browser.client.cookies))
    await counter.sign_in(browser, outside.person())
    assert await thief.token() is None
    assert "kezek_code" not in browser.client.cookies


async def test_refusals_are_remembered_by_ids_and_digests_only(counter: Any, outside: Any) -> None:
    browser, person = counter.auth.browser(), outside.person()
    asked = await counter.ask_as(browser, person, address="127.9.8.7")
    await counter.hand_in(browser, asked["code_id"], wrong_for(await counter.code_of(person)), address="127.9.8.7")
    ((kind, code, details),) = await counter.auth.rows("select kind, code, details::text from security_event")
    assert (kind, code) == ("sign_in_refused", "code_wrong")
    assert asked["code_id"] in details
    assert not [secret for secret in (person.person.iin, person.phone, "127.9.8.7") if secret in details]


async def test_a_person_sees_codes_tried_in_their_name(counter: Any, outside: Any) -> None:
    own, thief, person = counter.auth.browser(), counter.auth.browser(), outside.person()
    await own.sign_in(person.person.iin)
    asked = await counter.ask_as(thief, person)
    await counter.hand_in(thief, asked["code_id"], wrong_for(await counter.code_of(person)))
    seen = (await own.ask("GET", "/me/security-events")).json()["items"]
    assert [each["kind"] for each in seen] == ["sign_in_refused", "signed_in"]


async def test_redis_holds_no_numbers_in_the_clear_and_forgets_everything(
    counter: Any, outside: Any, redis: Any
) -> None:
    known, unknown = outside.person(), outside.person()
    asked = await counter.ask_as(counter.auth.browser(), known)
    await counter.ask(counter.auth.browser(), known.person.iin, unknown.phone)
    code = await counter.code_of(known)
    browser = counter.auth.browser()
    await counter.hand_in(browser, asked["code_id"], code)
    seen = b""
    for key in await redis.keys():
        assert 0 < await redis.ttl(key) <= 24 * 3600
        hashed = await redis.type(key) == b"hash"
        seen += key + (b"".join((await redis.hgetall(key)).values()) if hashed else await redis.get(key))
    secrets = (known.person.iin, known.phone, unknown.phone, code, known.phone[1:])
    assert not [secret for secret in secrets if secret.encode() in seen]


async def test_without_redis_it_is_said_plainly(start_counter: Any, outside: Any) -> None:
    lamed = await start_counter(redis_url="redis://127.0.0.1:9/0")
    person, browser = outside.person(), lamed.auth.browser()
    answer = await lamed.ask(browser, person.person.iin, person.phone)
    assert await refusal(answer) == (503, "sign_in_unavailable")
    assert await refusal(await lamed.hand_in(browser, str(new_id()), WRONG)) == (503, "sign_in_unavailable")
