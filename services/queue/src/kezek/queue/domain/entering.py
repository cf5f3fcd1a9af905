"""At which numbers children stand who enter a queue, one after the other (domain §5.3)."""

from bisect import bisect_right, insort
from dataclasses import dataclass, field, replace
from datetime import datetime

from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import QueueClass
from kezek.queue.domain.order import Counts, Rank
from kezek.queue.domain.queue import Entry

Key = tuple[datetime, str]
"""By what a child without twins stands among those of its class: the time of submission, ties by number."""


@dataclass
class Crowd:
    """Who stands in a queue: how many by class, how many of them have twins; it grows with those who enter."""

    counts: Counts
    twins: Counts
    owed: int
    _entered: dict[QueueClass, list[Key]] = field(default_factory=dict)

    def rank(self, entry: Entry, behind: int) -> Rank:
        """The rank of a child without twins that is to enter; so many of its class stood behind it at first."""
        queue_class = entry.child.queue_class
        here = self._entered.get(queue_class, [])
        behind += len(here) - bisect_right(here, _key(entry))
        there = self.counts.of(queue_class)
        counts = replace(self.counts, **{queue_class.value: there + 1})
        return Rank(queue_class, there - behind, counts, self.owed)

    def enter(self, entry: Entry, rank: Rank) -> None:
        """Let it stand there, at this rank."""
        insort(self._entered.setdefault(rank.queue_class, []), _key(entry))
        self.counts = rank.counts


def _key(entry: Entry) -> Key:
    return entry.child.submitted_at, entry.number


def known_without_twins(rank: Rank, twins: Counts, policy: Policy) -> bool:
    """Whether the number of a child is the same wherever so many twins stand in its queue (domain §5.2, §5.4).

    Twins put a priority child off by the general ones they take beyond those owed, and a general one forward by the
    priority steps that they save: fewer than they are. Who has all of the other class before it all the same is sure.
    """
    counts, cycle = rank.counts, policy.generals_per_priority
    if policy.numbered_categories or (not twins.priority and not twins.general):
        return True
    match rank.queue_class:
        case QueueClass.EXTRAORDINARY | QueueClass.TRANSFER:
            return True
        case QueueClass.PRIORITY:
            return rank.owed + cycle * (rank.before - twins.priority) >= counts.general
        case QueueClass.GENERAL:
            return (rank.before - twins.general - rank.owed) // cycle + 1 >= counts.priority
