"""Signing in asks whether the key is revoked, over real HTTP; what was answered stands in the security event."""

import base64
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from kezek.eds import Purpose
from kezek.platform import authorities
from kezek.platform.settings import RevocationPolicy
from kezek.platform.testing import Authority, MovableClock, certificate_authority

IIN = "991399000009"


@pytest.fixture(autouse=True)
def _asks_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authorities, "_LEAVE_ALONE_S", 0.0)


@pytest.fixture(params=["rsa", "gost"])
async def authority(request: Any, tmp_path: Path, sandbox_clock: MovableClock) -> AsyncIterator[Authority]:
    async with certificate_authority(tmp_path, sandbox_clock, gost=request.param == "gost") as one:
        yield one


@pytest.fixture
async def asking(start_auth: Callable[..., Awaitable[Any]], authority: Authority) -> Any:
    return await start_auth(
        trust_list=authority.signing.trust_list,
        revocation=RevocationPolicy.REQUIRED,
        revocation_addresses=authority.url,
        revocation_cache_s=0,
    )


async def sign_in(auth: Any, authority: Authority) -> httpx.Response:
    browser = auth.browser()
    challenge = await browser.challenge()
    document = base64.b64decode(challenge["document_base64"])
    answer: httpx.Response = await browser.answer(challenge, authority.signing.sign(IIN, document, Purpose.LOGIN))
    return answer


async def test_who_is_not_revoked_signs_in_and_the_event_keeps_by_which_answers(
    asking: Any, authority: Authority
) -> None:
    assert (await sign_in(asking, authority)).status_code == 201
    ((details,),) = await asking.rows("select details from security_event where kind = 'signed_in'")
    assert [each["source"] for each in details["revocation"]] == ["ocsp", "ocsp"]
    assert IIN not in str(details)


async def test_a_revoked_key_does_not_sign_in(asking: Any, authority: Authority) -> None:
    authority.revoke(authority.signing.certified(IIN, Purpose.LOGIN).certificate)
    answer = await sign_in(asking, authority)
    assert (answer.status_code, answer.json()["code"]) == (422, "certificate_revoked")
    assert await asking.rows("select kind, code from security_event") == [("sign_in_refused", "certificate_revoked")]


async def test_the_owner_of_a_revoked_key_sees_that_it_was_tried(asking: Any, authority: Authority) -> None:
    me = (await sign_in(asking, authority)).json()
    authority.revoke(authority.signing.certified(IIN, Purpose.LOGIN).certificate)
    answer = await sign_in(asking, authority)
    assert (answer.status_code, answer.json()["params"]) == (422, {})
    told = await asking.rows("select kind, person_id::text from security_event order by id")
    assert told == [("signed_in", me["person_id"]), ("sign_in_refused", me["person_id"])]


async def test_nobody_signs_in_while_no_authority_answers_and_is_told_so_plainly(
    asking: Any, authority: Authority
) -> None:
    authority.down = {"ocsp", "crl"}
    answer = await sign_in(asking, authority)
    assert (answer.status_code, answer.json()["code"]) == (503, "revocation_unavailable")
    assert await asking.rows("select kind, code from security_event") == [("sign_in_refused", "revocation_unavailable")]
    authority.down = set()
    assert (await sign_in(asking, authority)).status_code == 201


async def test_a_signature_that_nobody_could_judge_may_be_brought_again_and_then_no_more(
    asking: Any, authority: Authority
) -> None:
    browser = asking.browser()
    challenge = await browser.challenge()
    cookies = dict(browser.client.cookies)
    signature = authority.signing.sign(IIN, base64.b64decode(challenge["document_base64"]), Purpose.LOGIN)
    authority.down = {"ocsp", "crl"}
    assert (await browser.answer(challenge, signature)).status_code == 503
    authority.down = set()
    assert (await browser.answer(challenge, signature)).status_code == 201
    thief = asking.browser()
    thief.client.cookies.update(cookies)
    assert (await thief.answer(challenge, signature)).json()["code"] == "challenge_unknown"
