"""A worker notes that the family has come («келді»): the referral's clock stops (domain §7.validity). Not signed."""

from uuid import UUID

from kezek.contracts.vocabulary import ActorKind, ClockStop
from kezek.platform.act_rows import received_before
from kezek.platform.actors import Actor
from kezek.platform.db import Tx
from kezek.platform.errors import NotFound, Unavailable, rules_hold
from kezek.referrals.adapters import candidates
from kezek.referrals.domain.admission import arrive
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.usecases.basis import case_of
from kezek.referrals.usecases.move_deadlines import with_term_of_now
from kezek.referrals.usecases.on_referral import load_referral, referral_of
from kezek.referrals.usecases.saving import write


async def note_arrival(tx: Tx, actor: Actor, referral_id: UUID) -> Candidate:
    """The candidate whose family has come, as of now; who noted it first stands in the history.

    Raises:
        NotFound: `referral_not_found`, also for another kindergarten's.
        Conflict: `referral_not_valid`, `papers_stop_the_clock`, `clock_stopped_already`.
        Unavailable: `earlier_act_not_finished`: something signed before comes first.
    """
    found, referral = await load_referral(tx, referral_id)
    if not actor.works_at(referral.kindergarten_id):
        raise NotFound("referral_not_found")
    candidate = await candidates.lock_candidate(tx, found.application_id)
    if referral_of(candidate, referral_id).clock.stopped_by is ClockStop.CAME:
        return candidate
    at = tx.now()
    if await received_before(tx, [str(candidate.application_id)], at):
        raise Unavailable("earlier_act_not_finished")
    candidate = await with_term_of_now(tx, candidate)
    case = await case_of(tx, candidate, referral_id, at)
    with rules_hold():
        decision = arrive(candidate, case)
    return await write(tx, candidate, decision, ActorKind.KINDERGARTEN, person_id=actor.person_id)
