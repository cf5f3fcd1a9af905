"""The floor under every request: FastAPI behind uvicorn, as the services run it, saying hello and nothing else."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI

from kezek_local.waiting import eventually

app = FastAPI(openapi_url=None)


@app.get("/")
async def hello() -> dict[str, str]:
    """What costs nothing to think of."""
    return {"hello": "сәлем"}


@asynccontextmanager
async def greeter(port: int) -> AsyncIterator[tuple[str, int]]:
    """Its address and process while it runs."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.load.hello", str(port))

    async def answers() -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            return False
        writer.close()
        return True

    try:
        await eventually(answers, "the hello")
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        await process.wait()


if __name__ == "__main__":
    os.umask(0o077)
    uvicorn.run(app, port=int(sys.argv[1]), loop="uvloop", http="httptools", access_log=False, log_level="error")
