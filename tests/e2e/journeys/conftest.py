"""What several journeys look at."""

import pytest_asyncio
from tests.e2e.scene import Scene, set_up
from tests.e2e.world import World


@pytest_asyncio.fixture(scope="module")
async def scene(module_world: World) -> Scene:
    """Two sides that are foreign to each other, and everybody who may call."""
    return await set_up(module_world)
