"""Where each district with numbered categories stands with its yearly sorting, what one would do, and what was done."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kezek.contracts.ages import born_by
from kezek.contracts.categories import CATEGORIES
from kezek.contracts.texts import Text
from kezek.platform import policies
from kezek.platform.db import ReadTx, Snapshot
from kezek.platform.errors import Invalid, RuleBrokenError
from kezek.platform.workdays import local_day
from kezek.queue.adapters import sortings
from kezek.queue.adapters.districts import find_district, list_districts
from kezek.queue.adapters.refreshes import Refresh, find_last
from kezek.queue.adapters.sortings import Forecast
from kezek.queue.domain.sorting import check_sorting, count_moves, due_day


@dataclass(frozen=True)
class DistrictState:
    """A district by its KATO prefix: from which day of this year it may be sorted, and when it was sorted last."""

    district: str
    name: Text
    due_on: date
    sorted_on: date | None
    running: bool


@dataclass(frozen=True)
class Move:
    """So many children would go over to another year's queue."""

    kind: str
    from_year: int
    to_year: int
    children: int


@dataclass(frozen=True)
class SortedQueue:
    """What a sorting did to a queue: children in its order afterwards, who went, came, or stood otherwise."""

    queue: str
    children: int
    went: int
    came: int
    corrected: int
    sorted_at: datetime | None


@dataclass(frozen=True)
class Sorting:
    """A sorting that was signed: by whom, when, why once more, and what it did so far; `done` when it did all."""

    id: UUID
    year: int
    reason: str | None
    signed_at: datetime
    signed_by_name: str
    queues: Sequence[SortedQueue]
    done: bool


@dataclass(frozen=True)
class DistrictSorting:
    """A district: why it may not be sorted now, if so; what a sorting would do; those of before, newest first."""

    district: str
    name: Text
    due_on: date | None
    refusal: str | None
    queues: Sequence[Forecast]
    moves: Sequence[Move]
    history: Sequence[Sorting]
    refresh: Refresh | None
    as_of: datetime


async def read_states(tx: ReadTx) -> list[DistrictState]:
    """The districts that are sorted anew each year, by their names in Kazakh."""
    today, latest = local_day(tx.now()), await sortings.list_latest(tx)
    found = []
    for code, name in await list_districts(tx):
        due = due_day(await policies.load(tx, code, today), today.year)
        if due is not None:
            last = latest.get(code)
            on = None if last is None else local_day(last.signed_at)
            found.append(DistrictState(code, name, due, on, running=last is not None and last.running))
    return found


async def read_sorting(tx: Snapshot, district: str) -> DistrictSorting:
    """What a sorting would do to a district now, without a lock; and what others did.

    Raises:
        Invalid: `district_unknown`.
    """
    name = await find_district(tx, district)
    if name is None:
        raise Invalid("district_unknown", district=district)
    now = tx.now()
    today = local_day(now)
    policy, last = await policies.load(tx, district, today), await sortings.sorted_at(tx, district)
    due, refusal = due_day(policy, today.year), None
    try:
        check_sorting(policy, today, None if last is None else local_day(last), None)
    except RuleBrokenError as broken:
        refusal = broken.code
    too_old = born_by(today, policy.called_below_months)
    classes = [each.queue_class.value for each in CATEGORIES]
    moving = await sortings.list_of_another_year(tx, district=district)
    leaving = Counter(each.queue for each in moving)
    return DistrictSorting(
        district=district,
        name=name,
        due_on=due,
        refusal=refusal,
        queues=await sortings.forecast(tx, district, too_old, classes, leaving) if due else (),
        moves=[
            Move(queue.kind.value, queue.group_year, year, many) for (queue, year), many in count_moves(moving).items()
        ],
        history=await _history(tx, district),
        refresh=await find_last(tx, district),
        as_of=now,
    )


async def _history(tx: ReadTx, district: str) -> list[Sorting]:
    queues: dict[UUID, list[SortedQueue]] = {}
    unfinished: set[UUID] = set()
    for row in await sortings.list_sorted_queues(tx, district):
        done = SortedQueue(row.queue_id, row.children, row.went, row.came, row.corrected, row.sorted_at)
        queues.setdefault(row.sorting_id, []).append(done)
        if row.of_district and row.sorted_at is None:
            unfinished.add(row.sorting_id)
    return [
        Sorting(
            row.id,
            row.year,
            row.reason,
            row.signed_at,
            row.signed_by_name,
            queues.get(row.id, []),
            done=row.id not in unfinished,
        )
        for row in await sortings.list_sortings(tx, district)
    ]
