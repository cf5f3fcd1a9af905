"""Which sessions were used, noted for a second's requests by one statement: a crowd would write as many rows."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from uuid import UUID

from kezek.auth.adapters import sessions
from kezek.auth.adapters.store import DATABASE_AWAY
from kezek.platform.db import Database
from kezek.platform.telemetry import logger

LOG = logger(__name__)
EVERY_S = 1.0


class Uses:
    """Uses that are not noted yet; what a crash loses is a second of a session's idle time."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._used: dict[UUID, datetime] = {}

    def note(self, session_id: UUID, now: datetime) -> None:
        """Note this use with the next ones."""
        self._used[session_id] = now

    async def note_now(self, session_id: UUID, now: datetime) -> None:
        """Note this use before the session could die of being idle."""
        await self._write({session_id: now})

    @asynccontextmanager
    async def noting(self) -> AsyncIterator[None]:
        """Note what comes while this is entered, and the rest at its end."""
        task = asyncio.create_task(self._note_forever())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            with suppress(*DATABASE_AWAY):
                await self._write_all()

    async def _note_forever(self) -> None:
        while True:
            await asyncio.sleep(EVERY_S)
            try:
                await self._write_all()
            except DATABASE_AWAY as error:
                LOG.warning("uses of sessions wait for the database", cause=type(error).__name__)

    async def _write_all(self) -> None:
        used, self._used = self._used, {}
        try:
            await self._write(used)
        except BaseException:
            self._used = {**used, **self._used}
            raise

    async def _write(self, used: dict[UUID, datetime]) -> None:
        if used:
            async with self._database.write() as tx:
                await sessions.update_sessions_used(tx, used)
