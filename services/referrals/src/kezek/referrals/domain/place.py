"""A place: one row that one child can hold (domain §6.5)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from uuid import UUID

from kezek.contracts.values import QueuedChild, QueueRef
from kezek.contracts.vocabulary import InstructionLanguage, PlaceStatus
from kezek.platform.workdays import next_at

OPENING = "opening"
"""The kind of deadline at which a place that waits for the hour of free choice opens."""
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True)
class Place:
    """One free place as published.

    `offer` numbers its offers to the queue, an older number is void; `not_for` are the children who are not called for
    it again, by whichever application, whoever holds it meanwhile (domain §6.6); places of before name applications.
    One that waits for the hour of free choice is nobody's until `opens_at`.
    """

    id: UUID
    vacancy_id: UUID
    ordinal: int
    kindergarten_id: UUID
    queue: QueueRef
    language: InstructionLanguage
    published_at: datetime
    status: PlaceStatus = PlaceStatus.OFFERED
    offer: int = 1
    version: int = 0
    holder: UUID | None = None
    not_for: frozenset[UUID] = frozenset()
    opens_at: datetime | None = None

    @property
    def order(self) -> tuple[datetime, UUID, int]:
        """The order of first publication (domain §6.7)."""
        return (self.published_at, self.vacancy_id, self.ordinal)

    def is_not_for(self, child: QueuedChild) -> bool:
        """Whether the child is not called for it: it has given it back by cancelling (domain §6.6)."""
        return not self.not_for.isdisjoint((child.child_id, child.application_id))

    def is_open(self, at: datetime) -> bool:
        """Whether it is in free choice at an instant, from its hour on, recorded yet or not (domain §6.4)."""
        return self.status is PlaceStatus.OPEN or (self.opens_at is not None and at >= self.opens_at)


def hold(place: Place, application_id: UUID) -> Place:
    """Hold the place for a turn."""
    return replace(place, status=PlaceStatus.HELD, holder=application_id, opens_at=None)


def open_to_all(place: Place) -> Place:
    """Open the place to free choice (domain §6.4)."""
    return replace(place, status=PlaceStatus.OPEN, holder=None, opens_at=None)


def open_at_hour(place: Place, lapsed_at: datetime, hour: int | None) -> Place:
    """Open the place of a lapsed turn to free choice: at once, or at the next such hour of Kazakhstan's clock (§6.4).

    An hour that has come at the very lapse is that hour. Until then nobody holds the place and nobody may take it.
    """
    opens_at = lapsed_at if hour is None else next_at(lapsed_at - _TICK, time(hour))
    if opens_at <= lapsed_at:
        return open_to_all(place)
    return replace(place, status=PlaceStatus.OPENING, holder=None, opens_at=opens_at)


def open_due(places: Iterable[Place], at: datetime) -> list[Place]:
    """Of these places those that open at this instant, open, in the order of first publication."""
    due = [place for place in places if place.status is PlaceStatus.OPENING and place.opens_at == at]
    return [open_to_all(place) for place in sorted(due, key=lambda place: place.order)]


def take(place: Place, application_id: UUID) -> Place:
    """Give the place to a child for good, or until it gives it back (domain §6.3)."""
    return replace(place, status=PlaceStatus.TAKEN, holder=application_id, opens_at=None)


def offer_again(place: Place, not_for: frozenset[UUID] = frozenset()) -> Place:
    """Offer the place to the queue anew; older calls for it are void, and the place keeps for whom it is not."""
    return replace(
        place,
        status=PlaceStatus.OFFERED,
        offer=place.offer + 1,
        holder=None,
        not_for=place.not_for | not_for,
        opens_at=None,
    )


def is_held_for(place: Place, application_id: UUID) -> bool:
    """Whether a running turn of the child holds the place."""
    return place.status is PlaceStatus.HELD and place.holder == application_id
