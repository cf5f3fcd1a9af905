"""How many received acts one process finishes at once, and in which order: as they came."""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID

from kezek.platform.act_outcomes import Outcome
from kezek.platform.db import passes_by_itself
from kezek.platform.errors import Refusal
from kezek.platform.telemetry import logger

LOG = logger(__name__)
Finishing = Callable[[], Awaitable[Outcome]]


class Turns:
    """Finishes each receipt once for all who wait for it, a few at a time, the first that came first.

    Without it a crowd shares connections and processor so evenly that nobody is served in time, and what is given up
    half-way is done again.
    """

    def __init__(self, at_once: int) -> None:
        self._room = asyncio.Semaphore(at_once)
        self._under_way: dict[UUID, asyncio.Task[Outcome]] = {}

    async def finish(self, receipt_id: UUID, finishing: Finishing, within_s: float) -> Outcome | None:
        """What came of the receipt; None when it takes longer: it goes on all the same."""
        task = self._under_way.get(receipt_id)
        if task is None:
            task = self._under_way[receipt_id] = asyncio.create_task(self._in_turn(finishing))
            task.add_done_callback(lambda done: self._finished(receipt_id, done))
        done, _ = await asyncio.wait((task,), timeout=within_s)
        return task.result() if done else None

    async def _in_turn(self, finishing: Finishing) -> Outcome:
        async with self._room:
            return await finishing()

    def _finished(self, receipt_id: UUID, task: asyncio.Task[Outcome]) -> None:
        del self._under_way[receipt_id]
        error = None if task.cancelled() else task.exception()
        if error is not None and not isinstance(error, Refusal) and not passes_by_itself(error):
            LOG.error("received act not finished", receipt=str(receipt_id), exc_info=error)

    def close(self) -> None:
        """Begin nothing more and give up what is under way: the worker finishes it."""
        for task in list(self._under_way.values()):
            task.cancel()
