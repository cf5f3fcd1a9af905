"""The stream by which open pages learn that something has changed for them (docs/adr/0027)."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Header, Query, Request
from pydantic import StringConstraints
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kezek.auth.adapters.hints import HintStream
from kezek.auth.domain.live import Moment, moment_of
from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.parts import PartsDep
from kezek.auth.entrypoints.schemas import LiveHint
from kezek.auth.settings import AuthSettings
from kezek.auth.usecases.live import Live, Stream
from kezek.auth.usecases.own_sessions import find_current
from kezek.contracts.hints import queue
from kezek.platform.actors import Actor
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import DatabaseDep

router = APIRouter()
PATH = "/live"
ENDS_AGAIN_S = 0.1
FOLLOWED = 8
"""So many queues one browser may look at."""
QueueId = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}\.[a-z_]{1,20}\.[0-9]{4}$")]


def live_of(settings: AuthSettings) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """The resource that puts what follows the hints into the application; after its parts."""

    @asynccontextmanager
    async def live(app: FastAPI) -> AsyncIterator[None]:
        source = HintStream(settings.redis_url, settings.redis_ca_file)
        app.state.live = made = Live(source, app.state.parts.check.standings, settings.live_bounds)
        tasks = [asyncio.create_task(made.follow()), asyncio.create_task(made.watch())]
        try:
            yield
        finally:
            made.leave()
            await _ended(tasks)
            await source.close()

    return live


async def _ended(tasks: Iterable[asyncio.Task[None]]) -> None:
    """Asked until they do: redis-py swallows a cancellation that comes while it connects."""
    left = set(tasks)
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=ENDS_AGAIN_S)


async def _live(request: Request) -> Live:
    live: Live = request.app.state.live
    return live


def leave(app: FastAPI) -> None:
    """End all streams now: a server that is told to stop waits for its answers to end."""
    live: Live | None = getattr(app.state, "live", None)
    if live is not None:
        live.leave()


class EventStream(Response):
    """Server-sent events for as long as the stream lasts; written as plain ASGI, for there are thousands of them."""

    media_type = "text/event-stream"

    def __init__(self, live: Live, stream: Stream, last: Moment | None) -> None:
        super().__init__(headers={"cache-control": "no-store"})
        del self.headers["content-length"]
        self._live, self._stream, self._last = live, stream, last

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what comes until the stream ends, or nobody listens any more."""
        del scope
        live, stream = self._live, self._stream
        listening = asyncio.create_task(_until_gone(receive, stream))
        live.open(stream, self._last)
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            while (sent := await stream.next(live.bounds.heartbeat_s)) is not None:
                await send({"type": "http.response.body", "body": sent, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            live.close(stream)
            listening.cancel()


async def _until_gone(receive: Receive, stream: Stream) -> None:
    try:
        while (await receive())["type"] != "http.disconnect":
            pass
    finally:
        stream.end()


@router.get(
    PATH,
    status_code=200,
    response_class=EventStream,
    responses={200: {"model": LiveHint, "description": "Server-sent events without end: each tells what has changed"}},
)
async def get_live(
    request: Request,
    parts: PartsDep,
    live: Annotated[Live, Depends(_live)],
    database: DatabaseDep,
    actor: Annotated[Actor, require(permissions.FOLLOW_LIVE)],
    queues: Annotated[list[QueueId], Query(alias="queue", max_length=FOLLOWED)] = [],  # noqa: B006 - FastAPI copies it
    last_event_id: Annotated[str, Header(max_length=40)] = "",
) -> EventStream:
    """What changes for you from now on, or since the event named by `Last-Event-ID`; ends with your session.

    An event is a hint: ask again for what it is about. `reset` says that hints may be missing: ask for everything.
    `over` says that the session has ended. With `queue` also what changes in these queues.
    """
    live.check_room()
    async with database.read_once() as tx:
        session = await find_current(tx, actor, parts.cookies.session_of(request))
    return EventStream(live, Stream(session.id, actor, [queue(each) for each in queues]), moment_of(last_event_id))
