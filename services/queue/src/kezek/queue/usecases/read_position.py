"""How many stand before a child, by class (domain §5.3)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind, QueueClass
from kezek.platform import policies
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound
from kezek.platform.workdays import local_day
from kezek.queue.adapters import standing, store
from kezek.queue.adapters.ranks import Ranks
from kezek.queue.domain.order import Counts, Order, Rank, ahead_of, order_of


@dataclass(frozen=True)
class Position:
    """A child's position as of an instant; `ahead` only while it stands in the order."""

    application_id: UUID
    queue: QueueRef
    queue_class: QueueClass
    waiting: bool
    being_called: bool
    ahead: Counts | None
    in_order: int
    owed: int
    generals_per_priority: int
    order: Order
    by_rounds: bool
    ledger_sequence: int
    as_of: datetime


async def read_position(
    tx: ReadTx, application_id: UUID, *, person_id: UUID, now: datetime, ranks: Ranks | None = None
) -> Position:
    """The position by the merged order from the current phase, for the applicant alone (domain §5.2, §5.3).

    By the ranks if they are as new as the ledger, else by the rows themselves: the answer is the same.

    Raises:
        NotFound: when there is no such entry yet, or it is another's.
    """
    row = await standing.find_own(tx, application_id)
    if row is None or row.applicant_id != person_id:
        raise NotFound("position_not_found")
    rank = None if ranks is None else await _by_ranks(ranks, row)
    if rank is None:
        row, rank = await _by_rows(tx, application_id)
    policy = await policies.load(tx, row.district, local_day(now))
    stands = row.waiting and not row.called
    return Position(
        application_id=application_id,
        queue=QueueRef(district=row.district, kind=GroupKind(row.kind), group_year=row.group_year),
        queue_class=QueueClass(row.queue_class),
        waiting=row.waiting,
        being_called=row.called,
        ahead=ahead_of(rank, policy) if stands else None,
        in_order=rank.counts.total,
        owed=rank.owed,
        generals_per_priority=policy.generals_per_priority,
        order=order_of(policy),
        by_rounds=policy.distribution_in_rounds,
        ledger_sequence=row.sequence,
        as_of=now,
    )


async def _by_ranks(ranks: Ranks, row: Any) -> Rank | None:
    found = await ranks.find(row.queue_id, row.sequence, standing.placed(row, row.queue_id))
    if found is None:
        return None
    return Rank(
        QueueClass(row.order_class), found.before, found.counts, row.owed, found.priority_twins, found.general_twins
    )


async def _by_rows(tx: ReadTx, application_id: UUID) -> tuple[Any, Rank]:
    row = await store.find_rank(tx, application_id)
    if row is None:
        raise NotFound("position_not_found")
    return row, store.rank_of(row)
