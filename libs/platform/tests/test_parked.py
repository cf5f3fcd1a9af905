import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import sqlalchemy as sa
from aiokafka import AIOKafkaProducer

from kezek.contracts.events import Envelope, Event
from kezek.contracts.ids import new_id
from kezek.platform.db import Database, Tx
from kezek.platform.messaging import consumers as consuming
from kezek.platform.messaging import parked as command
from kezek.platform.messaging import replays
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.records import Origin, Received
from kezek.platform.messaging.replays import APPLIED, GONE, Replays, replay
from kezek.platform.parked_rows import (
    NEXT,
    PAGE,
    ParkedState,
    ask_for_replay,
    lease_asked,
    list_parked,
    mark_failed,
    park,
)
from kezek.platform.settings import Settings

Steps = Callable[[], Awaitable[list[str]]]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consuming, "PAUSE_S", 0.001)
    monkeypatch.setattr(replays, "READ_WITHIN_MS", 1000)


@pytest.fixture
async def event(kafka_topic: Callable[..., Awaitable[str]], make_event: Callable[..., type[Event]]) -> type[Event]:
    return make_event(await kafka_topic())


async def put(settings: Settings, event: Event) -> Origin:
    """An event on its topic."""
    envelope = Envelope(
        event_id=new_id(),
        type=event.TYPE,
        occurred_at="2026-11-21T00:00:00Z",
        key=event.key(),
        version=1,
        payload=event.model_dump(mode="json"),
    )
    async with AIOKafkaProducer(**settings.kafka.options()) as producer:
        stands = await producer.send_and_wait(event.TOPIC, envelope.model_dump_json().encode())
    return Origin(stands.topic, stands.partition, stands.offset)


async def test_a_replayed_record_is_applied_once_and_marked(
    database: Database, settings: Settings, event: Any, writing: Any, steps: Steps
) -> None:
    await put(settings, event(subject="before"))
    await park(database, await put(settings, event(subject="one")), "ValueError")
    for expected in ([APPLIED], []):
        found = await list_parked(database)
        done = await replay(database, writing(event), settings.kafka, found)
        assert [outcome for _, outcome in done] == expected
    assert await steps() == ["one"]
    (mark,) = await list_parked(database, ended_too=True)
    assert mark.replayed_at is not None


async def test_what_was_applied_meanwhile_is_not_applied_again(
    database: Database, settings: Settings, event: Any, writing: Any, steps: Steps
) -> None:
    await park(database, await put(settings, event(subject="one")), "ValueError")
    for _ in range(2):
        found = await list_parked(database, ended_too=True)
        await replay(database, writing(event), settings.kafka, found)
    assert await steps() == ["one"]


async def test_what_fails_again_stays_parked(database: Database, settings: Settings, event: Any, writing: Any) -> None:
    await park(database, await put(settings, event(subject="bad")), "ValueError")
    found = await list_parked(database)
    ((_, outcome),) = await replay(database, writing(event), settings.kafka, found)
    assert outcome == "failed again: ValueError"
    ((before,), (still,)) = found, await list_parked(database)
    assert (still.origin, still.cause) == (before.origin, "ValueError")
    assert still.tried_at is not None


async def test_a_record_that_is_gone_is_said_to_be(
    database: Database, settings: Settings, event: Any, writing: Any
) -> None:
    await park(database, Origin(event.TOPIC, 0, 999), "ValueError")
    ((_, outcome),) = await replay(database, writing(event), settings.kafka, await list_parked(database))
    assert outcome == GONE
    assert await list_parked(database) == []
    (gone,) = await list_parked(database, ended_too=True)
    assert (gone.state, gone.replayed_at) == (ParkedState.GONE, None)


async def test_what_a_silent_kafka_does_not_bring_stays_parked(
    database: Database,
    settings: Settings,
    event: Any,
    writing: Any,
    steps: Steps,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await park(database, await put(settings, event(subject="one")), "ValueError")
    with monkeypatch.context() as silent:
        silent.setattr(replays.AIOKafkaConsumer, "getmany", nothing_came)
        ((_, outcome),) = await replay(database, writing(event), settings.kafka, await list_parked(database))
    assert outcome == "failed again: unread: UnreadError"
    await replay(database, writing(event), settings.kafka, await list_parked(database))
    assert await steps() == ["one"]


async def nothing_came(*_: Any, **__: Any) -> dict[Any, Any]:
    return {}


async def test_a_topic_can_be_named(database: Database) -> None:
    for topic in ("test.a", "test.b"):
        await park(database, Origin(topic, 0, 1), "ValueError")
    assert [each.origin.topic for each in await list_parked(database, topic="test.b")] == ["test.b"]


async def test_what_an_administrator_asks_for_the_worker_does_and_nothing_else(
    database: Database, settings: Settings, event: Any, writing: Any, steps: Steps
) -> None:
    for subject in ("asked", "bad", "not asked"):
        await park(database, await put(settings, event(subject=subject)), "ValueError")
    administrator, found = new_id(), await list_parked(database)
    async with database.write() as tx:
        assert [await ask_for_replay(tx, administrator, only=each.origin) for each in found[:2]] == [1, 1]
    asked = await list_parked(database)
    assert [each.state for each in asked] == ["asked", "asked", "parked"]
    worker = Replays(database, writing(event), settings.kafka)
    for _ in range(2):
        await worker.run_asked()
    assert await steps() == ["asked"]
    left = await list_parked(database)
    assert [each.origin for each in left] == [each.origin for each in found[1:]]
    assert [(each.state, each.tried_at is not None) for each in left] == [("failed", True), ("parked", False)]
    async with database.read() as tx:
        assert await tx.value(sa.text("select count(*) from parked where asked_by = :by"), {"by": administrator}) == 2


async def ask(database: Database) -> None:
    async with database.write() as tx:
        await ask_for_replay(tx, new_id())


async def test_a_record_is_held_by_no_transaction_while_it_is_applied(
    database: Database, settings: Settings, event: Any
) -> None:
    held: list[bool] = []
    consumers = Consumers("probe")

    @consumers.on(event)
    async def look(tx: Tx, _: Event, __: Received) -> None:
        held.append(await tx.row(sa.text("select true from parked for update skip locked")) is None)

    await park(database, await put(settings, event(subject="one")), "ValueError")
    await ask(database)
    await Replays(database, consumers, settings.kafka).run_asked()
    assert held == [False]


async def test_who_dies_with_a_record_leaves_it_to_be_applied_once_its_lease_has_run_out(
    database: Database, settings: Settings, event: Any, writing: Any, steps: Steps
) -> None:
    await park(database, await put(settings, event(subject="one")), "ValueError")
    await ask(database)
    async with database.write() as tx:
        assert await lease_asked(tx) is not None  # and no more is heard of whoever took it
    worker = Replays(database, writing(event), settings.kafka)
    await worker.run_asked()
    assert await steps() == []
    async with database.write() as tx:
        await tx.execute(sa.text("update parked set leased_until = now() - interval '1 second'"))
    await worker.run_asked()
    assert await steps() == ["one"]
    assert await list_parked(database) == []


async def test_what_is_asked_again_while_an_attempt_runs_is_asked_still_when_that_fails(database: Database) -> None:
    await park(database, Origin("test.a", 0, 1), "ValueError")
    await ask(database)
    async with database.write() as tx:
        taken = await lease_asked(tx)
    assert taken is not None
    await ask(database)
    async with database.write() as tx:
        await mark_failed(tx, taken, "KeyError")
    (still,) = await list_parked(database)
    assert (still.state, still.cause) == (ParkedState.ASKED, "KeyError")
    async with database.write() as tx:
        again = await lease_asked(tx)
        assert again is not None
        await mark_failed(tx, again, "KeyError")
    (failed,) = await list_parked(database)
    assert failed.state == ParkedState.FAILED


async def test_what_is_asked_while_the_command_tries_is_asked_still_when_that_fails(
    database: Database, settings: Settings, event: Any
) -> None:
    consumers = Consumers("probe")

    @consumers.on(event)
    async def fail(tx: Tx, _: Event, __: Received) -> None:
        await ask(database)
        raise ValueError

    await park(database, await put(settings, event(subject="one")), "ValueError")
    await replay(database, consumers, settings.kafka, await list_parked(database))
    (still,) = await list_parked(database)
    assert still.state == ParkedState.ASKED


@pytest.mark.parametrize(
    ("statement", "index"), [(NEXT, "ix_parked_asked"), (PAGE.limit(9).offset(0), "ix_parked_open")]
)
async def test_what_is_asked_of_parked_records_is_found_by_an_index(
    database: Database, statement: sa.Select[Any], index: str
) -> None:
    compiled = statement.params(topic=None).compile(
        dialect=database.engine.dialect, compile_kwargs={"literal_binds": True}
    )
    async with database.read() as tx:
        await tx.row(sa.text("select set_config('enable_seqscan', 'off', true)"))
        await tx.row(sa.text("select set_config('enable_bitmapscan', 'off', true)"))
        plan = "\n".join(row[0] for row in await tx.rows(sa.text(f"explain {compiled}")))
    assert index in plan
    assert "Sort" not in plan


def test_the_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["--help"])
    assert re.search("list.*replay", capsys.readouterr().out, re.DOTALL)
