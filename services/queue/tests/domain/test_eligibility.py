"""Ages at the moment of the call (domain §5.5)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kezek.contracts.policy import REFERRAL_PROFILE as POLICY
from kezek.queue.domain.eligibility import birth_window


@pytest.mark.parametrize(
    ("born", "today", "called"),
    [
        (date(2024, 11, 21), date(2026, 11, 21), True),
        (date(2024, 11, 22), date(2026, 11, 21), False),
        (date(2020, 11, 22), date(2026, 11, 21), True),
        (date(2020, 11, 21), date(2026, 11, 21), False),
        (date(2024, 2, 29), date(2026, 2, 28), False),
        (date(2024, 2, 29), date(2026, 3, 1), True),
        (date(2022, 2, 28), date(2024, 2, 28), True),
        (date(2022, 2, 28), date(2024, 2, 29), True),
        (date(2022, 3, 1), date(2024, 2, 29), False),
        (date(2024, 12, 31), date(2026, 12, 31), True),
        (date(2024, 1, 1), date(2025, 12, 31), False),
    ],
)
def test_called_from_two_years_until_the_sixth_birthday(born: date, today: date, *, called: bool) -> None:
    assert (born in birth_window(today, POLICY)) is called


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 8 * 366))
def test_window_is_the_age_in_full_years(born: date, days: int) -> None:
    today = born + timedelta(days=days)
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    assert (born in birth_window(today, POLICY)) is (2 <= years < 6)
