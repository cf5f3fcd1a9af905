import base64
import json
import random
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.eds import Purpose
from kezek.platform.testing import Signing, an_iin

FOUR_YEARS = timedelta(days=4 * 365)


def document(challenge: dict[str, Any]) -> bytes:
    return base64.b64decode(challenge["document_base64"])


async def refusal(auth: Any, browser: Any, challenge: dict[str, Any], signature: str) -> str:
    answer = await browser.answer(challenge, signature)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert await browser.token() is None
    assert await auth.rows("select * from session") == []
    return str(answer.json()["code"])


async def test_a_login_key_opens_a_session(auth: Any) -> None:
    browser, iin = auth.browser(), an_iin()
    assert (await browser.ask("GET", "/me")).json()["code"] == "sign_in_required"
    me = await browser.sign_in(iin)
    assert (me["iin"], me["language"], me["method"], me["roles"]) == (iin, "kk", "eds", ["parent"])
    assert me["name"] == "СЫНАҚОВА ҮЛГІ"
    assert (await browser.ask("GET", "/me")).json() == me


async def test_the_same_person_keeps_the_account_and_its_language(auth: Any) -> None:
    first, second, iin = auth.browser(), auth.browser(), an_iin()
    me = await first.sign_in(iin)
    assert (await first.ask("PATCH", "/me", json={"language": "en"})).json()["language"] == "en"
    assert (await first.ask("GET", "/me")).json()["language"] == "en"
    again = await second.sign_in(iin)
    assert (again["person_id"], again["language"]) == (me["person_id"], "en")


async def test_another_key_than_that_for_login_is_refused(auth: Any) -> None:
    browser = auth.browser()
    challenge = await browser.challenge()
    signature = auth.signing.sign(an_iin(), document(challenge), Purpose.SIGN)
    assert await refusal(auth, browser, challenge, signature) == "certificate_wrong_purpose"


async def test_a_signature_over_other_bytes_is_refused(auth: Any) -> None:
    browser = auth.browser()
    challenge = await browser.challenge()
    signature = auth.signing.sign(an_iin(), document(challenge) + b" ", Purpose.LOGIN)
    assert await refusal(auth, browser, challenge, signature) == "signature_mismatch"


async def test_a_signature_of_another_challenge_is_refused(auth: Any) -> None:
    browser = auth.browser()
    signature = browser.signed(await browser.challenge(), an_iin())
    assert await refusal(auth, browser, await browser.challenge(), signature) == "signature_mismatch"


async def test_an_authority_of_the_same_names_and_another_key_is_refused(auth: Any, tmp_path: Any) -> None:
    browser = auth.browser()
    challenge = await browser.challenge()
    signature = Signing(tmp_path).sign(an_iin(), document(challenge), Purpose.LOGIN)
    assert await refusal(auth, browser, challenge, signature) == "certificate_issuer_mismatch"


async def test_an_expired_certificate_is_refused_by_the_clock_of_the_rules(auth: Any, sandbox_clock: Any) -> None:
    browser = auth.browser()
    await browser.sign_in(an_iin())
    sandbox_clock.move(FOUR_YEARS)
    other = auth.browser()
    challenge = await other.challenge()
    answer = await other.answer(challenge, other.signed(challenge, an_iin()))
    assert answer.json()["code"] == "certificate_expired"
    assert await browser.token() is not None, "sessions live in real time"


@pytest.mark.parametrize(
    ("signature", "code"),
    [
        ("!", "signature_malformed"),
        (base64.b64encode(b"0\x03\x02\x01\x01").decode(), "signature_malformed"),
        (base64.b64encode(random.Random(1).randbytes(1_000_000)).decode(), "signature_too_large"),
    ],
)
async def test_noise_is_refused(auth: Any, signature: str, code: str) -> None:
    browser = auth.browser()
    assert await refusal(auth, browser, await browser.challenge(), signature) == code


async def test_a_challenge_serves_once(auth: Any) -> None:
    browser, iin = auth.browser(), an_iin()
    challenge = await browser.challenge()
    cookies = dict(browser.client.cookies)
    signature = browser.signed(challenge, iin)
    assert (await browser.answer(challenge, signature)).status_code == 201
    thief = auth.browser()
    thief.client.cookies.update(cookies)
    answer = await thief.answer(challenge, signature)
    assert answer.json()["code"] == "challenge_unknown"
    assert await thief.token() is None


async def test_a_refused_signature_uses_the_challenge_up(auth: Any) -> None:
    browser = auth.browser()
    challenge = await browser.challenge()
    assert await refusal(auth, browser, challenge, "!") == "signature_malformed"
    signature = browser.signed(challenge, an_iin())
    assert await refusal(auth, browser, challenge, signature) == "challenge_unknown"


async def test_another_browsers_challenge_is_refused(auth: Any) -> None:
    victim, thief = auth.browser(), auth.browser()
    challenge = await victim.challenge()
    signature = victim.signed(challenge, an_iin())
    await thief.challenge()
    assert await refusal(auth, thief, challenge, signature) == "challenge_unknown"


async def test_a_challenge_that_is_gone_is_refused(auth: Any) -> None:
    browser = auth.browser()
    challenge = await browser.challenge()
    await auth.flush_redis()
    signature = browser.signed(challenge, an_iin())
    assert await refusal(auth, browser, challenge, signature) == "challenge_unknown"


async def test_a_challenge_past_its_time_is_refused_even_if_redis_still_holds_it(start_auth: Any) -> None:
    auth = await start_auth(challenge_lifetime_s=120)
    browser = auth.browser()
    challenge = await browser.challenge()
    parts = auth.api.app.state.parts
    kept = await parts.challenges.take(UUID(challenge["challenge_id"]))
    await parts.challenges.keep(replace(kept, expires_at=parts.real.now()))
    signature = browser.signed(challenge, an_iin())
    assert await refusal(auth, browser, challenge, signature) == "challenge_unknown"


async def test_signing_in_again_ends_the_browsers_old_session(auth: Any) -> None:
    browser, thief = auth.browser(), auth.browser()
    await browser.sign_in(an_iin())
    thief.client.cookies.update(dict(browser.client.cookies))
    assert await thief.token() is not None
    await browser.sign_in(an_iin())
    assert await thief.token() is None
    assert await browser.token() is not None


async def test_every_attempt_is_remembered_without_iin(auth: Any) -> None:
    browser, iin = auth.browser(), an_iin()
    await browser.answer(await browser.challenge(), "!")
    me = await browser.sign_in(iin)
    events = await auth.rows(
        "select kind, code, cast(person_id as text), details::text from security_event order by id"
    )
    assert [event[:3] for event in events] == [
        ("sign_in_refused", "signature_malformed", None),
        ("signed_in", None, me["person_id"]),
    ]
    assert iin not in str(events)
    with pytest.raises(Exception, match="permission denied"):
        await auth.change("delete from security_event")


async def test_secrets_are_kept_as_digests_only(auth: Any) -> None:
    browser = auth.browser()
    await browser.sign_in(an_iin())
    secret = browser.client.cookies["kezek_session"]
    assert secret not in str(await auth.rows("select session::text, encode(secret_sha256, 'escape') from session"))


async def test_no_secret_of_a_session_repeats_and_no_seed_foretells_it(auth: Any) -> None:
    given: dict[str, set[str]] = {"kezek_session": set(), "kezek_device": set()}
    iin = an_iin()
    for _ in range(2):
        browser = auth.browser()
        random.seed(7)
        await browser.sign_in(iin)
        for name, secrets in given.items():
            secrets.add(browser.client.cookies[name])
    for secrets in given.values():
        assert len(secrets) == 2
        assert all(len(base64.urlsafe_b64decode(f"{each}=")) >= 32 for each in secrets)


async def test_no_challenge_repeats_and_no_seed_foretells_it(auth: Any) -> None:
    said = []
    for _ in range(2):
        random.seed(7)
        said.append(json.loads(document(await auth.browser().challenge())))
    assert said[0]["nonce"] != said[1]["nonce"]
    assert said[0]["browser"] != said[1]["browser"]
    assert all(len(base64.urlsafe_b64decode(f"{each['nonce']}==")) >= 32 for each in said)


async def test_cookies_are_out_of_reach_of_scripts_and_neighbours(start_auth: Any) -> None:
    auth = await start_auth(cookie_secure=True)
    browser = auth.browser()
    challenge = await browser.challenge()
    secret = browser.client.cookies["__Host-kezek_challenge"]
    # the test speaks plain HTTP, over which a Secure cookie does not go by itself
    cookie = {"cookie": f"__Host-kezek_challenge={secret}"}
    body = {"challenge_id": challenge["challenge_id"], "signature": browser.signed(challenge, an_iin())}
    answer = await auth.api.by().post("/sessions", json=body, headers=cookie)
    session = next(line for line in answer.headers.get_list("set-cookie") if "_session=" in line)
    assert session.startswith("__Host-kezek_session=")
    assert {"HttpOnly", "Secure", "Path=/", "SameSite=lax"} <= set(session.split("; "))
    assert "Domain" not in session
