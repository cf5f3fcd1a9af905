"""What people do (domain §4, §6.1, §6.6, §7): one function a step; it returns why the act is impossible, or None."""

from datetime import timedelta

from tools.simulate.tests.reference.ends import settle
from tools.simulate.tests.reference.rows import Child, Place, Queue, Referral


def arrive(queue: Queue, child: Child) -> str | None:
    """§7: where papers need not precede acceptance, «келді» stops the clock."""
    referral = child.referral
    if child.state != "referred" or referral is None or referral.term is None:
        return "no_clock"
    if referral.policy["papers_before_acceptance"]:
        return "papers_first"
    stop_clock(queue, referral)
    queue.say("arrived", child=child)
    return None


def papers(queue: Queue, child: Child) -> str | None:
    """§7, §8: with an active referral; the clock stops."""
    if child.state != "referred" or child.referral is None:
        return "not_referred"
    stop_clock(queue, child.referral)
    child.state = "papers_submitted"
    queue.say("papers_submitted", child=child)
    return None


def stop_clock(queue: Queue, referral: Referral) -> None:
    if referral.term is not None:
        referral.left = queue.calendar.left(referral.term.begun, queue.now, referral.term.until)
        referral.term = None


def return_papers(queue: Queue, child: Child) -> str | None:
    """§7: gives back the working days that were left; once overruled the validity no longer runs."""
    referral = child.referral
    if child.state != "papers_submitted" or referral is None:
        return "no_papers"
    child.state = "referred"
    if not referral.overruled and referral.left is not None:
        referral.term = queue.begin(child, referral.left)
    queue.say("papers_returned", child=child, until=referral.term.until if referral.term else None)
    return None


def accept(queue: Queue, child: Child) -> str | None:
    """§7: after papers where the policy says so; once overruled the kindergarten must."""
    referral = child.referral
    if child.state not in {"referred", "papers_submitted"} or referral is None:
        return "not_referred"
    needs = referral.policy["papers_before_acceptance"] and not referral.overruled
    if needs and child.state != "papers_submitted":
        return "papers_first"
    child.state = "enrolled"
    queue.say("accepted", child=child, place=referral.place)
    return None


def refuse(queue: Queue, child: Child) -> str | None:
    """§7: an officer decides then; the validity does not run out meanwhile. Once overruled it must accept."""
    referral = child.referral
    if child.state not in {"referred", "papers_submitted"} or referral is None:
        return "not_referred"
    if referral.overruled:
        return "must_accept"
    stop_clock(queue, referral)
    child.state = "refusal_review"
    queue.say("refused", child=child, place=referral.place)
    return None


def uphold(queue: Queue, child: Child) -> str | None:
    """§7: not enrolled, its place in the queue not restored; §6.6 the place goes on."""
    if child.state != "refusal_review":
        return "no_review"
    place = give_up_referral(child)
    child.state = "refused"
    queue.say("upheld", child=child)
    settle(queue, [place])
    return None


def overrule(queue: Queue, child: Child) -> str | None:
    """§7: referred again, the kindergarten must accept, the validity no longer runs."""
    if child.state != "refusal_review" or child.referral is None:
        return "no_review"
    child.state = "referred"
    child.referral.overruled = True
    queue.say("overruled", child=child)
    return None


def give_up_referral(child: Child) -> Place:
    assert child.referral is not None
    place, child.referral = child.referral.place, None
    return place


def cancel(queue: Queue, child: Child) -> str | None:
    """§7: within 24 hours of issue, no miss; §6.6 it is not called again for this place."""
    referral = child.referral
    if child.state != "referred" or referral is None:
        return "not_referred"
    if queue.now >= referral.issued + timedelta(hours=referral.policy["cancel_hours"]):
        return "late"
    place = give_up_referral(child)
    child.given_back.add(place.id)
    child.state = "queued"
    queue.say("cancelled", child=child, place=place)
    settle(queue, [place])
    return None


def withdraw(queue: Queue, child: Child) -> str | None:
    """§4: until enrolment; voids an open turn or referral without a miss."""
    if child.state not in {"queued", "notified", "referred", "papers_submitted", "refusal_review", "stop_listed"}:
        return "not_waiting"
    freed = end_turn(queue, child, "withdrawn")
    if child.referral is not None:
        freed.append(give_up_referral(child))
        queue.say("voided", child=child, place=freed[-1])
    child.stop, child.state = None, "withdrawn"
    queue.say("withdrawn", child=child)
    settle(queue, freed)
    return None


def end_turn(queue: Queue, child: Child, code: str) -> list[Place]:
    """A running turn ends without a miss (§6.6). Returns the place that it held."""
    if child.turn is None:
        return []
    place, child.turn = child.turn.place, None
    queue.say("turn_ended", child=child, place=place, code=code)
    return [place]


def move(queue: Queue, child: Child) -> str | None:
    """§4: while queued, notified or stop-listed; here it is out of this queue."""
    if child.state not in {"queued", "notified", "stop_listed"}:
        return "not_waiting"
    freed = end_turn(queue, child, "moved")
    child.stop, child.state = None, "removed"
    child.moved = True
    queue.say("removed", child=child, code="moved")
    settle(queue, freed)
    return None


def depart(queue: Queue, child: Child) -> str | None:
    """§7: the freed place is not published by itself."""
    if child.state != "enrolled":
        return "not_enrolled"
    child.state = "departed"
    queue.say("departed", child=child)
    return None


def annul(queue: Queue, place: Place | None) -> str | None:
    """§6.1: places not yet taken; §6.6: a held place's turn ends, the child stands again at its own time."""
    if place is None or place.state in {"taken", "gone"}:
        return "not_there"
    void_place(queue, place, "annulled")
    settle(queue, [])
    return None


def void_place(queue: Queue, place: Place, code: str) -> None:
    for child in queue.children:
        if child.turn is not None and child.turn.place is place:
            end_turn(queue, child, code)
            child.state = "queued"
    place.state = "gone"
    queue.say("annulled", place=place)


def close(queue: Queue, kindergarten: str) -> str | None:
    """§6.6: free and held places are annulled, unaccepted referrals voided without a miss, the enrolled depart."""
    places = [place for place in queue.places.values() if place.kindergarten == kindergarten]
    if not places or kindergarten in queue.closed:
        return "not_there"
    queue.closed.add(kindergarten)
    for place in sorted(places, key=lambda place: place.order):
        if place.state == "taken":
            lose_taken(queue, place)
        elif place.state != "gone":
            void_place(queue, place, "closed")
    settle(queue, [])
    return None


def lose_taken(queue: Queue, place: Place) -> None:
    place.state = "gone"
    for child in queue.children:
        if child.referral is None or child.referral.place is not place:
            continue
        if child.state == "enrolled":
            child.state = "departed"
            queue.old_times[child.name] = child.time
            queue.say("departed", child=child)
        elif child.state in {"referred", "papers_submitted", "refusal_review"}:
            child.referral, child.state = None, "queued"
            queue.say("voided", child=child, place=place)
