"""Two stacks for all journeys: one whose clock is moved, one shared by those that keep to a district of their own.

Each is started once, by the one process that runs its group (`xdist_group`). With `KEZEK_PUBLIC_URL` and
`KEZEK_SANDBOX_URL` set, both groups play on that stack instead.
"""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from kezek_local.stack import Stack
from kezek_local.testing import temporary_stack
from tests.e2e.world import CROWDED, World, queues

# one process may play both groups on one stack: no queue is used twice, it may still hold waiting children
_QUEUES = queues()
_CROWDED = iter(CROWDED)


class Addresses:
    """Where a stack is reached, and the stack itself where the test may kill its programs."""

    def __init__(self, gateway: str, sandbox: str, stack: Stack | None) -> None:
        self.gateway = gateway
        self.sandbox = sandbox
        self.stack = stack


@pytest.fixture(scope="session")
def played_stack() -> Iterator[Addresses]:
    """The stack of this process's group, two referrals APIs running."""
    if "KEZEK_PUBLIC_URL" in os.environ:
        stack = Stack(Path(os.environ["KEZEK_STACK_FOLDER"])) if "KEZEK_STACK_FOLDER" in os.environ else None
        yield Addresses(os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"], stack)
        return
    with temporary_stack(replicas={"referrals": 2}) as stack:
        yield Addresses(stack.public_url, stack.sandbox_url, stack)


@pytest.fixture
def stack(played_stack: Addresses) -> Stack:
    """The stack's programs; who plays on a stack by its addresses alone is not asked to reach them."""
    if played_stack.stack is None:
        pytest.skip("without KEZEK_STACK_FOLDER a stack's programs cannot be reached")
    return played_stack.stack


@pytest_asyncio.fixture
async def world(played_stack: Addresses) -> AsyncIterator[World]:
    """A district to itself on the stack."""
    world = World(played_stack.gateway, played_stack.sandbox, *next(_QUEUES))
    await world.begins_by_day()
    yield world
    await world.close()


@pytest_asyncio.fixture(scope="module")
async def module_world(played_stack: Addresses) -> AsyncIterator[World]:
    """A district to itself for a whole module, whose tests look at one scene."""
    world = World(played_stack.gateway, played_stack.sandbox, *next(_QUEUES))
    await world.begins_by_day()
    yield world
    await world.close()


@pytest_asyncio.fixture
async def crowded_world(played_stack: Addresses) -> AsyncIterator[World]:
    """A district with some 260 children of one year, to itself."""
    world = World(played_stack.gateway, played_stack.sandbox, next(_CROWDED))
    await world.begins_by_day()
    yield world
    await world.close()
