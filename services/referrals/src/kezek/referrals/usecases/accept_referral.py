"""The kindergarten accepts a child on its referral and signs (domain §7)."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from kezek.contracts.referrals import ReferralAccepted
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, Unavailable
from kezek.referrals.adapters import candidates, copies
from kezek.referrals.domain.candidate import Candidate, Referral, ReferralStatus, accept
from kezek.referrals.usecases import deadlines, statements
from kezek.referrals.usecases.publishing import Because, record_steps
from kezek.referrals.usecases.rules import rules_hold

ACCEPTED = "referral_accepted"


class Acceptance(ActModel):
    """Of which referral."""

    referral_id: UUID


class AcceptanceFacts(statements.StatedPlace):
    """What an acceptance says of the world."""

    referral_id: UUID
    referral_number: str


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
            Conflict: `referral_not_valid`.
        """
        candidate, referral = await load_referral(tx, body.referral_id)
        if not actor.works_at(referral.kindergarten_id):
            raise NotFound("referral_not_found")
        check_valid(referral, tx.now())
        facts = await _facts(tx, candidate, referral)
        return Draft(str(candidate.application_id), facts, statements.acceptance(actor.language, facts))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that no deadline fires between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[Acceptance, AcceptanceFacts], received_at: datetime) -> Accepted:
        """Enrol the child.

        Raises:
            Conflict: `referral_not_valid`, `act_outdated`.
        """
        candidate = await candidates.lock_candidate(tx, UUID(act.subject))
        with rules_hold():
            accepted = accept(candidate, act.body.referral_id, received_at)
        referral = accepted.referral
        if referral is None or not act.actor.works_at(referral.kindergarten_id):
            raise NotFound("referral_not_found")
        act.check_facts(await _facts(tx, accepted, referral))
        because = Because(ACCEPTED, "domain §7", received_at, act.actor.person_id, act.id)
        await candidates.update_referral_status(tx, referral)
        await deadlines.end_term(tx, deadlines.REFERRAL, candidate)
        enrolled = await record_steps(tx, accepted, (ReferralAccepted, because))
        return Accepted(application_id=enrolled.application_id, referral_id=referral.id)


def check_valid(referral: Referral, now: datetime) -> None:
    """Refuse a referral that is not valid now; at its term's end it is void, whether that was recorded yet or not.

    Raises:
        Conflict: `referral_not_valid` with its state.
    """
    if referral.status is not ReferralStatus.VALID:
        raise Conflict("referral_not_valid", status=referral.status.value)
    if now >= referral.term.ends_at:
        raise Conflict("referral_not_valid", status=ReferralStatus.EXPIRED.value)


async def load_referral(tx: ReadTx, referral_id: UUID) -> tuple[Candidate, Referral]:
    """A candidate and its last referral.

    Raises:
        NotFound: `referral_not_found`; also for a referral that a later one has replaced.
    """
    found = await candidates.find_referral(tx, referral_id)
    candidate = await candidates.find_candidate(tx, found[0]) if found else None
    if candidate is None or candidate.referral is None or candidate.referral.id != referral_id:
        raise NotFound("referral_not_found")
    return candidate, candidate.referral


async def _facts(tx: ReadTx, candidate: Candidate, referral: Referral) -> AcceptanceFacts:
    card = await copies.cards.find(tx, candidate.application_id)
    kindergarten = await copies.kindergartens.find(tx, referral.kindergarten_id)
    if card is None or kindergarten is None:
        raise Unavailable("application_not_complete_yet")
    return AcceptanceFacts(
        referral_id=referral.id,
        referral_number=referral.number,
        child=statements.child_names(card.child),
        group_year=referral.group_year,
        language=referral.language,
        kindergarten=statements.kindergarten_facts(kindergarten),
    )
