"""What is erased goes, and nothing that comes late brings it back."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts import topics
from kezek.contracts.topics import Topic
from kezek.platform.db import Database, Tx
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.subscribe import build_broker
from kezek.platform.settings import Settings
from kezek.platform.testing import deliver, drained, running
from kezek.platform.testing.events import deliver_erased
from kezek.platform.worker import Worker

Steps = Callable[[], Awaitable[list[str]]]


@pytest.fixture
def forgetting(writing: Any) -> Callable[[Any], Consumers]:
    """Handlers that write steps, and let the steps of an erased key go."""

    def consumers(event: Any) -> Consumers:
        made: Consumers = writing(event)

        @made.on_erased(event)
        async def on_erased(tx: Tx, key: str) -> None:
            await tx.execute(sa.text("delete from step where name = :key"), {"key": key})

        return made

    return consumers


async def test_what_comes_late_of_an_erased_key_is_ignored(
    database: Database, happened: Any, forgetting: Any, steps: Steps
) -> None:
    consumers = forgetting(happened)
    await deliver(database, consumers, happened(subject="one"), happened(subject="two"))
    await deliver_erased(database, consumers, happened, "one")
    assert await steps() == ["two"]
    await deliver(database, consumers, happened(subject="one"), version=9)
    await deliver_erased(database, consumers, happened, "one")
    await deliver(database, consumers, happened(subject="one"), version=10)
    assert await steps() == ["two"]


async def test_a_topic_that_is_replayed_from_its_beginning_revives_nobody(
    database: Database, happened: Any, forgetting: Any, steps: Steps
) -> None:
    consumers = forgetting(happened)
    await deliver_erased(database, consumers, happened, "one")
    async with database.write() as tx:
        await tx.execute(sa.text("delete from inbox"))
    await deliver(database, consumers, happened(subject="one"), version=1)
    assert await steps() == []


async def test_a_tombstone_from_kafka_is_obeyed(
    database: Database, settings: Settings, kafka_topic: Any, make_event: Any, forgetting: Any, steps: Steps
) -> None:
    event = make_event(await kafka_topic())
    worker = Worker("probe", settings, forgetting(event))
    async with running(worker.application()):
        async with database.write() as tx:
            await tx.publish(event(subject="one"), version=1)
            await tx.publish(event(subject="two"), version=1)
            await tx.erase(event, "one")
            await tx.publish(event(subject="one"), version=2)
        await drained(worker)
        assert await steps() == ["two"]


def test_an_event_that_is_neither_handled_nor_ignored_stops_the_worker_from_starting(
    database: Database, settings: Settings, make_event: Any, writing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    handled, other = make_event("test.family"), make_event("test.family")
    family = Topic("test.family", "subject", ("probe",), (handled, other), personal=True)
    monkeypatch.setitem(topics.BY_NAME, family.name, family)
    consumers = writing(handled)
    assert consumers.forgotten() == [f"{other.TYPE} on test.family", "what is erased from test.family"]
    with pytest.raises(RuntimeError, match=r"neither handles nor ignores .*test\.family"):
        build_broker(settings.kafka, consumers, database)
    consumers.ignore(other, because="it changes nothing here")
    monkeypatch.setitem(topics.BY_NAME, family.name, replace(family, personal=False))
    assert build_broker(settings.kafka, consumers, database).subscribers
