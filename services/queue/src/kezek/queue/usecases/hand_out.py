"""Free places are handed out to the head of the queue (domain §5.2, §5.5, §6.2, §6.6)."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from kezek.contracts.ids import NewId
from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.queue import Called, CalledChild, NobodyToCall, OfferedPlace
from kezek.contracts.referrals import PlacesOffered
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.platform.workdays import local_day
from kezek.queue.adapters import calls, store
from kezek.queue.domain.calls import PlannedCall, plan_calls
from kezek.queue.domain.eligibility import birth_window
from kezek.queue.domain.queue import CallState, Change, FreePlace, Queue
from kezek.queue.usecases.settle_call import Locked, close_call


async def hand_out(tx: Tx, offered: PlacesOffered, *, now: datetime, new_id: NewId) -> None:
    """Call, in the order given, the first eligible child for each place; say which places find nobody."""
    queue = await store.lock_queue(tx, offered.queue)
    known = [FreePlace(each.place.place_id, each.place.offer, each.language, each.not_for) for each in offered.offers]
    places = [place for place in known if await calls.upsert_offer(tx, queue, place, now=now)]
    if not places:
        return
    today = local_day(now)
    policy = await policies.load(tx, queue.ref.district, today)
    queues = await _void_older_calls(tx, queue, places, policy, now=now)
    queue = queues[queue.ref]
    window = birth_window(today, policy)
    plan = plan_calls(queue.owed, await store.list_heads(tx, queue, places, window), places, window, policy)
    for planned in plan.calls:
        queue = await _call(tx, queue, planned, policy, now=now, new_id=new_id)
    queue = await _tell_of_nobody(tx, queue, plan.unwanted)
    await store.update_queues(tx, {**queues, queue.ref: queue})


async def _void_older_calls(
    tx: Tx, queue: Queue, places: Sequence[FreePlace], policy: Policy, *, now: datetime
) -> Locked:
    queues, void = {queue.ref: queue}, (CallState.UNMADE, Reason.OFFERED_AGAIN)
    for call in await calls.list_open_calls(tx, [place.id for place in places]):
        queues = await close_call(tx, queues, queue.ref, call, void, policy, now=now)
    return queues


async def _call(tx: Tx, queue: Queue, planned: PlannedCall, policy: Policy, *, now: datetime, new_id: NewId) -> Queue:
    child, call_id = planned.entry.child, new_id()
    queue = replace(queue, owed=planned.owed, version=queue.version + 1)
    queue = await store.insert_ledger_line(
        tx, queue, Change.CALLED, child.application_id, Reason.PLACE_OFFERED, now=now
    )
    await calls.insert_call(tx, queue, call_id, planned, policy_id=policy.id, now=now)
    called = CalledChild(place=_offered(planned.place), **asdict(child))
    await tx.publish(Called(call_id=call_id, queue=queue.ref, children=(called,)), version=queue.version)
    return queue


async def _tell_of_nobody(tx: Tx, queue: Queue, unwanted: Sequence[FreePlace]) -> Queue:
    if not unwanted:
        return queue
    queue = replace(queue, version=queue.version + 1)
    nobody = NobodyToCall(queue=queue.ref, places=tuple(map(_offered, unwanted)))
    await tx.publish(nobody, version=queue.version)
    return queue


def _offered(place: FreePlace) -> OfferedPlace:
    return OfferedPlace(place_id=place.id, offer=place.offer)
