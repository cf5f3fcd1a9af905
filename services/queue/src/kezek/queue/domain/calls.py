"""Which children are called for which free places: the rule of a hand-out, without a database (domain §5, §6.6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import QueueClass
from kezek.queue.domain.eligibility import BirthWindow, eligible
from kezek.queue.domain.order import next_class, owed_after_call
from kezek.queue.domain.queue import Entry, FreePlace

Heads = Mapping[QueueClass, Sequence[Entry]]


@dataclass(frozen=True)
class PlannedCall:
    """A child to call for a place, and the phase after that."""

    entry: Entry
    place: FreePlace
    owed: int


@dataclass(frozen=True)
class Plan:
    """The calls of a hand-out in their order, and the places that find nobody."""

    calls: tuple[PlannedCall, ...] = ()
    unwanted: tuple[FreePlace, ...] = ()


def plan_calls(owed: int, heads: Heads, places: Sequence[FreePlace], window: BirthWindow, policy: Policy) -> Plan:
    """Call, for each place in the order given, the first eligible child in the merged order (domain §5.2, §5.5).

    `heads` are the first children of each class in order of submission, as many as these places can reach; `owed` is
    the phase before. A child is called once.
    """
    plan, called = Plan(), set[Entry]()
    for place in places:
        first = {
            each: entry
            for each, entries in heads.items()
            if (entry := _first(entries, called, place, window)) is not None
        }
        queue_class = next_class(owed, first)
        if queue_class is None:
            plan = replace(plan, unwanted=(*plan.unwanted, place))
            continue
        owed = owed_after_call(owed, queue_class, policy)
        called.add(first[queue_class])
        plan = replace(plan, calls=(*plan.calls, PlannedCall(first[queue_class], place, owed)))
    return plan


def _first(entries: Sequence[Entry], called: set[Entry], place: FreePlace, window: BirthWindow) -> Entry | None:
    return next((each for each in entries if each not in called and eligible(each, place, window)), None)
