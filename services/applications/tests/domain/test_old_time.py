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
    assert (kept_of(former, district, policy) is not None) == kept
