"""An officer's decision on a claim, and what the family answers (domain §3); the desk signs it as an act of its own."""

from datetime import datetime
from uuid import UUID

from kezek.applications.adapters import claims, store
from kezek.applications.adapters.applications import lock_application
from kezek.applications.domain import review
from kezek.applications.domain.application import Application
from kezek.applications.domain.claim import ClaimFile, Verdict
from kezek.applications.domain.states import BEFORE
from kezek.applications.usecases.proofs import set_proof_terms
from kezek.applications.usecases.saving import save
from kezek.contracts.vocabulary import ApplicationStatus
from kezek.platform import calendar, policies
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound, rules_hold
from kezek.platform.workdays import local_day, term_of_working_days


async def decide_claim(tx: Tx, claim_id: UUID, verdict: Verdict, officer_id: UUID, at: datetime) -> Application:
    """Decide on a claim as of an instant, for all twins that share it; the application of the claim afterwards.

    Who may is the caller's to check.

    Raises:
        NotFound: `claim_not_found`.
        Conflict: `application_over`, `claim_decided`, `claim_reason_required`, `claim_remark_required`,
            `proof_over_already`; `live_application_exists` when the child stands in the queue by another one.
    """
    decided: dict[UUID, Application] = {}
    for before, own in await _lock_sharing(tx, claim_id):
        with rules_hold():
            decision = review.decide(before, own, verdict, officer_id, at, local_day(at))
        if before.status in BEFORE and decision.application.status is ApplicationStatus.QUEUED:
            await store.check_child_is_free(tx, before)
        await save(tx, before, decision)
        await set_proof_terms(tx, decision.application)
        decided[own] = decision.application
    return decided.get(claim_id) or next(iter(decided.values()))


async def answer_claim(
    tx: Tx, application: Application, claim_id: UUID, files: tuple[ClaimFile, ...], at: datetime
) -> Application:
    """The family's new papers for a claim of its application, which the caller has locked; a new term begins.

    Raises:
        NotFound: `claim_not_found`.
        Conflict: `application_over`, `claim_asks_nothing`, `file_used_already`.
    """
    if claim_id not in {each.id for each in application.claims}:
        raise NotFound("claim_not_found")
    due_at = await review_ends_at(tx, application.made.district, at)
    answered: dict[UUID, Application] = {}
    for before, own in await _lock_sharing(tx, claim_id):
        with rules_hold():
            decision = review.answer(before, own, files, due_at, at)
        await save(tx, before, decision)
        await set_proof_terms(tx, decision.application)
        answered[own] = decision.application
    return answered[claim_id]


async def _lock_sharing(tx: Tx, claim_id: UUID) -> list[tuple[Application, UUID]]:
    """The applications that a claim is decided for, locked in the order of their ids, each with its own claim.

    Of twins whose application has ended meanwhile nothing is decided any more, unless all have.

    Raises:
        NotFound: `claim_not_found`.
    """
    found = []
    for application_id, own in await claims.list_sharing(tx, claim_id):
        application = await lock_application(tx, application_id)
        if application is not None:
            found.append((application, own))
    if not found:
        raise NotFound("claim_not_found")
    return [each for each in found if each[0].live] or found


async def review_ends_at(tx: ReadTx, district: str, at: datetime) -> datetime:
    """Until when an officer is to decide on what comes in at an instant (domain §3, §9)."""
    policy = await policies.load(tx, district, local_day(at))
    return term_of_working_days(await calendar.load(tx), at, policy.review_working_days).ends_at
