import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kezek.eds import Owner, Purpose, SignatureRefused

CONTENT = "Өтініш".encode()


async def parent(sandbox: Any, number: int = 0) -> str:
    found = await sandbox.get("/people", role="parent", limit=1, offset=number)
    return str(found["items"][0]["person"]["iin"])


async def test_anybody_signs_with_a_key_of_the_national_profile(sandbox: Any) -> None:
    iin = await parent(sandbox)
    for spelling in ("der", "pem"):
        signer = sandbox.judge(await sandbox.cms(iin, CONTENT, format=spelling), CONTENT)
        assert (signer.iin, signer.owner) == (iin, Owner.INDIVIDUAL)


async def test_a_login_key_is_for_login_only(sandbox: Any) -> None:
    cms = await sandbox.cms(await parent(sandbox), CONTENT, key="login")
    assert sandbox.judge(cms, CONTENT, Purpose.LOGIN).iin
    with pytest.raises(SignatureRefused, match="certificate_wrong_purpose"):
        sandbox.judge(cms, CONTENT)


@pytest.mark.parametrize(
    ("flaw", "code"),
    [
        ("expired", "certificate_expired"),
        ("unknown_authority", "certificate_untrusted"),
        ("same_name_authority", "certificate_issuer_mismatch"),
        ("missing_intermediate", "certificate_chain_incomplete"),
        ("leaf_as_authority", "certificate_issuer_not_authority"),
        ("no_signer", "signature_has_no_signer"),
        ("other_bytes", "signature_mismatch"),
    ],
)
async def test_each_flaw_is_refused_by_its_own_code(sandbox: Any, flaw: str, code: str) -> None:
    cms = await sandbox.cms(await parent(sandbox), CONTENT, flaw=flaw)
    with pytest.raises(SignatureRefused) as refused:
        sandbox.judge(cms, CONTENT)
    assert refused.value.code == code


async def test_noise_is_a_megabyte(sandbox: Any) -> None:
    with pytest.raises(SignatureRefused, match="signature_too_large"):
        await sandbox.cms(await parent(sandbox), CONTENT, flaw="noise")


async def test_each_person_has_a_key_of_ones_own_and_keeps_it(sandbox: Any) -> None:
    first, second = await parent(sandbox, 1), await parent(sandbox, 2)
    both = await asyncio.gather(*(sandbox.cms(iin, CONTENT) for iin in (first, first, second)))
    certificates = [sandbox.judge(cms, CONTENT).certificate_sha256 for cms in both]
    assert certificates[0] == certificates[1] != certificates[2]


async def test_signing_is_fast_once_the_keys_are_made(sandbox: Any) -> None:
    people = [await parent(sandbox, number) for number in range(3, 7)]
    assert await sandbox.post("/ca/prepare", {"people": people}) == {"prepared": 4}
    began = time.perf_counter()
    for _ in range(10):
        await asyncio.gather(*(sandbox.cms(iin, CONTENT) for iin in people))
    assert (time.perf_counter() - began) / 40 < 0.1


async def test_keys_and_authority_survive_a_restart(tmp_path: Path, start: Callable[..., Any]) -> None:
    async with start(tmp_path) as before:
        iin = await parent(before)
        first = before.judge(await before.cms(iin, CONTENT), CONTENT)
    async with start(tmp_path) as after:
        assert after.judge(await after.cms(iin, CONTENT), CONTENT) == first


async def test_certificates_follow_the_moved_clock(tmp_path: Path, start: Callable[..., Any], day: Any) -> None:
    async with start(tmp_path) as one:
        iin = await parent(one)
        old = await one.cms(iin, CONTENT)
        await one.post("/clock/advance", {"seconds": 400 * day.total_seconds()})
        assert one.judge(await one.cms(iin, CONTENT), CONTENT).iin == iin
        with pytest.raises(SignatureRefused, match="certificate_expired"):
            one.judge(old, CONTENT)
