"""Who would move by another policy, and by how much: the order compared with itself (domain §9.policy).

At which number a child stands follows from the counts of its queue, its rank in its own class, who are twins, and the
phase, so that this needs no rows of children. The phase is left as it is: what is owed was set by a call made before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kezek.contracts.policy import Policy
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import QueueClass
from kezek.queue.domain.order import Counts, next_class, owed_after_call, same_order
from kezek.queue.domain.walk import NO_TWINS, TwinsOfClass

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
    twins: Mapping[QueueClass, TwinsOfClass] = field(default_factory=dict)


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
            moves[each.ref] = compare(each, before, after)
    return [QueuePreview(each, moves.get(each.ref)) for each in queues]


def compare(now: QueueNow, before: Policy, after: Policy) -> Moves:
    """How the children of one queue move when another policy orders them."""
    found = Moves()
    if same_order(before, after):
        return found
    for move in _moves(now, before, after):
        if move.by < 0:
            farthest = _farther(found.farthest_forward, move)
            found = replace(found, forward=found.forward + 1, farthest_forward=farthest)
        elif move.by > 0:
            found = replace(found, back=found.back + 1, farthest_back=_farther(found.farthest_back, move))
    return found


def _moves(now: QueueNow, before: Policy, after: Policy) -> Iterator[Move]:
    was, becomes = places(now, before), places(now, after)
    for queue_class in (QueueClass.PRIORITY, QueueClass.GENERAL):
        for one, other in zip(was[queue_class], becomes[queue_class], strict=True):
            yield Move(queue_class, one, other)


def places(now: QueueNow, policy: Policy) -> dict[QueueClass, list[int]]:
    """At which number each child stands, by class and in its order: all are called step by step (domain §5.2, §5.4)."""
    many = {QueueClass.PRIORITY: now.counts.priority, QueueClass.GENERAL: now.counts.general}
    sizes = {each: {twins.before: twins.size for twins in now.twins.get(each, NO_TWINS).groups} for each in many}
    found: dict[QueueClass, list[int]] = {each: [] for each in many}
    owed, last = now.owed, now.counts.extraordinary
    while (called := next_class(owed, [each for each in many if len(found[each]) < many[each]], policy)) is not None:
        size = sizes[called].get(len(found[called]), 1)
        found[called].extend(range(last + 1, last + size + 1))
        owed, last = owed_after_call(owed, called, policy, size), last + size
    return found


def _farther(one: Move | None, other: Move) -> Move:
    return other if one is None or abs(other.by) > abs(one.by) else one
