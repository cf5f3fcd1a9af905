from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kezek.applications.domain.old_time import Former, kept_of
from kezek.contracts.ids import new_id
from kezek.contracts.policy import REFERRAL_PROFILE

FORMER = Former("34.UO.2025.00001.1", new_id(), "1134", datetime(2025, 3, 4, 4, 30, tzinfo=UTC), keeps=True)


@pytest.mark.parametrize(
    ("former", "district", "on_move", "kept"),
    [
        (None, "1134", True, False),
        (replace(FORMER, keeps=False), "1134", True, False),
        (FORMER, "1134", False, True),
        (FORMER, "1116", True, True),
        (FORMER, "1116", False, False),
    ],
)
def test_the_old_time_is_kept_in_the_same_district_and_elsewhere_as_by_a_move(
    former: Former | None, district: str, *, on_move: bool, kept: bool
) -> None:
    policy = replace(REFERRAL_PROFILE, old_time_kept_on_move=on_move)
    assert (kept_of([former] if former else [], district, policy) is not None) == kept


@pytest.mark.parametrize(("district", "on_move", "kept"), [("1134", True, 1), ("1134", False, 0), ("1116", False, 1)])
def test_who_came_there_by_a_transfer_stands_by_the_oldest_time_of_those_that_may_be_kept(
    district: str, *, on_move: bool, kept: int
) -> None:
    before = replace(
        FORMER, number="16.UO.2023.00007.1", district="1116", submitted_at=datetime(2023, 1, 1, tzinfo=UTC)
    )
    chain = [FORMER, replace(before, keeps=False)]
    policy = replace(REFERRAL_PROFILE, old_time_kept_on_move=on_move)
    assert kept_of(chain, district, policy) == chain[kept]
    assert kept_of([replace(FORMER, keeps=False), before], district, policy) is None, (
        "it is the last that a closing ended"
    )
