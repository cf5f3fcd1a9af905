"""The referrals worker: consumers, relay, deadlines and their moves, acts left by a crash, forgotten offers."""

import asyncio

from kezek.platform.db import DATABASE_LOST
from kezek.platform.settings import Settings
from kezek.platform.telemetry import logger
from kezek.platform.worker import Worker
from kezek.referrals.entrypoints.acts import ACTS
from kezek.referrals.entrypoints.consumers import consumers
from kezek.referrals.usecases import ageing
from kezek.referrals.usecases.close_kindergarten import CLOSE_PLACES, close_places
from kezek.referrals.usecases.fire_deadlines import fire_due
from kezek.referrals.usecases.move_deadlines import JOB, move_deadlines
from kezek.referrals.usecases.offer_places import repeat_forgotten_offers

LOG = logger(__name__)
LOOK_FOR_FORGOTTEN_EVERY_S = 15


def build_worker(settings: Settings) -> Worker:
    """The worker with all its parts; nothing runs yet."""
    worker = Worker("referrals", settings, consumers, acts=ACTS)
    worker.add_timers(fire_due)
    worker.add_jobs({JOB: move_deadlines, ageing.JOB: ageing.plan_many, CLOSE_PLACES: close_places})

    async def repeat_offers() -> None:
        while True:
            try:
                await repeat_forgotten_offers(worker.database)
            except DATABASE_LOST as error:
                LOG.warning("offers wait for the database", cause=type(error).__name__)
            await asyncio.sleep(LOOK_FOR_FORGOTTEN_EVERY_S)

    worker.add_background(repeat_offers)
    return worker


def main() -> None:
    """Run the worker."""
    build_worker(Settings()).run()


if __name__ == "__main__":
    main()
