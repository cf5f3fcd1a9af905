"""The family has its inactive application restored and signs (domain §9.profiles)."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import ActorKind
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, Unavailable, rules_hold
from kezek.referrals.adapters import candidates, copies
from kezek.referrals.domain.ageing import is_too_old
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import Decision
from kezek.referrals.domain.vouchers import restore
from kezek.referrals.usecases import statements, voucher_statements
from kezek.referrals.usecases.basis import policies_at
from kezek.referrals.usecases.choose_place import load_own_candidate
from kezek.referrals.usecases.on_referral import lock_for
from kezek.referrals.usecases.saving import save


class Restoration(ActModel):
    """Which application."""

    application_id: UUID


class RestorationFacts(ActModel):
    """Of whom the application is."""

    application_number: str
    child: Text


class Restored(ActModel):
    """The child stands in the queue again, at its own time."""

    application_id: UUID
    status: Literal["queued"] = "queued"


class RestoreApplication(SignedAct[Restoration, RestorationFacts, Restored]):
    """The signed act `referrals.restore`; its subject is the application, whose clock judges it."""

    TYPE = "referrals.restore"

    async def draft(self, tx: Tx, actor: Actor, body: Restoration) -> Draft[RestorationFacts]:
        """What would be signed.

        Raises:
            NotFound: `application_not_found`, also for somebody else's.
            Conflict: `not_inactive`, `restored_too_late`, `too_old_to_restore`.
        """
        candidate = await load_own_candidate(tx, actor, body.application_id)
        await _restored(tx, candidate, tx.now())
        facts = await _facts(tx, candidate)
        said = voucher_statements.restoration(actor.language, facts.application_number, facts.child)
        return Draft(str(candidate.application_id), facts, said)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that no deadline fires between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[Restoration, RestorationFacts], received_at: datetime) -> Restored:
        """Let the child stand in the queue again; received at the last day's end, or later, it is too late.

        Raises:
            ReceivedEarlier: to finish an earlier act on this application first.
            Conflict: `not_inactive`, `restored_too_late`, `too_old_to_restore`, `act_outdated`.
        """
        candidate = await lock_for(tx, act, received_at)
        decision = await _restored(tx, candidate, received_at)
        act.check_facts(await _facts(tx, candidate))
        await save(tx, candidate, decision, ActorKind.APPLICANT, act)
        return Restored(application_id=candidate.application_id)


async def _restored(tx: ReadTx, candidate: Candidate, at: datetime) -> Decision:
    """What restoring it at an instant changes; who has grown too old meanwhile would be removed by it at once."""
    with rules_hold():
        decision = restore(candidate, at)
    if is_too_old(candidate, at, *await policies_at(tx, candidate.queue, at)):
        raise Conflict("too_old_to_restore")
    return decision


async def _facts(tx: ReadTx, candidate: Candidate) -> RestorationFacts:
    card = await copies.cards.find(tx, candidate.application_id)
    if card is None:
        raise Unavailable("application_not_complete_yet")
    return RestorationFacts(application_number=card.number, child=statements.child_names(card.child))
