"""What has changed in the order around a child, with reasons, and what of it is new to the family (domain §5.3)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import QueueClass
from kezek.platform import policies
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound
from kezek.platform.workdays import local_day
from kezek.queue.adapters import changes
from kezek.queue.adapters.entries import find_queue_of
from kezek.queue.adapters.publications import list_policies
from kezek.queue.domain.order import class_ranks, take_turns
from kezek.queue.domain.policies import ordered_since
from kezek.queue.domain.queue import Change


@dataclass(frozen=True)
class OrderChange:
    """Somebody came before the own child or no longer goes before it, or the own child itself.

    `more` says that since then `many` more may go before it, or so many less: of twins all who move with the one.
    """

    sequence: int
    at: datetime
    change: Change
    reason: Reason
    queue_class: QueueClass
    own: bool
    in_turn: bool
    more: bool
    many: int


@dataclass(frozen=True)
class Alike:
    """So many children by changes of one kind, of one class and for one reason."""

    change: Change
    reason: Reason
    queue_class: QueueClass
    in_turn: bool
    more: bool
    many: int


@dataclass(frozen=True)
class SinceLook:
    """What has changed since the family looked last: how the child stood then, and changes that are alike together.

    `complete` if there are no more of them than were read.
    """

    at: datetime
    sequence: int
    position: int | None
    items: Sequence[Alike]
    complete: bool


@dataclass(frozen=True)
class OrderChanges:
    """The newest changes, newest first; `complete` if they are all since the child stands in the queue.

    `ordered_since` is the day from which a policy orders the queue otherwise, if that has begun since then.
    """

    items: Sequence[OrderChange]
    complete: bool
    since_look: SinceLook | None
    ordered_since: date | None


async def read_changes(tx: ReadTx, application_id: UUID, *, person_id: UUID, now: datetime, limit: int) -> OrderChanges:
    """The newest changes since the child stands in the queue, for the applicant alone; nobody else's name is told.

    Raises:
        NotFound: when there is no such entry yet, or it is another's.
    """
    queue = await find_queue_of(tx, application_id)
    if queue is None:
        raise NotFound("position_not_found")
    versions, today = await list_policies(tx, queue.district), local_day(now)
    policy = await policies.load(tx, queue.district, today)
    look = await changes.find_look(tx, application_id, person_id)
    read = limit + 1 if look is None else max(limit + 1, changes.WITHIN)
    rows = await changes.list_changes(tx, application_id, person_id, class_ranks(policy), limit=read)
    if not rows:
        raise NotFound("position_not_found")
    found = [_change(row, policy) for row in rows]
    return OrderChanges(
        found[:limit],
        complete=rows[0].whole and len(rows) <= limit,
        since_look=None if look is None else _since(look, found, whole=len(rows) < read),
        ordered_since=ordered_since(local_day(rows[0].joined_at), today, versions),
    )


def _change(row: Any, policy: Policy) -> OrderChange:
    return OrderChange(
        sequence=row.sequence,
        at=row.recorded_at,
        change=Change(row.what),
        reason=Reason(row.reason),
        queue_class=QueueClass(row.queue_class),
        own=row.own,
        in_turn=take_turns(QueueClass(row.queue_class), QueueClass(row.own_class), policy),
        more=row.more,
        many=row.many,
    )


def _since(look: Any, found: Sequence[OrderChange], *, whole: bool) -> SinceLook:
    new = [each for each in found if each.sequence > look.sequence and not each.own]
    alike: Counter[tuple[Change, Reason, QueueClass, bool, bool]] = Counter()
    for each in new:
        alike[each.change, each.reason, each.queue_class, each.in_turn, each.more] += each.many
    items = [Alike(*kind, many) for kind, many in alike.items()]
    complete = whole or any(each.sequence <= look.sequence for each in found)
    return SinceLook(look.at, look.sequence, look.position, items, complete)
