"""The family takes its application back and signs (domain §4.ends)."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from kezek.contracts.vocabulary import ActorKind
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import Tx
from kezek.platform.errors import rules_hold
from kezek.referrals.adapters import candidates
from kezek.referrals.domain.leaving import check_may_withdraw, withdraw
from kezek.referrals.usecases import statements
from kezek.referrals.usecases.choose_place import load_own_candidate
from kezek.referrals.usecases.leaving import lock_leaving, stated_leaving
from kezek.referrals.usecases.publishing import offer_to_queue
from kezek.referrals.usecases.saving import save
from kezek.referrals.usecases.statements import StatedLeaving


class Withdrawal(ActModel):
    """Which application."""

    application_id: UUID


class Withdrawn(ActModel):
    """The application is over."""

    application_id: UUID
    status: Literal["withdrawn"] = "withdrawn"


class WithdrawApplication(SignedAct[Withdrawal, StatedLeaving, Withdrawn]):
    """The signed act `referrals.withdraw`; its subject is the application, whose clock judges it."""

    TYPE = "referrals.withdraw"

    async def draft(self, tx: Tx, actor: Actor, body: Withdrawal) -> Draft[StatedLeaving]:
        """What would be signed.

        Raises:
            NotFound: `application_not_found`, also for somebody else's.
            Conflict: `withdrawal_not_allowed`.
        """
        candidate = await load_own_candidate(tx, actor, body.application_id)
        with rules_hold():
            check_may_withdraw(candidate)
        facts = await stated_leaving(tx, candidate, tx.now())
        return Draft(str(candidate.application_id), facts, statements.withdrawal(actor.language, facts))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that no deadline fires between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[Withdrawal, StatedLeaving], received_at: datetime) -> Withdrawn:
        """End the application; what was held or taken for it goes on to the next child.

        Raises:
            Conflict: `withdrawal_not_allowed`; `act_outdated` when a place or a referral has come, or gone, since.
        """
        ((candidate, place),) = await lock_leaving(tx, act, received_at)
        with rules_hold():
            decision = withdraw(candidate, place, received_at)
        act.check_facts(await stated_leaving(tx, candidate, received_at))
        await save(tx, candidate, decision, ActorKind.APPLICANT, act)
        await offer_to_queue(tx, decision.offered)
        return Withdrawn(application_id=candidate.application_id)
