"""The order of a queue: three classes, each by time of submission and number, merged by a phase (domain §5.1, §5.2).

The phase is how many general calls are *owed* before the next priority one: 0 at first, `generals_per_priority` after
each priority call. Extraordinary children come first and leave it alone.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import QueueClass


@dataclass(frozen=True)
class Counts:
    """How many children, by class."""

    extraordinary: int = 0
    priority: int = 0
    general: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.extraordinary + self.priority + self.general


@dataclass(frozen=True)
class TwinsAt:
    """Twins who stand together: how many children of their class are before the first of them, how many they are."""

    before: int
    size: int


@dataclass(frozen=True)
class Rank:
    """How many of a child's own class are before it, and the queue around it; twins of a class in their order."""

    queue_class: QueueClass
    before: int
    counts: Counts
    owed: int
    priority_twins: Sequence[TwinsAt] = ()
    general_twins: Sequence[TwinsAt] = ()


def next_class(owed: int, present: Container[QueueClass]) -> QueueClass | None:
    """From which class the next child is called, given those with an eligible child (domain §5.2)."""
    general_first = (QueueClass.GENERAL, QueueClass.PRIORITY)
    priority_first = (QueueClass.PRIORITY, QueueClass.GENERAL)
    order = (QueueClass.EXTRAORDINARY, *(general_first if owed > 0 else priority_first))
    return next((each for each in order if each in present), None)


def take_turns(one: QueueClass, other: QueueClass) -> bool:
    """Whether children of two classes are called in turn, so that neither always goes first (domain §5.2)."""
    return {one, other} == {QueueClass.PRIORITY, QueueClass.GENERAL}


def owed_after_call(owed: int, queue_class: QueueClass, policy: Policy, children: int = 1) -> int:
    """The phase after a call of one child of this class, or of twins together (domain §5.2, §5.4)."""
    match queue_class:
        case QueueClass.EXTRAORDINARY:
            return owed
        case QueueClass.PRIORITY:
            return policy.generals_per_priority
        case QueueClass.GENERAL:
            return max(0, owed - children)


def owed_anew(generals_since_priority: int | None, cycle: int) -> int:
    """The phase by the calls that count as made; None when no priority child was called yet (domain §5.2).

    `cycle` is how many general calls the last priority one let be owed: what began goes on by its policy (§9.policy).
    """
    if generals_since_priority is None:
        return 0
    return max(0, cycle - generals_since_priority)


def ahead_of(rank: Rank, policy: Policy) -> Counts:
    """Who is called before this child if nothing changes, by class (domain §5.2, §5.3, §5.4).

    Arithmetic over the class's rank and the phase; only twins who are called together have to be walked through.
    """
    counts, before, cycle = rank.counts, rank.before, policy.generals_per_priority
    match rank.queue_class:
        case QueueClass.EXTRAORDINARY:
            return Counts(extraordinary=before)
        case QueueClass.PRIORITY:
            steps = _steps_before(before, rank.priority_twins)
            generals = _Walk(rank.owed, cycle).generals_before_priority(steps, rank.general_twins)
            return Counts(counts.extraordinary, before, min(counts.general, generals))
        case QueueClass.GENERAL:
            steps = _Walk(rank.owed, cycle).priority_steps_before(before, rank.general_twins)
            return Counts(counts.extraordinary, min(counts.priority, _children_of(steps, rank.priority_twins)), before)


def _steps_before(before: int, twins: Sequence[TwinsAt]) -> int:
    """How many priority steps are made before a child that has so many children before it: twins are one step."""
    return before - sum(min(each.size - 1, before - each.before) for each in twins if each.before < before)


def _children_of(steps: int, twins: Sequence[TwinsAt]) -> int:
    """How many children the first priority steps call."""
    more = 0
    for each in twins:
        if each.before - more >= steps:
            break
        more += each.size - 1
    return steps + more


@dataclass
class _Walk:
    """Through the general children in their order: so many were passed, so many priority steps made between them.

    `owed` is the phase there. A priority step is made where a general child would be called and none is owed.
    """

    owed: int
    cycle: int
    passed: int = 0
    steps: int = 0

    def priority_steps_before(self, before: int, twins: Sequence[TwinsAt]) -> int:
        """How many priority steps are made before the general child with so many of them before it."""
        for each in twins:
            if each.before + each.size > before:
                # of twins all stand where the first does
                before = min(before, each.before)
                break
            self._pass_singles(each.before - self.passed)
            self._pass_twins(each.size)
        self._pass_singles(before - self.passed)
        return self.steps + (self.owed == 0)

    def generals_before_priority(self, steps: int, twins: Sequence[TwinsAt]) -> int:
        """How many general children are called before the priority step with so many of them before it."""
        for each in twins:
            if self.passed + self._until(steps) <= each.before:
                break
            self._pass_singles(each.before - self.passed)
            self._pass_twins(each.size)
        return self.passed + self._until(steps)

    def _until(self, steps: int) -> int:
        return self.owed + self.cycle * (steps - self.steps)

    def _pass_singles(self, many: int) -> None:
        self.passed += many
        if many <= self.owed:
            self.owed -= many
            return
        made = -(-(many - self.owed) // self.cycle)
        self.owed += made * self.cycle - many
        self.steps += made

    def _pass_twins(self, size: int) -> None:
        if self.owed == 0:
            self.owed, self.steps = self.cycle, self.steps + 1
        self.owed = max(0, self.owed - size)
        self.passed += size
