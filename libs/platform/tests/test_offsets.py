"""The group of this release begins where those of the release before stopped."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from kezek.contracts.topics import group_of
from kezek.platform.messaging.lag import Waiting
from kezek.platform.messaging.offsets import Groups
from kezek.platform.messaging.rights import needed_by, refused
from kezek.platform.settings import Settings

PARTITIONS, RECORDS, CONSUMED = 3, 5, 4


@pytest.fixture
async def topic(kafka_topic: Any, settings: Settings) -> str:
    """A topic with some records in each partition."""
    name: str = await kafka_topic(PARTITIONS)
    async with AIOKafkaProducer(**settings.kafka.options()) as producer:
        for number in range(PARTITIONS * RECORDS):
            await producer.send_and_wait(name, b"x", partition=number % PARTITIONS)
    return name


@pytest.fixture
def service(topic: str) -> str:
    """One of this test alone: a member of its group that another test left behind would refuse offsets."""
    return f"probe.{topic}"


@pytest.fixture
async def groups(settings: Settings, service: str, topic: str) -> AsyncIterator[Groups]:
    await refused(settings.kafka, needed_by(service, [topic]))  # waits until the broker knows who leads groups
    async with Groups(settings.kafka, service, [topic]) as looking:
        yield looking


async def consume(settings: Settings, group: str, topic: str, partition: int) -> None:
    consumer = AIOKafkaConsumer(**settings.kafka.options(), group_id=group, enable_auto_commit=False)
    await consumer.start()
    consumer.assign([TopicPartition(topic, partition)])
    await consumer.commit({TopicPartition(topic, partition): CONSUMED})
    await consumer.stop()


async def test_nothing_was_consumed_and_nothing_is_carried_over(groups: Groups) -> None:
    assert await groups.carry_over() == 0
    assert (await groups.lag()).records == PARTITIONS * RECORDS


async def test_what_the_group_before_consumed_is_not_consumed_again(
    groups: Groups, settings: Settings, service: str, topic: str
) -> None:
    await consume(settings, f"{service}.{topic}", topic, 0)
    await consume(settings, f"{service}.{topic}", topic, 2)
    assert await groups.carry_over() == 2
    assert (await groups.lag()).records == PARTITIONS * RECORDS - 2 * CONSUMED
    assert await groups.carry_over() == 0


async def test_a_group_that_has_begun_is_not_turned_back(
    groups: Groups, settings: Settings, service: str, topic: str
) -> None:
    await consume(settings, f"{service}.{topic}", topic, 0)
    await groups.carry_over()
    consumer = AIOKafkaConsumer(**settings.kafka.options(), group_id=group_of(service), enable_auto_commit=False)
    await consumer.start()
    consumer.assign([TopicPartition(topic, 0)])
    await consumer.commit({TopicPartition(topic, 0): RECORDS})
    await consumer.stop()
    assert await groups.carry_over() == 0
    assert (await groups.lag()).records == (PARTITIONS - 1) * RECORDS


async def test_a_worker_that_begins_beside_another_disturbs_nobody(
    groups: Groups, settings: Settings, service: str, topic: str
) -> None:
    async with AIOKafkaConsumer(
        topic, **settings.kafka.options(), group_id=group_of(service), enable_auto_commit=False
    ) as other:
        await consume(settings, f"{service}.{topic}", topic, 0)
        assert other.assignment()
        assert await groups.carry_over() == 1
        assert await other.committed(TopicPartition(topic, 0)) is None


def test_how_long_a_record_waits_is_seen_by_looking_again() -> None:
    waiting = Waiting()
    assert waiting.look(0, end=5, committed=5) == 0
    assert waiting.look(15, end=8, committed=5) == 0
    assert waiting.look(30, end=9, committed=5) == 15
    assert waiting.look(45, end=9, committed=8) == 15, "the ninth was seen at 30 first"
    assert waiting.look(60, end=9, committed=9) == 0
    assert waiting.look(75, end=10, committed=9) == 0


def test_who_is_behind_for_days_is_remembered_by_few_looks() -> None:
    waiting = Waiting()
    for look in range(10_000):
        waits = waiting.look(look, end=look + 1, committed=0)
    assert waits == 9_999
    assert len(waiting._looks) < 300
    assert 700 < waiting.look(10_000, end=10_001, committed=9_000) <= 1_000
