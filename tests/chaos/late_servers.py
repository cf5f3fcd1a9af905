"""Workers that start while Kafka and PostgreSQL are down, and these come half a minute later."""

import asyncio
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from kezek_local.ports import SERVICES
from kezek_local.stack import Stack

NAME = "late-servers"
SERVERS = ("kafka", "postgres")
LATE_BY_S = 30.0
READY_WITHIN_S = 15.0


async def workers_before_servers(stack: Stack, late_by_s: float = LATE_BY_S) -> float:
    """How many seconds after the servers are ready all workers are ready too, with nobody's help."""
    workers = [f"{service}-worker" for service in SERVICES]
    await _together(stack.stop, workers)
    await _together(stack.stop, SERVERS)
    starting = asyncio.create_task(_together(stack.start, workers))
    await asyncio.sleep(late_by_s)
    await _together(stack.start, SERVERS)
    began = time.monotonic()
    await starting
    return time.monotonic() - began


async def _together(act: Callable[[str], None], names: Iterable[str]) -> None:
    # asyncio's own pool is smaller than the workers that wait are many
    loop, pool = asyncio.get_running_loop(), ThreadPoolExecutor(len(SERVICES))
    await asyncio.gather(*(loop.run_in_executor(pool, act, name) for name in names))
