"""A small scenario lived through public HTTP, written down as the simulator reads it, and what each says of it.

Nothing is random but what the seed says; which acts come of it depends on what the stack answers.
"""

import json
import subprocess
import sys
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from random import Random
from typing import Any

from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person, RefusedError
from tests.e2e.actors.worker import Worker
from tests.e2e.world import ALMATY, World

FAMILIES, STEPS = 5, 12
LANGUAGES = (("kk",), ("ru",), ("kk", "ru"))
Line = dict[str, Any]
Standing = dict[str, Any]


@dataclass
class Lived:
    """What was done, as steps, and how everybody stood after each of them."""

    district: str
    group_year: int
    holidays: list[str]
    working: list[str]
    steps: list[Line] = field(default_factory=list)
    standings: list[dict[str, Standing]] = field(default_factory=list)

    def scenario(self) -> Line:
        """As the simulator reads it: after each step it shows the positions."""
        shown = [each for step in self.steps for each in (step, {"at": step["at"], "show": "positions"})]
        days = {"holidays": self.holidays, "working": self.working}
        return {"district": self.district, "kind": "general", "group_year": self.group_year, **days, "steps": shown}


class Life:
    """Families of one queue, a kindergarten and an officer who act as a seed says."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.random = Random(seed)
        self.families: dict[str, Parent] = {}
        # the name of each place by its id, and each vacancy's language
        self.places: dict[str, str] = {}
        self.garden: Worker
        self.officer: Person
        self.lived: Lived

    async def live(self) -> Lived:
        """Begin with some families, then act; time passes midnight by midnight on which something ends."""
        self.garden, self.officer = await self.world.worker(), await self.world.officer()
        self.lived = Lived(self.world.district, self.world.group_year, *await self._calendar())
        for _ in range(FAMILIES - 2):
            await self._applies()
        await self._publishes()
        weights = {self._acts: 8, self._publishes: 1, self._passes_midnight: 2, self._applies: 2}
        for _ in range(STEPS):
            (step,) = self.random.choices(list(weights), list(weights.values()))
            await step()
        return self.lived

    async def _calendar(self) -> tuple[list[str], list[str]]:
        """Days that are free and weekend days that are worked, of this year and the next."""
        this_year = (await self.world.sandbox.now()).astimezone(ALMATY).year
        free, worked = set[str](), set[str]()
        for year in (this_year, this_year + 1):
            calendar = await self.garden.get(f"/queue/calendar/{year}")
            worked |= set(calendar["worked"])
            free |= {*calendar["free"], *(each["on"] for each in calendar["holidays"])} - worked
        return sorted(free), sorted(worked)

    async def _applies(self) -> None:
        if len(self.families) == FAMILIES:
            return
        parent, name = await self.world.parent(), f"F{len(self.families) + 1}"
        languages = self.random.choice(LANGUAGES)
        child = await self.world.sandbox.get(f"/people/{parent.child_iin}")
        facts = {"child": name, "class": "general", "languages": languages, "born": child["person"]["birth_date"]}
        at = await self._now()
        await parent.applies(languages)
        self.families[name] = parent
        await self._did(at, apply=facts)

    async def _publishes(self) -> None:
        language, many = self.random.choice(("kk", "kk", "ru")), self.random.randint(1, 2)
        at = await self._now()
        vacancy = (await self.garden.publishes(self.world.group_year, many, language))["vacancy_id"]
        await self.world.settles()
        published = (await self.officer.get(f"/referrals/vacancies/{vacancy}"))["places"]
        names = {each["place_id"]: f"p{len(self.places) + number}" for number, each in enumerate(published, 1)}
        self.places |= names
        await self._did(at, publish={"places": [{"id": each, "language": language} for each in names.values()]})

    async def _acts(self) -> None:
        """What some family may do now, or the kindergarten or the officer with it."""
        name = self.random.choice(list(self.families))
        family = self.families[name]
        state = await family.state()
        possible = {
            "queued": (*[self._chooses] * 5, self._withdraws),
            "notified": (*[self._chooses] * 5, self._withdraws),
            "referred": (self._accepts, self._cancels, self._arrives, *[self._refuses] * 2, self._withdraws),
            "refusal_review": (self._decides,),
        }
        if state["status"] in possible:
            await self.random.choice(possible[state["status"]])(name, family, state)

    async def _chooses(self, name: str, family: Parent, _: Standing) -> None:
        listed = await family.places()
        if listed:
            place_id = self.random.choice(listed)["place_id"]
            act = {"choose": {"child": name, "place": self.places[place_id]}}
            await self._tries(family.chooses(place_id), **act)

    async def _withdraws(self, name: str, family: Parent, _: Standing) -> None:
        path = f"/referrals/applications/{family.application_id}/withdrawal/acts"
        await self._tries(self._signs(family, path), withdraw={"child": name})

    async def _accepts(self, name: str, _: Parent, state: Standing) -> None:
        await self._tries(self.garden.accepts(state["referral"]["number"]), accept={"child": name})

    async def _cancels(self, name: str, family: Parent, state: Standing) -> None:
        referral = state["referral"]["referral_id"]
        path = f"/referrals/applications/{family.application_id}/referrals/{referral}/cancellation/acts"
        await self._tries(self._signs(family, path), cancel={"child": name})

    async def _arrives(self, name: str, _: Parent, state: Standing) -> None:
        path = f"/referrals/referrals/{state['referral']['referral_id']}/arrival"
        await self._tries(self.garden.post(path), arrive={"child": name})

    async def _refuses(self, name: str, _: Parent, state: Standing) -> None:
        path = f"/referrals/referrals/{state['referral']['referral_id']}/refusal/acts"
        body = {"reason": "no_room", "words": "орын жоқ"}
        await self._tries(self._signs(self.garden, path, body), refuse={"child": name})

    async def _decides(self, name: str, _: Parent, state: Standing) -> None:
        act, outcome = self.random.choice((("uphold", "upheld"), ("overrule", "overruled")))
        path = f"/referrals/refusals/{state['referral']['referral_id']}/decision/acts"
        body = {"outcome": outcome, "words": "тексерілді"}
        await self._tries(self._signs(self.officer, path, body), **{act: {"child": name}})

    async def _signs(self, who: Person, path: str, body: dict[str, Any] | None = None) -> None:
        await who.sign_act("referrals", await who.post(path, body))

    async def _tries(self, doing: Awaitable[Any], **act: Any) -> None:
        """Do it; what the rules forbid is written down as well, for the simulator to refuse."""
        at = await self._now()
        try:
            await doing
        except RefusedError as refused:
            if refused.status != HTTPStatus.CONFLICT:
                raise
        await self._did(at, **act)

    async def _passes_midnight(self) -> None:
        """Time goes on to just after the first midnight at which a term ends.

        Of a referral that would end with a turn, or a stop list, the child is accepted before: what begins with that
        midnight for a child whose own term has just ended begins a moment later here, and counts from the new day.
        """
        ends: dict[datetime, list[tuple[str, str | None]]] = {}
        for name, family in self.families.items():
            if (found := _term(await family.state())) is not None:
                ends.setdefault(found[0], []).append((name, found[1]))
        if not ends:
            return
        first = min(ends)
        ending = ends[first]
        if len(ending) > 1:
            for name, number in ending:
                if number is not None:
                    await self._tries(self.garden.accepts(number), accept={"child": name})
        await self.world.passes_midnight_after((first.astimezone(ALMATY).date() - timedelta(days=1)).isoformat())
        await self._did(await self._now(), show="phase")

    async def _now(self) -> datetime:
        return await self.world.sandbox.now()

    async def _did(self, at: datetime, **act: Any) -> None:
        await self.world.settles()
        self.lived.steps.append({"at": at.astimezone(ALMATY).isoformat(timespec="microseconds"), **act})
        self.lived.standings.append({name: await self._standing(each) for name, each in self.families.items()})

    async def _standing(self, family: Parent) -> Standing:
        """How the public API says that a family stands."""
        state = await family.state()
        found: Standing = {"status": state["status"], "misses": state["misses"]}
        if state["turn"]:
            found |= {"place": self.places[state["turn"]["place_id"]], "until": _printed(state["turn"]["deadline_at"])}
        elif state["status"] in {"referred", "refusal_review"}:
            found["place"] = self.places[state["referral"]["place_id"]]
            if state["referral"]["stopped_by"] is None:
                found["until"] = _printed(state["referral"]["expires_at"])
        elif state["stop_listed_until"]:
            found["until"] = _printed(state["stop_listed_until"])
        elif state["status"] == "queued":
            found["position"] = (await family.position())["position"]
        return found


def simulated(lived: Lived, folder: Path) -> list[dict[str, Standing]]:
    """How everybody stands after each step by the simulator's lines."""
    file = folder / "scenario.json"
    file.write_text(json.dumps(lived.scenario()))
    command = Path(sys.executable).with_name("kezek-simulate")
    done = subprocess.run([command, file], capture_output=True, text=True, check=True)
    now: dict[str, Standing] = {}
    found: list[dict[str, Standing]] = []
    for line in map(json.loads, done.stdout.splitlines()):
        if line["event"] == "positions":
            found.append({name: _with_position(each, line["positions"].get(name)) for name, each in now.items()})
        elif "child" in line:
            name = line["child"]
            now[name] = _after(now.get(name, {"misses": 0}), line)
    return found


_STATUS = {
    "queued": "queued",
    "called": "notified",
    "lapsed": "queued",
    "returned": "queued",
    "turn_ended": "queued",
    "cancelled": "queued",
    "referred": "referred",
    "arrived": "referred",
    "refused": "refusal_review",
    "overruled": "referred",
    "upheld": "refused",
    "accepted": "enrolled",
    "stop_listed": "stop_listed",
    "withdrawn": "withdrawn",
    "removed": "removed",
}


def _after(before: Standing, line: Line) -> Standing:
    """A family's standing after a line about it; a clock that stands has no end."""
    event, misses = line["event"], before["misses"] + (line["event"] == "expired")
    if event in {"deadline_moved", "exchanged"}:
        return {**before, **{key: line[key] for key in ("place", "until") if key in line}}
    if event not in _STATUS:
        return {**before, "misses": misses}
    status = _STATUS[event]
    holds = {"place": line.get("place") or before["place"]} if status in _HOLDING else {}
    until = {"until": line["until"]} if "until" in line else {}
    return {"status": status, "misses": misses, **holds, **until}


_HOLDING = frozenset({"notified", "referred", "refusal_review"})


def _with_position(standing: Standing, position: int | None) -> Standing:
    return standing if position is None else {**standing, "position": position}


def _term(state: Standing) -> tuple[datetime, str | None] | None:
    """When the term that runs ends, and of a referral its number."""
    if state["turn"]:
        return datetime.fromisoformat(state["turn"]["deadline_at"]), None
    if state["status"] == "referred" and state["referral"]["stopped_by"] is None:
        return datetime.fromisoformat(state["referral"]["expires_at"]), state["referral"]["number"]
    if state["stop_listed_until"]:
        return datetime.fromisoformat(state["stop_listed_until"]), None
    return None


def _printed(instant: str) -> str:
    return datetime.fromisoformat(instant).astimezone(ALMATY).isoformat()
