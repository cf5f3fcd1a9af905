"""Killing a program of the stack, and seeing when it is back."""

import asyncio
import random
import time
from dataclasses import dataclass

import httpx

from kezek_local.ports import SERVICES
from kezek_local.stack import Stack

NOBODY = "nobody"
SUPERVISOR = "supervisor"
EARLIEST_S, LATEST_S = 0.0, 0.1
BACK_WITHIN_S = 120.0


@dataclass(frozen=True)
class Struck:
    """When a program was killed, and how long it took until it was ready again."""

    at: float
    back_after_s: float


def victims(stack: Stack) -> list[str]:
    """Every program that may be killed, the supervisor last."""
    return [name for name in stack.programs() if name != "log-keeper"] + [SUPERVISOR]


async def strike(stack: Stack, victim: str, begun: asyncio.Event, number: int) -> Struck:
    """Kill a program a fraction of a second after something has begun; return when it is ready again."""
    await begun.wait()
    await asyncio.sleep(random.Random(f"{victim} {number}").uniform(EARLIEST_S, LATEST_S))
    at = time.monotonic()
    if victim != NOBODY:
        stack.kill(victim)
        await asyncio.to_thread(_heal, stack, victim)
    return Struck(at, time.monotonic() - at)


def _heal(stack: Stack, victim: str) -> None:
    """What the supervisor restarts comes back unaided; the supervisor itself is an operator's matter: `make up`."""
    if victim == SUPERVISOR:
        stack.up()
    else:
        stack.wait_ready(victim, patience=BACK_WITHIN_S)


async def parked(stack: Stack) -> list[str]:
    """The workers that have put records aside."""
    async with httpx.AsyncClient(timeout=10, trust_env=False) as client:
        answers = [await client.get(f"{stack.worker_url(service)}/status") for service in SERVICES]
    statuses = [answer.json() for answer in answers]
    return [f"{each['service']} has parked {each['parked']} records" for each in statuses if each["parked"]]
