"""The order of a queue: three streams by time, merged by a phase (domain §5.1, §5.2).

The phase is how many general calls are *owed* before the next priority one: 0 at first, `generals_per_priority` after
each priority call. Extraordinary children come first and leave it alone.
"""

from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum

from kezek.queue.domain.policy import Policy


class Stream(StrEnum):
    """The three classes, each ordered by the time of submission, ties by number (domain §5.1)."""

    EXTRAORDINARY = "extraordinary"
    PRIORITY = "priority"
    GENERAL = "general"


@dataclass(frozen=True)
class Counts:
    """How many children, by stream."""

    extraordinary: int = 0
    priority: int = 0
    general: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.extraordinary + self.priority + self.general


@dataclass(frozen=True)
class Standing:
    """Where a child stands: its stream, how many of that stream are before it, and the queue around it."""

    stream: Stream
    rank: int
    counts: Counts
    owed: int


def next_stream(owed: int, present: Container[Stream]) -> Stream | None:
    """From which stream the next child is called, given those with an eligible child (domain §5.2)."""
    general_first = (Stream.GENERAL, Stream.PRIORITY)
    priority_first = (Stream.PRIORITY, Stream.GENERAL)
    order = (Stream.EXTRAORDINARY, *(general_first if owed > 0 else priority_first))
    return next((stream for stream in order if stream in present), None)


def owed_after_call(owed: int, stream: Stream, policy: Policy) -> int:
    """The phase after a call from this stream (domain §5.2)."""
    match stream:
        case Stream.EXTRAORDINARY:
            return owed
        case Stream.PRIORITY:
            return policy.generals_per_priority
        case Stream.GENERAL:
            return max(0, owed - 1)


def owed_anew(generals_since_priority: int | None, policy: Policy) -> int:
    """The phase by the calls that count as made; None when no priority child was called yet (domain §5.2)."""
    if generals_since_priority is None:
        return 0
    return max(0, policy.generals_per_priority - generals_since_priority)


def ahead_of(standing: Standing, policy: Policy) -> Counts:
    """Who is called before this child if nothing changes, by stream (domain §5.2, §5.3)."""
    counts, rank, cycle = standing.counts, standing.rank, policy.generals_per_priority
    match standing.stream:
        case Stream.EXTRAORDINARY:
            return Counts(extraordinary=rank)
        case Stream.PRIORITY:
            generals = min(counts.general, standing.owed + cycle * rank)
            return Counts(counts.extraordinary, rank, generals)
        case Stream.GENERAL:
            turns = 0 if rank < standing.owed else (rank - standing.owed) // cycle + 1
            return Counts(counts.extraordinary, min(counts.priority, turns), rank)
