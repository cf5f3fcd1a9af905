"""An application of any kind behind a real port, for tests that speak HTTP to it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn

from kezek.platform.serve import KEEP_IDLE_S


@asynccontextmanager
async def listening(app: Any, **options: Any) -> AsyncIterator[str]:
    """The address at which the application answers; `options` are uvicorn's."""
    config = uvicorn.Config(
        app, port=0, log_level="warning", access_log=False, timeout_keep_alive=KEEP_IDLE_S, **options
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server._serve())  # noqa: SLF001 - `serve` would take over the signals
    while not server.started:
        await asyncio.wait({serving}, timeout=0.01)
        if serving.done():
            raise RuntimeError("the application did not start")
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        await serving
