"""A small scenario lived through public HTTP, written down as the simulator reads it, and what each says of it.

Nothing is random but what the seed says; which acts come of it depends on what the stack answers.
"""

import os
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from tests.e2e.actors.parent import Parent
from tests.e2e.calendars import set_days
from tests.e2e.played_acts import Line, Lived, Standing
from tests.e2e.played_applying import OVER_FOR_GOOD, Applying
from tests.e2e.played_families import FamilyActs
from tests.e2e.played_gardens import GardenActs
from tests.e2e.played_lines import told_by_journal
from tests.e2e.world import ALMATY, CROWDED, World, midnight_after

CHILDREN = 6
STEPS = int(os.environ.get("PLAYED_STEPS", "9"))
TRIES = 3 * STEPS
Doing = Callable[[str, Parent, Standing], Awaitable[None]]
POLICIES: tuple[dict[str, Any], ...] = (
    {"papers_before_acceptance": True},
    {"choice_working_days": 2},
    {"free_choice_hour": 10},
    {"stop_list_working_days": 3, "misses_until_removal": 2},
    {"generals_per_priority": 1},
    {"extension_by_officer": True, "extension_working_days": 2},
    {"restorable_calendar_days": 3, "refusing_annuls_position": True},
)


class Life(Applying, FamilyActs, GardenActs):
    """People who act as a seed says."""

    async def live(self) -> Lived:
        """Begin with some families, then act; time passes midnight by midnight on which something ends."""
        self.garden, self.officer = await self.world.worker(), await self.world.officer()
        self.boss = await self.world.administrator()
        self.closing = await self.world.opens_kindergarten(self.boss)
        self.lived = Lived(self.world.district, self.world.group_year, *await self._calendar())
        there = next(each for each in CROWDED if each != self.world.district)
        gateway, sandbox = self.world.gateway, str(self.world.sandbox.http.base_url)
        self.beside = World(gateway, sandbox, there, self.world.group_year)
        rules = (await self._rules())["in_force"]["policy"]
        try:
            await self._lives()
            # before the midnight from which on the district has its former rules again
            self.lived.told = await self._told()
        finally:
            await self._restores(rules)
            await self.beside.close()
        return self.lived

    async def _lives(self) -> None:
        await self._begins()
        weights = {
            self._acts: 14,
            self.publishes: 2,
            self._midnight_passes: 3,
            self._comes: 2,
            self.annuls: 1,
            self.closes: 1,
            self._another_policy: 1,
            self._day_is_set_free: 1,
        }
        begun, tries = len(self.lived.steps), 0
        while len(self.lived.steps) < begun + STEPS and tries < TRIES:
            tries += 1
            (step,) = self.random.choices(list(weights), list(weights.values()))
            await step()

    async def _begins(self) -> None:
        """In every life twins are called, change their wishes and choose together; papers of one go there and back.

        Each but the first goes by another policy, the second by the one that wants papers before acceptance.
        """
        if number := self.seed % (len(POLICIES) + 1):
            await self._rules_change(POLICIES[number - 1])
        await self.newcomer()
        twins = await self.newcomers_together(self.random.choice((2, 2, 3)))
        await self.newcomer()
        await self.publishes_for_all()
        twin = self.random.choice(twins)
        without = (self.accepted,) if number == 1 else ()
        for doing in (self.changes, self.chooses_together, self._has_referral, *without, self.hands_in, self.returns):
            await doing(twin, self.families[twin], await self.families[twin].state())

    async def _has_referral(self, name: str, family: Parent, state: Standing) -> None:
        """What twins want together may be what others need: then one of them chooses alone."""
        if state["status"] == "notified":
            await self.chooses(name, family, state)

    async def _told(self) -> dict[str, list[str]]:
        """What the journals say of each child."""
        found = {}
        for name, family in self.families.items():
            pages = [await family.get(f"/applications/applications/{each}") for each in self.applications[name]]
            found[name] = told_by_journal([line for page in pages for line in page["history"]])
        return found

    async def _calendar(self) -> tuple[list[str], list[str]]:
        """Days that are free and weekend days that are worked, of this year and the next."""
        this_year = (await self.today()).year
        free, worked = set[str](), set[str]()
        for year in (this_year, this_year + 1):
            of_year = await set_days(self.garden, year)
            free |= of_year[0]
            worked |= of_year[1]
        return sorted(free), sorted(worked)

    async def _comes(self) -> None:
        if len(self.families) < CHILDREN:
            await self.random.choice((self.newcomer, self.newcomer, self.twins_move_here))()

    async def _acts(self) -> None:
        """What the first family that may do something now does, or the kindergarten or the officer with it."""
        looked_at = (*[self.accepted] * 3, *[self.refused] * 2, self.withdraws)
        waiting = (self.changes, self.withdraws, self.moves)
        possible: dict[str, tuple[Doing, ...]] = {
            "queued": (*[self.chooses] * 5, *waiting),
            "notified": (*[self.chooses] * 3, *[self.chooses_together] * 3, self.declines, *waiting),
            "referred": (*looked_at, self.hands_in, self.cancels, self.arrives, self.extended, self.declines),
            "papers_submitted": (*looked_at, self.returns),
            "refusal_review": (self.decided,),
            "inactive": (self.restores,),
            "enrolled": (*[self.departs] * 2, self.transfers),
            **dict.fromkeys(OVER_FOR_GOOD, (self.anew,)),
        }
        for name in self.random.sample(list(self.families), len(self.families)):
            state = await self.families[name].state()
            if doings := possible.get(state["status"], ()):
                await self.random.choice(doings)(name, self.families[name], state)
                return

    async def _midnight_passes(self) -> None:
        """Time goes on to just after the first midnight at which a term ends."""
        if ends := await self._ends():
            first = min(ends).astimezone(ALMATY).date()
            await self.world.passes_midnight_after((first - timedelta(days=1)).isoformat())
            await self.did(await self.now(), {"show": "phase"})

    async def _another_policy(self) -> None:
        await self._rules_change(self.random.choice(POLICIES))

    async def _rules_change(self, changed: Line) -> None:
        """A policy begins, with a midnight at which nothing else is due: a step comes after what is due then."""
        today = await self.today()
        begins = midnight_after(today)
        if begins in await self._ends() or today.isoformat() in self._last_days():
            return
        await self._changes_policy((await self._rules())["in_force"]["policy"] | changed)
        await self.world.passes_midnight_after(today.isoformat())
        await self.did(begins, {"policy": {"overrides": changed}})

    async def _day_is_set_free(self) -> None:
        """An administrator sets one of the next days free: terms that run end later."""
        day = await self.today() + timedelta(days=self.random.randint(1, 4))
        year = await self.boss.get(f"/queue/calendar/{day.year}")
        body = {name: year[name] for name in ("year", "worked", "free", "confirmed")}
        if day.isoformat() in {*body["free"], *body["worked"], *(each["on"] for each in year["holidays"])}:
            return
        body["free"] = sorted({*body["free"], day.isoformat()})
        at = await self.now()
        await self.boss.sign_act("queue", await self.boss.post("/queue/calendar/acts", body))
        await self.did(at, {"calendar": {"holidays": [day.isoformat()]}})

    async def _rules(self) -> Line:
        rules: Line = await self.boss.get("/queue/policies", district=self.world.district)
        return rules

    async def _changes_policy(self, numbers: Line) -> bool:
        """From tomorrow on, if it is another than that which holds by then; whether it was."""
        tomorrow = (await self.today() + timedelta(days=1)).isoformat()
        wanted = {name: value for name, value in numbers.items() if name != "id"}
        known = await self._rules()
        last = [known["in_force"], *known["coming"]][-1]["policy"]
        if {name: value for name, value in last.items() if name != "id"} == wanted:
            return False
        body = {"district": self.world.district, "in_force_from": tomorrow, "numbers": wanted}
        await self.boss.sign_act("queue", await self.boss.post("/queue/policies/acts", body))
        await self.world.settles()
        return True

    async def _restores(self, rules: Line) -> None:
        """The district's other families have the rules that they had."""
        if await self._changes_policy(rules):
            await self.world.passes_midnight_after((await self.today()).isoformat())

    async def _ends(self) -> set[datetime]:
        """When terms end that run."""
        terms = [_term(await family.state()) for family in self.families.values()]
        return {each for each in terms if each is not None}

    def _last_days(self) -> set[str]:
        return {step["benefit"]["last_day"] for done in self.lived.steps for step in done if "benefit" in step}


def _term(state: Standing) -> datetime | None:
    """When the term that runs ends."""
    if state["turn"]:
        return datetime.fromisoformat(state["turn"]["deadline_at"])
    if state["status"] == "referred" and state["referral"]["stopped_by"] is None:
        return datetime.fromisoformat(state["referral"]["expires_at"])
    over = state["stop_listed_until"] or state["inactive_until"]
    return datetime.fromisoformat(over) if over else None
