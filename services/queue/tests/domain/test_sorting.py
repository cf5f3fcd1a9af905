"""From which day and how often a district is sorted anew, and what a sorting is known by (domain §9.sorting)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind
from kezek.platform.errors import RuleBrokenError
from kezek.queue.domain.sorting import OfAnotherYear, check_sorting, count_moves, due_day, mark_of

JUNE_30 = date(2027, 6, 30)


@pytest.mark.parametrize(
    ("day", "year", "due"),
    [
        ("06-30", 2027, JUNE_30),
        ("02-29", 2027, date(2027, 2, 28)),
        ("02-29", 2028, date(2028, 2, 29)),
        ("04-31", 2027, date(2027, 4, 30)),
    ],
)
def test_the_day_is_that_of_the_policy_or_the_last_of_a_shorter_month(day: str, year: int, due: date) -> None:
    assert due_day(replace(VOUCHER_PROFILE, sorted_anew_on=day), year) == due


@pytest.mark.parametrize(
    ("policy", "today", "sorted_on", "reason", "code"),
    [
        (REFERRAL_PROFILE, JUNE_30, None, None, "sorting_not_here"),
        (VOUCHER_PROFILE, date(2027, 6, 29), None, None, "sorting_too_early"),
        (VOUCHER_PROFILE, date(2027, 6, 29), None, "why", "sorting_too_early"),
        (VOUCHER_PROFILE, JUNE_30, None, None, None),
        (VOUCHER_PROFILE, date(2027, 12, 31), None, None, None),
        (VOUCHER_PROFILE, date(2027, 7, 1), JUNE_30, None, "sorted_already"),
        (VOUCHER_PROFILE, date(2027, 7, 1), JUNE_30, "why", None),
        (VOUCHER_PROFILE, date(2028, 1, 1), JUNE_30, "why", "sorting_too_early"),
        (VOUCHER_PROFILE, date(2028, 6, 30), JUNE_30, None, None),
    ],
)
def test_it_is_sorted_from_its_day_on_once_a_year_and_again_for_a_reason(
    policy: object, today: date, sorted_on: date | None, reason: str | None, code: str | None
) -> None:
    if code is None:
        assert check_sorting(policy, today, sorted_on, reason) == date(today.year, 6, 30)  # type: ignore[arg-type]
        return
    with pytest.raises(RuleBrokenError) as broken:
        check_sorting(policy, today, sorted_on, reason)  # type: ignore[arg-type]
    assert broken.value.code == code


def test_moves_are_counted_by_queue_and_year_and_known_by_who_moves() -> None:
    ref = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2023)
    first, second, third = (
        OfAnotherYear(UUID(int=number), ref, year, stands=True) for number, year in ((1, 2022), (2, 2022), (3, 2024))
    )
    assert count_moves([first, third, second]) == {(ref, 2022): 2, (ref, 2024): 1}
    assert mark_of([first, second]) == mark_of([second, first])
    assert mark_of([first, second]) != mark_of([first, third])
