"""Hints: what a transaction has written is told at once to whoever works on it, here and in the other processes.

A hint follows the commit, on a connection of its own (inside the transaction NOTIFY would halve commits), and what
comes meanwhile goes with the next. It may be lost with a process or a connection: who waits looks by itself now and
then, too (docs/adr/0022).
"""

import asyncio
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import asyncpg

from kezek.platform.bare import connect
from kezek.platform.settings import Settings
from kezek.platform.telemetry import logger

LOG = logger(__name__)
LOOK_EVERY_S = 5.0
"""How long a lost hint may delay what waits for it, but for the outbox, which looks every second."""
_GATHER_S = 0.005
_LOST = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)


class Wake(StrEnum):
    """What there may be to do."""

    OUTBOX = "outbox"
    JOBS = "jobs"
    DEADLINES = "deadlines"
    PARKED = "parked"
    # what is derived from the service's own rows and kept elsewhere
    DERIVED = "derived"


class Waker:
    """One who waits for one kind: clear it, look, and only then wait, so that no hint falls between."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def set(self) -> None:
        """There may be something to do."""
        self._event.set()

    def clear(self) -> None:
        """What is told from here on counts."""
        self._event.clear()

    async def wait(self, timeout_s: float) -> bool:
        """Until there may be something, or so many seconds; whether there was a hint."""
        if timeout_s <= 0:
            return self._event.is_set()
        try:
            async with asyncio.timeout(timeout_s):
                await self._event.wait()
        except TimeoutError:
            return False
        return True


class Wakes:
    """The hints of one service, as one process tells and hears them."""

    def __init__(self, settings: Settings, service: str) -> None:
        self._settings, self._service = settings, service
        self.channel = f"kezek.{service}"
        self._wakers: dict[Wake, list[Waker]] = {kind: [] for kind in Wake}
        self._untold: set[Wake] = set()
        self._connection: Any = None
        self._telling: asyncio.Task[None] | None = None

    def waker(self, kind: Wake) -> Waker:
        """Somebody new who waits for this kind."""
        one = Waker()
        self._wakers[kind].append(one)
        return one

    def tell(self, kinds: Iterable[Wake]) -> None:
        """Wake who waits here at once, and those elsewhere soon; fails never."""
        self._untold |= self._wake(kinds)
        if self._untold and (self._telling is None or self._telling.done()):
            self._telling = asyncio.create_task(self._tell())

    def heard(self, connection: Any, pid: int, channel: str, payload: str) -> None:
        """What asyncpg hears on the channel; a kind that a later release tells is left alone."""
        del connection, channel
        if self._connection is not None and pid == self._connection.get_server_pid():
            return  # told by ourselves, after we woke who waits here
        self._wake(Wake(kind) for kind in payload.split() if kind in set(Wake))

    def wake_all(self) -> None:
        """After silence anything may have happened."""
        self._wake(Wake)

    def _wake(self, kinds: Iterable[Wake]) -> set[Wake]:
        woken = set(kinds)
        for kind in woken:
            for waker in self._wakers[kind]:
                waker.set()
        return woken

    async def _tell(self) -> None:
        while self._untold:
            kinds, self._untold = self._untold, set()
            try:
                if self._connection is None:
                    self._connection = await connect(self._settings, self._service, "wakes", command_timeout_s=5)
                await self._connection.execute("select pg_notify($1, $2)", self.channel, " ".join(sorted(kinds)))
            except _LOST as error:
                self._hang_up()
                LOG.info("a hint was lost", kinds=sorted(kinds), cause=type(error).__name__)
            await asyncio.sleep(_GATHER_S)

    async def close(self) -> None:
        """Tell what is not told yet, then be silent."""
        if self._telling is not None:
            await asyncio.gather(self._telling, return_exceptions=True)
        self._hang_up()

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.terminate()
        self._connection = None
