"""Runs an ASGI application as one process."""

import asyncio
import resource
import socket
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, Literal

import uvicorn

from kezek.platform.settings import Settings

STARTUP_FAILURE = 3
KEEP_IDLE_S = 75
"""A connection that waits here is closed by whoever calls, not by us: a request never meets a closing one."""


def serve(
    app: Any,
    settings: Settings,
    *,
    loop: Literal["uvloop", "asyncio"] = "uvloop",
    when_told_to_stop: Callable[[], None] = lambda: None,
) -> None:
    """Serve until told to stop; requests in flight get ten seconds to finish.

    `when_told_to_stop` is called then, in the loop: by whoever has answers that would not end by themselves.
    """
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        loop=loop,
        http="httptools",
        ws="none",  # looked for, a library of websockets would take memory in every process
        access_log=False,
        lifespan="on",
        log_config=None,
        server_header=False,
        timeout_keep_alive=KEEP_IDLE_S,
        timeout_graceful_shutdown=10,
    )
    open_as_many_files_as_allowed()
    server = _Server(config, when_told_to_stop)
    server.run()
    if not server.started:
        sys.exit(STARTUP_FAILURE)


def open_as_many_files_as_allowed() -> None:
    """Each connection is a file: the usual 1,024 are few for open pages, and who is allowed more must ask."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, when_told_to_stop: Callable[[], None]) -> None:
        super().__init__(config)
        self._when_told_to_stop = when_told_to_stop
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._when_told_to_stop)
        super().handle_exit(sig, frame)
