"""Which version of a policy holds in a district on a day (domain §9.policy)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.queue.domain.policies import Version, standing_on


def version(number: int, begins: str, district: str | None = "1110") -> Version:
    return Version(
        district=district,
        number=number,
        in_force_from=date.fromisoformat(begins),
        policy=replace(REFERRAL_PROFILE, id=f"{district or 'region'}-{number}"),
        published_at=datetime(2026, 11, 1, tzinfo=UTC),
    )


SHIPPED = version(1, "2020-01-01", None)


def told(day: str, *versions: Version) -> tuple[str, list[str], list[str]]:
    standing = standing_on(date.fromisoformat(day), [SHIPPED, *versions])
    ids = [[each.policy.id for each in part] for part in (standing.coming, standing.history)]
    return standing.in_force.policy.id, *ids  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-30", ("region-1", ["1110-2", "1110-3"], [])),
        ("2026-12-01", ("1110-2", ["1110-3"], ["region-1"])),
        ("2026-12-10", ("1110-3", [], ["1110-2", "region-1"])),
    ],
)
def test_a_version_holds_from_its_day_until_the_next_ones(day: str, expected: object) -> None:
    assert told(day, version(3, "2026-12-10"), version(2, "2026-12-01")) == expected


def test_a_later_version_of_the_same_day_replaces_the_one_before() -> None:
    assert told("2026-11-30", version(2, "2026-12-01"), version(3, "2026-12-01")) == (
        "region-1",
        ["1110-3"],
        ["1110-2"],
    )


def test_a_version_signed_later_for_an_earlier_day_holds_until_the_one_signed_before() -> None:
    assert told("2026-12-05", version(2, "2026-12-10"), version(3, "2026-12-01")) == (
        "1110-3",
        ["1110-2"],
        ["region-1"],
    )


def test_what_the_region_changes_does_not_come_where_a_district_has_its_own_by_then() -> None:
    regions = (version(2, "2026-12-05", None), version(3, "2026-12-20", None))
    assert told("2026-12-01", *regions, version(2, "2026-12-10")) == ("region-1", ["region-2", "1110-2"], ["region-3"])
