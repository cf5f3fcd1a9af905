"""Random scenarios: small and dense. The reference plays along, so that most acts are possible ones."""

from datetime import date, timedelta
from random import Random
from typing import Any

from tools.simulate.tests.reference.days import DAY, day_of, midnight, months_after
from tools.simulate.tests.reference.ends import next_due
from tools.simulate.tests.reference.rows import ENDED, Child, Queue
from tools.simulate.tests.reference.rules import OF_A_CHILD, Step, empty, play_step

YEAR = 2022
LANGUAGES = ("kk", "ru", "en")
CLASSES = ("extraordinary", "priority", "general", "general")
KINDERGARTENS = ("K1", "K2", None)
FITTING = {  # the states from which an act may succeed
    "arrive": {"referred"},
    "papers": {"referred"},
    "return_papers": {"papers_submitted"},
    "accept": {"referred", "papers_submitted"},
    "refuse": {"referred", "papers_submitted"},
    "uphold": {"refusal_review"},
    "overrule": {"refusal_review"},
    "cancel": {"referred"},
    "withdraw": {"queued", "notified", "referred", "stop_listed"},
    "depart": {"enrolled"},
    "move": {"queued", "notified", "stop_listed"},
}
WEIGHTS: dict[str, float] = {
    "apply": 9,
    "publish": 8,
    "choose": 16,
    "child": 20,
    "show": 9,
    "benefit": 2,
    "change": 2,
    "policy": 0.7,
    "calendar": 2,
    "annul": 2,
    "close": 1,
}


def scenario(seed: int) -> dict[str, Any]:
    """Returns the scenario of a seed: 1 to 8 places, up to 12 children, some weeks."""
    return Maker(Random(seed)).make()


class Maker:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.start = date(2025, 3, 3) + timedelta(days=random.randrange(28))
        self.names = [chr(ord("A") + n) for n in range(random.randint(3, 12))]
        self.most_places = random.randint(1, 8)
        self.weights = {kind: weight * random.choice((0.3, 1, 1, 3)) for kind, weight in WEIGHTS.items()}
        self.twins = random.choice(((1,), (1, 1, 1, 2, 2, 3), (2, 3)))
        self.wanted_languages = random.choice(((1,), (1, 2, 3, 3), (3,)))
        self.haste = random.choice((0.2, 0.45, 0.45, 0.8))
        self.at_midnights = random.random() < 0.2
        days = [str(self.start + timedelta(days=day)) for day in random.sample(range(25), random.randrange(6))]
        self.said: dict[str, Any] = {
            "district": "1110",
            "kind": "general",
            "group_year": YEAR,
            "policy": {"profile": "referral", "overrides": self.overrides()},
            "holidays": days[: len(days) // 2],
            "working": days[len(days) // 2 :],
            "steps": [],
        }
        self.queue: Queue = empty(self.said)
        self.now = midnight(self.start) + timedelta(hours=random.choice((0, 9, 12)))

    def make(self) -> dict[str, Any]:
        for number in range(self.random.randint(15, 60)):
            kind = "apply" if number < 3 else self.kind()
            for step in getattr(self, kind)():
                at = {"at": self.now.isoformat(), **step}
                self.said["steps"].append(at)
                play_step(self.queue, at)
            self.pass_time()
        return self.said

    def kind(self) -> str:
        """Returns what happens next: seldom something that cannot come of anything."""
        states = {child.state for child in self.queue.children}
        likely = 2 if "notified" in states else 0.5 if "queued" in states else 0.1
        weights = self.weights | {"choose": self.weights["choose"] * likely}
        if {child.name for child in self.queue.children} >= set(self.names):
            weights["apply"] /= 9
        return self.random.choices(list(weights), list(weights.values()))[0]

    def pass_time(self) -> None:
        """Often not at all, else to an exact end, a second before it, a midnight, or a little or much further."""
        due = next_due(self.queue)
        soon = due is not None and due < self.now + 15 * DAY
        ends = [due, due - timedelta(seconds=1)] if due is not None and soon else []
        if self.at_midnights:
            if self.random.random() < self.haste / 2:
                self.now = max(self.now, self.random.choice([*ends[:1] * 2, midnight(day_of(self.now) + DAY)]))
            return
        later = [
            *(self.now + timedelta(seconds=self.random.choice((1, 10, 30, 59, 60, 61))) for _ in range(3)),
            *(self.now + timedelta(hours=hours) for hours in (1, 3)),
            self.now + timedelta(hours=self.random.randint(1, 30)),
            midnight(day_of(self.now) + DAY),
            midnight(day_of(self.now) + DAY) - timedelta(seconds=self.random.choice((1, 20, 50))),
        ]
        if self.random.random() < self.haste:
            self.now = max(self.now, self.random.choice(ends + later))

    def overrides(self) -> dict[str, Any]:
        random = self.random
        low, high = random.choice((26, 27, 28, 30)), random.choice((34, 36, 37, 38))
        every: dict[str, Any] = {
            "choice_working_days": random.randint(1, 3),
            "referral_working_days": random.randint(1, 4),
            "stop_list_working_days": random.randint(1, 4),
            "misses_until_removal": random.randint(1, 3),
            "cancel_hours": random.choice((1, 24, 48)),
            "generals_per_priority": random.randint(1, 3),
            "free_choice_hour": random.choice((None, 0, 9, 10, 18)),
            "papers_before_acceptance": random.random() < 0.5,
            "unfinished_receipt_seconds": random.choice((1, 30, 60)),
            "called_from_months": low,
            "called_below_months": high,
        }
        names = random.sample(list(every), random.randint(0, len(every)))
        if names.count("called_from_months") != names.count("called_below_months") or random.random() < 0.6:
            names = [name for name in names if not name.startswith("called_")]
        return {name: every[name] for name in names}

    def anybody(self, *states: str) -> str:
        """Returns mostly a child in one of the states, else any name."""
        fitting = [child.name for child in self.queue.children if child.state in states]
        return self.random.choice(fitting if fitting and self.random.random() < 0.94 else self.names)

    def languages(self) -> list[str]:
        return self.random.sample(LANGUAGES, self.random.choice(self.wanted_languages))

    def apply(self) -> list[Step]:
        """One child, or twins at once, or twins of whom the others follow later; now and then whose former is over."""
        random = self.random
        anew = random.random() < 0.3
        known = {child.name for child in self.queue.children if not anew or child.state not in ENDED}
        fresh = [name for name in self.names if name not in known]
        twins = random.sample(fresh, min(len(fresh), random.choice(self.twins))) or [random.choice(self.names)]
        separate, languages, born = random.random() < 0.4, self.languages(), self.born()
        steps: list[Step] = []
        for name in twins:
            row: Step = {"child": name, "class": random.choice(CLASSES), "languages": languages, "born": born}
            if len(twins) > 1:
                row |= {"with": [twin for twin in twins if twin != name], "separate": separate}
                row["languages"] = languages if random.random() < 0.6 else self.languages()
            steps.append({"apply": row})
        return steps

    def born(self) -> str:
        """Mostly a day of the year between the age limits, else one whose limit comes up in these weeks, else any."""
        policy = self.queue.policy
        months = self.random.choice((policy["called_from_months"], policy["called_below_months"]))
        close = months_after(self.start, -months) + timedelta(days=self.random.randint(-3, 12))
        oldest = max(date(YEAR, 1, 1), months_after(self.start, -policy["called_below_months"]) + 40 * DAY)
        between = oldest + timedelta(days=self.random.randrange(60))
        any_day = date(YEAR, 1, 1) + timedelta(days=self.random.randrange(365))
        return str(self.random.choices((close if close.year == YEAR else between, between, any_day), (2, 12, 1))[0])

    def publish(self) -> list[Step]:
        left = self.most_places - len(self.queue.places)
        if left <= 0:
            return []
        first = len(self.queue.places) + 1
        rows: list[Step] = []
        for number in range(self.random.randint(1, left)):
            rows.append({"id": f"p{first + number}", "language": self.random.choice(LANGUAGES)})
            kindergarten = self.random.choice(KINDERGARTENS)
            if kindergarten is not None:
                rows[-1]["kindergarten"] = kindergarten
        return [{"publish": {"places": rows}}]

    def choose(self) -> list[Step]:
        child = self.queue.named(self.anybody("queued", "notified", "notified"))
        wanted = self.wanted(child)
        if not wanted:
            return []
        said: Step = {"child": child.name if child else self.names[0], "place": self.random.choice(wanted)}
        if self.random.random() < 0.35:
            seconds = self.random.choice((1, 10, 30, 59, 60, 61, 90))
            said["checked_at"] = (self.now + timedelta(seconds=seconds)).isoformat()
        if self.random.random() < 0.12:
            said["valid"] = False
        return [{"choose": said}]

    def wanted(self, child: Child | None) -> list[str]:
        places = self.queue.places.values()
        own = [child.turn.place.id] if child is not None and child.turn is not None else []
        there = [place.id for place in places if place.state == "open" or (own and place.state == "held")]
        every = [place.id for place in places]
        pick = self.random.random()
        return (own if pick < 0.4 else []) or (there if pick < 0.94 else []) or every

    def child(self) -> list[Step]:
        states = {child.state for child in self.queue.children}
        acts = list(OF_A_CHILD)
        if self.random.random() < 0.9:
            acts = [act for act in acts if FITTING[act] & states] or acts
        if self.random.random() < 0.7:
            acts = [act for act in acts if act not in {"withdraw", "move"}] or ["accept"]
        act = self.random.choice(acts)
        if not FITTING[act] & states and self.random.random() < 0.7:
            return []
        return [{act: {"child": self.anybody(*FITTING[act])}}]

    def show(self) -> list[Step]:
        return [{"show": what} for what in ("positions", "phase")]

    def benefit(self) -> list[Step]:
        return [{"benefit": {"child": self.anybody("queued"), "class": self.random.choice(CLASSES)}}]

    def change(self) -> list[Step]:
        said: Step = {"child": self.anybody("queued", "notified"), "languages": self.languages()}
        if self.random.random() < 0.5:
            said["separate"] = self.random.random() < 0.5
        return [{"change": said}]

    def policy(self) -> list[Step]:
        return [{"policy": {"overrides": self.overrides()}}]

    def calendar(self) -> list[Step]:
        days = [str(day_of(self.now) + timedelta(days=self.random.randint(0, 8))) for _ in range(2)]
        kind = self.random.choice(("holidays", "holidays", "working"))
        return [{"calendar": {kind: sorted(set(days))}}]

    def annul(self) -> list[Step]:
        places = list(self.queue.places)
        return [{"annul": {"place": self.random.choice(places)}}] if places else []

    def close(self) -> list[Step]:
        return [{"close": {"kindergarten": self.random.choice(("K1", "K2"))}}]
