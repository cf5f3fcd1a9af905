"""What an administrator may change of the rules, and when at the earliest (domain §9): nothing is judged backwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kezek.contracts.benefits import Benefit
from kezek.contracts.policy import Policy
from kezek.platform.errors import RuleBrokenError


@dataclass(frozen=True)
class YearDays:
    """The single days of a year that are set otherwise, and whether the year is confirmed."""

    worked: frozenset[date]
    free: frozenset[date]
    confirmed: bool

    def changed_days(self, other: "YearDays") -> frozenset[date]:
        """Days that are set in one of both only, or otherwise."""
        return (self.worked ^ other.worked) | (self.free ^ other.free)


def check_policy(begins: date, before: Policy, after: Policy, of_region: Policy | None, today: date) -> None:
    """Refuse a version that begins today or before, or changes nothing, or a district's other quiet hours.

    Notices leave by the region's hours (domain §6.2): `of_region` is its policy of that day, for a district's version.
    Rounds go by numbered categories, and who does not confirm falls out of them to be restored (domain §9.rounds).

    Raises:
        RuleBrokenError: `change_begins_too_early`, `nothing_changed`, `quiet_hours_are_the_regions`,
            `rounds_need_categories_and_restoring`.
    """
    _check_begins(begins, today)
    if _numbers(before) == _numbers(after):
        raise RuleBrokenError("nothing_changed")
    if of_region is not None and _quiet_hours(after) != _quiet_hours(of_region):
        raise RuleBrokenError("quiet_hours_are_the_regions")
    if after.distribution_in_rounds and not (after.numbered_categories and after.restorable_calendar_days):
        raise RuleBrokenError("rounds_need_categories_and_restoring")


def check_calendar(before: YearDays, after: YearDays, today: date) -> None:
    """Refuse a change of today or of a day that is over, and one that changes nothing.

    Raises:
        RuleBrokenError: `change_begins_too_early`, `nothing_changed`.
    """
    if before == after:
        raise RuleBrokenError("nothing_changed")
    for day in sorted(before.changed_days(after)):
        _check_begins(day, today)


def check_benefits(before: Sequence[Benefit], after: Sequence[Benefit]) -> None:
    """Refuse a list that is the same.

    Raises:
        RuleBrokenError: `nothing_changed`.
    """
    if tuple(before) == tuple(after):
        raise RuleBrokenError("nothing_changed")


def _check_begins(begins: date, today: date) -> None:
    if begins <= today:
        raise RuleBrokenError("change_begins_too_early", from_day=(today + timedelta(days=1)).isoformat())


def _numbers(policy: Policy) -> dict[str, object]:
    return {name: value for name, value in vars(policy).items() if name != "id"}


def _quiet_hours(policy: Policy) -> tuple[int, int]:
    return policy.quiet_from_hour, policy.quiet_until_hour
