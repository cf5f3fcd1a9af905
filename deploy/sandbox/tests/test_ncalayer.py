"""The sandbox's NCALayer as a page meets it: by a real websocket, in both protocols."""

import asyncio
import base64
import hashlib
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms as asn1
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from kezek.eds import Owner, Purpose, SignatureRefused, normalise_cms
from kezek.platform.http.ncalayer import ALL_KEYS, LOGIN_KEYS, OWN_SIGNING_KEYS, SIGNING_KEYS, ncalayer_request
from kezek_sandbox.authority.keys import OwnerKind
from kezek_sandbox.authority.vault import Algorithm
from kezek_sandbox.ncalayer.model import Kind, Program, Reaction

CONTENT = "Кезекке тұру туралы өтініш: әғқ".encode()
DATA = base64.b64encode(CONTENT).decode()
ORIGIN: Any = "http://127.0.0.1:8800"


class Page:
    """A page that speaks to an NCALayer."""

    def __init__(self, socket: ClientConnection, greeting: Any) -> None:
        self._socket = socket
        self.greeting = greeting

    async def say(self, message: Any) -> Any:
        await self._socket.send(message if isinstance(message, str) else json.dumps(message))
        return json.loads(await self._socket.recv())

    async def sign(self, keys: Any = SIGNING_KEYS, data: str = DATA, **params: Any) -> Any:
        asked = ncalayer_request("kk", keys).model_dump()  # type: ignore[arg-type]
        asked["args"]["data"] = data
        asked["args"]["signingParams"] |= params
        return await self.say(asked)

    async def sign_the_old_way(self, key_type: str = "SIGNATURE", *, attach: bool = False) -> Any:
        args = ["PKCS12", key_type, DATA, attach]
        return await self.say(
            {"module": "kz.gov.pki.knca.commonUtils", "method": "createCAdESFromBase64", "args": args}
        )


@asynccontextmanager
async def page_at(address: str) -> AsyncIterator[Page]:
    async with connect(address, origin=ORIGIN) as socket:
        yield Page(socket, json.loads(await socket.recv()))


class Reader:
    """One NCALayer of the sandbox, set by its API."""

    def __init__(self, sandbox: Any, name: str = "own") -> None:
        self.sandbox, self.name = sandbox, name

    async def set(self, *, expect: int = 200, **reader: Any) -> Any:
        answer = await self.sandbox.client.put(f"/ncalayer/{self.name}", json=reader)
        assert answer.status_code == expect, answer.text
        return answer.json()

    async def view(self) -> Any:
        return await self.sandbox.get(f"/ncalayer/{self.name}")

    async def outcomes(self) -> list[str]:
        return [done["outcome"] for done in (await self.view())["history"]]


@pytest.fixture
async def reader(sandbox: Any) -> AsyncIterator[Reader]:
    one = Reader(sandbox, "a-test")
    yield one
    await sandbox.client.delete("/ncalayer/a-test")


@pytest.fixture
async def parent(sandbox: Any) -> str:
    return str((await sandbox.get("/people", role="parent", limit=1))["items"][0]["person"]["iin"])


@pytest.fixture
async def worker(sandbox: Any) -> str:
    return str((await sandbox.get("/people", role="worker", limit=1))["items"][0]["person"]["iin"])


def signed_inside(cms: bytes) -> Any:
    return asn1.ContentInfo.load(cms)["content"]


async def test_at_first_a_parents_keys_stand_in_the_machines_own_reader(sandbox: Any) -> None:
    own = await Reader(sandbox).view()
    async with page_at(own["address"]) as page:
        assert page.greeting == {"result": {"version": "1.4"}}
        answer = await page.sign(OWN_SIGNING_KEYS)
    assert answer["status"] is True
    assert answer["body"]["result"].startswith("-----BEGIN CMS-----\n")
    signer = sandbox.judge(normalise_cms(answer["body"]["result"]), CONTENT)
    assert (signer.iin, signer.owner) == (own["holder"]["iin"], Owner.INDIVIDUAL)
    assert len((await sandbox.get("/ncalayer"))["items"]) == 1


async def test_the_request_decides_which_of_the_keys_is_taken(sandbox: Any, reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}))["address"]
    async with page_at(address) as page:
        for keys, purpose in ((LOGIN_KEYS, Purpose.LOGIN), (SIGNING_KEYS, Purpose.SIGN), (ALL_KEYS, Purpose.LOGIN)):
            answer = await page.sign(keys)
            assert sandbox.judge(normalise_cms(answer["body"]["result"]), CONTENT, purpose).iin == parent


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        ({"kind": "login"}, SIGNING_KEYS),
        ({"kind": "sign"}, LOGIN_KEYS),
        ({"algorithm": "gost"}, LOGIN_KEYS),
        ({"owner": "head"}, OWN_SIGNING_KEYS),
    ],
)
async def test_who_has_no_such_key_can_only_close_the_window(
    reader: Reader, worker: str, key: dict[str, str], keys: Any
) -> None:
    address = (await reader.set(key={"person": worker, **key}))["address"]
    async with page_at(address) as page:
        assert await page.sign(keys) == {"status": True, "body": {}}
    assert await reader.outcomes() == ["no_key_fits"]
    async with page_at((await reader.set(key=None))["address"]) as page:
        assert await page.sign(ALL_KEYS) == {"status": True, "body": {}}


async def test_a_gost_key_serves_both_purposes(sandbox: Any, reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent, "algorithm": "gost"}))["address"]
    async with page_at(address) as page:
        for keys, purpose in ((ALL_KEYS, Purpose.LOGIN), (OWN_SIGNING_KEYS, Purpose.SIGN)):
            answer = await page.sign(keys)
            assert sandbox.judge(normalise_cms(answer["body"]["result"]), CONTENT, purpose).iin == parent


async def test_an_organisations_key_names_its_bin(sandbox: Any, reader: Reader, worker: str, parent: str) -> None:
    address = (await reader.set(key={"person": worker, "owner": "head"}))["address"]
    async with page_at(address) as page:
        signer = sandbox.judge(normalise_cms((await page.sign())["body"]["result"]), CONTENT)
    assert (signer.iin, signer.owner, signer.bin[:4]) == (worker, Owner.HEAD, "9900")
    refused = await reader.set(expect=422, key={"person": parent, "owner": "head"})
    assert refused["code"] == "person_without_organisation"
    assert (await reader.set(expect=404, key={"person": "991399000009"}))["code"] == "person_not_found"


async def test_the_signature_is_made_as_the_request_says(sandbox: Any, reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}))["address"]
    async with page_at(address) as page:
        around = normalise_cms((await page.sign(encapsulate=True))["body"]["result"])
        assert signed_inside(around)["encap_content_info"]["content"].native == CONTENT
        digest = base64.b64encode(hashlib.sha256(CONTENT).digest()).decode()
        of_digest = normalise_cms((await page.sign(data=digest, digested=True))["body"]["result"])
        assert sandbox.judge(of_digest, CONTENT).iin == parent
        of_text = normalise_cms((await page.sign(data="Өтініш", decode=False))["body"]["result"])
        assert sandbox.judge(of_text, "Өтініш".encode()).iin == parent


async def test_a_time_stamp_is_added_where_the_request_has_a_profile_for_it(reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}))["address"]
    async with page_at(address) as page:
        for profile, stamps in (({}, 1), (None, 0)):
            made = signed_inside(normalise_cms((await page.sign(tsaProfile=profile))["body"]["result"]))
            assert len(made["signer_infos"][0]["unsigned_attrs"] or ()) == stamps


async def test_the_module_before_answers_base64_of_der(sandbox: Any, reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}))["address"]
    async with page_at(address) as page:
        for key_type, purpose in (("AUTHENTICATION", Purpose.LOGIN), ("SIGNATURE", Purpose.SIGN), ("", Purpose.LOGIN)):
            answer = await page.sign_the_old_way(key_type)
            assert answer["code"] == "200"
            assert sandbox.judge(base64.b64decode(answer["responseObject"]), CONTENT, purpose).iin == parent
        around = base64.b64decode((await page.sign_the_old_way(attach=True))["responseObject"])
        assert signed_inside(around)["encap_content_info"]["content"].native == CONTENT


async def test_cancelling_is_said_in_each_modules_own_way(reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}, reaction="cancel"))["address"]
    async with page_at(address) as page:
        assert await page.sign() == {"status": True, "body": {}}
        assert await page.sign_the_old_way() == {"code": "500", "message": "action.canceled"}


async def test_a_failure_is_said_in_each_modules_own_way(reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}, reaction="fail"))["address"]
    async with page_at(address) as page:
        answer = await page.sign()
        assert (answer["status"], answer["code"]) == (False, "SIGNING_FAILURE")
        assert (await page.sign_the_old_way())["code"] == "500"


async def test_what_it_cannot_read_is_answered_as_ncalayer_does(reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}, modules=["kz.gov.pki.knca.commonUtils"]))["address"]
    async with page_at(address) as page:
        assert await page.sign() == {"success": False, "errorCode": "MODULE_NOT_FOUND"}
        assert (await page.sign_the_old_way())["code"] == "200"
        assert await page.say("{") == {"success": False, "code": "COMMON_JSON_WRAPPING_EXCEPTION"}
        assert await page.say("[]") == {"success": False, "code": "COMMON_JSON_WRAPPING_EXCEPTION"}
    await reader.set(key={"person": parent})
    async with page_at(address) as page:
        assert (await page.sign(data="не base64"))["code"] == "INVALID_SIGNING_PARAMS"
        unknown = {"module": "kz.gov.pki.knca.basics", "method": "dance", "args": {}}
        assert (await page.say(unknown))["code"] == "INVOCATION_ERROR"


async def test_a_heartbeat_is_answered_by_one(reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}))["address"]
    async with connect(address) as socket:
        await socket.recv()
        await socket.send("--heartbeat--")
        assert await socket.recv() == "--heartbeat--"


async def test_somebody_elses_key_is_taken(sandbox: Any, reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}, reaction="other_key"))["address"]
    async with page_at(address) as page:
        assert sandbox.judge(normalise_cms((await page.sign())["body"]["result"]), CONTENT).iin != parent


@pytest.mark.parametrize("flaw", ["expired", "other_bytes"])
async def test_a_key_with_a_flaw_signs_wrongly(sandbox: Any, reader: Reader, parent: str, flaw: str) -> None:
    address = (await reader.set(key={"person": parent, "flaw": flaw}))["address"]
    async with page_at(address) as page:
        cms = normalise_cms((await page.sign())["body"]["result"])
    with pytest.raises(SignatureRefused):
        sandbox.judge(cms, CONTENT)


async def test_after_so_many_requests_it_signs_again(reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}, reaction="cancel", count=2))["address"]
    async with page_at(address) as page:
        bodies = [(await page.sign())["body"] for _ in range(3)]
    assert [bool(body) for body in bodies] == [False, False, True]
    seen = await reader.view()
    assert (seen["asked"], seen["signed"], seen["reader"]["reaction"]) == (3, 1, "sign")


async def test_it_takes_its_time(reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}, delay_ms=300))["address"]
    async with page_at(address) as page:
        began = asyncio.get_running_loop().time()
        assert (await page.sign())["body"]["result"]
        assert asyncio.get_running_loop().time() - began >= 0.3


async def test_it_never_answers(reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}, reaction="hang"))["address"]
    async with page_at(address) as page:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(page.sign(), 0.3)


async def test_the_connection_is_cut_in_the_middle(reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}, reaction="close"))["address"]
    with pytest.raises(ConnectionClosed):
        async with page_at(address) as page:
            await page.sign()


async def test_it_does_not_run_and_then_runs_at_the_same_address(reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}))["address"]
    async with page_at(address) as page:
        await reader.set(key={"person": parent}, program="closed")
        with pytest.raises(ConnectionClosed):
            await page.sign()
    with pytest.raises(OSError, match="Connect"):
        await connect(address).__aenter__()
    await reader.set(key={"person": parent}, program="refusing")
    with pytest.raises(InvalidStatus):
        await connect(address).__aenter__()
    assert (await reader.set(key={"person": parent}))["address"] == address
    async with page_at(address) as page:
        assert (await page.sign())["status"] is True


async def test_what_is_mute_takes_a_page_in_and_does_not_greet_it(reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}, program="mute"))["address"]
    async with connect(address) as socket:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(socket.recv(), 0.3)


async def test_the_window_waits_for_whoever_looks_at_it(sandbox: Any, reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}, reaction="ask"))["address"]
    async with page_at(address) as page:
        for reaction, signed in (("sign", True), ("cancel", False)):
            answer = asyncio.create_task(page.sign())
            while (window := (await reader.view())["window"]) is None:
                assert not answer.done()
            assert (window["origin"], window["text"], window["locale"]) == (ORIGIN, CONTENT.decode(), "kk")
            await sandbox.post(f"/ncalayer/{reader.name}/window", {"reaction": reaction})
            assert ("result" in (await answer)["body"]) is signed
    refused = await sandbox.post(f"/ncalayer/{reader.name}/window", {"reaction": "sign"}, expect=409)
    assert refused["code"] == "no_window"


async def test_a_window_closes_with_the_page_that_opened_it(reader: Reader, parent: str) -> None:
    address = (await reader.set(key={"person": parent}, reaction="ask"))["address"]
    async with page_at(address) as page:
        answer = asyncio.create_task(page.sign())
        while (await reader.view())["window"] is None:
            assert not answer.done()
        answer.cancel()
    while (await reader.view())["window"] is not None:
        continue


async def test_each_machine_has_a_reader_of_its_own(sandbox: Any, parent: str, worker: str) -> None:
    machines = [Reader(sandbox, f"machine-{number}") for number in range(10)]
    addresses = [(await each.set(key={"person": parent}))["address"] for each in machines]
    assert len(set(addresses)) == 10
    assert (await Reader(sandbox, "one-more").set(expect=409))["code"] == "too_many_readers"
    await machines[0].set(key={"person": worker})
    async with page_at(addresses[0]) as first, page_at(addresses[1]) as second:
        iins = [
            sandbox.judge(normalise_cms((await page.sign())["body"]["result"]), CONTENT).iin for page in (first, second)
        ]
    assert iins == [worker, parent]
    for each in machines:
        assert (await sandbox.client.delete(f"/ncalayer/{each.name}")).status_code == 204
    assert (await sandbox.client.delete("/ncalayer/own")).status_code == 409
    assert (await sandbox.client.get("/ncalayer/machine-0")).status_code == 404


async def test_the_page_has_a_word_for_every_choice_in_each_language(sandbox: Any) -> None:
    page = await sandbox.client.get("/reader/")
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    languages = (await sandbox.client.get("/reader/words.js")).text.split("\nconst ")[1:4]
    choices = [*Kind, *Algorithm, *OwnerKind, *Program, *Reaction]
    for words in languages:
        assert [each for each in choices if f"{each.value}: '" not in words] == []
    named = set(re.findall(r'data-(?:text|label)="(\w+)"', page.text))
    assert len(named) > 20
    for words in languages:
        assert [name for name in named if f"{name}: '" not in words] == []


async def test_what_was_set_survives_a_restart(tmp_path: Path, start: Callable[..., Any]) -> None:
    async with start(tmp_path) as before:
        parent = str((await before.get("/people", role="parent", limit=1, offset=7))["items"][0]["id"])
        await Reader(before).set(key={"person": parent}, reaction="cancel")
        other = await Reader(before, "other").set(key={"person": parent})
    async with start(tmp_path) as after:
        own = await Reader(after).view()
        assert (own["holder"]["id"], own["reader"]["reaction"]) == (parent, "cancel")
        assert (await Reader(after, "other").view())["address"] == other["address"]
