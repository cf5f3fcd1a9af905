"""When what a child stands by ends is known before, and is what happens then (domain §3.benefit, §6.7)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kezek.applications.domain.application import Application, Contacts, Made, Order
from kezek.applications.domain.claim import Claim, best_class, group_kind
from kezek.applications.domain.ends import ends_at, ends_of
from kezek.applications.domain.review import expire
from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.values import StandsThen
from kezek.contracts.vocabulary import ApplicationStatus, ClaimKind, ClaimState, QueueClass
from kezek.platform.workdays import midnight_after

AT, TODAY = datetime(2026, 11, 23, 4, tzinfo=UTC), date(2026, 11, 23)
CLASSES = [QueueClass.EXTRAORDINARY, QueueClass.PRIORITY]


def claim(days: int | None, gives: QueueClass | None = None, **changed: Any) -> Claim:
    """One that is confirmed for so many days, or for good."""
    last = None if days is None else TODAY + timedelta(days=days)
    facts = {"kind": ClaimKind.BENEFIT, "state": ClaimState.CONFIRMED, "submitted_at": AT, **changed}
    return Claim(id=new_id(), valid_until=last, queue_class=gives, **facts)


def unproved(days: int, gives: QueueClass) -> Claim:
    asked = {"state": ClaimState.UNPROVED, "provisional": True, "due_at": midnight_after(TODAY + timedelta(days=days))}
    return claim(None, gives, **asked)


def needs(days: int, *, correctional: bool) -> Claim:
    priority = QueueClass.PRIORITY
    made = AT + timedelta(hours=days)
    return claim(days, priority, kind=ClaimKind.SPECIAL_NEEDS, correctional=correctional, submitted_at=made)


def applied(*claims: Claim) -> Application:
    ids = {name: new_id() for name in ("child_id", "applicant_id", "act_id")}
    facts = {"number": "34.UO.2026.00001.1", "district": "1134", "group_year": 2022, "policy": "default-1"}
    made = Made(birth_date=date(2022, 5, 5), submitted_at=AT, **facts, **ids)
    order = Order(languages=(), kind=group_kind(claims), queue_class=best_class(claims))
    contacts = Contacts("77990000001", None)
    return Application(new_id(), made, order, contacts, ApplicationStatus.QUEUED, AT, claims=claims)


def told(*claims: Claim) -> list[tuple[int, str, str, bool]]:
    ends = ends_of(applied(*claims))
    day_0 = midnight_after(TODAY)
    return [((each.at - day_0).days, each.queue_class.value, each.kind.value, each.unproved) for each in ends]


def test_a_proof_counts_to_the_midnight_after_its_last_day() -> None:
    assert told(claim(5, QueueClass.EXTRAORDINARY)) == [(5, "general", "general", False)]


def test_of_several_benefits_each_end_that_changes_something_is_told() -> None:
    assert told(claim(9, QueueClass.PRIORITY), claim(5, QueueClass.EXTRAORDINARY), claim(7, QueueClass.PRIORITY)) == [
        (5, "priority", "general", False),
        (9, "general", "general", False),
    ]


def test_what_has_no_end_and_what_waits_for_an_officer_ends_nothing() -> None:
    assert told(claim(None, QueueClass.PRIORITY), claim(5, QueueClass.PRIORITY)) == []
    assert told(replace(unproved(3, QueueClass.PRIORITY), state=ClaimState.WAITING)) == []


def test_a_benefit_that_nothing_shows_ends_as_not_proved() -> None:
    assert told(unproved(3, QueueClass.PRIORITY)) == [(3, "general", "general", True)]


def test_with_the_conclusion_the_correctional_queue_ends() -> None:
    assert told(needs(5, correctional=True)) == [(5, "general", "general", False)]


@given(
    st.lists(
        st.builds(claim, st.integers(0, 6) | st.none(), st.sampled_from(CLASSES))
        | st.builds(unproved, st.integers(0, 6), st.sampled_from(CLASSES))
        | st.builds(needs, st.integers(0, 6), correctional=st.booleans()),
        max_size=4,
    )
)
def test_what_is_told_before_is_what_happens_as_one_claim_after_the_other_runs_out(claims: list[Claim]) -> None:
    application = applied(*claims)
    foretold, happened = ends_of(application), list[StandsThen]()
    for at in sorted({end for each in claims if (end := ends_at(each))}):
        before, ending = application.order, [each for each in application.claims if ends_at(each) == at]
        for each in ending:
            application = expire(application, each.id, Reason.BENEFIT_EXPIRED, at).application
        if (after := application.order) != before:
            not_shown = any(each.to_be_proved for each in ending)
            happened.append(StandsThen(at=at, kind=after.kind, queue_class=after.queue_class, unproved=not_shown))
    assert tuple(happened) == foretold
