"""The kindergarten accepts a child on its referral and signs (domain §7)."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from kezek.contracts.vocabulary import ActorKind
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound, rules_hold
from kezek.referrals.adapters import admissions, candidates, copies
from kezek.referrals.domain.admission import accept, check_may_accept
from kezek.referrals.domain.candidate import Candidate, Referral
from kezek.referrals.domain.transfer import leave_for
from kezek.referrals.usecases import statements
from kezek.referrals.usecases.basis import case_of
from kezek.referrals.usecases.move_deadlines import with_moved_end
from kezek.referrals.usecases.on_referral import StatedReferral, left_by, load_referral, lock_for, stated_referral
from kezek.referrals.usecases.saving import save
from kezek.referrals.usecases.sign_contract import tell_of_signature, with_contract
from kezek.referrals.usecases.transfers import lock_enrolment


class Acceptance(ActModel):
    """Of which referral."""

    referral_id: UUID


class AcceptanceFacts(StatedReferral):
    """Upon which papers the child is accepted, if any were handed in: better ones that came meanwhile were not read.

    The contract that the family signed with them is signed by the kindergarten, too.
    """

    submission_id: UUID | None = None
    contract_number: str | None = None
    contract_sha256: str | None = None


class Accepted(ActModel):
    """The child stands in its group."""

    application_id: UUID
    referral_id: UUID
    status: Literal["enrolled"] = "enrolled"


class AcceptReferral(SignedAct[Acceptance, AcceptanceFacts, Accepted]):
    """The signed act `referrals.accept`; its subject is the application, whose clock judges it."""

    TYPE = "referrals.accept"
    OF_KINDERGARTEN = True

    async def draft(self, tx: Tx, actor: Actor, body: Acceptance) -> Draft[AcceptanceFacts]:
        """What would be signed.

        Raises:
            NotFound: `referral_not_found`, also for another kindergarten's.
            Conflict: `referral_not_valid`, `refusal_under_review`, `papers_not_here_yet`, `kindergarten_closed`.
        """
        candidate, referral = await load_referral(tx, body.referral_id)
        if not actor.works_at(referral.kindergarten_id):
            raise NotFound("referral_not_found")
        await copies.check_open(tx, referral.kindergarten_id, tx.now())
        case = await case_of(tx, candidate, referral.id, tx.now())
        with rules_hold():
            check_may_accept(candidate, case)
        facts = await _facts(tx, candidate, referral)
        # said, but not held to: should the child have left before, it is accepted all the same
        said = statements.acceptance(actor.language, facts, await left_by(tx, candidate), facts.contract_number)
        return Draft(str(candidate.application_id), facts, said, with_contract(facts.contract_sha256))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that no deadline fires between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[Acceptance, AcceptanceFacts], received_at: datetime) -> Accepted:
        """Enrol the child; what the family signed before, a withdrawal, comes first (domain §4.ends).

        Where it was enrolled until now it departs at the same instant (domain §7.transfer).

        Raises:
            ReceivedEarlier: to finish an earlier act on this application first.
            Conflict: `referral_not_valid`, `refusal_under_review`, `papers_not_here_yet`, `act_outdated`;
                `kindergarten_closed` if it was before the signature came.
        """
        asked = await candidates.find_candidate(tx, UUID(act.subject))
        enrolment = await lock_enrolment(tx, asked.child.transfer if asked else None)
        candidate = await with_moved_end(tx, await lock_for(tx, act, received_at), received_at)
        case = await case_of(tx, candidate, act.body.referral_id, received_at)
        with rules_hold():
            decision = accept(candidate, case)
        referral = decision.candidate.referral
        if referral is None or not act.actor.works_at(referral.kindergarten_id):
            raise NotFound("referral_not_found")
        await copies.check_open(tx, referral.kindergarten_id, received_at)
        act.check_facts(await _facts(tx, candidate, referral))
        if enrolment is not None and (left := leave_for(enrolment, received_at)) is not None:
            await save(tx, enrolment, left, ActorKind.KINDERGARTEN, act)
        enrolled = await save(tx, candidate, decision, ActorKind.KINDERGARTEN, act)
        await tell_of_signature(tx, act, referral.id, act.facts.contract_sha256, received_at)
        return Accepted(application_id=enrolled.application_id, referral_id=referral.id)


async def _facts(tx: ReadTx, candidate: Candidate, referral: Referral) -> AcceptanceFacts:
    stated = await stated_referral(tx, candidate, referral)
    papers = await admissions.find_admission(tx, referral.id)
    contract = papers.last.contract if papers else None
    return AcceptanceFacts(
        **dict(stated),
        submission_id=papers.last.id if papers else None,
        contract_number=contract.number if contract else None,
        contract_sha256=contract.sha256 if contract else None,
    )
