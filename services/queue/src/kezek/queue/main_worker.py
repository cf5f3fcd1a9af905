"""The queue's worker as a process: it keeps order and ranks, makes calls, sorts, publishes what is shipped."""

import asyncio

from kezek.platform.db import DATABASE_LOST, Database
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.settings import Settings
from kezek.platform.telemetry import logger
from kezek.platform.worker import Worker
from kezek.queue.adapters.ranks import WRITTEN_WITHIN_S, Ranks, connect
from kezek.queue.entrypoints.acts import ACTS
from kezek.queue.entrypoints.consumers import consumers
from kezek.queue.usecases import sort_queue, tell_of_round
from kezek.queue.usecases.keep_ranks import keep_ranks
from kezek.queue.usecases.publish import publish_shipped
from kezek.queue.usecases.repeat_calls import repeat_unanswered_calls

LOG = logger(__name__)
PAUSE_S, LOOK_FOR_UNANSWERED_EVERY_S = 1.0, 60.0


async def tell_what_is_shipped(database: Database) -> None:
    """Publish what was never published; a lost database is waited for."""
    while True:
        try:
            async with database.write() as tx:
                await publish_shipped(tx)
        except DATABASE_LOST as error:
            LOG.warning("the shipped policy waits for the database", cause=type(error).__name__)
            await asyncio.sleep(PAUSE_S)
        else:
            return


async def repeat_what_nobody_answers(database: Database) -> None:
    """Look for unanswered calls of rounds again and again, until cancelled; a lost database is waited for."""
    while True:
        try:
            await repeat_unanswered_calls(database)
        except DATABASE_LOST as error:
            LOG.warning("unanswered calls wait for the database", cause=type(error).__name__)
        await asyncio.sleep(LOOK_FOR_UNANSWERED_EVERY_S)


def build_worker(settings: Settings) -> Worker:
    """The worker with these settings."""
    worker = Worker("queue", settings, consumers, acts=ACTS)
    worker.add_background(lambda: tell_what_is_shipped(worker.database))
    worker.add_background(lambda: JobRunner(worker.database, {**sort_queue.works(), **tell_of_round.works()}).run())
    worker.add_background(lambda: repeat_what_nobody_answers(worker.database))
    if settings.redis_url:
        ranks = Ranks(connect(settings.redis_url, WRITTEN_WITHIN_S, settings.redis_ca_file))
        worker.add_background(lambda: keep_ranks(worker.database, ranks))
    return worker


def main() -> None:
    build_worker(Settings()).run()


if __name__ == "__main__":
    main()
