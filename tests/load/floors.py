"""The floors everything is measured against: bare Kafka and bare PostgreSQL, in the same run on the same servers."""

import time
import uuid

import asyncpg
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from kezek.platform.messaging.connection import Kafka


async def kafka_latencies(kafka: Kafka, runs: int) -> list[float]:
    """Seconds from handing a record to a producer (acks=all) until a consumer has it."""
    topic = f"bench.{uuid.uuid4()}"
    admin = AIOKafkaAdminClient(**kafka.options())
    await admin.start()
    await admin.create_topics([NewTopic(topic, 1, 1)])
    producer = AIOKafkaProducer(**kafka.options(), acks="all", enable_idempotence=True, linger_ms=0)
    consumer = AIOKafkaConsumer(topic, **kafka.options(), auto_offset_reset="earliest")
    await producer.start()
    await consumer.start()
    try:
        taken = []
        for _ in range(runs):
            began = time.perf_counter()
            await producer.send_and_wait(topic, b"bench")
            await consumer.getone()
            taken.append(time.perf_counter() - began)
        return taken
    finally:
        await consumer.stop()
        await producer.stop()
        await admin.delete_topics([topic])
        await admin.close()


async def commit_latencies(url: str, runs: int) -> list[float]:
    """Seconds for one committed insert."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        await connection.execute("create table if not exists public.bench_commit (id int)")
        taken = []
        for number in range(runs):
            began = time.perf_counter()
            await connection.execute("insert into public.bench_commit values ($1)", number)
            taken.append(time.perf_counter() - began)
        return taken
    finally:
        await connection.execute("drop table public.bench_commit")
        await connection.close()
