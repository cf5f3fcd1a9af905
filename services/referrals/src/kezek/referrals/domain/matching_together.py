"""Several places taken by one act, as by twins: which other turns hold which places then (domain §6.3, §6.6).

What one choice leaves to the others may be what the other needs: so all are seen at once. A matching of the turns that
stay is made that changes the fewest; then, in the order of the calls, each turn is given the earliest place that a
matching as good as that still lets it have.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from kezek.referrals.domain.matching import HeldTurn
from kezek.referrals.domain.place import Place


def exchange_together(
    others: Sequence[HeldTurn], taken: Iterable[UUID], free: Iterable[Place]
) -> list[tuple[HeldTurn, Place]] | None:
    """Which of the other turns hold other places once these are taken and the choosers' former ones are free.

    Returns:
        Each turn that changes with its new place, along the chains from those that lose theirs on: so nobody ever holds
        two; nothing when a turn would be left without a place that fits it.
    """
    losing = set(taken)
    losers = [each for each in others if each.place.id in losing]
    matching = _Matching(others, losing, free)
    if not all(matching.place(loser) for loser in losers):
        return None
    for turn in sorted(others, key=lambda each: each.called):
        matching.prefer_earlier(turn)
    return matching.chains(losers)


@dataclass
class _Ways:
    """How each turn would make its place free: at which cost in turns that change, and by going where."""

    costs: dict[UUID, int] = field(default_factory=dict)
    to: dict[UUID, Place] = field(default_factory=dict)


class _Matching:
    """The turns that stay, what each holds by now, which places none holds, and which turns have their place for good.

    Places are alike to whoever does not own them by queue, language and whom they are not for: `kinds` numbers these,
    `able` has for each turn those that fit it.
    """

    def __init__(self, turns: Sequence[HeldTurn], taken: Collection[UUID], free: Iterable[Place]) -> None:
        self.turns = {each.id: each for each in turns}
        self.owners = {each.place.id: each.id for each in turns}
        self.holds = {each.id: each.place for each in turns if each.place.id not in taken}
        self.free = {each.id: each for each in free}
        self.fixed: set[UUID] = set()
        places = [*self.holds.values(), *self.free.values()]
        samples = {_kind(place): place for place in places}
        numbers = {kind: number for number, kind in enumerate(samples)}
        self.kinds = {place.id: numbers[_kind(place)] for place in places}
        self.able = {
            one: {numbers[kind] for kind, place in samples.items() if _may_hold(turn, place)}
            for one, turn in self.turns.items()
        }

    def place(self, turn: HeldTurn) -> bool:
        """Give a turn that lost its own a place, at the least cost; whether there is one."""
        ways = self._ways(but=turn.id)
        able = [(place, cost) for place, cost in self._costs(ways) if self._fits(turn.id, place)]
        best = min(able, key=lambda each: (each[1], each[0].order), default=None)
        if best is not None:
            self._give(turn.id, best[0], ways)
        return best is not None

    def prefer_earlier(self, turn: HeldTurn) -> None:
        """Let the turn have, for good, the earliest place that it can without more turns changing."""
        self.fixed.add(turn.id)
        held = self.holds[turn.id]
        # another would have to change instead
        if held.id == turn.place.id and not any(self._changed(one) for one in self.turns if one not in self.fixed):
            return
        del self.holds[turn.id]
        self.free[held.id] = held
        ways, now = self._ways(but=turn.id), self._cost(turn.id, held)
        as_good = [place for place, cost in self._costs(ways) if self._cost(turn.id, place) + cost == now]
        able = [place for place in as_good if self._fits(turn.id, place)]
        self._give(turn.id, min(able, key=lambda place: place.order), ways)

    def chains(self, losers: Sequence[HeldTurn]) -> list[tuple[HeldTurn, Place]]:
        """The turns that hold another place now, from each loser along to the one that took a free one."""
        found: list[tuple[HeldTurn, Place]] = []
        for loser in losers:
            one: UUID | None = loser.id
            while one is not None:
                place = self.holds[one]
                found.append((self.turns[one], place))
                one = self.owners.get(place.id)
        return found

    def _ways(self, *, but: UUID) -> _Ways:
        """Of all turns that are not fixed: the cheapest way to a free place, through what others hold where need be."""
        ways, movable = _Ways(), [one for one in self.holds if one != but and one not in self.fixed]
        improved = True
        while improved:
            offers, improved = self._offers(ways), False
            for one in movable:
                for place, cost in offers:
                    way = cost + self._cost(one, place) - self._cost(one, self.holds[one])
                    if way < ways.costs.get(one, way + 1) and self._fits(one, place) and place != self.holds[one]:
                        ways.costs[one], ways.to[one], improved = way, place, True
        return ways

    def _costs(self, ways: _Ways) -> list[tuple[Place, int]]:
        """What it costs to have each place that can be had."""
        held = [(self.holds[one], cost) for one, cost in ways.costs.items()]
        return [*((place, 0) for place in self.free.values()), *held]

    def _offers(self, ways: _Ways) -> list[tuple[Place, int]]:
        """Of places that are alike the cheapest; and whatever its owner may go back to."""
        cheapest: dict[int, tuple[Place, int]] = {}
        back = []
        for place, cost in self._costs(ways):
            kind = self.kinds[place.id]
            if kind not in cheapest or cost < cheapest[kind][1]:
                cheapest[kind] = (place, cost)
            owner = self.owners.get(place.id)
            if owner is not None and self._changed(owner):
                back.append((place, cost))
        return [*cheapest.values(), *back]

    def _give(self, one: UUID, place: Place, ways: _Ways) -> None:
        """Give a turn a place; who held it goes on, until a free one is taken."""
        while place.id not in self.free:
            holder = next(each for each, held in self.holds.items() if held.id == place.id and each != one)
            self.holds[one] = place
            one, place = holder, ways.to[holder]
        self.holds[one] = self.free.pop(place.id)

    def _fits(self, one: UUID, place: Place) -> bool:
        return self.owners.get(place.id) == one or self.kinds[place.id] in self.able[one]

    def _cost(self, one: UUID, place: Place) -> int:
        """Whether the turn would hold another place than its own."""
        return int(self.owners.get(place.id) != one)

    def _changed(self, one: UUID) -> bool:
        held = self.holds.get(one)
        return held is None or self.owners.get(held.id) != one


def _kind(place: Place) -> tuple[object, ...]:
    return (place.queue, place.language, place.not_for)


def _may_hold(turn: HeldTurn, place: Place) -> bool:
    """As `fits`, of a place that is not the turn's own."""
    kept_out = place.is_not_for(turn.candidate.child)
    return place.queue == turn.place.queue and not kept_out and turn.has_language_of(place)
