"""Free places are handed out to the head of the queue (domain §5.2, §5.5, §6.2, §6.6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kezek.contracts.ids import NewId
from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.queue import Called, CalledChild, NobodyToCall, OfferedPlace, RoundAwaited
from kezek.contracts.referrals import PlacesOffered
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.platform.workdays import local_day
from kezek.queue.adapters import calls, rounds, store
from kezek.queue.adapters.ledger import write_line
from kezek.queue.domain.calls import Plan, PlannedCall, plan_calls
from kezek.queue.domain.eligibility import BirthWindow, birth_window
from kezek.queue.domain.ledger import Facts
from kezek.queue.domain.order import order_of
from kezek.queue.domain.queue import CallState, Change, FreePlace, Queue
from kezek.queue.domain.twins import Unit
from kezek.queue.usecases.end_benefits import end_benefits
from kezek.queue.usecases.settle_call import Locked, close_call
from kezek.queue.usecases.tell_of_round import tell_of_unmade


async def hand_out(tx: Tx, offered: PlacesOffered, *, now: datetime, new_id: NewId) -> None:
    """Call, in the order given, the first eligible child for each place; say which places find nobody.

    Where the policy distributes in rounds nobody is called: the places wait for the next one (domain §9.rounds).
    """
    await end_benefits(tx, [offered.queue], now=now)
    queue = await store.lock_queue(tx, offered.queue)
    known = [FreePlace(each.place.place_id, each.place.offer, each.language, each.not_for) for each in offered.offers]
    places = [place for place in known if await calls.upsert_offer(tx, queue, place, now=now)]
    if not places:
        return
    today = local_day(now)
    policy = await policies.load(tx, queue.ref.district, today)
    queues = await _void_older_calls(tx, queue, places, now=now)
    queue = queues[queue.ref]
    if policy.distribution_in_rounds:
        queue = await _keep_for_round(tx, queue, offered, places)
        await store.update_queues(tx, {**queues, queue.ref: queue})
        return
    window = birth_window(today, policy)
    plan = await _plan(tx, queue, places, window, policy)
    told = {"hand_out": queue.sequence + 1}
    for planned in plan.calls:
        queue = await _pass_over(tx, queue, planned.passed_over, told, now=now)
        said = {**told, **bounds_of(window)}
        queue = await _call(tx, queue, planned, said, policy, now=now, new_id=new_id, freed_at=offered.freed_at)
    queue = await _pass_over(tx, queue, plan.passed_over, told, now=now)
    queue = await _tell_of_nobody(tx, queue, plan.unwanted, {**told, **bounds_of(window)}, now=now)
    await store.update_queues(tx, {**queues, queue.ref: queue})


async def _void_older_calls(tx: Tx, queue: Queue, places: Sequence[FreePlace], *, now: datetime) -> Locked:
    queues, void = {queue.ref: queue}, (CallState.UNMADE, Reason.OFFERED_AGAIN)
    for call in await calls.list_open_calls(tx, [place.id for place in places]):
        queues = await close_call(tx, queues, queue.ref, call, void, now=now)
        await tell_of_unmade(tx, call.id, now=now)
    return queues


async def _keep_for_round(tx: Tx, queue: Queue, offered: PlacesOffered, places: Sequence[FreePlace]) -> Queue:
    """Let these places wait, and say so: their offers are answered by that."""
    ids = {each.id for each in places}
    await rounds.keep_offers(tx, [each for each in offered.offers if each.place.place_id in ids])
    queue = replace(queue, version=queue.version + 1)
    kept = RoundAwaited(queue=queue.ref, places=tuple(map(offered_place, places)))
    await tx.publish(kept, version=queue.version)
    return queue


async def _plan(tx: Tx, queue: Queue, places: Sequence[FreePlace], window: BirthWindow, policy: Policy) -> Plan:
    """Who is called; asked anew with more of the queue as long as twins who are passed over hide who is behind them."""
    looked_past = 0
    while True:
        heads = await store.list_heads(tx, queue, places, window, looked_past=looked_past)
        plan = plan_calls(queue.owed, heads, places, window, policy)
        if (further := plan.to_look_past(looked_past)) is None:
            return plan
        looked_past = further


async def _pass_over(tx: Tx, queue: Queue, units: Sequence[Unit], told: Facts, *, now: datetime) -> Queue:
    """Note who would have been called but for too few places; nothing else changes for them (domain §5.4)."""
    for application_id in (each.child.application_id for unit in units for each in unit.entries):
        why = Reason.FEWER_PLACES_THAN_TWINS
        queue = await write_line(tx, queue, Change.PASSED_OVER, application_id, why, now=now, facts=told)
    return queue


async def _call(
    tx: Tx,
    queue: Queue,
    planned: PlannedCall,
    told: Facts,
    policy: Policy,
    *,
    now: datetime,
    new_id: NewId,
    freed_at: datetime | None,
) -> Queue:
    """Call who is planned; the lines name the bounds of language and age for all who are passed over by them."""
    call_id = new_id()
    queue = replace(queue, owed=planned.owed, version=queue.version + 1)
    facts = {
        **told,
        "call": str(call_id),
        "class": planned.queue_class.value,
        "children": [str(entry.child.application_id) for entry, _ in planned.seats],
        "cycle": policy.generals_per_priority,
        **({"order": order_of(policy).value} if policy.numbered_categories else {}),
    }
    for entry, place in planned.seats:
        application_id, seat = entry.child.application_id, {**facts, **place_facts(place)}
        why = Reason.PLACE_OFFERED
        queue = await write_line(tx, queue, Change.CALLED, application_id, why, now=now, facts=seat)
    await calls.insert_call(tx, queue, call_id, planned, policy=policy, now=now)
    children = tuple(CalledChild(place=offered_place(place), **vars(entry.child)) for entry, place in planned.seats)
    called = Called(call_id=call_id, queue=queue.ref, children=children, freed_at=freed_at)
    await tx.publish(called, version=queue.version)
    return queue


async def _tell_of_nobody(tx: Tx, queue: Queue, unwanted: Sequence[FreePlace], told: Facts, *, now: datetime) -> Queue:
    if not unwanted:
        return queue
    queue = replace(queue, version=queue.version + 1)
    for place in unwanted:
        facts = {**told, **place_facts(place)}
        queue = await write_line(tx, queue, Change.NOBODY, None, Reason.PLACE_OFFERED, now=now, facts=facts)
    nobody = NobodyToCall(queue=queue.ref, places=tuple(map(offered_place, unwanted)))
    await tx.publish(nobody, version=queue.version)
    return queue


def bounds_of(window: BirthWindow) -> Facts:
    """Between which days of birth one was called, as a line says it."""
    return {"after": window.after.isoformat(), "until": window.until.isoformat()}


def place_facts(place: FreePlace) -> Facts:
    """For which place one was called, as a line says it."""
    return {
        "place": str(place.id),
        "offer": place.offer,
        "language": place.language.value,
        "not_for": sorted(map(str, place.not_for)),
    }


def offered_place(place: FreePlace) -> OfferedPlace:
    """A place under the number of its offer."""
    return OfferedPlace(place_id=place.id, offer=place.offer)
