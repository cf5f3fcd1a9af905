"""The worker of kindergartens: `python -m kezek.kindergartens.main_worker`."""

import asyncio
from datetime import timedelta

from kezek.kindergartens.adapters.attendance_day import forget_before
from kezek.kindergartens.adapters.vacancies import name_publishers
from kezek.kindergartens.entrypoints.acts import ACTS
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.kindergartens.settings import KindergartensSettings
from kezek.kindergartens.usecases.check_escort import works
from kezek.kindergartens.usecases.close_kindergarten import CLOSE_ROSTER, close_roster
from kezek.kindergartens.usecases.decide_account_request import forget_refused
from kezek.kindergartens.usecases.enrol_child import ENROL_CHILD, enrol_child
from kezek.kindergartens.usecases.entrusting import forget_ended
from kezek.kindergartens.usecases.forget_pickups import forget_pickups
from kezek.kindergartens.usecases.swapping import fire_due
from kezek.platform.certificates import signer_name
from kezek.platform.clock import Clock
from kezek.platform.db import DATABASE_LOST, Database
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.persons_register import Registered, open_register
from kezek.platform.telemetry import logger
from kezek.platform.workdays import local_day
from kezek.platform.worker import Worker

LOG = logger(__name__)
TIDY_EVERY_S, NAMED_AT_ONCE = 3600.0, 200


async def tidy(settings: KindergartensSettings, database: Database, clock: Clock) -> None:
    """Forget refused requests, former escorts and pick-up codes of long ago; name publishers who have no name yet."""
    async with database.write() as tx:
        await forget_refused(tx, clock.now() - timedelta(days=settings.refused_request_days))
        await forget_ended(tx, clock.now() - timedelta(days=settings.ended_escort_days))
        await forget_before(tx, local_day(clock.now()) - timedelta(days=settings.kept_attendance_days))
        unused_for, used_for = timedelta(days=settings.unused_pickup_days), timedelta(days=settings.used_pickup_days)
        await forget_pickups(tx, unused_for, used_for)
    while True:
        async with database.write() as tx:
            if await name_publishers(tx, signer_name, NAMED_AT_ONCE) < NAMED_AT_ONCE:
                return


async def tidy_for_ever(settings: KindergartensSettings, database: Database, clock: Clock) -> None:
    """Tidy at the start and every hour, until cancelled."""
    while True:
        try:
            await tidy(settings, database, clock)
        except DATABASE_LOST as error:
            LOG.warning("tidying waits for the database", cause=type(error).__name__)
        await asyncio.sleep(TIDY_EVERY_S)


async def check_escorts(settings: KindergartensSettings, database: Database) -> None:
    """Ask the persons register about those who were named while it was silent, until cancelled."""
    async with open_register(settings.register_url, settings.register_timeout_s, Registered) as register:
        await JobRunner(database, dict(works(register))).run()


def build_worker(settings: KindergartensSettings) -> Worker:
    """The worker, not yet running."""
    worker = Worker("kindergartens", settings, consumers, acts=ACTS)
    worker.add_jobs({ENROL_CHILD: enrol_child, CLOSE_ROSTER: close_roster})
    worker.add_timers(fire_due)
    worker.add_background(lambda: check_escorts(settings, worker.database))
    worker.add_background(lambda: tidy_for_ever(settings, worker.database, worker.clock))
    return worker


def main() -> None:
    build_worker(KindergartensSettings()).run()


if __name__ == "__main__":
    main()
