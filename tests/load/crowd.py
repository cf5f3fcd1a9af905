"""Families who have been called, each to a place of its own: what a rush begins with."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar

from tests.e2e.actors.parent import Parent
from tests.e2e.world import World

GARDENS = 3
AT_ONCE = 10
SomebodyT = TypeVar("SomebodyT")
DoneT = TypeVar("DoneT")


async def each(
    people: Iterable[SomebodyT], do: Callable[[SomebodyT], Awaitable[DoneT]], at_once: int = AT_ONCE
) -> list[DoneT]:
    """What each of them does, a few at a time; in their order."""
    turnstile = asyncio.Semaphore(at_once)

    async def pass_through(somebody: SomebodyT) -> DoneT:
        async with turnstile:
            return await do(somebody)

    return await asyncio.gather(*(pass_through(somebody) for somebody in people))


async def called(world: World, count: int) -> list[Parent]:
    """So many parents, applied and called; the places are spread over the district's kindergartens."""
    first = await world.parent()  # who comes first makes the list from which the others are taken
    parents = [first, *await each(range(count - 1), lambda _: world.parent())]
    await each(parents, lambda parent: parent.applies())
    await world.settles()
    positions = await each(parents, lambda parent: parent.position())
    await _publish(world, max(position["position"] for position in positions))
    await world.settles()
    await each(parents, lambda parent: parent.becomes("notified"))
    return parents


async def _publish(world: World, places: int) -> None:
    """Who stood in this queue before is called too."""
    for garden in range(GARDENS):
        share = places // GARDENS + (garden < places % GARDENS)
        if share:
            worker = await world.worker(garden)
            await worker.publishes(world.group_year, places=share)


async def place_of(parent: Parent) -> Any:
    """The place of this parent's turn."""
    return (await parent.state())["turn"]["place_id"]
