"""By what a child stands at an instant: a benefit that has ended by then gives nothing any more (domain §6.7)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kezek.contracts.values import QueuedChild, QueueRef, StandsThen

Stand = tuple[QueuedChild, QueueRef]


def stands_at(stand: Stand, ends: Sequence[StandsThen], at: datetime) -> Stand:
    """A child and its queue as of an instant; an end is in force at its own instant, before anybody is called then."""
    over = [each for each in ends if each.at <= at]
    if not over:
        return stand
    child, queue = stand
    return replace(child, queue_class=over[-1].queue_class), replace(queue, kind=over[-1].kind)


def still_to_come(ends: Sequence[StandsThen], at: datetime) -> tuple[StandsThen, ...]:
    """The ends that come later than an instant."""
    return tuple(each for each in ends if each.at > at)
