"""Signatures for places: whoever signed before comes first, for a minute at most (domain §6.4, §6.7)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.contracts.values import QueueRef
from kezek.platform.act_rows import Rivals, Unfinished, list_received_before
from kezek.platform.db import Tx
from kezek.referrals.domain.receipts import hold_back
from kezek.referrals.usecases.basis import basis_on

BY_FAMILY, AT_COUNTER = "referrals.choose-place", "referrals.choose-at-counter"
TYPES = (BY_FAMILY, AT_COUNTER)
"""Those acts in which a place is chosen; of two for one place the first received wins."""


@dataclass(frozen=True)
class Awaited:
    """A choice that was received in time and is not finished, and which of the places asked for it names."""

    receipt_id: UUID
    subject: str
    places: frozenset[UUID]


def who_chose(place_ids: Iterable[UUID], subjects: tuple[str, ...] = ()) -> Rivals:
    """Whoever signed for one of these places, for a child or a twin; and all acts on these applications."""
    pieces = [{"place_id": str(place_id)} for place_id in place_ids]
    return Rivals(subjects, TYPES, (*pieces, *({"twins": [piece]} for piece in pieces)))


async def list_awaited(tx: Tx, queue: QueueRef, place_ids: Collection[UUID], instant: datetime) -> list[Awaited]:
    """The choices of these locked places that come before an instant, though they are not finished yet."""
    if not place_ids:
        return []
    policy = (await basis_on(tx, queue, instant)).policy
    received = await list_received_before(tx, TYPES, instant, hold_back(policy))
    awaited = [Awaited(each.id, each.subject, _named(each).intersection(place_ids)) for each in received]
    return [each for each in awaited if each.places]


def _named(choice: Unfinished) -> frozenset[UUID]:
    return frozenset(UUID(each["place_id"]) for each in (choice.body, *choice.body.get("twins", ())))
