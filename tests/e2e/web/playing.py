"""Journeys of the web client (web/e2e), played in a real browser against a stack."""

import asyncio
import os
from pathlib import Path

from tests.e2e.world import World

WEB = Path(__file__).parents[3] / "web"


async def played_in_a_browser(world: World, *journeys: str, **given: str) -> None:
    """Plays the journeys of these names, or all; `given` is what they find in their environment.

    Raises:
        AssertionError: with all that Playwright said, when one of them fails.
    """
    addresses = {"KEZEK_PUBLIC_URL": world.gateway, "KEZEK_SANDBOX_URL": str(world.sandbox.http.base_url)}
    command = ("./run", "playwright", "test", "-c", "e2e/playwright.config.ts", *journeys)
    playing = await asyncio.create_subprocess_exec(
        *command,
        cwd=WEB,
        env=os.environ | addresses | given,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    told, _ = await playing.communicate()
    assert playing.returncode == 0, told.decode()
