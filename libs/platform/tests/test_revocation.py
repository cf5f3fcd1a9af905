"""Authorities are asked over real HTTP: what they say counts, silence is refused, and only they are asked."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kezek.eds import Purpose, SignatureRefused
from kezek.platform import authorities
from kezek.platform.clock import SandboxClock
from kezek.platform.errors import Unavailable
from kezek.platform.settings import Environment, RevocationPolicy, Settings
from kezek.platform.signatures import Verified, Verifier
from kezek.platform.testing import Authority, MovableClock, an_iin, certificate_authority, eventually

CONTENT = "Өтініш".encode()
HOUR = timedelta(hours=1)
AT_ONCE = 16  # as many as one process lets wait


@pytest.fixture(autouse=True)
def _asks_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authorities, "_LEAVE_ALONE_S", 0.0)


@pytest.fixture(params=["rsa", "gost"])
async def authority(request: Any, tmp_path: Path, sandbox_clock: MovableClock) -> AsyncIterator[Authority]:
    async with certificate_authority(tmp_path, sandbox_clock, gost=request.param == "gost") as one:
        yield one


@pytest.fixture
def verifier(make_verifier: Callable[..., Verifier]) -> Verifier:
    return make_verifier()


async def verify(verifier: Verifier, authority: Authority, iin: str, **given: Any) -> Verified:
    cms = authority.signing.sign_der(iin, CONTENT)
    asked: dict[str, Any] = {"at": authority.clock.now(), "purpose": Purpose.SIGN, **given}
    return await verifier.verify(cms, CONTENT, **asked)


def answered(verified: Verified) -> list[str]:
    return [each["source"] for each in verified.revocation]


async def refused(verifier: Verifier, authority: Authority, iin: str) -> str:
    with pytest.raises((SignatureRefused, Unavailable)) as caught:
        await verify(verifier, authority, iin)
    refusal: Any = caught.value
    return str(refusal.code)


async def test_the_answer_is_evidence_and_is_kept(verifier: Verifier, authority: Authority) -> None:
    iin = an_iin()
    verified = await verify(verifier, authority, iin)
    assert (verified.signer.iin, answered(verified)) == (iin, ["ocsp", "ocsp"])
    assert await verify(verifier, authority, iin) == verified
    assert authority.asked == {"ocsp": 2}, "one for the person, one for the intermediate"
    await verify(verifier, authority, an_iin())
    assert authority.asked == {"ocsp": 3}


async def test_a_revoked_key_is_refused(verifier: Verifier, authority: Authority) -> None:
    iin = an_iin()
    authority.revoke(authority.signing.certified(iin).certificate)
    assert await refused(verifier, authority, iin) == "certificate_revoked"
    assert answered(await verify(verifier, authority, an_iin())) == ["ocsp", "ocsp"]


async def test_a_key_revoked_later_did_sign_before(verifier: Verifier, authority: Authority) -> None:
    iin, before = an_iin(), authority.clock.now() - HOUR
    authority.revoke(authority.signing.certified(iin).certificate)
    assert answered(await verify(verifier, authority, iin, at=before)) == ["ocsp", "ocsp"]


async def test_a_revoked_intermediate_takes_all_its_people_with_it(verifier: Verifier, authority: Authority) -> None:
    authority.revoke(authority.signing.authority.certificate)
    assert await refused(verifier, authority, an_iin()) == "certificate_revoked"


async def test_the_list_is_asked_when_nobody_answers(verifier: Verifier, authority: Authority) -> None:
    authority.down = {"ocsp"}
    iin, other = an_iin(), an_iin()
    assert answered(await verify(verifier, authority, iin)) == ["crl", "crl"]
    await verify(verifier, authority, other)
    assert authority.asked["crl"] == 2, "one list for all, and the root's"


async def test_who_is_on_the_list_is_refused(verifier: Verifier, authority: Authority) -> None:
    authority.down, iin = {"ocsp"}, an_iin()
    authority.revoke(authority.signing.certified(iin).certificate)
    assert await refused(verifier, authority, iin) == "certificate_revoked"


async def test_unavailable_when_nothing_answers_and_well_again_when_it_does(
    verifier: Verifier, authority: Authority
) -> None:
    authority.down, iin = {"ocsp", "crl"}, an_iin()
    assert await refused(verifier, authority, iin) == "revocation_unavailable"
    authority.down = set()
    assert answered(await verify(verifier, authority, iin)) == ["ocsp", "ocsp"]


async def test_who_is_revoked_is_so_although_the_root_is_silent(
    make_verifier: Callable[..., Verifier], authority: Authority
) -> None:
    verifier, iin = make_verifier(revocation_addresses=f"{authority.url}/issuing"), an_iin()
    assert await refused(verifier, authority, iin) == "revocation_unavailable"
    other = an_iin()
    authority.revoke(authority.signing.certified(other).certificate)
    assert await refused(verifier, authority, other) == "certificate_revoked"


async def test_the_policy_may_be_content_with_silence_and_says_so(
    make_verifier: Callable[..., Verifier], authority: Authority
) -> None:
    verifier, iin = make_verifier(revocation=RevocationPolicy.WHEN_ANSWERED), an_iin()
    authority.down = {"ocsp", "crl"}
    assert answered(await verify(verifier, authority, iin)) == ["none", "none"]
    authority.down = set()
    authority.revoke(authority.signing.certified(iin).certificate)
    assert await refused(verifier, authority, iin) == "certificate_revoked"


async def test_switched_off_nobody_is_asked(make_verifier: Callable[..., Verifier], authority: Authority) -> None:
    verified = await verify(make_verifier(revocation=RevocationPolicy.OFF), authority, an_iin())
    assert (verified.revocation, authority.asked) == ([], {})


async def test_many_at_once_ask_once_and_who_goes_away_takes_nobody_along(
    verifier: Verifier, authority: Authority
) -> None:
    authority.delay, iin = asyncio.Event(), an_iin()
    waiting = [asyncio.create_task(verify(verifier, authority, iin)) for _ in range(AT_ONCE)]

    async def both_asked() -> bool:
        return authority.asked["ocsp"] == 2

    await eventually(both_asked, "both questions")
    for impatient in waiting[::2]:
        impatient.cancel()
    authority.delay.set()
    done = await asyncio.gather(*waiting, return_exceptions=True)
    assert {type(each) for each in done[::2]} == {asyncio.CancelledError}
    assert {each.signer.iin for each in done[1::2] if isinstance(each, Verified)} == {iin}
    assert authority.asked == {"ocsp": 2}


async def test_a_slow_authority_is_not_waited_for(make_verifier: Callable[..., Verifier], authority: Authority) -> None:
    authority.delay = asyncio.Event()
    verifier = make_verifier(revocation_timeout_s=0.2)
    assert await refused(verifier, authority, an_iin()) == "revocation_unavailable"


async def test_an_endless_answer_is_not_read(
    verifier: Verifier, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kezek.platform.revocation_lists.MAX_CRL_BYTES", 100_000)
    authority.padding = bytes(200_000)
    assert await refused(verifier, authority, an_iin()) == "revocation_unavailable"


async def test_what_comes_packed_is_not_unpacked(verifier: Verifier, authority: Authority) -> None:
    authority.packed = True
    assert await refused(verifier, authority, an_iin()) == "revocation_unavailable"


async def test_no_redirect_is_followed(verifier: Verifier, authority: Authority) -> None:
    authority.redirect_to = f"{authority.url}/issuing/crl"
    assert await refused(verifier, authority, an_iin()) == "revocation_unavailable"
    assert authority.asked == {"ocsp": 2, "crl": 2}


async def test_an_address_that_is_not_configured_is_never_asked(
    make_verifier: Callable[..., Verifier], authority: Authority
) -> None:
    verifier = make_verifier(revocation_addresses=f"{authority.url}/elsewhere,http://ocsp.example.kz")
    assert await refused(verifier, authority, an_iin()) == "revocation_unavailable"
    assert authority.asked == {}


async def test_a_kept_list_serves_while_everything_is_down_until_its_end(
    verifier: Verifier, authority: Authority, sandbox_clock: MovableClock
) -> None:
    authority.down, iin = {"ocsp"}, an_iin()
    await verify(verifier, authority, iin)
    authority.down = {"ocsp", "crl"}
    sandbox_clock.move(HOUR / 2)
    assert answered(await verify(verifier, authority, an_iin())) == ["crl", "crl"]
    sandbox_clock.move(HOUR)
    assert await refused(verifier, authority, iin) == "revocation_unavailable"


async def test_a_kept_list_is_refreshed_while_it_serves(
    make_verifier: Callable[..., Verifier], authority: Authority
) -> None:
    verifier, iin = make_verifier(revocation_list_refresh_s=0), an_iin()
    authority.down = {"ocsp"}
    await verify(verifier, authority, iin)
    authority.revoke(authority.signing.certified(iin).certificate, authority.clock.now() - HOUR)

    async def is_refused() -> bool:
        try:
            await verify(verifier, authority, iin)
        except SignatureRefused as refusal:
            return str(refusal.code) == "certificate_revoked"
        return False

    await eventually(is_refused, "the new list")


async def test_a_kept_answer_ends_with_the_moved_clock(
    verifier: Verifier, authority: Authority, sandbox_clock: MovableClock
) -> None:
    iin = an_iin()
    await verify(verifier, authority, iin)
    sandbox_clock.move(2 * HOUR)
    authority.revoke(authority.signing.certified(iin).certificate)
    assert await refused(verifier, authority, iin) == "certificate_revoked"


async def test_a_failed_authority_is_left_alone_for_a_moment(
    verifier: Verifier, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(authorities, "_LEAVE_ALONE_S", 60.0)
    authority.down = {"ocsp", "crl"}
    for _ in range(5):
        assert await refused(verifier, authority, an_iin()) == "revocation_unavailable"
    assert authority.asked == {"ocsp": 2, "crl": 2}


async def test_a_list_of_no_use_is_not_fetched_for_every_signature(
    verifier: Verifier, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(authorities, "_LEAVE_ALONE_S", 60.0)
    authority.padding, authority.down = b"noise", {"ocsp"}
    for _ in range(5):
        assert await refused(verifier, authority, an_iin()) == "revocation_unavailable"
    assert authority.asked["crl"] == 2


def test_production_refuses_to_ask_nobody() -> None:
    with pytest.raises(ValueError, match="KEZEK_REVOCATION other than off"):
        Settings(database_url="", revocation=RevocationPolicy.OFF)
    assert Settings(database_url="", environment=Environment.SANDBOX).revocation is RevocationPolicy.REQUIRED
    sandbox = Settings(database_url="", environment=Environment.SANDBOX, revocation=RevocationPolicy.OFF)
    assert sandbox.revocation is RevocationPolicy.OFF


def test_a_verifier_needs_a_trust_list(sandbox_clock: SandboxClock) -> None:
    with pytest.raises(ValueError, match="KEZEK_TRUST_LIST"):
        Verifier.of(Settings(database_url="", environment=Environment.SANDBOX), sandbox_clock)
