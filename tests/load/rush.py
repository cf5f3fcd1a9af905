"""`python -m kezek_local run tests.load.rush`: all who were called look, choose and sign at the same moment.

`RUSH` parents (130), each with a session, a turn and a place of its own, through the gateway. Signatures are made
before the clock starts; what the player itself takes of the processor is told apart.
"""

import asyncio
import os
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg

from kezek_local.stack import Stack
from kezek_local.waiting import eventually
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import RefusedError
from tests.e2e.world import World
from tests.load.crowd import called, each, place_of
from tests.load.figures import Table, by_size, latencies, milliseconds, say, times
from tests.load.floors import RUNS, Floors, floors
from tests.load.spending import PLAYER, between, of_stack, spent

DISTRICT = "1110"
SETTLES_WITHIN_S, LOOKS_EVERY_S = 300.0, 0.1
REQUESTS_OF_A_LOOK = 2
_PAPERS = """
select count(distinct subject_id) from documents.document
where subject_kind = 'referral' and application_id = any($1)
"""
_SMS = """
select count(distinct application_id) from notifications.message
where kind = 'referral_issued' and channel = 'sms' and state = 'sent' and application_id = any($1)
"""
_OVERSOLD = """
select count(*) from (
  select from referrals.referral where status in ('valid', 'accepted') group by place_id having count(*) > 1
) place
"""


def count_of(environment: Mapping[str, str]) -> int:
    """How many families rush."""
    return int(environment.get("RUSH", "130"))


@dataclass
class Moment:
    """What all of them did at once: the seconds of each, of all, and by program of the processor."""

    seconds: list[float]
    whole_s: float
    cpu: dict[str, float]


@dataclass
class Claims:
    """How all claims went: which were refused, and the seconds until the last paper and the last SMS were there."""

    moment: Moment
    refused: Counter[str]
    paper_s: float
    sms_s: float

    @property
    def count(self) -> int:
        """How many there were."""
        return len(self.moment.seconds)


@dataclass
class Rush:
    """What came of it."""

    looks: Moment
    claims: Claims
    oversold: int

    @property
    def count(self) -> int:
        """How many there were."""
        return len(self.looks.seconds)


async def rush(stack: Stack, world: World, count: int) -> Rush:
    """Prepare, rush, and wait for the last paper and the last SMS."""
    say(f"{count} families apply and are called …")
    parents = await called(world, count)
    places = await each(parents, place_of)
    acts, looks = await at_once(stack, [partial(_looks, *each_of) for each_of in zip(parents, places, strict=True)])
    await world.settles()
    claims = await claimed(stack, list(zip(parents, acts, strict=True)))
    return Rush(looks, claims, await oversold(stack))


async def _looks(parent: Parent, place: str) -> Any:
    await parent.places()
    return await parent.prepares_choice(place)


async def claimed(stack: Stack, prepared: Sequence[tuple[Parent, Any]]) -> Claims:
    """All of them hand their signatures in at once; until the last paper and the last SMS of whom it was granted."""
    signed = await each(prepared, lambda pair: pair[0].signature_for(pair[1]))
    refused = Counter[str]()
    work = [partial(_claims, *pair, signature, refused) for pair, signature in zip(prepared, signed, strict=True)]
    began, before = time.perf_counter(), spent(stack)
    _, moment = await at_once(stack, work)
    granted = len(prepared) - refused.total()
    paper_s, sms_s = await last_ones(stack, [parent for parent, _ in prepared], granted, began)
    moment.cpu = between(before, spent(stack))
    return Claims(moment, refused, paper_s, sms_s)


async def _claims(parent: Parent, act: Any, signature: str, refused: Counter[str]) -> None:
    try:
        await parent.hand_in("referrals", act, signature)
    except RefusedError as refusal:
        refused[f"{refusal.status} {refusal.code}"] += 1


async def at_once(stack: Stack, work: Sequence[Callable[[], Awaitable[Any]]]) -> tuple[list[Any], Moment]:
    async def timed(one: Callable[[], Awaitable[Any]]) -> tuple[Any, float]:
        started = time.perf_counter()
        return await one(), time.perf_counter() - started

    began, before = time.perf_counter(), spent(stack)
    done = await asyncio.gather(*map(timed, work))
    moment = Moment([seconds for _, seconds in done], time.perf_counter() - began, between(before, spent(stack)))
    return [result for result, _ in done], moment


async def last_ones(stack: Stack, parents: Sequence[Parent], count: int, began: float) -> tuple[float, float]:
    """Seconds until so many papers and so many SMS were there; looked for now and then, as looking costs too."""
    mine, found = [UUID(parent.application_id) for parent in parents], dict[str, float]()

    async def all_there() -> bool:
        for query in (_PAPERS, _SMS):
            if query not in found and await connection.fetchval(query, mine) >= count:
                found[query] = time.perf_counter() - began
        await asyncio.sleep(0 if len(found) > 1 else LOOKS_EVERY_S)
        return len(found) > 1

    async with database(stack) as connection:
        await eventually(all_there, "the last of them", SETTLES_WITHIN_S)
    return found[_PAPERS], found[_SMS]


async def oversold(stack: Stack) -> int:
    """Places with two referrals that hold."""
    async with database(stack) as connection:
        return int(await connection.fetchval(_OVERSOLD))


@asynccontextmanager
async def database(stack: Stack) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(stack.superuser_url.replace("+asyncpg", ""))
    try:
        yield connection
    finally:
        await connection.close()


def tables(found: Rush, floor: Floors) -> list[Table]:
    """How it went, and what it took of whom."""
    count, looks, claims = found.count, found.looks, found.claims
    rows = {"looked and prepared": looks.whole_s, **course(claims)}
    table = course_table(f"Rush: {count} families choose at once", rows, claims, found.oversold, floor)
    waited = latencies("Rush: how long each waited", "so many hellos at once")
    waited.latencies("look at the places, then prepare the choice", looks.seconds, floor.crowd_s)
    waited.latencies("choice signed → referral answered", claims.moment.seconds, floor.crowd_s)
    return [table, waited, _programs(found, floor)]


def course(claims: Claims) -> dict[str, float]:
    """Seconds until it was so far."""
    return {
        "claims answered": claims.moment.whole_s,
        "the last paper": claims.paper_s,
        "the last SMS": claims.sms_s,
    }


def course_table(title: str, rows: Mapping[str, float], claims: Claims, oversold: int, floor: Floors) -> Table:
    """Beside the time in which the machine's cores could do the floors of so many claims and nothing else."""
    least_s = claims.count * floor.claim_cpu_s / (os.cpu_count() or 1)
    table = Table(title, ("what", "figure", "x floors of all claims"))
    table.add("claims answered per second", f"{claims.count / claims.moment.whole_s:.1f}", "")
    for name, seconds in rows.items():
        table.add(f"{name}, seconds after the start", f"{seconds:.2f}", times(seconds, least_s))
    busy = of_stack(claims.moment.cpu) / max(claims.paper_s, claims.sms_s)
    table.add(f"cores busy until then, of {os.cpu_count()}", f"{busy:.2f}", "")
    table.add("oversold places", str(oversold), "")
    told = ", ".join(f"{number} {code}" for code, number in claims.refused.items())
    table.add("refused claims", told or "0", "")
    return table


def _programs(found: Rush, floor: Floors) -> Table:
    """By program; and how many cores each would need for a hundred claims a second, in however many processes."""
    head = ("program", "CPU ms a look", "CPU ms a claim", "cores at 100 claims/s")
    table = Table("Rush: processor by program, a claim until its paper and SMS are there", head)
    parts = (found.looks, found.claims.moment)
    looks, claims = ({name: s / found.count for name, s in part.cpu.items()} for part in parts)
    for name in by_size(claims):
        cores = f"{100 * claims[name]:.1f}" if name != PLAYER else ""
        table.add(name, milliseconds(looks.get(name, 0.0)), milliseconds(claims[name]), cores)
    look, claim = of_stack(looks), of_stack(claims)
    table.add("**the stack**", f"**{milliseconds(look)}**", f"**{milliseconds(claim)}**", f"**{100 * claim:.1f}**")
    table.add("x floor", times(look, REQUESTS_OF_A_LOOK * floor.hello.cpu_s), times(claim, floor.claim_cpu_s), "")
    return table


async def main() -> str | None:
    """Measure and print; what is wrong, or nothing."""
    stack, count = Stack(Path(os.environ["KEZEK_STACK_FOLDER"])), count_of(os.environ)
    world = World(os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"], DISTRICT)
    try:
        await world.begins_by_day()
        floor = await floors(stack, RUNS, count)
        found = await rush(stack, world, count)
    finally:
        await world.close()
    for table in [floor.table(), *tables(found, floor)]:
        say(table.markdown() + "\n")
    return f"{found.oversold} places have two referrals" if found.oversold else None


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
