"""`python -m tests.chaos.order`: two workers of the queue under load, one killed again and again; the ledger verifies.

On a stack of its own, of servers and the queue. Records come from us: applications (twins among them) and what they
change to, offers, answers to whatever was called, and what referrals says of children; some twice, some late.
`ORDER_RECORDS` and `ORDER_KILLS` say how many.
"""

import asyncio
import os
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

import asyncpg
import httpx
from aiokafka import AIOKafkaProducer

from kezek.contracts.applications import ApplicationChanged, ApplicationQueued
from kezek.contracts.events import Envelope, Event
from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason, Rule
from kezek.contracts.queue import OfferedPlace
from kezek.contracts.referrals import CallAnswered, CandidateChanged, PlaceOffer, PlacesOffered
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ApplicationStatus, GroupKind, InstructionLanguage, QueueClass
from kezek.platform.clock import SystemClock
from kezek.platform.db import Database
from kezek.platform.settings import Environment, Settings
from kezek.platform.testing import eventually
from kezek.queue.usecases.verify_ledger import Verified, verify_ledger
from kezek_local.stack import Stack
from kezek_local.testing import temporary_stack
from tests.load.figures import say

WORKERS = ("queue-worker", "queue-worker-2")
QUEUES = tuple(QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=year) for year in (2022, 2023))
_START = datetime(2026, 1, 1, tzinfo=UTC)
_NAMES = UUID(int=2)
_SETTLED_S = 900.0
_QUIET_ROUNDS = 3
_UP_AGAIN_S = 20.0


@dataclass
class Load:
    """What is told to the queue, as chance has it; each kind as often as life has it."""

    producer: AIOKafkaProducer
    database: asyncpg.Connection
    chance: random.Random
    applications: list[ApplicationQueued] = field(default_factory=list)
    versions: Counter[UUID] = field(default_factory=Counter)
    sent: int = 0

    async def step(self) -> None:
        """One record, or an offer's answer."""
        kinds = ["enter"] * 6 + ["offer"] * 3 + ["answer"] * 3 + ["candidate"] * 2 + ["change"]
        await getattr(self, f"_{self.chance.choice(kinds)}")()

    async def _enter(self) -> None:
        number = len(self.applications) + 1
        twins = number // 10 if number % 10 in {3, 4} else None
        application = ApplicationQueued(
            application_id=new_id(),
            number=f"10.UO.2026.{number:05}.1",
            child_id=new_id(),
            applicant_id=new_id(),
            queue=QUEUES[number // 10 % 2],
            queue_class=self.chance.choice([*QueueClass, QueueClass.GENERAL, QueueClass.GENERAL]),
            birth_date=date(2023, 5, 5),
            languages=(self.chance.choice([InstructionLanguage.KAZAKH, InstructionLanguage.RUSSIAN]),),
            submitted_at=_START + timedelta(minutes=self.chance.randrange(10_000)),
            twins=None if twins is None else uuid5(_NAMES, str(twins)),
            separate_places=self.chance.random() < 0.5,
        )
        self.applications.append(application)
        await self._send(application, 1)

    async def _change(self) -> None:
        if not self.applications:
            return
        known = self.chance.choice(self.applications)
        facts = {name: getattr(known, name) for name in type(known).model_fields}
        facts |= {"queue_class": self.chance.choice([*QueueClass]), "queue": self.chance.choice(QUEUES)}
        self.versions[known.application_id] += 1
        why = {"reason": Reason.APPLICATION_CHANGED, "rule": Rule.APPLICATION}
        await self._send(ApplicationChanged(**facts, **why), 1 + self.versions[known.application_id])

    async def _offer(self) -> None:
        language = self.chance.choice([InstructionLanguage.KAZAKH, InstructionLanguage.RUSSIAN])
        offers = tuple(
            PlaceOffer(place=OfferedPlace(place_id=new_id(), offer=1), kindergarten_id=new_id(), language=language)
            for _ in range(self.chance.randrange(1, 4))
        )
        await self._send(PlacesOffered(queue=self.chance.choice(QUEUES), offers=offers), 1)

    async def _answer(self) -> None:
        rows = await self.database.fetch("select id, queue_id from queue.call where state = 'open' limit 5")
        for row in rows:
            started = self.chance.random() < 0.5
            reason = Reason.TURN_STARTED if started else Reason.OFFER_VOID
            queue = QueueRef.parse(row["queue_id"])
            await self._send(CallAnswered(queue=queue, call_id=row["id"], started=started, reason=reason), 1)

    async def _candidate(self) -> None:
        if not self.applications:
            return
        known, waits = self.chance.choice(self.applications), self.chance.random() < 0.5
        self.versions[known.child_id] += 1
        changed = CandidateChanged(
            queue=known.queue,
            application_id=known.application_id,
            status=ApplicationStatus.QUEUED if waits else ApplicationStatus.NOTIFIED,
            waiting=waits,
            reason=Reason.NO_CHOICE_IN_TIME,
        )
        await self._send(changed, self.versions[known.child_id])

    async def _send(self, event: Event, version: int) -> None:
        """Some are told twice, as Kafka may."""
        envelope = Envelope(
            event_id=new_id(),
            type=event.TYPE,
            occurred_at=datetime.now(UTC),
            key=event.key(),
            version=version,
            payload=event.model_dump(mode="json"),
        )
        value = envelope.model_dump_json().encode()
        for _ in range(self.chance.choice([1, 1, 1, 2])):
            await self.producer.send(event.TOPIC, value, key=event.key().encode())
            self.sent += 1


@dataclass(frozen=True)
class Outcome:
    """How much was told and killed, and what verifying found."""

    records: int
    kills: int
    parked: int
    verified: Sequence[Verified]

    @property
    def differences(self) -> list[str]:
        """All of them."""
        return [each for queue in self.verified for each in queue.differences]


async def play(stack: Stack, records: int, kills: int, seed: int = 1) -> Outcome:
    """Tell so much, kill so often in the middle of it, wait until all is applied, and verify."""
    database = await asyncpg.connect(stack.database_url("queue").replace("+asyncpg", ""))
    producer = AIOKafkaProducer(**stack.kafka().options())
    await producer.start()
    try:
        load = Load(producer, database, random.Random(seed))
        killed = 0
        for number in range(records):
            await load.step()
            if (number + 1) % max(1, records // kills) == 0 and killed < kills:
                await producer.flush()
                await _kill(stack, WORKERS[killed % len(WORKERS)])
                killed += 1
        await producer.flush()
        await _settled(stack)
        parked = await database.fetchval("select count(*) from queue.parked")
        return Outcome(load.sent, killed, parked, await _verified(stack))
    finally:
        await producer.stop()
        await database.close()


async def _kill(stack: Stack, worker: str) -> None:
    """Once it is up again since the last time."""

    async def up() -> bool:
        return stack.pid(worker) is not None

    await eventually(up, f"{worker} up again", _UP_AGAIN_S)
    stack.kill(worker)


async def _settled(stack: Stack) -> None:
    """Until all that was told is consumed, and nothing is left to send or to do."""
    quiet = 0
    async with asyncio.timeout(_SETTLED_S), httpx.AsyncClient(timeout=5) as client:
        while quiet < _QUIET_ROUNDS:
            await asyncio.sleep(0.5)
            quiet = quiet + 1 if await _at_rest(client, stack) else 0


async def _at_rest(client: httpx.AsyncClient, stack: Stack) -> bool:
    try:
        answer = await client.get(f"{stack.worker_url('queue')}/status")
    except httpx.HTTPError:  # it was killed, and is not up again
        return False
    status = answer.json()
    return answer.is_success and not any(status[each] for each in ("outbox", "lag", "jobs"))


async def _verified(stack: Stack) -> list[Verified]:
    settings = Settings(
        environment=Environment.SANDBOX, database_url=stack.database_url("queue"), kafka_bootstrap="-:1"
    )
    database = Database(settings, "queue", SystemClock())
    try:
        async with database.snapshot() as tx:
            return [each async for each in verify_ledger(tx)]
    finally:
        await database.close()


async def main() -> int:
    """Play at full size and say what came of it."""
    records, kills = int(os.environ.get("ORDER_RECORDS", "20000")), int(os.environ.get("ORDER_KILLS", "40"))
    with temporary_stack(services=("queue",), replicas={"queue-worker": 2}, clock=False) as stack:
        outcome = await play(stack, records, kills)
    for each in outcome.verified:
        say(f"{each.queue}: {each.lines} lines, {each.children} children, {each.standing} in the order")
    say(f"{outcome.records} records, {outcome.kills} kills, {outcome.parked} parked: {outcome.differences or 'OK'}")
    return 1 if outcome.differences or outcome.parked else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
