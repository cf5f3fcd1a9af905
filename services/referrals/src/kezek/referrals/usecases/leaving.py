"""What withdrawal and move share: the locks, what was over before, what is stated, the place that goes on (§4.ends)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.vocabulary import ReferralStatus
from kezek.platform.acts import Act
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound, Unavailable
from kezek.referrals.adapters import candidates, copies, places
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.leaving import place_given_back
from kezek.referrals.domain.place import Place
from kezek.referrals.usecases import statements
from kezek.referrals.usecases.earlier import check_first
from kezek.referrals.usecases.ends import end_overdue


async def lock_leaving(tx: Tx, act: Act[Any, Any], received_at: datetime) -> tuple[Candidate, Place | None]:
    """The candidate as it was when the act came, with the place that it gives back, all locked.

    The queue's row comes first: what is given back is offered at once.

    Raises:
        ReceivedEarlier: to finish an earlier act of this family first.
        Unavailable: `earlier_act_not_finished`.
    """
    application_id = UUID(act.subject)
    known = await candidates.find_candidate(tx, application_id)
    if known is None:
        raise NotFound("application_not_found")
    await places.lock_queue(tx, known.queue)
    candidate = await candidates.lock_candidate(tx, application_id)
    if candidate.queue != known.queue:  # its class or kind has just become another: the worker tries again
        raise Unavailable("earlier_act_not_finished")
    await check_first(tx, act, candidate, received_at)
    candidate = await end_overdue(tx, candidate, received_at)
    place_id = place_given_back(candidate)
    held = await places.lock_places(tx, [place_id] if place_id else [])
    return candidate, held[place_id] if place_id else None


async def stated_leaving(tx: ReadTx, candidate: Candidate, at: datetime) -> statements.StatedLeaving:
    """What the statement says of the application at an instant: what is over by then is not open, fired or not.

    Raises:
        Unavailable: `application_not_complete_yet`.
    """
    card = await copies.cards.find(tx, candidate.application_id)
    if card is None:
        raise Unavailable("application_not_complete_yet")
    referral, turn = candidate.referral, candidate.turn
    return statements.StatedLeaving(
        application_number=card.number,
        child=statements.child_names(card.child),
        turn_id=turn.id if turn and at < turn.term.ends_at else None,
        referral_number=referral.number if referral and referral.status_at(at) is ReferralStatus.VALID else None,
    )
