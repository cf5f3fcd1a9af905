"""Answers for everybody, kept for a moment: a crowd that asks the same costs the database one question."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable

AT_MOST = 64


class Kept:
    """What was answered a moment ago, by what was asked; a failure is not kept."""

    def __init__(self, seconds: float, at_most: int = AT_MOST) -> None:
        self._seconds = seconds
        self._at_most = at_most
        self._answers: dict[Hashable, tuple[float, asyncio.Future[bytes]]] = {}

    async def get(self, asked: Hashable, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """The answer; made once for all who ask within the moment, also while it is being made."""
        now = asyncio.get_running_loop().time()
        until, answer = self._answers.get(asked, (now, None))
        if answer is None or now >= until:
            answer = self._keep(asked, make, now)
        return await asyncio.shield(answer)  # who asks no longer ends it for nobody else

    def _keep(self, asked: Hashable, make: Callable[[], Awaitable[bytes]], now: float) -> asyncio.Future[bytes]:
        answer = asyncio.ensure_future(make())
        answer.add_done_callback(lambda done: self._forget_failed(asked, done))
        self._answers.pop(asked, None)
        self._answers[asked] = now + self._seconds, answer
        if len(self._answers) > self._at_most:
            del self._answers[next(iter(self._answers))]
        return answer

    def _forget_failed(self, asked: Hashable, done: asyncio.Future[bytes]) -> None:
        failed = done.cancelled() or done.exception() is not None
        if failed and self._answers.get(asked, (0.0, None))[1] is done:
            del self._answers[asked]
