"""The one FastStream subscriber of a service, over all topics of its handlers (architecture §services).

One consumer costs a broker less at rest than one a topic, and records wake it at once. What it has applied it commits
for the partitions it touched, and what it could not apply it reads again.
"""

import dataclasses
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from aiokafka import TopicPartition
from aiokafka.errors import IllegalStateError, KafkaError
from faststream import AckPolicy
from faststream.kafka import KafkaBroker
from faststream.security import BaseSecurity, SASLScram512

from kezek.contracts.topics import group_of
from kezek.platform.db import Database
from kezek.platform.messaging.connection import Kafka
from kezek.platform.messaging.consumers import Consumers, apply_records
from kezek.platform.telemetry import logger

LOG = logger(__name__)
MAX_RECORDS = 200
WAIT_MS = 60_000


def build_broker(kafka: Kafka, consumers: Consumers, database: Database) -> KafkaBroker:
    """A broker that consumes the topics of the handlers; it is not started.

    Raises:
        RuntimeError: naming what the service forgets of the topics it consumes.
    """
    if forgotten := consumers.forgotten():
        raise RuntimeError(f"{consumers.service} neither handles nor ignores {', '.join(forgotten)}")
    broker = KafkaBroker(
        kafka.bootstrap, security=_security(kafka), apply_types=False, allow_auto_create_topics=False, logger=None
    )
    if consumers.topics:
        _subscribe(broker, consumers, database)
    assert_nothing_is_lost(broker)
    return broker


def _subscribe(broker: KafkaBroker, consumers: Consumers, database: Database) -> None:
    subscriber: Any = broker.subscriber(
        *consumers.topics,
        group_id=group_of(consumers.service),
        batch=True,
        max_records=MAX_RECORDS,
        ack_policy=AckPolicy.MANUAL,
        auto_offset_reset="earliest",
        session_timeout_ms=10_000,
        heartbeat_interval_ms=2_000,
        parser=_parse,
        decoder=_raw_records,
    )
    subscriber.get_msg = _until_records_come  # FastStream's own sleeps once more after each wait in vain

    async def consume(records: list[Any]) -> None:
        consumer = subscriber.consumer
        try:
            await apply_records(database, consumers, records)
        except BaseException:
            _read_again(consumer, records)
            raise
        await _commit(consumer, records)

    subscriber(consume)


async def _until_records_come(consumer: Any) -> tuple[Any, ...]:
    found = await consumer.getmany(timeout_ms=WAIT_MS, max_records=MAX_RECORDS)
    return tuple(chain.from_iterable(found.values()))


def _read_again(consumer: Any, records: Iterable[Any]) -> None:
    for where, offset in _by_partition(records, min).items():
        if where in consumer.assignment():
            consumer.seek(where, offset)


async def _commit(consumer: Any, records: Iterable[Any]) -> None:
    """Let the group go on behind these records; if that fails whoever reads them again finds them applied."""
    done = _by_partition(records, max).items()
    mine = {where: offset + 1 for where, offset in done if where in consumer.assignment()}
    if not mine:
        return
    try:
        await consumer.commit(mine)
    except (KafkaError, IllegalStateError) as error:
        LOG.info("offsets not committed", cause=type(error).__name__)


def _by_partition(records: Iterable[Any], choose: Callable[[int, int], int]) -> dict[TopicPartition, int]:
    found: dict[TopicPartition, int] = {}
    for record in records:
        where = TopicPartition(record.topic, record.partition)
        found[where] = choose(found.get(where, record.offset), record.offset)
    return found


def _security(kafka: Kafka) -> BaseSecurity:
    if not kafka.user:
        return BaseSecurity(ssl_context=kafka.tls())
    return SASLScram512(username=kafka.user, password=kafka.password, ssl_context=kafka.tls())


def assert_nothing_is_lost(broker: KafkaBroker) -> None:
    """Fail at start-up if a subscriber would acknowledge what it has not applied.

    Raises:
        RuntimeError: naming the topics.
    """
    wrong = [
        str(subscriber)
        for subscriber in broker.subscribers
        if subscriber.ack_policy is not AckPolicy.MANUAL
        or getattr(subscriber, "_connection_args", {}).get("enable_auto_commit", False)
    ]
    if wrong:
        raise RuntimeError(f"subscribers that may lose records: {wrong}")


async def _parse(message: Any, original: Any) -> Any:
    # a null or non-UTF-8 header makes FastStream's parser raise, and the record would be lost silently
    return await original(tuple(dataclasses.replace(record, headers=_clean(record.headers)) for record in message))


def _clean(headers: Any) -> tuple[tuple[str, bytes], ...]:
    return tuple((name, (value or b"").decode("utf-8", "replace").encode()) for name, value in headers)


async def _raw_records(message: Any) -> list[Any]:
    return list(message.raw_message)
