"""What a call's answer does to the order (domain §5.2, architecture §job.3)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.referrals import CallAnswered
from kezek.contracts.values import QueueRef
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.queue.adapters import calls, entries, store
from kezek.queue.adapters.ledger import write_line
from kezek.queue.domain.order import owed_anew
from kezek.queue.domain.queue import Call, CallState, Change, Queue, call_changes
from kezek.queue.usecases.let_wait import let_wait
from kezek.queue.usecases.tell_of_round import tell_of_unmade

Locked = dict[QueueRef, Queue]


async def settle_call(tx: Tx, answered: CallAnswered, *, now: datetime) -> None:
    """Close a call by referrals' answer: its turns began, or it counts as not made."""
    queue = await store.lock_queue(tx, answered.queue)
    call = await calls.find_call(tx, answered.call_id)
    if call is None or not call_changes(call, began=answered.started):
        return
    state = CallState.BEGUN if answered.started else CallState.UNMADE
    queues = await close_call(tx, {queue.ref: queue}, queue.ref, call, (state, answered.reason), now=now)
    if answered.reason is Reason.CANDIDATE_NOT_WAITING:
        # of one child the answer does not have to say who it was, and once did not
        alone = call.children if len(call.children) == 1 else ()
        for application_id in alone or answered.not_waiting:
            # out of the order until referrals says that it waits: what said otherwise could not be read yet, and it
            # would be called again for ever (architecture §job.3)
            ref = (await entries.list_queues_of(tx, [application_id]))[application_id]
            left = await let_wait(tx, queues[ref], application_id, answered.reason, waiting=False, now=now)
            queues = {**queues, ref: left}
    if state is CallState.UNMADE:
        await tell_of_unmade(tx, call.id, now=now)
    await store.update_queues(tx, queues)


async def close_call(
    tx: Tx,
    queues: Locked,
    ref: QueueRef,
    call: Call,
    answer: tuple[CallState, Reason],
    *,
    now: datetime,
) -> Locked:
    """Close a call of a queue; where other calls of the phase are made by now than before, count that anew.

    A child that has gone over to another queue meanwhile is free for calls there: that queue's ledger says so, too.

    Returns:
        The locked queues with their new phase and ledger lines, not yet saved.
    """
    state, reason = answer
    queues, stand_in = await _lock_where_they_stand(tx, queues, call.children)
    await calls.update_call(tx, call, state, reason, now=now)
    if (call.state, state) != (CallState.OPEN, CallState.BEGUN) and not call.by_category:
        queues[ref] = replace(queues[ref], owed=await _owed_anew(tx, queues[ref]))
    change = Change.TURN_BEGAN if state is CallState.BEGUN else Change.CALL_UNMADE
    facts = {"call": str(call.id)}
    for application_id in call.children:
        queues[ref] = await write_line(tx, queues[ref], change, application_id, reason, now=now, facts=facts)
        if (other := stand_in[application_id]) != ref:
            elsewhere = {**facts, "elsewhere": True}
            queues[other] = await write_line(
                tx, queues[other], change, application_id, reason, now=now, facts=elsewhere
            )
    return queues


async def _owed_anew(tx: Tx, queue: Queue) -> int:
    """The phase by the calls that count as made and the cycle of the last priority one, whatever holds today."""
    last = await calls.find_last_priority(tx, queue)
    if last is None:
        return owed_anew(None, 0)
    cycle = (await policies.load_by_id(tx, last.policy)).generals_per_priority
    return owed_anew(await calls.count_generals_since(tx, queue, last.sequence, at_most=cycle), cycle)


async def _lock_where_they_stand(
    tx: Tx, queues: Locked, children: Sequence[UUID]
) -> tuple[Locked, dict[UUID, QueueRef]]:
    """Lock also the queues in which these children stand; read again under the locks, as one may have gone on."""
    while True:
        stand_in = await entries.list_queues_of(tx, children)
        unlocked = set(stand_in.values()) - set(queues)
        if not unlocked:
            return dict(queues), stand_in
        queues = {**queues, **await store.lock_queues(tx, unlocked)}
