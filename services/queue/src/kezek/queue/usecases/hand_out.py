"""Free places are handed out to the head of the queue (domain §5.2, §5.5, §6.2, §6.6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kezek.contracts.ids import NewId
from kezek.contracts.queue import Called, CalledChild, NobodyToCall, OfferedPlace
from kezek.contracts.queues import InstructionLanguage, QueueClass, QueueRef
from kezek.contracts.referrals import PlaceOffer, PlacesOffered
from kezek.platform.db import Tx
from kezek.platform.workdays import local_day
from kezek.queue.adapters import calls, store
from kezek.queue.domain.eligibility import birth_window
from kezek.queue.domain.order import next_stream, owed_after_call
from kezek.queue.domain.policy import load_policy
from kezek.queue.domain.queue import CallState, Change, Entry, Offer, Queue
from kezek.queue.usecases.answer_call import close_call

OFFERED_AGAIN = "offered_again"


async def hand_out(tx: Tx, offered: PlacesOffered, *, now: datetime, new_id: NewId) -> None:
    """Call, in the order given, the first eligible child for each place; say which places find nobody."""
    queue = await store.lock_queue(tx, offered.queue)
    known = [_offer(offer) for offer in offered.offers]
    offers = [offer for offer in known if await calls.keep_offer(tx, queue, offer, now=now)]
    if not offers:
        return
    queue = await _void_older_calls(tx, queue, offers, now=now)
    unwanted = []
    for offer in offers:
        entry = await _first_eligible(tx, queue, offer, now=now)
        if entry is None:
            unwanted.append(offer)
        else:
            queue = await _call(tx, queue, offered.queue, entry, offer, now=now, new_id=new_id)
    await store.update_queue(tx, await _tell_of_nobody(tx, queue, offered.queue, unwanted))


async def _void_older_calls(tx: Tx, queue: Queue, offers: Sequence[Offer], *, now: datetime) -> Queue:
    for call in await calls.list_open_calls(tx, [offer.place_id for offer in offers]):
        queue = await close_call(tx, queue, call, CallState.UNMADE, OFFERED_AGAIN, now=now)
    return queue


async def _first_eligible(tx: Tx, queue: Queue, offer: Offer, *, now: datetime) -> Entry | None:
    heads = await store.find_heads(
        tx,
        queue,
        language=offer.language,
        window=birth_window(local_day(now), load_policy()),
        not_for=offer.not_for,
    )
    stream = next_stream(queue.owed, heads)
    return None if stream is None else heads[stream]


async def _call(
    tx: Tx, queue: Queue, ref: QueueRef, entry: Entry, offer: Offer, *, now: datetime, new_id: NewId
) -> Queue:
    policy = load_policy()
    queue = replace(queue, owed=owed_after_call(queue.owed, entry.stream, policy), version=queue.version + 1)
    queue = await store.insert_ledger_line(tx, queue, Change.CALLED, entry.application_id, "place_offered", now=now)
    call_id = new_id()
    await calls.insert_call(tx, queue, call_id, entry, offer, policy_id=policy.id, now=now)
    called = Called(call_id=call_id, queue=ref, children=(_called_child(entry, offer),))
    await tx.publish(called, version=queue.version)
    return queue


async def _tell_of_nobody(tx: Tx, queue: Queue, ref: QueueRef, offers: Sequence[Offer]) -> Queue:
    if not offers:
        return queue
    queue = replace(queue, version=queue.version + 1)
    places = tuple(OfferedPlace(place_id=offer.place_id, offer=offer.number) for offer in offers)
    await tx.publish(NobodyToCall(queue=ref, places=places), version=queue.version)
    return queue


def _offer(offer: PlaceOffer) -> Offer:
    return Offer(offer.place.place_id, offer.place.offer, offer.language.value, offer.not_for)


def _called_child(entry: Entry, offer: Offer) -> CalledChild:
    return CalledChild(
        place=OfferedPlace(place_id=offer.place_id, offer=offer.number),
        application_id=entry.application_id,
        child_id=entry.child_id,
        applicant_id=entry.applicant_id,
        queue_class=QueueClass(entry.stream.value),
        birth_date=entry.birth_date,
        languages=tuple(InstructionLanguage(language) for language in entry.languages),
        submitted_at=entry.submitted_at,
    )
