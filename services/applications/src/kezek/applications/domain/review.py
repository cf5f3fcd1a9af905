"""What follows from a change of a claim: the application's state, its place in the order, its history (domain §3, §4).

The time of submission stays whatever is decided.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from kezek.applications.domain.application import (
    Application,
    Cause,
    Decision,
    Order,
    Step,
    StepKind,
    become,
    own_line,
)
from kezek.applications.domain.claim import (
    BEFORE_THE_QUEUE,
    Claim,
    ClaimFile,
    Verdict,
    added,
    answered,
    best_class,
    decided,
    group_kind,
    may_renew,
)
from kezek.applications.domain.claim import expired as run_out
from kezek.applications.domain.ends import ends_of
from kezek.applications.domain.history import HistoryLine
from kezek.applications.domain.states import BEFORE
from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import ActorKind, ClaimKind, ClaimState
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import last_day_of, local_day

_OF_PAPERS = {
    ClaimState.CONFIRMED: Reason.PAPERS_CONFIRMED,
    ClaimState.REJECTED: Reason.PAPERS_REJECTED,
    ClaimState.BETTER_COPY_ASKED: Reason.BETTER_COPY_ASKED,
}
_REASONS: Mapping[ClaimKind, Mapping[ClaimState, Reason]] = {
    ClaimKind.REGISTRATION: _OF_PAPERS,
    ClaimKind.REPRESENTATION: _OF_PAPERS,
    ClaimKind.BENEFIT: _OF_PAPERS
    | {ClaimState.CONFIRMED: Reason.BENEFIT_CONFIRMED, ClaimState.REJECTED: Reason.BENEFIT_REJECTED},
    ClaimKind.SPECIAL_NEEDS: _OF_PAPERS
    | {ClaimState.CONFIRMED: Reason.SPECIAL_NEEDS_CONFIRMED, ClaimState.REJECTED: Reason.SPECIAL_NEEDS_REJECTED},
}


def decide(
    application: Application,
    claim_id: UUID,
    verdict: Verdict,
    officer_id: UUID,
    at: datetime,
    today: date,
    months: int | None = None,
) -> Decision:
    """An officer confirms or rejects a claim, or asks for a better copy; of a proof that lives so many months.

    Raises:
        RuleBrokenError: `application_over`, or why the claim cannot be decided so.
    """
    _check_live(application)
    claim = decided(application.claim(claim_id), verdict, officer_id, at, today, months)
    cause = Cause(_REASONS[claim.kind][claim.state], ActorKind.OFFICER)
    return _changed(application, claim, at, cause, f"claim_{claim.state.value}")


def answer(
    application: Application, claim_id: UUID, files: tuple[ClaimFile, ...], due_at: datetime, at: datetime
) -> Decision:
    """The family hands in new papers for a claim that asks for them.

    Raises:
        RuleBrokenError: `application_over` or `claim_asks_nothing`.
    """
    _check_live(application)
    claim = answered(application.claim(claim_id), files, due_at)
    return _changed(application, claim, at, Cause(Reason.BETTER_COPY_GIVEN, ActorKind.APPLICANT), "claim_answered")


def renew(application: Application, claim_id: UUID, new: Claim, days: int, at: datetime) -> Decision:
    """The family shows anew what was rejected, has run out or will within `days` (domain §3.benefit).

    Raises:
        RuleBrokenError: `application_over` or `claim_asks_nothing`.
    """
    _check_live(application)
    claim = application.claim(claim_id)
    settled = application.status is Status.ENROLLED
    if settled or not may_renew(claim, application.claims, local_day(at), days):
        raise RuleBrokenError("claim_asks_nothing", state=claim.state.value)
    return _claimed(application, new, at)


def add(application: Application, new: Claim, at: datetime) -> Decision:
    """The family claims something once its application is made: it waits for the officer, the child keeps its time.

    Raises:
        RuleBrokenError: `application_over`, also once the child is enrolled; `transfer_takes_no_claim`,
            `claim_made_already`, `papers_required`.
    """
    _check_live(application)
    if application.made.transfer is not None:
        raise RuleBrokenError("transfer_takes_no_claim")
    if application.status is Status.ENROLLED:
        raise RuleBrokenError("application_over", status=application.status.value)
    return _claimed(application, added(new, application.claims), at)


def _claimed(application: Application, new: Claim, at: datetime) -> Decision:
    cause = Cause(_CLAIMED[new.kind], ActorKind.APPLICANT)
    return _changed(replace(application, claims=(*application.claims, new)), new, at, cause, "claim_made")


_CLAIMED = {
    ClaimKind.BENEFIT: Reason.BENEFIT_CLAIMED,
    ClaimKind.SPECIAL_NEEDS: Reason.SPECIAL_NEEDS_CLAIMED,
}


def expire(application: Application, claim_id: UUID, reason: Reason, at: datetime) -> Decision:
    """A benefit's proof has run out, or was not shown in time: back to what the other claims give, at the old time.

    Where a newer proof of the same counts, or the family wants the other queue by now, nobody is alarmed.
    """
    aside = application.is_set_aside(claim_id)
    claim = run_out(application.claim(claim_id))
    decision = _changed(application, claim, at, Cause(reason, ActorKind.SYSTEM), "claim_expired")
    if aside or any(each.counts and claim.is_like(each) for each in decision.application.claims):
        return replace(decision, steps=tuple(step for step in decision.steps if step.kind is not StepKind.CLAIM))
    return decision


def ask_proof(application: Application, claim_id: UUID, due_at: datetime, at: datetime) -> Decision:
    """The child is called by a benefit that is not proved yet: from now on the proof is awaited (domain §3.benefit)."""
    claim = replace(application.claim(claim_id), due_at=due_at)
    cause = Cause(Reason.BENEFIT_PROOF_DUE, ActorKind.SYSTEM)
    return _changed(application, claim, at, cause, "proof_due", last_day=f"{last_day_of(due_at):%d.%m.%Y}")


def lengthen(application: Application, claim_id: UUID, due_at: datetime, at: datetime) -> Decision:
    """By a changed calendar the officer's term for a claim ends later (domain §6.7); nobody is to do anything."""
    claim = replace(application.claim(claim_id), due_at=due_at)
    cause = Cause(Reason.CALENDAR_CHANGED, ActorKind.SYSTEM)
    last_day = f"{last_day_of(due_at):%d.%m.%Y}"
    decision = _changed(application, claim, at, cause, "review_moved", last_day=last_day)
    # what others hear of a claim does not say until when an officer has time
    return replace(decision, steps=())


def warn(application: Application, claim_id: UUID, at: datetime) -> Decision:
    """A proof runs out soon: the family is told, nothing else changes."""
    cause = Cause(Reason.BENEFIT_ENDS_SOON, ActorKind.SYSTEM)
    return _changed(application, application.claim(claim_id), at, cause, "proof_ends_soon")


def checked(application: Application, obstacle: str | None, at: datetime) -> Decision:
    """The register has answered for what was taken while it was silent; `obstacle` is the code that forbids it."""
    known = replace(application, to_check=False, version=application.version + 1)
    if obstacle is not None:
        return rejected(known, Cause(_refusal_by(obstacle), ActorKind.SYSTEM), at, obstacle=obstacle)
    cause = Cause(Reason.REGISTER_AGREES, ActorKind.SYSTEM)
    line = own_line(known, f"checked:{application.version}", at, "register_checked", cause)
    return _settled(known, at, cause, [line], [])


def _refusal_by(obstacle: str) -> Reason:
    """A death has a reason of its own: by it nobody is written to (domain §3)."""
    return Reason.CHILD_NOT_ALIVE if obstacle == "child_not_alive" else Reason.REGISTER_DISAGREES


def died(application: Application, at: datetime) -> Decision:
    """The register says that the child has died: told to who ends it, and nobody is written to."""
    cause = Cause(Reason.CHILD_NOT_ALIVE, ActorKind.SYSTEM)
    return Decision(replace(application, version=application.version + 1), at, (), (Step(StepKind.DIED, cause),))


def sorted_anew(application: Application, at: datetime) -> Decision:
    """The queue has sorted the child by its year of birth; whoever hears of it goes by that (domain §9.sorting)."""
    cause = Cause(Reason.SORTED_ANEW, ActorKind.ADMINISTRATOR)
    return Decision(replace(application, version=application.version + 1), at, (), (Step(StepKind.CHANGED, cause),))


def born_otherwise(application: Application, at: datetime) -> Decision:
    """The register has another date of birth by now: it counts from here on (domain §9.sorting)."""
    changed = replace(application, version=application.version + 1)
    cause = Cause(Reason.BIRTH_DATE_CORRECTED, ActorKind.SYSTEM)
    line = own_line(changed, f"born:{changed.version}", at, "birth_date_corrected", cause)
    return Decision(changed, at, (line,), (Step(StepKind.CHANGED, cause),))


def rejected(application: Application, cause: Cause, at: datetime, **params: object) -> Decision:
    """Refuse an application before its child is queued; the child may be applied for anew."""
    over = replace(become(application, Status.REJECTED, at), live=False, version=application.version + 1)
    line = own_line(over, f"rejected:{over.version}", at, "rejected", cause, **params)
    return Decision(over, at, (line,), (Step(StepKind.REJECTED, cause),))


def withdrawn(application: Application, at: datetime) -> Decision:
    """End an application by the family's wish before its child is queued (domain §4.ends).

    Raises:
        RuleBrokenError: `withdrawal_not_allowed` with the state.
    """
    if not application.live or application.status not in BEFORE:
        raise RuleBrokenError("withdrawal_not_allowed", status=application.status.value)
    cause = Cause(Reason.WITHDRAWN, ActorKind.APPLICANT)
    over = replace(become(application, Status.WITHDRAWN, at), live=False, version=application.version + 1)
    line = own_line(over, f"withdrawn:{over.version}", at, "withdrawn", cause)
    return Decision(over, at, (line,), (Step(StepKind.WITHDRAWN, cause),))


def _check_live(application: Application) -> None:
    if not application.live:
        raise RuleBrokenError("application_over", status=application.status.value)


def _changed(
    application: Application, claim: Claim, at: datetime, cause: Cause, code: str, last_day: str = ""
) -> Decision:
    claims = tuple(claim if each.id == claim.id else each for each in application.claims)
    changed = replace(application, claims=claims, version=application.version + 1)
    fact = f"claim:{claim.id}:{changed.version}"
    said = {"claim": claim.kind.value, "why": claim.reason.value if claim.reason else "", "remark": claim.remark}
    last_day = last_day or (f"{claim.valid_until:%d.%m.%Y}" if claim.valid_until else "")
    line = own_line(changed, fact, at, code, cause, last_day=last_day, **said)
    step = Step(StepKind.CLAIM, cause, claim.id)
    if claim.kind in BEFORE_THE_QUEUE and claim.state is ClaimState.REJECTED:
        over = rejected(changed, cause, at)
        return Decision(over.application, at, (line, *over.lines), (step, *over.steps))
    return _settled(changed, at, cause, [line], [step], ends_otherwise=ends_of(changed) != ends_of(application))


def _settled(
    application: Application,
    at: datetime,
    cause: Cause,
    lines: list[HistoryLine],
    steps: list[Step],
    *,
    ends_otherwise: bool = False,
) -> Decision:
    """The application queued if nothing is awaited any more, and ordered by what counts now; ends are told, too."""
    order = _order(application)
    after, former = replace(application, order=order), application.order
    if after.status in BEFORE:
        status = status_before_queue(after)
        if status is not after.status:
            after = replace(become(after, status, at), version=after.version + 1)
            steps = [*steps, Step(_STEPS[status], cause)]
    elif order != former or ends_otherwise:
        after = replace(after, version=after.version + 1)
        steps = [*steps, Step(StepKind.CHANGED, cause)]
    if order.queue_class is not former.queue_class:
        line = own_line(
            after, f"class:{after.version}", at, "class_changed", cause, queue_class=order.queue_class.value
        )
        lines = [*lines, line]
    return Decision(after, at, tuple(lines), tuple(steps))


def _order(application: Application) -> Order:
    """By what the child stands now; a transfer stands behind all, whatever is claimed (domain §7.transfer)."""
    if application.made.transfer is not None:
        return application.order
    claims = application.claims
    return replace(application.order, queue_class=best_class(claims), kind=group_kind(claims))


_STEPS = {
    Status.SUBMITTED: StepKind.SUBMITTED,
    Status.UNDER_REVIEW: StepKind.UNDER_REVIEW,
    Status.QUEUED: StepKind.QUEUED,
}


def status_before_queue(application: Application) -> Status:
    """Where an application stands that is not queued: papers to compare, a register to ask, or nothing (domain §4)."""
    awaited = [each for each in application.claims if each.kind in BEFORE_THE_QUEUE]
    if any(each.state is not ClaimState.CONFIRMED for each in awaited):
        return Status.UNDER_REVIEW
    if application.to_check:
        return application.status
    return Status.QUEUED
