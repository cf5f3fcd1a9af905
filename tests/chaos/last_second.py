"""`python -m kezek_local run tests.chaos.last_second`: choices signed around the very second in which their turns end.

`CHOICES` (1000) in rounds of `ROUND` (100): all of a round are called with one deadline, prepare their choices, and
hand their signatures in at chance moments around it. A receipt before the instant is
in time and one at it is late (domain §6.7): every turn must have one end, and the one that its receipt says.
"""

import asyncio
import os
import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kezek_local.stack import Stack
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import RefusedError
from tests.e2e.world import World
from tests.load.crowd import GARDENS, each
from tests.load.figures import say
from tests.load.rush import database, oversold

DISTRICT, GROUP_YEAR = "1170", 2021  # of no other trial: who came late stays in the queue
PREPARED_WITHIN = timedelta(seconds=45)
EARLIEST_S, LATEST_S = -1.5, 0.5  # a signature is on its way for a while
_TURNS = """
select count(*), count(*) filter (where ended is null)
from referrals.turn join referrals.candidate using (application_id) where queue = $1
"""
_ENDS = """
select count(*) from (
  select application_id from referrals.history join referrals.candidate using (application_id) where queue = $1
  group by application_id
  having count(*) filter (where event like '%turn-started%') <> count(*) filter (where event like '%turn-ended%')
) candidate
"""
# a referral by the right of a turn was signed for before the turn's end
_LATE = """
select count(*) from referrals.referral r join referrals.turn t using (application_id, place_id)
where t.ended = 'place_chosen' and r.issued_at >= t.ends_at
"""
_WITHOUT = """
select count(*) from referrals.turn t where t.ended = 'place_chosen'
and not exists (select from referrals.referral r where r.application_id = t.application_id)
"""


@dataclass(frozen=True)
class Size:
    """How many choices, how many of them around one deadline."""

    choices: int
    at_once: int

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Size":
        """As the environment says."""
        return cls(int(environment.get("CHOICES", "1000")), int(environment.get("ROUND", "100")))


async def play(stack: Stack, world: World, size: Size) -> list[str]:
    """All rounds; what is wrong."""
    chance, outcomes = random.Random(size.choices), Counter[str]()
    await world.sandbox.post(f"/districts/{world.district}/families", {"year": world.group_year, "count": size.choices})
    waiting: list[Parent] = []
    while outcomes.total() < size.choices:
        waiting = await _filled(world, waiting, min(size.at_once, size.choices - outcomes.total()))
        deadline = await _called(world, waiting)
        told = await _around(world, waiting, deadline, chance)
        outcomes.update(told)
        await world.settles()
        waiting = [each for each, outcome in zip(waiting, told, strict=True) if outcome != "referred"]
        say(f"{outcomes.total()} of {size.choices}: {dict(outcomes)}")
    return await _wrong(stack, outcomes, f"{world.district}.general.{world.group_year}")


async def _filled(world: World, waiting: list[Parent], count: int) -> list[Parent]:
    """So many who wait: those of the round before, and as many new ones as are missing."""
    new = [await world.parent() for _ in range(count - len(waiting))]
    await each(new, lambda parent: parent.applies())
    await world.settles()
    return [*waiting, *new][:count]


async def _called(world: World, waiting: Sequence[Parent]) -> datetime:
    """All are called at once; when their turns end. Before them stand those whose referrals ran out meanwhile."""
    await world.begins_by_day()
    needed = max(position["position"] for position in await each(waiting, lambda parent: parent.position()))
    for garden in range(GARDENS):
        share = needed // GARDENS + (garden < needed % GARDENS)
        if share:
            await (await world.worker(garden)).publishes(world.group_year, places=share)
    await world.settles()
    states = await each(waiting, lambda parent: parent.becomes("notified"))
    (deadline,) = {state["turn"]["deadline_at"] for state in states}
    return datetime.fromisoformat(deadline)


async def _around(world: World, parents: Sequence[Parent], deadline: datetime, chance: random.Random) -> list[str]:
    await world.sandbox.advance_to(deadline - PREPARED_WITHIN)
    signed = await each(parents, _signed)
    left = (deadline - await world.sandbox.now()).total_seconds()
    if left < -EARLIEST_S:
        raise AssertionError("the choices were not prepared before their deadline: fewer in a ROUND")
    moments = [left + chance.uniform(EARLIEST_S, LATEST_S) for _ in parents]
    return await asyncio.gather(*(_hands_in(*one) for one in zip(parents, signed, moments, strict=True)))


async def _signed(parent: Parent) -> tuple[Any, str]:
    act = await parent.prepares_choice((await parent.state())["turn"]["place_id"])
    return act, await parent.signature_for(act)


async def _hands_in(parent: Parent, signed: tuple[Any, str], after_s: float) -> str:
    await asyncio.sleep(after_s)
    try:
        await parent.hand_in("referrals", *signed)
    except RefusedError as refused:
        return f"{refused.status} {refused.code}"
    return "referred"


async def _wrong(stack: Stack, outcomes: Counter[str], queue: str) -> list[str]:
    """Counted by PostgreSQL, when all is at rest, in the queue that was played in."""
    async with database(stack) as connection:
        turns, running = await connection.fetchrow(_TURNS, queue)
        found = {
            "turns that still run": running,
            "families whose turns and ends differ in number": await connection.fetchval(_ENDS, queue),
            "choices at or after the deadline": await connection.fetchval(_LATE),
            "choices without a referral": await connection.fetchval(_WITHOUT),
            "places with two referrals": await oversold(stack),
            "answers that nobody should have": sum(
                count for told, count in outcomes.items() if told not in {"referred", "409 turn_over"}
            ),
        }
    say(f"{turns} turns: {dict(outcomes)}")
    return [f"{count} {what}" for what, count in found.items() if count]


async def main() -> str | None:
    """Play and print; what is wrong, or nothing."""
    stack, size = Stack(Path(os.environ["KEZEK_STACK_FOLDER"])), Size.of(os.environ)
    world = World(os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"], DISTRICT, GROUP_YEAR)
    try:
        return ", ".join(await play(stack, world, size)) or None
    finally:
        await world.close()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
