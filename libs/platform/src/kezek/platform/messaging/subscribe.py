"""FastStream subscribers for a service's handlers: one batch subscriber a topic (architecture §services)."""

import dataclasses
from typing import Any

from faststream import AckPolicy
from faststream.kafka import KafkaBroker
from faststream.security import BaseSecurity, SASLScram512

from kezek.platform.db import Database
from kezek.platform.messaging.connection import Kafka
from kezek.platform.messaging.consumers import Consumers, apply_records

MAX_RECORDS = 200


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
    for topic in consumers.topics:
        subscriber = broker.subscriber(
            topic,
            group_id=f"{consumers.service}.{topic}",
            batch=True,
            max_records=MAX_RECORDS,
            batch_timeout_ms=10,
            ack_policy=AckPolicy.NACK_ON_ERROR,
            auto_offset_reset="earliest",
            session_timeout_ms=10_000,
            heartbeat_interval_ms=2_000,
            parser=_parse,
            decoder=_raw_records,
        )

        @subscriber
        async def consume(records: list[Any]) -> None:
            await apply_records(database, consumers, records)

    assert_nothing_is_lost(broker)
    return broker


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
        if subscriber.ack_policy is not AckPolicy.NACK_ON_ERROR
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
