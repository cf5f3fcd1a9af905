"""Which children are called for which free places: the rule of a hand-out, without a database (domain §5, §6.6)."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import InstructionLanguage, QueueClass
from kezek.queue.domain.eligibility import BirthWindow, eligible
from kezek.queue.domain.order import next_class, owed_after_call
from kezek.queue.domain.queue import Entry, FreePlace
from kezek.queue.domain.twins import Key, Unit

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
class PassedOver:
    """Twins whose turn came for a place, and for whom there were too few."""

    unit: Unit
    place: FreePlace


@dataclass(frozen=True)
class Plan:
    """The calls of a hand-out in their order, the places that find nobody, and whom the last of these passed over.

    `skipped` names twins for each place for which they were passed over.
    """

    calls: tuple[PlannedCall, ...] = ()
    unwanted: tuple[FreePlace, ...] = ()
    passed_over: tuple[Unit, ...] = ()
    skipped: tuple[PassedOver, ...] = ()

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
    hand_out = _HandOut(owed, _Streams(heads, window), deque(places), window, policy)
    while hand_out.left:
        hand_out.next()
    return Plan(tuple(hand_out.calls), tuple(hand_out.unwanted), tuple(hand_out.passed_over), tuple(hand_out.skipped))


class _Streams:
    """The heads of each class by the language that one of them wants and is of an age for; who was called is gone."""

    def __init__(self, heads: Heads, window: BirthWindow) -> None:
        self.heads = heads
        self.window = window
        self.called: set[Key] = set()
        self._streams: dict[tuple[QueueClass, InstructionLanguage], deque[Unit]] = {}

    def first(self, queue_class: QueueClass, place: FreePlace, skipped: set[Key]) -> Unit | None:
        """The first of whom somebody may have the place."""
        stream = self._of(queue_class, place)
        while stream and stream[0].key in self.called:
            stream.popleft()
        for unit in stream:
            if unit.key not in self.called and unit.key not in skipped and self._fits(unit, place):
                return unit
        return None

    def _of(self, queue_class: QueueClass, place: FreePlace) -> deque[Unit]:
        key = queue_class, place.language
        if key not in self._streams:
            of_anybody = replace(place, not_for=())
            units = self.heads.get(queue_class, ())
            self._streams[key] = deque(unit for unit in units if self._fits(unit, of_anybody))
        return self._streams[key]

    def _fits(self, unit: Unit, place: FreePlace) -> bool:
        return any(eligible(each, place, self.window) for each in unit.entries)


@dataclass
class _HandOut:
    owed: int
    streams: _Streams
    left: deque[FreePlace]
    window: BirthWindow
    policy: Policy
    calls: list[PlannedCall] = field(default_factory=list)
    unwanted: list[FreePlace] = field(default_factory=list)
    named: set[Key] = field(default_factory=set)
    passed_over: list[Unit] = field(default_factory=list)
    skipped: list[PassedOver] = field(default_factory=list)

    def next(self) -> None:
        """Hand out the first place that is left, with others if twins are called for it."""
        place, skipped = self.left[0], set[Key]()
        while (unit := self._first(place, skipped)) is not None:
            if seats := self._seats(unit):
                self._call(unit, seats)
                return
            skipped.add(unit.key)
            self.skipped.append(PassedOver(unit, place))
            if unit.key not in self.named:
                self.named.add(unit.key)
                self.passed_over.append(unit)
        self.unwanted.append(self.left.popleft())

    def _first(self, place: FreePlace, skipped: set[Key]) -> Unit | None:
        """Who is next in the merged order among those of whom somebody may have the place."""
        found = {each: self.streams.first(each, place, skipped) for each in self.streams.heads}
        first = {each: unit for each, unit in found.items() if unit is not None}
        queue_class = next_class(self.owed, first, self.policy)
        return None if queue_class is None else first[queue_class]

    def _seats(self, unit: Unit) -> Seats:
        """A place for each, the first that is left among them; for fewer only where they may part, else none."""
        if len(unit.entries) == 1:
            return ((unit.entries[0], self.left[0]),)
        seats = seat(unit, self.left, self.window)
        return seats if len(seats) == len(unit.entries) or unit.may_part else ()

    def _call(self, unit: Unit, seats: Seats) -> None:
        self.owed = owed_after_call(self.owed, unit.queue_class, self.policy, len(seats))
        if len(seats) == 1 and seats[0][1] is self.left[0]:
            self.left.popleft()
        else:
            taken = {place.id for _, place in seats}
            self.left = deque(place for place in self.left if place.id not in taken)
        self.streams.called.add(unit.key)
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
