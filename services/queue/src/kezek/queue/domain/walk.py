"""Twins in the arithmetic of positions: what has to be walked through is walked once for all who ask (domain §5.4).

Only twins who are called together break the arithmetic of the phase: they are one priority step, or may take more
general steps than were owed. A queue of a million has ten thousand of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from kezek.contracts.vocabulary import QueueClass


@dataclass(frozen=True)
class TwinsAt:
    """Twins who stand together: how many children of their class are before the first of them, how many they are."""

    before: int
    size: int

    @property
    def end(self) -> int:
        """How many children of their class there are up to the last of them."""
        return self.before + self.size


@dataclass(frozen=True)
class TwinsOfClass:
    """The twins of one class of a queue, in their order."""

    groups: Sequence[TwinsAt] = ()
    _walked: dict[tuple[int, int], "Walk"] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _more(self) -> list[int]:
        """How many children more than steps there are before each group, and after the last."""
        return list(accumulate((each.size - 1 for each in self.groups), initial=0))

    def steps_before(self, before: int) -> int:
        """How many priority steps are made before a child with so many before it: twins are one step."""
        at = bisect_left(self.groups, before, key=lambda each: each.before)
        if at == 0:
            return before
        last = self.groups[at - 1]
        return before - self._more[at - 1] - min(last.size - 1, before - last.before)

    def children_of(self, steps: int) -> int:
        """How many children the first priority steps call."""
        numbers = range(len(self.groups))
        return steps + self._more[bisect_left(numbers, steps, key=lambda at: self.groups[at].before - self._more[at])]

    def walk(self, owed: int, cycle: int) -> "Walk":
        """Through the general children of a queue with this phase, of which `cycle` follow a priority one."""
        if (owed, cycle) not in self._walked:
            # a queue has one phase at a time
            self._walked.clear()
            self._walked[owed, cycle] = Walk(self.groups, _states(self.groups, owed, cycle))
        return self._walked[owed, cycle]


NO_TWINS = TwinsOfClass()


def twins_by_class(told: Iterable[tuple[str, int, int]]) -> dict[QueueClass, TwinsOfClass]:
    """Twins of each class, from a class, how many are before and how many they are; told in their order."""
    found: dict[QueueClass, list[TwinsAt]] = {each: [] for each in QueueClass}
    for queue_class, before, size in told:
        found[QueueClass(queue_class)].append(TwinsAt(before, size))
    return {queue_class: TwinsOfClass(groups) for queue_class, groups in found.items()}


@dataclass(frozen=True)
class Walk:
    """The general children in their order; `states` stand before the first twins and after each of them."""

    groups: Sequence[TwinsAt]
    states: Sequence["_State"]

    def priority_steps_before(self, before: int) -> int:
        """How many priority steps are made before the general child with so many of them before it."""
        at = bisect_right(self.groups, before, key=lambda each: each.end)
        if at < len(self.groups):
            # of twins all stand where the first does
            before = min(before, self.groups[at].before)
        here = self.states[at].past_singles(before)
        return here.steps + (here.owed == 0)

    def generals_before_priority(self, steps: int) -> int:
        """How many general children are called before the priority step with so many of them before it."""
        # twins put a step off by fewer children than they are: one made before some of them is before all later ones
        numbers = range(len(self.groups))
        met = bisect_left(numbers, 0, key=lambda at: self.groups[at].before - self.states[at].passed_at(steps))
        return self.states[met].passed_at(steps)


@dataclass(frozen=True)
class _State:
    """So many general children were passed, so many priority steps made between them; `owed` is the phase there.

    A priority step is made where a general child would be called and none is owed.
    """

    owed: int
    cycle: int
    passed: int = 0
    steps: int = 0

    def passed_at(self, steps: int) -> int:
        """How many are passed when so many priority steps were made, if no twins are met before."""
        return self.passed + self.owed + self.cycle * (steps - self.steps)

    def past_singles(self, until: int) -> "_State":
        """After the children who stand alone, until so many are passed."""
        many = until - self.passed
        if many <= self.owed:
            return replace(self, owed=self.owed - many, passed=until)
        made = -(-(many - self.owed) // self.cycle)
        return _State(self.owed + made * self.cycle - many, self.cycle, until, self.steps + made)

    def past_twins(self, size: int) -> "_State":
        """After twins who are called together: as many general steps as they are, owed not below 0."""
        owed, steps = (self.owed, self.steps) if self.owed else (self.cycle, self.steps + 1)
        return _State(max(0, owed - size), self.cycle, self.passed + size, steps)


def _states(groups: Sequence[TwinsAt], owed: int, cycle: int) -> list[_State]:
    found = [_State(owed, cycle)]
    for each in groups:
        found.append(found[-1].past_singles(each.before).past_twins(each.size))
    return found
