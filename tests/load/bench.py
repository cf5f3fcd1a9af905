"""`make bench`: how long a family waits, beside what bare Kafka and bare PostgreSQL take on the same machine.

Run it on an otherwise idle stack. Each figure is of single journeys, one after the other, as a family meets them.
"""

import asyncio
import os
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kezek_local.stack import Stack
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.worker import Worker
from tests.e2e.world import World
from tests.load.floors import commit_latencies, kafka_latencies

RUNS = int(os.environ.get("BENCH_RUNS", "200"))
DISTRICT = "1170"


def say(text: str) -> None:
    """Print at once."""
    print(text, flush=True)  # noqa: T201 - a bench speaks


def row(name: str, seconds: Sequence[float], floor: Sequence[float] | None = None) -> str:
    """One line of figures in milliseconds, with the ratio of medians to a floor."""
    ordered = sorted(seconds)
    figures = [_quantile(ordered, share) * 1000 for share in (0.5, 0.9, 0.99)]
    ratio = f"{figures[0] / (_quantile(sorted(floor), 0.5) * 1000):8.1f} x" if floor else ""
    return f"{name:<58}" + "".join(f"{figure:9.1f}" for figure in [*figures, ordered[-1] * 1000]) + ratio


def _quantile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


async def applying(world: World, parents: Sequence[Parent]) -> list[float]:
    """Seconds from handing the application's signature in until its position is answered."""
    taken = []
    for parent in parents:
        act = await parent.prepares_application()
        signature = await parent.signature_for(act)
        began = time.perf_counter()
        result = await parent.hand_in("applications", act, signature)
        parent.application_id, parent.number = result["application_id"], result["number"]
        await parent.position()
        taken.append(time.perf_counter() - began)
    await world.settles()
    return taken


async def calling(world: World, worker: Worker, parents: Sequence[Parent]) -> list[float]:
    """Seconds from handing a vacancy's signature in until the SMS is in the called family's mailbox."""
    taken = []
    for parent in parents:
        act = await worker.prepares_vacancy(world.group_year, places=1)
        signature = await worker.signature_for(act)
        began = time.time()
        await worker.hand_in("kindergartens", act, signature)
        message = await world.sandbox.wait_for_sms(parent.phone, parent.number)
        taken.append(datetime.fromisoformat(message["received_at"]).timestamp() - began)
    return taken


async def choosing(parents: Sequence[Parent]) -> list[float]:
    """Seconds from handing a choice's signature in until the answer with the referral's number."""
    taken = []
    for parent in parents:
        act = await parent.prepares_choice((await parent.state())["turn"]["place_id"])
        signature = await parent.signature_for(act)
        began = time.perf_counter()
        await parent.hand_in("referrals", act, signature)
        taken.append(time.perf_counter() - began)
    return taken


async def main() -> None:
    """Measure and print."""
    stack = Stack(Path(os.environ["KEZEK_STACK_FOLDER"]))
    world = World(os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"], DISTRICT)
    try:
        await world.begins_by_day()
        say(f"signing in {RUNS} parents …")
        parents = await world.parents(RUNS)
        worker = await world.worker()
        kafka = await kafka_latencies(stack.kafka(), RUNS)
        commit = await commit_latencies(stack.superuser_url, RUNS)
        say(f"{'milliseconds, ' + str(RUNS) + ' runs':<58}{'p50':>9}{'p90':>9}{'p99':>9}{'max':>9}")
        say(row("floor: PostgreSQL, one committed insert", commit))
        say(row("floor: Kafka, produced and consumed", kafka))
        say(row("application signed -> position (x PostgreSQL)", await applying(world, parents), commit))
        say(row("vacancy signed -> SMS in the mailbox (x Kafka)", await calling(world, worker, parents), kafka))
        say(row("choice signed -> referral (x PostgreSQL)", await choosing(parents), commit))
    finally:
        await world.close()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
