import gzip
import http.client
import json
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from kezek_local.folders import Folders
from kezek_local.openapi import DOCUMENT
from kezek_local.ports import SERVICES, Ports, free_base
from kezek_local.program import launch_command, write_spec
from kezek_local.reaping import reap
from kezek_local.servers import gateway
from kezek_local.testing import temporary_folder

ALIVE = "kezek_session=alive"
ASKED: list[str | None] = []
HELD, LET_GO = threading.Semaphore(0), threading.Event()
SAID = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
SEEN_FROM = "    set_real_ip_from 127.0.0.1;\n    real_ip_header X-Seen-From;"


class Service(BaseHTTPRequestHandler):
    """Every service at once: tells what reached it; as auth, gives a token to the session `alive`."""

    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        seen = {"path": self.path, "headers": {k.lower(): v for k, v in self.headers.items()}, "bytes": len(body)}
        if self.path == "/internal/session":
            ASKED.append(self.headers.get("X-Kezek-Target"))
        if self.path == "/internal/session" and "away" in self.headers.get("Cookie", ""):
            self.send_response(503)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.path == "/held":
            HELD.release()
            LET_GO.wait()
        content = b"" if self.path == "/internal/session" else json.dumps(seen).encode()
        self.send_response(204 if self.path == "/internal/session" else 200)
        if self.path == "/internal/session" and ALIVE in self.headers.get("Cookie", ""):
            self.send_header("X-Kezek-Token", "a.b.c")
        self.send_header("Content-Type", "application/json")
        self.send_header("X-Kezek-Token", "leaked") if self.path == "/leak" else None
        if content:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_DELETE = answer  # noqa: N815  # names of the base class

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def folders() -> Iterator[Folders]:
    with temporary_folder() as folder:
        made = Folders(folder)
        made.make()
        yield made


SCRIPT = b"export const answer = 42\n" * 20


def build_web(built: Path) -> None:
    """A client as small as can be: shells that say their language, one script, compressed beforehand."""
    for app in ("", "staff"):
        (built / app / "assets").mkdir(parents=True)
        for language in ("kk", "ru", "en"):
            for page in ("index", "pages/check", "pages/queue/_", "pages/requests/_", "pages/vacancies/add"):
                shell = built / app / f"{page}.{language}.html"
                shell.parent.mkdir(parents=True, exist_ok=True)
                shell.write_text(f"<html lang={language}>{app or 'parent'}/{page}")
    (built / "assets/main-1.js").write_bytes(SCRIPT)
    (built / "assets/main-1.js.gz").write_bytes(gzip.compress(SCRIPT))
    (built / "favicon.svg").write_text("<svg/>")
    (built / "icon-192.png").write_bytes(b"\x89PNG")
    (built / ".vite").mkdir()
    (built / ".vite/manifest.json").write_text("{}")


def https(folders: Folders, ports: Ports) -> str:
    """The lines of a second door, with a certificate of its own; nobody else uses the port of a worker here."""
    key, certificate = (folders.root / "gateway" / name for name in ("key.pem", "certificate.pem"))
    made = ["openssl", "req", "-x509", "-newkey", "ed25519", "-nodes", "-subj", "/CN=kezek", "-days", "2"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    listens = f"listen 127.0.0.1:{ports.worker('queue')} ssl;"
    return f"{listens} ssl_certificate {certificate}; ssl_certificate_key {key};"


@pytest.fixture(scope="module")
def ports(folders: Folders) -> Iterator[Ports]:
    chosen = Ports(free_base())
    gateway.make(folders, chosen, {"referrals": 2})
    shutil.rmtree(folders.root / "gateway/web")
    build_web(folders.root / "built")
    gateway.copy_web(folders.root / "built", folders.root / "gateway/web")
    settings = folders.root / "gateway/nginx.conf"
    strict = settings.read_text().replace("rate=1000r/s", "rate=1r/m").replace("burst=2000", "burst=5")
    strict = strict.replace("session_connections 200", "session_connections 3")
    strict = strict.replace("address_connections 3000", "address_connections 5")
    strict = strict.replace("        server_name _;", f"        {https(folders, chosen)}\n        server_name _;")
    settings.write_text(strict.replace("    map $remote_addr", f"{SEEN_FROM}\n    map $remote_addr", 1))
    program = gateway.program(folders, chosen)
    write_spec(folders, program, daemon=True)
    alive = [service for service in SERVICES if service != "queue"]
    servers = [ThreadingHTTPServer(("127.0.0.1", chosen.api(service)), Service) for service in alive]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    subprocess.run(launch_command(folders, "gateway"), check=True)
    while not program.ready():
        continue
    yield chosen
    reap(folders)
    for server in servers:
        server.shutdown()
        server.server_close()


def ask(
    ports: Ports, path: str, method: str = "GET", headers: dict[str, str] | None = None, body: bytes | None = None
) -> tuple[int, Any, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection("127.0.0.1", ports.gateway, timeout=10)
    connection.request(method, path, body=body, headers=headers or {})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response.status, json.loads(content) if content.startswith(b"{") else content, response.headers


def test_the_document_of_the_api_is_served_as_it_is_committed(ports: Ports) -> None:
    status, served, headers = ask(ports, "/api/openapi.json")
    committed = DOCUMENT.read_bytes()
    assert (status, headers["Content-Type"], headers["Content-Length"]) == (
        200,
        "application/json",
        str(len(committed)),
    )
    assert served == json.loads(committed)


def test_a_request_reaches_its_service_without_the_prefix(ports: Ports) -> None:
    status, seen, _ = ask(ports, "/api/referrals/places/1?free=yes")
    assert (status, seen["path"]) == (200, "/places/1?free=yes")


def test_a_session_becomes_a_token_and_nobody_gets_none(ports: Ports) -> None:
    assert ask(ports, "/api/referrals/me", headers={"Cookie": ALIVE})[1]["headers"]["authorization"] == "Bearer a.b.c"
    assert "authorization" not in ask(ports, "/api/referrals/me")[1]["headers"]


@pytest.mark.parametrize("name", ["Authorization", "X-Kezek-Token", "traceparent", "tracestate", "baggage"])
def test_what_outsiders_claim_is_not_passed_on(ports: Ports, name: str) -> None:
    assert name.lower() not in ask(ports, "/api/referrals/me", headers={name: "forged"})[1]["headers"]


def test_request_ids_and_addresses_are_the_gateways_own(ports: Ports) -> None:
    forged = {"X-Request-Id": "forged", "X-Forwarded-For": "203.0.113.9"}
    _, seen, answered = ask(ports, "/api/referrals/me", headers=forged)
    assert seen["headers"]["x-request-id"] == answered["X-Request-Id"] != "forged"
    assert seen["headers"]["x-forwarded-for"] == "127.0.0.1"


@pytest.mark.parametrize(
    "path",
    [
        "/api/auth/internal/session",
        "/api/auth/Internal/session",
        "/api/auth/%69nternal/session",
        "/api/auth//internal/session",
        "/api/auth/%2finternal/session",
        "/api/auth/x/../internal/session",
        "/api/auth/x/%2e%2e/internal/session",
        "/api/queue/health/ready",
        "/api/queue/metrics",
        "/api/queue/status",
        "/api/queue/openapi.json",
        "/api/unknown/x",
        "/api/",
        "/api",
        "/_session",
    ],
)
def test_closed_from_outside(ports: Ports, path: str) -> None:
    status, problem, headers = ask(ports, path, headers={"Cookie": ALIVE})
    assert (status, problem["code"]) == (404, "not_found")
    assert headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_write_from_a_foreign_page_is_refused(ports: Ports, headers: dict[str, str]) -> None:
    status, problem, _ = ask(ports, "/api/referrals/x", "POST", headers, b"{}")
    assert (status, problem["code"]) == (403, "foreign_origin")
    assert ask(ports, "/api/referrals/x", "GET", headers)[0] == 200


def test_a_write_from_our_own_page_or_from_no_browser_is_let_in(ports: Ports) -> None:
    own = {"Origin": f"http://127.0.0.1:{ports.gateway}", "Sec-Fetch-Site": "same-origin"}
    assert ask(ports, "/api/referrals/x", "POST", own, b"{}")[0] == 200
    assert ask(ports, "/api/referrals/x", "POST", body=b"{}")[0] == 200


@pytest.mark.parametrize("hidden", ["%20", "x%0a", "1%201%20"])
def test_a_foreign_write_does_not_pass_as_a_refusal_of_the_gateways_own(ports: Ports, hidden: str) -> None:
    for own in ("_bad_request", "_uri_too_long"):
        path = f"/api/referrals/{hidden}/{own}"
        assert ask(ports, path, "POST", {"Origin": "https://evil.example"}, b"{}")[0] == 403


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/api/referrals/places/1?free=yes&x=/api/queue/y", "GET referrals /places/1"),
        ("/api/referrals/", "GET referrals /"),
        ("/api/referrals/a.b-c_d~e/", "GET referrals /a.b-c_d~e/"),
        ("/api/referrals?/api/queue/x", None),
    ],
)
def test_auth_is_told_what_is_asked_of_whom(ports: Ports, path: str, asked: str | None) -> None:
    before = len(ASKED)
    status, seen, _ = ask(ports, path, headers={"Cookie": ALIVE, "X-Kezek-Target": "GET auth /forged"})
    assert ASKED[before:] == ([asked] if asked else [])
    if asked:
        assert (status, seen["path"].partition("?")[0]) == (200, asked.split(" ")[2])


@pytest.mark.parametrize(
    "path",
    [
        "/api/referrals/%70laces",
        "/api/referrals/a%2fb",
        "/api/referrals/a%20b",
        "/api/referrals/a%3fb",
        "/api/referrals/a%0d%0aX-Kezek-Target:%20b",
        "/api/referrals//places",
        "/api/referrals/./places",
        "/api/referrals/x/../places",
        "/api/queue/../referrals/places",
        "/api//referrals/places",
        "//api/referrals/places",
        "/api/referrals/places#me",
        "/api/%72eferrals/places",
        "/api/referrals/a;b=c",
    ],
)
def test_a_path_has_one_spelling(ports: Ports, path: str) -> None:
    before = len(ASKED)
    status, problem, _ = ask(ports, path, headers={"Cookie": ALIVE})
    assert (status, problem["code"]) == (404, "not_found")
    assert len(ASKED) == before


AWAY = {"Cookie": "kezek_session=away"}


def test_without_a_session_auth_is_not_asked(ports: Ports) -> None:
    asked = len(ASKED)
    ask(ports, "/api/referrals/me")
    assert len(ASKED) == asked
    ask(ports, "/api/referrals/me", headers={"Cookie": f"other=1; {ALIVE}"})
    assert len(ASKED) == asked + 1


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/kindergartens/districts", 200),
        ("GET", "/api/kindergartens/kindergartens?district=1110", 200),
        ("GET", "/api/kindergartens/kindergartens/0193e0a0-7b3c-7def-8abc-01234567890a", 200),
        ("GET", "/api/kindergartens/vacancies?district=1110", 200),
        ("GET", "/api/documents/checks/abc", 200),
        ("GET", "/api/auth/sign-in?language=kk", 200),
        ("POST", "/api/kindergartens/kindergartens", 503),
        ("GET", "/api/kindergartens/vacancies/own", 503),
        ("GET", "/api/kindergartens/kindergartens/1/roster", 503),
        ("GET", "/api/referrals/me", 503),
        ("DELETE", "/api/auth/sessions/current", 503),
    ],
)
def test_while_auth_fails_a_session_sees_what_is_public_and_nobody_is_signed_out(
    ports: Ports, method: str, path: str, status: int
) -> None:
    answered, seen, headers = ask(ports, path, method, AWAY)
    assert answered == status
    if status == http.client.OK:
        assert "authorization" not in seen["headers"]
    else:
        assert (seen["code"], headers["Retry-After"]) == ("service_unavailable", "1")


@pytest.mark.parametrize(("path", "status"), [("/api/referrals/me", 503), ("/api/queue/x", 502)])
def test_a_browser_gets_a_plain_page_in_three_languages(ports: Ports, path: str, status: int) -> None:
    page = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    answered, content, headers = ask(ports, path, headers=page | (AWAY if status == 503 else {}))
    assert (answered, headers["Content-Type"], headers["Retry-After"]) == (status, "text/html; charset=utf-8", "1")
    assert [f'lang="{language}"'.encode() in content for language in ("kk", "ru", "en")] == [True] * 3
    assert content.count(b"+77990000000, support@example.kz") == 3, "who helps"
    assert b"${" not in content
    assert ask(ports, path, "POST", page | (AWAY if status == 503 else {}), b"{}")[0] == status
    assert ask(ports, "/_pages/unavailable.css")[2]["Content-Type"].startswith("text/css")


def test_knocking_is_limited_by_address_and_reading_is_not(ports: Ports) -> None:
    knocks = [ask(ports, "/api/auth/codes", "POST", body=b"{}")[0] for _ in range(8)]
    assert 429 in knocks
    assert {ask(ports, "/api/auth/sessions")[0] for _ in range(8)} == {200}
    assert ask(ports, "/api/referrals/x", "POST", body=b"{}")[0] == 200


@pytest.mark.parametrize(
    ("address", "limited"),
    [
        ("2001:db8:7:1:{:x}::1", True),
        ("2001:db8::{:x}", True),
        ("2001:db8:8:{:x}::1", False),
        ("2001:db9:{:x}::1", False),
        ("203.0.113.{:d}", False),
        ("::ffff:203.0.114.{:d}", False),
    ],
)
def test_a_network_of_ipv6_knocks_as_one_address(ports: Ports, address: str, limited: bool) -> None:
    seen_from = [{"X-Seen-From": address.format(count)} for count in range(1, 11)]
    knocks = [ask(ports, "/api/auth/codes", "POST", each, b"{}")[0] for each in seen_from]
    assert (429 in knocks) is limited


def test_requests_at_once_are_limited_by_session_and_by_address(ports: Ports) -> None:
    def held(session: str) -> threading.Thread:
        headers = {"X-Seen-From": "203.0.115.1", "Cookie": f"kezek_session={session}"}
        thread = threading.Thread(target=ask, args=(ports, "/api/referrals/held"), kwargs={"headers": headers})
        thread.start()
        HELD.acquire()
        return thread

    def answered(session: str, address: str = "203.0.115.1") -> int:
        headers = {"X-Seen-From": address, "Cookie": f"kezek_session={session}"}
        return ask(ports, "/api/referrals/x", headers=headers)[0]

    LET_GO.clear()
    threads = [held("one") for _ in range(3)]
    try:
        assert [answered("one"), answered("one", "203.0.116.1"), answered("two")] == [429, 429, 200]
        threads += [held("two"), held("two")]
        assert [answered("made-up"), answered("three", "203.0.116.1")] == [429, 200]
    finally:
        LET_GO.set()
        for thread in threads:
            thread.join()
    assert answered("one") == 200


def test_a_large_body_is_refused_and_a_fitting_one_passes(ports: Ports) -> None:
    status, problem, _ = ask(ports, "/api/referrals/x", "POST", body=b"x" * (2 * 1024 * 1024 + 1))
    assert (status, problem["code"]) == (413, "body_too_large")
    assert ask(ports, "/api/referrals/x", "POST", body=b"x" * 1024 * 1024)[1]["bytes"] == 1024 * 1024


def test_a_service_that_is_down_is_a_problem_and_not_a_page(ports: Ports) -> None:
    status, problem, headers = ask(ports, "/api/queue/x")
    assert (status, problem["code"]) == (502, "service_unreachable")
    assert headers["Content-Type"] == "application/problem+json"


def test_a_replica_that_is_down_is_passed_over(ports: Ports) -> None:
    assert {ask(ports, "/api/referrals/x", "POST", body=b"{}")[0] for _ in range(20)} == {200}


def test_answers_carry_the_security_headers_and_never_a_token(ports: Ports) -> None:
    policy = {
        "default-src 'self'",
        f"connect-src 'self' ws://127.0.0.1:{ports.ncalayer}",
        "frame-src 'self' blob:",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    }
    for path in ("/api/referrals/leak", "/api/nowhere", "/_pages/unavailable.html"):
        headers = ask(ports, path)[2]
        assert policy <= set(headers["Content-Security-Policy"].split("; "))
        assert {name: headers[name] for name in SAID} == SAID
        assert headers["X-Kezek-Token"] is None
        assert headers["Strict-Transport-Security"] is None, "in the clear it would say nothing"
        assert headers["Server"] == "nginx"


def test_https_is_told_to_stay(ports: Ports) -> None:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    for path in ("/api/referrals/x", "/api/nowhere", "/ping"):
        connection = http.client.HTTPSConnection("127.0.0.1", ports.worker("queue"), timeout=10, context=trusting)
        connection.request("GET", path)
        headers = connection.getresponse().headers
        connection.close()
        assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_the_public_check_of_a_paper_needs_no_session(ports: Ports) -> None:
    assert ask(ports, "/check/abc")[1]["path"] == "/check/abc"


@pytest.mark.parametrize(
    ("path", "shell"),
    [
        ("/", "parent/index"),
        ("/vacancies", "parent/index"),
        ("/vacancies/add", "parent/pages/vacancies/add"),
        ("/queue/0193e0a0-7b3c-7def-8abc-01234567890a?x=1", "parent/pages/queue/_"),
        ("/queue/m1/history", "parent/pages/queue/_"),
        ("/queue/_", "parent/pages/queue/_"),
        ("/check", "parent/pages/check"),
        ("/staffroom", "parent/index"),
        ("/no/such/page.php", "parent/index"),
        ("/.vite/manifest.json", "parent/index"),
        ("/staff", "staff/index"),
        ("/staff/", "staff/index"),
        ("/staff/vacancies/add?x=1", "staff/pages/vacancies/add"),
        ("/staff/requests/0193e0a0-7b3c-7def-8abc-01234567890a", "staff/pages/requests/_"),
        ("/staff/../check", "parent/pages/check"),
        ("/staff/no/such/page", "staff/index"),
    ],
)
def test_every_other_address_is_a_page_in_the_chosen_language(ports: Ports, path: str, shell: str) -> None:
    asked = len(ASKED)
    for cookie, language in [
        ("", "kk"),
        ("kezek_language=ru", "ru"),
        ("kezek_language=en", "en"),
        ("kezek_language=x", "kk"),
    ]:
        status, page, headers = ask(
            ports, path, headers={"Cookie": f"{ALIVE}; {cookie}", "Accept-Encoding": "identity"}
        )
        assert (status, page) == (200, f"<html lang={language}>{shell}".encode())
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert (headers["Cache-Control"], headers["ETag"], headers["Last-Modified"] and 1) == ("no-cache", None, 1)
    assert len(ASKED) == asked, "auth is not asked for pages"


def test_files_with_a_hash_are_kept_for_a_year_and_were_compressed_beforehand(ports: Ports) -> None:
    asked = len(ASKED)
    status, _, headers = ask(ports, "/assets/main-1.js", headers={"Cookie": ALIVE})
    assert (status, headers["Content-Type"]) == (200, "text/javascript")
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert {name: headers[name] for name in SAID} == SAID
    _, packed, headers = ask(ports, "/assets/main-1.js", headers={"Accept-Encoding": "gzip"})
    assert (headers["Content-Encoding"], headers["Content-Length"]) == ("gzip", str(len(packed)))
    assert gzip.decompress(packed) == SCRIPT
    status, problem, headers = ask(ports, "/assets/main-2.js")
    assert (status, problem["code"], headers["Cache-Control"]) == (404, "not_found", "no-store")
    for icon in ("/favicon.svg", "/icon-192.png"):
        headers = ask(ports, icon)[2]
        assert headers["Cache-Control"] == "public, max-age=86400"
        assert headers["Content-Type"] == ("image/png" if icon.endswith("png") else "image/svg+xml")
    assert len(ASKED) == asked


def test_pages_may_speak_to_the_api_and_to_ncalayer_and_run_no_inline_code(ports: Ports) -> None:
    policy = set(ask(ports, "/")[2]["Content-Security-Policy"].split("; "))
    assert {"default-src 'self'", f"connect-src 'self' ws://127.0.0.1:{ports.ncalayer}"} <= policy
    assert "unsafe" not in str(policy)


def test_as_long_as_the_client_is_not_built_a_plain_page_says_so(ports: Ports, folders: Folders) -> None:
    built, away = folders.root / "gateway/web", folders.root / "gateway/elsewhere"
    built.rename(away)
    try:
        status, page, headers = ask(ports, "/", headers={"Accept": "text/html"})
    finally:
        away.rename(built)
    assert (status, headers["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert b"+77990000000" in page


def test_the_files_of_the_release_before_stay_but_not_its_shells(tmp_path: Path) -> None:
    served = tmp_path / "served"
    for release in ("1", "2"):
        built = tmp_path / release
        (built / "assets").mkdir(parents=True)
        (built / f"assets/main-{release}.js").write_text(release)
        (built / "index.kk.html").write_text(release)
        (built / f"page-{release}.kk.html.br").write_text(release)
        gateway.copy_web(built, served)
    assert sorted(path.name for path in served.rglob("*.*")) == [
        "index.kk.html",
        "main-1.js",
        "main-2.js",
        "page-2.kk.html.br",
    ]
    assert (served / "index.kk.html").read_text() == "2"


def test_the_logs_hold_neither_queries_nor_cookies_nor_long_numbers(ports: Ports, folders: Folders) -> None:
    ask(ports, "/api/queue/0193e0a0-7b3c-7def-8abc-01234567890a")
    ask(ports, "/api/referrals/a/991399000009?q=991399000009", headers={"Cookie": f"{ALIVE}; other=991399000009"})
    ask(ports, "/api/queue/x?q=991399000009")
    for personal in ("77999000007", "+77999000007", "a@example.kz", "%D0%90%D1%85%D0%BC%D0%B5%D1%82%D0%BE%D0%B2"):
        ask(ports, f"/api/queue/{personal}")
    logs = "".join(log.read_text() for log in folders.logs.glob("gateway*.log"))
    assert '"path":"(hidden)"' in logs
    assert '"path":"/api/queue/0193e0a0-7b3c-7def-8abc-01234567890a"' in logs
    assert "77999000007" not in logs
    assert "@" not in logs
    assert "Ахметов" not in logs
    assert "991399000009" not in logs
    assert "q=" not in logs
    assert "alive" not in logs
