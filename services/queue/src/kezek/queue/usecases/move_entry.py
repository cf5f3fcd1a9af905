"""A child goes over from one queue to another, at its own time (domain §5.1)."""

from dataclasses import dataclass
from datetime import datetime

from kezek.contracts.law import Reason, Rule
from kezek.contracts.queue import Moved
from kezek.contracts.vocabulary import ActorKind
from kezek.platform.db import Tx
from kezek.queue.adapters import entries
from kezek.queue.adapters.ledger import write_line
from kezek.queue.domain.ledger import Facts, facts_of, together_of
from kezek.queue.domain.queue import Change, Entry, Queue, Standing


@dataclass(frozen=True)
class Why:
    """Why a line is written, by which rule, and whose doing it is."""

    reason: Reason
    rule: Rule
    actor: ActorKind


async def move_entry(
    tx: Tx,
    queues: tuple[Queue, Queue],
    standing: Standing,
    entry: Entry,
    version: int,
    why: Why,
    *,
    now: datetime,
) -> tuple[Queue, Queue]:
    """Let an entry, as it is known by this version of its application, stand in the second queue; both are locked.

    Returns:
        Both queues with their lines, not yet saved.
    """
    (before, after), child, by = queues, entry.child, (why.rule, why.actor)
    twins = await entries.update_entry(tx, after.ref, standing, entry, version)
    was, becomes = (standing.entry, entry) if standing.waiting else (None, None)
    facts = {"to": str(after.ref), **together_of(twins[before.ref], was, None)}
    of, reason = child.application_id, why.reason
    before = await write_line(tx, before, Change.MOVED_AWAY, of, reason, now=now, facts=facts, by=by)
    facts = {"from": str(before.ref), **said_of(standing, entry), **together_of(twins[after.ref], None, becomes)}
    after = await write_line(tx, after, Change.MOVED_HERE, of, reason, now=now, facts=facts, by=by)
    moved = Moved(
        application_id=of,
        from_queue=before.ref,
        queue=after.ref,
        queue_class=child.queue_class,
        submitted_at=child.submitted_at,
        ledger_sequence=after.sequence,
        reason=why.reason,
        rule=why.rule,
        actor=why.actor,
    )
    await tx.publish(moved, version=version)
    return before, after


def said_of(standing: Standing, entry: Entry) -> Facts:
    """What a line says of an entry that stood so."""
    born_anew = standing.entry.child.birth_date != entry.child.birth_date
    return facts_of(entry, waiting=standing.waiting, call=standing.call_id, born_anew=born_anew)
