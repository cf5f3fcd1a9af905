"""`make chaos`: every program is killed in the middle of every step of the story; a table of what came of it.

One kill serves all steps: ten families, each in a district of its own, stand at one step each when it happens.
`CHAOS_VICTIMS` and `CHAOS_STEPS` (names with commas) choose, `CHAOS_TURNS` repeats with other moments.
"""

import asyncio
import itertools
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.chaos import late_servers
from tests.chaos.family import Family
from tests.chaos.strike import NOBODY, Struck, parked, strike, victims
from tests.e2e.world import DISTRICTS, World

from kezek_local.stack import Stack

PATIENCE_S = 120.0
SETTLED_WITHIN_S = 100.0
GROUP_YEARS = (2022, 2023)
WIDTH = 9


@dataclass(frozen=True)
class Row:
    """What came of one kill: for each step the seconds from the kill to the step's end, and what went wrong."""

    victim: str
    seconds: dict[str, float]
    back_after_s: float
    settled_after_s: float
    wrongs: list[str]

    @property
    def hits(self) -> int:
        """How many steps were under way when the kill came."""
        return sum(seconds > 0 for seconds in self.seconds.values())


class Matrix:
    """Plays row by row; each on fresh families."""

    def __init__(self, stack: Stack, steps: Sequence[str]) -> None:
        self._stack = stack
        self._steps = steps
        self._worlds = [
            World(stack.public_url, stack.sandbox_url, district, year, patience_s=PATIENCE_S)
            for year, district in itertools.product(GROUP_YEARS, DISTRICTS)
        ]
        self._next_world = itertools.cycle(self._worlds)

    async def close(self) -> None:
        """Close all browsers."""
        await asyncio.gather(*(world.close() for world in self._worlds))

    async def play(self, victim: str, turn: int) -> Row:
        """Kill once while each family is at a step of its own; wait until all has come to rest; look."""
        families = {step: Family(next(self._next_world)) for step in self._steps}
        await asyncio.gather(*(family.plays_before(step) for step, family in families.items()))
        striking = asyncio.create_task(strike(self._stack, victim, turn))
        ends = await asyncio.gather(
            *(family.plays_on(step) for step, family in families.items()), return_exceptions=True
        )
        struck = await striking
        wrongs = [f"at {step}: {end}" for step, end in zip(families, ends, strict=True) if end is not None]
        wrongs += await self._settle(next(iter(families.values())))
        settled_after_s = time.monotonic() - struck.at
        for (step, family), end in zip(families.items(), ends, strict=True):
            if end is None:
                wrongs += [f"at {step}: {wrong}" for wrong in await family.wrongs()]
        return Row(victim, _seconds(families, struck), struck.back_after_s, settled_after_s, wrongs)

    async def _settle(self, family: Family) -> list[str]:
        try:
            await family.world.sandbox.settle(SETTLED_WITHIN_S)
        except AssertionError as error:
            return [f"never came to rest: {error}"]
        return await parked(self._stack)


def _seconds(families: dict[str, Family], struck: Struck) -> dict[str, float]:
    return {step: family.ended_at.get(step, 0.0) - struck.at for step, family in families.items()}


def tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a table is told


def tell_head(steps: Sequence[str]) -> None:
    tell("Seconds from the kill to the end of the step under way; «·»: the step was over before the kill.")
    tell(f"{'killed':22}" + "".join(f"{name:>{WIDTH}}" for name in (*steps, "| back", "settled", "")))


def tell_row(row: Row) -> None:
    cells = [f"{seconds:.1f}" if seconds > 0 else "·" for seconds in row.seconds.values()]
    cells += [f"| {row.back_after_s:.1f}", f"{row.settled_after_s:.1f}", "WRONG" if row.wrongs else "right"]
    tell(f"{row.victim:22}" + "".join(f"{cell:>{WIDTH}}" for cell in cells))
    for wrong in row.wrongs:
        tell(f"    {wrong}")


def tell_sum(rows: Sequence[Row], minutes: float) -> None:
    kills = [row for row in rows if row.victim != NOBODY]
    families = sum(len(row.seconds) for row in rows)
    wrongs = sum(len(row.wrongs) for row in rows)
    slowest = max((max(row.seconds.values()) for row in kills), default=0.0)
    tell(
        f"{len(kills)} kills hit {sum(row.hits for row in kills)} steps; {families} stories, {wrongs} wrong ends; "
        f"slowest step {slowest:.1f} s after its kill; {minutes:.1f} minutes."
    )


def chosen(variable: str, known: Sequence[str]) -> list[str]:
    """What an environment variable chooses among the known, or all of it."""
    names = [name for name in os.environ.get(variable, "").split(",") if name]
    unknown = set(names) - set(known)
    if unknown:
        raise SystemExit(f"{variable}: there is no {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    return names or list(known)


async def late(stack: Stack) -> bool:
    """The row that is no kill: workers that wait for their servers; True if they were ready in time."""
    seconds = await late_servers.workers_before_servers(stack)
    tell(f"Workers started {late_servers.LATE_BY_S:.0f} s before Kafka and PostgreSQL: all ready {seconds:.1f} s after.")
    return seconds <= late_servers.READY_WITHIN_S


async def main() -> int:
    """Play the matrix against the stack in `KEZEK_STACK_FOLDER`; 1 if anything ended wrong."""
    stack = Stack(Path(os.environ["KEZEK_STACK_FOLDER"]))
    began = time.monotonic()
    steps = chosen("CHAOS_STEPS", list(Family.steps_in_order()))
    killed = chosen("CHAOS_VICTIMS", [NOBODY, *victims(stack), late_servers.NAME])
    matrix, rows, in_time = Matrix(stack, steps), [], True
    tell_head(steps)
    for turn, victim in itertools.product(range(int(os.environ.get("CHAOS_TURNS", "1"))), killed):
        if victim == late_servers.NAME:
            in_time = await late(stack) and in_time
            continue
        rows.append(await matrix.play(victim, turn))
        tell_row(rows[-1])
    await matrix.close()
    tell_sum(rows, (time.monotonic() - began) / 60)
    return int(any(row.wrongs for row in rows) or not in_time)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
