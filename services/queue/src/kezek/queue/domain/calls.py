"""Which children are called for which free places: the rule of a hand-out, without a database (domain §5, §6.6)."""

from collections import deque
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import InstructionLanguage, QueueClass
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
class RoundCall:
    """A child, or twins together, whom a round gives places: which of its wishes each is (domain §9.rounds)."""

    id: UUID
    queue: QueueRef
    queue_class: QueueClass
    seats: Seats
    wishes: tuple[int, ...]
    # the number of the ledger's last line of it
    sequence: int = 0


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

    def to_look_past(self, looked_past: int) -> int | None:
        """Past how many more one has to look, as those who were passed over hide who is behind; None: nobody is hidden.

        The heads of this plan went as far as `reach_of` says for so many.
        """
        return None if self.all_passed_over <= looked_past else 2 * self.all_passed_over


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


def reach_of(places: Sequence[FreePlace], looked_past: int = 0) -> int:
    """How many of each class and language a hand-out reaches: one child a place, and behind those whom they exclude.

    Besides, so many are looked past who are passed over (domain §5.4, §6.6).
    """
    return len(places) + len({each for place in places for each in place.not_for}) + looked_past


def _id(unit: Unit) -> UUID:
    """Who the unit is; comparing whole entries costs a crowd its time."""
    return unit.entries[0].child.application_id


class _Streams:
    """The heads of each class by the language that one of them wants and is of an age for; who was called is gone."""

    def __init__(self, heads: Heads, window: BirthWindow) -> None:
        self.heads = heads
        self.window = window
        self.called: set[UUID] = set()
        self._streams: dict[tuple[QueueClass, InstructionLanguage], deque[Unit]] = {}

    def first(self, queue_class: QueueClass, place: FreePlace, skipped: set[UUID]) -> Unit | None:
        """The first of whom somebody may have the place."""
        stream = self._of(queue_class, place)
        while stream and _id(stream[0]) in self.called:
            stream.popleft()
        for unit in stream:
            if _id(unit) not in self.called and _id(unit) not in skipped and self._fits(unit, place):
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
    named: set[UUID] = field(default_factory=set)
    passed_over: list[Unit] = field(default_factory=list)
    skipped: list[PassedOver] = field(default_factory=list)

    def next(self) -> None:
        """Hand out the first place that is left, with others if twins are called for it."""
        place, skipped = self.left[0], set[UUID]()
        while (unit := self._first(place, skipped)) is not None:
            if seats := self._seats(unit):
                self._call(unit, seats)
                return
            skipped.add(_id(unit))
            self.skipped.append(PassedOver(unit, place))
            if _id(unit) not in self.named:
                self.named.add(_id(unit))
                self.passed_over.append(unit)
        self.unwanted.append(self.left.popleft())

    def _first(self, place: FreePlace, skipped: set[UUID]) -> Unit | None:
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
        self.streams.called.add(_id(unit))
        self.calls.append(PlannedCall(seats, unit.queue_class, self.owed, tuple(self.passed_over)))
        self.passed_over = []


def seat(unit: Unit, places: Sequence[FreePlace], window: BirthWindow) -> Seats:
    """As many of them as there are fitting places for, each with one: the first child has the earliest, and so on.

    So each place has the first child in the order who may have it (domain §6.2), unless another would go without.
    """
    # of so many children each needs no more than so many places to choose from
    fitting = [
        list(
            islice((number for number, place in enumerate(places) if eligible(each, place, window)), len(unit.entries))
        )
        for each in unit.entries
    ]
    seated: dict[int, Entry] = {}
    wanted = _most(fitting, frozenset())
    for at, entry in enumerate(unit.entries):
        left = wanted - len(seated) - 1
        free = (number for number in fitting[at] if number not in seated)
        possible = (number for number in free if _most(fitting[at + 1 :], {number, *seated}) >= left)
        if (number := next(possible, None)) is not None:
            seated[number] = entry
    return tuple((entry, places[number]) for number, entry in sorted(seated.items()))


def _most(fitting: Sequence[Sequence[int]], taken: Container[int]) -> int:
    """How many of these children find a place at most, each among those that fit it and are not taken."""
    holders: dict[int, int] = {}
    return sum(_finds(child, fitting, taken, holders, set()) for child in range(len(fitting)))


def _finds(
    child: int, fitting: Sequence[Sequence[int]], taken: Container[int], holders: dict[int, int], tried: set[int]
) -> bool:
    """Find a place for one child more, if need be by giving another its second choice (a matching's path)."""
    for number in fitting[child]:
        if number in taken or number in tried:
            continue
        tried.add(number)
        if number not in holders or _finds(holders[number], fitting, taken, holders, tried):
            holders[number] = child
            return True
    return False
