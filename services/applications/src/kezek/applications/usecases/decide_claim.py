"""An officer's decision on a claim, and what the family answers (domain §3); the desk signs it as an act of its own."""

from datetime import datetime
from uuid import UUID

from kezek.applications.adapters import claims, store
from kezek.applications.adapters.applications import lock_application
from kezek.applications.domain import review
from kezek.applications.domain.application import Application
from kezek.applications.domain.claim import ClaimFile, Verdict
from kezek.applications.domain.states import BEFORE
from kezek.applications.usecases.saving import save
from kezek.contracts.vocabulary import ApplicationStatus
from kezek.platform import calendar, policies
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound, rules_hold
from kezek.platform.workdays import local_day, term_of_working_days


async def lock_of_claim(tx: Tx, claim_id: UUID) -> Application:
    """The application of a claim, locked.

    Raises:
        NotFound: `claim_not_found`.
    """
    application_id = await claims.find_application_of(tx, claim_id)
    found = None if application_id is None else await lock_application(tx, application_id)
    if found is None:
        raise NotFound("claim_not_found")
    return found


async def decide_claim(tx: Tx, claim_id: UUID, verdict: Verdict, officer_id: UUID, at: datetime) -> Application:
    """Decide on a claim as of an instant; the application afterwards. Who may is the caller's to check.

    Raises:
        NotFound: `claim_not_found`.
        Conflict: `application_over`, `claim_decided`, `claim_reason_required`, `claim_remark_required`,
            `proof_over_already`; `live_application_exists` when the child stands in the queue by another one.
    """
    before = await lock_of_claim(tx, claim_id)
    with rules_hold():
        decision = review.decide(before, claim_id, verdict, officer_id, at, local_day(at))
    if before.status in BEFORE and decision.application.status is ApplicationStatus.QUEUED:
        await store.check_child_is_free(tx, before)
    await save(tx, before, decision)
    return decision.application


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
    with rules_hold():
        decision = review.answer(application, claim_id, files, due_at, at)
    await save(tx, application, decision)
    return decision.application


async def review_ends_at(tx: ReadTx, district: str, at: datetime) -> datetime:
    """Until when an officer is to decide on what comes in at an instant (domain §3, §9)."""
    policy = await policies.load(tx, district, local_day(at))
    return term_of_working_days(await calendar.load(tx), at, policy.review_working_days).ends_at
