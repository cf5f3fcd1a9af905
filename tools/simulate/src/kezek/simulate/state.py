"""What stands at an instant: candidates, places and terms, as the services keep them in their tables."""

import heapq
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.contracts.values import QueuedChild, QueueRef, StandsThen
from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.workdays import Calendar
from kezek.queue.domain.queue import Entry
from kezek.referrals.domain.candidate import Candidate, told
from kezek.referrals.domain.decisions import Decision
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.terms import Basis, RunningTerm
from kezek.simulate.order import Order


@dataclass
class State:
    """One queue and all that its rules know of it.

    `names` has the scenario's names of applications and places by their ids; `applications` the newest application of
    each child, `places_by_name` each place.
    """

    queue: QueueRef
    policy: Policy
    calendar: Calendar
    order: Order = field(default_factory=Order)
    candidates: dict[UUID, Candidate] = field(default_factory=dict)
    places: dict[UUID, Place] = field(default_factory=dict)
    terms: dict[UUID, RunningTerm] = field(default_factory=dict)
    names: dict[UUID, str] = field(default_factory=dict)
    applications: dict[str, UUID] = field(default_factory=dict)
    # each child, and the applications that it has had
    children: dict[str, UUID] = field(default_factory=dict)
    of_child: dict[UUID, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    places_by_name: dict[str, UUID] = field(default_factory=dict)
    kindergartens: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    closed: set[str] = field(default_factory=set)
    policies: dict[str, Policy] = field(default_factory=dict)
    in_turn: set[UUID] = field(default_factory=set)
    # who is linked with whom, by the group of twins
    twins: dict[UUID | None, list[UUID]] = field(default_factory=dict)
    # at which time a child of a closed kindergarten may queue again
    old_times: dict[str, datetime] = field(default_factory=dict)
    # the ids of kindergartens, and which of them families wish
    gardens: dict[str, UUID] = field(default_factory=dict)
    wishes: dict[UUID, tuple[UUID, ...]] = field(default_factory=dict)
    # the last ends of benefits that are known, and the transfers of each enrolment
    ends: dict[UUID, tuple[StandsThen, ...]] = field(default_factory=dict)
    transfers: dict[UUID, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    due: list[tuple[datetime, UUID]] = field(default_factory=list)
    made: int = 0

    def __post_init__(self) -> None:
        """The first policy is known."""
        self.enforce(self.policy)

    def new_id(self) -> UUID:
        """An id that is later than all before: what is made first comes first."""
        self.made += 1
        return UUID(int=self.made)

    def basis(self) -> Basis:
        """By what is judged what begins now."""
        return Basis(self.policy, self.calendar)

    def basis_of(self, policy: str) -> Basis:
        """The policy that a term keeps, and the calendar of now."""
        return Basis(self.policies[policy], self.calendar)

    def enforce(self, policy: Policy) -> None:
        """A policy is in force from now on."""
        self.policy = policy
        self.policies[policy.id] = policy

    def begin(self, name: str, candidate: Candidate) -> None:
        """A child's application is queued."""
        self.names[candidate.application_id] = name
        self.applications[name] = candidate.application_id
        self.children[name] = candidate.child.child_id
        self.of_child[candidate.child.child_id].append(candidate.application_id)
        self.candidates[candidate.application_id] = candidate
        if candidate.waiting:
            self.order.enter(entry_of(candidate))
        if candidate.child.transfer is not None:
            self.transfers[candidate.child.transfer.application_id].append(candidate.application_id)

    def tell(self, child: QueuedChild) -> None:
        """What applications says of a child by now; it counts from the next call (domain §6.6)."""
        before = self.candidates[child.application_id]
        if before.waiting:
            self.order.leave(entry_of(before))
        after = told(before, child, before.queue)
        self.candidates[child.application_id] = after
        if after.waiting:
            self.order.enter(entry_of(after))

    def kept_out(self, place: Place) -> tuple[UUID, ...]:
        """The applications of those who are not called for a place: who gave it back, and who is there (§6.6, §7)."""
        gave_back = [application for child in sorted(place.not_for) for application in self.of_child[child]]
        asking = [each for those in self.transfers.values() for each in those]
        return (*gave_back, *(each for each in asking if self.candidates[each].is_in(place.kindergarten_id)))

    def garden(self, name: str) -> UUID:
        """The id of a kindergarten."""
        if name not in self.gardens:
            self.gardens[name] = self.new_id()
        return self.gardens[name]

    def publish(self, name: str, kindergarten: str | None, place: Place) -> None:
        """A place is known; one without a kindergarten stands alone."""
        self.names[place.id] = name
        self.places_by_name[name] = place.id
        if kindergarten is not None:
            self.kindergartens[kindergarten].append(place.id)
        self.keep(place)

    def places_of(self, kindergarten: str) -> list[Place]:
        """The places of a kindergarten in the order of their publication."""
        return [self.places[each] for each in self.kindergartens[kindergarten]]

    def save(self, decision: Decision) -> Candidate:
        """Keep all that a decision changes.

        Returns:
            The candidate as it was before.
        """
        after = decision.candidate
        application_id = after.application_id
        before = self.candidates[application_id]
        self.candidates[application_id] = after
        for place in decision.places:
            self.keep(place)
        self._keep_terms(application_id, decision)
        if before.waiting and not after.waiting:
            self.order.leave(entry_of(before))
        elif after.waiting and not before.waiting:
            self.order.enter(entry_of(after))
        (self.in_turn.discard if after.turn is None else self.in_turn.add)(application_id)
        return before

    def keep(self, place: Place) -> None:
        """Keep a place, and its hour if it waits for that."""
        self.places[place.id] = place
        if place.status is PlaceStatus.OPENING and place.opens_at is not None:
            self.wait(place.opens_at, place.id)

    def wait(self, until: datetime, of: UUID) -> None:
        """Something may be due then of this application or place."""
        heapq.heappush(self.due, (until, of))

    def _keep_terms(self, application_id: UUID, decision: Decision) -> None:
        if decision.ended:
            self.terms.pop(application_id, None)
        for term in decision.begun:
            self.keep_term(application_id, term)

    def keep_term(self, application_id: UUID, term: RunningTerm) -> None:
        """A term runs from now on."""
        self.terms[application_id] = term
        self.wait(term.term.ends_at, application_id)


def entry_of(candidate: Candidate) -> Entry:
    """A child as it stands in the order."""
    return Entry(candidate.child, f"{candidate.serial:09}")


def in_order_of_places(places: Iterable[Place]) -> list[Place]:
    """Places in the order of their first publication (domain §6.7)."""
    return sorted(places, key=lambda place: place.order)
