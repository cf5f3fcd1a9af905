"""What may be tried on sessions: fixation, replay, writes from foreign pages, forged and stolen cookies."""

import asyncio
import base64
from typing import Any
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person
from tests.e2e.browser import browser
from tests.e2e.scene import STREAMS
from tests.e2e.world import World

from kezek_local.stack import Stack

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]

SESSION = "kezek_session"


async def challenged(person: Person) -> tuple[str, str]:
    """A challenge's id and the right signature over it."""
    challenge = await person.post("/auth/challenges")
    signature = await person.sandbox.sign(person.iin, "login", base64.b64decode(challenge["document_base64"]))
    return challenge["challenge_id"], signature


async def enters(http: httpx.AsyncClient, challenge_id: str, signature: str) -> httpx.Response:
    return await http.post("/api/auth/sessions", json={"challenge_id": challenge_id, "signature": signature})


async def who(world: World, secret: str) -> int:
    async with browser(world.gateway) as http:
        http.cookies.set(SESSION, secret)
        return (await http.get("/api/auth/me")).status_code


async def test_a_session_that_was_put_into_the_browser_before_signing_in_is_not_taken_over(module_world: World) -> None:
    parent = await module_world.parent()
    planted = "A" * len(parent.http.cookies[SESSION])
    parent.http.cookies.clear()
    parent.http.cookies.set(SESSION, planted, domain="127.0.0.1", path="/")

    answer = await enters(parent.http, *await challenged(parent))

    assert answer.cookies[SESSION] != planted
    assert await who(module_world, planted) == 401


async def test_signing_in_again_ends_the_session_the_browser_had(module_world: World) -> None:
    parent = await module_world.parent()
    former = parent.http.cookies[SESSION]
    await parent.sign_in()
    assert parent.http.cookies[SESSION] != former
    assert await who(module_world, former) == 401


async def test_a_session_is_over_for_all_copies_of_its_cookie_once_signed_out(module_world: World) -> None:
    parent = await module_world.parent()
    stolen = parent.http.cookies[SESSION]
    assert await who(module_world, stolen) == 200
    await parent.request("DELETE", "/auth/sessions/current")
    assert await who(module_world, stolen) == 401


async def test_the_cookie_is_kept_from_scripts_and_from_foreign_pages(module_world: World) -> None:
    parent = await module_world.parent()
    answer = await enters(parent.http, *await challenged(parent))
    (session,) = [each for each in answer.headers.get_list("set-cookie") if each.startswith(SESSION)]
    said = {part.strip().lower() for part in session.split(";")[1:]}
    assert {"httponly", "samesite=lax", "path=/"} <= said
    assert not any(part.startswith("domain") for part in said)


async def test_a_token_taken_from_one_request_is_worth_nothing_for_another(module_world: World, stack: Stack) -> None:
    parent = await module_world.parent()
    target = {"x-kezek-target": "GET applications /applications", "cookie": f"{SESSION}={parent.http.cookies[SESSION]}"}
    async with httpx.AsyncClient() as inside:

        async def ask(service: str, method: str, path: str) -> int:
            url = f"http://127.0.0.1:{stack.ports.api(service)}{path}"
            return (await inside.request(method, url, headers={"authorization": f"Bearer {token}"})).status_code

        checked = await inside.get(f"http://127.0.0.1:{stack.ports.api('auth')}/internal/session", headers=target)
        token = checked.headers["x-kezek-token"]
        assert await ask("applications", "GET", "/applications") == 200, "inside, it is good for what was asked"
        others = [
            ("applications", "GET", "/children"),
            ("applications", "GET", f"/applications/{uuid4()}"),
            ("applications", "POST", "/applications"),
            ("queue", "GET", "/applications"),
            ("auth", "GET", "/me"),
            ("notifications", "GET", "/applications"),
        ]
        told = {other: await ask(*other) for other in others}
    assert {other: status for other, status in told.items() if status not in {401, 404, 405}} == {}
    assert told["applications", "GET", "/children"] == told["auth", "GET", "/me"] == 401


@pytest.mark.parametrize("secret", ["", "x", "A" * 43, "0" * 4000, "' or 1=1 --", "../../etc/passwd", "%00", "\u200b"])
async def test_a_made_up_session_is_nobody(module_world: World, secret: str) -> None:
    async with browser(module_world.gateway) as http:
        cookie = f"{SESSION}={secret}".encode()
        answer = await http.get("/api/auth/me", headers=[(b"cookie", cookie)])
    assert answer.status_code in {400, 401}


async def test_a_session_is_not_taken_from_an_address(module_world: World) -> None:
    parent = await module_world.parent()
    secret = parent.http.cookies[SESSION]
    async with browser(module_world.gateway) as http:
        answer = await http.get("/api/auth/me", params={SESSION: secret, "session": secret, "access_token": secret})
    assert answer.status_code == 401


async def test_a_signed_challenge_opens_one_session_and_no_second(module_world: World) -> None:
    parent = await module_world.parent()
    challenge_id, signature = await challenged(parent)
    answers = await asyncio.gather(*(enters(parent.http, challenge_id, signature) for _ in range(10)))
    assert sorted(answer.status_code for answer in answers) == [201] + [422] * 9
    again = await enters(parent.http, challenge_id, signature)
    assert (again.status_code, again.json()["code"]) == (422, "challenge_unknown")


async def test_a_signed_challenge_is_worth_nothing_in_another_browser(module_world: World) -> None:
    parent = await module_world.parent()
    challenge_id, signature = await challenged(parent)
    async with browser(module_world.gateway) as thief:
        stolen = await enters(thief, challenge_id, signature)
        assert stolen.status_code == 422
        await thief.post("/api/auth/challenges")
        assert (await enters(thief, challenge_id, signature)).status_code == 422
        assert (await thief.get("/api/auth/me")).status_code == 401


async def test_a_signature_made_for_one_challenge_does_not_answer_another(module_world: World) -> None:
    parent = await module_world.parent()
    _, signature = await challenged(parent)
    challenge_id, _ = await challenged(parent)
    answer = await enters(parent.http, challenge_id, signature)
    assert (answer.status_code, answer.json()["code"]) == (422, "signature_mismatch")


async def test_a_signature_made_for_an_act_does_not_sign_in(module_world: World) -> None:
    parent = await module_world.parent()
    act = await parent.prepares_application()
    signature = await parent.signature_for(act, key="login")
    challenge_id, _ = await challenged(parent)
    assert (await enters(parent.http, challenge_id, signature)).status_code == 422


@pytest_asyncio.fixture(scope="module")
async def foreign_target(module_world: World) -> Parent:
    """Somebody who is signed in while a foreign page is open."""
    return await module_world.parent()


FOREIGN: list[dict[str, str]] = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1"},
    {"Origin": "http://127.0.0.1:9500.evil.example"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"},
]


async def language_of(parent: Parent) -> Any:
    return (await parent.get("/auth/me"))["language"]


@pytest.mark.parametrize("fields", FOREIGN, ids=lambda fields: " ".join(fields.values()))
@pytest.mark.parametrize("method", ["PATCH", "POST", "PUT", "DELETE"])
async def test_a_write_that_a_foreign_page_sends_is_refused(
    foreign_target: Parent, fields: dict[str, str], method: str
) -> None:
    answer = await foreign_target.request(method, "/auth/me", json={"language": "en"}, headers=fields)
    assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin")
    assert await language_of(foreign_target) == "kk"


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
async def test_a_form_of_a_foreign_page_is_no_json(foreign_target: Parent, content_type: str) -> None:
    fields = {"Content-Type": content_type} if content_type else {}
    answer = await foreign_target.request("PATCH", "/auth/me", content=b'{"language": "en"}', headers=fields)
    assert (answer.status_code, answer.json()["code"]) == (422, "request_invalid")
    assert await language_of(foreign_target) == "kk"


async def test_no_foreign_page_may_read_an_answer(foreign_target: Parent) -> None:
    for method in ("GET", "OPTIONS"):
        answer = await foreign_target.request(
            method, "/auth/me", headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "PATCH"}
        )
        assert not [name for name in answer.headers if name.startswith("access-control-")]
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"


async def test_reading_sets_no_cookie_and_changes_nothing(foreign_target: Parent) -> None:
    document = await foreign_target.get("/openapi.json")
    reads = {path: item["get"]["operationId"] for path, item in document["paths"].items() if "get" in item}
    for path in (path for path, operation in reads.items() if "{" not in path and operation not in STREAMS):
        answer = await foreign_target.request("GET", path.removeprefix("/api"))
        assert "set-cookie" not in answer.headers, path
    assert await language_of(foreign_target) == "kk"
