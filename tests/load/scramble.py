"""`python -m kezek_local run tests.load.scramble`: many families claim few places in free choice, all at one moment.

`FAMILIES` (2000) of one queue, each with a session and a signed choice of one of `PLACES` (500), through the gateway;
with `KILLED=1` the referrals worker and Kafka are killed while the claims come in. Every place must end with one
referral, no child may have two, and who came too late must be told so.
"""

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from kezek_local.stack import Stack
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.worker import Worker
from tests.e2e.world import World
from tests.load.crowd import GARDENS, each
from tests.load.figures import Table, by_size, latencies, milliseconds, say
from tests.load.floors import RUNS, Floors, floors
from tests.load.rush import Claims, claimed, course, course_table, database, oversold
from tests.load.spending import PLAYER, of_stack

DISTRICT, GROUP_YEAR, AT_ONCE_PUBLISHED = "1110", 2023, 100
PATIENCE_S, KILLED_AFTER_S = 180.0, 2.0
_TWICE = """
select count(*) from (
  select from referrals.referral where status in ('valid', 'accepted') group by child_id having count(*) > 1
) child
"""
_REFERRED = "select count(*) from referrals.candidate where status = 'referred' and application_id = any($1)"


@dataclass(frozen=True)
class Size:
    """How many families want how many places, and whether somebody pulls plugs meanwhile."""

    families: int
    places: int
    killed: bool

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Size":
        """As the environment says."""
        families, places = int(environment.get("FAMILIES", "2000")), int(environment.get("PLACES", "500"))
        return cls(families, places, environment.get("KILLED", "") not in ("", "0"))


@dataclass(frozen=True)
class Scramble:
    """What came of it: how many hold a referral, how many places or children have two."""

    size: Size
    claims: Claims
    referred: int
    oversold: int
    twice: int

    @property
    def wrong(self) -> str | None:
        """What must not be, if it is so."""
        told = self.claims.refused
        as_it_must_be = (self.referred, self.oversold, self.twice) == (self.size.places, 0, 0)
        if as_it_must_be and set(told) <= {"409 place_taken"}:
            return None
        return f"{self.referred} referred, {self.oversold} places and {self.twice} children twice, {dict(told)}"


async def scramble(stack: Stack, world: World, size: Size) -> Scramble:
    """Prepare, let all claim at once, and count."""
    parents = await _waiting(world, size.families)
    places = await _opened(world, parents[0], size.places)
    say(f"{size.families} families look at {len(places)} places and prepare …")
    wanted = [places[number % len(places)] for number in range(len(parents))]
    pairs = list(zip(parents, wanted, strict=True))
    prepared = [(parent, act) for (parent, _), act in zip(pairs, await each(pairs, _prepares), strict=True)]
    plug = asyncio.create_task(_pull_plugs(stack)) if size.killed else None
    claims = await claimed(stack, prepared)
    if plug:
        await plug
    await world.settles()
    referred = await _count_referred(stack, parents)
    return Scramble(size, claims, referred, await oversold(stack), await _children_twice(stack))


async def _waiting(world: World, count: int) -> list[Parent]:
    say(f"{count} families come, sign in and apply …")
    await world.sandbox.post(f"/districts/{world.district}/families", {"year": world.group_year, "count": count})
    first = await world.parent()  # who comes first makes the list from which the others are taken
    parents = [first, *await each(range(count - 1), lambda _: world.parent())]
    await each(parents, lambda parent: parent.applies())
    await world.settles()
    return parents


async def _opened(world: World, one: Parent, count: int) -> list[str]:
    """Places that nobody who was called for them has taken in time."""
    say(f"{count} places are published, and their turns lapse …")
    for number, first in enumerate(range(0, count, AT_ONCE_PUBLISHED)):
        worker: Worker = await world.worker(number % GARDENS)
        await worker.publishes(world.group_year, places=min(AT_ONCE_PUBLISHED, count - first))
    await world.settles()
    turn = (await one.becomes("notified"))["turn"]
    await world.passes_midnight_after(turn["last_day"])
    await world.begins_by_day()
    await world.settles()
    # other stories of this stack may have left places of their own
    return [place["place_id"] for place in await one.places()][:count]


async def _prepares(pair: tuple[Parent, str]) -> Any:
    parent, place = pair
    return await parent.prepares_choice(place)


async def _pull_plugs(stack: Stack) -> None:
    await asyncio.sleep(KILLED_AFTER_S)
    for victim in ("referrals-worker", "kafka"):
        stack.kill(victim)


async def _count_referred(stack: Stack, parents: Sequence[Parent]) -> int:
    async with database(stack) as connection:
        return int(await connection.fetchval(_REFERRED, [UUID(parent.application_id) for parent in parents]))


async def _children_twice(stack: Stack) -> int:
    async with database(stack) as connection:
        return int(await connection.fetchval(_TWICE))


def tables(found: Scramble, floor: Floors) -> list[Table]:
    """How it went, how long each waited, and where the time went."""
    size, claims = found.size, found.claims
    plugs = ", a worker and Kafka killed" if size.killed else ""
    title = f"Scramble: {size.families} families claim {size.places} places at once{plugs}"
    table = course_table(title, course(claims), claims, found.oversold, floor)
    table.add("children with two referrals", str(found.twice), "")
    waited = latencies("Scramble: how long each waited", "so many hellos at once")
    waited.latencies("choice signed → answered", claims.moment.seconds, floor.crowd_s)
    return [table, waited, _programs(claims)]


def _programs(claims: Claims) -> Table:
    table = Table("Scramble: processor by program until the last SMS", ("program", "seconds", "ms a claim"))
    spent = claims.moment.cpu
    for name in by_size(spent):
        table.add(name, f"{spent[name]:.1f}", milliseconds(spent[name] / claims.count) if name != PLAYER else "")
    whole = of_stack(spent)
    table.add("**the stack**", f"**{whole:.1f}**", f"**{milliseconds(whole / claims.count)}**")
    return table


async def main() -> str | None:
    """Measure and print; what is wrong, or nothing."""
    stack, size = Stack(Path(os.environ["KEZEK_STACK_FOLDER"])), Size.of(os.environ)
    addresses = os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"]
    world = World(*addresses, DISTRICT, GROUP_YEAR, patience_s=PATIENCE_S)
    try:
        await world.begins_by_day()
        floor = await floors(stack, RUNS, min(size.families, 250))
        found = await scramble(stack, world, size)
    finally:
        await world.close()
    for table in [floor.table(), *tables(found, floor)]:
        say(table.markdown() + "\n")
    return found.wrong


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
