"""The worker of auth: follows the staff of kindergartens, keeps the reading log, sends letters, prunes sessions."""

import asyncio
from datetime import timedelta

from kezek.auth.adapters import sessions
from kezek.auth.adapters.providers import open_providers
from kezek.auth.adapters.redis import Cache, connect
from kezek.auth.entrypoints.consumers import build_consumers
from kezek.auth.settings import AuthSettings
from kezek.auth.usecases.letters import JOB, Letters
from kezek.platform.clock import Clock, SystemClock
from kezek.platform.db import DATABASE_LOST, Database
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.telemetry import logger
from kezek.platform.worker import Worker

LOG = logger(__name__)
PRUNE_EVERY_S = 3600.0


async def send_letters(settings: AuthSettings, database: Database) -> None:
    """Send letters until cancelled."""
    async with open_providers(settings) as providers:
        letters = Letters(providers, settings.public_url)
        await JobRunner(database, {JOB: letters.work}).run()


async def prune_sessions(settings: AuthSettings, database: Database, real: Clock) -> None:
    """Forget sessions long over, and devices nobody has signed in on for a year, until cancelled."""
    while True:
        try:
            async with database.write() as tx:
                await sessions.delete_sessions(tx, real.now() - timedelta(days=settings.session_days))
                await sessions.delete_devices(tx, real.now() - timedelta(days=settings.device_days))
        except DATABASE_LOST as error:
            LOG.warning("pruning of sessions waits for the database", cause=type(error).__name__)
        await asyncio.sleep(PRUNE_EVERY_S)


def build_worker(settings: AuthSettings) -> Worker:
    """The worker with all its parts; nothing runs yet."""
    cache, real = Cache(connect(settings.redis_url, settings.redis_timeout_s)), SystemClock()
    worker = Worker("auth", settings, build_consumers(cache, real))
    worker.add_background(lambda: send_letters(settings, worker.database))
    worker.add_background(lambda: prune_sessions(settings, worker.database, real))
    return worker


def main() -> None:
    """Run the worker."""
    build_worker(AuthSettings()).run()


if __name__ == "__main__":
    main()
