"""The order of a queue: its classes, each by time of submission and number, merged by a phase (domain §5.1, §5.2).

The phase is how many general calls are *owed* before the next priority one: 0 at first, `generals_per_priority` after
each priority call. Extraordinary children come first, transfers last (domain §7.transfer); both leave it alone. Where
the policy has numbered categories all of one go before all of the next, and the phase is neither used nor changed
(domain §9.categories).
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from kezek.contracts.categories import CATEGORIES
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import QueueClass
from kezek.queue.domain.walk import NO_TWINS, TwinsOfClass


class Order(StrEnum):
    """Classes merged by the phase, or numbered categories one after the other (domain §5.2, §9.categories)."""

    CLASSES = "classes"
    CATEGORIES = "categories"


@dataclass(frozen=True)
class Counts:
    """How many children, by class."""

    extraordinary: int = 0
    priority: int = 0
    general: int = 0
    transfer: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.extraordinary + self.priority + self.general + self.transfer

    def of(self, queue_class: QueueClass) -> int:
        """Those of one class."""
        return {
            QueueClass.EXTRAORDINARY: self.extraordinary,
            QueueClass.PRIORITY: self.priority,
            QueueClass.GENERAL: self.general,
            QueueClass.TRANSFER: self.transfer,
        }[queue_class]


@dataclass(frozen=True)
class Rank:
    """How many of a child's own class are before it, and the queue around it; twins of a class in their order."""

    queue_class: QueueClass
    before: int
    counts: Counts
    owed: int
    priority_twins: TwinsOfClass = NO_TWINS
    general_twins: TwinsOfClass = NO_TWINS


_BY_NUMBER = tuple(each.queue_class for each in CATEGORIES)
RANKS = {
    Order.CLASSES: {
        QueueClass.EXTRAORDINARY: 1,
        QueueClass.PRIORITY: 2,
        QueueClass.GENERAL: 2,
        QueueClass.TRANSFER: 3,
    },
    Order.CATEGORIES: {each.queue_class: each.number for each in CATEGORIES},
}


def order_of(policy: Policy) -> Order:
    """By which order a policy lets children be called."""
    return Order.CATEGORIES if policy.numbered_categories else Order.CLASSES


def same_order(one: Policy, other: Policy) -> bool:
    """Whether two policies order the same children alike, whatever the phase."""
    if one.numbered_categories or other.numbered_categories:
        return one.numbered_categories == other.numbered_categories
    return one.generals_per_priority == other.generals_per_priority


def next_class(owed: int, present: Container[QueueClass], policy: Policy) -> QueueClass | None:
    """From which class the next child is called, given those with an eligible child (domain §5.2, §9.categories)."""
    if policy.numbered_categories:
        order = _BY_NUMBER
    else:
        general_first = (QueueClass.GENERAL, QueueClass.PRIORITY)
        priority_first = (QueueClass.PRIORITY, QueueClass.GENERAL)
        order = (QueueClass.EXTRAORDINARY, *(general_first if owed > 0 else priority_first), QueueClass.TRANSFER)
    return next((each for each in order if each in present), None)


def class_ranks(policy: Policy) -> Mapping[QueueClass, int]:
    """All of a lower rank go before those of a higher one; two classes of the same rank are called in turn."""
    return RANKS[order_of(policy)]


def take_turns(one: QueueClass, other: QueueClass, policy: Policy) -> bool:
    """Whether children of two classes are called in turn, so that neither always goes first (domain §5.2)."""
    ranks = class_ranks(policy)
    return one is not other and ranks[one] == ranks[other]


def owed_after_call(owed: int, queue_class: QueueClass, policy: Policy, children: int = 1) -> int:
    """The phase after a call of one child of this class, or of twins together (domain §5.2, §5.4, §9.categories)."""
    if policy.numbered_categories:
        return owed
    match queue_class:
        case QueueClass.EXTRAORDINARY | QueueClass.TRANSFER:
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

    Arithmetic over the class's rank and the phase; only twins who are called together have to be walked through, and
    where categories are numbered not even they.
    """
    if policy.numbered_categories:
        return _of_categories_before(rank)
    counts, before, cycle = rank.counts, rank.before, policy.generals_per_priority
    match rank.queue_class:
        case QueueClass.EXTRAORDINARY:
            return Counts(extraordinary=before)
        case QueueClass.PRIORITY:
            steps = rank.priority_twins.steps_before(before)
            generals = rank.general_twins.walk(rank.owed, cycle).generals_before_priority(steps)
            return Counts(counts.extraordinary, before, min(counts.general, generals))
        case QueueClass.GENERAL:
            steps = rank.general_twins.walk(rank.owed, cycle).priority_steps_before(before)
            return Counts(counts.extraordinary, min(counts.priority, rank.priority_twins.children_of(steps)), before)
        case QueueClass.TRANSFER:
            return _behind_all(rank)


def _of_categories_before(rank: Rank) -> Counts:
    """All of the better categories, and of the own one who has come before (domain §9.categories)."""
    counts, before = rank.counts, rank.before
    match rank.queue_class:
        case QueueClass.EXTRAORDINARY:
            return Counts(extraordinary=before)
        case QueueClass.PRIORITY:
            return Counts(counts.extraordinary, before)
        case QueueClass.GENERAL:
            return Counts(counts.extraordinary, counts.priority, before)
        case QueueClass.TRANSFER:
            return _behind_all(rank)


def _behind_all(rank: Rank) -> Counts:
    """Everybody else, and of the transfers who has come before (domain §7.transfer)."""
    return replace(rank.counts, transfer=rank.before)
