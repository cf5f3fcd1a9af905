"""How many received acts one process finishes at once, and in which order: as they came."""

import asyncio
import math
from collections.abc import Awaitable, Callable
from uuid import UUID

from kezek.platform.act_outcomes import Outcome
from kezek.platform.db import passes_by_itself
from kezek.platform.errors import Refusal
from kezek.platform.telemetry import logger

LOG = logger(__name__)
Finishing = Callable[[], Awaitable[Outcome]]
_FIRST_GUESS_S, _WEIGHT = 0.05, 0.1
_LONGEST_S = 30


class Turns:
    """Finishes each receipt once for all who wait for it, a few at a time, the first that came first.

    Without it a crowd shares connections and processor so evenly that nobody is served in time, and what is given up
    half-way is done again.
    """

    def __init__(self, at_once: int) -> None:
        self._room = asyncio.Semaphore(at_once)
        # with the number in the order of their coming
        self._under_way: dict[UUID, tuple[asyncio.Task[Outcome], int]] = {}
        self._came = self._went = 0
        self._pace_s = _FIRST_GUESS_S
        self._last_went_at = 0.0

    async def finish(self, receipt_id: UUID, finishing: Finishing, within_s: float) -> Outcome | None:
        """What came of the receipt; None when it takes longer: it goes on all the same."""
        task, _ = self._under_way.get(receipt_id, (None, 0))
        if task is None:
            task = asyncio.create_task(self._in_turn(finishing))
            self._came += 1
            self._under_way[receipt_id] = task, self._came
            task.add_done_callback(lambda done: self._finished(receipt_id, done))
        done, _ = await asyncio.wait((task,), timeout=within_s)
        return task.result() if done else None

    def ask_again_after_s(self, receipt_id: UUID) -> int:
        """After how many seconds it may be worth asking what came of this receipt: by its place and the pace."""
        _, number = self._under_way.get(receipt_id, (None, 0))
        return min(_LONGEST_S, max(1, math.ceil((number - self._went) * self._pace_s)))

    async def _in_turn(self, finishing: Finishing) -> Outcome:
        async with self._room:
            return await finishing()

    def _finished(self, receipt_id: UUID, task: asyncio.Task[Outcome]) -> None:
        del self._under_way[receipt_id]
        self._went += 1
        self._note_pace()
        error = None if task.cancelled() else task.exception()
        if error is not None and not isinstance(error, Refusal) and not passes_by_itself(error):
            LOG.error("received act not finished", receipt=str(receipt_id), exc_info=error)

    def _note_pace(self) -> None:
        """How long it is from one end to the next, while others wait."""
        now = asyncio.get_running_loop().time()
        if self._room.locked() and self._last_went_at:
            self._pace_s += _WEIGHT * (now - self._last_went_at - self._pace_s)
        self._last_went_at = now if self._room.locked() else 0.0

    def close(self) -> None:
        """Begin nothing more and give up what is under way: the worker finishes it."""
        for task, _ in list(self._under_way.values()):
            task.cancel()
