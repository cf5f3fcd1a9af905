"""The broker knows who speaks: what the topics' table does not give a service, Kafka refuses it (docs/adr/0014)."""

from dataclasses import replace
from typing import Any

import pytest
from aiokafka import AIOKafkaClient, AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import (
    GroupAuthorizationFailedError,
    KafkaConnectionError,
    TopicAuthorizationFailedError,
)

from kezek.contracts.topics import BY_NAME, TOPICS
from kezek.platform.db import Database
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.rights import Operation, Resource, Right, needed_by, refused, rights_of
from kezek.platform.settings import Settings
from kezek.platform.testing import running
from kezek.platform.worker import Worker
from kezek_local.kafka_users import known_rights, make_rights
from kezek_local.ports import SERVICES
from kezek_local.stack import Stack

STAFF = BY_NAME["kindergartens.staff"]
CALLS = BY_NAME["queue.call"]


async def consume(consumer: AIOKafkaConsumer) -> None:
    try:
        await consumer.start()
        await consumer.getmany(timeout_ms=10_000)
    finally:
        await consumer.stop()


def writers_of(topic: str) -> list[str]:
    return [service for service in SERVICES if Right(Operation.WRITE, Resource.TOPIC, topic) in rights_of(service)]


def test_the_table_gives_each_topic_one_writer_and_its_consumers_the_reading() -> None:
    for topic in TOPICS:
        assert writers_of(topic.name) == [topic.publisher]
        read = Right(Operation.READ, Resource.TOPIC, topic.name)
        assert {service for service in SERVICES if read in rights_of(service)} == set(topic.consumed_by)


@pytest.mark.parametrize("service", SERVICES)
async def test_a_service_has_what_its_worker_needs(servers: Stack, service: str) -> None:
    topics = [topic.name for topic in TOPICS if service in topic.consumed_by]
    assert await refused(servers.kafka(service), needed_by(service, topics)) == []


@pytest.mark.parametrize("service", SERVICES)
async def test_kafka_gives_a_service_nothing_but_its_rights(servers: Stack, service: str) -> None:
    every = [Right(operation, Resource.TOPIC, topic.name) for topic in TOPICS for operation in Operation]
    every += [Right(Operation.READ, Resource.GROUP, f"{other}.{STAFF.name}") for other in SERVICES]
    own = {*rights_of(service), Right(Operation.READ, Resource.GROUP, f"{service}.{STAFF.name}")}
    assert await refused(servers.kafka(service), every) == [right for right in every if right not in own]


@pytest.mark.parametrize("service", [service for service in SERVICES if service != STAFF.publisher])
async def test_nobody_makes_workers_but_the_kindergartens_service(servers: Stack, service: str) -> None:
    async with AIOKafkaProducer(**servers.kafka(service).options()) as producer:
        with pytest.raises(TopicAuthorizationFailedError):
            await producer.send_and_wait(STAFF.name, b"{}", key=b"nobody")


async def test_a_service_writes_its_own_topic(servers: Stack) -> None:
    async with AIOKafkaProducer(**servers.kafka("queue").options(), enable_idempotence=True) as producer:
        assert (await producer.send_and_wait(CALLS.name, b"noise that every consumer parks")).offset >= 0


@pytest.mark.parametrize("service", [service for service in SERVICES if service not in CALLS.consumed_by])
async def test_who_does_not_consume_a_topic_reads_nothing_of_it(servers: Stack, service: str) -> None:
    options = servers.kafka(service).options()
    with pytest.raises(TopicAuthorizationFailedError):
        await consume(AIOKafkaConsumer(CALLS.name, **options, group_id=f"{service}.intruder"))


async def test_a_service_takes_no_records_away_from_another_services_group(servers: Stack) -> None:
    options = servers.kafka("documents").options()
    with pytest.raises(GroupAuthorizationFailedError):
        await consume(AIOKafkaConsumer("applications.card", **options, group_id="notifications.applications.card"))


@pytest.mark.parametrize("wrong", [{"user": "", "password": ""}, {"password": "guessed"}, {"user": "nobody"}])
async def test_who_is_not_known_is_not_heard(servers: Stack, wrong: dict[str, Any]) -> None:
    client = AIOKafkaClient(**replace(servers.kafka("queue"), **wrong).options(), request_timeout_ms=2000)
    try:
        with pytest.raises(KafkaConnectionError):
            await client.bootstrap()
    finally:
        await client.close()


async def test_a_right_that_the_table_no_longer_gives_is_taken_back(servers: Stack) -> None:
    async def rights_made(rights: list[Right], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("kezek_local.kafka_users.rights_of", lambda _: rights)
        await make_rights(admin, ["a-service-of-yesterday"])

    admin = AIOKafkaAdminClient(**servers.kafka().options())
    await admin.start()
    try:
        with pytest.MonkeyPatch.context() as monkeypatch:
            right = Right(Operation.READ, Resource.TOPIC, CALLS.name)
            await rights_made([right], monkeypatch)
            assert await acls_of(admin, "a-service-of-yesterday") == 1
            await rights_made([], monkeypatch)
            assert await acls_of(admin, "a-service-of-yesterday") == 0
    finally:
        await admin.close()


async def acls_of(admin: AIOKafkaAdminClient, service: str) -> int:
    return len(await known_rights(admin, {f"User:{service}"}))


async def test_a_worker_that_may_not_read_its_topic_says_so_and_does_not_start(
    database: Database, settings: Settings, servers: Stack, writing: Any, happened: Any
) -> None:
    """FastStream alone would start, answer pings and hear nothing."""
    queue = servers.kafka("queue")
    wrong = settings.model_copy(
        update={"kafka_user": "queue", "kafka_password": type(settings.kafka_password)(queue.password)}
    )
    consumers = Consumers("queue")
    happened.TOPIC = CALLS.name
    consumers.handlers = dict(writing(happened).handlers)
    consumers.ignore(*CALLS.events, because="this worker is a test of what it may read")
    with pytest.raises(RuntimeError, match="startup failed") as raised:
        async with running(Worker("queue", wrong, consumers).application()):
            pass
    assert CALLS.name in str(raised.value.__cause__ or raised.value)
