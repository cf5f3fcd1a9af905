"""Running turns and the places they hold: who may take whose, and who holds which afterwards (domain §6.3, §6.6).

A turn's place taken by another leaves a chain: that turn takes the place of a second one, that one the place of a
third, the last one the chooser's former place. Each shortest chain changes the fewest turns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.place import Place


@dataclass(frozen=True)
class HeldTurn:
    """A child with a running turn, and the place that the turn holds."""

    candidate: Candidate
    place: Place

    @property
    def id(self) -> UUID:
        """The application."""
        return self.candidate.application_id

    @property
    def called(self) -> tuple[datetime, UUID]:
        """The order in which children were called: ids of turns are ordered by their making."""
        turn = self.candidate.turn
        if turn is None:
            raise LookupError("no turn runs")
        return (turn.began_at, turn.id)

    @property
    def by_round(self) -> bool:
        """Whether a round gave exactly this place (domain §9.rounds)."""
        return self.candidate.turn is not None and self.candidate.turn.by_round

    def has_language_of(self, place: Place) -> bool:
        """Whether the place's language is one with which the child was called (domain §6.6)."""
        turn = self.candidate.turn
        return turn is not None and place.language in turn.called_with.languages

    def fits(self, place: Place) -> bool:
        """Whether the turn may hold a place; that which it holds fits it always."""
        if place.id == self.place.id:
            return True
        kept_out = place.is_not_for(self.candidate.child) or self.candidate.is_in(place.kindergarten_id)
        return place.queue == self.place.queue and not kept_out and self.has_language_of(place)


def list_takeable(running: Sequence[HeldTurn], chooser: HeldTurn) -> list[Place]:
    """The places of other turns that a child may take: they fit it, and each other turn keeps one that fits.

    Returns:
        Them in the order of first publication.
    """
    able = _steps(_others(running, chooser), chooser.place)
    taken = [each.place for each in _others(running, chooser) if each.id in able and chooser.fits(each.place)]
    return sorted(taken, key=lambda place: place.order)


def exchange(running: Sequence[HeldTurn], chooser: HeldTurn, chosen: Place) -> list[tuple[HeldTurn, Place]]:
    """Which turns hold other places once a turn's place is taken: of all matchings the one that changes the fewest.

    Of several it is the one in which the turns called first hold the places published first. Nothing is exchanged
    where the place is the chooser's own.

    Returns:
        Each turn that changes with its new place, from the turn that lost the chosen one on; the last holds the
        chooser's former place.

    Raises:
        LookupError: when a turn would be left without a place that fits it.
    """
    others = {each.id: each for each in _others(running, chooser)}
    loser = next((each for each in others.values() if each.place.id == chosen.id), None)
    if loser is None:
        return []
    steps = _steps(list(others.values()), chooser.place)
    if loser.id not in steps:
        raise LookupError("a turn would be left without a place")
    chains = _Chains(loser, list(others.values()), steps, chooser.place)
    chains.narrow()
    return [(others[one], place) for one, place in chains.walk(loser.id)]


def _others(running: Sequence[HeldTurn], chooser: HeldTurn) -> list[HeldTurn]:
    return [each for each in running if each.id != chooser.id]


def _steps(turns: Sequence[HeldTurn], free: Place) -> dict[UUID, int]:
    """In how many exchanges, at least, each turn could give its place away while a free one is taken; none if never."""
    found: dict[UUID, int] = {}
    left, reached, step = list(turns), [free], 0
    while reached:
        step += 1
        # to who does not hold it a place is like any other of its language that keeps out the same children
        kinds = {
            (place.queue, place.language, place.not_for, _kept_out(left, place)): place for place in reached
        }.values()
        able = [each for each in left if any(each.fits(place) for place in kinds)]
        found |= {each.id: step for each in able}
        left = [each for each in left if each.id not in found]
        reached = [each.place for each in able]
    return found


def _kept_out(turns: Sequence[HeldTurn], place: Place) -> UUID | None:
    """The place's kindergarten, if one of the children is enrolled there."""
    return place.kindergarten_id if any(each.candidate.is_in(place.kindergarten_id) for each in turns) else None


class _Chains:
    """All shortest chains from one turn to the free place, narrowed turn by turn until one is left.

    `after` has for each turn of some chain which places it may go to, by the turns that hold them; the free place by
    its own id. `before` is its reverse, `layers` has the turns of each step.
    """

    def __init__(self, loser: HeldTurn, others: Sequence[HeldTurn], steps: dict[UUID, int], free: Place) -> None:
        self.free = free
        self.turns: dict[UUID, HeldTurn] = {}
        self.after: dict[UUID, dict[UUID, Place]] = {}
        self.before: dict[UUID, set[UUID]] = {}
        self.layers: dict[int, set[UUID]] = {}
        self.steps = steps
        level = [loser]
        for step in range(steps[loser.id], 0, -1):
            nearer = [each for each in others if steps.get(each.id) == step - 1]
            level = self._add(step, level, nearer)

    def _add(self, step: int, level: Sequence[HeldTurn], nearer: Sequence[HeldTurn]) -> list[HeldTurn]:
        """The turns of one step with where they may go; the next step's turns to which one does."""
        self.layers[step] = {each.id for each in level}
        places = {each.id: each.place for each in nearer} if step > 1 else {self.free.id: self.free}
        for each in level:
            self.turns[each.id] = each
            self.after[each.id] = {to: place for to, place in places.items() if each.fits(place)}
            for to in self.after[each.id]:
                self.before.setdefault(to, set()).add(each.id)
        return [each for each in nearer if each.id in self.before]

    def narrow(self) -> None:
        """Leave the chain by which, in the order of the calls, each turn holds the earliest place it can."""
        for each in sorted(self.turns.values(), key=lambda turn: turn.called):
            if each.id not in self.after:
                continue
            to, place = min(self.after[each.id].items(), key=lambda item: item[1].order)
            layer = self.layers[self.steps[each.id]]
            if len(layer) > 1 and each.place.order < place.order:
                self._drop([each.id])
            else:
                self._drop(list(layer - {each.id}))
                self._keep(each.id, to)

    def walk(self, one: UUID) -> list[tuple[UUID, Place]]:
        """The chain that is left."""
        found = []
        while one in self.after:
            ((to, place),) = self.after[one].items()
            found.append((one, place))
            one = to
        return found

    def _keep(self, one: UUID, kept: UUID) -> None:
        self._drop([to for to in list(self.after[one]) if to != kept and self._cut(one, to)])

    def _cut(self, one: UUID, to: UUID) -> bool:
        """Cut a way; whether no chain comes to its end any more."""
        del self.after[one][to]
        self.before[to].discard(one)
        return not self.before[to]

    def _drop(self, dead: list[UUID]) -> None:
        """Drop turns, and those which then are on no chain from the one end to the other."""
        while dead:
            one = dead.pop()
            if one not in self.after:
                continue
            self.layers[self.steps[one]].discard(one)
            dead += [to for to in list(self.after[one]) if self._cut(one, to)]
            del self.after[one]
            for earlier in self.before.pop(one, set()):
                del self.after[earlier][one]
                if not self.after[earlier]:
                    dead.append(earlier)
