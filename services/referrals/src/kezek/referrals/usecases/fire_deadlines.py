"""What is due at one instant in one queue, in the order of domain §6.7, under the queue's row.

First the ends of turns and referrals, then the returns from the stop list, then the places freed by ended referrals,
offered together. What ends is dated at the due instant; what begins for another child begins when its call comes.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.referrals import Closed, ReferralExpired, Returned, StopListed
from kezek.platform.act_rows import received_before
from kezek.platform.db import Tx
from kezek.platform.timers import ActsInTime, Deadline
from kezek.referrals.adapters import candidates, places
from kezek.referrals.domain.candidate import (
    Candidate,
    ReferralStatus,
    Status,
    come_back,
    expire,
    missed_too_often,
    remove,
    stop_list,
)
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.policy import load_policy
from kezek.referrals.usecases import deadlines
from kezek.referrals.usecases.lapse_turn import lapse_turn
from kezek.referrals.usecases.offer_places import offer_again_in_order
from kezek.referrals.usecases.publishing import Because, record_steps

EXPIRED = "referral_not_used_in_time"
STOP_LIST_OVER = "stop_list_over"
TOO_MANY_MISSES = "too_many_misses"


async def fire_due(tx: Tx, queue: str, due_at: datetime, due: list[Deadline]) -> None:
    """Fire the deadlines of one queue and instant.

    Raises:
        ActsInTime: when acts on these applications were received before the instant and are not finished.
    """
    await places.lock_queue(tx, queue)
    found = await candidates.lock_candidates(tx, [UUID(each.key) for each in due])
    in_time = await received_before(tx, [each.key for each in due], due_at)
    if in_time:
        raise ActsInTime(in_time)
    by_kind = {
        kind: [found[UUID(each.key)] for each in sorted(due, key=lambda each: each.key) if each.kind == kind]
        for kind in (deadlines.TURN, deadlines.REFERRAL, deadlines.STOP_LIST)
    }
    for candidate in by_kind[deadlines.TURN]:
        await _end_turn(tx, candidate, due_at)
    freed = [await _expire_referral(tx, candidate, due_at) for candidate in by_kind[deadlines.REFERRAL]]
    for candidate in by_kind[deadlines.STOP_LIST]:
        await _return(tx, candidate, due_at)
    await offer_again_in_order(tx, queue, [place for place in freed if place is not None])


async def _end_turn(tx: Tx, candidate: Candidate, due_at: datetime) -> None:
    if candidate.turn is not None and candidate.turn.term.ends_at == due_at:
        await lapse_turn(tx, candidate, candidate.turn)


async def _expire_referral(tx: Tx, candidate: Candidate, due_at: datetime) -> Place | None:
    referral = candidate.referral
    if referral is None or referral.status is not ReferralStatus.VALID or referral.term.ends_at != due_at:
        return None
    await candidates.update_referral_status(tx, replace(referral, status=ReferralStatus.EXPIRED))
    await _punish(tx, expire(candidate), Because(EXPIRED, "domain §7", due_at))
    return (await places.lock_places(tx, [referral.place_id]))[referral.place_id]


async def _punish(tx: Tx, expired: Candidate, because: Because) -> None:
    policy = load_policy()
    if missed_too_often(expired, policy):
        removed = (Closed, replace(because, reason=TOO_MANY_MISSES))
        await record_steps(tx, remove(expired), (ReferralExpired, because), removed)
        return
    days = policy.stop_list_working_days
    term = await deadlines.begin_term(tx, deadlines.STOP_LIST, expired, days, policy, because)
    stop_listed = stop_list(expired, term.ends_at)
    await record_steps(tx, stop_listed, (ReferralExpired, because), (StopListed, because))


async def _return(tx: Tx, candidate: Candidate, due_at: datetime) -> None:
    if candidate.status is Status.STOP_LISTED and candidate.stop_listed_until == due_at:
        await record_steps(tx, come_back(candidate), (Returned, Because(STOP_LIST_OVER, "domain §7", due_at)))
