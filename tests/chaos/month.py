"""A month of a district's life under faults: `make month`.

Families apply, are called, choose or stay silent, cancel, come or do not, leave; kindergartens publish, accept, refuse
and let children go; an officer decides and annuls. Each day, in the midst of it, some program is killed or stands still
for a while, or a whole topic is sent again. When the month is over, what every service says is compared by SQL.
`MONTH_DAYS`, `MONTH_FAMILIES` and `MONTH_SEED` change its size and its luck.
"""

import asyncio
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from kezek_local.stack import Stack
from tests.chaos import month_checks
from tests.chaos.again import NAMES, send_again
from tests.chaos.month_lives import Lives
from tests.chaos.strike import SUPERVISOR, parked, strike, victims
from tests.e2e.world import ALMATY, World

PATIENCE_S = 180.0
SETTLED_WITHIN_S = 120.0
OFFICES_OPEN = 9
STOPPED_S = 15.0
FRIDAY = 4


class Month:
    """One district, day by day."""

    def __init__(self, stack: Stack, world: World, luck: random.Random) -> None:
        self._stack = stack
        self._world = world
        self._luck = luck
        self._lives = Lives(world, luck)
        self.acts = self._lives.acts
        self.faults: Counter[str] = Counter()

    async def passes(self, days: int, families: int) -> list[str]:
        """Live so many days; what was wrong on the way."""
        await self._lives.begin()
        wrongs: list[str] = []
        for ordinal in range(days):
            today = await self._world.today()
            newcomers = families // days + (ordinal % days < families % days)
            wrongs += await self._day(today, newcomers)
            await self._world.passes_midnight_after(today.isoformat())
            morning = datetime(today.year, today.month, today.day, OFFICES_OPEN, tzinfo=ALMATY) + timedelta(days=1)
            await self._world.sandbox.advance_to(morning)  # by then what waited for it has left
        await self._world.sandbox.settle(SETTLED_WITHIN_S)
        return wrongs + await parked(self._stack)

    async def _day(self, today: date, newcomers: int) -> list[str]:
        begun = asyncio.Event()
        fault = asyncio.create_task(self._fault(begun, today.toordinal()))
        doings = await self._lives.a_day(newcomers, offices_open=today.weekday() <= FRIDAY)
        begun.set()
        ends = await asyncio.gather(*doings, return_exceptions=True)
        told = await fault
        self.faults[told] += 1
        return [f"{today}, {told}: {end!r}" for end in ends if isinstance(end, BaseException)]

    async def _fault(self, begun: asyncio.Event, number: int) -> str:
        """Kill a program, or let it stand still for a while, or send a topic again: in the middle of the day."""
        chance = self._luck.random()
        if chance < 0.2:
            topic = self._luck.choice(NAMES)
            await begun.wait()
            return f"{topic} sent again" if await send_again(self._stack, topic) else f"{topic} is empty"
        victim = self._luck.choice(victims(self._stack))
        if chance < 0.4 and victim != SUPERVISOR:
            await begun.wait()
            await self._stands_still(victim)
            return f"{victim} stopped"
        await strike(self._stack, victim, begun, number)
        return f"{victim} killed"

    async def _stands_still(self, victim: str) -> None:
        self._stack.kill(victim, signal.SIGSTOP)
        try:
            await asyncio.sleep(STOPPED_S)
        finally:
            self._stack.kill(victim, signal.SIGCONT)
        await asyncio.to_thread(self._stack.wait_ready, victim)


def tell(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)  # noqa: T201 - a report is told


def told(wrongs: Sequence[str], month: Month, checks: dict[str, list[str]], minutes: float) -> int:
    """Tell what happened; how much was wrong."""
    tell("acts: " + ", ".join(f"{count} {what}" for what, count in month.acts.most_common()))
    tell("faults: " + ", ".join(f"{name} {count}" for name, count in month.faults.most_common()))
    for name, rows in checks.items():
        tell(f"{'right' if not rows else 'WRONG':6} {name}", *(f"         {row}" for row in rows[:10]))
    tell(*(f"    {wrong}" for wrong in wrongs))
    differences = sum(map(len, checks.values()))
    tell(f"{len(wrongs)} wrong on the way, {differences} differences by SQL; {minutes:.1f} minutes.")
    return len(wrongs) + differences


async def main() -> int:
    """Play the month against the stack in `KEZEK_STACK_FOLDER`; 1 if anything was wrong."""
    stack = Stack(Path(os.environ["KEZEK_STACK_FOLDER"]))
    luck = random.Random(os.environ.get("MONTH_SEED", "1"))
    days, families = int(os.environ.get("MONTH_DAYS", "30")), int(os.environ.get("MONTH_FAMILIES", "40"))
    began = time.monotonic()
    world = World(stack.public_url, stack.sandbox_url, "1170", 2022, patience_s=PATIENCE_S)
    month = Month(stack, world, luck)
    wrongs = await month.passes(days, families)
    checks = await month_checks.differences(stack.superuser_url, "1170.general.2022")
    await world.close()
    return int(told(wrongs, month, checks, (time.monotonic() - began) / 60) > 0)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
