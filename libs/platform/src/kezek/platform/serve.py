"""Runs an ASGI application as one process."""

from typing import Any, Literal

import uvicorn

from kezek.platform.settings import Settings

KEEP_IDLE_S = 75
"""A connection that waits here is closed by whoever calls, not by us: a request never meets a closing one."""


def serve(app: Any, settings: Settings, *, loop: Literal["uvloop", "asyncio"] = "uvloop") -> None:
    """Serve until told to stop; requests in flight get ten seconds to finish."""
    uvicorn.run(
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
