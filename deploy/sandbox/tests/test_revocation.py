"""The authority as services meet it: GOST, organisations, OCSP and lists over HTTP, kept over restarts."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives import serialization

from kezek.eds import Owner, Purpose, SignatureRefused, TrustList, examine_detached
from kezek.eds.crl import alone, combined, read_crl, read_list
from kezek.eds.ocsp import make_request, read_ocsp
from kezek.eds.revocation import Answer, Link, judge, links
from kezek.eds.testing import new_authority

CONTENT = "Өтініш".encode()
NONCE = b"0123456789abcdef"
ALGORITHMS = pytest.mark.parametrize("algorithm", ["rsa", "gost"])


async def somebody(sandbox: Any, role: str = "parent", number: int = 40) -> str:
    found = await sandbox.get("/people", role=role, limit=1, offset=number)
    return str(found["items"][0]["person"]["iin"])


def chain(sandbox: Any, cms: bytes) -> tuple[Link, ...]:
    trust = TrustList.from_pem(sandbox.inside.settings.trust_list)
    at = sandbox.inside.clock.now()
    return links(examine_detached(cms, CONTENT, trust=trust, at=at, purpose=Purpose.SIGN).chain)


def path(url: str) -> str:
    """The sandbox under test listens elsewhere than its certificates say."""
    return url.partition("8801")[2]


async def ocsp(sandbox: Any, link: Link) -> Answer:
    (url,) = link.ocsp_urls
    answer = await sandbox.client.post(path(url), content=make_request(link, NONCE))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/ocsp-response")
    return read_ocsp(answer.content, link, nonce=NONCE, now=sandbox.inside.clock.now())


async def listed(sandbox: Any, link: Link) -> Answer:
    (url,) = link.crl_urls
    return read_crl((await sandbox.client.get(path(url))).content, link.issuer)


async def is_revoked(sandbox: Any, link: Link) -> bool:
    now = sandbox.inside.clock.now()
    verdicts = set()
    for answer in (await ocsp(sandbox, link), await listed(sandbox, link)):
        try:
            judge(link, answer, at=now, now=now)
        except SignatureRefused as refused:
            verdicts.add(str(refused.code))
        else:
            verdicts.add("good")
    assert len(verdicts) == 1, "the list and the answer say the same"
    return verdicts == {"certificate_revoked"}


@ALGORITHMS
async def test_both_ways_say_who_is_revoked_and_another_certificate_is_not(sandbox: Any, algorithm: str) -> None:
    who = {"person": await somebody(sandbox), "algorithm": algorithm}
    leaf, intermediate = chain(sandbox, await sandbox.cms(who["person"], CONTENT, algorithm=algorithm))
    assert not await is_revoked(sandbox, leaf)
    answer = await sandbox.post("/ca/revoke", {**who, "key": "sign"})
    assert answer == {"certificate_serial": leaf.serial}
    assert await is_revoked(sandbox, leaf)
    assert not await is_revoked(sandbox, intermediate)
    await sandbox.post("/ca/renew", {**who, "key": "sign"})
    renewed, _ = chain(sandbox, await sandbox.cms(who["person"], CONTENT, algorithm=algorithm))
    assert renewed.serial != leaf.serial
    assert not await is_revoked(sandbox, renewed)


@ALGORITHMS
async def test_a_revoked_flaw_leaves_the_persons_own_key_alone(sandbox: Any, algorithm: str) -> None:
    person = await somebody(sandbox, number=41)
    flawed, _ = chain(sandbox, await sandbox.cms(person, CONTENT, algorithm=algorithm, flaw="revoked"))
    own, _ = chain(sandbox, await sandbox.cms(person, CONTENT, algorithm=algorithm))
    assert (await is_revoked(sandbox, flawed), await is_revoked(sandbox, own)) == (True, False)


@pytest.mark.parametrize("purpose", list(Purpose))
async def test_one_gost_key_serves_both_purposes(sandbox: Any, purpose: Purpose) -> None:
    person = await somebody(sandbox, number=42)
    first = sandbox.judge(await sandbox.cms(person, CONTENT, algorithm="gost", key=purpose), CONTENT, purpose)
    second = sandbox.judge(await sandbox.cms(person, CONTENT, algorithm="gost"), CONTENT, purpose)
    assert first == second
    assert first.algorithm.startswith("gost")


@ALGORITHMS
@pytest.mark.parametrize("owner", ["head", "may_sign", "employee"])
async def test_a_worker_holds_keys_of_the_kindergarten(sandbox: Any, algorithm: str, owner: str) -> None:
    worker = await somebody(sandbox, "worker", 0)
    signer = sandbox.judge(await sandbox.cms(worker, CONTENT, algorithm=algorithm, owner=owner), CONTENT)
    assert (signer.iin, signer.owner) == (worker, Owner(owner))
    assert signer.bin is not None
    assert signer.bin.startswith("9900")


async def test_a_parent_has_no_organisation(sandbox: Any) -> None:
    body = {"person": await somebody(sandbox), "key": "sign", "content_base64": "eA==", "owner": "head"}
    assert (await sandbox.post("/ca/sign", body, expect=422))["code"] == "person_without_organisation"


async def test_a_gost_key_on_another_curve_is_refused(sandbox: Any) -> None:
    cms = await sandbox.cms(await somebody(sandbox), CONTENT, algorithm="gost", flaw="wrong_curve")
    with pytest.raises(SignatureRefused, match="signature_algorithm_unsupported"):
        sandbox.judge(cms, CONTENT)


@pytest.mark.parametrize("system", ["ocsp", "crl"])
async def test_either_way_can_be_switched_off(sandbox: Any, system: str) -> None:
    url = f"/ca/gost/issuing/{system}"
    await sandbox.post(f"/control/{system}", {"mode": "down", "count": 1})
    method = "POST" if system == "ocsp" else "GET"
    statuses = [(await sandbox.client.request(method, url, content=b"?")).status_code for _ in range(2)]
    assert statuses == [503, 200]


@asynccontextmanager
async def restarted(start: Callable[..., Any], folder: Path) -> AsyncIterator[Any]:
    async with start(folder) as one:
        yield one


async def test_what_is_revoked_stays_so_over_a_restart(tmp_path: Path, start: Callable[..., Any]) -> None:
    async with restarted(start, tmp_path) as before:
        person = await somebody(before)
        leaf, _ = chain(before, await before.cms(person, CONTENT, algorithm="gost"))
        await before.post("/ca/revoke", {"person": person, "algorithm": "gost"})
    async with restarted(start, tmp_path) as after:
        assert await is_revoked(after, leaf)
        again, _ = chain(after, await after.cms(person, CONTENT, algorithm="gost"))
        assert again.serial == leaf.serial


async def test_authorities_and_keys_of_before_are_kept_and_certified_anew(
    tmp_path: Path, start: Callable[..., Any]
) -> None:
    """Certificates once said nothing of revocation; they are issued again for the same keys."""
    async with restarted(start, tmp_path) as one:
        person, national = await somebody(one), one.inside.vault.authorities["rsa"]
        before = chain(one, await one.cms(person, CONTENT))[0].certificate.public_key()
        old = new_authority("KEZEK SANDBOX КУӘЛАНДЫРУШЫ (RSA)", one.inside.clock.now(), national.root)
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    keys: list[Any] = [national.root.key, old.key]
    parts = [key.private_bytes(pem, pkcs8, serialization.NoEncryption()) for key in keys]
    kept = parts[0] + national.root.pem + parts[1] + old.pem
    (tmp_path / "ca/national.pem").write_bytes(kept)
    (tmp_path / "ca/national-gost.pem").unlink()
    with sqlite3.connect(tmp_path / "sandbox.sqlite") as store:
        store.execute("UPDATE person_key SET certificate = ?", (old.der,))
    async with restarted(start, tmp_path) as after:
        leaf, intermediate = chain(after, await after.cms(person, CONTENT))
        assert leaf.certificate.public_key() == before
        assert intermediate.certificate.public_key() == old.certificate.public_key()
        assert (len(leaf.ocsp_urls), len(intermediate.crl_urls)) == (1, 1)


@ALGORITHMS
async def test_what_is_new_stands_in_the_delta_list_alone(sandbox: Any, algorithm: str) -> None:
    who = {"person": await somebody(sandbox, number=43), "algorithm": algorithm}
    leaf, _ = chain(sandbox, await sandbox.cms(who["person"], CONTENT, algorithm=algorithm))
    await sandbox.post("/ca/lists", {"hold": True})
    before = await listed(sandbox, leaf)
    await sandbox.post("/ca/revoke", {**who, "key": "sign"})
    files = [(await sandbox.client.get(path(url))).content for url in (*leaf.crl_urls, *leaf.delta_urls)]
    both = [read_list(der, leaf.issuer) for der in files]
    assert (before.revoked(leaf.certificate), alone(both[0]).revoked(leaf.certificate)) == (None, None)
    assert combined(*both).revoked(leaf.certificate) is not None
    await sandbox.post("/ca/lists", {})
    assert (await listed(sandbox, leaf)).revoked(leaf.certificate) is not None


async def take(answer: httpx.Response, into: bytearray) -> None:
    async for piece in answer.aiter_raw():
        into.extend(piece)


async def test_a_long_list_comes_in_pieces_over_connections_that_break(sandbox: Any) -> None:
    url, entries = "/ca/gost/issuing/crl", 5000
    await sandbox.post("/ca/lists", {"entries": entries, "cut_after": [100_000]})
    came = bytearray()
    async with sandbox.client.stream("GET", url) as answer:
        headers = answer.headers
        with pytest.raises(httpx.RemoteProtocolError):
            await take(answer, came)
    assert len(came) == 100_000
    rest = {"range": f"bytes={len(came)}-", "if-range": headers["etag"]}
    answer = await sandbox.client.get(url, headers=rest)
    assert answer.status_code == 206
    issuer = sandbox.inside.vault.authorities["gost"].intermediate.certificate
    assert len(read_list(bytes(came) + answer.content, issuer).listed) >= entries
    unchanged = await sandbox.client.get(url, headers={"if-none-match": headers["etag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    await sandbox.post("/ca/lists", {})
    other = await sandbox.client.get(url, headers=rest)
    assert (other.status_code, other.headers["etag"] == headers["etag"]) == (200, False)
