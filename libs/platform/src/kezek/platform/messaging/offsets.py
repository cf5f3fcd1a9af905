"""What a service's group has consumed: carried over from the groups of earlier releases, and how far it is behind.

Earlier releases had a group for each topic. A group that is new begins at the start of every topic, so a service's
first worker lets it begin where those stopped; a worker of that release may still run, and what both get is applied
once (inbox).
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import CommitFailedError, KafkaError, UnknownTopicOrPartitionError

from kezek.contracts.topics import group_of
from kezek.platform.messaging.connection import Kafka
from kezek.platform.messaging.lag import Lag, Waiting
from kezek.platform.telemetry import logger

LOG = logger(__name__)
_REQUEST_MS = 5000
Offsets = dict[TopicPartition, int]


class Groups:
    """Looks at a service's groups with clients that are kept until it is closed."""

    def __init__(self, kafka: Kafka, service: str, topics: Sequence[str]) -> None:
        self._kafka, self._service, self._topics = kafka, service, list(topics)
        self._admin: Any = None
        self._consumer: Any = None
        self._one_at_a_time = asyncio.Lock()
        self._waiting: defaultdict[TopicPartition, Waiting] = defaultdict(Waiting)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, value: object, trace: TracebackType | None) -> None:
        await self.close()

    async def lag(self) -> Lag:
        """Records of the topics that the group has not committed; what it never committed counts from 0.

        Raises:
            UnknownTopicOrPartitionError: when a topic has no partitions, which is a fault and not a lag of zero.
        """
        if not self._topics:
            return Lag(0)
        async with self._one_at_a_time:
            try:
                await self._open()
                ends: Offsets = await self._consumer.end_offsets(await self._partitions())
                committed = await self._committed(group_of(self._service))
            except KafkaError:
                await self.close()
                raise
        now = time.monotonic()
        behind = {where: (end, committed.get(where, 0)) for where, end in ends.items()}
        waits = [self._waiting[where].look(now, end, done) for where, (end, done) in behind.items()]
        return Lag(sum(end - done for end, done in behind.values()), max(waits, default=0.0))

    async def carry_over(self) -> int:
        """Let the group begin where the groups of an earlier release stopped; how many partitions that were."""
        group = group_of(self._service)
        await self._open()
        known = await self._committed(group)
        before: Offsets = {}
        for topic in self._topics:
            before |= await self._committed(f"{self._service}.{topic}")
        missing = {where: offset for where, offset in before.items() if where not in known}
        if missing:
            LOG.warning("a new group begins where an earlier release stopped", group=group, partitions=len(missing))
            with suppress(CommitFailedError):  # another worker has carried them over and works already
                await self._commit(group, missing)
        return len(missing)

    async def _commit(self, group: str, offsets: Offsets) -> None:
        consumer = AIOKafkaConsumer(
            **self._kafka.options(), group_id=group, enable_auto_commit=False, request_timeout_ms=_REQUEST_MS
        )
        await consumer.start()
        try:
            consumer.assign(list(offsets))
            await consumer.commit(offsets)
        finally:
            await consumer.stop()

    async def _committed(self, group: str) -> Offsets:
        found = await self._admin.list_consumer_group_offsets(group)
        return {where: each.offset for where, each in found.items() if each.offset >= 0}

    async def _partitions(self) -> list[TopicPartition]:
        found = []
        for topic in await self._admin.describe_topics(self._topics):
            if not topic["partitions"]:
                raise UnknownTopicOrPartitionError(topic["topic"])
            found += [TopicPartition(topic["topic"], each["partition"]) for each in topic["partitions"]]
        return found

    async def _open(self) -> None:
        if self._admin is None:
            self._admin = AIOKafkaAdminClient(**self._kafka.options(), request_timeout_ms=_REQUEST_MS)
            self._consumer = AIOKafkaConsumer(**self._kafka.options(), request_timeout_ms=_REQUEST_MS)
            await self._admin.start()
            await self._consumer.start()

    async def close(self) -> None:
        """Close what was opened."""
        admin, consumer, self._admin, self._consumer = self._admin, self._consumer, None, None
        if admin is not None:
            await consumer.stop()
            await admin.close()
