"""By a changed calendar open terms are computed once more, never shortened, and families are told (domain §6.7).

All of them in batches, queue by queue. Whoever comes before the batch, a timer or a late act, computes the one term
that it is about by itself.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.queue import CalendarPublished
from kezek.contracts.values import QueueRef
from kezek.platform import calendar, policies
from kezek.platform.db import ReadTx, Tx
from kezek.platform.messaging.recounting import count_later, counting
from kezek.platform.timers import Deadline, find_deadline
from kezek.platform.workdays import Calendar, Term, last_day_of
from kezek.referrals.adapters import candidates, places
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import move_deadline
from kezek.referrals.domain.running import Running, running_term, runs_until
from kezek.referrals.domain.terms import Basis, RunningTerm, TermKind, counted_anew
from kezek.referrals.usecases.saving import save

JOB = "move_deadlines"


async def on_calendar(tx: Tx, event: CalendarPublished) -> None:
    """A newer year is known: open terms are looked at once more."""
    await count_later(tx, event, JOB)


async def _move_queue(tx: Tx, outdated: Sequence[Deadline], by: Calendar) -> int:
    """Those deadlines of one queue that end later by the calendar of now."""
    await places.lock_queue(tx, QueueRef.parse(outdated[0].group))
    owners = await candidates.find_owners(tx, [UUID(each.key) for each in outdated])
    locked = await candidates.lock_candidates(tx, owners.values())
    moved = 0
    for each in outdated:
        owner = owners.get(UUID(each.key))
        candidate = locked.get(owner) if owner else None
        later = await moved_term(tx, candidate, each, by) if candidate else None
        if candidate is not None and later is not None:
            locked[candidate.application_id] = await save(tx, candidate, move_deadline(candidate, later, tx.now()))
            moved += 1
    return moved


move_deadlines = counting(JOB, _move_queue)


async def moved_term(tx: ReadTx, candidate: Candidate, deadline: Deadline, by: Calendar) -> RunningTerm | None:
    """The term of a deadline as the calendar of now counts it, with its reminder, if it runs and ends later by that."""
    kind, key = TermKind(deadline.kind), UUID(deadline.key)
    if deadline.working_days is None or runs_until(candidate, kind, key, deadline.due_at) is None:
        return None
    later = counted_anew(_running_term(deadline, deadline.working_days), by)
    return Basis(await policies.load_by_id(tx, deadline.policy), by).reminding(later) if later else None


def _running_term(deadline: Deadline, working_days: int) -> RunningTerm:
    return RunningTerm(
        kind=TermKind(deadline.kind),
        key=UUID(deadline.key),
        began_at=deadline.began_at,
        working_days=working_days,
        term=Term(last_day_of(deadline.due_at), deadline.due_at),
        policy=deadline.policy,
        calendar_version=deadline.calendar_version,
    )


async def with_moved_end(tx: Tx, candidate: Candidate, at: datetime) -> Candidate:
    """A locked candidate whose term seems to be over at an instant, with the end that the calendar of now gives it.

    So an act in time by the changed calendar is in time before its batch has come, too.
    """
    runs = running_term(candidate)
    return candidate if runs is None or at < runs.ends_at else await with_term_of_now(tx, candidate)


async def with_term_of_now(tx: Tx, candidate: Candidate) -> Candidate:
    """A locked candidate with the end that the calendar of now gives its term, if any runs."""
    runs = running_term(candidate)
    if runs is None:
        return candidate
    by = await calendar.load(tx)
    for deadline in await _deadlines_of(tx, candidate, runs):
        later = await moved_term(tx, candidate, deadline, by)
        if later is not None:
            return await save(tx, candidate, move_deadline(candidate, later, tx.now()))
    return candidate


async def load_running(tx: ReadTx, candidate: Candidate) -> RunningTerm:
    """The term of working days that runs for a locked candidate, with what it was counted from.

    Raises:
        LookupError: when none does.
    """
    runs = running_term(candidate)
    if runs is None:
        raise LookupError(candidate.application_id)
    for each in await _deadlines_of(tx, candidate, runs):
        if each.working_days is not None and each.due_at == runs.ends_at:
            return replace(_running_term(each, each.working_days), key=runs.key)
    raise LookupError(candidate.application_id)


async def _deadlines_of(tx: ReadTx, candidate: Candidate, runs: Running) -> Sequence[Deadline]:
    """By its own key, and by the application as the release before wrote it."""
    found = [await find_deadline(tx, runs.kind.value, str(each)) for each in (runs.key, candidate.application_id)]
    return [each for each in found if each is not None]
