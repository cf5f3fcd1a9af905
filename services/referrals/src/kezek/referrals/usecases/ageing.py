"""Growing too old is planned when a candidate begins, and anew whenever what it depends on changes (domain §4.ends).

It depends on the birth date, and on the policies of the child's district, those that are coming among them. A child has
two deadlines in the group of its queue: when it is removed, and when its family is told.
"""

from datetime import date, datetime
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.contracts.queue import PolicyPublished
from kezek.platform import policies
from kezek.platform.db import Database, Tx
from kezek.platform.messaging.jobs import Job, add_job
from kezek.platform.timers import Deadline, clear_deadline, set_deadline
from kezek.platform.workdays import local_day, midnight_of
from kezek.referrals.adapters import candidates, planning
from kezek.referrals.domain.ageing import (
    AgeingKind,
    InForce,
    ages_out_on,
    correct_ageing,
    is_planned,
    is_too_old,
    tell_of_ageing,
    told_at,
)
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import Decision
from kezek.referrals.usecases.basis import policies_at

JOB = "plan_ageing"
AT_ONCE = 200


async def plan_ageing(tx: Tx, candidate: Candidate, as_of: datetime | None = None) -> None:
    """Write both deadlines of a locked candidate as they hold at an instant, else now, or forget them."""
    key = str(candidate.application_id)
    if not is_planned(candidate):
        for kind in AgeingKind:
            await clear_deadline(tx, kind.value, key)
        return
    today = local_day(as_of or tx.now())
    day, policy = await _foreseen(tx, candidate, today)
    await set_deadline(tx, _deadline(tx, candidate, AgeingKind.OUT, midnight_of(day), policy.id))
    # what the family knows, and is not so any more, is corrected at once
    tell_at = told_at(day, policy) if candidate.ageing_told is None else tx.now()
    if tell_at is None or candidate.ageing_told == day or day <= today:
        await clear_deadline(tx, AgeingKind.TOLD.value, key)
    else:
        await set_deadline(tx, _deadline(tx, candidate, AgeingKind.TOLD, tell_at, policy.id))


async def ages_out(tx: Tx, candidate: Candidate, due_at: datetime) -> bool:
    """Whether a child is too old at the instant of its deadline; by policies of now it may be later, and is planned so.

    Of one for which a term runs it is true, too: it is removed when it would stand in the queue again.
    """
    if not is_planned(candidate):
        return False
    if is_too_old(candidate, due_at, *await policies_at(tx, candidate.queue, due_at)):
        return True
    await plan_ageing(tx, candidate, due_at)
    return False


async def tell_before(tx: Tx, candidate: Candidate, due_at: datetime) -> Decision | None:
    """Tell the family of the day on which its child is too old, once; by policies of now that may be later.

    What it has been told, and is not so any more, is corrected.
    """
    if not is_planned(candidate):
        return None
    day, policy = await _foreseen(tx, candidate, local_day(due_at))
    tell_at = told_at(day, policy)
    if tell_at is not None and tell_at <= due_at:
        return tell_of_ageing(candidate, day, due_at)
    corrected = correct_ageing(candidate, day, due_at)
    await plan_ageing(tx, corrected.candidate if corrected else candidate, due_at)
    return corrected


async def on_policy(tx: Tx, event: PolicyPublished) -> None:
    """A version is news: all of its district, or of the region, are planned anew, in batches.

    Who is just planning by the versions of before is waited for; who comes after knows this one.
    """
    await planning.wait_for_planners(tx)
    await add_job(tx, JOB, event.policy.id, {"district": event.district, "after": None})


async def plan_many(tx: Tx, asked: Job) -> None:
    """The next candidates in the order of their ids; another job goes on after them, so that a crash repeats little."""
    district, last = asked.payload["district"], asked.payload["after"]
    ids = await planning.list_planned(tx, district, UUID(last) if last else None, AT_ONCE)
    if not ids:
        return
    for candidate in (await candidates.lock_candidates(tx, ids)).values():
        await plan_ageing(tx, candidate)
    begun, _, number = asked.key.partition(":")
    next_key = f"{begun}:{int(number or 0) + 1}"
    await add_job(tx, JOB, next_key, {"district": district, "after": str(ids[-1])})


async def plan_forgotten(database: Database) -> int:
    """Plan whom a worker of the release before has begun without; how many these were.

    Who is too old already and has a term that runs is among them each time: nothing comes of it before the term ends.
    """
    last, planned = None, 0
    while True:
        async with database.write() as tx:
            ids = await planning.list_unplanned(tx, last, AT_ONCE)
            for candidate in (await candidates.lock_candidates(tx, ids)).values():
                await plan_ageing(tx, candidate)
        planned += len(ids)
        if len(ids) < AT_ONCE:
            return planned
        last = ids[-1]


async def _foreseen(tx: Tx, candidate: Candidate, today: date) -> tuple[date, Policy]:
    """The day on which the child is too old, and by which policy."""
    in_force = await _policies(tx, candidate.queue.district, today)
    day = ages_out_on(candidate.child.birth_date, in_force)
    return day, next(policy for begins, policy in reversed(in_force) if begins <= day)


async def _policies(tx: Tx, district: str, today: date) -> list[InForce]:
    """The policy of a day and those that are known to come after it."""
    asked = (_policies, district, today)
    if asked not in tx.kept:
        await planning.share_planning(tx)
        days = [today, *await policies.list_beginnings(tx, district, after=today)]
        tx.kept[asked] = [(day, await policies.load(tx, district, day)) for day in days]
    known: list[InForce] = tx.kept[asked]
    return known


def _deadline(tx: Tx, candidate: Candidate, kind: AgeingKind, due_at: datetime, policy: str) -> Deadline:
    """What should have happened already happens now, not before the candidate began."""
    now = tx.now()
    return Deadline(
        kind=kind.value,
        key=str(candidate.application_id),
        group=str(candidate.queue),
        due_at=max(due_at, now),
        began_at=now,
        calendar_version=0,
        policy=policy,
    )
