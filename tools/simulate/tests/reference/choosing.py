"""Choosing a place (domain §6.3, §6.4, §6.6): receipts, what may be taken, who exchanges."""

from itertools import permutations

from tools.simulate.tests.reference.order import hand_out
from tools.simulate.tests.reference.rows import Child, Place, Queue, Receipt, Referral, Turn, of_age

Moves = list[tuple[Child, Place]]
AGES = ("called_from_months", "called_below_months")


def running(queue: Queue) -> list[tuple[Child, Turn]]:
    """Returns the children whose turns run, the first called first."""
    found = [(child, child.turn) for child in queue.children if child.turn is not None]
    return sorted(found, key=lambda pair: pair[1].called)


def rematched(queue: Queue, chooser: Child, place: Place) -> Moves | None:
    """Returns which turns change to which places if the chooser takes a held one; None: one would be left without.

    §6.6 by trying all ways: the fewest changes; of several, the turns called first get the places published first.
    """
    others = [(child, turn) for child, turn in running(queue) if child is not chooser]
    assert chooser.turn is not None
    places = [turn.place for _, turn in others if turn.place is not place] + [chooser.turn.place]
    ways = [
        way
        for way in permutations(places)
        if all(fits(child, turn, one) for (child, turn), one in zip(others, way, strict=True))
    ]
    if not ways:
        return None

    def cost(way: tuple[Place, ...]) -> tuple[int, list[int]]:
        changed = sum(turn.place is not one for (_, turn), one in zip(others, way, strict=True))
        return changed, [one.order for one in way]

    best = min(ways, key=cost)
    return [(child, one) for (child, turn), one in zip(others, best, strict=True) if turn.place is not one]


def fits(child: Child, turn: Turn, place: Place) -> bool:
    """§6.6: judged by what the child was called with; it is not called for a place it gave back by cancelling."""
    return turn.place is place or (place.language in turn.languages and place.id not in child.given_back)


def objection(queue: Queue, receipt: Receipt) -> str | None:
    """Returns why the child may not take the place now, if it may not; its age is that of the receipt's day."""
    child, place = receipt.child, receipt.place
    if child.state not in {"queued", "notified"}:
        return "not_choosing"  # §6.4: not who is stop-listed or has an open referral
    if place.state in {"taken", "gone"}:
        return "not_there"
    if child.turn is not None:
        return with_turn(queue, receipt, child.turn)
    return without_turn(receipt)


def with_turn(queue: Queue, receipt: Receipt, turn: Turn) -> str | None:
    """§6.3: of its own turn any place that fits, if no other running turn is left without one; or a free one."""
    child, place = receipt.child, receipt.place
    if place is turn.place:
        return None
    if place.state == "held":
        if not fits(child, turn, place):
            return "does_not_fit"
        return None if rematched(queue, child, place) is not None else "leaves_other_without"
    return without_turn(receipt)


def without_turn(receipt: Receipt) -> str | None:
    """§6.4: a place in free choice, whatever its language; age limits."""
    if receipt.place.state != "open":
        return "not_open"
    first, last = (of_age(receipt.child, receipt.at, receipt.policy[name]) for name in AGES)
    return None if first and not last else "age"


def receive(queue: Queue, receipt: Receipt) -> None:
    """§6.4: the receipt counts. A check that ends within the minute is as if it ended at once.

    What comes later is judged by its own receipt and waits for it. One that ends later holds nobody back: it is decided
    when it ends, by what stands then, and dated at its receipt all the same.
    """
    code = objection(queue, receipt)
    if code is not None:
        queue.say("rejected", child=receipt.child, place=receipt.place, code=code)
    elif receipt.checked <= receipt.held_until:
        decide(queue, receipt)
    else:
        queue.receipts.append(receipt)


def finish(queue: Queue) -> None:
    """Decides the late receipts whose check ends now, in order of receipt."""
    for receipt in [one for one in queue.receipts if one.checked <= queue.now]:
        queue.receipts.remove(receipt)
        decide(queue, receipt)


def decide(queue: Queue, receipt: Receipt) -> None:
    child, place = receipt.child, receipt.place
    code = objection(queue, receipt)
    if code is not None:
        queue.say("rejected", receipt.at, child=child, place=place, code=code)
        return
    take(queue, receipt)


def take(queue: Queue, receipt: Receipt) -> None:
    """The referral appears; a place held for another's turn is exchanged, the own held place goes on (§6.6)."""
    child, place = receipt.child, receipt.place
    former = child.turn.place if child.turn is not None else None
    moves = (rematched(queue, child, place) or []) if place.state == "held" and place is not former else []
    goes_on = [former] if former is not None and former is not place and place.state != "held" else []
    child.turn = None
    child.state, place.state = "referred", "taken"
    term = queue.begin(child, receipt.policy["referral_working_days"], receipt.at)
    child.referral = Referral(place, receipt.at, dict(receipt.policy), term)
    queue.say("referred", receipt.at, child=child, place=place, until=term.until)
    for other, one in moves:
        assert other.turn is not None
        other.turn.place = one
    for other, one in sorted(moves, key=lambda move: move[1].order):
        queue.say("exchanged", receipt.at, child=other, place=one)
    hand_out(queue, goes_on)
