"""An officer of the district upholds or overrules a kindergarten's refusal, and signs (domain §7.refused)."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from kezek.contracts.hints import HintKind, officers
from kezek.contracts.vocabulary import ActorKind, AdmissionRefusal, ApplicationStatus, RefusalOutcome
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, rules_hold
from kezek.platform.officers import district_of
from kezek.referrals.adapters import candidates, refusals
from kezek.referrals.domain.admission import check_under_review, overrule, uphold
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.refusal import Decided, Refusal, check_answers_read
from kezek.referrals.usecases import referral_statements
from kezek.referrals.usecases.basis import case_of
from kezek.referrals.usecases.leaving import lock_leaving
from kezek.referrals.usecases.on_referral import StatedReferral, referral_of, stated_referral
from kezek.referrals.usecases.publishing import offer_to_queue
from kezek.referrals.usecases.saving import save


class RefusalDecision(ActModel):
    """What the officer decides on the refusal of which referral, and why, having read which answers of the family."""

    referral_id: UUID
    outcome: RefusalOutcome
    words: Annotated[str, Field(max_length=1000)]
    answers: tuple[UUID, ...] = ()


class RefusalFacts(StatedReferral):
    """What the decision is made upon: the kindergarten's reason, and all that the family has answered."""

    reason: AdmissionRefusal
    answers: tuple[UUID, ...]


class RefusalDecided(ActModel):
    """Where the application stands afterwards."""

    application_id: UUID
    referral_id: UUID
    status: ApplicationStatus


class DecideRefusal(SignedAct[RefusalDecision, RefusalFacts, RefusalDecided]):
    """The signed act `referrals.decide-refusal`; its subject is the application. Of two officers the first decides."""

    TYPE = "referrals.decide-refusal"

    async def draft(self, tx: Tx, actor: Actor, body: RefusalDecision) -> Draft[RefusalFacts]:
        """What would be signed.

        Raises:
            NotFound: `refusal_not_found`, also for another district's.
            Conflict: `refusal_is_own`, `referral_not_valid`, `no_refusal_under_review`, `family_has_answered` what is
                not among the answers that were read.
        """
        candidate, refusal = await load_refusal(tx, actor, body.referral_id)
        case = await case_of(tx, candidate, body.referral_id, tx.now())
        _check_not_own(actor, candidate, refusal)
        with rules_hold():
            check_under_review(candidate, case)
            check_answers_read(refusal, body.answers)
        facts = await _facts(tx, candidate, refusal)
        said = referral_statements.decision(actor.language, facts, facts.reason, body.outcome, body.words)
        return Draft(str(candidate.application_id), facts, said)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that nothing of it ends between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[RefusalDecision, RefusalFacts], received_at: datetime) -> RefusalDecided:
        """Decide; an upheld refusal's place goes on to the next child.

        Raises:
            ReceivedEarlier: to finish an earlier act on this application first.
            Conflict: `no_refusal_under_review` when another was first; `family_has_answered` since the draft.
        """
        ((candidate, place),) = await lock_leaving(tx, act, received_at)
        _, refusal = await load_refusal(tx, act.actor, act.body.referral_id)
        _check_not_own(act.actor, candidate, refusal)
        case, outcome = await case_of(tx, candidate, refusal.referral_id, received_at), act.body.outcome
        with rules_hold():
            upheld = outcome is RefusalOutcome.UPHELD
            decision = uphold(candidate, case, place) if upheld else overrule(candidate, case)
            check_answers_read(refusal, act.facts.answers)
        act.check_facts(await _facts(tx, candidate, refusal))
        decided = Decided(outcome, act.body.words, received_at, act.actor.person_id)
        await refusals.save_decision(tx, refusal.referral_id, decided)
        after = await save(tx, candidate, decision, ActorKind.OFFICER, act)
        await offer_to_queue(tx, decision.offered)
        tx.hint(officers(refusal.district), HintKind.DESK, refusal.referral_id)
        return RefusalDecided(application_id=after.application_id, referral_id=refusal.referral_id, status=after.status)


async def load_refusal(tx: ReadTx, actor: Actor, referral_id: UUID) -> tuple[Candidate, Refusal]:
    """A refusal of the officer's district with its candidate.

    Raises:
        NotFound: `refusal_not_found`, also for another district's.
    """
    refusal = await refusals.find_refusal(tx, referral_id)
    if refusal is None or refusal.district != district_of(actor):
        raise NotFound("refusal_not_found")
    candidate = await candidates.find_candidate(tx, refusal.application_id)
    if candidate is None:
        raise NotFound("refusal_not_found")
    return candidate, refusal


def is_own(actor: Actor, candidate: Candidate, refusal: Refusal) -> bool:
    """Whether an officer is a side of it, so that another decides: the family, who refused, or who works there."""
    referral = candidate.referral
    works_there = referral is not None and actor.works_at(referral.kindergarten_id)
    return actor.person_id in {candidate.child.applicant_id, refusal.refused.by} or works_there


def _check_not_own(actor: Actor, candidate: Candidate, refusal: Refusal) -> None:
    if is_own(actor, candidate, refusal):
        raise Conflict("refusal_is_own")


async def _facts(tx: ReadTx, candidate: Candidate, refusal: Refusal) -> RefusalFacts:
    stated = await stated_referral(tx, candidate, referral_of(candidate, refusal.referral_id))
    answers = tuple(word.id for word in refusal.family)
    return RefusalFacts(**dict(stated), reason=refusal.refused.reason, answers=answers)
