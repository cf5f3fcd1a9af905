"""Moves the clock as the stack lives it: stops at every due deadline, and waits until nothing is left to do."""

import asyncio
from datetime import datetime

import httpx
from pydantic import BaseModel, ValidationError

from kezek_sandbox.clock import ClockGoesForwardError, MovableClock

_ROUND_S = 0.05
_CLOCK_CACHE_S = 0.2  # how long a process may still believe the former time
_QUIET_ROUNDS = 2


class WorkerStatus(BaseModel):
    """What a worker tells about its unfinished work."""

    service: str
    outbox: int
    lag: int
    jobs: int
    received_acts: int
    next_deadline_at: datetime | None = None

    def unfinished(self) -> dict[str, int]:
        """What is not zero."""
        counts = {"outbox": self.outbox, "lag": self.lag, "jobs": self.jobs, "received_acts": self.received_acts}
        return {name: count for name, count in counts.items() if count}


class NotQuietError(Exception):
    """Time ran out; says what is not quiet at which worker."""

    def __init__(self, noisy: dict[str, str]) -> None:
        super().__init__(str(noisy))
        self.noisy = noisy


class Stack:
    """The workers, seen from outside."""

    def __init__(self, workers: tuple[str, ...], clock: MovableClock, client: httpx.AsyncClient) -> None:
        self._workers = workers
        self._clock = clock
        self._client = client
        self._moving = asyncio.Lock()

    async def settle(self, timeout_s: float) -> None:
        """Return when two successive rounds find nothing to do at any worker."""
        noisy: dict[str, str] = {}
        try:
            async with asyncio.timeout(timeout_s):
                await self._settle(noisy)
        except TimeoutError:
            raise NotQuietError(noisy) from None

    async def advance(self, to: datetime, timeout_s: float) -> list[datetime]:
        """Move forward to this instant through every deadline on the way; answers those it stopped at."""
        async with self._moving:
            if to < self._clock.now():
                raise ClockGoesForwardError
            noisy: dict[str, str] = {}
            try:
                async with asyncio.timeout(timeout_s):
                    return await self._advance(to, noisy)
            except TimeoutError:
                raise NotQuietError(noisy) from None

    async def jump(self, to: datetime) -> None:
        """Move at once, over deadlines, and wait for nothing but the processes' belief."""
        async with self._moving:
            self._clock.move_to(to)
            await asyncio.sleep(_CLOCK_CACHE_S)

    async def _advance(self, to: datetime, noisy: dict[str, str]) -> list[datetime]:
        steps: list[datetime] = []
        await self._settle(noisy)
        while (due := await self._next_deadline(noisy)) is not None and due <= to:
            steps.append(due)
            self._forward(due)
            await self._fired(due, noisy)
            await self._settle(noisy)
        self._forward(to)
        if self._workers:
            await asyncio.sleep(_CLOCK_CACHE_S)
        await self._settle(noisy)
        return steps

    def _forward(self, to: datetime) -> None:
        if to > self._clock.now():
            self._clock.move_to(to)

    async def _settle(self, noisy: dict[str, str]) -> None:
        quiet = 0
        while self._workers:
            await self._look(noisy)
            quiet = 0 if noisy else quiet + 1
            if quiet == _QUIET_ROUNDS:
                return
            await asyncio.sleep(_ROUND_S)

    async def _fired(self, due: datetime, noisy: dict[str, str]) -> None:
        while (still := await self._next_deadline(noisy)) is not None and still <= due:
            noisy["deadline"] = f"{still.isoformat()} is due and has not fired"
            await asyncio.sleep(_ROUND_S)

    async def _next_deadline(self, noisy: dict[str, str]) -> datetime | None:
        while True:
            statuses = await self._look(noisy)
            if None not in statuses:
                known = [status.next_deadline_at for status in statuses if status is not None]
                return min((deadline for deadline in known if deadline is not None), default=None)
            await asyncio.sleep(_ROUND_S)

    async def _look(self, noisy: dict[str, str]) -> list[WorkerStatus | None]:
        statuses = await asyncio.gather(*(self._status(url) for url in self._workers))
        noisy.clear()
        for url, status in zip(self._workers, statuses, strict=True):
            if status is None:
                noisy[url] = "does not answer"
            elif unfinished := status.unfinished():
                noisy[f"{status.service} {url}"] = ", ".join(f"{name} {count}" for name, count in unfinished.items())
        return statuses

    async def _status(self, url: str) -> WorkerStatus | None:
        try:
            answer = await self._client.get(f"{url}/status", timeout=5)
            return WorkerStatus.model_validate_json(answer.content) if answer.is_success else None
        except (httpx.HTTPError, ValidationError):
            return None
