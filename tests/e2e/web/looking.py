"""Plays a program of web/e2e on a running stack, with the gallery's people."""

import asyncio
import json
import os
from pathlib import Path

from tests.e2e.web.gallery import gallery
from tests.e2e.world import World

WEB = Path(__file__).parents[3] / "web"


def look(*command: str) -> int:
    """Run the command with the project's Node on the stack that is named by `KEZEK_PUBLIC_URL`; its exit code."""
    return asyncio.run(_look(command))


async def _look(command: tuple[str, ...]) -> int:
    world = World(os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"])
    try:
        scene = json.dumps(await gallery(world))
        playing = await asyncio.create_subprocess_exec(
            "./run", *command, cwd=WEB, env=os.environ | {"KEZEK_SCENE": scene}
        )
        return await playing.wait()
    finally:
        await world.close()
