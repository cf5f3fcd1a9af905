"""What people of a small life share: each act is written down as steps of the simulator, with how everybody stands."""

import asyncio
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from http import HTTPStatus
from random import Random
from typing import Any

from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person, RefusedError
from tests.e2e.actors.worker import Worker
from tests.e2e.world import ALMATY, World

Line = dict[str, Any]
Standing = dict[str, Any]
LANGUAGES = (("kk",), ("ru",), ("kk", "ru"))
HOLDING = frozenset({"referred", "papers_submitted", "refusal_review"})


@dataclass
class Lived:
    """What was done, each time as one step or as several of one instant, and how everybody stood after it.

    `told` is what the journals say of each child in the end.
    """

    district: str
    group_year: int
    holidays: list[str]
    working: list[str]
    steps: list[list[Line]] = field(default_factory=list)
    standings: list[dict[str, Standing]] = field(default_factory=list)
    told: dict[str, list[str]] = field(default_factory=dict)

    def scenario(self) -> Line:
        """As the simulator reads it: after each thing done it shows the positions."""
        shown = [each for done in self.steps for each in (*done, {"at": done[-1]["at"], "show": "positions"})]
        days = {"holidays": self.holidays, "working": self.working}
        return {"district": self.district, "kind": "general", "group_year": self.group_year, **days, "steps": shown}

    @property
    def kinds(self) -> set[str]:
        """Which steps of the simulator were done."""
        return {name for done in self.steps for step in done for name in step if name != "at"}


class Acts:
    """Families of one queue, two kindergartens, an officer, an administrator; a district beside."""

    garden: Worker
    closing: Worker
    officer: Person
    boss: Person
    beside: World
    lived: Lived

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.seed = seed
        self.random = Random(seed)
        # by the name of each child: its applicant, all of its applications, the languages wanted at first, those born
        # with it, and those linked with it now
        self.families: dict[str, Parent] = {}
        self.applications: dict[str, list[str]] = {}
        self.wanted: dict[str, tuple[str, ...]] = {}
        self.siblings: dict[str, tuple[str, ...]] = {}
        self.linked: dict[str, tuple[str, ...]] = {}
        # children who ask, or have asked, for another kindergarten, by the names of both applications
        self.transferred: set[str] = set()
        # applications in the district beside
        self.elsewhere: set[str] = set()
        # the name of each place by its id, and of which vacancy it is
        self.places: dict[str, str] = {}
        self.vacancies: dict[str, str] = {}
        self.closed = False

    def worker_of(self, state: Standing) -> Worker:
        """Who works in the kindergarten of the last referral."""
        wanted = state["referral"]["kindergarten_id"]
        return next(each for each in (self.garden, self.closing) if each.kindergarten_id == wanted)

    async def signs(self, who: Person, path: str, body: dict[str, Any] | None = None) -> None:
        """Prepare an act of referrals and sign it."""
        await who.sign_act("referrals", await who.post(path, body))

    async def tries(self, doing: Awaitable[Any], *acts: Line, **act: Any) -> bool:
        """Do it; what the rules forbid is written down as well, for the simulator to refuse. Whether it was done."""
        at, done = await self.now(), True
        try:
            await doing
        except RefusedError as refused:
            if refused.status != HTTPStatus.CONFLICT:
                raise
            done = False
        await self.did(at, *acts, *([act] if act else ()))
        return done

    async def now(self) -> datetime:
        """The stack's time."""
        return await self.world.sandbox.now()

    async def today(self) -> date:
        """The stack's day in Kazakhstan."""
        return await self.world.today()

    async def did(self, at: datetime, *acts: Line) -> None:
        """Write down what was done at an instant, and how everybody stands after it."""
        await self.world.settles()
        told = at.astimezone(ALMATY).isoformat(timespec="microseconds")
        self.lived.steps.append([{"at": told, **act} for act in acts])
        standings = await asyncio.gather(*map(self.standing, self.families.values()))
        self.lived.standings.append(dict(zip(self.families, standings, strict=True)))

    async def registers(self, family: Parent, district: str) -> None:
        """The persons register says from now on that the child lives there."""
        child = await self.world.sandbox.get(f"/people/{family.child_iin}")
        await self.world.sandbox.move(child["id"], district)

    async def birth_date(self, family: Parent) -> str:
        """The child's, by the persons register."""
        born: str = (await self.world.sandbox.get(f"/people/{family.child_iin}"))["person"]["birth_date"]
        return born

    async def in_status(self, names: Sequence[str], *statuses: str) -> list[str]:
        """Those of these children whose applications have one of these states."""
        states = await asyncio.gather(*(self.families[each].state() for each in names))
        return [each for each, state in zip(names, states, strict=True) if state["status"] in statuses]

    async def standing(self, family: Parent) -> Standing:
        """How the public API says that a child stands."""
        state = await family.state()
        found: Standing = {"status": state["status"], "misses": state["misses"]}
        if state["turn"]:
            found |= {"place": self.places[state["turn"]["place_id"]], "until": _printed(state["turn"]["deadline_at"])}
        elif state["status"] in HOLDING:
            found["place"] = self.places[state["referral"]["place_id"]]
            if state["referral"]["stopped_by"] is None:
                found["until"] = _printed(state["referral"]["expires_at"])
        elif over := state["stop_listed_until"] or state["inactive_until"]:
            found["until"] = _printed(over)
        elif state["status"] == "queued":
            found["position"] = (await family.position())["position"]
        return found


def _printed(instant: str) -> str:
    return datetime.fromisoformat(instant).astimezone(ALMATY).isoformat()
