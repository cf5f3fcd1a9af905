"""The yearly sorting of a district's queues: from which day, how often, and who moves by it (domain §9.sorting)."""

import hashlib
from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import RuleBrokenError

ENDED = (Status.ENROLLED, Status.REFUSED, Status.REMOVED, Status.WITHDRAWN, Status.REJECTED, Status.DEPARTED)
"""Who has come to one of these is in no order again, and stays where it was."""


@dataclass(frozen=True)
class OfAnotherYear:
    """A child in a queue of another year than the one it was born in, as is known by now; if it stands in the order."""

    application_id: UUID
    queue: QueueRef
    born_in: int
    stands: bool = field(compare=False)


def due_day(policy: Policy, year: int) -> date | None:
    """From which day of a year the queues may be sorted anew; none where categories are not numbered."""
    if policy.sorted_anew_on is None:
        return None
    month, day = (int(part) for part in policy.sorted_anew_on.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))


def check_sorting(policy: Policy, today: date, sorted_on: date | None, reason: str | None) -> date:
    """The day from which the district may be sorted this year, if that has come.

    `sorted_on` is the day of the last sorting: once a year is enough without a reason.

    Raises:
        RuleBrokenError: `sorting_not_here`, `sorting_too_early`, `sorted_already`.
    """
    due = due_day(policy, today.year)
    if due is None:
        raise RuleBrokenError("sorting_not_here")
    if today < due:
        raise RuleBrokenError("sorting_too_early", from_day=due.isoformat())
    if sorted_on is not None and sorted_on.year == today.year and not reason:
        raise RuleBrokenError("sorted_already", on=sorted_on.isoformat())
    return due


def count_moves(children: Sequence[OfAnotherYear]) -> dict[tuple[QueueRef, int], int]:
    """How many children move, by the queue they leave and the year whose queue they go to."""
    counts = Counter((each.queue, each.born_in) for each in children)
    return dict(sorted(counts.items(), key=lambda item: (str(item[0][0]), item[0][1])))


def mark_of(children: Sequence[OfAnotherYear]) -> str:
    """What tells the same children with the same moves from others, and nothing of any of them."""
    told = sorted(f"{each.application_id} {each.queue} {each.born_in}" for each in children)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
