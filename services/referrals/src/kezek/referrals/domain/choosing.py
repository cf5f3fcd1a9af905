"""A family chooses a place, and what other turns hold by that: pure decisions (domain §6.3, §6.4, §6.6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import local_day
from kezek.referrals.domain.candidate import Candidate, check_age, check_may_choose, check_turn_runs
from kezek.referrals.domain.decisions import ChosenPlace, Decision, Step, StepKind, refer
from kezek.referrals.domain.matching import HeldTurn, exchange, list_takeable
from kezek.referrals.domain.place import Place, hold, is_held_for
from kezek.referrals.domain.terms import Basis

Change = tuple[Candidate, Decision]
"""A child as it was, and what is decided about it."""


class Obstacle(StrEnum):
    """Why a child may not take a place, as the code of the refusal."""

    TAKEN = "place_taken"
    OPENS_LATER = "place_opens_later"
    OTHER_LANGUAGE = "place_other_language"
    CANCELLED_BEFORE = "place_cancelled_before"
    OWN_KINDERGARTEN = "place_of_own_kindergarten"
    NEEDED = "place_needed"
    TOO_YOUNG = "child_too_young"
    TOO_OLD = "child_too_old"


@dataclass(frozen=True)
class Wish:
    """A place that a family signs for, by the right of a turn or in free choice; the policy judges the child's age."""

    application_id: UUID
    place_id: UUID
    by_turn: UUID | None
    policy: Policy
    referral_id: UUID


@dataclass(frozen=True)
class Standing:
    """The children and the places of one queue that a choice is about, at an instant.

    Who takes a place that is held for another's turn needs all running turns here with what they hold; otherwise the
    chooser, the chosen place and the chooser's own are enough.
    """

    at: datetime
    children: Mapping[UUID, Candidate]
    places: Mapping[UUID, Place]

    @cached_property
    def running(self) -> list[HeldTurn]:
        """The turns that run at the instant, each with its place."""
        turns = [(child, child.turn) for child in self.children.values()]
        held = [
            HeldTurn(child, self.places[turn.place_id])
            for child, turn in turns
            if turn is not None and self.at < turn.term.ends_at and turn.place_id in self.places
        ]
        return [each for each in held if is_held_for(each.place, each.id)]

    @cached_property
    def exchangeable(self) -> list[HeldTurn]:
        """Those of them whose places may change: what a round gave is nobody else's (domain §9.rounds)."""
        return [each for each in self.running if not each.by_round]

    def takeable_by(self, mine: HeldTurn | None) -> list[Place]:
        """The places of other turns that a child may take by the right of its own."""
        return list_takeable(self.exchangeable, mine) if mine and not mine.by_round else []

    def turn_of(self, application_id: UUID) -> HeldTurn | None:
        """The child's running turn."""
        return next((each for each in self.running if each.id == application_id), None)

    def after(self, changes: Iterable[Change]) -> "Standing":
        """What stands once these decisions are saved, by their next versions."""
        decided = [decision for _, decision in changes]
        children = {
            _id(each.candidate): replace(each.candidate, version=self._version(each) + len(each.steps))
            for each in decided
        }
        places = {place.id: replace(place, version=place.version + 1) for each in decided for place in each.places}
        return Standing(self.at, {**self.children, **children}, {**self.places, **places})

    def _version(self, decision: Decision) -> int:
        return self.children[_id(decision.candidate)].version


def list_places(standing: Standing, candidate: Candidate, policy: Policy) -> list[tuple[Place, Obstacle | None]]:
    """The places of the standing with what keeps the child from taking each, if anything (domain §6.3).

    Those of the kindergarten in which the child is enrolled, if it is in one, are none of them (domain §7.transfer).
    `policy` is that of the day: in free choice the child's age is judged by it, also while a turn runs (§6.4).

    Returns:
        The one held for the child first, then those it may take, then the others, each in order of first publication;
        where a round gave a place, no other turn's.
    """
    mine = standing.turn_of(candidate.application_id)
    takeable = {place.id for place in standing.takeable_by(mine)}
    others = [place for place in standing.places.values() if not candidate.is_in(place.kindergarten_id)]
    age = _age_in_free_choice(candidate, policy, standing.at)
    found = [
        (place, _obstacle(standing, candidate, place, takeable) or (age if place.is_open(standing.at) else None))
        for place in others
    ]
    if mine and mine.by_round:
        found = [item for item in found if item[1] is None]
    return sorted(
        found, key=lambda item: (not is_held_for(item[0], _id(candidate)), item[1] is not None, item[0].order)
    )


def check_choice(standing: Standing, wish: Wish) -> None:
    """Refuse what may not be chosen (domain §6.3, §6.4).

    Raises:
        RuleBrokenError: `open_referral_exists`, `choice_not_allowed`, `turn_over`, `child_too_young`, `child_too_old`,
            or the code of an `Obstacle`.
    """
    candidate, place = standing.children[wish.application_id], standing.places[wish.place_id]
    check_may_choose(candidate)
    if wish.by_turn is not None:
        check_turn_runs(candidate, wish.by_turn, standing.at)
    # what the child was called with counts for the places of turns; in free choice it is its age of today
    check_age(_in_free_choice(candidate) if place.is_open(standing.at) else candidate, wish.policy, standing.at)
    mine = standing.turn_of(wish.application_id)
    takeable = {place.id for place in standing.takeable_by(mine)} if wish.by_turn else set()
    obstacle = _obstacle(standing, candidate, place, takeable)
    if obstacle is not None:
        raise _refusal(obstacle, place)


def choose(standing: Standing, wish: Wish, basis: Basis) -> list[Change]:
    """Give the chosen place's referral, then to each turn that loses its place by it another one (domain §6.6).

    A turn that holds another place goes on as it began: to the same end, by what the child was called with.

    Raises:
        RuleBrokenError: as `check_choice`.
    """
    check_choice(standing, wish)
    candidate, chosen = standing.children[wish.application_id], standing.places[wish.place_id]
    mine = standing.turn_of(wish.application_id)
    moved = exchange(standing.exchangeable, mine, chosen) if mine and not mine.by_round else []
    # the chooser's former place goes to a turn that lost its own, else it is offered to the next child
    choice = ChosenPlace(chosen, wish.by_turn, mine.place if mine and not moved else None)
    referred = refer(candidate, choice, referral_id=wish.referral_id, basis=basis, at=standing.at)
    exchanged = [(turn.candidate, hold_instead(turn, place, standing.at)) for turn, place in moved]
    return [(candidate, referred), *exchanged]


class Missing(StrEnum):
    """Which condition of a choice is missing (domain §6.3, §6.4)."""

    STATE = "state"
    STOP_LIST = "stop_list"
    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    NO_PLACE = "no_place"
    ROUND = "round"


@dataclass(frozen=True)
class Prospect:
    """Whether a child may choose now, else what is missing and from which day it is not, where a day is known."""

    missing: Missing | None = None
    from_day: date | None = None
    deadline_at: datetime | None = None


def prospect(candidate: Candidate, policy: Policy, at: datetime, *, any_open: bool) -> Prospect:
    """Whether the child may choose at an instant: by its running turn, or a place of its queue in free choice."""
    if candidate.status is Status.STOP_LISTED and candidate.stop_listed_until is not None:
        return Prospect(Missing.STOP_LIST, local_day(candidate.stop_listed_until))
    try:
        check_may_choose(candidate)
        check_age(candidate, policy, at)
    except RuleBrokenError as refusal:
        missing = _AGES.get(refusal.code, Missing.STATE)
        from_day = refusal.params.get("from_day")
        return Prospect(missing, date.fromisoformat(str(from_day)) if from_day else None)
    turn = candidate.turn if candidate.turn and at < candidate.turn.term.ends_at else None
    if turn is None and not any_open:
        return Prospect(Missing.ROUND if policy.distribution_in_rounds else Missing.NO_PLACE)
    return Prospect(deadline_at=turn.term.ends_at if turn else None)


_AGES = {"child_too_young": Missing.TOO_YOUNG, "child_too_old": Missing.TOO_OLD}


def _in_free_choice(candidate: Candidate) -> Candidate:
    """The child as any that waits: what it was called with does not count (domain §6.4)."""
    return replace(candidate, turn=None)


def _age_in_free_choice(candidate: Candidate, policy: Policy, at: datetime) -> Obstacle | None:
    try:
        check_age(_in_free_choice(candidate), policy, at)
    except RuleBrokenError as refusal:
        return Obstacle(refusal.code)
    return None


def _obstacle(standing: Standing, candidate: Candidate, place: Place, takeable: set[UUID]) -> Obstacle | None:
    if place.queue != candidate.queue:
        return Obstacle.TAKEN
    if candidate.is_in(place.kindergarten_id):
        return Obstacle.OWN_KINDERGARTEN
    if is_held_for(place, _id(candidate)) or place.id in takeable:
        return None
    if place.is_open(standing.at):
        mine = standing.turn_of(_id(candidate))
        # whom a round gave a place confirms exactly that one (domain §9.rounds)
        return Obstacle.NEEDED if mine is not None and mine.by_round else None
    return _obstacle_held(standing, candidate, place)


def _obstacle_held(standing: Standing, candidate: Candidate, place: Place) -> Obstacle:
    """Why a place of its queue is neither free nor the child's, nor may be exchanged for its own."""
    if place.status is PlaceStatus.OPENING:
        return Obstacle.OPENS_LATER
    mine = standing.turn_of(_id(candidate))
    if mine is None or place.status is not PlaceStatus.HELD:
        return Obstacle.TAKEN
    if place.is_not_for(candidate.child):
        return Obstacle.CANCELLED_BEFORE
    return Obstacle.NEEDED if mine.has_language_of(place) else Obstacle.OTHER_LANGUAGE


def _refusal(obstacle: Obstacle, place: Place) -> RuleBrokenError:
    match obstacle:
        case Obstacle.OPENS_LATER:
            return RuleBrokenError("place_opens_later", opens_at=place.opens_at.isoformat() if place.opens_at else "")
        case Obstacle.OTHER_LANGUAGE:
            return RuleBrokenError("place_other_language")
        case Obstacle.CANCELLED_BEFORE:
            return RuleBrokenError("place_cancelled_before")
        case Obstacle.OWN_KINDERGARTEN:
            return RuleBrokenError("place_of_own_kindergarten")
        case Obstacle.NEEDED:
            return RuleBrokenError("place_needed")
        case Obstacle.TAKEN:
            return RuleBrokenError("place_taken")
        case Obstacle.TOO_YOUNG | Obstacle.TOO_OLD:
            raise LookupError("the age is checked before")


def hold_instead(turn: HeldTurn, place: Place, at: datetime) -> Decision:
    """The turn goes on with another place (domain §6.6)."""
    running = turn.candidate.turn
    if running is None:
        raise LookupError("no turn runs")
    other = replace(running, place_id=place.id, kindergarten_id=place.kindergarten_id, language=place.language)
    steps = (Step(StepKind.TURN_EXCHANGED, Reason.PLACE_EXCHANGED),)
    return Decision(replace(turn.candidate, turn=other), at, steps, (hold(place, turn.id),))


def _id(candidate: Candidate) -> UUID:
    return candidate.application_id
