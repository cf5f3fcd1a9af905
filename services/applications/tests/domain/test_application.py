from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kezek.applications.domain.application import (
    Contacts,
    Heard,
    Made,
    Order,
    StepKind,
    differing,
    follow,
    take_contacts,
)
from kezek.applications.domain.submission import submit
from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason, Rule
from kezek.contracts.vocabulary import ActorKind, InstructionLanguage
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import RuleBrokenError
from kezek.platform.transitions import ImpossibleTransitionError

AT = datetime(2026, 11, 23, 4, tzinfo=UTC)
LATER = AT + timedelta(days=1)
OWN = Contacts("77990000001", "own@example.kz")
NEW = Contacts("77990000002", "new@example.kz")
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
SUBMITTED = submit(new_id(), MADE, Order(languages=(InstructionLanguage.KAZAKH,)), OWN)
QUEUED = SUBMITTED.application


def heard(status: str, version: int = 1, *, over: bool = False) -> Heard:
    return Heard(
        version=version,
        at=LATER,
        code="turn_started",
        reason=Reason.TURN_STARTED,
        rule=Rule.TURN,
        actor=ActorKind.SYSTEM,
        over=over,
        state={"status": status},
        params={},
    )


def test_who_needs_no_review_is_queued_at_once() -> None:
    decision = SUBMITTED
    assert [step.kind for step in decision.steps] == [StepKind.QUEUED]
    assert (decision.application.status, decision.application.live) == (Status.QUEUED, True)
    assert [(line.code, line.actor) for line in decision.lines] == [("submitted", ActorKind.APPLICANT)]


def test_a_step_of_the_candidate_is_followed_to_its_end() -> None:
    called = follow(QUEUED, heard("notified")).application
    assert (called.status, called.status_at, called.candidate_version) == (Status.NOTIFIED, LATER, 1)
    removed = follow(called, heard("removed", 2, over=True)).application
    assert (removed.status, removed.live) == (Status.REMOVED, False)
    assert follow(removed, heard("removed", 3, over=True)).application.candidate_version == 3


@pytest.mark.parametrize("version", [1, 2])
def test_an_overtaken_step_is_a_line_and_no_state(version: int) -> None:
    known = follow(QUEUED, heard("notified", 2)).application
    decision = follow(known, heard("queued", version))
    assert decision.application == known
    assert [line.fact for line in decision.lines] == [f"candidate:{version}"]


@pytest.mark.parametrize("ended", [Status.REMOVED, Status.WITHDRAWN, Status.REJECTED, Status.UNDER_REVIEW])
def test_what_has_ended_or_is_not_queued_yet_is_no_candidate(ended: Status) -> None:
    with pytest.raises(ImpossibleTransitionError):
        follow(replace(QUEUED, status=ended), heard("notified"))


@pytest.mark.parametrize(
    ("account", "new"),
    [
        (NEW, NEW),
        (Contacts(None, None), Contacts(None, None)),
        (Contacts(None, "new@example.kz"), Contacts(None, "new@example.kz")),
        (Contacts("77990000002", "OWN@example.kz"), Contacts("77990000002", None)),
        (OWN, Contacts(None, None)),
    ],
)
def test_what_differs_is_what_the_account_has_and_the_application_not(account: Contacts, new: Contacts) -> None:
    assert differing(OWN, account) == new


def test_taken_contacts_are_a_new_version_and_a_line_that_does_not_tell_them() -> None:
    decision = take_contacts(QUEUED, replace(NEW, phone=None), LATER)
    assert decision is not None
    assert decision.application == replace(QUEUED, contacts=Contacts(OWN.phone, NEW.email), version=2)
    (line,) = decision.lines
    assert (line.code, line.actor, line.fact) == ("contacts_changed", ActorKind.APPLICANT, "contacts:2")
    assert not [word for word in ("77990000", "example.kz") if word in str(line)]


def test_who_has_the_accounts_contacts_takes_nothing() -> None:
    assert take_contacts(QUEUED, OWN, LATER) is None


def test_an_application_that_is_over_keeps_its_contacts() -> None:
    with pytest.raises(RuleBrokenError, match="application_over"):
        take_contacts(replace(QUEUED, live=False), NEW, LATER)


def test_no_contact_stands_in_a_representation() -> None:
    assert not [word for word in ("77990000", "example.kz") if word in repr(QUEUED)]
