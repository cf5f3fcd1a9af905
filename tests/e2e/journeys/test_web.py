"""The web client's own journeys (web/e2e), in a real browser, through the gateway."""

import asyncio
import os
from pathlib import Path

import pytest
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]
WEB = Path(__file__).parents[3] / "web"
FAMILIES = 4
ONLY = os.environ.get("KEZEK_JOURNEYS", "").split()


async def test_journeys_of_the_web_client(world: World) -> None:
    """A district with places in free choice and one valid referral is what the public pages look at.

    Families that have applied for nothing yet apply in the browser; `KEZEK_JOURNEYS` names the journeys to play alone.
    """
    parent, worker = await world.parent(), await world.worker()
    await parent.applies()
    await worker.publishes(world.group_year, places=6)
    await worker.publishes(world.group_year, places=1, language="ru")
    await parent.becomes("notified")
    await parent.chooses_first_place()
    await parent.referral_pdf()
    (paper,) = (await parent.get(f"/documents/applications/{parent.application_id}/documents"))["items"]
    await world.settles()
    families = await world.parents(FAMILIES)
    environment = os.environ | {
        "KEZEK_PUBLIC_URL": world.gateway,
        "KEZEK_SANDBOX_URL": str(world.sandbox.http.base_url),
        "KEZEK_DISTRICT": world.district,
        "KEZEK_GROUP_YEAR": str(world.group_year),
        "KEZEK_CHECK_CODE": paper["check_code"],
        "KEZEK_FAMILIES": ",".join(f"{each.resident['id']}:{each.child_iin}" for each in families),
        "KEZEK_WORKER": f"{worker.resident['id']}:{worker.kindergarten_id}",
    }
    command = ("./run", "playwright", "test", "-c", "e2e/playwright.config.ts", *ONLY)
    playing = await asyncio.create_subprocess_exec(
        *command, cwd=WEB, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    told, _ = await playing.communicate()
    assert playing.returncode == 0, told.decode()
