"""A whole topic is sent again, as it was and under new event ids: what was said once must not count twice."""

import json
from uuid import uuid4

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from kezek.contracts.topics import TOPICS, Topic
from kezek_local.prepare import partitions_of
from kezek_local.stack import Stack

# what is replayed by its own key is state; personal topics are compacted and hold the same
NAMES = sorted(topic.name for topic in TOPICS if not topic.compacted)


async def send_again(stack: Stack, name: str) -> int:
    """All records that the topic holds now, in their order; how many they were."""
    topic = next(each for each in TOPICS if each.name == name)
    consumer = AIOKafkaConsumer(**stack.kafka().options(), auto_offset_reset="earliest")
    producer = AIOKafkaProducer(**stack.kafka().options())
    await consumer.start()
    await producer.start()
    try:
        return await _send(consumer, producer, topic)
    finally:
        await producer.stop()
        await consumer.stop()


async def _send(consumer: AIOKafkaConsumer, producer: AIOKafkaProducer, topic: Topic) -> int:
    partitions = [TopicPartition(topic.name, number) for number in range(partitions_of(topic))]
    ends = await consumer.end_offsets(partitions)
    consumer.assign(partitions)
    sent = 0
    for partition in partitions:
        while await consumer.position(partition) < ends[partition]:
            for record in (await consumer.getmany(partition, timeout_ms=1000)).get(partition, []):
                if record.value is not None and record.offset < ends[partition]:
                    await producer.send(topic.name, record.value, key=record.key)
                    renamed = {**json.loads(record.value), "event_id": str(uuid4())}
                    await producer.send(topic.name, json.dumps(renamed).encode(), key=record.key)
                    sent += 1
    await producer.flush()
    return sent
