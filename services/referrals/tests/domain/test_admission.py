"""What becomes of a referral after its issue, act by act (domain §7)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.law import Reason
from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE
from kezek.contracts.values import QueuedChild, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import ClockStop, GroupKind, InstructionLanguage, QueueClass, ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import Calendar, term_of_working_days
from kezek.referrals.domain import admission, leaving
from kezek.referrals.domain.admission import Case
from kezek.referrals.domain.candidate import Candidate, Referral, ReferralClock
from kezek.referrals.domain.decisions import Decision
from kezek.referrals.domain.place import Place, offer_again, take
from kezek.referrals.domain.running import running_term
from kezek.referrals.domain.terms import Basis, RunningTerm, TermKind

MONDAY = datetime(2027, 2, 1, 7, tzinfo=UTC)  # noon in Kazakhstan
DAY, TICK = timedelta(days=1), timedelta(microseconds=1)
TUESDAY, WEDNESDAY, THURSDAY = MONDAY + DAY, MONDAY + 2 * DAY, MONDAY + 3 * DAY
ID, OTHER = UUID(int=1), UUID(int=2)
QUEUE = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2023)
KAZAKH = InstructionLanguage.KAZAKH
CALENDAR = Calendar(version=1, holidays=lambda _: False)
BASIS = Basis(REFERRAL_PROFILE, CALENDAR)
PAPERS_FIRST = Basis(VOUCHER_PROFILE, CALENDAR)
EXTENDABLE = Basis(replace(REFERRAL_PROFILE, extension_by_officer=True), CALENDAR)
CHILD = QueuedChild(
    application_id=ID,
    child_id=ID,
    applicant_id=ID,
    queue_class=QueueClass.GENERAL,
    birth_date=date(2023, 5, 5),
    languages=(KAZAKH,),
    submitted_at=MONDAY - 400 * DAY,
)
TERM = term_of_working_days(CALENDAR, MONDAY, 5)  # through the next Monday
REFERRAL = Referral(ID, "1000000101", ID, ID, 2023, KAZAKH, MONDAY, TERM, ReferralStatus.VALID, REFERRAL_PROFILE.id)
RUNNING = RunningTerm(TermKind.REFERRAL, ID, MONDAY, 5, TERM, REFERRAL_PROFILE.id, 1)
PLACE = take(Place(ID, ID, 1, ID, QUEUE, KAZAKH, MONDAY), ID)
REFERRED = Candidate(CHILD, QUEUE, serial=1, status=Status.REFERRED, referral=REFERRAL, referrals_issued=1)
ENDED = ((TermKind.REFERRAL, ID),)


def on(at: datetime, basis: Basis = BASIS, referral_id: UUID = ID) -> Case:
    return Case(referral_id, basis, at)


def broken(rule: Callable[..., Any], *given: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(RuleBrokenError) as refused:
        rule(*given)
    return refused.value.code, refused.value.params


def after(*acts: Callable[[Candidate], Decision]) -> Candidate:
    candidate = REFERRED
    for act in acts:
        candidate = act(candidate).candidate
    return candidate


def come(at: datetime = WEDNESDAY) -> Callable[[Candidate], Decision]:
    return lambda candidate: admission.arrive(candidate, on(at))


def papers(at: datetime = WEDNESDAY, basis: Basis = BASIS) -> Callable[[Candidate], Decision]:
    return lambda candidate: admission.submit_papers(candidate, on(at, basis))


def returned(at: datetime = THURSDAY) -> Callable[[Candidate], Decision]:
    return lambda candidate: admission.return_papers(candidate, on(at))


def refused(at: datetime = WEDNESDAY) -> Callable[[Candidate], Decision]:
    return lambda candidate: admission.refuse(candidate, on(at))


def overruled(at: datetime = THURSDAY) -> Callable[[Candidate], Decision]:
    return lambda candidate: admission.overrule(candidate, on(at))


def clock(candidate: Candidate) -> ReferralClock:
    assert candidate.referral is not None
    return candidate.referral.clock


# cancelling


def test_cancelled_within_the_hours_the_child_waits_again_and_is_not_called_for_that_place() -> None:
    done = admission.cancel(REFERRED, on(TUESDAY - TICK), PLACE)
    assert (done.candidate.status, done.candidate.misses, done.candidate.waiting) == (Status.QUEUED, 0, True)
    assert done.candidate.referral == replace(REFERRAL, status=ReferralStatus.CANCELLED)
    assert done.offered == (offer_again(PLACE, frozenset({ID})),)
    assert (done.ended, done.begun, running_term(done.candidate)) == (ENDED, (), None)


def test_after_exactly_the_hours_it_is_too_late_to_cancel() -> None:
    assert broken(admission.cancel, REFERRED, on(TUESDAY), PLACE) == (
        "cancellation_too_late",
        {"until": TUESDAY.isoformat()},
    )


def test_who_came_may_still_cancel_but_not_who_handed_in_papers_or_is_refused() -> None:
    at = MONDAY + timedelta(hours=2)
    assert admission.cancel(after(come(MONDAY)), on(at), PLACE).candidate.status is Status.QUEUED
    for act, status in ((papers(MONDAY), "papers_submitted"), (refused(MONDAY), "refusal_review")):
        assert broken(admission.cancel, after(act), on(at), PLACE) == ("cancellation_not_allowed", {"status": status})


# the clock


@pytest.mark.parametrize(
    ("at", "left"),
    [
        (MONDAY, 5),
        (TUESDAY, 5),
        (WEDNESDAY, 4),
        (MONDAY + 4 * DAY, 2),
        (MONDAY + 5 * DAY, 1),
        (TERM.ends_at - TICK, 1),
    ],
)
def test_a_stopped_clock_keeps_the_days_left_the_begun_one_whole(at: datetime, left: int) -> None:
    done = admission.arrive(REFERRED, on(at))
    assert clock(done.candidate) == ReferralClock(at, ClockStop.CAME, left)
    assert (done.candidate.status, done.ended, running_term(done.candidate)) == (Status.REFERRED, ENDED, None)


def test_the_days_left_are_counted_by_the_calendar_of_then() -> None:
    holiday = Calendar(2, lambda _: False, free=frozenset({THURSDAY.date()}))
    done = admission.submit_papers(REFERRED, on(WEDNESDAY, Basis(REFERRAL_PROFILE, holiday)))
    assert clock(done.candidate).days_left == 3


def test_a_clock_that_stands_never_makes_the_referral_void() -> None:
    years_later = MONDAY + 900 * DAY
    for stopped in (after(come()), after(papers()), after(refused()), after(refused(), overruled())):
        assert stopped.referral is not None
        assert stopped.referral.status_at(years_later) is ReferralStatus.VALID
    assert admission.accept(after(come()), on(years_later)).candidate.status is Status.ENROLLED


def test_coming_stops_a_running_clock_only_and_not_where_papers_come_first() -> None:
    assert broken(admission.arrive, REFERRED, on(WEDNESDAY, PAPERS_FIRST)) == ("papers_stop_the_clock", {})
    assert broken(admission.arrive, REFERRED, on(TERM.ends_at)) == ("referral_not_valid", {"status": "expired"})
    for act, why in ((come(), "came"), (papers(), "papers"), (refused(), "refusal")):
        assert broken(admission.arrive, after(act), on(THURSDAY)) == ("clock_stopped_already", {"why": why})


def test_papers_returned_give_back_the_days_left_after_the_day_of_the_return() -> None:
    done = admission.return_papers(after(papers()), on(THURSDAY + 7 * DAY))
    (term,) = done.begun
    assert (done.candidate.status, term.working_days, term.term.last_day) == (Status.REFERRED, 4, date(2027, 2, 17))
    assert done.candidate.referral == replace(REFERRAL, term=term.term, clock=ReferralClock(THURSDAY + 7 * DAY))
    running = running_term(done.candidate)
    assert running is not None
    assert (running.key, running.ends_at) == (ID, term.term.ends_at)


def test_papers_handed_in_again_on_the_day_of_their_return_keep_no_day_more() -> None:
    again = admission.submit_papers(after(papers(), returned()), on(THURSDAY))
    assert clock(again.candidate).days_left == 4


def test_who_came_before_gets_back_what_was_left_then() -> None:
    done = admission.return_papers(after(come(TUESDAY), papers(THURSDAY)), on(THURSDAY))
    assert [term.working_days for term in done.begun] == [5]


def test_after_an_overruling_papers_go_and_return_and_nothing_runs() -> None:
    candidate = after(refused(), overruled(), papers(THURSDAY))
    done = admission.return_papers(candidate, on(THURSDAY + DAY))
    assert (done.candidate.status, done.begun, running_term(done.candidate)) == (Status.REFERRED, (), None)
    assert clock(done.candidate) == ReferralClock(WEDNESDAY, ClockStop.OVERRULED, None)


def test_papers_are_handed_in_once_and_returned_only_then() -> None:
    assert broken(admission.submit_papers, after(papers()), on(THURSDAY))[0] == "papers_not_taken"
    assert broken(admission.return_papers, REFERRED, on(THURSDAY)) == ("papers_not_handed_in", {"status": "referred"})


# accepting and refusing


def test_accepted_before_the_end_of_the_term_only() -> None:
    enrolled = admission.accept(REFERRED, on(TERM.ends_at - TICK))
    assert enrolled.candidate.status is Status.ENROLLED
    assert enrolled.candidate.referral == replace(REFERRAL, status=ReferralStatus.ACCEPTED)
    assert enrolled.ended == ENDED
    nobody = replace(REFERRED, status=Status.QUEUED, referral=None)
    for candidate, case, status in (
        (REFERRED, on(TERM.ends_at), "expired"),
        (enrolled.candidate, on(MONDAY), "accepted"),
        (REFERRED, on(MONDAY, referral_id=OTHER), "unknown"),
        (nobody, on(MONDAY), "unknown"),
    ):
        assert broken(admission.accept, candidate, case) == ("referral_not_valid", {"status": status})


def test_where_papers_come_first_they_do_unless_an_officer_overruled() -> None:
    assert broken(admission.accept, REFERRED, on(MONDAY, PAPERS_FIRST)) == ("papers_not_here_yet", {})
    for ready in (after(papers()), after(refused(), overruled()), after(papers(), refused(), overruled())):
        assert admission.accept(ready, on(THURSDAY, PAPERS_FIRST)).candidate.status is Status.ENROLLED


@pytest.mark.parametrize("before", [(), (come(TUESDAY),), (papers(TUESDAY),)])
def test_a_refused_child_is_under_review_and_no_term_runs(before: tuple[Callable[[Candidate], Decision], ...]) -> None:
    done = admission.refuse(after(*before), on(WEDNESDAY))
    assert (done.candidate.status, running_term(done.candidate)) == (Status.REFUSAL_REVIEW, None)
    assert clock(done.candidate).stopped_by is ClockStop.REFUSAL
    assert clock(done.candidate).since == (TUESDAY if before else WEDNESDAY)
    for act in (admission.accept, admission.refuse):
        assert broken(act, done.candidate, on(THURSDAY)) == ("refusal_under_review", {})


def test_an_upheld_refusal_is_for_good_and_the_place_goes_on() -> None:
    done = admission.uphold(after(refused()), on(THURSDAY), PLACE)
    assert (done.candidate.status, done.candidate.misses) == (Status.REFUSED, 0)
    assert done.candidate.referral is not None
    assert done.candidate.referral.status is ReferralStatus.REFUSED
    assert done.offered == (offer_again(PLACE),)
    assert broken(admission.uphold, done.candidate, on(THURSDAY), PLACE)[0] == "referral_not_valid"


def test_after_an_overruling_the_kindergarten_must_accept_and_nothing_expires_it() -> None:
    must = after(refused(), overruled())
    assert (must.status, clock(must)) == (Status.REFERRED, ReferralClock(WEDNESDAY, ClockStop.OVERRULED))
    assert must.referral is not None
    assert must.referral.must_be_accepted
    assert broken(admission.refuse, must, on(THURSDAY)) == ("must_be_accepted", {})
    assert broken(admission.refuse, papers()(must).candidate, on(THURSDAY)) == ("must_be_accepted", {})
    assert admission.accept(must, on(THURSDAY + 900 * DAY)).candidate.status is Status.ENROLLED


def test_only_what_is_under_review_is_decided_on() -> None:
    assert broken(admission.overrule, REFERRED, on(THURSDAY)) == ("no_refusal_under_review", {})
    assert broken(admission.uphold, REFERRED, on(THURSDAY), PLACE) == ("no_refusal_under_review", {})


# extending


def test_an_officer_extends_once_by_working_days_after_the_present_last_day() -> None:
    done = admission.extend(REFERRED, on(WEDNESDAY, EXTENDABLE), RUNNING)
    (term,) = done.begun
    assert (term.began_at, term.working_days, term.term.last_day) == (MONDAY, 10, date(2027, 2, 15))
    assert done.candidate.referral == replace(REFERRAL, term=term.term, extended=True)
    assert broken(admission.extend, done.candidate, on(WEDNESDAY, EXTENDABLE), term) == ("extended_already", {})


def test_an_extension_counts_from_a_last_day_that_the_calendar_has_moved() -> None:
    moved = term_of_working_days(CALENDAR, MONDAY, 7)
    later = replace(REFERRED, referral=replace(REFERRAL, term=moved))
    done = admission.extend(later, on(WEDNESDAY, EXTENDABLE), replace(RUNNING, term=moved))
    assert done.begun[0].term == term_of_working_days(CALENDAR, MONDAY, 12)


def test_nobody_extends_without_the_policy_nor_a_clock_that_stands() -> None:
    assert broken(admission.extend, REFERRED, on(WEDNESDAY), RUNNING) == ("extension_not_allowed", {})
    stands = broken(admission.extend, after(come()), on(THURSDAY, EXTENDABLE), RUNNING)
    assert stands == ("clock_stopped_already", {"why": "came"})
    over = broken(admission.extend, REFERRED, on(TERM.ends_at, EXTENDABLE), RUNNING)
    assert over == ("referral_not_valid", {"status": "expired"})


# leaving


@pytest.mark.parametrize("acts", [(come(),), (papers(),), (refused(),), (refused(), overruled())])
def test_who_leaves_while_the_clock_stands_gives_the_place_back_without_a_miss(
    acts: tuple[Callable[[Candidate], Decision], ...],
) -> None:
    candidate = after(*acts)
    assert leaving.place_given_back(candidate) == ID
    for done in (
        leaving.withdraw(candidate, PLACE, THURSDAY),
        leaving.close(candidate, PLACE, THURSDAY),
    ):
        assert done is not None
        assert done.candidate.referral is not None
        assert (done.candidate.referral.status, done.candidate.misses) == (ReferralStatus.VOIDED, 0)
        assert (done.offered, done.ended) == ((offer_again(PLACE),), ())


def test_a_departed_child_may_have_another_referral_one_day() -> None:
    enrolled = after(lambda candidate: admission.accept(candidate, on(WEDNESDAY)))
    gone = admission.depart(enrolled, THURSDAY)
    assert gone.candidate.referral is not None
    assert (gone.candidate.status, gone.candidate.referral.status) == (Status.DEPARTED, ReferralStatus.DEPARTED)
    assert [step.reason for step in gone.steps] == [Reason.CHILD_DEPARTED]
    assert broken(admission.depart, REFERRED, THURSDAY) == ("departure_not_allowed", {"status": "referred"})
