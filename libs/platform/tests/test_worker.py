"""A whole worker in the test's process, on a real Kafka and PostgreSQL."""

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from aiokafka import AIOKafkaProducer
from faststream import AckPolicy
from faststream.kafka import KafkaBroker

from kezek.contracts.events import Envelope, Event
from kezek.contracts.ids import new_id
from kezek.platform.db import Database
from kezek.platform.messaging.connection import Kafka
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.subscribe import assert_nothing_is_lost, build_broker
from kezek.platform.reachable import Cause, Fault
from kezek.platform.settings import Settings
from kezek.platform.testing import drained, eventually, running
from kezek.platform.testing.entrances import pass_on
from kezek.platform.worker import Worker

Steps = Callable[[], Awaitable[list[str]]]


@pytest.fixture
async def event(kafka_topic: Callable[..., Awaitable[str]], make_event: Callable[..., type[Event]]) -> type[Event]:
    return make_event(await kafka_topic())


@pytest.fixture
async def producer(settings: Settings) -> AsyncIterator[AIOKafkaProducer]:
    async with AIOKafkaProducer(**settings.kafka.options()) as started:
        yield started


def value_of(event: Event, version: int = 1) -> bytes:
    envelope = Envelope(
        event_id=new_id(),
        type=event.TYPE,
        occurred_at="2026-11-21T00:00:00Z",
        key=event.key(),
        version=version,
        payload=event.model_dump(mode="json"),
    )
    return envelope.model_dump_json().encode()


async def test_what_one_transaction_publishes_another_service_applies(
    database: Database, settings: Settings, event: Any, writing: Any, steps: Steps
) -> None:
    worker = Worker("probe", settings, writing(event))
    async with running(worker.application()):
        async with database.write() as tx:
            await tx.publish(event(subject="one"), version=1)
        await drained(worker)
        assert await steps() == ["one"]


async def test_garbage_stops_nothing_and_is_listed(
    database: Database, settings: Settings, event: Any, writing: Any, steps: Steps, producer: AIOKafkaProducer
) -> None:
    good = [value_of(event(subject=f"good {number}")) for number in range(3)]
    await producer.send(event.TOPIC, good[0], headers=[("null", None), ("traceparent", None)])
    await producer.send(event.TOPIC, b"\xff\xfe not JSON")
    await producer.send(event.TOPIC, good[1], headers=[("latin", b"\xe9\xff"), ("traceparent", b"\xe9\xff")])
    await producer.send(event.TOPIC, None, key=b"tombstone")
    await producer.send(event.TOPIC, value_of(event(subject="x")).replace(event.TYPE.encode(), b"of.next-year.v1"))
    await producer.send(event.TOPIC, value_of(event(subject="bad")))
    await producer.send_and_wait(event.TOPIC, good[2])
    worker = Worker("probe", settings, writing(event))
    async with running(worker.application()):
        await drained(worker)
        assert await steps() == ["good 0", "good 1", "good 2"]
        assert (await worker.status())["parked"] == 2
    async with database.read() as tx:
        rows = await tx.rows(sa.text('select "offset", cause from parked order by "offset"'))
    assert [(row.offset, row.cause) for row in rows] == [(1, "envelope_unreadable"), (5, "ValueError")]


async def test_while_the_database_is_away_nothing_is_parked_and_nothing_lost(
    database: Database, settings: Settings, event: Any, writing: Any, steps: Steps, producer: AIOKafkaProducer
) -> None:
    async with Wire.to(settings) as wire:
        worker = Worker("probe", wire.settings, writing(event))
        async with running(worker.application()):
            await producer.send_and_wait(event.TOPIC, value_of(event(subject="before")))
            await drained(worker)
            wire.cut()
            for name in ("one", "two", "three"):
                await producer.send_and_wait(event.TOPIC, value_of(event(subject=name)))
            await eventually(wire.missed, "some attempts in vain")
            assert await steps() == ["before"]
            wire.mend()
            await drained(worker)
            assert await steps() == ["before", "one", "two", "three"]
            assert (await worker.status())["parked"] == 0


async def test_a_worker_reports_itself_ready_only_with_its_partitions(
    settings: Settings, event: Any, writing: Any
) -> None:
    application = Worker("probe", settings, writing(event)).application()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url="http://worker") as client:
        assert (await client.get("/health/ready")).status_code == 503
        async with running(application):

            async def ready() -> bool:
                return (await client.get("/health/ready")).status_code == 200

            await eventually(ready, "readiness")
            assert (await client.get("/health/live")).json() == {"status": "live"}
            status = (await client.get("/status")).json()
            assert set(status) == {
                "service",
                "outbox",
                "lag",
                "jobs",
                "received_acts",
                "parked",
                "next_deadline_at",
            }
            assert "kezek_outbox_rows" in (await client.get("/metrics")).text


def test_every_subscriber_keeps_what_it_could_not_apply(
    settings: Settings, database: Database, writing: Any, happened: Any
) -> None:
    assert build_broker(settings.kafka, writing(happened), database).subscribers


def test_a_subscriber_that_would_lose_records_is_refused_at_start() -> None:
    broker = KafkaBroker("127.0.0.1:1")
    broker.subscriber("topic", group_id="group", ack_policy=AckPolicy.ACK_FIRST)
    with pytest.raises(RuntimeError, match="may lose records"):
        assert_nothing_is_lost(broker)


async def test_a_worker_without_handlers_relays_all_the_same(
    database: Database, settings: Settings, event: Any
) -> None:
    worker = Worker("probe", settings, Consumers("probe"))
    async with running(worker.application()):
        async with database.write() as tx:
            await tx.publish(event(subject="one"), version=1)
        await drained(worker)


class Wire:
    """A TCP relay before PostgreSQL that can be cut."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._whole = True
        self._in_vain = 0
        self._ends: set[asyncio.StreamWriter] = set()

    @classmethod
    @asynccontextmanager
    async def to(cls, settings: Settings) -> AsyncIterator["Wire"]:
        wire = cls(settings)
        before, _, after = settings.database_url.partition("127.0.0.1:")
        port, _, name = after.partition("/")
        wire._port = int(port)
        server = await asyncio.start_server(wire._pass, "127.0.0.1", 0)
        own = server.sockets[0].getsockname()[1]
        wire.settings = settings.model_copy(update={"database_url": f"{before}127.0.0.1:{own}/{name}"})
        async with server:
            yield wire
            wire.cut()

    _port: int

    def cut(self) -> None:
        self._whole = False
        for end in self._ends:
            end.transport.abort()

    def mend(self) -> None:
        self._whole = True

    async def missed(self) -> bool:
        return self._in_vain > 5

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._whole:
            self._in_vain += 1
            writer.transport.abort()
            return
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._port)
        self._ends |= {writer, far_writer}
        await asyncio.gather(pass_on(reader, far_writer), pass_on(far_reader, writer), return_exceptions=True)
        self._ends -= {writer, far_writer}


async def test_a_worker_whose_consumer_has_died_leaves(
    settings: Settings, event: Any, writing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    signals: list[int] = []
    monkeypatch.setattr("kezek.platform.worker.os.kill", lambda _, number: signals.append(number))
    worker = Worker("probe", settings, writing(event))
    async with running(worker.application()):

        async def assigned() -> bool:
            return worker._assigned()

        await eventually(assigned)
        assert not worker._deaf()
        (consumer,) = worker._kafka_consumers()

        consumer._coordinator._coordination_task.cancel()

        async def told_to_leave() -> bool:
            return signals == [signal.SIGTERM]

        await eventually(told_to_leave)


async def test_a_worker_without_partitions_leaves_only_while_kafka_answers(
    settings: Settings, event: Any, writing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = Fault("Kafka", "kafka.example.kz:9093", "probe", Cause.UNREACHABLE, "")
    signals: list[int] = []
    faults: list[Fault | None] = [away]

    async def kafka_fault(_: Kafka) -> Fault | None:
        return faults[-1]

    monkeypatch.setattr("kezek.platform.worker.os.kill", lambda _, number: signals.append(number))
    monkeypatch.setattr("kezek.platform.worker.kafka_fault", kafka_fault)
    monkeypatch.setattr("kezek.platform.worker.WAIT_S", 0.001)
    monkeypatch.setattr("kezek.platform.worker.UNREADY_FOR_S", 0.05)
    watching = asyncio.create_task(Worker("probe", settings, writing(event))._exit_when_deaf())
    await asyncio.wait({watching}, timeout=0.5)
    assert signals == []
    faults.append(None)
    await asyncio.wait_for(watching, 10)
    assert signals == [signal.SIGTERM]
