"""Who would move by another policy, and by how much: the order compared with itself (domain §9.policy).

What a child stands at follows from the counts of its queue, its rank in its own class and the phase, so that this needs
no rows of children. The phase is left as it is: what is owed was set by a call that had been made before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kezek.contracts.policy import Policy
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import QueueClass
from kezek.queue.domain.order import Counts, Rank, ahead_of

COMPARED_AT_MOST = 300_000
"""So many children are compared at once, the smallest queues first; further queues are named without moves."""


@dataclass(frozen=True)
class QueueNow:
    """A queue as it stands, and whom age lets be called on the first day by one of the two policies only."""

    ref: QueueRef
    counts: Counts
    owed: int
    being_called: int
    become_callable: int
    cease_callable: int


@dataclass(frozen=True)
class Move:
    """A child of a class that stands at one number and would stand at another."""

    queue_class: QueueClass
    was: int
    becomes: int

    @property
    def by(self) -> int:
        """By how many places it moves; forward is below zero."""
        return self.becomes - self.was


@dataclass(frozen=True)
class Moves:
    """How many children of a queue move, and who moves farthest."""

    forward: int = 0
    back: int = 0
    farthest_forward: Move | None = None
    farthest_back: Move | None = None


@dataclass(frozen=True)
class QueuePreview:
    """What becomes of a queue; without moves it was left out of the comparison."""

    now: QueueNow
    moves: Moves | None


def preview(queues: Sequence[QueueNow], before: Policy, after: Policy) -> list[QueuePreview]:
    """What becomes of each queue, in the order given; of at most `COMPARED_AT_MOST` children altogether."""
    left, moves = COMPARED_AT_MOST, dict[QueueRef, Moves]()
    for each in sorted(queues, key=lambda each: each.counts.total):
        left -= each.counts.total
        if left >= 0:
            moves[each.ref] = compare(each.counts, each.owed, before, after)
    return [QueuePreview(each, moves.get(each.ref)) for each in queues]


def compare(counts: Counts, owed: int, before: Policy, after: Policy) -> Moves:
    """How the children of one queue move when another policy orders them."""
    found = Moves()
    if before.generals_per_priority == after.generals_per_priority:
        return found
    for move in _moves(counts, owed, before, after):
        if move.by < 0:
            farthest = _farther(found.farthest_forward, move)
            found = replace(found, forward=found.forward + 1, farthest_forward=farthest)
        elif move.by > 0:
            found = replace(found, back=found.back + 1, farthest_back=_farther(found.farthest_back, move))
    return found


def _moves(counts: Counts, owed: int, before: Policy, after: Policy) -> Iterator[Move]:
    for queue_class, many in ((QueueClass.PRIORITY, counts.priority), (QueueClass.GENERAL, counts.general)):
        for rank in (Rank(queue_class, ahead, counts, owed) for ahead in range(many)):
            yield Move(queue_class, ahead_of(rank, before).total + 1, ahead_of(rank, after).total + 1)


def _farther(one: Move | None, other: Move) -> Move:
    return other if one is None or abs(other.by) > abs(one.by) else one
