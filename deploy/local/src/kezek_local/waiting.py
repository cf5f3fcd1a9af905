"""What tests wait for: asked again and again, as nobody tells them when it comes."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

PATIENCE_S = 15.0
POLL_S = 0.02


async def eventually(
    condition: Callable[[], Awaitable[Any]], what: str = "the condition", within_s: float = PATIENCE_S
) -> Any:
    """The condition's first true value; asked again until then.

    Raises:
        TimeoutError: naming what did not come.
    """
    until = asyncio.get_running_loop().time() + within_s
    while not (value := await condition()):
        if asyncio.get_running_loop().time() > until:
            raise TimeoutError(f"{what} did not come within {within_s} s")
        await asyncio.sleep(POLL_S)
    return value
