"""The same records twice, out of order and in one batch."""

import asyncio
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import sqlalchemy as sa

from kezek.contracts.events import Envelope, Event
from kezek.contracts.ids import new_id
from kezek.platform.messaging.consumers import apply_records
from kezek.queue.entrypoints.consumers import consumers


def record(event: Event, play: Any, *, version: int = 1) -> SimpleNamespace:
    envelope = Envelope(
        event_id=new_id(),
        type=event.TYPE,
        occurred_at=play.application("g1").submitted_at,
        key=event.key(),
        version=version,
        payload=event.model_dump(mode="json"),
    )
    return SimpleNamespace(
        topic=event.TOPIC, partition=0, offset=0, value=envelope.model_dump_json().encode(), headers=()
    )


async def test_a_batch_is_applied_in_its_order(play: Any) -> None:
    batch = [record(play.application("g1"), play), record(play.offer("a"), play)]
    await apply_records(play.database, consumers, batch)
    types = [event["type"] for event in await play.events()]
    assert types == ["queue.placed.v1", "queue.called.v1"]


async def test_a_batch_delivered_again_changes_nothing(play: Any) -> None:
    batch = [record(play.application("g1"), play), record(play.offer("a"), play)]
    await apply_records(play.database, consumers, batch)
    before = (await play.events(), await play.ledger())
    await apply_records(play.database, consumers, batch[::-1])
    assert (await play.events(), await play.ledger()) == before


async def test_events_name_their_cause(play: Any) -> None:
    cause = record(play.application("g1"), play)
    await apply_records(play.database, consumers, [cause])
    (placed,) = await play.events()
    assert placed["causation_id"] == str(Envelope.model_validate_json(cause.value).event_id)


async def test_batches_that_lock_queues_crosswise_are_both_applied(play: Any) -> None:
    other = replace(play.ref, group_year=2022)
    mine = [play.application(f"g{number}") for number in range(10)]
    others = [play.application(f"p{number}").model_copy(update={"queue": other}) for number in range(10)]
    crosswise = [[*mine[:5], *others[:5]], [*others[5:], *mine[5:]]]
    batches = [[record(application, play) for application in batch] for batch in crosswise]
    await asyncio.gather(*(apply_records(play.database, consumers, batch) for batch in batches))
    assert len(await play.events()) == 20
    async with play.database.read() as tx:
        assert await tx.value(sa.text("select count(*) from parked")) == 0
