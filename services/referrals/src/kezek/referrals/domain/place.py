"""A place: one row that one child can hold (domain §6.5)."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import InstructionLanguage, PlaceStatus


@dataclass(frozen=True)
class Place:
    """One free place as published.

    `offer` numbers its offers to the queue, an older number is void; `not_for` are the applications that are not
    called for it again, whoever holds it meanwhile (domain §6.6).
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


def take(place: Place, application_id: UUID) -> Place:
    """Give the place to a child for good, or until it gives it back (domain §6.3)."""
    return replace(place, status=PlaceStatus.TAKEN, holder=application_id)


def offer_again(place: Place, not_for: frozenset[UUID] = frozenset()) -> Place:
    """Offer the place to the queue anew; older calls for it are void, and the place keeps for whom it is not."""
    return replace(
        place, status=PlaceStatus.OFFERED, offer=place.offer + 1, holder=None, not_for=place.not_for | not_for
    )


def can_be_chosen_by(place: Place, application_id: UUID, queue: QueueRef) -> bool:
    """Whether a child may take the place: held for it, or open to all of its queue (domain §6.3, §6.4)."""
    mine = place.status is PlaceStatus.HELD and place.holder == application_id
    return place.queue == queue and (mine or place.status is PlaceStatus.OPEN)
