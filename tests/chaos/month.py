"""A month of a district's life under faults: `make month`.

Families apply, are called, choose or stay silent, come or do not; kindergartens publish and accept; each day some
program is killed in the middle of it. When the month is over, what every service says is compared by SQL.
`MONTH_DAYS`, `MONTH_FAMILIES` and `MONTH_SEED` change its size and its luck.
"""

import asyncio
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from kezek_local.stack import Stack
from tests.chaos import month_checks
from tests.chaos.strike import parked, strike, victims
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import RefusedError
from tests.e2e.actors.worker import Worker
from tests.e2e.world import ALMATY, World

PATIENCE_S = 180.0
SETTLED_WITHIN_S = 120.0
OFFICES_OPEN = 9
LANGUAGES = (("kk",), ("ru",), ("kk", "ru"), ("kk", "ru", "en"))
CHOOSES, ACCEPTED = 0.5, 0.5  # each day, of those who are called, and of those who hold a referral
# two people may be at the same place at the same moment, and a term may end under a slow hand
MAY_BE_REFUSED = {
    "place_taken",
    "turn_over",
    "choice_not_allowed",
    "open_referral_exists",
    "act_outdated",
    "referral_not_valid",
}


class Month:
    """One district, day by day."""

    def __init__(self, stack: Stack, world: World, luck: random.Random) -> None:
        self._stack = stack
        self._world = world
        self._luck = luck
        self._families: list[Parent] = []
        self._workers: list[Worker] = []
        self.acts: Counter[str] = Counter()
        self.kills: Counter[str] = Counter()

    async def passes(self, days: int, families: int) -> list[str]:
        """Live so many days; what was wrong on the way."""
        self._workers = [await self._world.worker(ordinal) for ordinal in range(2)]
        wrongs: list[str] = []
        for ordinal in range(days):
            today = (await self._world.sandbox.now()).astimezone(ALMATY).date()
            newcomers = families // days + (ordinal % days < families % days)
            wrongs += await self._day(today, newcomers)
            await self._world.passes_midnight_after(today.isoformat())
            morning = datetime(today.year, today.month, today.day, OFFICES_OPEN, tzinfo=ALMATY) + timedelta(days=1)
            await self._world.sandbox.advance_to(morning)  # by then what waited for it has left
        await self._world.sandbox.settle(SETTLED_WITHIN_S)
        return wrongs + await parked(self._stack)

    async def _day(self, today: date, newcomers: int) -> list[str]:
        begun = asyncio.Event()
        victim = self._luck.choice(victims(self._stack))
        striking = asyncio.create_task(strike(self._stack, victim, begun, today.toordinal()))
        doings = [self._lives(each) for each in self._families]
        doings += [self._applies(await self._world.parent()) for _ in range(newcomers)]
        if today.weekday() < 5 and self._luck.random() < 0.7:
            doings.append(self._publishes(self._luck.choice(self._workers)))
        begun.set()
        ends = await asyncio.gather(*doings, return_exceptions=True)
        await striking
        self.kills[victim] += 1
        return [f"{today}, {victim} killed: {end!r}" for end in ends if isinstance(end, BaseException)]

    async def _applies(self, parent: Parent) -> None:
        await parent.applies(self._luck.choice(LANGUAGES))
        self._families.append(parent)
        self.acts["applied"] += 1

    async def _publishes(self, worker: Worker) -> None:
        places, language = self._luck.randint(1, 3), self._luck.choice(("kk", "kk", "ru"))
        await worker.publishes(self._world.group_year, places, language)
        self.acts["places published"] += places

    async def _lives(self, parent: Parent) -> None:
        status = (await parent.state())["status"]
        if status == "notified" and self._luck.random() < CHOOSES:
            await self._tries("chose", self._chooses(parent))
        elif status == "queued" and self._luck.random() < 0.2:
            await self._tries("took free choice", self._chooses(parent))
        elif status == "referred" and self._luck.random() < ACCEPTED:
            await self._tries("was accepted", self._comes(parent))

    async def _chooses(self, parent: Parent) -> bool:
        places = await parent.places()
        if places:
            await parent.chooses(self._luck.choice(places)["place_id"])
        return bool(places)

    async def _comes(self, parent: Parent) -> bool:
        referral = (await parent.state())["referral"]
        worker = next(each for each in self._workers if each.kindergarten_id == referral["kindergarten_id"])
        await worker.accepts(referral["number"])
        return True

    async def _tries(self, what: str, doing: Awaitable[bool]) -> None:
        try:
            done = await doing
            self.acts[what] += done
        except RefusedError as refused:
            if refused.code not in MAY_BE_REFUSED:
                raise
            self.acts[f"was told {refused.code}"] += 1


def tell(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)  # noqa: T201 - a report is told


def told(wrongs: Sequence[str], month: Month, checks: dict[str, list[str]], minutes: float) -> int:
    """Tell what happened; how much was wrong."""
    tell("acts: " + ", ".join(f"{count} {what}" for what, count in month.acts.most_common()))
    tell("killed: " + ", ".join(f"{name} {count}" for name, count in month.kills.most_common()))
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
