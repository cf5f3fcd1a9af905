"""What runs for claims: the officer's term, and the life of a benefit's proof (domain §3.review, §3.benefit).

A proof runs out, the family is told before, or it is awaited after a call.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kezek.applications.adapters.applications import lock_application
from kezek.applications.domain import review
from kezek.applications.domain.application import Application, Decision
from kezek.applications.domain.claim import Claim
from kezek.applications.domain.ends import ends_at
from kezek.applications.usecases.saving import save
from kezek.contracts.hints import HintKind, officers
from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import ApplicationStatus, ClaimState
from kezek.platform import calendar, policies
from kezek.platform.act_rows import received_before
from kezek.platform.db import Tx
from kezek.platform.telemetry import logger
from kezek.platform.timers import ActsInTime, Deadline, clear_deadline, find_deadline, set_deadline
from kezek.platform.workdays import Calendar, local_day, term_of_working_days

LOG = logger(__name__)


class ClaimTerm(StrEnum):
    """What runs; its key is the claim."""

    REVIEW = "review"
    ENDS_SOON = "proof-ends-soon"
    ENDS = "proof-ends"
    AWAITED = "proof-awaited"


_OF_WORKING_DAYS = frozenset({ClaimTerm.REVIEW, ClaimTerm.AWAITED})
_ONLY_TELLS = frozenset({ClaimTerm.REVIEW, ClaimTerm.ENDS_SOON})


async def set_claim_terms(tx: Tx, application: Application) -> None:
    """Write what runs for the claims of an application, and forget what runs no more."""
    district = application.made.district
    policy = await policies.load(tx, district, local_day(tx.now()))
    version = (await calendar.load(tx)).version
    for claim in application.claims:
        running = _running(claim, policy) if _runs(application) else {}
        for kind in ClaimTerm:
            if kind not in running:
                await clear_deadline(tx, kind.value, str(claim.id))
                continue
            began_at, by, days = claim.decided_at or claim.submitted_at, policy, None
            if kind is ClaimTerm.REVIEW:
                began_at = claim.papers_at
                by = await policies.load(tx, district, local_day(began_at))
                days = by.review_working_days
            deadline = Deadline(
                kind=kind.value,
                key=str(claim.id),
                group=str(application.id),
                due_at=running[kind],
                began_at=began_at,
                calendar_version=version,
                policy=by.id,
                working_days=days,
            )
            await _set(tx, kind, deadline)


async def _set(tx: Tx, kind: ClaimTerm, deadline: Deadline) -> None:
    begun = await find_deadline(tx, deadline.kind, deadline.key)
    told = kind in _ONLY_TELLS and deadline.due_at <= tx.now()
    counted = begun is not None and kind in _OF_WORKING_DAYS and begun.due_at == deadline.due_at
    if begun is not None and (told or counted):
        # it stays as it was counted, or is to be told at once; the child may have moved to another application
        await set_deadline(tx, replace(begun, group=deadline.group))
    elif not told:
        await set_deadline(tx, deadline)


def _runs(application: Application) -> bool:
    """Whether its place in the order still matters: nothing is asked of a family whose child is enrolled."""
    return application.live and application.status is not ApplicationStatus.ENROLLED


def _running(claim: Claim, policy: Policy) -> dict[ClaimTerm, datetime]:
    if claim.state is ClaimState.WAITING and claim.due_at is not None:
        return {ClaimTerm.REVIEW: claim.due_at}
    if (end := ends_at(claim)) is None:
        return {}
    if claim.to_be_proved:
        return {ClaimTerm.AWAITED: end}
    soon_at = end - timedelta(days=policy.benefit_end_told_before_days)
    begun = claim.decided_at or claim.submitted_at
    return {ClaimTerm.ENDS: end} | ({ClaimTerm.ENDS_SOON: soon_at} if begun < soon_at < end else {})


async def await_proofs(tx: Tx, application: Application, at: datetime) -> Application:
    """A child is called: each benefit that counts without a proof is to be proved now, in the policy's time."""
    for claim in application.claims:
        if claim.to_be_proved and claim.due_at is None:
            policy = await policies.load_by_id(tx, application.made.policy)
            by, days = await calendar.load(tx), policy.benefit_proof_working_days
            deadline = Deadline(
                kind=ClaimTerm.AWAITED.value,
                key=str(claim.id),
                group=str(application.id),
                due_at=term_of_working_days(by, at, days).ends_at,
                began_at=at,
                calendar_version=by.version,
                policy=policy.id,
                working_days=days,
            )
            application = await _ask(tx, application, deadline, at)
    return application


async def _ask(tx: Tx, application: Application, deadline: Deadline, at: datetime) -> Application:
    decision = review.ask_proof(application, UUID(deadline.key), deadline.due_at, at)
    await save(tx, application, decision)
    await set_deadline(tx, deadline)
    return decision.application


async def move_term(tx: Tx, application: Application, deadline: Deadline, by: Calendar) -> Application | None:
    """The application with the later end that the calendar of now gives a running term; None when it gives none.

    An open term is never shortened; the family is told of a new last day for its proof (domain §6.7).
    """
    claim = application.find_claim(UUID(deadline.key))
    if claim is None or deadline.working_days is None or claim.due_at != deadline.due_at:
        return None
    ends_at = term_of_working_days(by, deadline.began_at, deadline.working_days).ends_at
    if ends_at <= deadline.due_at:
        return None
    moved = replace(deadline, due_at=ends_at, calendar_version=by.version)
    if claim.to_be_proved:
        return await _ask(tx, application, moved, tx.now())
    decision = review.lengthen(application, claim.id, ends_at, tx.now())
    await save(tx, application, decision)
    await set_deadline(tx, moved)
    return decision.application


async def fire_due(tx: Tx, group: str, due_at: datetime, due: list[Deadline]) -> None:
    """What is due at one instant for one application; who has just answered in time is finished first.

    Raises:
        ActsInTime: when an act on the application was received before the instant and is not finished.
    """
    application = await lock_application(tx, UUID(group))
    if application is None or not _runs(application):
        return
    if await received_before(tx, [group], due_at):
        raise ActsInTime([group], due)
    by = await calendar.load(tx)
    for deadline in sorted(due, key=lambda each: each.kind):
        moved = await move_term(tx, application, deadline, by)
        if moved is not None:
            application = moved
            continue
        if deadline.kind == ClaimTerm.REVIEW:
            # nothing ends: the desk shows from now on that the decision is late
            tx.hint(officers(application.made.district), HintKind.DESK, application.id, application.version)
            continue
        claim_id, kind = UUID(deadline.key), ClaimTerm(deadline.kind)
        if kind is ClaimTerm.ENDS_SOON and application.is_set_aside(claim_id):
            continue
        decision = _fired(application, claim_id, kind, due_at)
        if decision is None:
            LOG.error("deadline of what does not run", kind=deadline.kind, key=deadline.key)
            continue
        await save(tx, application, decision)
        application = decision.application


def _fired(application: Application, claim_id: UUID, kind: ClaimTerm, due_at: datetime) -> Decision | None:
    claim = application.find_claim(claim_id)
    if claim is None or (end := ends_at(claim)) is None or claim.to_be_proved is not (kind is ClaimTerm.AWAITED):
        return None
    if kind is ClaimTerm.ENDS_SOON:
        return review.warn(application, claim_id, due_at)
    if end != due_at:
        return None
    reason = Reason.BENEFIT_NOT_PROVED if claim.to_be_proved else Reason.BENEFIT_EXPIRED
    return review.expire(application, claim_id, reason, due_at)
