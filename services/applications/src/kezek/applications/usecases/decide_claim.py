"""An officer's decision on a claim, and what the family answers (domain §3); the desk signs it as an act of its own."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from kezek.applications.adapters import claims, store
from kezek.applications.adapters.applications import lock_application
from kezek.applications.adapters.benefits import find_proof_months
from kezek.applications.domain import review
from kezek.applications.domain.application import Application, Decision
from kezek.applications.domain.claim import ClaimFile, Verdict
from kezek.applications.domain.states import BEFORE, CALLED
from kezek.applications.usecases.claim_terms import await_proofs, set_claim_terms
from kezek.applications.usecases.old_time import at_old_time
from kezek.applications.usecases.saving import save
from kezek.contracts.vocabulary import ApplicationStatus
from kezek.platform import calendar, policies
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound, RuleBrokenError, rules_hold
from kezek.platform.workdays import local_day, term_of_working_days


async def decide_claim(tx: Tx, claim_id: UUID, verdict: Verdict, officer_id: UUID, at: datetime) -> Application:
    """Decide on a claim as of an instant, for all twins that share it; the application of the claim afterwards.

    Who may is the caller's to check.

    Raises:
        NotFound: `claim_not_found`.
        Conflict: `application_over`, `claim_decided`, `claim_reason_required`, `claim_remark_required`,
            `proof_over_already`, `proof_end_required`, `proof_end_too_late`, `proof_has_no_end`;
            `live_application_exists` when the child stands in the queue by another one.
    """
    sharing, today = await lock_sharing(tx, claim_id), local_day(at)
    months = await find_proof_months(tx, next(each.claim(own).benefit for each, own in sharing if own == claim_id))
    decisions = of_each(
        sharing, claim_id, lambda before, own: review.decide(before, own, verdict, officer_id, at, today, months)
    )
    decided: dict[UUID, Application] = {}
    for before, own, settled in decisions:
        decision = await _queueing(tx, before, settled)
        after = decision.application
        await save(tx, before, decision)
        decided[own] = await await_proofs(tx, after, at) if after.status in CALLED else after
        await set_claim_terms(tx, decided[own])
    return decided[claim_id]


async def _queueing(tx: Tx, before: Application, decision: Decision) -> Decision:
    """The decision; where it queues the child, with what follows from that.

    Raises:
        Conflict: `live_application_exists`.
    """
    if before.status not in BEFORE or decision.application.status is not ApplicationStatus.QUEUED:
        return decision
    await store.check_child_is_free(tx, before)
    return await at_old_time(tx, decision, await policies.load_by_id(tx, before.made.policy))


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
    decisions = of_each(
        await lock_sharing(tx, claim_id),
        claim_id,
        lambda before, own: review.answer(before, own, files, due_at, at),
    )
    answered: dict[UUID, Application] = {}
    for before, own, decision in decisions:
        await save(tx, before, decision)
        await set_claim_terms(tx, decision.application)
        answered[own] = decision.application
    return answered[claim_id]


async def lock_sharing(tx: Tx, claim_id: UUID) -> list[tuple[Application, UUID]]:
    """The applications that a claim is decided for, locked in the order of their ids, each with its own claim.

    Those of twins who have moved to another district are decided there.

    Raises:
        NotFound: `claim_not_found`.
    """
    found = []
    for application_id, own in await claims.list_sharing(tx, claim_id):
        application = await lock_application(tx, application_id)
        if application is not None:
            found.append((application, own))
    district = next((each.made.district for each, own in found if own == claim_id), None)
    if district is None:
        raise NotFound("claim_not_found")
    return [each for each in found if each[0].made.district == district]


def of_each(
    sharing: Sequence[tuple[Application, UUID]], claim_id: UUID, decide: Callable[[Application, UUID], Decision]
) -> list[tuple[Application, UUID, Decision]]:
    """What follows for each twin whose claim takes it; the claim that is asked about must.

    Twins are called, and end, apart: one's claim may be settled by then.

    Raises:
        Conflict: why the claim itself does not take it.
    """
    decisions = []
    for before, own in sharing:
        try:
            decisions.append((before, own, decide(before, own)))
        except RuleBrokenError:
            if own == claim_id:
                with rules_hold():
                    raise
    return decisions


async def review_ends_at(tx: ReadTx, district: str, at: datetime) -> datetime:
    """Until when an officer is to decide on what comes in at an instant (domain §3, §9)."""
    policy = await policies.load(tx, district, local_day(at))
    return term_of_working_days(await calendar.load(tx), at, policy.review_working_days).ends_at
