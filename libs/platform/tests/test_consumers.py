"""Handlers without Kafka: inbox, one transaction for a batch, parking."""

from collections.abc import Awaitable, Callable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.events import Event
from kezek.contracts.ids import new_id
from kezek.platform.db import Database, Tx, is_newer
from kezek.platform.messaging import consumers as consuming
from kezek.platform.messaging.consumers import Consumers, Heard, apply_records, prune_inbox
from kezek.platform.messaging.records import Received
from kezek.platform.testing import deliver, published

AGE_ONE = sa.text(
    "update inbox set consumed_at = now() - interval '31 days' where event_id = (select event_id from inbox limit 1)"
)
Steps = Callable[[], Awaitable[list[str]]]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consuming, "PAUSE_S", 0.001)


async def parked(database: Database) -> list[tuple[str, int, str]]:
    async with database.read() as tx:
        rows = await tx.rows(sa.text('select topic, "offset", cause from parked order by "offset"'))
    return [(row.topic, row.offset, row.cause) for row in rows]


def raw(topic: str, offset: int, value: bytes | None) -> Any:
    return SimpleNamespace(topic=topic, partition=0, offset=offset, headers=(), key=b"a-key", value=value)


async def test_the_same_event_twice_is_applied_once(
    database: Database, happened: Any, writing: Any, steps: Steps
) -> None:
    event_id = new_id()
    for _ in range(2):
        await deliver(database, writing(happened), happened(subject="one"), event_id=event_id)
    assert await steps() == ["one"]


async def test_a_bad_record_in_the_middle_is_parked_once_and_the_rest_applied(
    database: Database, happened: Any, writing: Any, steps: Steps
) -> None:
    events = [happened(subject=name) for name in ("one", "bad", "two")]
    await deliver(database, writing(happened), *events)
    assert await steps() == ["one", "two"]
    assert [cause for _, _, cause in await parked(database)] == ["ValueError"]
    async with database.read() as tx:
        assert await tx.value(sa.text("select kind from parked")) == happened.TYPE


async def test_a_parked_record_delivered_again_is_listed_once(database: Database, happened: Any, writing: Any) -> None:
    garbage = raw(happened.TOPIC, 7, b"\xff\xfe garbage")
    for _ in range(2):
        await apply_records(database, writing(happened), [garbage])
    assert await parked(database) == [(happened.TOPIC, 7, "envelope_unreadable")]


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        (b"", "envelope_unreadable"),
        (b"null", "envelope_unreadable"),
        (b"[]", "envelope_unreadable"),
        (b"{" * 100_000, "envelope_unreadable"),
        (b"\x00\xff" * 1000, "envelope_unreadable"),
    ],
)
async def test_what_is_no_envelope_is_parked(
    database: Database, happened: Any, writing: Any, value: bytes, cause: str
) -> None:
    await apply_records(database, writing(happened), [raw(happened.TOPIC, 1, value)])
    assert await parked(database) == [(happened.TOPIC, 1, cause)]


def envelope(kind: str, payload: str) -> bytes:
    return (
        f'{{"event_id": "{new_id()}", "type": "{kind}", "occurred_at": "2026-11-21T00:00:00Z", "key": "k", '
        f'"version": 1, "payload": {payload}}}'
    ).encode()


async def test_a_payload_of_the_wrong_shape_is_parked(database: Database, happened: Any, writing: Any) -> None:
    wrong = raw(happened.TOPIC, 1, envelope(happened.TYPE, '{"subject": 5}'))
    await apply_records(database, writing(happened), [wrong])
    assert await parked(database) == [(happened.TOPIC, 1, "payload_invalid")]


async def test_an_event_on_a_topic_that_is_not_its_own_is_parked(
    database: Database, happened: Any, writing: Any, steps: Steps
) -> None:
    stray = raw("test.other", 1, envelope(happened.TYPE, '{"subject": "one"}'))
    await apply_records(database, writing(happened), [stray])
    assert await parked(database) == [("test.other", 1, "event_on_foreign_topic")]
    assert await steps() == []


async def test_an_unknown_type_and_a_tombstone_are_skipped(database: Database, happened: Any, writing: Any) -> None:
    records = [raw(happened.TOPIC, 1, envelope("probe.of-next-year.v1", "{}")), raw(happened.TOPIC, 2, None)]
    await apply_records(database, writing(happened), records)
    assert await parked(database) == []


async def test_unknown_fields_of_a_later_version_are_ignored(
    database: Database, happened: Any, writing: Any, steps: Steps
) -> None:
    later = raw(happened.TOPIC, 1, envelope(happened.TYPE, '{"subject": "one", "of_next_year": true}'))
    await apply_records(database, writing(happened), [later])
    assert await steps() == ["one"]


async def test_an_older_version_that_comes_late_turns_nothing_back(database: Database, happened: Any) -> None:
    consumers = Consumers("probe")

    @consumers.on(happened)
    async def on_happened(tx: Tx, event: Any, received: Received) -> None:
        if await is_newer(tx, "probe", event.subject, received.version):
            upsert = (
                "insert into probe (key, number) values ('a', :number) on conflict (key) do update set number = :number"
            )
            await tx.execute(sa.text(upsert), {"number": event.number})

    await deliver(database, consumers, happened(subject="a", number=2), version=2)
    await deliver(database, consumers, happened(subject="a", number=1), version=1)
    async with database.read() as tx:
        assert await tx.value(sa.text("select number from probe")) == 2


async def test_what_a_handler_publishes_names_its_cause(database: Database, happened: Any) -> None:
    consumers = Consumers("probe")

    @consumers.on(happened)
    async def on_happened(tx: Tx, event: Any, _: Received) -> None:
        await tx.publish(happened(subject="answer"), version=1)

    event_id = new_id()
    await deliver(database, consumers, happened(subject="question"), event_id=event_id)
    (answer,) = await published(database)
    assert answer.causation_id == event_id


async def test_events_that_stand_together_are_handled_together_each_once_and_in_their_order(
    database: Database, happened: Any, steps: Steps
) -> None:
    consumers, runs = Consumers("probe"), list[list[str]]()

    @consumers.on_run(happened)
    async def write_all(tx: Tx, run: Sequence[Heard[Any]]) -> None:
        runs.append([each.event.subject for each in run])
        for subject in runs[-1]:
            await tx.execute(sa.text("insert into step (name) values (:name)"), {"name": subject})
            if subject == "bad":
                raise ValueError(subject)

    await deliver(database, consumers, happened(subject="one"), happened(subject="one again"), event_id=new_id())
    await deliver(database, consumers, happened(subject="two"), happened(subject="three"))
    assert (runs, await steps()) == ([["one"], ["two", "three"]], ["one", "two", "three"])

    await deliver(database, consumers, *(happened(subject=each) for each in ("four", "bad", "five")))
    assert await steps() == ["one", "two", "three", "four", "five"]
    assert [cause for _, _, cause in await parked(database)] == ["ValueError"]


async def test_a_deadlock_is_tried_again_and_never_parked(
    database: Database, happened: Any, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consuming, "DATABASE_PAUSE_S", 0.001)
    consumers, tries = Consumers("probe"), []

    @consumers.on(happened)
    async def on_happened(tx: Tx, event: Any, _: Received) -> None:
        tries.append(event.subject)
        if len(tries) <= 2 * consuming.TRIES:
            await tx.execute(sa.text("do $$ begin raise exception 'made up' using errcode = '40P01'; end $$"))
        await tx.execute(sa.text("insert into step (name) values (:name)"), {"name": event.subject})

    await deliver(database, consumers, happened(subject="one"))
    assert await steps() == ["one"]
    assert await parked(database) == []


def test_an_event_has_one_handler_in_a_service(happened: type[Event], writing: Any) -> None:
    with pytest.raises(ValueError, match="two handlers"):
        writing(happened).on(happened)(None)


async def test_the_inbox_is_pruned_of_what_is_old(database: Database, happened: Any, writing: Any) -> None:
    await deliver(database, writing(happened), happened(subject="one"), happened(subject="two"))
    async with database.write() as tx:
        await tx.execute(AGE_ONE)
        assert await prune_inbox(tx, 30) == 1
    async with database.read() as tx:
        assert await tx.value(sa.text("select count(*) from inbox")) == 1
