"""Twins stand together (domain §5.4): by the earliest time of theirs and the better class, as far as they wait.

All of it follows from what is known of each child, so that it is the same in whichever order that was heard.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.contracts.vocabulary import QueueClass
from kezek.queue.domain.queue import Entry

Key = tuple[datetime, str]
_BEST_FIRST = tuple(QueueClass)


@dataclass(frozen=True)
class Unit:
    """A child, or twins who wait together: called in one step of this class, by this time and number."""

    entries: tuple[Entry, ...]
    queue_class: QueueClass
    key: Key

    @property
    def may_part(self) -> bool:
        """Whether the parent allows places apart: for each of them."""
        return all(each.child.separate_places for each in self.entries)


def units_of(entries: Iterable[Entry]) -> list[Unit]:
    """Who stands in the order of one queue, as units, first come first; the class of each is its own."""
    together: dict[UUID, list[Entry]] = {}
    for entry in entries:
        together.setdefault(entry.child.twins or entry.child.application_id, []).append(entry)
    return sorted((unit_of(each) for each in together.values()), key=lambda unit: unit.key)


def unit_of(entries: Iterable[Entry]) -> Unit:
    """These children as one unit."""
    members = tuple(sorted(entries, key=own_key))
    best = min((each.child.queue_class for each in members), key=_BEST_FIRST.index)
    return Unit(members, best, own_key(members[0]))


def own_key(entry: Entry) -> Key:
    """By what a child stands when it stands alone: the time of submission, ties by number (domain §5.1)."""
    return entry.child.submitted_at, entry.number


def by_class(units: Iterable[Unit]) -> Mapping[QueueClass, list[Unit]]:
    """Units by the class in which they are called, each in their order."""
    found: dict[QueueClass, list[Unit]] = {each: [] for each in QueueClass}
    for unit in units:
        found[unit.queue_class].append(unit)
    return found
