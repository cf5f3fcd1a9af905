"""What a call's answer does to the order (domain §5.2, architecture §job.3)."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.referrals import CallAnswered
from kezek.contracts.values import QueueRef
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.platform.workdays import local_day
from kezek.queue.adapters import calls, entries, store
from kezek.queue.adapters.ledger import write_line
from kezek.queue.domain.order import owed_anew
from kezek.queue.domain.queue import Call, CallState, Change, Queue, call_changes

Locked = dict[QueueRef, Queue]


async def settle_call(tx: Tx, answered: CallAnswered, *, now: datetime) -> None:
    """Close a call by referrals' answer: its turns began, or it counts as not made."""
    queue = await store.lock_queue(tx, answered.queue)
    call = await calls.find_call(tx, answered.call_id)
    if call is None or not call_changes(call, began=answered.started):
        return
    state = CallState.BEGUN if answered.started else CallState.UNMADE
    policy = await policies.load(tx, queue.ref.district, local_day(now))
    queues = await close_call(tx, {queue.ref: queue}, queue.ref, call, (state, answered.reason), policy, now=now)
    if answered.reason is Reason.CANDIDATE_NOT_WAITING:
        # of one child the answer does not have to say who it was, and once did not
        alone = call.children if len(call.children) == 1 else ()
        for application_id in alone or answered.not_waiting:
            queues = await _let_leave(tx, queues, application_id, answered.reason, now=now)
    await store.update_queues(tx, queues)


async def _let_leave(tx: Tx, queues: Locked, application_id: UUID, reason: Reason, *, now: datetime) -> Locked:
    """Take who does not wait out of the order until referrals says that it does (architecture §job.3).

    Referrals said so before, in what could not be read yet: without this the child would be called again for ever.
    """
    if not await entries.update_waiting(tx, application_id, waiting=False):
        return queues
    ref = (await entries.list_queues_of(tx, [application_id]))[application_id]
    left = await write_line(tx, queues[ref], Change.LEFT, application_id, reason, now=now)
    return {**queues, ref: left}


async def close_call(
    tx: Tx,
    queues: Locked,
    ref: QueueRef,
    call: Call,
    answer: tuple[CallState, Reason],
    policy: Policy,
    *,
    now: datetime,
) -> Locked:
    """Close a call of a queue and count its phase anew by the calls that remain made.

    A child that has gone over to another queue meanwhile is free for calls there: that queue's ledger says so, too.

    Returns:
        The locked queues with their new phase and ledger lines, not yet saved.
    """
    state, reason = answer
    stand_in = await entries.list_queues_of(tx, call.children)
    queues = {**queues, **await store.lock_queues(tx, set(stand_in.values()) - set(queues))}
    await calls.update_call(tx, call, state, reason, now=now)
    generals = await calls.count_generals_since_priority(tx, queues[ref], at_most=policy.generals_per_priority)
    queues[ref] = replace(queues[ref], owed=owed_anew(generals, policy))
    change = Change.TURN_BEGAN if state is CallState.BEGUN else Change.CALL_UNMADE
    facts = {"call": str(call.id), "cycle": policy.generals_per_priority}
    for application_id in call.children:
        queues[ref] = await write_line(tx, queues[ref], change, application_id, reason, now=now, facts=facts)
        if (other := stand_in[application_id]) != ref:
            elsewhere = {**facts, "elsewhere": True}
            queues[other] = await write_line(
                tx, queues[other], change, application_id, reason, now=now, facts=elsewhere
            )
    return queues
