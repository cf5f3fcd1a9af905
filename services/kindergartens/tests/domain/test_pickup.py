"""A pick-up code waits for its day, while the child is there, until it is used or withdrawn (domain §8.pickup)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, PickupState
from kezek.kindergartens.domain.pickup import Pickup, Use, check_day, give_way, new_code, withdraw
from kezek.kindergartens.domain.roster import Ending, Enrolment, Group
from kezek.platform.errors import RuleBrokenError

NOW = datetime(2026, 11, 30, 18, 59, tzinfo=UTC)
TODAY, A_DAY = date(2026, 11, 30), timedelta(days=1)
HERE, CHILD, PARENT = UUID(int=1), UUID(int=2), UUID(int=3)
GIVEN = Pickup(UUID(int=4), CHILD, PARENT, HERE, "Бір Адам", TODAY, NOW)
STAY = Enrolment(
    id=UUID(int=5),
    application_id=CHILD,
    applicant_id=PARENT,
    child_id=None,
    kindergarten_id=HERE,
    district="1110",
    referral_id=UUID(int=6),
    referral_number="1000000101",
    group=Group(2022, InstructionLanguage.KAZAKH, GroupKind.GENERAL),
    accepted_at=NOW - timedelta(days=30),
)
GONE = replace(STAY, ended_on=TODAY - A_DAY, ended_by=Ending.DEPARTED)
USED = replace(GIVEN, use=Use(NOW, UUID(int=7), None, UUID(int=8)))
WITHDRAWN = replace(GIVEN, withdrawn_at=NOW)


def why_not(given: Pickup, today: date = TODAY, stay: Enrolment = STAY) -> str:
    try:
        given.check_usable(today, [stay])
    except RuleBrokenError as broken:
        return broken.code
    return ""


def test_it_opens_on_its_day_only_while_the_child_is_there_once() -> None:
    assert why_not(GIVEN) == ""
    assert why_not(GIVEN, stay=replace(STAY, ended_on=TODAY, ended_by=Ending.DEPARTED)) == "", "the last day counts"
    assert why_not(GIVEN, TODAY + A_DAY) == why_not(GIVEN, TODAY - A_DAY) == "pickup_other_day"
    assert why_not(GIVEN, stay=GONE) == why_not(GIVEN, stay=replace(STAY, kindergarten_id=CHILD)) == "pickup_child_left"
    assert (why_not(USED), why_not(WITHDRAWN)) == ("pickup_used", "pickup_withdrawn")


def test_what_nobody_used_in_time_has_lapsed_and_what_was_used_or_withdrawn_stays_so() -> None:
    told = [each.state_on(day, [STAY]) for day in (TODAY, TODAY + A_DAY) for each in (GIVEN, USED, WITHDRAWN)]
    used, withdrawn = PickupState.USED, PickupState.WITHDRAWN
    assert told == [PickupState.WAITING, used, withdrawn, PickupState.LAPSED, used, withdrawn]
    assert GIVEN.state_on(TODAY, [GONE]) is PickupState.LAPSED


def test_only_what_waits_is_withdrawn_and_the_day_ends_with_kazakhstans() -> None:
    assert withdraw(GIVEN, NOW, [STAY]).state_on(TODAY, [STAY]) is PickupState.WITHDRAWN
    after_midnight = NOW + timedelta(minutes=2)
    for given, at, state in ((USED, NOW, "used"), (WITHDRAWN, NOW, "withdrawn"), (GIVEN, after_midnight, "lapsed")):
        with pytest.raises(RuleBrokenError) as refused:
            withdraw(given, at, [STAY])
        assert (refused.value.code, refused.value.params) == ("pickup_over", {"state": state})


def test_a_code_that_lapsed_with_the_childs_going_gives_way_to_a_new_one() -> None:
    assert GIVEN.state_on(TODAY, [GONE]) is PickupState.LAPSED
    assert give_way(GIVEN, NOW).state_on(TODAY, [GONE]) is PickupState.WITHDRAWN


def test_it_is_given_for_today_or_within_the_days_ahead() -> None:
    for days in (0, 7):
        check_day(TODAY + days * A_DAY, TODAY, 7)
    for days in (-1, 8):
        with pytest.raises(RuleBrokenError) as refused:
            check_day(TODAY + days * A_DAY, TODAY, 7)
        assert refused.value.params == {"first_day": "2026-11-30", "last_day": "2026-12-07"}


def test_codes_are_eight_digits_and_differ() -> None:
    codes = {new_code() for _ in range(200)}
    assert {len(each) for each in codes} == {8}
    assert all(each.isdigit() for each in codes)
    assert len(codes) > 190
