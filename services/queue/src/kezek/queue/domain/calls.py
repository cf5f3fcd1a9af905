"""Which children are called for which free places: the rule of a hand-out, without a database (domain §5, §6.6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import QueueClass
from kezek.queue.domain.eligibility import BirthWindow, eligible
from kezek.queue.domain.order import next_class, owed_after_call
from kezek.queue.domain.queue import Entry, FreePlace
from kezek.queue.domain.twins import Unit

Heads = Mapping[QueueClass, Sequence[Unit]]
Seats = tuple[tuple[Entry, FreePlace], ...]


@dataclass(frozen=True)
class PlannedCall:
    """A child, or twins together, with the place for each, the class of the step and the phase after it."""

    seats: Seats
    queue_class: QueueClass
    owed: int
    # twins before them who would have been called but for too few places; each is named once in a hand-out
    passed_over: tuple[Unit, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The calls of a hand-out in their order, the places that find nobody, and whom the last of these passed over."""

    calls: tuple[PlannedCall, ...] = ()
    unwanted: tuple[FreePlace, ...] = ()
    passed_over: tuple[Unit, ...] = ()

    @property
    def all_passed_over(self) -> int:
        """How many children were passed over."""
        units = [*self.passed_over, *(unit for call in self.calls for unit in call.passed_over)]
        return sum(len(unit.entries) for unit in units)


def plan_calls(owed: int, heads: Heads, places: Sequence[FreePlace], window: BirthWindow, policy: Policy) -> Plan:
    """Call, for each place in the order given, the first eligible child in the merged order (domain §5.2, §5.5).

    Twins are called together, each for a place of its own; with fewer fitting places than twins only where they may
    part, else they are passed over (domain §5.4). `heads` are the first of each class in order, as many as these
    places can reach; `owed` is the phase before. A child is called once.
    """
    hand_out = _HandOut(owed, heads, list(places), window, policy)
    while hand_out.left:
        hand_out.next()
    return Plan(tuple(hand_out.calls), tuple(hand_out.unwanted), tuple(hand_out.passed_over))


@dataclass
class _HandOut:
    owed: int
    heads: Heads
    left: list[FreePlace]
    window: BirthWindow
    policy: Policy
    calls: list[PlannedCall] = field(default_factory=list)
    unwanted: list[FreePlace] = field(default_factory=list)
    called: set[Unit] = field(default_factory=set)
    named: set[Unit] = field(default_factory=set)
    passed_over: list[Unit] = field(default_factory=list)

    def next(self) -> None:
        """Hand out the first place that is left, with others if twins are called for it."""
        skipped: set[Unit] = set()
        while (unit := self._first(skipped)) is not None:
            if seats := self._seats(unit):
                self._call(unit, seats)
                return
            skipped.add(unit)
            if unit not in self.named:
                self.named.add(unit)
                self.passed_over.append(unit)
        self.unwanted.append(self.left.pop(0))

    def _first(self, skipped: set[Unit]) -> Unit | None:
        """Who is next in the merged order among those of whom somebody may have the place."""
        place, not_these = self.left[0], self.called | skipped
        first = {
            each: unit
            for each, units in self.heads.items()
            if (unit := next((one for one in units if one not in not_these and self._fits(one, place)), None))
        }
        queue_class = next_class(self.owed, first, self.policy)
        return None if queue_class is None else first[queue_class]

    def _fits(self, unit: Unit, place: FreePlace) -> bool:
        return any(eligible(each, place, self.window) for each in unit.entries)

    def _seats(self, unit: Unit) -> Seats:
        """A place for each, the first that is left among them; for fewer only where they may part, else none."""
        seats = seat(unit, self.left, self.window)
        return seats if len(seats) == len(unit.entries) or unit.may_part else ()

    def _call(self, unit: Unit, seats: Seats) -> None:
        self.owed = owed_after_call(self.owed, unit.queue_class, self.policy, len(seats))
        taken = {place for _, place in seats}
        self.left = [place for place in self.left if place not in taken]
        self.called.add(unit)
        self.calls.append(PlannedCall(seats, unit.queue_class, self.owed, tuple(self.passed_over)))
        self.passed_over = []


def seat(unit: Unit, places: Sequence[FreePlace], window: BirthWindow) -> Seats:
    """As many of them as there are fitting places for, each with one: the earliest places with which that goes."""
    seated: dict[int, Entry] = {}
    for number in range(len(places)):
        if len(seated) == len(unit.entries):
            break
        _make_room(number, unit, places, window, seated, set())
    return tuple((entry, places[number]) for number, entry in sorted(seated.items()))


def _make_room(
    number: int,
    unit: Unit,
    places: Sequence[FreePlace],
    window: BirthWindow,
    seated: dict[int, Entry],
    tried: set[Entry],
) -> bool:
    """Find a child for one more place, if need be by giving those seated before other ones (a matching's path)."""
    fitting = [each for each in unit.entries if each not in tried and eligible(each, places[number], window)]
    if free := next((each for each in fitting if each not in seated.values()), None):
        seated[number] = free
        return True
    for entry in fitting:
        tried.add(entry)
        before = next(each for each, child in seated.items() if child == entry)
        if _make_room(before, unit, places, window, seated, tried):
            seated[number] = entry
            return True
    return False
