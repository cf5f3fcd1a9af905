"""A second program of the rules, for comparison: written from the text of domain §4 to §9 alone, plain and slow.

It plays a scenario of `kezek-simulate` and returns its lines. It shares no code with the services; what they compute
by index and cursor it tries out. Where the text leaves something open, it reads literally. Where the first comparison
found two readings of an open word, one was agreed on, and it is the services' own in 1 (twins share only while they
stand), 4 (the stop list), 5 (what a receipt dates) and 7 (a place given back): there the programs are no witnesses of
each other.

1.  Twins (§5.4): those whose applications name one another, as far as they stand in the queue: their earliest time
    and best class count while they stand together. Separate places are allowed if each of them allows them. Then as
    many are called together as find places.
2.  A group is passed over for a place that fits one of its children when its turn to be called came and too few of
    the places handed out together fit; who stands behind whoever is called was not passed over.
3.  Positions are those of all queued, whatever their languages and ages.
4.  «Judged by the policy in force when it began» (§9): a turn by that of its call, a referral by that of its choice's
    receipt (the child's age, validity, hours to cancel, misses, papers, and the stop list that follows); who is called
    at what age and the phase's length by today's.
    A new policy changes the named fields alone.
5.  A choice is an act of its receipt: it is dated and its terms count from then, and lines are told in order of time.
    A check that ends within the minute changes nothing, as who comes later waits for it. A later one is decided when it
    ends, also after the last step, by what stands then and the child's age at the receipt; only the hand-out that
    follows is dated then.
6.  The next term that begins for a child at the very midnight that ended its last one counts from the day that
    ended, whatever kind of term it is (§6.7); of one that stops at that midnight already all days are left.
7.  «Fits» a turn (§6.6): a language wanted at the call, and no place that the child gave back by cancelling.
8.  The hour of free choice (§6.4) is that of the day that begins with the turn's end; «nobody eligible» opens at once.
9.  The days left of a referral (§7) are counted when its clock stops. Papers returned after «келді» start it again.
10. Only who is queued ages out (§4); who comes back to the queue too old does so at once.
11. Once overruled, a referral has no clock: «келді» is impossible, a refusal too, papers are not needed (§7).
12. A child of a closed kindergarten that queues anew stands at its old time (§6.6). A child that moved away has a
    live application in the region (§3).
13. A day that a new calendar frees counts for every open term, also if it has passed (§6.7).
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from tools.simulate.tests.reference import acts
from tools.simulate.tests.reference.choosing import finish, receive
from tools.simulate.tests.reference.days import ALMATY, Calendar
from tools.simulate.tests.reference.ends import play_until, settle
from tools.simulate.tests.reference.order import hand_out, positions
from tools.simulate.tests.reference.rows import DEFAULTS, ENDED, Child, Place, Queue, Receipt, Term

Step = dict[str, Any]
OF_A_CHILD: dict[str, Callable[[Queue, Child], str | None]] = {
    act.__name__: act
    for act in (
        acts.arrive,
        acts.papers,
        acts.return_papers,
        acts.accept,
        acts.refuse,
        acts.uphold,
        acts.overrule,
        acts.cancel,
        acts.withdraw,
        acts.depart,
        acts.move,
    )
}


def play(scenario: dict[str, Any]) -> list[dict[str, Any]]:
    """Returns the lines that the scenario prints."""
    queue = empty(scenario)
    for step in scenario["steps"]:
        play_step(queue, step)
    for receipt in sorted(queue.receipts, key=lambda one: one.checked):
        queue.now = receipt.checked
        finish(queue)
    return queue.lines()


def empty(scenario: dict[str, Any]) -> Queue:
    """Returns the queue of a scenario before its first step."""
    overrides = scenario.get("policy", {}).get("overrides", {})
    calendar = Calendar()
    calendar.say(scenario.get("holidays", []), scenario.get("working", []))
    return Queue(scenario["group_year"], DEFAULTS | overrides, calendar, datetime(1970, 1, 1, tzinfo=ALMATY))


def play_step(queue: Queue, step: Step) -> None:
    """Fires what is due up to and at the step's instant, then does the step."""
    play_until(queue, instant(step["at"]))
    ((kind, said),) = ((key, value) for key, value in step.items() if key != "at")
    code = act(queue, kind, said)
    if code is not None:
        named = {key: said[key] for key in ("child", "place") if key in said}
        queue.say("rejected", **named, code=code)


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(ALMATY)


def act(queue: Queue, kind: str, said: Any) -> str | None:
    if kind in OF_A_CHILD:
        child = queue.named(said["child"])
        return "unknown" if child is None else OF_A_CHILD[kind](queue, child)
    return OTHERS[kind](queue, said)


def apply(queue: Queue, said: Step) -> str | None:
    """§3: one live application a child, below the age limit; §5.4: linked with the twins that have applied."""
    before = queue.named(said["child"])
    if before is not None and (before.state not in ENDED or before.moved):
        return "applied_already"
    born = date.fromisoformat(said["born"])
    if born.year != queue.group_year:
        return "other_year"
    time = queue.old_times.pop(said["child"], queue.now)
    wanted = frozenset(said["languages"])
    child = Child(said["child"], len(queue.children), born, said["class"], time, wanted, said.get("separate", False))
    if queue.too_old(child):
        return "too_old"
    if before is not None:
        child.given_back = before.given_back
    queue.children.append(child)
    family = [child]
    for name in said.get("with", []):
        twin = queue.named(name)
        if twin is not None and twin not in family and twin.state not in ENDED:
            family += [one for one in twin.twins if one not in family]
    family.sort(key=lambda one: one.number)
    for one in family:
        one.twins = family
    queue.say("queued", child=child)
    return None


def benefit(queue: Queue, said: Step) -> str | None:
    child = queue.named(said["child"])
    if child is None or child.state in ENDED:
        return "unknown"
    child.klass = said["class"]
    return None


def change(queue: Queue, said: Step) -> str | None:
    """§6.6: counts from the next call."""
    child = queue.named(said["child"])
    if child is None or child.state in ENDED:
        return "unknown"
    child.languages = frozenset(said.get("languages", child.languages))
    child.separate = said.get("separate", child.separate)
    return None


def publish(queue: Queue, said: Step) -> str | None:
    ids = [row["id"] for row in said["places"]]
    if len(set(ids)) < len(ids) or any(one in queue.places for one in ids):
        return "published_already"
    if any(row.get("kindergarten") in queue.closed for row in said["places"]):
        return "closed"
    places = []
    for row in said["places"]:
        places.append(Place(row["id"], len(queue.places), row["language"], row.get("kindergarten")))
        queue.places[row["id"]] = places[-1]
    hand_out(queue, places)
    return None


def choose(queue: Queue, said: Step) -> str | None:
    child, place = queue.named(said["child"]), queue.places.get(said["place"])
    if child is None or place is None:
        return "unknown"
    checked = max(queue.now, instant(said["checked_at"])) if "checked_at" in said else queue.now
    held = queue.now + timedelta(seconds=queue.policy["unfinished_receipt_seconds"])
    if not said.get("valid", True):
        return "refused_by_check"
    receive(queue, Receipt(child, place, queue.now, checked, held, dict(queue.policy)))
    return None


def policy(queue: Queue, said: Step) -> str | None:
    queue.policy = queue.policy | said["overrides"]
    settle(queue, [])
    return None


def calendar(queue: Queue, said: Step) -> str | None:
    """§6.7: a changed calendar never shortens an open term."""
    queue.calendar.say(said.get("holidays", []), said.get("working", []))
    for child, term in open_terms(queue):
        end = queue.calendar.end_of(term.begun, term.days)
        if end > term.until:
            term.until = end
            queue.say("deadline_moved", child=child, until=end)
    return None


def open_terms(queue: Queue) -> Iterator[tuple[Child, Term]]:
    """Turns and referrals by the place's publication, then stop lists by number."""
    held: list[tuple[int, Child, Term]] = []
    for child in queue.children:
        if child.turn is not None:
            held.append((child.turn.place.order, child, child.turn.term))
        elif child.state == "referred" and child.referral is not None and child.referral.term is not None:
            held.append((child.referral.place.order, child, child.referral.term))
    yield from ((child, term) for _, child, term in sorted(held, key=lambda row: row[0]))
    yield from ((child, child.stop) for child in queue.children if child.stop is not None)


def show(queue: Queue, said: str) -> str | None:
    if said == "positions":
        queue.say("positions", positions=positions(queue))
    else:
        queue.say("phase", owed=queue.owed)
    return None


def annul(queue: Queue, said: Step) -> str | None:
    return acts.annul(queue, queue.places.get(said["place"]))


def close(queue: Queue, said: Step) -> str | None:
    return acts.close(queue, said["kindergarten"])


OTHERS: dict[str, Callable[[Queue, Any], str | None]] = {
    one.__name__: one for one in (apply, benefit, change, publish, choose, policy, calendar, show, annul, close)
}
