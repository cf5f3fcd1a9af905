"""A place: one row that one child can hold (domain §6.5)."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class PlaceStatus(StrEnum):
    """Offered to the queue, held for a turn, open to free choice, taken, or annulled."""

    OFFERED = "offered"
    HELD = "held"
    OPEN = "open"
    TAKEN = "taken"
    ANNULLED = "annulled"


@dataclass(frozen=True)
class Place:
    """One free place as published; `offer` numbers its offers to the queue, an older number is void."""

    id: UUID
    vacancy_id: UUID
    ordinal: int
    kindergarten_id: UUID
    queue: str
    language: str
    published_at: datetime
    status: PlaceStatus = PlaceStatus.OFFERED
    offer: int = 1
    version: int = 0
    holder: UUID | None = None

    @property
    def order(self) -> tuple[datetime, UUID, int]:
        """The order of first publication (domain §6.7)."""
        return (self.published_at, self.vacancy_id, self.ordinal)


def hold(place: Place, application_id: UUID) -> Place:
    """Hold the place for a turn."""
    return replace(place, status=PlaceStatus.HELD, holder=application_id)


def open_to_all(place: Place) -> Place:
    """Open the place to free choice (domain §6.4)."""
    return replace(place, status=PlaceStatus.OPEN, holder=None)


def offer_again(place: Place) -> Place:
    """Offer the place to the queue anew; older calls for it are void."""
    return replace(place, status=PlaceStatus.OFFERED, offer=place.offer + 1, holder=None)


def can_be_chosen_by(place: Place, application_id: UUID, queue: str) -> bool:
    """Whether a child may take the place: held for it, or open to all of its queue (domain §6.3, §6.4)."""
    mine = place.status is PlaceStatus.HELD and place.holder == application_id
    return place.queue == queue and (mine or place.status is PlaceStatus.OPEN)
