"""Garbage, null headers, unknown types, old versions and records of long ago, put on every topic of a whole stack."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from kezek.contracts.topics import TOPICS, Topic
from kezek_local.prepare import partitions_of
from kezek_local.services import environment
from kezek_local.stack import Stack
from tests.e2e.actors.parent import Parent
from tests.e2e.story import play
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock")]
LONG_AGO = "2026-01-05T06:00:00+00:00"
NOISE = (b"\x00\xff noise", b"{", b"[]", b'{"event_id": 7}')


@pytest_asyncio.fixture
async def producer(stack: Stack) -> AsyncIterator[AIOKafkaProducer]:
    producer = AIOKafkaProducer(**stack.kafka().options())
    await producer.start()
    yield producer
    await producer.stop()


async def test_bad_and_old_records_on_every_topic_change_nothing_and_stop_nothing(
    world: World, stack: Stack, producer: AIOKafkaProducer, tmp_path: Any
) -> None:
    referred, called = await _a_referral_and_a_turn(world)
    before = [await _seen(parent) for parent in (referred, called)]
    parked = await _parked(stack)

    for topic in TOPICS:
        await _put_garbage(producer, topic)
        for record in await _records(stack, topic):
            await _put_again(producer, topic, record)

    await world.settles()
    assert await _parked(stack) == _with_bad_records(parked)
    for parent, seen in zip((referred, called), before, strict=True):
        now = await _seen(parent)
        for part, was in seen.items():
            assert now[part] == was
    assert len(await world.sandbox.sms(called.phone)) == 1
    await play(world, tmp_path)
    assert "failed again" in _replay(stack, "referrals")
    assert [await _seen(parent) for parent in (referred, called)] == before


def _with_bad_records(parked: Counter[str]) -> Counter[str]:
    """What was parked before, and now for each topic a service consumes each noise and one bad payload."""
    return parked + Counter(name for topic in TOPICS for name in topic.consumed_by for _ in range(len(NOISE) + 1))


async def _a_referral_and_a_turn(world: World) -> tuple[Parent, Parent]:
    referred, called = await world.queue(2)
    garden = await world.worker()
    await garden.publishes(world.group_year, places=2)
    await referred.becomes("notified")
    await called.becomes("notified")
    await referred.chooses_first_place()
    await referred.referral_pdf()
    await world.settles()
    return referred, called


async def _seen(parent: Parent) -> dict[str, Any]:
    """Everything this family can see."""
    page = await parent.journal()
    return {
        "state": await parent.state(),
        "information": page["information"],
        "history": [f"{line['at']} {line['code']} {line['text']}" for line in page["history"]],
        "documents": page["documents"],
        "messages": await _messages(parent),
        "papers": await parent.get(f"/documents/applications/{parent.application_id}/documents"),
    }


async def _messages(parent: Parent) -> tuple[int, int]:
    """How many SMS and e-mails the family has received."""
    return len(await parent.sandbox.sms(parent.phone)), len(await parent.sandbox.mail(parent.email))


async def _parked(stack: Stack) -> Counter[str]:
    """How many records each service has parked."""
    counted: Counter[str] = Counter()
    async with httpx.AsyncClient(trust_env=False) as client:
        for name in {name for topic in TOPICS for name in topic.consumed_by}:
            status = (await client.get(f"{stack.worker_url(name)}/status")).json()
            counted[name] = status["parked"]
    return counted


async def _put_garbage(producer: AIOKafkaProducer, topic: Topic) -> None:
    key = str(uuid4()).encode()
    for value in NOISE:
        await producer.send(topic.name, value, key=key)
    await producer.send(topic.name, None, key=key)
    await producer.send(topic.name, _envelope("nobody.knows-this.v9"), key=key, headers=[("traceparent", None)])
    await producer.send(topic.name, _envelope(topic.events[0].TYPE), key=key, headers=[("x", b"\xff\xfe")])
    await producer.flush()


def _envelope(kind: str) -> bytes:
    envelope = {
        "event_id": str(uuid4()),
        "type": kind,
        "occurred_at": LONG_AGO,
        "key": "x",
        "version": 1,
        "payload": {},
    }
    return json.dumps(envelope).encode()


async def _records(stack: Stack, topic: Topic) -> list[Any]:
    """Some records that went over a topic, of several partitions."""
    consumer = AIOKafkaConsumer(**stack.kafka().options(), auto_offset_reset="earliest")
    await consumer.start()
    try:
        consumer.assign([TopicPartition(topic.name, number) for number in range(partitions_of(topic))])
        found = await consumer.getmany(timeout_ms=2000, max_records=300)
        return [record for records in found.values() for record in records if _is_event(record, topic)]
    finally:
        await consumer.stop()


def _is_event(record: Any, topic: Topic) -> bool:
    kinds = [event.TYPE.encode() for event in topic.events]
    return record.value is not None and record.value not in NOISE and any(kind in record.value for kind in kinds)


async def _put_again(producer: AIOKafkaProducer, topic: Topic, record: Any) -> None:
    """The same record, then under a new event id: as it was, of long ago, and of an older version."""
    envelope = json.loads(record.value)
    if not envelope["payload"]:
        return
    await producer.send(topic.name, record.value, key=record.key)
    for change in ({}, {"occurred_at": LONG_AGO}, {"version": max(1, envelope["version"] - 1)}):
        value = json.dumps({**envelope, "event_id": str(uuid4()), **change}).encode()
        await producer.send(topic.name, value, key=record.key)
    await producer.flush()


def _replay(stack: Stack, service: str) -> str:
    command = [sys.executable, "-m", "kezek.platform.messaging.parked", "--service", service, "replay"]
    env = environment(stack.at, service, clock=True)
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=False).stdout
