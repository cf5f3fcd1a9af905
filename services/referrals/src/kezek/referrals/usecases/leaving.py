"""What withdrawal and move share: the locks, what was over before, what is stated, the place that goes on (§4.ends)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
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
from kezek.referrals.usecases.publishing import offer_to_queue

Leaving = tuple[Candidate, Place | None]
"""A locked candidate with the place that it gives back."""


async def lock_leaving(tx: Tx, act: Act[Any, Any], received_at: datetime, twins: Sequence[UUID] = ()) -> list[Leaving]:
    """The act's candidate as it was when the act came, with the place that it gives back, then its twins; all locked.

    The queues' rows come first, in one order for all: what is given back is offered at once.

    Raises:
        NotFound: `application_not_found`.
        ReceivedEarlier: to finish an earlier act of this family first.
        Unavailable: `earlier_act_not_finished`.
    """
    ids = (UUID(act.subject), *twins)
    found = [await candidates.find_candidate(tx, each) for each in ids]
    known = {each.application_id: each.queue for each in found if each is not None}
    if len(known) < len(ids):
        raise NotFound("application_not_found")
    for queue in sorted(set(known.values()), key=str):
        await places.lock_queue(tx, queue)
    locked = await candidates.lock_candidates(tx, ids)
    if {each: locked[each].queue for each in ids} != known:  # one is just in another: the worker tries again
        raise Unavailable("earlier_act_not_finished")
    leaving = []
    for each in ids:
        of_it = replace(act, subject=str(each))
        await check_first(tx, of_it, locked[each], received_at)
        leaving.append(await end_overdue(tx, locked[each], received_at))
    given = [place_given_back(each) for each in leaving]
    held = await places.lock_places(tx, [each for each in given if each])
    return [(each, held[place_id] if place_id else None) for each, place_id in zip(leaving, given, strict=True)]


async def offer_all(tx: Tx, offered: Iterable[Place]) -> None:
    """Offer what was given back at one instant, queue by queue: twins may stand in several (domain §6.7)."""
    by_queue = defaultdict(list)
    for place in offered:
        by_queue[str(place.queue)].append(place)
    for _, of_queue in sorted(by_queue.items()):
        await offer_to_queue(tx, of_queue)


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
