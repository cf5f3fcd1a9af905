"""The worker of kindergartens: `python -m kezek.kindergartens.main_worker`."""

import asyncio
from datetime import timedelta

from kezek.kindergartens.entrypoints.acts import ACTS
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.kindergartens.settings import KindergartensSettings
from kezek.kindergartens.usecases.decide_account_request import forget_refused
from kezek.kindergartens.usecases.enrol_child import ENROL_CHILD, enrol_child
from kezek.platform.clock import Clock
from kezek.platform.db import DATABASE_LOST, Database
from kezek.platform.telemetry import logger
from kezek.platform.worker import Worker

LOG = logger(__name__)
FORGET_EVERY_S = 3600.0


async def forget_refused_requests(settings: KindergartensSettings, database: Database, clock: Clock) -> None:
    """Forget requests for accounts that were refused long ago, until cancelled."""
    while True:
        try:
            async with database.write() as tx:
                await forget_refused(tx, clock.now() - timedelta(days=settings.refused_request_days))
        except DATABASE_LOST as error:
            LOG.warning("refused requests wait for the database", cause=type(error).__name__)
        await asyncio.sleep(FORGET_EVERY_S)


def build_worker(settings: KindergartensSettings) -> Worker:
    """The worker, not yet running."""
    worker = Worker("kindergartens", settings, consumers, acts=ACTS)
    worker.add_jobs({ENROL_CHILD: enrol_child})
    worker.add_background(lambda: forget_refused_requests(settings, worker.database, worker.clock))
    return worker


def main() -> None:
    build_worker(KindergartensSettings()).run()


if __name__ == "__main__":
    main()
