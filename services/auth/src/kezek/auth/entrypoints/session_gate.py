"""The gateway's question of who it is, asked each time (architecture §gateway): answered before anything else runs.

Routing, spans and dependencies of a route would cost more than the check itself, so this stands before them.
"""

import asyncio
import time
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kezek.auth.adapters.store import DATABASE_AWAY
from kezek.auth.entrypoints import live
from kezek.auth.entrypoints.parts import Parts
from kezek.contracts.topics import SERVICES
from kezek.platform.http.app import REQUESTS
from kezek.platform.http.problems import problem
from kezek.platform.tokens import Target, issue_token

PATH = "/internal/session"
TOKEN_HEADER = "X-Kezek-Token"  # noqa: S105 - a header's name
TARGET_HEADER = "X-Kezek-Target"
AT_ONCE = 8
UNATTENDED_HEADER = "X-Kezek-Unattended"
"""What a page sends that asks by itself, while nobody touches it: else it would keep its own session alive for ever."""


class SessionGate:
    """204 with a token for this one request when the session lives, 204 without one when it does not.

    What is asked of whom, method, service and path, the gateway says; without that, or of somebody who is no service
    of ours, it is told so (400): nobody else's audience is ever signed. Of a crowd a few are answered at once, in the
    order in which they came: shared evenly, the answers would all come when nobody waits for them any more.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._room = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != PATH or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        async with self._room:
            answer = await _answer(Request(scope), scope["app"].state.parts)
        await answer(scope, receive, send)
        REQUESTS.labels("GET", PATH, str(answer.status_code)).observe(time.perf_counter() - began)


async def _answer(request: Request, parts: Parts) -> Response:
    target = _target(request.headers.get(TARGET_HEADER, ""))
    if target is None:
        return problem(HTTPStatus.BAD_REQUEST, "target_unknown")
    secret = parts.cookies.session_of(request)
    try:
        used = target != _LIVE and UNATTENDED_HEADER not in request.headers
        actor = await parts.check.actor(secret, used=used) if secret else None
    except DATABASE_AWAY:
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, "auth_unavailable")
    if actor is None:
        return Response(status_code=HTTPStatus.NO_CONTENT)
    token = issue_token(actor, target, parts.keys.signing)
    return Response(status_code=HTTPStatus.NO_CONTENT, headers={TOKEN_HEADER: token})


_LIVE = Target("auth", "GET", live.PATH)


def _target(asked: str) -> Target | None:
    match asked.split(" "):
        case [method, service, path] if service in SERVICES:
            return Target(service, method, path)
    return None
