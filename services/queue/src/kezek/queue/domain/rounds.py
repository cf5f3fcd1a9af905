"""One round of the voucher regime's distribution over a district (domain §9.rounds).

The order is strict: by category, then time, then number, so that what a child gets depends on nobody behind it, and
nobody gains by naming other wishes than its own.
"""

import hashlib
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice, product
from operator import attrgetter
from typing import NamedTuple

from kezek.contracts.vocabulary import GroupKind, InstructionLanguage
from kezek.queue.domain.eligibility import BirthWindow


class Seeker(NamedTuple):
    """A child that waits: by what it stands, what it needs, and the kindergartens it wishes, the dearest first."""

    category: int
    submitted_at: datetime
    number: str
    application_id: Hashable
    group_year: int
    kind: GroupKind
    birth_date: date
    languages: Collection[InstructionLanguage]
    wishes: Sequence[Hashable]
    twins: Hashable | None = None
    separate_places: bool = False


class RoundPlace(NamedTuple):
    """A free place of the district, and who gave it back and is not called for it again (domain §6.6)."""

    place_id: Hashable
    kindergarten_id: Hashable
    group_year: int
    kind: GroupKind
    language: InstructionLanguage
    not_for: Collection[Hashable] = ()


class Given(NamedTuple):
    """Who gets which place, and which of its wishes that is, counted from 1."""

    application_id: Hashable
    place_id: Hashable
    wish: int


@dataclass(frozen=True)
class Round:
    """What comes of a round, both in its order: who gets a place, and who waits on."""

    given: list[Given]
    waiting: list[Hashable]

    @property
    def digest(self) -> str:
        """What tells this outcome from another, and nothing of any child: who merely waits on has no part in it."""
        told = "\n".join(f"{each.application_id} {each.place_id} {each.wish}" for each in self.given)
        return hashlib.sha256(told.encode()).hexdigest()


_Lot = tuple[int, RoundPlace]
"""A place with its rank by publication."""
_Shelf = dict[InstructionLanguage, list[_Lot]]
"""Free places of one kindergarten, year and kind by language; the one published first is the last of its list."""
_Shelves = dict[Hashable, _Shelf]
_Cohort = tuple[GroupKind, int]
_Taken = tuple[Seeker, Hashable, _Lot]


def distribute(seekers: Iterable[Seeker], places: Iterable[RoundPlace], window: BirthWindow) -> Round:
    """Gives each child in order the first of its wishes where a place fits.

    `places` come in the order of their publication; of several that fit in one kindergarten the first is given.
    Whoever is too young or too old for a call waits.
    """
    free = _Free(places, window)
    given: list[Given] = []
    waiting: list[Hashable] = []
    for unit in _in_order(seekers):
        taken = free.find(unit)
        for seeker, wish, lot in taken:
            free.take(seeker, wish, lot)
            given.append(Given(seeker.application_id, lot[1].place_id, 1 + seeker.wishes.index(wish)))
        if not taken:
            waiting += [each.application_id for each in unit]
    return Round(given, waiting)


def called_together(found: Round, seekers: Iterable[Seeker]) -> list[list[Given]]:
    """Who is called by one call: twins of one queue who were not allowed to part; the others alone, in the order given.

    A call is of one queue; of twins in two each queue calls its own, for places in the same kindergarten.
    """
    by_id = {each.application_id: each for each in seekers}
    parting = {each.twins for each in by_id.values() if each.twins is not None} - _inseparable(by_id.values())
    calls: dict[Hashable, list[Given]] = {}
    for given in found.given:
        seeker = by_id[given.application_id]
        alone = seeker.twins is None or seeker.twins in parting
        unit = seeker.application_id if alone else (seeker.twins, seeker.group_year, seeker.kind)
        calls.setdefault(unit, []).append(given)
    return list(calls.values())


def _inseparable(seekers: Iterable[Seeker]) -> set[Hashable]:
    return {each.twins for each in seekers if each.twins is not None and not each.separate_places}


def waiting_list(seekers: Iterable[Seeker], kindergarten_id: Hashable) -> list[Hashable]:
    """Who waits for a wanted kindergarten, in the order of the next round (domain §9.rounds)."""
    return [each.application_id for unit in _in_order(seekers) for each in unit if kindergarten_id in each.wishes]


def waiting_lists(seekers: Sequence[Seeker], kindergarten_id: Hashable) -> dict[_Cohort, list[Hashable]]:
    """The same by kind and group year: places of one are none of another's, and each is numbered by itself."""
    cohort_of = {each.application_id: (each.kind, each.group_year) for each in seekers}
    found: dict[_Cohort, list[Hashable]] = {}
    for each in waiting_list(seekers, kindergarten_id):
        found.setdefault(cohort_of[each], []).append(each)
    return found


def _in_order(seekers: Iterable[Seeker]) -> Iterator[tuple[Seeker, ...]]:
    """Children who get places by themselves, and twins who get them together or not at all.

    Twins stand next to each other at the better category and the earliest time of theirs.
    """
    alone: list[Seeker] = []
    families: dict[Hashable, list[Seeker]] = {}
    for seeker in seekers:
        if seeker.twins is None:
            alone.append(seeker)
        else:
            families.setdefault(seeker.twins, []).append(seeker)
    together: dict[Hashable, list[Seeker]] = {}
    for family in families.values():
        first = _standing(family)
        alone.append(first)
        together[first.application_id] = family
    # three stable sorts by plain keys take half as long as one by all three
    for key in ("number", "submitted_at", "category"):
        alone.sort(key=attrgetter(key))
    for seeker in alone:
        if seeker.twins is None:
            yield (seeker,)
        else:
            family = together[seeker.application_id]
            yield from (
                ((each,) for each in family) if all(each.separate_places for each in family) else (tuple(family),)
            )


def _standing(family: list[Seeker]) -> Seeker:
    """The twin with the lowest number, as the family stands; the family sorted by number."""
    family.sort(key=lambda each: each.number)
    return family[0]._replace(
        category=min(each.category for each in family), submitted_at=min(each.submitted_at for each in family)
    )


class _Free:
    """The places that nobody has got yet."""

    def __init__(self, places: Iterable[RoundPlace], window: BirthWindow) -> None:
        self._window = window
        self._shelves: dict[_Cohort, _Shelves] = {}
        for rank, place in reversed(list(enumerate(places))):
            of_cohort = self._shelves.setdefault((place.kind, place.group_year), {})
            of_cohort.setdefault(place.kindergarten_id, {}).setdefault(place.language, []).append((rank, place))

    def find(self, unit: tuple[Seeker, ...]) -> list[_Taken]:
        """A place for each of them, in one kindergarten; nothing where one would have none."""
        if len(unit) == 1:
            return self._alone(unit[0])
        return self._together(unit) if all(each.birth_date in self._window for each in unit) else []

    def take(self, seeker: Seeker, wish: Hashable, lot: _Lot) -> None:
        """The place is nobody else's; what is empty is forgotten, so that most of those who come late ask in vain."""
        shelves = self._shelves[seeker.kind, seeker.group_year]
        shelf, language = shelves[wish], lot[1].language
        shelf[language].remove(lot)
        if not shelf[language]:
            del shelf[language]
        if not shelf:
            del shelves[wish]

    def _alone(self, seeker: Seeker) -> list[_Taken]:
        shelves = self._shelves.get((seeker.kind, seeker.group_year))
        if shelves and seeker.birth_date in self._window:
            for wish in seeker.wishes:
                if wish in shelves and (lots := _fitting(seeker, shelves[wish], 1)):
                    return [(seeker, wish, lots[0])]
        return []

    def _together(self, twins: tuple[Seeker, ...]) -> list[_Taken]:
        for wish in twins[0].wishes:
            if all(wish in each.wishes for each in twins) and (lots := self._seats(twins, wish)):
                return [(each, wish, lot) for each, lot in zip(twins, lots, strict=True)]
        return []

    def _seats(self, twins: tuple[Seeker, ...], wish: Hashable) -> tuple[_Lot, ...] | None:
        """Child by child the place published first with which the rest still find one."""
        shelves = [self._shelves.get((each.kind, each.group_year), {}).get(wish, {}) for each in twins]
        fitting = [_fitting(each, shelf, len(twins)) for each, shelf in zip(twins, shelves, strict=True)]
        return next((lots for lots in product(*fitting) if len(set(lots)) == len(lots)), None)


def _fitting(seeker: Seeker, shelf: _Shelf, most: int) -> list[_Lot]:
    """Places of a kindergarten that fit, the first so many in the order of publication."""
    found: list[_Lot] = []
    for language, lots in shelf.items():
        if language in seeker.languages:
            mine = (lot for lot in reversed(lots) if seeker.application_id not in lot[1].not_for)
            found.extend(islice(mine, most))
    found.sort()
    return found[:most]
