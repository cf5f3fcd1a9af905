"""The rules of one candidate, by tables of cases."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.platform.workdays import Term
from kezek.referrals.domain import candidate as rules
from kezek.referrals.domain.candidate import Candidate, Referral, ReferralStatus, Status, Turn
from kezek.referrals.domain.policy import DEFAULT
from kezek.referrals.domain.rules import RuleBrokenError

NOW = datetime(2027, 2, 1, 7, tzinfo=UTC)
END = NOW + timedelta(days=3)
TICK = timedelta(microseconds=1)
ID, OTHER = UUID(int=1), UUID(int=2)


def child(**facts: Any) -> Candidate:
    born = facts.pop("birth_date", date(2023, 5, 5))
    return Candidate(ID, ID, ID, "1110.general.2023", "general", born, ("kk",), NOW, **facts)


TURN = Turn(ID, ID, ID, ID, "kk", NOW, Term(END.date(), END), DEFAULT.id)
REFERRAL = Referral(ID, "1000000101", ID, ID, 2023, "kk", NOW, Term(END.date(), END), ReferralStatus.VALID, DEFAULT.id)
WAITING = child()
NOTIFIED = child(status=Status.NOTIFIED, turn=TURN)
REFERRED = child(status=Status.REFERRED, referral=REFERRAL, referrals_issued=1)


def broken(rule: Any, *given: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(RuleBrokenError) as refused:
        rule(*given)
    return refused.value.code, refused.value.params


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
            rules.check_age(child(birth_date=born), DEFAULT, at)
        else:
            assert broken(rules.check_age, child(birth_date=born), DEFAULT, at)[0] == code


def test_the_day_from_which_a_child_is_old_enough_is_named() -> None:
    assert broken(rules.check_age, child(birth_date=date(2026, 1, 5)), DEFAULT, NOW)[1] == {"from_day": "2028-01-05"}


def test_growing_too_old_waits_for_the_end_of_the_turn() -> None:
    sixth_birthday = date(2021, 2, 2)
    rules.check_age(replace(NOTIFIED, birth_date=sixth_birthday), DEFAULT, END - TICK)
    assert broken(rules.check_age, child(birth_date=sixth_birthday), DEFAULT, END)[0] == "child_too_old"


@pytest.mark.parametrize(
    ("serial", "ordinal", "number"), [(1, 1, "1000000101"), (10, 2, "1000001002"), (9999999, 99, "1999999999")]
)
def test_a_number_is_one_the_serial_and_the_ordinal(serial: int, ordinal: int, number: str) -> None:
    assert rules.referral_number(serial, ordinal) == number


@pytest.mark.parametrize(("serial", "ordinal"), [(0, 1), (10_000_000, 1), (1, 0), (1, 100)])
def test_numbers_that_do_not_fit_are_refused(serial: int, ordinal: int) -> None:
    assert broken(rules.referral_number, serial, ordinal)[0] == "referral_numbers_exhausted"


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.QUEUED])
def test_only_who_waits_is_called(status: Status) -> None:
    assert rules.call(WAITING, TURN) == NOTIFIED
    assert broken(rules.call, replace(WAITING, status=status), TURN)[0] == "candidate_not_waiting"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (Status.QUEUED, None),
        (Status.NOTIFIED, None),
        (Status.REFERRED, "open_referral_exists"),
        (Status.STOP_LISTED, "choice_not_allowed"),
        (Status.ENROLLED, "choice_not_allowed"),
        (Status.REMOVED, "choice_not_allowed"),
    ],
)
def test_only_who_waits_or_is_called_chooses(status: Status, code: str | None) -> None:
    if code is None:
        rules.check_may_choose(replace(WAITING, status=status))
    else:
        assert broken(rules.check_may_choose, replace(WAITING, status=status))[0] == code


def test_at_the_instant_of_its_end_a_turn_is_over() -> None:
    rules.check_turn_runs(NOTIFIED, TURN.id, END - TICK)
    for candidate, turn, at in ((NOTIFIED, ID, END), (NOTIFIED, OTHER, NOW), (WAITING, ID, NOW)):
        assert broken(rules.check_turn_runs, candidate, turn, at)[0] == "turn_over"


def test_a_lapsed_turn_is_no_miss() -> None:
    assert rules.lapse(NOTIFIED) == WAITING


def test_a_referral_ends_the_turn_and_is_counted() -> None:
    assert rules.refer(NOTIFIED, REFERRAL) == REFERRED


def test_accepted_before_the_end_of_the_term_only() -> None:
    enrolled = rules.accept(REFERRED, ID, END - TICK)
    assert (enrolled.status, enrolled.referral) == (
        Status.ENROLLED,
        replace(REFERRAL, status=ReferralStatus.ACCEPTED),
    )
    assert broken(rules.accept, REFERRED, ID, END) == ("referral_not_valid", {"status": "expired"})
    assert broken(rules.accept, enrolled, ID, NOW) == ("referral_not_valid", {"status": "accepted"})
    assert broken(rules.accept, REFERRED, OTHER, NOW)[0] == "referral_not_valid"
    assert broken(rules.accept, WAITING, ID, NOW) == ("referral_not_valid", {"status": "unknown"})


@pytest.mark.parametrize(("before", "removed"), [(0, False), (1, False), (2, True)])
def test_the_third_miss_removes(before: int, removed: bool) -> None:
    expired = rules.expire(replace(REFERRED, misses=before))
    assert expired.misses == before + 1
    assert expired.referral == replace(REFERRAL, status=ReferralStatus.EXPIRED)
    assert rules.missed_too_often(expired, DEFAULT) is removed


def test_who_comes_back_from_the_stop_list_waits_again() -> None:
    listed = rules.stop_list(rules.expire(REFERRED), END)
    assert (listed.status, listed.stop_listed_until, listed.waiting) == (Status.STOP_LISTED, END, False)
    back = rules.come_back(listed)
    assert (back.waiting, back.stop_listed_until, back.misses) == (True, None, 1)
    assert rules.remove(listed).status is Status.REMOVED
