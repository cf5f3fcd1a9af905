"""When benefits end: before anything is handed out at that instant (domain §6.7)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kezek.contracts.values import StandsThen
from kezek.contracts.vocabulary import QueueClass
from kezek.platform.workdays import midnight_after
from kezek.queue.domain.ends import stands_at, still_to_come
from kezek.referrals.domain.states import is_over
from kezek.simulate.scenario import Benefit
from kezek.simulate.state import State


def await_end(state: State, application_id: UUID, act: Benefit) -> None:
    """Wait for the end of what was confirmed: the newest word counts, and what has no last day never ends."""
    state.ends[application_id] = ()
    if act.last_day is not None:
        at = midnight_after(act.last_day)
        state.ends[application_id] = (StandsThen(at=at, kind=state.queue.kind, queue_class=QueueClass.GENERAL),)
        state.wait(at, application_id)


def end_benefits(state: State, ids: Iterable[UUID], at: datetime) -> None:
    """Let those of these whose benefits have ended by an instant stand by what counts then."""
    for application_id in ids:
        ends = state.ends.get(application_id, ())
        if still_to_come(ends, at) == ends:
            continue
        candidate = state.candidates[application_id]
        child, _ = stands_at((candidate.child, candidate.queue), ends, at)
        state.ends[application_id] = still_to_come(ends, at)
        if not is_over(candidate.status):
            state.tell(child)
