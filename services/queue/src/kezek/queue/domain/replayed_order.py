"""The order of one queue as the lines of its ledger lead to it: who is there, who stands where (domain §5.1, §5.4)."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from kezek.contracts.vocabulary import QueueClass
from kezek.queue.domain.queue import Entry
from kezek.queue.domain.twins import Key, Unit, units_of

Place = tuple[Key, Key, UUID]


@dataclass
class Known:
    """A child as the lines so far tell of it."""

    entry: Entry
    waiting: bool
    call: UUID | None = None
    # where it stands, if it does
    queue_class: QueueClass | None = None
    place: Place | None = None

    @property
    def stands(self) -> bool:
        """Whether it is in the order."""
        return self.waiting and self.call is None


@dataclass
class Made:
    """A call: of which class, how many children, how many general ones follow it, whether it counts; by which order."""

    queue_class: QueueClass
    children: int
    cycle: int
    counts: bool = True
    by_category: bool = False


@dataclass
class ReplayedOrder:
    """Children as the lines so far tell of them, by class in the order in which they stand."""

    children: dict[UUID, Known] = field(default_factory=dict)
    _order: dict[QueueClass, list[Place]] = field(default_factory=lambda: {each: [] for each in QueueClass})
    _twins: dict[UUID, set[UUID]] = field(default_factory=dict)

    def standing(self, queue_class: QueueClass) -> list[UUID]:
        """Who stands in the order of a class, first to last."""
        return [child for _, _, child in self._order[queue_class]]

    def has_twins(self, child: UUID) -> bool:
        """Whether the child is one of twins, wherever the others stand."""
        return bool(self.twins_of(child))

    def counts(self) -> dict[str, int]:
        """How many stand, by class, without those of which nobody does."""
        return {each.value: many for each, order in self._order.items() if (many := len(order))}

    def waiting(self, child: UUID) -> Entry | None:
        """The child as far as it waits."""
        known = self.children.get(child)
        return known.entry if known is not None and known.waiting else None

    def twins_of(self, child: UUID) -> set[UUID]:
        """The group of twins in which the child is, if it is in one."""
        twins = known.entry.child.twins if (known := self.children.get(child)) is not None else None
        return set() if twins is None else {twins}

    def waiting_of(self, groups: Iterable[UUID], but: UUID) -> list[Entry]:
        """Who waits of these groups of twins, but one."""
        there = [self.children[each] for group in groups for each in self._twins[group] - {but}]
        return [each.entry for each in there if each.waiting]

    def enter(self, known: Known) -> None:
        """Let a child be in the queue, and stand if it does."""
        child = known.entry.child
        self.children[child.application_id] = known
        if child.twins is not None:
            self._twins.setdefault(child.twins, set()).add(child.application_id)
        self.stand(known)

    def unit(self, child: UUID) -> Unit:
        """Who stands together with a child that stands, and itself."""
        twins = self.children[child].entry.child.twins
        together = {child} if twins is None else self._twins[twins]
        (unit,) = units_of(self.children[each].entry for each in together if self.children[each].stands)
        return unit

    def stand(self, known: Known) -> None:
        """Let a child, and its twins with it, stand where it now does."""
        twins = known.entry.child.twins
        group = [known] if twins is None else [self.children[each] for each in self._twins[twins]]
        for each in group:
            self._take_out(each)
        for unit in units_of(each.entry for each in group if each.stands):
            for entry in unit.entries:
                child = self.children[entry.child.application_id]
                own = (entry.child.submitted_at, entry.number)
                child.queue_class, child.place = unit.queue_class, (unit.key, own, entry.child.application_id)
                insort(self._order[unit.queue_class], child.place)

    def _take_out(self, known: Known) -> None:
        if known.queue_class is not None and known.place is not None:
            order = self._order[known.queue_class]
            del order[bisect_left(order, known.place)]
        known.queue_class = known.place = None

    def leave(self, known: Known) -> None:
        """Let a child be none of this queue, and its twins stand without it."""
        call, known.call = known.call, UUID(int=0)
        self.stand(known)
        known.call = call
        if (twins := known.entry.child.twins) is not None:
            self._twins[twins].discard(known.entry.child.application_id)
        del self.children[known.entry.child.application_id]
