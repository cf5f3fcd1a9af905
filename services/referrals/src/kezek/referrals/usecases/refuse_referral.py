"""The kindergarten refuses a child with a reason and signs; an officer is to decide (domain §7.refused)."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from kezek.contracts.hints import HintKind, officers
from kezek.contracts.vocabulary import ActorKind, AdmissionRefusal
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import Tx
from kezek.platform.errors import NotFound, rules_hold
from kezek.referrals.adapters import candidates, refusals
from kezek.referrals.domain.admission import check_may_refuse, refuse
from kezek.referrals.domain.refusal import Refusal, Refused
from kezek.referrals.usecases import referral_statements
from kezek.referrals.usecases.basis import case_of
from kezek.referrals.usecases.move_deadlines import with_term_of_now
from kezek.referrals.usecases.on_referral import (
    StatedReferral,
    load_referral,
    lock_for,
    referral_of,
    stated_referral,
)
from kezek.referrals.usecases.saving import save


class ChildRefused(ActModel):
    """Of which referral, why, and in the worker's own words."""

    referral_id: UUID
    reason: AdmissionRefusal
    words: Annotated[str, Field(max_length=1000)]


class UnderReview(ActModel):
    """An officer is to decide."""

    application_id: UUID
    referral_id: UUID
    status: Literal["refusal_review"] = "refusal_review"


class RefuseReferral(SignedAct[ChildRefused, StatedReferral, UnderReview]):
    """The signed act `referrals.refuse`; its subject is the application, whose clock judges it."""

    TYPE = "referrals.refuse"
    OF_KINDERGARTEN = True

    async def draft(self, tx: Tx, actor: Actor, body: ChildRefused) -> Draft[StatedReferral]:
        """What would be signed.

        Raises:
            NotFound: `referral_not_found`, also for another kindergarten's.
            Conflict: `referral_not_valid`, `refusal_under_review`, `must_be_accepted`.
        """
        candidate, referral = await load_referral(tx, body.referral_id)
        if not actor.works_at(referral.kindergarten_id):
            raise NotFound("referral_not_found")
        case = await case_of(tx, candidate, referral.id, tx.now())
        with rules_hold():
            check_may_refuse(candidate, case)
        facts = await stated_referral(tx, candidate, referral)
        said = referral_statements.refusal(actor.language, facts, body.reason, body.words)
        return Draft(str(candidate.application_id), facts, said)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that no deadline fires between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[ChildRefused, StatedReferral], received_at: datetime) -> UnderReview:
        """Put the refusal before the officers of the queue's district; the family may answer from now on.

        Raises:
            ReceivedEarlier: to finish an earlier act on this application first.
            Conflict: `referral_not_valid`, `refusal_under_review`, `must_be_accepted`, `act_outdated`.
        """
        candidate = await with_term_of_now(tx, await lock_for(tx, act, received_at))
        case = await case_of(tx, candidate, act.body.referral_id, received_at)
        with rules_hold():
            decision = refuse(candidate, case)
        referral = referral_of(candidate, act.body.referral_id)
        if not act.actor.works_at(referral.kindergarten_id):
            raise NotFound("referral_not_found")
        act.check_facts(await stated_referral(tx, candidate, referral))
        refused = Refused(act.body.reason, act.body.words, received_at, act.actor.person_id)
        district = candidate.queue.district
        await refusals.insert_refusal(tx, Refusal(referral.id, candidate.application_id, district, refused))
        await save(tx, candidate, decision, ActorKind.KINDERGARTEN, act)
        tx.hint(officers(district), HintKind.DESK, referral.id)
        return UnderReview(application_id=candidate.application_id, referral_id=referral.id)
