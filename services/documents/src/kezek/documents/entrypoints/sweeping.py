"""Now and then what nobody goes on with is swept."""

import asyncio

from kezek.documents.usecases.sweep_uploads import SweepTerms, sweep_uploads
from kezek.platform.db import DATABASE_LOST, Database
from kezek.platform.telemetry import logger

LOG = logger(__name__)
EVERY_S = 600.0


class Sweeping:
    """Sweeps for as long as the worker lives."""

    def __init__(self, database: Database, terms: SweepTerms) -> None:
        self._database = database
        self._terms = terms

    async def run(self) -> None:
        """Sweep, and wait."""
        while True:
            try:
                async with self._database.write() as tx:
                    await sweep_uploads(tx, self._terms)
            except DATABASE_LOST as error:
                LOG.warning("sweeping waits for the database", cause=type(error).__name__)
            await asyncio.sleep(EVERY_S)
