"""What is due at one instant in one queue, in the order of domain §6.7, under the queue's row.

First the ends of turns, then of referrals, each in the order in which their places were published, then the returns
from the stop list, then the places freed by ended referrals, offered together. What ends is dated at the due instant.
What a calendar that has changed since lets end later is moved instead.
"""

from datetime import datetime
from uuid import UUID

from kezek.contracts.values import QueueRef
from kezek.platform import calendar
from kezek.platform.act_rows import received_before
from kezek.platform.db import Tx
from kezek.platform.telemetry import logger
from kezek.platform.timers import ActsInTime, Deadline
from kezek.referrals.adapters import candidates, places
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import move_deadline
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.running import runs_until
from kezek.referrals.domain.terms import TermKind
from kezek.referrals.usecases.ends import End, decide_end
from kezek.referrals.usecases.move_deadlines import moved_term
from kezek.referrals.usecases.publishing import offer_to_queue
from kezek.referrals.usecases.saving import save

LOG = logger(__name__)


async def fire_due(tx: Tx, queue: str, due_at: datetime, due: list[Deadline]) -> None:
    """Fire the deadlines of one queue and instant; one of what does not run is an error in the log, and no more.

    Raises:
        ActsInTime: when acts on some of these applications were received before the instant and are not finished; the
            other deadlines are to be fired without theirs.
    """
    ref = QueueRef.parse(queue)
    await places.lock_queue(tx, ref)
    owners = await candidates.find_owners(tx, [UUID(each.key) for each in due])
    found = await candidates.lock_candidates(tx, owners.values())
    if in_time := await received_before(tx, [str(each) for each in found], due_at):
        raise ActsInTime(in_time, [each for each in due if str(owners.get(UUID(each.key))) in in_time])
    by, ended = await calendar.load(tx), []
    for each in due:
        candidate = found.get(owners.get(UUID(each.key), _NOBODY))
        if candidate is not None and (later := moved_term(candidate, each, by)):
            await save(tx, candidate, move_deadline(candidate, later, tx.now()))
        elif (end := _end(each, candidate)) is not None:
            ended.append(end)
    # one end may have two rows: by its own key, and by the application as the release before writes it
    ends = {end.candidate.application_id: end for end in ended}.values()
    held = await places.lock_places(tx, [end.term.place_id for end in ends if end.term.place_id])
    offered: list[Place] = []
    for end in sorted(ends, key=lambda end: _order(end, held)):
        decision = await decide_end(tx, end, held)
        await save(tx, end.candidate, decision)
        offered.extend(decision.offered)
    await offer_to_queue(tx, offered)


_NOBODY = UUID(int=0)
_KINDS = tuple(TermKind)


def _end(deadline: Deadline, candidate: Candidate | None) -> End | None:
    kind, due_at = TermKind(deadline.kind), deadline.due_at
    term = runs_until(candidate, kind, UUID(deadline.key), due_at) if candidate else None
    if candidate is None or term is None:
        LOG.error("deadline of what does not run", kind=kind.value, key=deadline.key, due_at=due_at.isoformat())
        return None
    return End(candidate, term)


def _order(end: End, held: dict[UUID, Place]) -> tuple[object, ...]:
    place_id = end.term.place_id
    return (_KINDS.index(end.term.kind), held[place_id].order if place_id else (), end.candidate.serial)
