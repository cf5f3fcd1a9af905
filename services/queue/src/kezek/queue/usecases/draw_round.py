"""What a round would give now: by the order of a district and the places that wait for it (domain §9.rounds)."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import cast
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind
from kezek.platform import policies
from kezek.platform.db import ReadTx
from kezek.platform.errors import Conflict
from kezek.platform.workdays import local_day
from kezek.queue.adapters import rounds
from kezek.queue.adapters.rounds import Kept
from kezek.queue.adapters.wishes import list_seekers
from kezek.queue.domain.eligibility import BirthWindow, birth_window
from kezek.queue.domain.rounds import Given, Round, Seeker, distribute


@dataclass(frozen=True)
class OfQueue:
    """Of one queue: so many places wait for the round, and so many of them it gives."""

    kind: GroupKind
    group_year: int
    places: int
    given: int


@dataclass(frozen=True)
class Drawn:
    """A round that is not held yet: who takes part, with which places, and what comes of it."""

    district: str
    policy: Policy
    window: BirthWindow
    seekers: Sequence[Seeker]
    kept: Sequence[Kept]
    found: Round

    @cached_property
    def wishing(self) -> int:
        """How many children have named a kindergarten."""
        return sum(bool(each.wishes) for each in self.seekers)

    @cached_property
    def seeker_of(self) -> dict[Hashable, Seeker]:
        """By its application."""
        return {each.application_id: each for each in self.seekers}

    @cached_property
    def kept_of(self) -> dict[Hashable, Kept]:
        """By its place."""
        return {each.place.place_id: each for each in self.kept}

    def place_of(self, given: Given) -> Kept:
        """The place that is given."""
        return self.kept_of[given.place_id]

    @property
    def called(self) -> list[UUID]:
        """The applications that get a place, in the order of the round."""
        return [application_of(each) for each in self.found.given]

    @property
    def unseated(self) -> dict[UUID, str]:
        """The applications that wish something and get nothing, each with its queue."""
        waiting = [self.seeker_of[each] for each in self.found.waiting]
        return {
            cast("UUID", each.application_id): str(QueueRef(self.district, each.kind, each.group_year))
            for each in waiting
            if each.wishes
        }

    def by_queue(self) -> list[OfQueue]:
        """The queues that have places, by kind and the youngest first."""
        given = [self.place_of(each).queue for each in self.found.given]
        free = [each.queue for each in self.kept]
        return [
            OfQueue(ref.kind, ref.group_year, free.count(ref), given.count(ref))
            for ref in sorted(set(free), key=lambda ref: (ref.kind.value, ref.group_year), reverse=True)
        ]


def application_of(given: Given) -> UUID:
    """The application; the domain takes any key."""
    return cast("UUID", given.application_id)


async def draw_round(tx: ReadTx, district: str, queues: Sequence[str], at: datetime) -> Drawn:
    """What a round of these queues of a district would give at an instant.

    Raises:
        Conflict: `rounds_not_here`.
    """
    policy = await policies.load(tx, district, local_day(at))
    if not policy.distribution_in_rounds:
        raise Conflict("rounds_not_here")
    window = birth_window(local_day(at), policy)
    seekers, kept = await list_seekers(tx, queues), await rounds.list_kept(tx, queues)
    found = distribute(seekers, [each.place for each in kept], window)
    return Drawn(district, policy, window, seekers, kept, found)
