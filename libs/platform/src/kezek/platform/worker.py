"""A worker process: consumers, relay, jobs and timers of one service, with health and status over HTTP."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from aiokafka.errors import KafkaError
from faststream.asgi import AsgiFastStream, AsgiResponse, get
from faststream.kafka import KafkaBroker
from prometheus_client import CONTENT_TYPE_LATEST, Gauge, generate_latest

from kezek.contracts.ids import new_id
from kezek.platform import pulse
from kezek.platform.act_rows import prune_drafts
from kezek.platform.acts import AnyAct
from kezek.platform.clock import Clock, clock_from
from kezek.platform.db import DATABASE_LOST, Database
from kezek.platform.messaging.consumers import Consumers, prune_inbox
from kezek.platform.messaging.jobs import JobRunner, Work
from kezek.platform.messaging.offsets import Groups
from kezek.platform.messaging.outbox import Relay
from kezek.platform.messaging.reachable import kafka_fault
from kezek.platform.messaging.replays import Replays
from kezek.platform.messaging.rights import needed_by, refused
from kezek.platform.messaging.subscribe import build_broker
from kezek.platform.reachable import database_fault, until_all_answer
from kezek.platform.serve import serve
from kezek.platform.settings import Settings
from kezek.platform.telemetry import logger, start_telemetry
from kezek.platform.timers import Fire, Timers

if TYPE_CHECKING:
    from kezek.platform.act_processing import Acts

LOG = logger(__name__)
WAIT_S = 0.5
PRUNE_EVERY_S = 3600.0
LOOK_FOR_ACTS_EVERY_S = 2.0
UNREADY_FOR_S = 120.0
OUTBOX = Gauge("kezek_outbox_rows", "Events that wait for the relay")
LAG = Gauge("kezek_consumer_lag", "Records not yet consumed")

Background = Callable[[], Awaitable[None]]


class Worker:
    """Builds and runs a service's worker; each part is optional but the outbox relay.

    `acts` are those that an API received and did not finish.
    """

    def __init__(self, service: str, settings: Settings, consumers: Consumers, *, acts: Sequence[AnyAct] = ()) -> None:
        self.service = service
        self.settings = settings
        self.consumers = consumers
        self.clock: Clock = clock_from(settings)
        self.database = Database(settings, service, self.clock)
        self.acts = _acts_of(settings, self.database, acts) if acts else None
        self._id = new_id()
        replays = Replays(self.database, consumers, settings.kafka)
        self._backgrounds: list[Background] = [
            Relay(settings, service, self.database.wakes).run,
            replays.run,
            self._beat,
        ]
        if acts:
            self._backgrounds.append(self._finish_acts)
        self._groups = Groups(settings.kafka, service, consumers.topics)
        self._broker: KafkaBroker | None = None
        self._tasks: list[asyncio.Task[None]] = []

    def add_jobs(self, works: dict[str, Work]) -> None:
        """Run these kinds of jobs."""
        self._backgrounds.append(JobRunner(self.database, works).run)

    def add_timers(self, fire: Fire) -> None:
        """Fire deadlines; acts received in time come first."""
        self._backgrounds.append(Timers(self.database, self.clock, fire, self._finish_acts_of).run)

    def add_background(self, background: Background) -> None:
        """Run something of the service's own for as long as the worker lives."""
        self._backgrounds.append(background)

    def run(self) -> None:
        """Run until told to stop."""
        # uvloop raises when aiokafka writes to a connection that has just died, and its coordinator ends for good
        serve(self.application(), self.settings, loop="asyncio")

    def application(self) -> AsgiFastStream:
        """The worker as an ASGI application, not yet started."""
        start_telemetry(self.service, self.settings)
        self._broker = build_broker(self.settings.kafka, self.consumers, self.database)
        routes = [
            ("/health/live", _live),
            ("/health/ready", get(self._ready)),
            ("/status", get(self._status)),
            ("/metrics", _metrics),
        ]
        return AsgiFastStream(self._broker, asgi_routes=routes, lifespan=self._lifespan, logger=None)

    @asynccontextmanager
    async def _lifespan(self) -> AsyncIterator[None]:
        """FastStream would start its broker against a dead Kafka and report itself started: wait first."""
        await until_all_answer(lambda: database_fault(self.database), lambda: kafka_fault(self.settings.kafka))
        await self._may_do_its_work()
        await self._begin_group()
        self._tasks = [asyncio.create_task(self._forever(background)) for background in self._backgrounds]
        self._tasks.extend([asyncio.create_task(self._prune()), asyncio.create_task(self._exit_when_deaf())])
        try:
            yield
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            if self.acts is not None:
                await self.acts.close()
            with suppress(*DATABASE_LOST):
                async with self.database.write() as tx:
                    await pulse.stop(tx, self._id)
            await self._groups.close()
            await self.database.close()

    async def _may_do_its_work(self) -> None:
        """Fail at start rather than be a worker that looks well and hears nothing.

        Raises:
            RuntimeError: naming the rights that Kafka does not give.
        """
        lacking = await refused(self.settings.kafka, needed_by(self.service, self.consumers.topics))
        if lacking:
            LOG.critical(
                "Kafka refuses what this worker needs", user=self.settings.kafka_user, rights=[*map(str, lacking)]
            )
            raise RuntimeError(f"Kafka refuses {', '.join(map(str, lacking))}")

    async def _begin_group(self) -> None:
        while True:
            try:
                await self._groups.carry_over()
            except KafkaError as error:
                LOG.warning("the group waits for Kafka", cause=type(error).__name__)
                await self._groups.close()
                await asyncio.sleep(WAIT_S)
            else:
                return

    async def _forever(self, background: Background) -> None:
        try:
            await background()
        except asyncio.CancelledError:
            raise
        except Exception as error:
            LOG.critical("a part of the worker died", part=str(background), exc_info=error)
            os.kill(os.getpid(), signal.SIGTERM)

    async def _finish_acts(self) -> None:
        """Finish what an API has given up or left behind; what it may still have in hand is its own."""
        while True:
            try:
                await self._finish_acts_of((), self.settings.act_answer_within_s)
            except DATABASE_LOST as error:
                LOG.warning("acts wait for the database", cause=type(error).__name__)
            await asyncio.sleep(LOOK_FOR_ACTS_EVERY_S)

    async def _finish_acts_of(self, subjects: Sequence[str], older_than_s: float = 0.0) -> None:
        if self.acts is not None:
            await self.acts.finish_received(subjects, older_than_s=older_than_s)

    async def _prune(self) -> None:
        while True:
            try:
                async with self.database.write() as tx:
                    await prune_inbox(tx, self.settings.inbox_days)
                    await prune_drafts(tx)
                    await tx.execute(
                        sa.text("delete from idempotency where created_at < now() - make_interval(days => :days)"),
                        {"days": self.settings.idempotency_days},
                    )
            except DATABASE_LOST as error:
                LOG.warning("pruning waits for the database", cause=type(error).__name__)
            await asyncio.sleep(PRUNE_EVERY_S)

    async def _beat(self) -> None:
        """Leave a pulse now and then, by which the service's API knows that somebody works."""
        while True:
            ready = self._assigned() and not self._deaf()
            try:
                lag = await self._groups.lag()
            except Exception as error:  # noqa: BLE001 - a gauge never ends a worker
                LOG.warning("the lag cannot be read", cause=type(error).__name__)
                lag = None
            try:
                async with self.database.write() as tx:
                    await pulse.beat(tx, self._id, ready=ready, lag=lag)
            except DATABASE_LOST as error:
                LOG.warning("the pulse waits for the database", cause=type(error).__name__)
            await asyncio.sleep(pulse.BEAT_EVERY_S if ready else WAIT_S)

    def _assigned(self) -> bool:
        if self._broker is None:
            return False
        return all(consumer is not None and consumer.assignment() for consumer in self._kafka_consumers())

    def _kafka_consumers(self) -> list[Any]:
        subscribers = self._broker.subscribers if self._broker else []
        return [getattr(subscriber, "consumer", None) for subscriber in subscribers]

    def _deaf(self) -> bool:
        """A consumer whose coordinator has ended keeps its partitions, and gets nothing from them ever again.

        One that is being stopped has ended too, as it should.
        """
        listening = [each for each in self._kafka_consumers() if each is not None and not each._closed]  # noqa: SLF001
        coordinators = [getattr(consumer, "_coordinator", None) for consumer in listening]
        return any(each is not None and each._coordination_task.done() for each in coordinators)  # noqa: SLF001

    async def _exit_when_deaf(self) -> None:
        """Exit when a consumer has died or stays without partitions: the supervisor starts a fresh process."""
        since = asyncio.get_running_loop().time()
        while True:
            await asyncio.sleep(WAIT_S)
            now = asyncio.get_running_loop().time()
            if self._deaf():
                LOG.critical("a consumer has died: exiting")
                os.kill(os.getpid(), signal.SIGTERM)
                return
            if self._assigned() or await kafka_fault(self.settings.kafka) is not None:
                since = now
            elif now - since > UNREADY_FOR_S:
                LOG.critical("no partitions for too long: exiting")
                os.kill(os.getpid(), signal.SIGTERM)
                return

    async def _ready(self, _: Any) -> AsgiResponse:
        ready = self._assigned() and not self._deaf() and await self.database.answers()
        return _json({"status": "ready" if ready else "not_ready"}, 200 if ready else 503)

    async def _status(self, _: Any) -> AsgiResponse:
        try:
            status = await self.status()
        except (*DATABASE_LOST, KafkaError) as error:
            return _json({"service": self.service, "error": type(error).__name__}, 503)
        return _json(status, 200)

    async def status(self) -> dict[str, Any]:
        """What is not yet done: rows to relay, records to consume, jobs, acts, parked records, the next deadline."""
        async with self.database.read() as tx:
            row = (await tx.rows(_STATUS))[0]
        lag = (await self._groups.lag()).records
        OUTBOX.set(row.outbox)
        LAG.set(lag)
        next_at = row.next_deadline_at
        return {
            "service": self.service,
            "outbox": row.outbox,
            "lag": lag,
            "jobs": row.jobs,
            "received_acts": row.received_acts,
            "parked": row.parked,
            "next_deadline_at": next_at.isoformat() if next_at else None,
        }


def _acts_of(settings: Settings, database: Database, acts: Sequence[AnyAct]) -> "Acts":
    from kezek.platform.act_processing import Acts  # noqa: PLC0415 - 4 MB, only where signatures are verified

    return Acts.of(settings, database, acts)


_STATUS = sa.text(
    "select (select count(*) from outbox) as outbox, (select count(*) from job where run_at < 'infinity') as jobs, "
    "(select count(*) from act_receipt r join act a on a.id = r.act_id where a.outcome is null "
    "and (r.verdict is null or r.verdict = 'valid')) as received_acts, "
    "(select count(*) from parked where replayed_at is null and gone_at is null) as parked, "
    "(select min(due_at) from deadline) as next_deadline_at"
)


def _json(body: dict[str, Any], status: int) -> AsgiResponse:
    return AsgiResponse(json.dumps(body).encode(), status, headers={"content-type": "application/json"})


@get
async def _live(_: Any) -> AsgiResponse:
    return _json({"status": "live"}, 200)


@get
async def _metrics(_: Any) -> AsgiResponse:
    return AsgiResponse(generate_latest(), 200, headers={"content-type": CONTENT_TYPE_LATEST})
