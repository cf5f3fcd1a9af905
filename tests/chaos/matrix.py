"""`make chaos`: every program is killed in the middle of every step of the story; a table of what came of it.

Two kills serve all steps: five families, each in a district of its own, do one act each when it happens, and then five
wait for one thing each. `CHAOS_VICTIMS` and `CHAOS_STEPS` (names with commas) choose, `CHAOS_TURNS` repeats with other
moments.
"""

import asyncio
import itertools
import os
import sys
import time
from collections.abc import Awaitable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kezek_local.stack import Stack
from tests.chaos import late_servers
from tests.chaos.family import STEPS, WAITS, Family
from tests.chaos.strike import NOBODY, parked, strike, victims
from tests.e2e.sandbox import Sandbox
from tests.e2e.world import DISTRICTS, World

PATIENCE_S = 120.0
SETTLED_WITHIN_S = 90.0
GROUP_YEARS = (2022, 2023)
WIDTH = 9


@dataclass
class Row:
    """What came of one victim's kills: for each step under way the seconds until its end, and what went wrong."""

    victim: str
    seconds: dict[str, float | None] = field(default_factory=dict)
    back_after_s: float = 0.0
    settled_after_s: float = 0.0
    wrongs: list[str] = field(default_factory=list)

    @property
    def hits(self) -> list[float]:
        """The times of the steps that were under way when their kill came."""
        return [seconds for seconds in self.seconds.values() if seconds is not None]


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
        self._numbers = itertools.count()
        self._sandbox = Sandbox(stack.sandbox_url)

    async def close(self) -> None:
        """Close all browsers."""
        await asyncio.gather(self._sandbox.http.aclose(), *(world.close() for world in self._worlds))

    async def play(self, victim: str) -> Row:
        """Kill once among acts and once among waiting families."""
        row = Row(victim)
        for group in ([step for step in self._steps if (step in WAITS) is waits] for waits in (False, True)):
            if group:
                # what is waited for comes at different moments: each kill aims at another step
                number = next(self._numbers)
                await self._round(row, group, group[number // 2 % len(group)], number)
        return row

    async def _round(self, row: Row, steps: Sequence[str], aim: str, number: int) -> None:
        """Kill when the family aimed at is in its step, each other one at its own; wait for rest; look."""
        families = {step: Family(next(self._next_world)) for step in steps}
        wrongs = _wrongs(families, await _all(family.plays_before(step) for step, family in families.items()))
        if wrongs:
            row.wrongs += wrongs
            return
        begun = asyncio.Event()
        striking = asyncio.create_task(strike(self._stack, row.victim, begun, number))
        playing = (family.plays_on(step, begun if step == aim else None) for step, family in families.items())
        wrongs = _wrongs(families, await _all(playing))
        begun.set()
        struck = await striking
        wrongs += await self._settle()
        row.settled_after_s = max(row.settled_after_s, time.monotonic() - struck.at)
        row.back_after_s = max(row.back_after_s, struck.back_after_s)
        if not wrongs:
            wrongs += _wrongs(families, await _all(family.is_right() for family in families.values()))
        row.wrongs += wrongs
        row.seconds |= {step: family.seconds_after(struck.at, step) for step, family in families.items()}

    async def _settle(self) -> list[str]:
        try:
            await self._sandbox.settle(SETTLED_WITHIN_S)
        except AssertionError as error:
            return [f"never came to rest: {error}"]
        return await parked(self._stack)


async def _all(doings: Iterable[Awaitable[None]]) -> list[BaseException | None]:
    return await asyncio.gather(*doings, return_exceptions=True)


def _wrongs(families: dict[str, Family], ends: Iterable[BaseException | None]) -> list[str]:
    return [f"at {step}: {end!r}" for step, end in zip(families, ends, strict=True) if end is not None]


def tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a table is told


def tell_head() -> None:
    tell("Seconds from the kill to the end of the step under way; «·»: the kill did not come in its middle.")
    tell(f"{'killed':22}" + "".join(f"{name:>{WIDTH}}" for name in (*STEPS, "| back", "settled", "")))


def tell_row(row: Row) -> None:
    cells = ["·" if seconds is None else f"{seconds:.1f}" for seconds in (row.seconds.get(step) for step in STEPS)]
    cells += [f"| {row.back_after_s:.1f}", f"{row.settled_after_s:.1f}", "WRONG" if row.wrongs else "right"]
    tell(f"{row.victim:22}" + "".join(f"{cell:>{WIDTH}}" for cell in cells))
    for wrong in row.wrongs:
        tell(f"    {wrong}")


def tell_sum(rows: Sequence[Row], minutes: float) -> None:
    kills = [row for row in rows if row.victim != NOBODY]
    families = sum(len(row.seconds) for row in rows)
    wrongs = sum(len(row.wrongs) for row in rows)
    hits = [seconds for row in kills for seconds in row.hits]
    tell(
        f"{len(kills)} victims, {len(hits)} steps hit; {families} stories, {wrongs} wrong ends; "
        f"slowest step {max(hits, default=0.0):.1f} s after its kill; {minutes:.1f} minutes."
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
    tell(
        f"Workers started {late_servers.LATE_BY_S:.0f} s before Kafka and PostgreSQL: all ready {seconds:.1f} s after."
    )
    return seconds <= late_servers.READY_WITHIN_S


async def main() -> int:
    """Play the matrix against the stack in `KEZEK_STACK_FOLDER`; 1 if anything ended wrong."""
    stack = Stack(Path(os.environ["KEZEK_STACK_FOLDER"]))
    began = time.monotonic()
    steps = chosen("CHAOS_STEPS", STEPS)
    killed = chosen("CHAOS_VICTIMS", [NOBODY, *victims(stack), late_servers.NAME])
    matrix, rows, in_time = Matrix(stack, steps), [], True
    tell_head()
    for victim in killed * int(os.environ.get("CHAOS_TURNS", "1")):
        if victim == late_servers.NAME:
            in_time = await late(stack) and in_time
            continue
        rows.append(await matrix.play(victim))
        tell_row(rows[-1])
    await matrix.close()
    tell_sum(rows, (time.monotonic() - began) / 60)
    return int(any(row.wrongs for row in rows) or not in_time)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
