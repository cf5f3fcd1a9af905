"""How many children a group of a kindergarten may have, has, and is going to have (domain §6.1)."""

from dataclasses import dataclass, replace
from datetime import date

from kezek.kindergartens.domain.roster import Group
from kezek.platform.errors import RuleBrokenError

YEARS = 8
"""How far back groups go: children leave a kindergarten before they are seven."""


@dataclass(frozen=True)
class Capacity:
    """A group's norm and who counts against it; without a norm nothing is refused.

    `earlier` are the children enrolled before the system, as the kindergarten has signed; `enrolled` those of the
    roster; `on_the_way` have taken a place and are not accepted yet; `published` are places that nobody has taken.
    """

    group: Group
    norm: int | None = None
    earlier: int = 0
    enrolled: int = 0
    on_the_way: int = 0
    published: int = 0
    version: int = 0

    @property
    def free(self) -> int | None:
        """What is left of the norm; below zero where there are more children than it allows. None without a norm."""
        taken = self.earlier + self.enrolled + self.on_the_way + self.published
        return None if self.norm is None else self.norm - taken


def check_room(capacity: Capacity, places: int) -> None:
    """Refuse to publish more places than are free, with all the numbers (domain §6.1).

    Raises:
        RuleBrokenError: `more_places_than_free`.
    """
    free = capacity.free
    if free is None or places <= free:
        return
    raise RuleBrokenError(
        "more_places_than_free",
        places=places,
        free=free,
        norm=capacity.norm,
        earlier=capacity.earlier,
        enrolled=capacity.enrolled,
        on_the_way=capacity.on_the_way,
        published=capacity.published,
    )


def without_one(capacity: Capacity) -> Capacity:
    """The group once one of its children has left."""
    return replace(capacity, enrolled=capacity.enrolled - 1)


def check_group(group: Group, on: date) -> None:
    """Refuse a group of children that no kindergarten has.

    Raises:
        RuleBrokenError: `group_year_not_offered`.
    """
    first, last = on.year - YEARS + 1, on.year
    if not first <= group.group_year <= last:
        raise RuleBrokenError("group_year_not_offered", first=first, last=last)
