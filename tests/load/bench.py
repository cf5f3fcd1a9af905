"""`make bench`: what Kezek takes and how long it lets wait, beside the floors of the same run; docs/performance.md.

Run it on a fresh and otherwise idle stack: each run takes families who have not applied yet. `BENCH_RUNS`, `EVENTS`,
`RUSH` and `REST_S` say how many and how long.
"""

import asyncio
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from kezek_local.stack import Stack
from tests.e2e.world import World
from tests.load import events, page, rest, rush
from tests.load.figures import Table, latencies, say
from tests.load.floors import RUNS, Floors, floors
from tests.load.journeys import applying, calling, choosing

DISTRICT = "1170"


def count_of(environment: Mapping[str, str]) -> int:
    """How many families make the whole journey, one after the other."""
    return int(environment.get("BENCH_RUNS", "200"))


async def journeys(world: World, count: int, floor: Floors) -> Table:
    """Single families, as each meets the service when nobody else does."""
    parents, worker = await world.parents(count), await world.worker()
    table = latencies("Single journeys, one after the other")
    commit, kafka = floor.commit.seconds, floor.kafka.seconds
    table.latencies("application signed → position (PostgreSQL)", await applying(world, parents), commit)
    table.latencies("vacancy signed → SMS in the mailbox (Kafka)", await calling(world, worker, parents), kafka)
    table.latencies("choice signed → referral (PostgreSQL)", await choosing(parents), commit)
    return table


async def main() -> str | None:
    """Measure, print, and write the page; what is wrong, or nothing."""
    stack, told = Stack(Path(os.environ["KEZEK_STACK_FOLDER"])), list[Table]()
    worlds = [
        World(os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"], *queue)
        for queue in ((DISTRICT,), events.QUEUE, (rush.DISTRICT,))
    ]
    try:
        await worlds[0].begins_by_day()
        crowd = rush.count_of(os.environ)
        floor = await floors(stack, RUNS, crowd)
        tell(told, floor.table(), await rest.rest(stack, rest.seconds_of(os.environ)))
        tell(told, await journeys(worlds[0], count_of(os.environ), floor))
        tell(told, await events.events(stack, worlds[1], events.count_of(os.environ), floor.kafka.seconds))
        found = await rush.rush(stack, worlds[2], crowd)
        tell(told, *rush.tables(found, floor))
    finally:
        await asyncio.gather(*(world.close() for world in worlds))
    page.write(told)
    return f"{found.oversold} places have two referrals" if found.oversold else None


def tell(told: list[Table], *tables: Table) -> None:
    """Print these, and keep them for the page."""
    for table in tables:
        say(table.markdown() + "\n")
    told.extend(tables)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
