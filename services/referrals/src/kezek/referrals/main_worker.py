"""The referrals worker: consumers, relay, deadlines and their moves, acts left by a crash, forgotten offers."""

import asyncio
from collections.abc import Awaitable, Callable

from kezek.platform.db import DATABASE_LOST, Database
from kezek.platform.settings import Settings
from kezek.platform.telemetry import logger
from kezek.platform.worker import Worker
from kezek.referrals.entrypoints.acts import ACTS
from kezek.referrals.entrypoints.consumers import consumers
from kezek.referrals.usecases import ageing
from kezek.referrals.usecases.close_kindergarten import CLOSE_PLACES, close_places
from kezek.referrals.usecases.fire_deadlines import fire_due
from kezek.referrals.usecases.move_deadlines import JOB, move_deadlines
from kezek.referrals.usecases.offer_places import (
    offer_what_no_round_takes,
    offer_what_rounds_take,
    repeat_forgotten_offers,
)

LOG = logger(__name__)
LOOK_FOR_FORGOTTEN_EVERY_S, PLAN_FORGOTTEN_EVERY_S = 15.0, 3600.0


def build_worker(settings: Settings) -> Worker:
    """The worker with all its parts; nothing runs yet."""
    worker = Worker("referrals", settings, consumers, acts=ACTS)
    worker.add_timers(fire_due)
    worker.add_jobs({JOB: move_deadlines, ageing.JOB: ageing.plan_many, CLOSE_PLACES: close_places})

    worker.add_background(lambda: _for_ever(worker, repeat_forgotten_offers, LOOK_FOR_FORGOTTEN_EVERY_S))
    worker.add_background(lambda: _for_ever(worker, offer_what_no_round_takes, LOOK_FOR_FORGOTTEN_EVERY_S))
    worker.add_background(lambda: _for_ever(worker, offer_what_rounds_take, LOOK_FOR_FORGOTTEN_EVERY_S))
    worker.add_background(lambda: _for_ever(worker, ageing.plan_forgotten, PLAN_FORGOTTEN_EVERY_S))
    return worker


async def _for_ever(worker: Worker, sweep: Callable[[Database], Awaitable[int]], every_s: float) -> None:
    """Look for what was forgotten at the start and again and again, until cancelled; a lost database is waited for."""
    while True:
        try:
            await sweep(worker.database)
        except DATABASE_LOST as error:
            LOG.warning("a sweep waits for the database", cause=type(error).__name__)
        await asyncio.sleep(every_s)


def main() -> None:
    """Run the worker."""
    build_worker(Settings()).run()


if __name__ == "__main__":
    main()
