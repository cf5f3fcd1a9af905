"""Sending: a message is `sending`, committed, before its provider hears of it; whoever finds it so asks first.

So a crash between the provider's yes and our commit, a dropped connection or a lost answer leads to a question by our
own id, not to a second message. A lease keeps two workers apart; it is longer than the wait for a provider's answer.
"""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass

from kezek.contracts.notifications import MessageFailed, MessageSent
from kezek.contracts.vocabulary import Channel
from kezek.notifications.adapters import sending
from kezek.notifications.adapters.sending import Claimed
from kezek.notifications.usecases.wait_for_morning import hold_due
from kezek.platform.clock import Clock
from kezek.platform.db import DATABASE_LOST, Database
from kezek.platform.messaging.jobs import until_next_job_s
from kezek.platform.providers import Provider, RefusedForGoodError, UnclearError
from kezek.platform.telemetry import logger, span
from kezek.platform.wakes import LOOK_EVERY_S, Wake

LOG = logger(__name__)
DATABASE_PAUSE_S = 1.0
FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 600.0
VERSION = 1


@dataclass(frozen=True)
class Limits:
    """How long and how often."""

    lease_s: float
    provider_timeout_s: float
    most_tries: int
    at_once: int


class Sender:
    """Sends due messages until cancelled; several may run."""

    def __init__(self, database: Database, clock: Clock, providers: Mapping[Channel, Provider], limits: Limits) -> None:
        self._database = database
        self._clock = clock
        self._providers = providers
        self._limits = limits
        self._running: set[asyncio.Task[None]] = set()
        self._waker = database.wakes.waker(Wake.JOBS)

    async def run(self) -> None:
        """Send for ever; a lost database is waited for."""
        try:
            while True:
                self._waker.clear()
                try:
                    if not await self.begin_due():
                        await self._waker.wait(await self._until_next_s())
                except DATABASE_LOST as error:
                    LOG.warning("sending waits for the database", cause=type(error).__name__)
                    await asyncio.sleep(DATABASE_PAUSE_S)
        finally:
            await self._let_go()

    async def _until_next_s(self) -> float:
        """With no free hand, until one lets go, which is a hint as well."""
        if len(self._running) >= self._limits.at_once:
            return LOOK_EVERY_S
        return await until_next_job_s(self._database, [sending.KIND])

    async def begin_due(self) -> int:
        """Claim what is due, as far as there are free hands, and begin to send it; how many: none at night."""
        free = self._limits.at_once - len(self._running)
        if free <= 0:
            return 0
        started = asyncio.get_running_loop().time()
        async with self._database.write() as tx:
            if await hold_due(tx):
                return 0
            claimed = await sending.claim(tx, free, self._limits.lease_s)
        for message in claimed:
            task = asyncio.create_task(self._send(message, started + self._limits.lease_s))
            self._running.add(task)
            task.add_done_callback(self._let_hand_go)
        return len(claimed)

    def _let_hand_go(self, task: asyncio.Task[None]) -> None:
        was_full = len(self._running) >= self._limits.at_once
        self._running.discard(task)
        if was_full:
            self._waker.set()

    async def finish_begun(self) -> None:
        """Wait until what was begun is sent or postponed."""
        await asyncio.gather(*self._running)

    async def _let_go(self) -> None:
        """What was begun ends in its own time, so that a restart has nothing to ask for."""
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=self._limits.provider_timeout_s)
            for task in late:
                task.cancel()

    async def _send(self, message: Claimed, lease_ends: float) -> None:
        with span(f"send {message.channel}", traceparent=message.traceparent):
            try:
                await self._try(message, lease_ends)
            except DATABASE_LOST as error:
                # the row stays as it is: when its lease is over the provider is asked
                LOG.warning("message waits for the database", message=str(message.id), cause=type(error).__name__)

    async def _try(self, message: Claimed, lease_ends: float) -> None:
        try:
            evidence = await self._hand_over(message, lease_ends)
        except RefusedForGoodError as refused:
            await self._fail(message, refused.cause)
        except UnclearError as unclear:
            await self._try_later(message, unclear.cause)
        except TimeoutError:
            await self._try_later(message, "provider_silent")
        else:
            await self._succeed(message, evidence)

    async def _hand_over(self, message: Claimed, lease_ends: float) -> str:
        provider, patience = self._providers[Channel(message.channel)], self._limits.provider_timeout_s
        if message.attempt > 1:
            async with asyncio.timeout(patience):
                known = await provider.find(message)
            if known is not None:
                return known
        if asyncio.get_running_loop().time() > lease_ends - patience:
            # this process slept so long that another may be sending already
            raise UnclearError("lease_too_short")
        async with asyncio.timeout(patience):
            return await provider.send(message)

    async def _succeed(self, message: Claimed, evidence: str) -> None:
        now = self._clock.now()
        async with self._database.write() as tx:
            mine = await sending.finish(tx, message, state="sent", at=now, evidence=evidence)
            if mine and message.application_id is not None:
                event = MessageSent(
                    message_id=message.id,
                    application_id=message.application_id,
                    about=message.kind,
                    channel=Channel(message.channel),
                    at=now,
                    evidence=evidence,
                )
                await tx.publish(event, version=VERSION)

    async def _fail(self, message: Claimed, cause: str) -> None:
        LOG.error("message failed", message=str(message.id), channel=message.channel, cause=cause)
        now = self._clock.now()
        async with self._database.write() as tx:
            mine = await sending.finish(tx, message, state="failed", at=now, cause=cause)
            if mine and message.application_id is not None:
                event = MessageFailed(
                    message_id=message.id,
                    application_id=message.application_id,
                    about=message.kind,
                    channel=Channel(message.channel),
                    at=now,
                    cause=cause,
                )
                await tx.publish(event, version=VERSION)

    async def _try_later(self, message: Claimed, cause: str) -> None:
        if message.attempt >= self._limits.most_tries:
            await self._fail(message, cause)
            return
        LOG.warning("message postponed", message=str(message.id), attempt=message.attempt, cause=cause)
        pause = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2 ** min(message.attempt - 1, 20))
        async with self._database.write() as tx:
            pause *= random.uniform(0.8, 1.2)  # noqa: S311 - jitter
            await sending.postpone(tx, message, pause, cause=cause, at=self._clock.now())
