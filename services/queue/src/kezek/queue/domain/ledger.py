"""A line of a queue's ledger, and how each is chained to the one before (domain §5.3, ADR 29).

A line holds ids, class and reason codes and what the order was computed with; never the kind of a benefit, never a date
of birth: the calls name the bounds between which one had to lie.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from kezek.contracts.law import Reason, Rule
from kezek.contracts.vocabulary import ActorKind
from kezek.queue.domain.queue import Change, Entry
from kezek.queue.domain.twins import Unit, units_of

BEGINNING = bytes(32)
"""What the first line of a queue is chained to."""
Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Line:
    """What changed, of whom, why, by which rule and whose doing; what is owed after it; whatever else a replay needs.

    `application_id` is none where it is of the queue alone.
    """

    queue: str
    sequence: int
    what: Change
    application_id: UUID | None
    reason: Reason
    rule: Rule
    actor: ActorKind
    owed: int
    recorded_at: datetime
    facts: Facts = field(default_factory=dict)


def chained(before: bytes, line: Line) -> bytes:
    """The line's hash: SHA-256 of the former line's hash and of this line in its one canonical form."""
    return hashlib.sha256(before + canonical(line)).digest()


def canonical(line: Line) -> bytes:
    """The line as JSON: its columns in their order, names of facts sorted, no spaces, UTF-8; instants in UTC."""
    told = [
        line.queue,
        line.sequence,
        line.what.value,
        None if line.application_id is None else str(line.application_id),
        line.reason.value,
        line.rule.value,
        line.actor.value,
        line.owed,
        instant(line.recorded_at),
        line.facts,
    ]
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def instant(at: datetime) -> str:
    """An instant as the ledger writes it: to the microsecond, in UTC."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def facts_of(entry: Entry, *, waiting: bool, call: UUID | None = None, born_anew: bool = False) -> dict[str, Any]:
    """What the order of a child is computed with, and whether it stands in it; whether its birth date was another."""
    child = entry.child
    return {
        "class": child.queue_class.value,
        "at": instant(child.submitted_at),
        "number": entry.number,
        "languages": [each.value for each in child.languages],
        "twins": None if child.twins is None else str(child.twins),
        "separate": child.separate_places,
        "waiting": waiting,
        "call": None if call is None else str(call),
        **({"born_anew": True} if born_anew else {}),
    }


def together_of(others: Sequence[Entry], before: Entry | None, after: Entry | None) -> dict[str, Any]:
    """By what twins who wait together stand before and after a line of one of them, so that it says of all who moves.

    `others` are those who wait of the groups in which the child was or is; before and after, the child itself as far as
    it waits. Pairs of class, time, number and how many they are, null where nobody is; nothing of who has no twins.
    """
    if not others:
        return {}
    was, becomes = (
        {_group(unit): _stands(unit) for unit in units_of([*others, *([] if child is None else [child])])}
        for child in (before, after)
    )
    groups = [each for each in sorted(was | becomes) if was.get(each) != becomes.get(each)]
    return {"together": [[was.get(each), becomes.get(each)] for each in groups]}


def _group(unit: Unit) -> UUID:
    child = unit.entries[0].child
    return child.twins or child.application_id


def _stands(unit: Unit) -> list[Any]:
    at, number = unit.key
    return [unit.queue_class.value, instant(at), number, len(unit.entries)]
