"""An officer extends a running referral once, with a reason, and signs (domain §7.validity)."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from kezek.contracts.vocabulary import ActorKind
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, rules_hold
from kezek.platform.officers import district_of
from kezek.referrals.adapters import candidates
from kezek.referrals.domain.admission import Case, check_may_extend, extend, may_extend
from kezek.referrals.domain.candidate import Candidate, Referral
from kezek.referrals.usecases import referral_statements
from kezek.referrals.usecases.basis import case_of
from kezek.referrals.usecases.move_deadlines import load_running, with_term_of_now
from kezek.referrals.usecases.on_referral import StatedReferral, load_referral, lock_for, referral_of, stated_referral
from kezek.referrals.usecases.saving import save


class Extension(ActModel):
    """Of which referral, and why."""

    referral_id: UUID
    words: Annotated[str, Field(max_length=1000)]


class ExtensionFacts(StatedReferral):
    """What an extension is made upon: the last day so far, and how many working days are added to it."""

    last_day: date
    working_days: int


class Extended(ActModel):
    """Until when the referral is valid now, exclusive."""

    application_id: UUID
    referral_id: UUID
    last_day: date
    expires_at: datetime


class ExtendReferral(SignedAct[Extension, ExtensionFacts, Extended]):
    """The signed act `referrals.extend`; its subject is the application, whose clock judges it."""

    TYPE = "referrals.extend"

    async def draft(self, tx: Tx, actor: Actor, body: Extension) -> Draft[ExtensionFacts]:
        """What would be signed.

        Raises:
            NotFound: `referral_not_found`, also for another district's.
            Conflict: `referral_is_own`, `referral_not_valid`, `extension_not_allowed`, `extended_already`,
                `clock_stopped_already`.
        """
        candidate, referral = await load_referral(tx, body.referral_id)
        _check_officer(actor, candidate)
        case = await case_of(tx, candidate, referral.id, tx.now())
        with rules_hold():
            check_may_extend(candidate, case)
        facts = await _facts(tx, candidate, referral, case)
        said = referral_statements.extension(actor.language, facts, facts.last_day, facts.working_days, body.words)
        return Draft(str(candidate.application_id), facts, said)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that no deadline fires between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[Extension, ExtensionFacts], received_at: datetime) -> Extended:
        """Let the referral end later.

        Raises:
            ReceivedEarlier: to finish an earlier act on this application first.
            Conflict: as `draft`; `act_outdated` when the last day has moved meanwhile.
        """
        candidate = await with_term_of_now(tx, await lock_for(tx, act, received_at))
        _check_officer(act.actor, candidate)
        case = await case_of(tx, candidate, act.body.referral_id, received_at)
        with rules_hold():
            check_may_extend(candidate, case)
        referral = referral_of(candidate, act.body.referral_id)
        act.check_facts(await _facts(tx, candidate, referral, case))
        with rules_hold():
            decision = extend(candidate, case, await load_running(tx, candidate))
        after = await save(tx, candidate, decision, ActorKind.OFFICER, act)
        term = referral_of(after, referral.id).term
        return Extended(
            application_id=after.application_id,
            referral_id=referral.id,
            last_day=term.last_day,
            expires_at=term.ends_at,
        )


async def load_extension(tx: ReadTx, actor: Actor, referral_id: UUID) -> int | None:
    """How many working days the officer may add to a referral now, judged as the act is; None: it is not extended.

    Raises:
        NotFound: `referral_not_found`, also for another district's.
    """
    candidate, referral = await load_referral(tx, referral_id)
    _check_district(actor, candidate)
    case = await case_of(tx, candidate, referral.id, tx.now())
    may = not _is_own(actor, candidate) and may_extend(candidate, case)
    return case.basis.policy.extension_working_days if may else None


def _check_officer(actor: Actor, candidate: Candidate) -> None:
    _check_district(actor, candidate)
    if _is_own(actor, candidate):
        raise Conflict("referral_is_own")


def _check_district(actor: Actor, candidate: Candidate) -> None:
    if candidate.queue.district != district_of(actor):
        raise NotFound("referral_not_found")


def _is_own(actor: Actor, candidate: Candidate) -> bool:
    return candidate.child.applicant_id == actor.person_id


async def _facts(tx: ReadTx, candidate: Candidate, referral: Referral, case: Case) -> ExtensionFacts:
    stated = await stated_referral(tx, candidate, referral)
    days = case.basis.policy.extension_working_days
    return ExtensionFacts(**dict(stated), last_day=referral.term.last_day, working_days=days)
