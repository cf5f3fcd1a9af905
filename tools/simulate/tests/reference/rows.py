"""What the reference remembers of children and places."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tools.simulate.tests.reference.days import Calendar, day_of, is_midnight, midnight, months_after

CLASSES = ("extraordinary", "priority", "general")
ENDED = ("refused", "removed", "withdrawn", "departed")
DEFAULTS: dict[str, Any] = {
    "choice_working_days": 3,
    "referral_working_days": 5,
    "stop_list_working_days": 10,
    "misses_until_removal": 3,
    "cancel_hours": 24,
    "generals_per_priority": 3,
    "called_from_months": 24,
    "called_below_months": 72,
    "free_choice_hour": None,
    "papers_before_acceptance": False,
    "unfinished_receipt_seconds": 60,
}


@dataclass
class Term:
    """`days` working days after `begun`; a changed calendar never shortens it (§6.7)."""

    begun: date
    days: int
    until: datetime


@dataclass(eq=False)
class Place:
    id: str
    order: int
    language: str
    kindergarten: str | None
    state: str = "free"  # free only within one hand-out, then: held, waiting (for the hour), open, taken, gone
    opens: datetime | None = None


@dataclass
class Turn:
    place: Place
    term: Term
    called: int
    languages: frozenset[str]
    policy: dict[str, Any]


@dataclass
class Referral:
    place: Place
    issued: datetime
    policy: dict[str, Any]
    term: Term | None  # none while its clock is stopped
    left: int | None = None  # working days left when its clock stopped
    overruled: bool = False


@dataclass(eq=False)
class Child:
    """One application."""

    name: str
    number: int
    born: date
    klass: str
    time: datetime
    languages: frozenset[str]
    separate: bool
    state: str = "queued"
    misses: int = 0
    moved: bool = False
    turn: Turn | None = None
    referral: Referral | None = None
    stop: Term | None = None
    given_back: set[str] = field(default_factory=set)  # by the child, whichever of its applications
    term_ended: datetime | None = None
    twins: list["Child"] = field(default_factory=list)

    def standing(self) -> list["Child"]:
        """Returns the twins who stand in the queue with it, itself among them (§5.3, §5.4)."""
        return [twin for twin in self.twins if twin.state == "queued"]


@dataclass
class Receipt:
    """A signed choice (§6.4)."""

    child: Child
    place: Place
    at: datetime
    checked: datetime
    held_until: datetime
    policy: dict[str, Any]


@dataclass
class Queue:
    group_year: int
    policy: dict[str, Any]
    calendar: Calendar
    now: datetime
    owed: int = 0
    calls: int = 0
    children: list[Child] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    receipts: list[Receipt] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)
    old_times: dict[str, datetime] = field(default_factory=dict)
    told: list[dict[str, Any]] = field(default_factory=list)

    def say(self, event: str, at: datetime | None = None, **keys: Any) -> None:
        told = {key: written(value) for key, value in keys.items() if value is not None}
        self.told.append({"at": written(at or self.now), "event": event, **told})

    def lines(self) -> list[dict[str, Any]]:
        """Returns what was told in order of time."""
        return sorted(self.told, key=lambda line: str(line["at"]))

    def named(self, name: str) -> Child | None:
        """Returns the newest application of the child."""
        return next((child for child in reversed(self.children) if child.name == name), None)

    def begin(self, child: Child, days: int, at: datetime | None = None) -> Term:
        """Returns a term that begins now. §6.7: the midnight that ended the same child's last term is of that day."""
        at = at or self.now
        before = child.term_ended == at and is_midnight(at)
        begun = date.fromordinal(day_of(at).toordinal() - before)
        return Term(begun, days, self.calendar.end_of(begun, days))

    def old_enough(self, child: Child) -> bool:
        return of_age(child, self.now, self.policy["called_from_months"])

    def too_old(self, child: Child) -> bool:
        return of_age(child, self.now, self.policy["called_below_months"])

    def ages_out_at(self, child: Child) -> datetime:
        return midnight(months_after(child.born, self.policy["called_below_months"]))

    def eligible(self, child: Child, place: Place) -> bool:
        """§5.5 language and age, §6.6 not for a place it gave back by cancelling; §5.3 only who is queued."""
        return (
            child.state == "queued"
            and place.language in child.languages
            and place.id not in child.given_back
            and self.old_enough(child)
            and not self.too_old(child)
        )


def of_age(child: Child, at: datetime, months: int) -> bool:
    return day_of(at) >= months_after(child.born, months)


def written(value: Any) -> Any:
    if isinstance(value, Place):
        return value.id
    if isinstance(value, Child):
        return value.name
    return value.isoformat() if isinstance(value, datetime) else value
