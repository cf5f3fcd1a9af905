"""How far a service's consumer groups are behind the ends of their topics (architecture §events)."""

from collections.abc import Sequence

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import UnknownTopicOrPartitionError

from kezek.platform.messaging.connection import Kafka


async def group_lag(kafka: Kafka, service: str, topics: Sequence[str]) -> int:
    """Records of these topics that the service's groups have not committed; a group without commits counts from 0.

    Raises:
        UnknownTopicOrPartitionError: when a topic has no partitions, which is a fault and not a lag of zero.
    """
    if not topics:
        return 0
    admin = AIOKafkaAdminClient(**kafka.options(), request_timeout_ms=5000)
    consumer = AIOKafkaConsumer(**kafka.options(), request_timeout_ms=5000)
    await admin.start()
    try:
        await consumer.start()
        described = await admin.describe_topics(list(topics))
        behind = 0
        for topic in described:
            partitions = [TopicPartition(topic["topic"], each["partition"]) for each in topic["partitions"]]
            if not partitions:
                raise UnknownTopicOrPartitionError(topic["topic"])
            ends = await consumer.end_offsets(partitions)
            committed = await admin.list_consumer_group_offsets(f"{service}.{topic['topic']}")
            behind += sum(end - max(_offset(committed.get(where)), 0) for where, end in ends.items())
        return behind
    finally:
        await consumer.stop()
        await admin.close()


def _offset(committed: object) -> int:
    return int(getattr(committed, "offset", 0))
