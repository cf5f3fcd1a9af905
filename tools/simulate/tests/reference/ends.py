"""What is due by itself (domain §6.7): checks, ends of turns and referrals, returns, ageing out, hand-out."""

from datetime import datetime, timedelta

from tools.simulate.tests.reference.choosing import finish
from tools.simulate.tests.reference.days import day_of, midnight
from tools.simulate.tests.reference.order import hand_out
from tools.simulate.tests.reference.rows import Child, Place, Queue


def play_until(queue: Queue, last: datetime) -> None:
    """Fires everything due up to and at `last`, instant by instant."""
    while (instant := next_due(queue)) is not None and instant <= last:
        queue.now = max(queue.now, instant)
        fire(queue)
    queue.now = last


def next_due(queue: Queue) -> datetime | None:
    due: list[datetime] = []
    for child in queue.children:
        if child.turn is not None:
            due.append(child.turn.term.until)
        if child.state == "referred" and child.referral is not None and child.referral.term is not None:
            due.append(child.referral.term.until)
        if child.stop is not None:
            due.append(child.stop.until)
        if child.state == "queued":
            due.append(queue.ages_out_at(child))
    due += [place.opens for place in queue.places.values() if place.state == "waiting" and place.opens is not None]
    due += [receipt.checked for receipt in queue.receipts]
    return min(due, default=None)


def fire(queue: Queue) -> None:
    """§6.7: the order of what is due at one instant; late checks of choices (§6.4) first."""
    finish(queue)
    freed: list[Place] = []
    for child in ended_now(queue):
        if child.turn is not None:
            lapse(queue, child)
        else:
            freed.append(expire(queue, child))
    for place in sorted(queue.places.values(), key=lambda place: place.order):
        if place.state == "waiting" and place.opens is not None and place.opens <= queue.now:
            open_place(queue, place)
    for child in queue.children:
        if child.stop is not None and child.stop.until <= queue.now:
            child.stop, child.state, child.term_ended = None, "queued", queue.now
            queue.say("returned", child=child)
    settle(queue, freed)


def settle(queue: Queue, freed: list[Place]) -> None:
    """Ageing out waits only for a term that runs (§4); then what is free is handed out (§6.7)."""
    for child in queue.children:
        if child.state == "queued" and queue.too_old(child):
            child.state = "removed"
            queue.say("removed", child=child, code="aged_out")
    hand_out(queue, freed)


def ended_now(queue: Queue) -> list[Child]:
    """Returns whose turn or referral ends now, by the place's publication."""
    found: list[tuple[int, Child]] = []
    for child in queue.children:
        turn, referral = child.turn, child.referral
        if turn is not None and turn.term.until <= queue.now:
            found.append((turn.place.order, child))
        term = referral.term if referral is not None and child.state == "referred" else None
        if referral is not None and term is not None and term.until <= queue.now:
            found.append((referral.place.order, child))
    return [child for _, child in sorted(found, key=lambda pair: pair[0])]


def lapse(queue: Queue, child: Child) -> None:
    """§6.4: no choice in time. The place opens, at once or at the policy's hour; the child stays without a miss."""
    turn = child.turn
    assert turn is not None
    child.turn, child.state, child.term_ended = None, "queued", queue.now
    queue.say("lapsed", child=child, place=turn.place)
    hour = turn.policy["free_choice_hour"]
    turn.place.state = "waiting"
    turn.place.opens = midnight(day_of(turn.term.until)) + timedelta(hours=hour or 0)
    if turn.place.opens <= queue.now:
        open_place(queue, turn.place)


def open_place(queue: Queue, place: Place) -> None:
    place.state, place.opens = "open", None
    queue.say("opened", place=place)


def expire(queue: Queue, child: Child) -> Place:
    """§7: void, a miss; the stop list, or after the third miss removed. Returns the freed place."""
    referral = child.referral
    assert referral is not None
    child.referral, child.term_ended = None, queue.now
    child.misses += 1
    queue.say("expired", child=child, place=referral.place)
    if child.misses >= referral.policy["misses_until_removal"]:
        child.state = "removed"
        queue.say("removed", child=child, code="missed")
    else:
        child.state = "stop_listed"
        child.stop = queue.begin(child, referral.policy["stop_list_working_days"])
        queue.say("stop_listed", child=child, until=child.stop.until)
    return referral.place
