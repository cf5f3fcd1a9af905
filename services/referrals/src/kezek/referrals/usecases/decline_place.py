"""The family refuses the place that is offered to it, which costs the one in the queue, and signs (§9.profiles)."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from kezek.contracts.vocabulary import ActorKind
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, rules_hold
from kezek.referrals.adapters import candidates
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.vouchers import check_may_decline, decline, may_decline
from kezek.referrals.usecases import voucher_statements
from kezek.referrals.usecases.basis import policy_of_place
from kezek.referrals.usecases.choose_place import load_own_candidate
from kezek.referrals.usecases.leaving import lock_leaving, stated_leaving
from kezek.referrals.usecases.publishing import offer_to_queue
from kezek.referrals.usecases.saving import save
from kezek.referrals.usecases.statements import StatedLeaving


async def load_may_decline(tx: ReadTx, candidate: Candidate) -> bool:
    """Whether the family may refuse its place now, which would cost it the one in the queue."""
    return may_decline(candidate, await policy_of_place(tx, candidate), tx.now())


class Declining(ActModel):
    """Of which application the place is refused."""

    application_id: UUID


class Declined(ActModel):
    """The application is over."""

    application_id: UUID
    status: Literal["removed"] = "removed"


class DeclinePlace(SignedAct[Declining, StatedLeaving, Declined]):
    """The signed act `referrals.decline`; its subject is the application, whose clock judges it."""

    TYPE = "referrals.decline"

    async def draft(self, tx: Tx, actor: Actor, body: Declining) -> Draft[StatedLeaving]:
        """What would be signed.

        Raises:
            NotFound: `application_not_found`, also for somebody else's.
            Conflict: `declining_not_here`, `nothing_to_decline`.
        """
        candidate = await load_own_candidate(tx, actor, body.application_id)
        policy = await policy_of_place(tx, candidate)
        with rules_hold():
            check_may_decline(candidate, policy, tx.now())
        facts = await stated_leaving(tx, candidate, tx.now())
        said = voucher_statements.declining(actor.language, facts.application_number, facts.child)
        return Draft(str(candidate.application_id), facts, said)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that no deadline fires between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[Declining, StatedLeaving], received_at: datetime) -> Declined:
        """End the application; the place goes on to the next child, or waits for the next round.

        Raises:
            ReceivedEarlier: to finish an earlier act on this application first.
            Conflict: `declining_not_here`, `nothing_to_decline`, also when the term ran out before; `act_outdated`.
        """
        ((candidate, place),) = await lock_leaving(tx, act, received_at)
        policy = await policy_of_place(tx, candidate)
        if place is None:
            raise Conflict("nothing_to_decline", status=candidate.status.value)
        with rules_hold():
            decision = decline(candidate, place, policy, received_at)
        act.check_facts(await stated_leaving(tx, candidate, received_at))
        await save(tx, candidate, decision, ActorKind.APPLICANT, act)
        await offer_to_queue(tx, decision.offered)
        return Declined(application_id=candidate.application_id)
