"""Versions of policies of a district and of the region, and which of them holds when (domain §9.policy)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.queue.domain.order import same_order


@dataclass(frozen=True, kw_only=True)
class Version:
    """A version as it was published: of a district, or of the region without one; shipped if nobody signed it."""

    district: str | None
    number: int
    in_force_from: date
    policy: Policy
    published_at: datetime
    act_id: UUID | None = None


@dataclass(frozen=True)
class Standing:
    """What holds in a district on a day, what will hold, and what held or was replaced before it did, newest first."""

    in_force: Version
    coming: Sequence[Version]
    history: Sequence[Version]


def standing_on(day: date, versions: Sequence[Version]) -> Standing:
    """How the versions of one district and of the region stand on a day; one of the region's has begun."""
    holding = _timeline(versions)
    begun = [each for each in holding if each.in_force_from <= day]
    coming = [each for each in holding if each.in_force_from > day]
    others = [each for each in versions if each is not begun[-1] and each not in coming]
    newest_first = sorted(others, key=lambda each: (each.in_force_from, each.number), reverse=True)
    return Standing(begun[-1], coming, newest_first)


def ordered_since(after: date, today: date, versions: Sequence[Version]) -> date | None:
    """The last day later than `after`, today at the latest, from which a version orders children otherwise; or none."""
    holding = [each for each in _timeline(versions) if each.in_force_from <= today]
    begun = [
        later.in_force_from
        for earlier, later in pairwise(holding)
        if later.in_force_from > after and not same_order(earlier.policy, later.policy)
    ]
    return max(begun, default=None)


def _timeline(versions: Sequence[Version]) -> list[Version]:
    """Those that hold on some day, by their first: once a district has its own, the region's hold there no more."""
    own_from = min((each.in_force_from for each in versions if each.district), default=date.max)
    of_day: dict[date, Version] = {}
    for each in sorted(versions, key=lambda each: each.number):
        if each.district or each.in_force_from < own_from:
            of_day[each.in_force_from] = each
    return [of_day[day] for day in sorted(of_day)]
