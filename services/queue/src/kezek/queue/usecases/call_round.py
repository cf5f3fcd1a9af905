"""Who gets a place by a round is called for exactly that place (domain §9.rounds, architecture §job.3)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.queue import Called, CalledChild
from kezek.contracts.values import QueueRef
from kezek.platform.db import Tx
from kezek.queue.adapters import calls, entries
from kezek.queue.adapters.ledger import Said, write_lines
from kezek.queue.domain.calls import RoundCall
from kezek.queue.domain.ledger import Facts
from kezek.queue.domain.order import RANKS, Order
from kezek.queue.domain.queue import Change, Entry, Queue
from kezek.queue.domain.rounds import Given, called_together
from kezek.queue.usecases.draw_round import Drawn, application_of
from kezek.queue.usecases.hand_out import bounds_of, offered_place, place_facts

_CLASSES = {number: queue_class for queue_class, number in RANKS[Order.CATEGORIES].items()}
Locked = dict[QueueRef, Queue]


async def call_round(
    tx: Tx, queues: Locked, drawn: Drawn, round_id: UUID, *, now: datetime
) -> tuple[Locked, list[RoundCall]]:
    """Call the children of a round: ledger, calls and events; a few statements for each queue.

    Returns:
        The locked queues with their lines, not yet saved, and the calls in the order of the round.
    """
    known = await entries.list_entries(tx, drawn.called)
    made: list[RoundCall] = []
    for ref, of_queue in _by_queue(drawn, known):
        queue, numbered = await _write(tx, queues[ref], of_queue, drawn, round_id, now=now)
        queues = {**queues, ref: queue}
        made += numbered
    await calls.insert_round_calls(tx, made, policy=drawn.policy, now=now)
    for call in made:
        queue = queues[call.queue]
        queues[call.queue] = replace(queue, version=queue.version + 1)
        children = tuple(CalledChild(place=offered_place(place), **vars(entry.child)) for entry, place in call.seats)
        called = Called(call_id=call.id, queue=call.queue, children=children, round_id=round_id)
        await tx.publish(called, version=queue.version + 1)
    return queues, made


def _by_queue(drawn: Drawn, known: dict[UUID, Entry]) -> Iterator[tuple[QueueRef, list[RoundCall]]]:
    """The calls of each queue, in the order of the round."""
    planned: dict[QueueRef, list[RoundCall]] = {}
    for unit in called_together(drawn.found, drawn.seekers):
        call = _call(drawn, unit, known)
        planned.setdefault(call.queue, []).append(call)
    yield from sorted(planned.items(), key=lambda item: str(item[0]))


def _call(drawn: Drawn, unit: Sequence[Given], known: dict[UUID, Entry]) -> RoundCall:
    seats = tuple((known[application_of(each)], drawn.place_of(each).free) for each in unit)
    category = min(drawn.seeker_of[each.application_id].category for each in unit)
    wishes = tuple(each.wish for each in unit)
    return RoundCall(new_id(), drawn.place_of(unit[0]).queue, _CLASSES[category], seats, wishes)


async def _write(
    tx: Tx, queue: Queue, planned: Iterable[RoundCall], drawn: Drawn, round_id: UUID, *, now: datetime
) -> tuple[Queue, list[RoundCall]]:
    """A line of each child, and the calls with the numbers of their last ones."""
    said: list[Said] = []
    numbered: list[RoundCall] = []
    for call in planned:
        facts = {**bounds_of(drawn.window), **_facts(call, round_id)}
        said += [
            Said(entry.child.application_id, entry.child.applicant_id, {**facts, **place_facts(place)})
            for entry, place in call.seats
        ]
        numbered.append(replace(call, sequence=queue.sequence + len(said)))
    return await write_lines(tx, queue, Change.CALLED, Reason.GIVEN_BY_ROUND, said, now=now), numbered


def _facts(call: RoundCall, round_id: UUID) -> Facts:
    return {
        "round": str(round_id),
        "call": str(call.id),
        "class": call.queue_class.value,
        "children": [str(entry.child.application_id) for entry, _ in call.seats],
        "order": Order.CATEGORIES.value,
    }
