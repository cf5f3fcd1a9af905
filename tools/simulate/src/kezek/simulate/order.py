"""Who waits, sorted: what the service keeps in its database, here in lists (domain §5.1, §5.4).

By class and language, so that a hand-out looks at no more children than its places can reach.
"""

import heapq
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from kezek.contracts.ages import birthday
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import InstructionLanguage, QueueClass
from kezek.queue.domain.calls import Heads, Plan, plan_calls, reach_of
from kezek.queue.domain.eligibility import BirthWindow, birth_window, eligible
from kezek.queue.domain.order import next_class, owed_after_call
from kezek.queue.domain.queue import Entry, FreePlace
from kezek.queue.domain.twins import Key, Unit, unit_of

_Stream = tuple[QueueClass, InstructionLanguage]


class Order:
    """The children of one queue who wait, and the phase."""

    def __init__(self) -> None:
        self.owed = 0
        self._waiting: dict[UUID, dict[UUID, Entry]] = defaultdict(dict)
        self._units: dict[Key, Unit] = {}
        self._by_class: dict[QueueClass, list[Key]] = {each: [] for each in QueueClass}
        # those of whom somebody is old enough to be called; the others wait for their day
        self._streams: dict[_Stream, list[Key]] = defaultdict(list)
        self._too_young: list[tuple[date, Key]] = []
        self._from_months = -1

    def enter(self, entry: Entry) -> None:
        """A child waits, or waits with other facts than before."""
        self._regroup(entry, {entry.child.application_id: entry})

    def leave(self, entry: Entry) -> None:
        """A child does not wait any more."""
        self._regroup(entry, {})

    def positions(self, policy: Policy) -> Iterator[Entry]:
        """Who waits in the order in which they would be called, each for a place that everybody may have (§5.2)."""
        streams = {each: iter(keys) for each, keys in self._by_class.items() if keys}
        heads = {each: next(stream) for each, stream in streams.items()}
        owed = self.owed
        while (called := next_class(owed, heads, policy)) is not None:
            unit = self._units[heads[called]]
            owed = owed_after_call(owed, called, policy, len(unit.entries))
            yield from unit.entries
            if (following := next(streams[called], None)) is None:
                del heads[called]
            else:
                heads[called] = following

    def plan(self, places: Sequence[FreePlace], today: date, policy: Policy) -> Plan:
        """Whom a hand-out calls; the phase is as after it (domain §5.2, §6.6)."""
        self._grow(today, policy)
        window = birth_window(today, policy)
        further: int | None = 0
        while further is not None:
            looked_past = further
            plan = plan_calls(self.owed, self._heads(places, window, looked_past), places, window, policy)
            further = plan.to_look_past(looked_past)
        if plan.calls:
            self.owed = plan.calls[-1].owed
        return plan

    def _heads(self, places: Sequence[FreePlace], window: BirthWindow, looked_past: int) -> Heads:
        """As many of each class and language as these places reach: as the service's store finds them."""
        any_of = {place.language: FreePlace(place.id, place.offer, place.language, ()) for place in places}
        reach = reach_of(places, looked_past)
        found: dict[QueueClass, list[Unit]] = {}
        for queue_class in QueueClass:
            keys: set[Key] = set()
            for language, place in any_of.items():
                keys.update(self._first(self._streams[queue_class, language], place, window, reach))
            found[queue_class] = [self._units[key] for key in sorted(keys)]
        return found

    def _first(self, stream: Sequence[Key], place: FreePlace, window: BirthWindow, reach: int) -> Iterator[Key]:
        for key in stream:
            if reach == 0:
                return
            if any(eligible(each, place, window) for each in self._units[key].entries):
                reach -= 1
                yield key

    def _regroup(self, entry: Entry, now: dict[UUID, Entry]) -> None:
        group = self._waiting[entry.child.twins or entry.child.application_id]
        if group:
            self._take_out(unit_of(group.values()))
        group.pop(entry.child.application_id, None)
        group.update(now)
        if group:
            self._put_in(unit_of(group.values()))

    def _put_in(self, unit: Unit) -> None:
        self._units[unit.key] = unit
        insort(self._by_class[unit.queue_class], unit.key)
        heapq.heappush(self._too_young, (self._from_day(unit), unit.key))

    def _take_out(self, unit: Unit) -> None:
        del self._units[unit.key]
        _remove(self._by_class[unit.queue_class], unit.key)
        for language in _languages(unit):
            _remove(self._streams[unit.queue_class, language], unit.key)

    def _grow(self, today: date, policy: Policy) -> None:
        """Who is old enough by now stands where calls look."""
        if policy.called_from_months != self._from_months:
            self._from_months = policy.called_from_months
            self._streams.clear()
            self._too_young = sorted((self._from_day(unit), key) for key, unit in self._units.items())
        while self._too_young and self._too_young[0][0] <= today:
            _, key = heapq.heappop(self._too_young)
            # it may have left, or come again with other facts, since it was put there
            if key in self._units:
                self._show(self._units[key])

    def _show(self, unit: Unit) -> None:
        for language in _languages(unit):
            stream = self._streams[unit.queue_class, language]
            at = bisect_left(stream, unit.key)
            if at == len(stream) or stream[at] != unit.key:
                stream.insert(at, unit.key)

    def _from_day(self, unit: Unit) -> date:
        return min(birthday(each.child.birth_date, max(0, self._from_months)) for each in unit.entries)


def _languages(unit: Unit) -> set[InstructionLanguage]:
    return {language for each in unit.entries for language in each.child.languages}


def _remove(keys: list[Key], key: Key) -> None:
    at = bisect_left(keys, key)
    if at < len(keys) and keys[at] == key:
        del keys[at]
