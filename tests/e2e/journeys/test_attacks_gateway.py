"""What an outsider may try on the only door: closed paths, smuggled headers and requests, too much, too slow."""

import asyncio

import pytest
from tests.e2e.raw import RawAnswer, head, send
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock")]

SERVICES = ("auth", "applications", "queue", "referrals", "kindergartens", "notifications", "documents")
CLOSED = ("internal/session", "internal/jwks.json", "health/ready", "metrics", "openapi.json", "docs", "redoc")
DISGUISES = (
    "/api/auth/..%2finternal/session",
    "/api/auth/x/../internal/session",
    "/api/auth/x/%2e%2e/internal/session",
    "/api/auth/./internal/session",
    "/api/auth//internal/session",
    "/api/auth///internal//session",
    "/api//auth/internal/session",
    "//api/auth/internal/session",
    "//internal/session",
    "/internal/session",
    "/api/auth/%69nternal/session",
    "/api/auth/%2569nternal/session",
    "/api/auth/INTERNAL/session",
    "/api/auth/Internal/Session",
    "/api/auth/internal%2fsession",
    "/api/auth/%2finternal%2fsession",
    "/api/auth/internal;a=b/session",
    "/api/auth/x;/../internal/session",
    "/api/auth/x/..;/internal/session",
    "/api/auth/internal./session",
    "/api/auth/internal%20/session",
    "/api/auth/internal%09/session",
    "/api/auth/internal%00/session",
    "/api/auth/internal\\session",
    "/api/auth/..\\internal\\session",
    "/api/auth/%c0%ae%c0%ae/internal/session",
    "/api/auth/%252e%252e/internal/session",
    "/api/auth/internal/session?x=/api/auth/me",
    "/api/auth/internal/session#/api/auth/me",
    "/api/kindergartens/../auth/internal/session",
    "/check/../internal/session",
    "/check/..%2fmetrics",
    "/check/..%2f..%2fmetrics",
    "/check/%2e%2e/%2e%2e/health/ready",
    "/_session",
    "/%5fsession",
    "/_bad_request",
    "/_uri_too_long",
    "http://auth/internal/session",
    "http://kezek/api/auth/internal/jwks.json",
    "http://127.0.0.1/_session",
)
SMUGGLED = b"GET /api/auth/internal/jwks.json HTTP/1.1\r\nHost: kezek\r\n\r\n"
SMUGGLERS = {
    "both lengths": (f"Content-Length: {len(SMUGGLED) + 5}", "Transfer-Encoding: chunked"),
    "two lengths": ("Content-Length: 0", f"Content-Length: {len(SMUGGLED) + 5}"),
    "a list of lengths": (f"Content-Length: 0, {len(SMUGGLED) + 5}",),
    "a signed length": ("Content-Length: +5",),
    "a negative length": ("Content-Length: -1",),
    "an unknown coding": ("Transfer-Encoding: xchunked",),
    "two codings": ("Transfer-Encoding: chunked, identity",),
    "a coding twice": ("Transfer-Encoding: chunked", "Transfer-Encoding: identity"),
    "a space before the colon": ("Transfer-Encoding : chunked",),
    "a tab before the coding": ("Transfer-Encoding:\x0bchunked",),
    "a folded field": ("X-A: b", " Transfer-Encoding: chunked"),
    "a bare carriage return": ("X-A: b\rTransfer-Encoding: chunked",),
    "a NUL in a field": ("X-A: b\x00c",),
}


def refused(answer: RawAnswer) -> bool:
    return answer.status in {400, 404} and answer.is_problem


def is_a_shell(answer: RawAnswer) -> bool:
    """What every address that is nothing else gets: a file, whatever was asked."""
    return (
        answer.status == 200 and b"Content-Type: text/html" in answer.received and b"Last-Modified" in answer.received
    )


async def test_what_services_show_each_other_is_closed_for_all_of_them(module_world: World) -> None:
    paths = [f"/api/{service}/{closed}" for service in SERVICES for closed in CLOSED]
    answers = await asyncio.gather(*(send(module_world.gateway, head(f"GET {path} HTTP/1.1")) for path in paths))
    opened = [
        path for path, answer in zip(paths, answers, strict=True) if answer.status != 404 or not answer.is_problem
    ]
    assert opened == []


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
async def test_no_disguise_of_a_path_reaches_what_is_closed(module_world: World, method: str) -> None:
    answers = [await send(module_world.gateway, head(f"{method} {path} HTTP/1.1")) for path in DISGUISES]
    wrong = [
        f"{path}: {answer.status} {answer.received!r:.200}"
        for path, answer in zip(DISGUISES, answers, strict=True)
        if not ((answer.status in {400, 404} if method == "HEAD" else refused(answer)) or is_a_shell(answer))
    ]
    assert wrong == []


@pytest.mark.parametrize("fields", SMUGGLERS.values(), ids=SMUGGLERS.keys())
async def test_a_request_hidden_in_anothers_body_is_never_answered(
    module_world: World, fields: tuple[str, ...]
) -> None:
    request = head("POST /api/auth/sessions HTTP/1.1", "Content-Type: application/json", *fields)
    answer = await send(module_world.gateway, request.replace(b"Connection: close\r\n", b"") + b"0\r\n\r\n" + SMUGGLED)
    assert b'"keys"' not in answer.received
    assert answer.status in {0, 400, 422, 501}
    assert answer.count <= 2  # an empty body may end; what then follows is a request of its own, to a closed path
    assert b" 200 " not in answer.received


async def test_a_hidden_request_is_not_passed_to_the_next_caller(module_world: World) -> None:
    parent = await module_world.parent()
    for fields in SMUGGLERS.values():
        request = head("POST /api/auth/sessions HTTP/1.1", *fields).replace(b"Connection: close\r\n", b"")
        await send(module_world.gateway, request + b"0\r\n\r\n" + SMUGGLED)
        assert (await parent.get("/auth/me"))["iin"] == parent.iin


@pytest.mark.parametrize(
    "fields",
    [
        {"Authorization": "Bearer eyJhbGciOiJub25lIn0.e30."},
        {"X-Kezek-Token": "eyJhbGciOiJub25lIn0.e30."},
        {"X_Kezek_Token": "eyJhbGciOiJub25lIn0.e30."},
        {"Proxy-Authorization": "Basic YTph"},
        {"X-Forwarded-User": "800914390001", "X-Remote-User": "800914390001"},
        {"X-Original-URL": "/internal/jwks.json", "X-Rewrite-URL": "/internal/jwks.json"},
        {"Cookie": "kezek_session=; kezek_session=administrator"},
        {"X-HTTP-Method-Override": "DELETE", "X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1"},
    ],
    ids=lambda fields: next(iter(fields)),
)
async def test_headers_that_claim_to_be_somebody_make_nobody(module_world: World, fields: dict[str, str]) -> None:
    anybody = await module_world.anybody()
    answer = await anybody.get("/api/auth/me", headers=fields)
    await anybody.aclose()
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_required")


async def test_a_connection_header_does_not_strip_what_the_gateway_adds(module_world: World) -> None:
    parent = await module_world.parent()
    fields = {"Connection": "close, authorization, x-request-id, x-forwarded-for", "Authorization": "Bearer forged"}
    answer = await parent.request("GET", "/auth/me", headers=fields)
    assert (answer.status_code, answer.json()["iin"]) == (200, parent.iin)


async def test_the_services_token_never_leaves_the_gateway(module_world: World) -> None:
    parent = await module_world.parent()
    answer = await parent.request("GET", "/auth/me")
    told = " ".join([*answer.headers.values(), answer.text])
    assert "x-kezek-token" not in answer.headers
    assert "eyJ" not in told


async def test_no_browser_and_no_proxy_keeps_what_is_somebodys_own(module_world: World) -> None:
    parent = await module_world.parent()
    for path in ("/auth/me", "/applications/applications", "/auth/nowhere"):
        answer = await parent.request("GET", path)
        assert answer.headers.get_list("cache-control") == ["no-store"], path


async def test_a_foreign_host_is_not_believed(module_world: World) -> None:
    request = b"GET /api/auth/me/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
    answer = await send(module_world.gateway, request)
    assert (answer.status, b"evil.example" in answer.received) == (404, False)


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        (head("GET /api/auth/me HTTP/1.1", f"X-A: {'a' * 40_000}"), 400),
        (head("GET /api/auth/me HTTP/1.1", *[f"X-{n}: {'a' * 900}" for n in range(60)]), 400),
        (head("POST /api/auth/sessions HTTP/1.1", "Origin: http://evil.example", f"X-A: {'a' * 40_000}"), 400),
        (head(f"GET /api/auth/me?{'a' * 20_000} HTTP/1.1"), 414),
        (head("POST /api/auth/sessions HTTP/1.1", "Content-Length: 3000000"), 413),
        (head("POST /api/auth/sessions HTTP/1.1", "Content-Length: 99999999999999999999"), 400),
        (head("GET /api/auth/me HTTP/9.9"), 505),
        (b"GET /api/auth/me HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
        (b"GET /api/auth/me HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20, 400),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
    ],
    ids=["header", "headers", "foreign", "address", "body", "length", "version", "no host", "hosts", "tls", "h2"],
)
async def test_too_much_and_nonsense_is_refused_before_a_service_sees_it(
    module_world: World, request_bytes: bytes, status: int
) -> None:
    answer = await send(module_world.gateway, request_bytes)
    assert answer.status in {status, 400}
    assert b"nginx/" not in answer.received


async def test_who_sends_slowly_is_hung_up_on(module_world: World) -> None:
    began = asyncio.get_running_loop().time()
    slow_head = b"GET /api/auth/me HTTP/1.1\r\nHost: kezek\r\nX-A:"
    slow_body = (
        head("POST /api/auth/sessions HTTP/1.1", "Content-Type: application/json", "Content-Length: 1000") + b"{"
    )
    *answers, dripping = await asyncio.gather(
        send(module_world.gateway, slow_head),
        send(module_world.gateway, slow_body),
        send(module_world.gateway, slow_body, drops=b"." * 40),
    )
    assert asyncio.get_running_loop().time() - began < 35
    assert {answer.status for answer in answers} <= {0, 408}
    assert (dripping.status, b'"body_too_slow"' in dripping.received) == (408, True), "all of a body has one time"


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PROPFIND", "DELETE", "PUT", "QUERY", "get", "G\x01T"])
async def test_a_method_a_route_does_not_offer_is_refused(module_world: World, method: str) -> None:
    answer = await send(module_world.gateway, head(f"{method} /api/queue/applications HTTP/1.1"))
    assert 400 <= answer.status < 500


async def test_the_gateway_does_not_say_what_it_is_made_of(module_world: World) -> None:
    for line in ("GET /nowhere HTTP/1.1", "GET /api/auth/me HTTP/1.1", "GET /api/auth/x%00 HTTP/1.1"):
        answer = await send(module_world.gateway, head(line))
        assert not {b"nginx/", b"uvicorn", b"python", b"traceback"} & set(answer.received.lower().split())
