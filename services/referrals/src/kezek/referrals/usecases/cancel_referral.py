"""The family cancels its referral in time and signs (domain §7.cancel)."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from kezek.contracts.vocabulary import ActorKind
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import rules_hold
from kezek.referrals.adapters import candidates
from kezek.referrals.domain.admission import cancel, cancelled_before, check_may_cancel, may_cancel
from kezek.referrals.domain.ageing import is_too_old
from kezek.referrals.domain.candidate import Candidate, Referral
from kezek.referrals.usecases import referral_statements
from kezek.referrals.usecases.basis import case_of, policies_at
from kezek.referrals.usecases.choose_place import load_own_candidate
from kezek.referrals.usecases.leaving import lock_leaving
from kezek.referrals.usecases.on_referral import StatedReferral, referral_of, stated_referral
from kezek.referrals.usecases.publishing import offer_to_queue
from kezek.referrals.usecases.saving import save


async def load_cancel_before(tx: ReadTx, candidate: Candidate) -> datetime | None:
    """Until when the family may cancel its referral, exclusive; None: it may not, or not any more."""
    if candidate.referral is None:
        return None
    case = await case_of(tx, candidate, candidate.referral.id, tx.now())
    return cancelled_before(candidate.referral, case.basis) if may_cancel(candidate, case) else None


class Cancellation(ActModel):
    """Of which referral of which application."""

    application_id: UUID
    referral_id: UUID


class CancellationFacts(StatedReferral):
    """The referral, and whether the child is too old by now to return to the queue (domain §4.ends)."""

    too_old: bool = False


class Cancelled(ActModel):
    """The child waits again; if it has grown too old for that, the application is over."""

    application_id: UUID
    referral_id: UUID
    status: Literal["queued", "removed"] = "queued"


class CancelReferral(SignedAct[Cancellation, CancellationFacts, Cancelled]):
    """The signed act `referrals.cancel`; its subject is the application, whose clock judges it."""

    TYPE = "referrals.cancel"

    async def draft(self, tx: Tx, actor: Actor, body: Cancellation) -> Draft[CancellationFacts]:
        """What would be signed.

        Raises:
            NotFound: `application_not_found`, also for somebody else's; `referral_not_found`.
            Conflict: `referral_not_valid`, `cancellation_not_allowed`, `cancellation_too_late`.
        """
        candidate = await load_own_candidate(tx, actor, body.application_id)
        referral = referral_of(candidate, body.referral_id)
        case = await case_of(tx, candidate, referral.id, tx.now())
        with rules_hold():
            check_may_cancel(candidate, case)
        facts = await _facts(tx, candidate, referral, case.at)
        said = referral_statements.cancellation(actor.language, facts, too_old=facts.too_old)
        return Draft(str(candidate.application_id), facts, said)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that no deadline fires between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[Cancellation, CancellationFacts], received_at: datetime) -> Cancelled:
        """Give the referral back; the place goes on to the next child, and not to this one (domain §6.6).

        Raises:
            ReceivedEarlier: to finish an earlier act on this application first.
            Conflict: `referral_not_valid`, `cancellation_not_allowed`, `cancellation_too_late`, `act_outdated`.
        """
        ((candidate, place),) = await lock_leaving(tx, act, received_at)
        case = await case_of(tx, candidate, act.body.referral_id, received_at)
        with rules_hold():
            decision = cancel(candidate, case, place)
        referral = referral_of(candidate, act.body.referral_id)
        act.check_facts(await _facts(tx, candidate, referral, received_at))
        after = await save(tx, candidate, decision, ActorKind.APPLICANT, act)
        await offer_to_queue(tx, decision.offered)
        status: Literal["queued", "removed"] = "queued" if after.waiting else "removed"
        return Cancelled(application_id=candidate.application_id, referral_id=referral.id, status=status)


async def _facts(tx: ReadTx, candidate: Candidate, referral: Referral, at: datetime) -> CancellationFacts:
    stated = await stated_referral(tx, candidate, referral)
    too_old = is_too_old(candidate, at, *await policies_at(tx, candidate.queue, at))
    return CancellationFacts(**dict(stated), too_old=too_old)
