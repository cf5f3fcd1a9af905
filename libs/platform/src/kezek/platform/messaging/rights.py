"""What a service may do in Kafka, as the table of topics says it, and whether Kafka lets it (docs/adr/0014)."""

import asyncio
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupAuthorizationFailedError, GroupCoordinatorNotAvailableError
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import Array, Boolean, Int16, Int32, Schema, String

from kezek.contracts.topics import TOPICS, group_of, topics_consumed_by
from kezek.platform.messaging.connection import Kafka
from kezek.platform.telemetry import logger

LOG = logger(__name__)
_ALLOWED, _UNKNOWN_TOPIC = 0, 3
_AGAIN_S = 0.1
COORDINATOR_WITHIN_S = 60.0


class Resource(IntEnum):
    """What a right is about, by Kafka's numbers."""

    TOPIC = 2
    GROUP = 3


class Operation(IntEnum):
    """What is allowed, by Kafka's numbers; both allow to describe, and WRITE to write idempotently."""

    READ = 3
    WRITE = 4


@dataclass(frozen=True, order=True)
class Right:
    """One thing a user may do with one topic or group, or with all whose names begin so."""

    operation: Operation
    resource: Resource
    name: str
    prefix: bool = False

    def __str__(self) -> str:
        return f"{self.operation.name} {self.resource.name.lower()} {self.name}{'*' if self.prefix else ''}"


def rights_of(service: str) -> list[Right]:
    """All that Kafka allows a service: to write its topics, to read what it consumes, in groups named after it."""
    return [
        *_written_by(service),
        *(Right(Operation.READ, Resource.TOPIC, topic.name) for topic in topics_consumed_by(service)),
        Right(Operation.READ, Resource.GROUP, f"{service}.", prefix=True),
    ]


def needed_by(service: str, topics: Iterable[str]) -> list[Right]:
    """What a service's worker needs that consumes these topics, in the group of its name."""
    consumed = list(topics)
    return [
        *_written_by(service),
        *(Right(Operation.READ, Resource.TOPIC, topic) for topic in consumed),
        *([Right(Operation.READ, Resource.GROUP, group_of(service))] if consumed else []),
    ]


def _written_by(service: str) -> list[Right]:
    return [Right(Operation.WRITE, Resource.TOPIC, topic.name) for topic in TOPICS if topic.publisher == service]


async def refused(kafka: Kafka, rights: Sequence[Right]) -> list[Right]:
    """Those of these rights that Kafka does not give us, asked of Kafka itself.

    A subscriber without the right to read starts, answers pings and gets nothing: it must be seen before.
    """
    topics = sorted({right.name for right in rights if right.resource is Resource.TOPIC})
    groups = sorted({right.name for right in rights if right.resource is Resource.GROUP})
    admin = AIOKafkaAdminClient(**kafka.options(), request_timeout_ms=5000)
    await admin.start()
    try:
        allowed = await _topics(admin, topics) | await _groups(admin, groups)
    finally:
        await admin.close()
    return [right for right in rights if not allowed[right.resource, right.name] >> right.operation & 1]


_Allowed = dict[tuple[Resource, str], int]
_EVERYTHING = -1


async def _topics(admin: AIOKafkaAdminClient, names: Sequence[str]) -> _Allowed:
    if not names:
        return {}
    answer = await admin._send_request(_AskTopics(list(names)))  # noqa: SLF001 - aiokafka has no public method
    return {(Resource.TOPIC, each["topic"]): _judge_topic(each) for each in answer.to_object()["topics"]}


def _judge_topic(each: dict[str, Any]) -> int:
    """A topic that is not there is refused by nobody: the deployment makes it, perhaps a moment later."""
    if each["error_code"] == _UNKNOWN_TOPIC:
        return _EVERYTHING
    return int(each["operations"]) if each["error_code"] == _ALLOWED else 0


async def _groups(admin: AIOKafkaAdminClient, names: Sequence[str]) -> _Allowed:
    return {(Resource.GROUP, name): await _group(admin, name) for name in names}


async def _group(admin: AIOKafkaAdminClient, name: str) -> int:
    """Who may read in a group may ask for its coordinator; a broker that has just begun is asked again.

    Raises:
        GroupCoordinatorNotAvailableError: the broker has had time enough; whoever asks begins anew.
    """
    until = time.monotonic() + COORDINATOR_WITHIN_S
    while True:
        try:
            await admin.find_coordinator(name)
        except GroupAuthorizationFailedError:
            return 0
        except GroupCoordinatorNotAvailableError as error:
            if time.monotonic() >= until:
                LOG.critical("Kafka has no coordinator for groups", group=name, cause=type(error).__name__)
                raise
            await asyncio.sleep(_AGAIN_S)
        else:
            return _EVERYTHING


class _TopicsAnswer(Response):  # type: ignore[misc]  # aiokafka is untyped
    API_KEY = 3
    API_VERSION = 8
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        ("brokers", Array(("node_id", Int32), ("host", String("utf-8")), ("port", Int32), ("rack", String("utf-8")))),
        ("cluster_id", String("utf-8")),
        ("controller_id", Int32),
        (
            "topics",
            Array(
                ("error_code", Int16),
                ("topic", String("utf-8")),
                ("is_internal", Boolean),
                (
                    "partitions",
                    Array(
                        ("error_code", Int16),
                        ("partition", Int32),
                        ("leader", Int32),
                        ("leader_epoch", Int32),
                        ("replicas", Array(Int32)),
                        ("isr", Array(Int32)),
                        ("offline", Array(Int32)),
                    ),
                ),
                ("operations", Int32),
            ),
        ),
        ("cluster_operations", Int32),
    )


class _TopicsQuestion(RequestStruct):  # type: ignore[misc]  # aiokafka is untyped
    """Metadata, the first version that tells what the asker may do with each topic."""

    API_KEY = 3
    API_VERSION = 8
    RESPONSE_TYPE = _TopicsAnswer
    SCHEMA = Schema(
        ("topics", Array(String("utf-8"))),
        ("create", Boolean),
        ("with_cluster_operations", Boolean),
        ("with_operations", Boolean),
    )


class _AskTopics(Request[_TopicsQuestion]):  # type: ignore[misc]  # aiokafka is untyped
    API_KEY = 3

    def __init__(self, topics: list[str]) -> None:
        self._topics = topics

    def build(self, request_struct_class: type[_TopicsQuestion]) -> _TopicsQuestion:
        return request_struct_class(self._topics, False, False, True)  # noqa: FBT003 - fields of the protocol
