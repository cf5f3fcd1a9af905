"""What a call's answer does to the order (domain §5.2, architecture §job.3)."""

from dataclasses import replace
from datetime import datetime

from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.referrals import CallAnswered
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.platform.workdays import local_day
from kezek.queue.adapters import calls, store
from kezek.queue.domain.order import owed_anew
from kezek.queue.domain.queue import Call, CallState, Change, Queue, call_changes


async def settle_call(tx: Tx, answered: CallAnswered, *, now: datetime) -> None:
    """Close a call by referrals' answer: its turns began, or it counts as not made."""
    queue = await store.lock_queue(tx, answered.queue)
    call = await calls.find_call(tx, answered.call_id)
    if call is None or not call_changes(call, began=answered.started):
        return
    state = CallState.BEGUN if answered.started else CallState.UNMADE
    policy = await policies.load(tx, queue.ref.district, local_day(now))
    queue = await close_call(tx, queue, call, state, answered.reason, policy, now=now)
    if answered.reason is Reason.CANDIDATE_NOT_WAITING:
        queue = await _let_leave(tx, queue, call, answered.reason, now=now)
    await store.update_queue(tx, queue)


async def _let_leave(tx: Tx, queue: Queue, call: Call, reason: Reason, *, now: datetime) -> Queue:
    """Take who does not wait out of the order until referrals says that it does (architecture §job.3).

    Referrals said so before, in what could not be read yet: without this the child would be called again for ever. Of
    several children the answer does not say which it was.
    """
    if len(call.children) == 1 and await store.update_waiting(tx, call.children[0], waiting=False):
        queue = await store.insert_ledger_line(tx, queue, Change.LEFT, call.children[0], reason, now=now)
    return queue


async def close_call(
    tx: Tx, queue: Queue, call: Call, state: CallState, reason: Reason, policy: Policy, *, now: datetime
) -> Queue:
    """Close a call and count the phase anew by the calls that remain made.

    Returns:
        The queue with its new phase and ledger lines, not yet saved.
    """
    await calls.update_call(tx, call, state, reason, now=now)
    generals = await calls.count_generals_since_priority(tx, queue, at_most=policy.generals_per_priority)
    queue = replace(queue, owed=owed_anew(generals, policy))
    change = Change.TURN_BEGAN if state is CallState.BEGUN else Change.CALL_UNMADE
    for application_id in call.children:
        queue = await store.insert_ledger_line(tx, queue, change, application_id, reason, now=now)
    return queue
