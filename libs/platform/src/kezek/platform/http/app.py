"""The application factory of every API: health, readiness, metrics, problems, OpenAPI, one trace per request."""

import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.routing import APIRoute
from prometheus_client import CONTENT_TYPE_LATEST, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kezek.platform.acts import AnyAct
from kezek.platform.clock import clock_from
from kezek.platform.db import Database
from kezek.platform.http.bodies import BodyInTime
from kezek.platform.http.openapi import describe_fully
from kezek.platform.http.operations import router as operations
from kezek.platform.http.permissions import public, require
from kezek.platform.http.problems import answer_problems
from kezek.platform.http.reading_log import publishing
from kezek.platform.reachable import Watch, database_fault
from kezek.platform.settings import Settings
from kezek.platform.telemetry import request_span, start_telemetry
from kezek.platform.tokens import TokenVerifier

REQUESTS = Histogram("kezek_http_request_seconds", "Time to answer", ["method", "route", "status"])
HEALTH = public("health:read")

Resource = Callable[[FastAPI], Any]


def create_app(
    service: str,
    settings: Settings,
    routers: Sequence[APIRouter],
    *,
    acts: Sequence[AnyAct] = (),
    resources: Sequence[Resource] = (),
) -> FastAPI:
    """An API of a service; `resources` are async context managers entered while it runs, given the application.

    `acts` are the signed acts that its routes prepare and receive (`http.acts.acts_router`).
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        start_telemetry(service, settings)
        app.state.service = service
        app.state.settings = settings
        app.state.clock = clock_from(settings)
        app.state.database = Database(settings, service, app.state.clock)
        app.state.database_watch = Watch(lambda: database_fault(app.state.database))
        app.state.tokens = TokenVerifier(settings.jwks_url)
        app.state.record_reading = publishing(service)
        async with AsyncExitStack() as stack:
            stack.push_async_callback(app.state.database.close)
            stack.push_async_callback(app.state.tokens.close)
            if acts:
                from kezek.platform.act_processing import Acts  # noqa: PLC0415 - 4 MB, only where signatures are verified

                app.state.acts = Acts.of(settings, app.state.database, acts)
                stack.push_async_callback(app.state.acts.close)
            for resource in resources:
                await stack.enter_async_context(resource(app))
            yield

    app = FastAPI(
        title=f"kezek {service}",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # it would lead to whatever host the client names
        generate_unique_id_function=_operation_id,
        servers=[{"url": f"/api/{service}"}],
    )
    answer_problems(app)
    app.include_router(_health())
    for router in (*routers, operations):
        app.include_router(router)
    app.add_middleware(BodyInTime)
    app.add_middleware(_Traced)
    describe_fully(app, service)
    return app


def _operation_id(route: APIRoute) -> str:
    return route.name


def _health() -> APIRouter:
    router = APIRouter(include_in_schema=False, dependencies=[require(HEALTH)])

    @router.get("/health/live")
    async def live() -> dict[str, str]:
        return {"status": "live"}

    @router.get("/health/ready")
    async def ready(request: Request, response: Response) -> dict[str, str]:
        if await request.app.state.database_watch.answers():
            return {"status": "ready"}
        response.status_code = 503
        return {"status": "database_unavailable"}

    @router.get("/metrics")
    async def metrics() -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return router


class _Traced:
    """One span and one measurement per request, on plain ASGI: BaseHTTPMiddleware would cost a task each."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, lasts = 500, False

        async def noting_status(message: Message) -> None:
            nonlocal status, lasts
            if message["type"] == "http.response.start":
                status = message["status"]
                lasts = any(value.startswith(b"text/event-stream") for _, value in message["headers"])
            await send(message)

        began = time.perf_counter()
        try:
            with request_span(f"{scope['method']}", dict(scope["headers"])):
                await self._app(scope, receive, noting_status)
        finally:
            route = getattr(scope.get("route"), "path", "unmatched")
            if not lasts:
                REQUESTS.labels(scope["method"], route, str(status)).observe(time.perf_counter() - began)
