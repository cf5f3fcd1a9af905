"""The worker of auth: follows the staff of kindergartens, keeps the reading log, sends letters, prunes sessions."""

import asyncio
from datetime import timedelta

from kezek.auth.adapters import entrustments, sessions, store
from kezek.auth.adapters.providers import open_providers
from kezek.auth.adapters.redis import Cache, connect
from kezek.auth.adapters.sealing import Seal
from kezek.auth.entrypoints.consumers import build_consumers
from kezek.auth.settings import AuthSettings
from kezek.auth.usecases.letters import JOB, Letters
from kezek.auth.usecases.note_refusals import close_minutes
from kezek.platform.clock import Clock, SystemClock
from kezek.platform.db import DATABASE_LOST, Database
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.telemetry import logger
from kezek.platform.worker import Worker

LOG = logger(__name__)
PRUNE_EVERY_S = 3600.0
CLOSE_EVERY_S = 60.0


async def send_letters(settings: AuthSettings, database: Database) -> None:
    """Send letters until cancelled."""
    async with open_providers(settings) as providers:
        letters = Letters(providers, settings.public_url)
        await JobRunner(database, {JOB: letters.work}).run()


async def keep_house(settings: AuthSettings, database: Database, real: Clock) -> None:
    """Prune, and name accounts, now and then until cancelled."""
    while True:
        try:
            await prune(settings, database, real)
            async with database.write() as tx:
                await store.name_accounts(tx, settings.pseudonyms)
        except DATABASE_LOST as error:
            LOG.warning("keeping house waits for the database", cause=type(error).__name__)
        await asyncio.sleep(PRUNE_EVERY_S)


async def prune(settings: AuthSettings, database: Database, real: Clock) -> None:
    """Forget sessions long over, devices nobody has signed in on for long, and escorts who have sent their marks."""
    async with database.write() as tx:
        await sessions.delete_sessions(tx, real.now() - timedelta(days=settings.session_days))
        await sessions.delete_devices(tx, real.now() - timedelta(days=settings.device_days))
        await entrustments.delete_ended(tx, timedelta(days=settings.removed_escort_days))


async def tell_counted_refusals(settings: AuthSettings, database: Database, real: Clock) -> None:
    """Turn the counts of minutes that are over into events, until cancelled."""
    while True:
        try:
            async with database.write() as tx:
                await close_minutes(tx, settings.refusals_told_a_minute, real.now())
        except DATABASE_LOST as error:
            LOG.warning("counted refusals wait for the database", cause=type(error).__name__)
        await asyncio.sleep(CLOSE_EVERY_S)


def build_worker(settings: AuthSettings) -> Worker:
    """The worker with all its parts; nothing runs yet."""
    seal, real = Seal(settings.code_secret.get_secret_value()), SystemClock()
    cache = Cache(
        connect(settings.redis_url, settings.redis_timeout_s, settings.redis_ca_file), seal, settings.cache_timeout_s
    )
    worker = Worker("auth", settings, build_consumers(cache, real))
    worker.add_background(lambda: send_letters(settings, worker.database))
    worker.add_background(lambda: keep_house(settings, worker.database, real))
    worker.add_background(lambda: tell_counted_refusals(settings, worker.database, real))
    return worker


def main() -> None:
    """Run the worker."""
    build_worker(AuthSettings()).run()


if __name__ == "__main__":
    main()
