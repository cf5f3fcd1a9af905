"""Signatures for places: whoever signed before comes first, for a minute at most (domain §6.4, §6.7)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.contracts.values import QueueRef
from kezek.platform.act_rows import Rivals, Unfinished, list_received_before, received_before
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


@dataclass(frozen=True)
class Signed:
    """An application for which something was received and is not finished, and the subject of that act."""

    application_id: UUID
    subject: str


def who_signed(application_ids: Collection[UUID], place_ids: Iterable[UUID] = ()) -> Rivals:
    """All acts on these applications, choices that name them as twins, and whoever signed for one of these places."""
    children = [{"application_id": str(each)} for each in application_ids]
    chosen = [{"place_id": str(each)} for each in place_ids]
    twins = [{"twins": [each]} for each in (*children, *chosen)]
    return Rivals(tuple(str(each) for each in application_ids), TYPES, (*chosen, *twins))


async def list_signed(tx: Tx, application_ids: Collection[UUID], instant: datetime) -> list[Signed]:
    """What comes before a deadline at an instant: acts on these applications, and choices that name them as twins.

    However long they take: whoever signed in time loses nothing by a silent authority.
    """
    own = await received_before(tx, [str(each) for each in application_ids], instant)
    together = await list_received_before(tx, TYPES, instant, piece={"twins": [{}]})
    twins = [(each.subject, UUID(twin["application_id"])) for each in together for twin in each.body["twins"]]
    return [
        *(Signed(UUID(each), each) for each in own),
        *(Signed(twin, subject) for subject, twin in twins if twin in application_ids),
    ]


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
