"""Children go over from one group of their kindergarten to another, in the month for it (domain §7.roster)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import GroupKind
from kezek.kindergartens.domain.roster import Beginning, Ending, Enrolment, Group, check_present
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import local_day, month_of


def moving_days(policy: Policy, today: date) -> tuple[date, date] | None:
    """The first and the last day of the policy's month, this year's unless it is over; None where it is all year."""
    month = policy.groups_moved_in_month
    if month is None:
        return None
    year = today.year if today.month <= month else today.year + 1
    return month_of(date(year, month, 1))


def check_month(policy: Policy, at: datetime) -> None:
    """Refuse outside the policy's month, by Kazakhstan's clock.

    Raises:
        RuleBrokenError: `groups_not_moved_now` with the month, by its number.
    """
    month = policy.groups_moved_in_month
    if month is not None and local_day(at).month != month:
        raise RuleBrokenError("groups_not_moved_now", month=month)


def check_regrouping(children: Sequence[Enrolment], to: Group) -> None:
    """Refuse what is not a move of present children of one group to another one.

    Into a correctional group nobody comes but by the commission's conclusion, and so by an application (domain §5.1).

    Raises:
        RuleBrokenError: `child_not_in_group`, `children_of_several_groups`, `group_is_the_same`,
            `conclusion_required`.
    """
    for each in children:
        check_present(each)
    groups = {each.group for each in children}
    if len(groups) != 1:
        raise RuleBrokenError("children_of_several_groups")
    if to in groups:
        raise RuleBrokenError("group_is_the_same")
    if to.kind is GroupKind.CORRECTIONAL and children[0].group.kind is not GroupKind.CORRECTIONAL:
        raise RuleBrokenError("conclusion_required")


def regroup(child: Enrolment, to: Group, enrolment_id: UUID, at: datetime) -> tuple[Enrolment, Enrolment]:
    """The stay that ends and the one that begins: on that day the child is in both."""
    ended = replace(child, ended_by=Ending.REGROUPED, ended_on=local_day(at), ended_at=at)
    begun = replace(
        child, id=enrolment_id, group=to, begun_by=Beginning.REGROUPED, moved_at=at, version=child.version + 1
    )
    return ended, begun
