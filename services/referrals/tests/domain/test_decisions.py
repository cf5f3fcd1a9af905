"""What one decision makes of one child: state, steps, places, terms."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.law import Reason
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.values import QueuedChild, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, PlaceStatus, QueueClass, ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.transitions import ImpossibleTransitionError
from kezek.platform.workdays import Calendar, Term, local_day, midnight_after, term_after, term_of_working_days
from kezek.referrals.domain import decisions
from kezek.referrals.domain.admission import Case, accept
from kezek.referrals.domain.candidate import (
    CalledWith,
    Candidate,
    Referral,
    Turn,
    check_age,
    check_may_choose,
    check_turn_runs,
    referral_number,
)
from kezek.referrals.domain.decisions import ChosenPlace, Decision, TurnToBegin
from kezek.referrals.domain.place import Place, hold, offer_again, open_to_all, take
from kezek.referrals.domain.running import runs_until
from kezek.referrals.domain.terms import Basis, TermKind

NOW = datetime(2027, 2, 1, 7, tzinfo=UTC)
END = NOW + timedelta(days=3)
TICK = timedelta(microseconds=1)
ID, OTHER = UUID(int=1), UUID(int=2)
QUEUE = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2023)
KAZAKH = (InstructionLanguage.KAZAKH,)
BASIS = Basis(REFERRAL_PROFILE, Calendar(version=1, holidays=lambda _: False))


def child(born: date = date(2023, 5, 5), **facts: Any) -> Candidate:
    queued = QueuedChild(
        application_id=ID,
        child_id=ID,
        applicant_id=ID,
        queue_class=QueueClass.GENERAL,
        birth_date=born,
        languages=KAZAKH,
        submitted_at=NOW,
    )
    return Candidate(queued, QUEUE, **{"serial": 1, **facts})


PLACE = Place(ID, ID, 1, ID, QUEUE, InstructionLanguage.KAZAKH, NOW)
CALLED_WITH = CalledWith(QueueClass.GENERAL, date(2023, 5, 5), KAZAKH)
TURN = Turn(ID, ID, ID, ID, InstructionLanguage.KAZAKH, CALLED_WITH, NOW, Term(END.date(), END), BASIS.policy.id)
REFERRAL = Referral(
    id=ID,
    number="1000000101",
    place_id=ID,
    kindergarten_id=ID,
    group_year=2023,
    language=InstructionLanguage.KAZAKH,
    issued_at=NOW,
    term=Term(END.date(), END),
    status=ReferralStatus.VALID,
    policy=BASIS.policy.id,
)
WAITING = child()
NOTIFIED = child(status=Status.NOTIFIED, turn=TURN)
REFERRED = child(status=Status.REFERRED, referral=REFERRAL, referrals_issued=1)
CALL = TurnToBegin(ID, ID, CALLED_WITH)
HELD, OPEN, TAKEN = hold(PLACE, ID), open_to_all(PLACE), take(PLACE, ID)


def broken(rule: Any, *given: Any, **named: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(RuleBrokenError) as refused:
        rule(*given, **named)
    return refused.value.code, refused.value.params


def told(decision: Decision) -> list[tuple[str, Reason]]:
    return [(step.kind.value, step.reason) for step in decision.steps]


def referred(candidate: Candidate, choice: ChosenPlace) -> Decision:
    return decisions.refer(candidate, choice, referral_id=ID, basis=BASIS, at=NOW)


@pytest.mark.parametrize(
    ("born", "today", "code"),
    [
        (date(2025, 2, 2), date(2027, 2, 1), "child_too_young"),
        (date(2025, 2, 2), date(2027, 2, 2), None),
        (date(2024, 2, 29), date(2026, 2, 28), "child_too_young"),
        (date(2024, 2, 29), date(2026, 3, 1), None),
        (date(2021, 2, 2), date(2027, 2, 1), None),
        (date(2021, 2, 2), date(2027, 2, 2), "child_too_old"),
        (date(2020, 2, 29), date(2026, 2, 28), None),
        (date(2020, 2, 29), date(2026, 3, 1), "child_too_old"),
    ],
)
def test_from_two_years_and_below_six(born: date, today: date, code: str | None) -> None:
    midnight_there = datetime(today.year, today.month, today.day, tzinfo=UTC) - timedelta(hours=5)
    for at in (midnight_there, midnight_there + timedelta(days=1) - TICK):
        if code is None:
            check_age(child(born), BASIS.policy, at)
        else:
            assert broken(check_age, child(born), BASIS.policy, at)[0] == code


def test_the_day_from_which_a_child_is_old_enough_is_named() -> None:
    assert broken(check_age, child(date(2026, 1, 5)), BASIS.policy, NOW)[1] == {"from_day": "2028-01-05"}


def test_growing_too_old_waits_for_the_end_of_the_turn() -> None:
    sixth_birthday = date(2021, 2, 2)
    turn = replace(TURN, called_with=replace(CALLED_WITH, birth_date=sixth_birthday))
    check_age(replace(NOTIFIED, turn=turn), BASIS.policy, END - TICK)
    assert broken(check_age, child(sixth_birthday), BASIS.policy, END)[0] == "child_too_old"


def test_a_turn_is_judged_by_what_the_child_was_called_with() -> None:
    corrected = replace(NOTIFIED.child, birth_date=date(2026, 5, 5))
    check_age(replace(NOTIFIED, child=corrected), BASIS.policy, NOW)


@pytest.mark.parametrize(
    ("serial", "ordinal", "number"), [(1, 1, "1000000101"), (10, 2, "1000001002"), (9999999, 99, "1999999999")]
)
def test_a_number_is_one_the_serial_and_the_ordinal(serial: int, ordinal: int, number: str) -> None:
    assert referral_number(serial, ordinal) == number


@pytest.mark.parametrize(("serial", "ordinal"), [(0, 1), (10_000_000, 1), (1, 0), (1, 100)])
def test_numbers_that_do_not_fit_are_refused(serial: int, ordinal: int) -> None:
    assert broken(referral_number, serial, ordinal)[0] == "referral_numbers_exhausted"


def test_a_call_holds_the_place_and_keeps_what_the_child_was_called_with() -> None:
    called = decisions.begin_turn(WAITING, PLACE, CALL, BASIS, NOW)
    turn = called.candidate.turn
    assert turn is not None
    assert (called.candidate.status, turn.called_with, turn.policy) == (Status.NOTIFIED, CALLED_WITH, BASIS.policy.id)
    assert turn.term.last_day == date(2027, 2, 4)
    assert called.places == (HELD,)
    assert [(term.kind, term.key, term.term) for term in called.begun] == [(TermKind.TURN, ID, turn.term)]


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.QUEUED])
def test_only_who_waits_is_called(status: Status) -> None:
    with pytest.raises(ImpossibleTransitionError):
        decisions.begin_turn(replace(WAITING, status=status), PLACE, CALL, BASIS, NOW)


@pytest.mark.parametrize("status", Status)
def test_only_who_waits_or_is_called_chooses(status: Status) -> None:
    if status in {Status.QUEUED, Status.NOTIFIED}:
        check_may_choose(replace(WAITING, status=status))
    else:
        code = "open_referral_exists" if status is Status.REFERRED else "choice_not_allowed"
        assert broken(check_may_choose, replace(WAITING, status=status))[0] == code


def test_at_the_instant_of_its_end_a_turn_is_over() -> None:
    check_turn_runs(NOTIFIED, TURN.id, END - TICK)
    for candidate, turn, at in ((NOTIFIED, ID, END), (NOTIFIED, OTHER, NOW), (WAITING, ID, NOW)):
        assert broken(check_turn_runs, candidate, turn, at)[0] == "turn_over"


def test_a_lapsed_turn_opens_its_place_and_is_no_miss() -> None:
    lapsed = decisions.lapse(NOTIFIED, HELD, REFERRAL_PROFILE)
    assert (lapsed.candidate, lapsed.at, lapsed.places) == (replace(WAITING, term_ended_at=END), END, (OPEN,))
    assert lapsed.ended == ((TermKind.TURN, ID),)
    assert decisions.lapse(NOTIFIED, TAKEN, REFERRAL_PROFILE).places == ()
    assert broken(decisions.lapse, WAITING, HELD, REFERRAL_PROFILE)[0] == "turn_over"


def test_a_turn_that_lapses_where_rounds_have_begun_leaves_its_place_to_the_next_one() -> None:
    lapsed = decisions.lapse(NOTIFIED, HELD, replace(REFERRAL_PROFILE, free_choice_hour=9), in_rounds=True)
    assert lapsed.offered == lapsed.places == (offer_again(HELD),)
    assert decisions.lapse(NOTIFIED, TAKEN, REFERRAL_PROFILE, in_rounds=True).places == ()


def test_a_choice_by_turn_ends_the_turn_and_issues_the_referral() -> None:
    choice = referred(NOTIFIED, ChosenPlace(HELD, ID, HELD))
    referral = choice.candidate.referral
    assert referral is not None
    assert (choice.candidate.status, choice.candidate.turn, referral.number) == (Status.REFERRED, None, "1000000101")
    assert told(choice) == [("turn_ended", Reason.PLACE_CHOSEN), ("referral_issued", Reason.PLACE_CHOSEN)]
    assert (choice.places, choice.offered) == ((TAKEN,), ())
    assert choice.ended == ((TermKind.TURN, ID),)
    assert [(term.kind, term.key) for term in choice.begun] == [(TermKind.REFERRAL, ID)]


def test_a_free_choice_during_a_turn_passes_the_held_place_on() -> None:
    other = replace(OPEN, id=OTHER)
    choice = referred(NOTIFIED, ChosenPlace(other, None, HELD))
    assert choice.places == (take(other, ID), offer_again(HELD))
    assert choice.offered == (offer_again(HELD),)


def test_a_free_choice_without_a_turn_ends_none() -> None:
    assert told(referred(WAITING, ChosenPlace(OPEN))) == [("referral_issued", Reason.PLACE_CHOSEN)]


@pytest.mark.parametrize(("before", "status"), [(0, Status.STOP_LISTED), (1, Status.STOP_LISTED), (2, Status.REMOVED)])
def test_the_third_miss_removes(before: int, status: Status) -> None:
    expired = decisions.expire(replace(REFERRED, misses=before), TAKEN, BASIS)
    assert (expired.candidate.status, expired.candidate.misses) == (status, before + 1)
    assert expired.candidate.referral == replace(REFERRAL, status=ReferralStatus.EXPIRED)
    assert (expired.at, expired.offered) == (END, (offer_again(TAKEN),))
    assert told(expired)[0] == ("referral_expired", Reason.REFERRAL_NOT_USED_IN_TIME)
    last = ("closed", Reason.TOO_MANY_MISSES) if status is Status.REMOVED else ("stop_listed", told(expired)[0][1])
    assert told(expired)[1:] == [last]


@pytest.mark.parametrize("weekday", range(7))
def test_the_stop_list_is_ten_working_days_from_the_day_that_ended(weekday: int) -> None:
    last_day = date(2027, 2, 1) + timedelta(days=weekday)
    term = Term(last_day, midnight_after(last_day))
    expired = decisions.expire(replace(REFERRED, referral=replace(REFERRAL, term=term)), TAKEN, BASIS)
    until = expired.candidate.stop_listed_until
    assert until is not None
    days = [last_day + timedelta(days=number) for number in range(1, (local_day(until - TICK) - last_day).days + 1)]
    assert len([day for day in days if BASIS.calendar.is_working(day)]) == BASIS.policy.stop_list_working_days
    assert BASIS.calendar.is_working(days[-1])
    assert [(each.kind, each.key, each.began_at) for each in expired.begun] == [(TermKind.STOP_LIST, ID, term.ends_at)]


def test_who_comes_back_from_the_stop_list_waits_again() -> None:
    listed = decisions.expire(REFERRED, TAKEN, BASIS).candidate
    back = decisions.come_back(listed)
    assert (back.candidate.waiting, back.candidate.stop_listed_until, back.candidate.misses) == (True, None, 1)
    assert (back.at, back.ended) == (listed.stop_listed_until, ((TermKind.STOP_LIST, ID),))
    assert broken(decisions.come_back, WAITING)[0] == "not_stop_listed"


def test_a_term_runs_of_its_own_turn_or_referral_only() -> None:
    assert runs_until(NOTIFIED, TermKind.TURN, ID, END)
    assert runs_until(REFERRED, TermKind.REFERRAL, ID, END)
    for candidate, kind, key, at in (
        (NOTIFIED, TermKind.TURN, OTHER, END),
        (NOTIFIED, TermKind.TURN, ID, NOW),
        (NOTIFIED, TermKind.REFERRAL, ID, END),
        (REFERRED, TermKind.TURN, ID, END),
        (REFERRED, TermKind.REFERRAL, OTHER, END),
        (REFERRED, TermKind.STOP_LIST, ID, END),
        (accept(REFERRED, Case(ID, BASIS, NOW)).candidate, TermKind.REFERRAL, ID, END),
    ):
        assert runs_until(candidate, kind, key, at) is None


def test_a_term_with_the_midnight_that_ended_the_childs_stop_list_counts_from_the_day_that_ended() -> None:
    back = decisions.come_back(decisions.expire(REFERRED, TAKEN, BASIS).candidate).candidate
    midnight = back.term_ended_at
    assert midnight is not None
    for at, counted_from in ((midnight, midnight - TICK), (midnight + TICK, midnight + TICK)):
        turn = decisions.begin_turn(back, PLACE, CALL, BASIS, at)
        choice = decisions.refer(back, ChosenPlace(OPEN), referral_id=OTHER, basis=BASIS, at=at)
        assert [each.begun[0].term for each in (turn, choice)] == [
            term_of_working_days(BASIS.calendar, counted_from, days)
            for days in (BASIS.policy.choice_working_days, BASIS.policy.referral_working_days)
        ]


def test_a_turn_by_a_place_of_that_midnight_counts_so_though_the_call_comes_later_on_its_day() -> None:
    back = decisions.come_back(decisions.expire(REFERRED, TAKEN, BASIS).candidate).candidate
    midnight, days = back.term_ended_at, BASIS.policy.choice_working_days
    assert midnight is not None
    freed = replace(CALL, freed_at=midnight)
    soon, late = midnight + timedelta(hours=23), midnight + timedelta(hours=24)
    same_day = decisions.begin_turn(back, PLACE, freed, BASIS, soon)
    assert same_day.begun[0].term == term_after(BASIS.calendar, midnight, days)
    assert same_day.candidate.turn is not None
    assert (same_day.candidate.turn.began_at, same_day.begun[0].follows) == (soon, True)
    other_child = decisions.begin_turn(replace(back, term_ended_at=None), PLACE, freed, BASIS, soon)
    by_another_place = decisions.begin_turn(back, PLACE, CALL, BASIS, soon)
    assert {each.begun[0].term for each in (other_child, by_another_place)} == {
        term_of_working_days(BASIS.calendar, soon, days)
    }
    assert decisions.begin_turn(back, PLACE, freed, BASIS, late).begun[0].term == term_of_working_days(
        BASIS.calendar, late, days
    )


@pytest.mark.parametrize("place", [PLACE, HELD, OPEN])
def test_a_place_offered_again_keeps_for_whom_it_is_not(place: Place) -> None:
    again = offer_again(place, frozenset({ID}))
    assert (again.status, again.offer, again.holder) == (PlaceStatus.OFFERED, 2, None)
    assert offer_again(hold(again, OTHER), frozenset({OTHER})).not_for == {ID, OTHER}
