"""The floors everything is measured against, in the same run on the same machine: each thing bare."""

import asyncio
import time
import uuid
from collections.abc import Awaitable
from dataclasses import dataclass

import asyncpg
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from kezek.eds import TrustList
from kezek.platform.messaging.connection import Kafka
from kezek_local.stack import Stack
from tests.load.bombs import cost, right
from tests.load.figures import Table, milliseconds, quantile
from tests.load.gate import dial
from tests.load.hello import greeter
from tests.load.spending import PLAYER, between, cpu_s, of_stack, spent

RUNS = 1000
FLOOR_PORT = 91
"""Counted from the stack's base; its own programs use fewer."""


@dataclass(frozen=True)
class Floor:
    """Seconds of single runs, and seconds of the processor that one takes of everybody who is needed for it."""

    seconds: list[float]
    cpu_s: float


@dataclass(frozen=True)
class Floors:
    """What is measured against."""

    hello: Floor
    commit: Floor
    kafka: Floor
    signature: Floor
    crowd_s: list[float]
    """Of as many hellos as there are in a rush, asked for at once."""

    @property
    def claim_cpu_s(self) -> float:
        """Of the processor, for one of each: what a claim cannot do without."""
        return self.hello.cpu_s + self.commit.cpu_s + self.kafka.cpu_s + self.signature.cpu_s

    def table(self) -> Table:
        """One row each."""
        table = Table("Floors of this run", ("floor", "runs", "p50 ms", "p99 ms", "CPU ms each"))
        rows = {
            "FastAPI behind uvicorn says hello": self.hello,
            "PostgreSQL: one insert, committed (asyncpg)": self.commit,
            "Kafka: produced (acks=all) and consumed (aiokafka)": self.kafka,
            "one signature with its chain examined (CPU)": self.signature,
        }
        for name, floor in rows.items():
            figures = (quantile(floor.seconds, 0.5), quantile(floor.seconds, 0.99), floor.cpu_s)
            table.add(name, str(len(floor.seconds)), *(f"{1000 * figure:.2f}" for figure in figures))
        crowd = [milliseconds(quantile(self.crowd_s, share)) for share in (0.5, 0.99)]
        table.add("so many hellos at once", str(len(self.crowd_s)), *crowd, "")
        table.add("one of each: the floor of a claim", "", "", "", f"{1000 * self.claim_cpu_s:.2f}")
        return table


async def floors(stack: Stack, runs: int, crowd: int) -> Floors:
    """All of them, one after the other."""
    hello, crowd_s = await hello_latencies(stack.ports.base + FLOOR_PORT, runs, crowd)
    commit = await _paid(stack, "postgres", commit_latencies(stack.superuser_url, runs))
    kafka = await _paid(stack, "kafka", kafka_latencies(stack.kafka(), runs))
    return Floors(hello, commit, kafka, signature_costs(runs), crowd_s)


async def _paid(stack: Stack, server: str, work: Awaitable[list[float]]) -> Floor:
    before = spent(stack)
    seconds = await work
    taken = between(before, spent(stack))
    return Floor(seconds, (of_stack(taken, [server]) + taken[PLAYER]) / len(seconds))


async def hello_latencies(port: int, runs: int, crowd: int) -> tuple[Floor, list[float]]:
    """Of single requests on one connection, with the server's processor; and of so many at once."""
    async with greeter(port) as (address, pid):
        wires = [await dial(address, "", "/") for _ in range(crowd)]
        await wires[0].ask()
        before = cpu_s(pid)
        seconds = [await wires[0].ask() for _ in range(runs)]
        floor = Floor(seconds, (cpu_s(pid) - before) / runs)
        at_once = await asyncio.gather(*(wire.ask() for wire in wires))
        for wire in wires:
            wire.close()
    return floor, at_once


def signature_costs(runs: int) -> Floor:
    """Of the processor, for one right RSA signature whose chain was not seen before."""
    trusted: list[bytes] = []
    cms = right(trusted, gost=False)
    trust = TrustList.from_pem(b"".join(trusted))
    spent_s = [cost(cms, trust) for _ in range(runs)]
    return Floor(spent_s, sum(spent_s) / runs)


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
