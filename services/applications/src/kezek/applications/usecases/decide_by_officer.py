"""An officer decides on a claim and signs (domain §3): confirmed, rejected, or a better copy is asked for."""

from datetime import date, datetime
from uuid import UUID

from kezek.applications.adapters import claims, store
from kezek.applications.adapters.applications import lock_application, share_application
from kezek.applications.adapters.benefits import find_proof_months
from kezek.applications.domain import review
from kezek.applications.domain.application import Application
from kezek.applications.domain.claim import Verdict
from kezek.applications.domain.decision_texts import decision_sentences
from kezek.applications.usecases.decide_claim import decide_claim
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import ApplicationStatus, ClaimKind, ClaimReason, ClaimState, ClaimVerdict, Language
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, rules_hold
from kezek.platform.officers import district_of
from kezek.platform.workdays import local_day


class ClaimDecision(ActModel):
    """What the officer decides on which claim."""

    claim_id: UUID
    outcome: ClaimVerdict
    reason: ClaimReason | None = None
    remark: str = ""
    valid_until: date | None = None

    @property
    def verdict(self) -> Verdict:
        """As a value of the domain."""
        return Verdict(self.outcome, self.reason, self.remark, self.valid_until)


class ClaimFacts(ActModel):
    """What the decision was made upon: the application, the claim, and which papers were handed in."""

    application_number: str
    child: Text
    kind: ClaimKind
    benefit: str | None
    files: tuple[UUID, ...]


class ClaimDecided(ActModel):
    """Where claim and application stand afterwards."""

    application_id: UUID
    claim_id: UUID
    state: ClaimState
    status: ApplicationStatus


DecideAct = Act[ClaimDecision, ClaimFacts]


class DecideClaim(SignedAct[ClaimDecision, ClaimFacts, ClaimDecided]):
    """`applications.decide-claim`; its subject is the application. Of two officers the first decides."""

    TYPE = "applications.decide-claim"

    async def draft(self, tx: Tx, actor: Actor, body: ClaimDecision) -> Draft[ClaimFacts]:
        """What would be signed.

        Raises:
            NotFound: `claim_not_found`, also for another district's.
            Conflict: why it cannot be decided so.
        """
        application = await _load(tx, actor, body.claim_id)
        now = tx.now()
        months = await find_proof_months(tx, application.claim(body.claim_id).benefit)
        with rules_hold():
            review.decide(application, body.claim_id, body.verdict, actor.person_id, now, local_day(now), months)
        facts = await _facts(tx, application, body.claim_id)
        sentences = decision_sentences(facts.application_number, facts.child, facts.kind, body.verdict, actor.language)
        return Draft(str(application.id), facts, sentences)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the application's lock, so that nothing of it ends between the receipt's clock and its commit."""
        await share_application(tx, UUID(subject))

    async def perform(self, tx: Tx, act: DecideAct, received_at: datetime) -> ClaimDecided:
        """Decide as of the receipt.

        Raises:
            Conflict: `claim_decided` when another was first; `act_outdated` when other papers have come meanwhile.
        """
        body, officer_id, today = act.body, act.actor.person_id, local_day(received_at)
        application = await _load(tx, act.actor, body.claim_id)
        months = await find_proof_months(tx, application.claim(body.claim_id).benefit)
        with rules_hold():
            review.decide(application, body.claim_id, body.verdict, officer_id, received_at, today, months)
        act.check_facts(await _facts(tx, application, body.claim_id))
        after = await decide_claim(tx, body.claim_id, body.verdict, officer_id, received_at)
        return ClaimDecided(
            application_id=after.id, claim_id=body.claim_id, state=after.claim(body.claim_id).state, status=after.status
        )


async def _load(tx: Tx, actor: Actor, claim_id: UUID) -> Application:
    """The claim's application, locked, if it is one of the officer's district and not of the officer's own family.

    Raises:
        NotFound: `claim_not_found`.
        Conflict: `claim_is_own`.
    """
    application_id = await claims.find_application_of(tx, claim_id)
    application = await lock_application(tx, application_id) if application_id else None
    if application is None or application.made.district != district_of(actor):
        raise NotFound("claim_not_found")
    if application.made.applicant_id == actor.person_id:
        raise Conflict("claim_is_own")
    return application


async def _facts(tx: ReadTx, application: Application, claim_id: UUID) -> ClaimFacts:
    claim, child = application.claim(claim_id), await store.load_child_of_card(tx, application.id)
    return ClaimFacts(
        application_number=application.made.number,
        child=Text(**{each: child.name_in(each).full for each in Language}),
        kind=claim.kind,
        benefit=claim.benefit,
        files=tuple(file.id for file in claim.files),
    )
