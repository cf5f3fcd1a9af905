"""What may be put into a request: more fields than offered, bombs, and text that is no text. Never 5xx."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from tests.e2e.bodies import BODIES
from tests.e2e.matrix import Operation
from tests.e2e.scene import STREAMS, Caller, Scene, objects_of, set_up
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock")]

RAW = {
    "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 50_000,
    "deep and closed": b"[" * 5_000 + b"]" * 5_000,
    "a number of ten thousand digits": b'{"language":' + b"9" * 10_000 + b"}",
    "a number beyond all numbers": b'{"language":1e999999999}',
    "not a number": b'{"language":NaN}',
    "infinity": b'{"language":-Infinity}',
    "a lone surrogate": b'{"language":"\\ud800"}',
    "a surrogate as a name": b'{"\\udfff":"kk"}',
    "broken UTF-8": b'{"language":"\xff\xfe"}',
    "UTF-16": '{"language":"xx"}'.encode("utf-16"),
    "a byte order mark": b"\xef\xbb\xbf" + b'{"language":"xx"}',
    "a NUL": b'{"language":"kk\x00"}',
    "the same name twice": b'{"language":"kk","language":"xx"}',
    "a million names": b"{" + b",".join(b'"%d":0' % number for number in range(100_000)) + b"}",
    "nothing": b"",
    "null": b"null",
    "a list": b"[]",
    "a text": b'"kk"',
    "the prototype": b'{"__proto__":{"role":"administrator"},"language":"xx"}',
}
POISON = ("a\x00b", "\udfff\ud800", "\u202e", "a" * 5_000, "' or 1=1 --", "")
FOREIGN_FIELDS = {
    "roles": ["administrator"],
    "grants": [{"role": "administrator"}],
    "person_id": "x",
    "is_admin": True,
    "status": "enrolled",
    "submitted_at": "2001-01-01T00:00:00Z",
    "position": 1,
    "complete": True,
}


@pytest_asyncio.fixture(scope="module")
async def scene(module_world: World) -> Scene:
    return await set_up(module_world)


@pytest.mark.parametrize("content", RAW.values(), ids=RAW.keys())
async def test_a_body_that_is_no_request_is_refused(scene: Scene, content: bytes) -> None:
    parent = scene.left.parent
    answer = await parent.request("PATCH", "/auth/me", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"] == "application/problem+json"
    assert (await parent.get("/auth/me"))["language"] == "kk"


async def test_fields_that_are_not_offered_are_refused_by_every_operation(scene: Scene) -> None:
    wrong: list[str] = []
    for operation, caller in admitted(scene):
        answer = await send(scene, caller, operation, {**FOREIGN_FIELDS, **body_of(scene, operation)})
        if answer.status_code != 422:
            wrong.append(f"{operation.id}: {answer.status_code}")
            continue
        refused = {each["field"] for each in answer.json()["params"]["fields"] if each["code"] == "extra_forbidden"}
        wrong.extend(f"{operation.id} took {name}" for name in FOREIGN_FIELDS if f"body.{name}" not in refused)
    assert wrong == []


async def test_poisoned_text_anywhere_in_any_body_breaks_nothing(scene: Scene) -> None:
    broken: list[str] = []
    for operation, caller in admitted(scene):
        for poison in POISON:
            for body in poisoned(body_of(scene, operation), poison):
                answer = await send(scene, caller, operation, body)
                if answer.status_code >= 500:
                    broken.append(f"{operation.id} {poison!r:.20} {answer.status_code} {answer.text[:200]}")
    assert broken == []


@pytest.mark.parametrize("poison", ["%00", "%ff", "a" * 3000, "%ed%a0%80", "'", "%2e%2e%2f", "[]", "{}", "-1", "1e400"])
async def test_poison_in_an_address_breaks_nothing(scene: Scene, poison: str) -> None:
    for operation in scene.operations:
        path = operation.path.format_map(dict.fromkeys(operation.path_inputs, poison))
        query = f"?limit={poison}&before={poison}&after={poison}&application_id={poison}&lang={poison}"
        if operation.method == "GET" and operation.id not in STREAMS:
            answer = await somebody_admitted(scene, operation).browser.get(path + query)
            assert answer.status_code < 500, f"{operation.id} {answer.status_code}"


def admitted(scene: Scene) -> Iterator[tuple[Operation, Caller]]:
    """Every operation with a body, and somebody who may call it and has something to lose."""
    for operation in scene.operations:
        if operation.has_body:
            yield operation, somebody_admitted(scene, operation)


def somebody_admitted(scene: Scene, operation: Operation) -> Caller:
    return next(each for each in reversed(scene.callers) if operation.admits(each.roles))


def body_of(scene: Scene, operation: Operation) -> dict[str, Any]:
    return BODIES[operation.id](scene.facts, scene.left.values.__getitem__)


def poisoned(body: dict[str, Any], poison: str) -> Iterator[dict[str, Any]]:
    """The body with each of its texts replaced in turn."""
    for name, value in body.items():
        if isinstance(value, str):
            yield {**body, name: poison}
        elif isinstance(value, dict):
            yield from ({**body, name: inner} for inner in poisoned(value, poison))
        elif isinstance(value, list):
            yield {**body, name: [poison]}


async def send(scene: Scene, caller: Caller, operation: Operation, body: dict[str, Any]) -> httpx.Response:
    values = dict.fromkeys(objects_of(operation), "00000000-0000-4000-8000-000000000000")
    path = operation.path.format_map({**values, "code": scene.facts.district})
    content = json.dumps(body).encode()
    return await caller.browser.request(
        operation.method, path, content=content, headers={"Content-Type": "application/json"}
    )
