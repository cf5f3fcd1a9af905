"""The kindergarten returns admission papers with a reason and signs; what was left of the term runs again (§8)."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from kezek.contracts.vocabulary import ActorKind, AdmissionState, PapersFlaw
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound, rules_hold
from kezek.referrals.adapters import admissions, candidates
from kezek.referrals.domain import admission as referral_rules
from kezek.referrals.domain import papers
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.papers import Returned
from kezek.referrals.usecases import paper_statements
from kezek.referrals.usecases.basis import case_of
from kezek.referrals.usecases.on_referral import (
    StatedReferral,
    load_referral,
    lock_for,
    referral_of,
    stated_referral,
)
from kezek.referrals.usecases.saving import save


class PapersReturn(ActModel):
    """Of which referral's papers, why, and in the worker's own words."""

    referral_id: UUID
    flaw: PapersFlaw
    words: Annotated[str, Field(max_length=1000)]


class ReturnFacts(StatedReferral):
    """Which papers are returned: better ones that came meanwhile are not."""

    submission_id: UUID


class PapersReturned(ActModel):
    """The family may hand them in once more."""

    application_id: UUID
    referral_id: UUID
    state: AdmissionState = AdmissionState.REJECTED


class ReturnPapers(SignedAct[PapersReturn, ReturnFacts, PapersReturned]):
    """The signed act `referrals.return-papers`; its subject is the application, whose clock judges it."""

    TYPE = "referrals.return-papers"
    OF_KINDERGARTEN = True

    async def draft(self, tx: Tx, actor: Actor, body: PapersReturn) -> Draft[ReturnFacts]:
        """What would be signed.

        Raises:
            NotFound: `referral_not_found`, also for another kindergarten's; `admission_not_found`.
            Conflict: `referral_not_valid`, `papers_not_handed_in`.
        """
        candidate, referral = await load_referral(tx, body.referral_id)
        if not actor.works_at(referral.kindergarten_id):
            raise NotFound("referral_not_found")
        case = await case_of(tx, candidate, referral.id, tx.now())
        with rules_hold():
            referral_rules.check_may_return_papers(candidate, case)
        facts = await _facts(tx, candidate, body)
        said = paper_statements.papers_return(actor.language, facts, body.flaw, body.words)
        return Draft(str(candidate.application_id), facts, said)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that nothing of it ends between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[PapersReturn, ReturnFacts], received_at: datetime) -> PapersReturned:
        """Give the family its papers back, with the working days that were left when they came.

        Raises:
            ReceivedEarlier: to finish an earlier act on this application first.
            Conflict: `referral_not_valid`, `papers_not_handed_in`, `act_outdated` when others came meanwhile.
        """
        candidate = await lock_for(tx, act, received_at)
        case = await case_of(tx, candidate, act.body.referral_id, received_at)
        with rules_hold():
            decision = referral_rules.return_papers(candidate, case)
        referral = referral_of(candidate, act.body.referral_id)
        if not act.actor.works_at(referral.kindergarten_id):
            raise NotFound("referral_not_found")
        act.check_facts(await _facts(tx, candidate, act.body))
        handed_in = await load_admission(tx, referral.id)
        why = Returned(act.body.flaw, act.body.words, received_at, act.actor.person_id)
        await admissions.save_return(tx, papers.returned(handed_in, why))
        await save(tx, candidate, decision, ActorKind.KINDERGARTEN, act)
        return PapersReturned(application_id=candidate.application_id, referral_id=referral.id)


async def load_admission(tx: ReadTx, referral_id: UUID) -> papers.Admission:
    """The admission application of a referral.

    Raises:
        NotFound: `admission_not_found`.
    """
    found = await admissions.find_admission(tx, referral_id)
    if found is None:
        raise NotFound("admission_not_found")
    return found


async def _facts(tx: ReadTx, candidate: Candidate, body: PapersReturn) -> ReturnFacts:
    stated = await stated_referral(tx, candidate, referral_of(candidate, body.referral_id))
    handed_in = await load_admission(tx, body.referral_id)
    return ReturnFacts(**dict(stated), submission_id=handed_in.last.id)
