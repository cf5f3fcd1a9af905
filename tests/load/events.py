"""`python -m kezek_local run tests.load.events`: an event's way from one service's commit to the next one's.

Triggers on every outbox and inbox tell of each event's row, and PostgreSQL says so when the row's transaction is
committed, to one listener: both ends of the way by one clock. They are taken away afterwards.
"""

import asyncio
import os
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg

from kezek_local.ports import SERVICES
from kezek_local.stack import Stack
from tests.e2e.world import World
from tests.load.figures import Table, latencies, say
from tests.load.floors import kafka_latencies

QUEUE = ("1110", 2023)
CHANNEL = "bench_event"
QUIET_S = 0.2
TABLES = ("outbox", "inbox")
_FUNCTION = f"""
create or replace function public.bench_tell() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'inbox' then
    perform pg_notify('{CHANNEL}', tg_table_schema || ' inbox ' || new.event_id);
  elsif length(new.value) > 0 then
    perform pg_notify('{CHANNEL}',
      tg_table_schema || ' outbox ' || (convert_from(new.value, 'UTF8')::json ->> 'event_id'));
  end if;
  return null;
end $$
"""


def count_of(environment: Mapping[str, str]) -> int:
    """How many applications are signed, one after the other."""
    return int(environment.get("EVENTS", "50"))


@dataclass
class Ear:
    """What was heard of commits, in their order."""

    heard: list[tuple[float, str, str, str]] = field(default_factory=list)
    """When, in which service, in which table, which event."""

    def hears(self, connection: Any, pid: int, channel: str, payload: str) -> None:
        """A commit, as asyncpg tells of it."""
        del connection, pid, channel
        service, table, event = payload.split()
        self.heard.append((time.perf_counter(), service, table, event))

    async def quiet(self) -> None:
        """Until nothing has been heard for a while."""
        known = -1
        while known != len(self.heard):
            known = len(self.heard)
            await asyncio.sleep(QUIET_S)

    def ways(self) -> dict[tuple[str, str], list[float]]:
        """Seconds of each event's ways, by the service that published it and the one that applied it."""
        published: dict[str, tuple[float, str]] = {}
        found = defaultdict[tuple[str, str], list[float]](list)
        for at, service, table, event in self.heard:
            if table == "outbox":
                published[event] = (at, service)
            elif event in published:
                began, publisher = published[event]
                found[publisher, service].append(at - began)
        return dict(found)


@asynccontextmanager
async def listening(url: str) -> AsyncIterator[Ear]:
    """Hears every commit of an event, published or applied."""
    connection, ear = await asyncpg.connect(url.replace("+asyncpg", "")), Ear()
    both = [f"{service}.{table}" for service in SERVICES for table in TABLES]
    tell = "create trigger bench_tell after insert on {} for each row execute function public.bench_tell()"
    silence = "drop trigger if exists bench_tell on {}"
    try:
        await connection.execute(_FUNCTION)
        await _each(connection, [line.format(name) for name in both for line in (silence, tell)])
        await connection.add_listener(CHANNEL, ear.hears)
        yield ear
    finally:
        await _each(connection, [silence.format(name) for name in both])
        await connection.execute("drop function if exists public.bench_tell()")
        await connection.close()


async def _each(connection: Any, statements: Iterable[str]) -> None:
    for statement in statements:
        await connection.execute(statement)


async def events(stack: Stack, world: World, count: int, kafka: list[float]) -> Table:
    """The ways of all events that single applications make, none under way when the next one begins."""
    parents = await world.parents(count)
    await world.settles()
    async with listening(stack.superuser_url) as ear:
        for parent in parents:
            await parent.applies()
            await ear.quiet()
    ways = ear.ways()
    table = latencies("An event's way: committed in one service → its effect committed in the next", "Kafka")
    for (publisher, consumer), seconds in sorted(ways.items()):
        table.latencies(f"{publisher} → {consumer}", seconds, kafka)
    table.latencies("all of them", [each for seconds in ways.values() for each in seconds], kafka)
    return table


async def main() -> None:
    """Measure and print."""
    stack = Stack(Path(os.environ["KEZEK_STACK_FOLDER"]))
    world = World(os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"], *QUEUE)
    try:
        await world.begins_by_day()
        count = count_of(os.environ)
        kafka = await kafka_latencies(stack.kafka(), count)
        say((await events(stack, world, count, kafka)).markdown())
    finally:
        await world.close()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
