"""The order of the queue and the hand-out of places (domain §5, §6.2, §6.6)."""

from dataclasses import dataclass, field
from itertools import product

from tools.simulate.tests.reference.rows import CLASSES, Child, Place, Queue, Turn

Group = list[Child]
Given = list[tuple[Child, Place]]


def klass_of(group: Group) -> str:
    """§5.4: the better class of the twins."""
    return min((twin.klass for twin in group), key=CLASSES.index)


def groups_of(queue: Queue, klass: str) -> list[Group]:
    """Returns the queued children of a class by ordering time, then number; twins as one (§5.1, §5.4)."""
    groups: list[Group] = []
    for child in queue.children:
        if child.state == "queued" and not any(child in group for group in groups):
            groups.append(child.standing())
    mine = [group for group in groups if klass_of(group) == klass]
    return sorted(mine, key=lambda group: (min(twin.time for twin in group), group[0].number))


def streams(owed: int) -> tuple[str, str, str]:
    """§5.2: extraordinary first; owed 0: priority, else general; owed > 0: general, else priority."""
    return ("extraordinary", "priority", "general") if owed == 0 else ("extraordinary", "general", "priority")


def stepped(queue: Queue, owed: int, klass: str, children: int) -> int:
    """Returns what is owed after so many children of a class were called together (§5.2, §5.4)."""
    if klass == "extraordinary":
        return owed
    if klass == "priority":
        return int(queue.policy["generals_per_priority"])
    return max(0, owed - children)


def positions(queue: Queue) -> dict[str, int]:
    """§5.2: the merged order from the current phase, by calling the next group again and again."""
    waiting = {klass: groups_of(queue, klass) for klass in CLASSES}
    owed, order = queue.owed, list[Child]()
    while any(waiting.values()):
        klass = next(klass for klass in streams(owed) if waiting[klass])
        group = waiting[klass].pop(0)
        owed = stepped(queue, owed, klass, len(group))
        order += group
    return {child.name: number for number, child in enumerate(order, 1)}


@dataclass
class Call:
    """Who is called for one place, and the groups that were passed over before."""

    klass: str | None = None
    given: Given = field(default_factory=list)
    skipped: list[Child] = field(default_factory=list)


def next_for(queue: Queue, place: Place, free: list[Place]) -> Call:
    """Returns the first group in order that is eligible for the place and finds places enough (§5.2, §5.4)."""
    call = Call()
    for klass in streams(queue.owed):
        for group in groups_of(queue, klass):
            if not any(queue.eligible(child, place) for child in group):
                continue
            given = placed(queue, group, place, free)
            if given:
                call.klass, call.given = klass, given
                return call
            call.skipped += group
    return call


def placed(queue: Queue, group: Group, place: Place, free: list[Place]) -> Given:
    """Returns places for the group, `place` among them, by trying everything; nothing where it must be passed over.

    All of them are called, or, where separate places are allowed, as many as find one; the lower number gets the
    place published first (§5.4, §6.6).
    """
    options = [[*(other for other in free if queue.eligible(child, other)), None] for child in group]
    ways = [way for way in product(*options) if place in way and len(set(way) - {None}) == len(way) - way.count(None)]
    if not all(child.separate for child in group):
        ways = [way for way in ways if None not in way]
    if not ways:
        return []
    last = len(queue.places)
    best = min(ways, key=lambda way: (way.count(None), [last if one is None else one.order for one in way]))
    return [(child, one) for child, one in zip(group, best, strict=True) if one is not None]


def hand_out(queue: Queue, places: list[Place]) -> None:
    """§6.2, §6.6: for each place in order the first eligible child is called; nobody eligible: free choice at once."""
    told: list[tuple[tuple[int, int], str, Child | None, Place]] = []
    free = sorted(places, key=lambda place: place.order)
    for place in free:
        place.state = "free"
    while free:
        place = free[0]
        call = next_for(queue, place, free)
        told += [((place.order, child.number), "skipped", child, place) for child in call.skipped]
        if call.klass is None:
            place.state = "open"
            free.remove(place)
            told.append(((place.order, len(queue.children) + 1), "opened", None, place))
            continue
        queue.owed = stepped(queue, queue.owed, call.klass, len(call.given))
        for child, one in call.given:
            start(queue, child, one)
            free.remove(one)
            told.append(((one.order, child.number), "called", child, one))
    for _, event, called, place in sorted(told, key=lambda line: line[0]):
        if called is None:
            queue.say(event, place=place)
        elif event == "skipped":
            queue.say(event, child=called, place=place)
        else:
            assert called.turn is not None
            queue.say(event, child=called, place=place, until=called.turn.term.until)


def start(queue: Queue, child: Child, place: Place) -> None:
    """§6.2: a turn begins."""
    queue.calls += 1
    term = queue.begin(child, queue.policy["choice_working_days"])
    child.turn = Turn(place, term, queue.calls, child.languages, dict(queue.policy))
    child.state, place.state = "notified", "held"
