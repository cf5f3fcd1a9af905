"""What closing a kindergarten would touch here: its free and held places, its referrals on the way (domain §6.6)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from kezek.contracts.access import Why
from kezek.contracts.vocabulary import ApplicationStatus, PlaceStatus
from kezek.platform.actors import Grant, Role
from kezek.platform.db import ReadTx
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Transaction
from kezek.referrals.adapters import candidates, copies, places
from kezek.referrals.domain.annulling import is_on_the_way
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.place import Place
from kezek.referrals.entrypoints import permissions
from kezek.referrals.usecases.find_referral import subject_of

router = APIRouter()


class HeldPlaceView(BaseModel):
    """A place whose turn would end, by the number of its application."""

    application_number: str
    held_until: datetime | None


class VoidedReferralView(BaseModel):
    """A referral that would become void; its child stands in the queue again."""

    referral_number: str
    application_number: str
    status: ApplicationStatus


class TouchedView(BaseModel):
    """What would be annulled and void: how many free places, which turns, which referrals."""

    free: int
    held: list[HeldPlaceView]
    referrals: list[VoidedReferralView]


@router.get("/kindergartens/{kindergarten_id}/closing")
async def preview_places_of_closing(
    kindergarten_id: UUID, tx: Transaction, log: Annotated[ReadingLog, reading(permissions.PREVIEW_CLOSING)]
) -> TouchedView:
    """The places of a kindergarten that nobody has for good; a kindergarten without places has none."""
    living = [
        place
        for queue in await places.list_queues_of(tx, kindergarten_id)
        for place in await places.list_living(tx, kindergarten_id, queue)
    ]
    known = await candidates.find_candidates(tx, [each.holder for each in living if each.holder])
    held = [known[each.holder] for each in living if each.holder in known and each.status is PlaceStatus.HELD]
    voided = [known[each.holder] for each in living if each.holder in known and is_on_the_way(each, known[each.holder])]
    await log.note(Grant(Role.ADMINISTRATOR), Why.LIST, map(subject_of, [*held, *voided]))
    return await _touched(tx, living, held, voided)


async def _touched(
    tx: ReadTx, living: Sequence[Place], held: Sequence[Candidate], voided: Sequence[Candidate]
) -> TouchedView:
    cards = await copies.cards.find_many(tx, [each.application_id for each in (*held, *voided)])
    number = {application_id: card.number for application_id, card in cards.items()}
    return TouchedView(
        free=sum(each.holder is None for each in living),
        held=[
            HeldPlaceView(
                application_number=number.get(each.application_id, ""),
                held_until=each.turn.term.ends_at if each.turn else None,
            )
            for each in held
        ],
        referrals=[
            VoidedReferralView(
                referral_number=each.referral.number if each.referral else "",
                application_number=number.get(each.application_id, ""),
                status=each.status,
            )
            for each in voided
        ],
    )
