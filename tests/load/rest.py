"""`python -m kezek_local run tests.load.rest`: what the stack takes while nobody asks it anything.

Processor as percent of one core over `REST_S` seconds, memory as PSS (what processes share is counted once).
"""

import asyncio
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from kezek_local.report import memory_mb
from kezek_local.stack import Stack
from tests.load.figures import Table, by_size, say, times
from tests.load.hello import greeter
from tests.load.spending import PLAYER, between, cpu_s, of_stack, spent

HELLO_PORT = 90
"""Counted from the stack's base; its own programs use fewer."""


def seconds_of(environment: Mapping[str, str]) -> float:
    """How long to look on."""
    return float(environment.get("REST_S", "30"))


async def rest(stack: Stack, seconds: float) -> Table:
    """Processor and memory by program, beside one hello at rest in the same seconds."""
    async with greeter(stack.ports.base + HELLO_PORT) as (_, pid):
        await asyncio.sleep(2)
        before, greeted = spent(stack), cpu_s(pid)
        await asyncio.sleep(seconds)
        taken, hello = between(before, spent(stack)), (cpu_s(pid) - greeted) / seconds
        memory, hello_mb = {row.name: row.memory_mb for row in stack.status()}, memory_mb(pid, {})
    head = ("program", "% of a core", "x hello", "MB", "x hello")
    table = Table(f"At rest, {seconds:.0f} s in which nobody asks anything", head)
    shares = {name: taken[name] / seconds for name in taken if name != PLAYER}
    for name in by_size(shares):
        row = (f"{100 * shares[name]:.2f}", times(shares[name], hello))
        table.add(name, *row, str(memory[name]), times(memory[name], hello_mb))
    total, total_mb = of_stack(taken) / seconds, sum(memory.values())
    row = (f"**{100 * total:.1f}**", times(total, hello))
    table.add("**all together**", *row, f"**{total_mb}**", times(total_mb, hello_mb))
    table.add("floor: one hello", f"{100 * hello:.2f}", "", str(hello_mb), "")
    return table


async def main() -> None:
    """Measure and print."""
    stack = Stack(Path(os.environ["KEZEK_STACK_FOLDER"]))
    say((await rest(stack, seconds_of(os.environ))).markdown())


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
