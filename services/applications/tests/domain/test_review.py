"""Claims that officers decide on: what each decision makes of the application, its place in the order, its history."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.applications.domain.application import Application, Contacts, Made, Order, StepKind
from kezek.applications.domain.claim import Claim, ClaimFile, Verdict
from kezek.applications.domain.review import answer, checked, decide, expire
from kezek.applications.domain.submission import submit
from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import (
    ActorKind,
    ClaimKind,
    ClaimReason,
    ClaimState,
    ClaimVerdict,
    GroupKind,
    InstructionLanguage,
    QueueClass,
)
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import RuleBrokenError
from kezek.platform.transitions import ImpossibleTransitionError

AT = datetime(2026, 11, 23, 4, tzinfo=UTC)
LATER, TODAY = AT + timedelta(days=1), date(2026, 11, 24)
OFFICER = UUID(int=7)
MADE = Made(
    number="34.UO.2026.00001.1",
    child_id=new_id(),
    applicant_id=new_id(),
    district="1134",
    group_year=2022,
    birth_date=date(2022, 5, 5),
    submitted_at=AT,
    act_id=new_id(),
    policy="default-1",
)
CONFIRM = Verdict(ClaimVerdict.CONFIRM)
REJECT = Verdict(ClaimVerdict.REJECT, ClaimReason.NOT_ENTITLED)
ASK = Verdict(ClaimVerdict.ASK_BETTER_COPY, ClaimReason.UNREADABLE, "page 2")


def a_claim(kind: ClaimKind = ClaimKind.BENEFIT, gives: QueueClass | None = None, **changed: Any) -> Claim:
    facts = {"state": ClaimState.WAITING, "submitted_at": AT, "due_at": LATER, "queue_class": gives, **changed}
    return Claim(id=new_id(), kind=kind, **facts)


def applied(*claims: Claim, to_check: bool = False) -> Application:
    wishes = Order(languages=(InstructionLanguage.KAZAKH,))
    contacts = Contacts("77990000001", "own@example.kz")
    return submit(new_id(), MADE, wishes, contacts, claims, to_check=to_check).application


def decided(application: Application, verdict: Verdict, which: int = 0) -> Any:
    return decide(application, application.claims[which].id, verdict, OFFICER, LATER, TODAY)


@pytest.mark.parametrize("kind", [ClaimKind.REGISTRATION, ClaimKind.REPRESENTATION])
def test_papers_are_compared_before_the_child_is_queued_at_its_own_time(kind: ClaimKind) -> None:
    application = applied(a_claim(kind))
    assert application.status is Status.UNDER_REVIEW
    decision = decided(application, CONFIRM)
    assert decision.application.status is Status.QUEUED
    assert decision.application.made.submitted_at == AT
    assert [step.kind for step in decision.steps] == [StepKind.CLAIM, StepKind.QUEUED]
    assert decision.application.version == application.version + 2
    (line,) = decision.lines
    assert (line.code, line.reason, line.actor) == ("claim_confirmed", Reason.PAPERS_CONFIRMED, ActorKind.OFFICER)


def test_of_two_papers_both_are_needed() -> None:
    application = applied(a_claim(ClaimKind.REGISTRATION), a_claim(ClaimKind.REPRESENTATION))
    one = decided(application, CONFIRM).application
    assert one.status is Status.UNDER_REVIEW
    assert decided(one, CONFIRM, 1).application.status is Status.QUEUED


def test_rejected_papers_end_the_application() -> None:
    decision = decided(applied(a_claim(ClaimKind.REGISTRATION), a_claim()), REJECT)
    assert (decision.application.status, decision.application.live) == (Status.REJECTED, False)
    assert [step.kind for step in decision.steps] == [StepKind.CLAIM, StepKind.REJECTED]
    with pytest.raises(RuleBrokenError, match="application_over"):
        decided(decision.application, CONFIRM, 1)


def test_a_benefit_waits_on_general_terms_and_counts_once_it_is_confirmed() -> None:
    application = applied(a_claim(gives=QueueClass.PRIORITY))
    assert (application.status, application.order.queue_class) == (Status.QUEUED, QueueClass.GENERAL)
    decision = decided(application, replace(CONFIRM, valid_until=date(2027, 5, 1)))
    assert decision.application.order.queue_class is QueueClass.PRIORITY
    assert [step.kind for step in decision.steps] == [StepKind.CLAIM, StepKind.CHANGED]
    assert [line.code for line in decision.lines] == ["claim_confirmed", "class_changed"]
    assert decision.application.claims[0].valid_until == date(2027, 5, 1)


def test_a_rejected_benefit_changes_nothing_of_the_order() -> None:
    application = applied(a_claim(gives=QueueClass.PRIORITY))
    decision = decided(application, REJECT)
    assert (decision.application.order, decision.application.live) == (application.order, True)
    assert [step.kind for step in decision.steps] == [StepKind.CLAIM]


def test_the_best_of_several_benefits_counts_and_what_runs_out_leaves_the_others() -> None:
    application = applied(a_claim(gives=QueueClass.PRIORITY), a_claim(gives=QueueClass.EXTRAORDINARY))
    both = decided(decided(application, CONFIRM).application, CONFIRM, 1).application
    assert both.order.queue_class is QueueClass.EXTRAORDINARY
    one = expire(both, both.claims[1].id, Reason.BENEFIT_EXPIRED, LATER)
    assert (one.application.order.queue_class, one.lines[0].actor) == (QueueClass.PRIORITY, ActorKind.SYSTEM)
    none = expire(one.application, both.claims[0].id, Reason.BENEFIT_EXPIRED, LATER).application
    assert (none.order.queue_class, none.made.submitted_at) == (QueueClass.GENERAL, AT)


def test_a_provisional_benefit_counts_until_it_is_rejected() -> None:
    claim = a_claim(gives=QueueClass.PRIORITY, provisional=True, state=ClaimState.UNPROVED)
    application = applied(claim)
    assert application.order.queue_class is QueueClass.PRIORITY
    shown = answer(application, claim.id, (), LATER, LATER).application
    assert (shown.claims[0].state, shown.order.queue_class) == (ClaimState.WAITING, QueueClass.PRIORITY)
    assert decided(shown, REJECT).application.order.queue_class is QueueClass.GENERAL


def test_the_conclusion_leads_to_the_correctional_queue_or_is_a_benefit() -> None:
    application = applied(a_claim(ClaimKind.SPECIAL_NEEDS, correctional=True))
    assert application.order.kind is GroupKind.GENERAL
    decision = decided(application, CONFIRM)
    assert decision.application.order.kind is GroupKind.CORRECTIONAL
    assert [line.code for line in decision.lines] == ["claim_confirmed"]
    general = decided(applied(a_claim(ClaimKind.SPECIAL_NEEDS, QueueClass.PRIORITY)), CONFIRM).application
    assert (general.order.kind, general.order.queue_class) == (GroupKind.GENERAL, QueueClass.PRIORITY)


def test_a_benefit_confirmed_under_review_is_part_of_what_is_queued() -> None:
    application = applied(a_claim(ClaimKind.REGISTRATION), a_claim(gives=QueueClass.PRIORITY))
    priority = decided(application, CONFIRM, 1)
    assert [step.kind for step in priority.steps] == [StepKind.CLAIM]
    queued = decided(priority.application, CONFIRM)
    assert [step.kind for step in queued.steps] == [StepKind.CLAIM, StepKind.QUEUED]
    assert queued.application.order.queue_class is QueueClass.PRIORITY


def test_a_better_copy_is_asked_for_with_a_reason_and_answered_without_losing_the_time() -> None:
    application = applied(a_claim(ClaimKind.REGISTRATION))
    asked = decided(application, ASK)
    claim = asked.application.claims[0]
    assert (claim.state, claim.reason, claim.remark) == (
        ClaimState.BETTER_COPY_ASKED,
        ClaimReason.UNREADABLE,
        "page 2",
    )
    assert (claim.due_at, asked.application.status) == (None, Status.UNDER_REVIEW)
    file = ClaimFile(id=new_id(), name="b.pdf", media_type="application/pdf", size=9, sha256="0" * 64, added_at=LATER)
    again = answer(asked.application, claim.id, (file,), LATER, LATER)
    assert (again.application.claims[0].files, again.application.claims[0].state) == ((file,), ClaimState.WAITING)
    assert again.lines[0].actor is ActorKind.APPLICANT
    assert decided(again.application, CONFIRM).application.made.submitted_at == AT


def test_whom_a_family_leaves_without_a_better_copy_may_be_rejected_and_no_more() -> None:
    asked = decided(applied(a_claim(ClaimKind.REGISTRATION)), ASK).application
    for verdict in (CONFIRM, ASK):
        with pytest.raises(RuleBrokenError, match="claim_decided"):
            decided(asked, verdict)
    assert decided(asked, REJECT).application.status is Status.REJECTED


@pytest.mark.parametrize(
    ("verdict", "code"),
    [
        (Verdict(ClaimVerdict.REJECT), "claim_reason_required"),
        (Verdict(ClaimVerdict.ASK_BETTER_COPY), "claim_reason_required"),
        (Verdict(ClaimVerdict.REJECT, ClaimReason.OTHER), "claim_remark_required"),
        (replace(CONFIRM, valid_until=date(2026, 11, 23)), "proof_over_already"),
    ],
)
def test_a_decision_that_says_too_little_is_none(verdict: Verdict, code: str) -> None:
    with pytest.raises(RuleBrokenError, match=code):
        decided(applied(a_claim()), verdict)


PROOF_ENDS = [
    (ClaimKind.BENEFIT, 12, None, "proof_end_required"),
    (ClaimKind.BENEFIT, 12, date(2027, 11, 25), "proof_end_too_late"),
    (ClaimKind.BENEFIT, 12, date(2027, 11, 24), None),
    (ClaimKind.BENEFIT, None, None, None),
    (ClaimKind.SPECIAL_NEEDS, 12, None, None),
    (ClaimKind.REGISTRATION, None, date(2027, 1, 1), "proof_has_no_end"),
    (ClaimKind.REPRESENTATION, None, None, None),
]


@pytest.mark.parametrize(("kind", "months", "last_day", "code"), PROOF_ENDS)
def test_a_proof_ends_as_the_list_says(kind: ClaimKind, months: int | None, last_day: date | None, code: str) -> None:
    application = applied(a_claim(kind))
    confirm = replace(CONFIRM, valid_until=last_day)
    try:
        decide(application, application.claims[0].id, confirm, OFFICER, LATER, TODAY, months)
        refused = None
    except RuleBrokenError as broken:
        refused = broken.code
    assert refused == code


def test_what_is_decided_is_not_decided_again_nor_answered() -> None:
    application = decided(applied(a_claim()), REJECT).application
    with pytest.raises(RuleBrokenError, match="claim_decided"):
        decided(application, CONFIRM)
    with pytest.raises(RuleBrokenError, match="claim_asks_nothing"):
        answer(application, application.claims[0].id, (), LATER, LATER)


def test_while_the_register_is_silent_an_application_is_taken_and_keeps_its_time() -> None:
    application = applied(to_check=True)
    assert (application.status, application.to_check) == (Status.SUBMITTED, True)
    queued = checked(application, None, LATER)
    assert (queued.application.status, queued.application.to_check) == (Status.QUEUED, False)
    assert (queued.application.made.submitted_at, queued.lines[0].code) == (AT, "register_checked")
    over = checked(application, "child_too_old", LATER)
    assert (over.application.status, over.application.live) == (Status.REJECTED, False)
    assert over.lines[0].params == {"obstacle": "child_too_old"}


def test_papers_and_register_are_both_awaited() -> None:
    application = applied(a_claim(ClaimKind.REGISTRATION), to_check=True)
    confirmed = decided(application, CONFIRM).application
    assert confirmed.status is Status.UNDER_REVIEW
    assert checked(confirmed, None, LATER).application.status is Status.QUEUED
    first = checked(application, None, LATER).application
    assert first.status is Status.UNDER_REVIEW
    assert decided(first, CONFIRM).application.status is Status.QUEUED


def test_what_is_queued_is_not_rejected_any_more() -> None:
    with pytest.raises(ImpossibleTransitionError):
        checked(applied(), "child_too_old", LATER)
