"""What is due at one instant in one queue, in the order of domain §6.7, under the queue's row.

What happens is decided by `domain/instant.py` and dated at the due instant. What a calendar or a policy that has
changed since lets happen later is moved instead.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from kezek.contracts.values import QueueRef
from kezek.platform import calendar
from kezek.platform.db import Tx
from kezek.platform.telemetry import logger
from kezek.platform.timers import ActsInTime, Deadline
from kezek.platform.workdays import Calendar
from kezek.referrals.adapters import candidates, places
from kezek.referrals.domain.ageing import AgeingKind
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import Decision, move_deadline
from kezek.referrals.domain.instant import at_instant
from kezek.referrals.domain.place import OPENING, Place, open_due
from kezek.referrals.domain.reminding import REMINDER, remind
from kezek.referrals.domain.running import Running, running_term, runs_until
from kezek.referrals.domain.terms import TermKind
from kezek.referrals.usecases.ageing import ages_out, tell_before
from kezek.referrals.usecases.basis import bases_of, policies_at
from kezek.referrals.usecases.move_deadlines import moved_term
from kezek.referrals.usecases.publishing import offer_to_queue
from kezek.referrals.usecases.received import list_awaited, list_signed
from kezek.referrals.usecases.saving import save_place, write

LOG = logger(__name__)
Locked = dict[UUID, Candidate]
AT_ONCE = 200
_AGEING = frozenset(AgeingKind)


async def fire_due(tx: Tx, queue: str, due_at: datetime, due: list[Deadline]) -> list[Deadline]:
    """Fire the deadlines of one queue and instant; one of what does not run is an error in the log, and no more.

    Of whom a changed policy lets grow too old together, some are removed at a time, and before all else: whatever else
    is due, its places are offered when none of them waits any more (domain §6.7).

    Returns:
        What is to be fired next, then.

    Raises:
        ActsInTime: when acts on some of these applications, or choices of the places of turns that end, were received
            before the instant and are not finished; the other deadlines are to be fired without theirs.
    """
    ref = QueueRef.parse(queue)
    await places.lock_queue(tx, ref)
    some = await _ageing_first(tx, due)
    await _fire(tx, ref, due_at, some or due)
    return [each for each in due if each not in some] if some else []


async def _ageing_first(tx: Tx, due: Sequence[Deadline]) -> list[Deadline]:
    """Some of those that nothing but growing too old is due for, if there are too many for one transaction."""
    ageing = [each for each in due if each.kind in _AGEING]
    if len(ageing) <= AT_ONCE:
        return []
    others = await candidates.find_owners(tx, [UUID(each.key) for each in due if each.kind not in _AGEING])
    alone = [each for each in ageing if UUID(each.key) not in others.values()]
    return alone[:AT_ONCE] if len(alone) > AT_ONCE else []


async def _fire(tx: Tx, ref: QueueRef, due_at: datetime, due: Sequence[Deadline]) -> None:
    openings, due = [each for each in due if each.kind == OPENING], [each for each in due if each.kind != OPENING]
    owners = await candidates.find_owners(tx, [UUID(each.key) for each in due])
    locked = await candidates.lock_candidates(tx, owners.values())
    ending = _ending_at(due_at, locked.values())
    freed = [term.place_id for _, term in ending if term.place_id]
    held = await places.lock_places(tx, [*freed, *(UUID(each.key) for each in openings)])
    turns = {term.place_id: owner for owner, term in ending if term.kind is TermKind.TURN and term.place_id}
    acts, wait = await _find_acts_in_time(tx, ref, due_at, locked, turns)
    if acts:
        raise ActsInTime(acts, [each for each in due if owners.get(UUID(each.key)) in wait])
    by = await calendar.load(tx)
    happening: set[UUID] = set()
    for each in due:
        owner = owners.get(UUID(each.key))
        if owner is None or owner not in locked:
            _say_stray(each)
        elif await _happens(tx, each, locked, owner, by):
            happening.add(owner)
    for place in open_due(held.values(), due_at):
        await save_place(tx, place, due_at)
    await _let_happen(tx, ref, due_at, [locked[each] for each in happening], held)


def _ending_at(at: datetime, those: Iterable[Candidate]) -> list[tuple[UUID, Running]]:
    """Whose terms end at the instant."""
    running = [(each.application_id, running_term(each)) for each in those]
    return [(owner, term) for owner, term in running if term is not None and term.ends_at == at]


async def _find_acts_in_time(
    tx: Tx, queue: QueueRef, at: datetime, locked: Locked, turns: dict[UUID, UUID]
) -> tuple[set[str], set[UUID]]:
    """The subjects of unfinished acts that come before the instant, and the applications whose deadlines wait for them.

    Who signed in time for the place of a turn that ends has it, and that turn's family the signer's (domain §6.6).
    """
    own = await list_signed(tx, locked.keys(), at)
    awaited = await list_awaited(tx, queue, turns, at)
    exchanged = {turns[place_id] for each in awaited for place_id in each.places}
    acts = {*(each.subject for each in own), *(each.subject for each in awaited)}
    return acts, {*(each.application_id for each in own), *exchanged}


async def _happens(tx: Tx, due: Deadline, locked: Locked, owner: UUID, by: Calendar) -> bool:
    """Whether anything happens to the child now by a deadline; what is only told, or happens later, is done here."""
    candidate = locked[owner]
    if due.kind == AgeingKind.OUT:
        return await ages_out(tx, candidate, due.due_at)
    if due.kind == AgeingKind.TOLD:
        if told := await tell_before(tx, candidate, due.due_at):
            locked[owner] = await write(tx, candidate, told)
        return False
    if due.kind == REMINDER:
        if reminder := _reminder(candidate, due, tx.now()):
            locked[owner] = await write(tx, candidate, reminder)
        return False
    if later := await moved_term(tx, candidate, due, by):
        locked[owner] = await write(tx, candidate, move_deadline(candidate, later, tx.now()))
        return False
    runs = runs_until(candidate, TermKind(due.kind), UUID(due.key), due.due_at) is not None
    if not runs:
        _say_stray(due)
    return runs


def _reminder(candidate: Candidate, due: Deadline, now: datetime) -> Decision | None:
    """What is told of the term's end, unless that has come by now."""
    reminder = remind(candidate, UUID(due.key), due.due_at)
    if reminder is None:
        _say_stray(due)
        return None
    return reminder if remind(candidate, UUID(due.key), now) else None


async def _let_happen(
    tx: Tx, queue: QueueRef, at: datetime, due: Sequence[Candidate], held: Mapping[UUID, Place]
) -> None:
    ending = [term for _, term in _ending_at(at, due)]
    instant = at_instant(at, due, held, await bases_of(tx, ending), await policies_at(tx, queue, at))
    saved: Locked = {}
    for each in instant.happened:
        owner = each.before.application_id
        saved[owner] = await write(tx, saved.get(owner, each.before), each.decision)
    await offer_to_queue(tx, instant.offered, freed_at=at)


def _say_stray(due: Deadline) -> None:
    LOG.error("deadline of what does not run", kind=due.kind, key=due.key, due_at=due.due_at.isoformat())
