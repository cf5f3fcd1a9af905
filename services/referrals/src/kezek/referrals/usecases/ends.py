"""The end of a candidate's running term, at its instant: by its deadline, or by an act that came later (§6.7)."""

from datetime import datetime

from kezek.platform.acts import ReceivedEarlier
from kezek.platform.db import Tx
from kezek.platform.errors import Unavailable
from kezek.referrals.adapters import places
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.instant import end_of
from kezek.referrals.domain.running import running_term
from kezek.referrals.domain.terms import TermKind
from kezek.referrals.usecases.basis import bases_of, policies_at
from kezek.referrals.usecases.move_deadlines import with_moved_end
from kezek.referrals.usecases.publishing import offer_to_queue
from kezek.referrals.usecases.received import list_awaited, list_signed
from kezek.referrals.usecases.saving import save


async def end_overdue(tx: Tx, candidate: Candidate, at: datetime) -> Candidate:
    """The candidate after all that was over before an act came and whose deadline has not fired yet.

    The queue's row and the candidate are locked: a place that goes on from here is offered at once, to its own queue,
    whatever queue the child goes over to by this end.

    Raises:
        Unavailable: `earlier_act_not_finished`: it came in time, and what is over may not be.
        ReceivedEarlier: to finish first another family's choice of the turn's place that came in time.
    """
    candidate = await with_moved_end(tx, candidate, at)
    while (term := running_term(candidate)) is not None and at >= term.ends_at:
        if await list_signed(tx, [candidate.application_id], term.ends_at):
            raise Unavailable("earlier_act_not_finished")
        held = await places.lock_places(tx, [term.place_id] if term.place_id else [])
        exchanged = held if term.kind is TermKind.TURN else []
        for awaited in await list_awaited(tx, candidate.queue, exchanged, term.ends_at):
            raise ReceivedEarlier(awaited.receipt_id)
        *_, today = await policies_at(tx, candidate.queue, term.ends_at)
        decision = end_of(candidate, term, held, await bases_of(tx, [term]), today)
        candidate = await save(tx, candidate, decision)
        await offer_to_queue(tx, decision.offered, freed_at=decision.at)
        candidate = await with_moved_end(tx, candidate, at)
    return candidate
