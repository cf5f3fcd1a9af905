"""The web client's own journeys (web/e2e), in a real browser, through the gateway."""

import asyncio
import os
from pathlib import Path

import pytest
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]
WEB = Path(__file__).parents[3] / "web"


async def test_journeys_of_the_web_client(world: World) -> None:
    """A district with places in free choice and one valid referral is what the public pages look at."""
    parent, worker = await world.parent(), await world.worker()
    await parent.applies()
    await worker.publishes(world.group_year, places=3)
    await worker.publishes(world.group_year, places=1, language="ru")
    await parent.becomes("notified")
    await parent.chooses_first_place()
    await parent.referral_pdf()
    (paper,) = (await parent.get(f"/documents/applications/{parent.application_id}/documents"))["items"]
    await world.settles()
    environment = os.environ | {
        "KEZEK_PUBLIC_URL": world.gateway,
        "KEZEK_SANDBOX_URL": str(world.sandbox.http.base_url),
        "KEZEK_DISTRICT": world.district,
        "KEZEK_CHECK_CODE": paper["check_code"],
    }
    command = ("./run", "playwright", "test", "-c", "e2e/playwright.config.ts")
    playing = await asyncio.create_subprocess_exec(
        *command, cwd=WEB, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    told, _ = await playing.communicate()
    assert playing.returncode == 0, told.decode()
