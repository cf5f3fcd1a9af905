"""How long one waited until the first turn, and has waited by now: what a naive reading of the rows says."""

import random
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind, QueueClass
from kezek.platform.workdays import local_day
from kezek.queue.adapters.waits import list_waits
from kezek.queue.domain.waits import Period, Waits, period_of

QUEUES = [QueueRef(each, GroupKind.GENERAL, year) for each in ("1110", "1116") for year in (2022, 2023)]
CLASSES = list(QueueClass)


@dataclass
class Child:
    """A row of the order, and the calls of it: when, of which queue and class, and what became of them.

    `stands` is the class in the order: a twin's may be better than its own.
    """

    queue: QueueRef
    queue_class: QueueClass
    stands: QueueClass
    submitted_at: datetime
    waiting: bool
    calls: list[tuple[datetime, QueueRef, QueueClass, str]] = field(default_factory=list)


def children(chance: random.Random, now: datetime) -> Iterator[Child]:
    for _ in range(120):
        child = Child(
            queue=chance.choice(QUEUES),
            queue_class=chance.choice(CLASSES),
            stands=chance.choice(CLASSES),
            submitted_at=now - timedelta(days=chance.random() * 900),
            waiting=chance.random() < 0.5,
        )
        for _ in range(chance.choice([0, 1, 1, 2, 3])):
            called_at = child.submitted_at + (now - child.submitted_at) * chance.random()
            state = chance.choice(["begun", "begun", "unmade"])
            child.calls.append((called_at, chance.choice(QUEUES), chance.choice(CLASSES), state))
        yield child


async def keep(play: Any, given: list[Child]) -> None:
    """The rows as they stand in the database; the lines of their ledger do not matter here."""
    tables: dict[str, list[dict[str, Any]]] = {"entry": [], "call": [], "call_child": []}
    for number, child in enumerate(given):
        application_id = uuid4()
        order = {
            "class": child.stands.value,
            "at": child.submitted_at,
            "number": f"10.UO.2026.{number:05}.1",
        }
        tables["entry"].append(
            {
                "application_id": application_id,
                "child_id": uuid4(),
                "applicant_id": UUID(int=7),
                "queue_id": str(child.queue),
                "waiting": child.waiting,
                "born_on": date(2022, 5, 5),
                "number": order["number"],
                "queue_class": child.queue_class.value,
                "submitted_at": order["at"],
                "languages": ["kk"],
                **{f"order_{name}": value for name, value in order.items()},
            }
        )
        for called_at, queue, queue_class, state in child.calls:
            call_id = uuid4()
            made = {"queue_class": queue_class.value, "state": state, "policy": "default-1", "called_at": called_at}
            tables["call"].append({"id": call_id, "queue_id": str(queue), "sequence": len(tables["call"]), **made})
            seat = {"call_id": call_id, "application_id": application_id, "place_id": uuid4(), "offer": 1}
            tables["call_child"].append(seat)
    async with play.database.write() as tx:
        queues = [{"id": str(each), **vars(each), "kind": each.kind.value} for each in QUEUES]
        for name, rows in {"queue": queues, **tables}.items():
            columns = [sa.column(each) for each in rows[0]]
            await tx.execute(sa.insert(sa.table(name, *columns)), rows)


def naive(given: list[Child], district: str | None, period: Period, now: datetime) -> dict[Any, Any]:
    """All groups with their numbers, over plain lists."""
    found: dict[Any, tuple[list[float], list[float]]] = {(None, None, None): ([], [])}

    def note(which: int, queue: QueueRef, queue_class: QueueClass, waited: timedelta) -> None:
        if district in (None, queue.district):
            of_queue = (queue.kind, queue.group_year)
            for key, of_class in product([of_queue, (None, None)], [queue_class, None]):
                found.setdefault((*key, of_class), ([], []))[which].append(waited.total_seconds())

    for child in given:
        if child.waiting:
            note(1, child.queue, child.stands, now - child.submitted_at)
        begun = sorted(call for call in child.calls if call[3] == "begun")
        if begun and period.first <= local_day(begun[0][0]) <= period.last:
            note(0, *begun[0][1:3], begun[0][0] - child.submitted_at)
    return {
        key: (_numbers(called, statistics.median), _numbers(waiting, max)) for key, (called, waiting) in found.items()
    }


def _numbers(waited: list[float], also: Any) -> tuple[int, Any, Any]:
    if not waited:
        return 0, None, None
    # the clock goes on between the two readings
    return len(waited), pytest.approx(statistics.mean(waited), abs=60), pytest.approx(also(waited), abs=60)


def told(waits: list[Waits]) -> dict[Any, Any]:
    return {
        (each.kind, each.group_year, each.queue_class): (
            (each.called, each.average_s, each.median_s),
            (each.waiting, each.so_far_s, each.longest_s),
        )
        for each in waits
    }


@pytest.mark.parametrize("district", [None, "1110", "1116", "1118"])
async def test_waits_are_what_a_naive_reading_of_the_rows_says(play: Any, district: str | None) -> None:
    async with play.database.read() as tx:
        now = tx.now()
    given = list(children(random.Random(7), now))
    await keep(play, given)
    today = local_day(now)
    for period in (period_of(today, None, None), Period(today - timedelta(days=500), today - timedelta(days=100))):
        async with play.database.read() as tx:
            waits = await list_waits(tx, district, period)
            then = tx.now()
        assert told(waits) == naive(given, district, period, then)
        assert len(told(waits)) == len(waits)


async def test_nobody_at_all_is_told_as_nothing(play: Any) -> None:
    async with play.database.read() as tx:
        (alone,) = await list_waits(tx, "1110", period_of(local_day(tx.now()), None, None))
    assert (alone.called, alone.average_s, alone.waiting, alone.longest_s) == (0, None, 0, None)


def test_a_period_is_the_year_that_ends_today_where_none_is_asked_for() -> None:
    assert period_of(date(2026, 11, 29), None, None) == Period(date(2025, 11, 29), date(2026, 11, 29))
    assert period_of(date(2026, 11, 29), None, date(2024, 1, 2)) == Period(date(2023, 1, 2), date(2024, 1, 2))
