"""What the people of a small life may do through public HTTP, each act written down as a step of the simulator."""

from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from http import HTTPStatus
from random import Random
from typing import Any

from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person, RefusedError
from tests.e2e.actors.worker import Worker
from tests.e2e.world import ALMATY, CROWDED, World

LANGUAGES = (("kk",), ("ru",), ("kk", "ru"))
BENEFITS = {"serviceman": "extraordinary", "large_family": "priority"}
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


class Acts:
    """Families of one queue, two kindergartens, an officer and an administrator."""

    garden: Worker
    closing: Worker
    officer: Person
    boss: Person
    lived: Lived

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.random = Random(seed)
        self.families: dict[str, Parent] = {}
        # all applications of each child, the name of each place by its id, and of which vacancy it is
        self.applications: dict[str, list[str]] = {}
        self.places: dict[str, str] = {}
        self.vacancies: dict[str, str] = {}
        self.closed = False

    async def newcomer(self) -> None:
        """A family applies, now and then with a benefit whose proof soon runs out."""
        name, parent = f"F{len(self.families) + 1}", await self.world.parent()
        child = await self.world.sandbox.get(f"/people/{parent.child_iin}")
        self.families[name], self.applications[name] = parent, []
        await self.applies(name, parent, child["person"]["birth_date"])

    async def applies(self, name: str, parent: Parent, born: str) -> None:
        """Apply, or apply anew."""
        code = self.random.choice((None, None, *BENEFITS))
        languages = ("kk", "ru") if code else self.random.choice(LANGUAGES)
        facts = {"child": name, "class": "general", "languages": languages, "born": born}
        at = await self.now()
        if code is None:
            await parent.applies(languages)
        else:
            await parent.applies_with_benefit(code)
        self.applications[name].append(parent.application_id)
        await self.did(at, apply=facts)
        if code is not None:
            await self.confirms(name, parent, code)

    async def confirms(self, name: str, parent: Parent, code: str) -> None:
        """The officer confirms a benefit for some days."""
        waiting = (await self.officer.get("/applications/desk"))["items"]
        claim = next(each["claim_id"] for each in waiting if each["number"] == parent.number)
        last_day = (await self.today() + timedelta(days=self.random.randint(1, 9))).isoformat()
        body = {"outcome": "confirm", "valid_until": last_day}
        at = await self.now()
        act = await self.officer.post(f"/applications/desk/claims/{claim}/decision/acts", body)
        await self.officer.sign_act("applications", act)
        await self.did(at, benefit={"child": name, "class": BENEFITS[code], "last_day": last_day})

    async def publishes(self) -> None:
        """One or two places; while it is there now and then in the kindergarten that closes."""
        language, many = self.random.choice(("kk", "kk", "ru")), self.random.randint(1, 2)
        closing = not self.closed and self.random.random() < 0.4
        garden, kindergarten = (self.closing, "L") if closing else (self.garden, "K")
        at = await self.now()
        vacancy = (await garden.publishes(self.world.group_year, many, language))["vacancy_id"]
        await self.world.settles()
        published = (await self.officer.get(f"/referrals/vacancies/{vacancy}"))["places"]
        names = {each["place_id"]: f"p{len(self.places) + number}" for number, each in enumerate(published, 1)}
        self.places |= names
        self.vacancies |= dict.fromkeys(names, vacancy)
        told = [{"id": each, "language": language, "kindergarten": kindergarten} for each in names.values()]
        await self.did(at, publish={"places": told})

    async def chooses(self, name: str, family: Parent, _: Standing) -> None:
        listed = await family.places()
        if listed:
            place_id = self.random.choice(listed)["place_id"]
            await self.tries(family.chooses(place_id), choose={"child": name, "place": self.places[place_id]})

    async def withdraws(self, name: str, family: Parent, _: Standing) -> None:
        path = f"/referrals/applications/{family.application_id}/withdrawal/acts"
        await self.tries(self.signs(family, path), withdraw={"child": name})

    async def anew(self, name: str, family: Parent, _: Standing) -> None:
        child = await self.world.sandbox.get(f"/people/{family.child_iin}")
        await self.applies(name, family, child["person"]["birth_date"])

    async def moves(self, name: str, family: Parent, _: Standing) -> None:
        """To another district, where the family withdraws: nobody else's story is to meet it there."""
        there = next(each for each in CROWDED if each != self.world.district)
        child = await self.world.sandbox.get(f"/people/{family.child_iin}")
        await self.world.sandbox.move(child["id"], there)
        path = f"/applications/applications/{family.application_id}/move-checks"
        check = (await family.post(path, {"district": there}))["check"]
        path = f"/referrals/applications/{family.application_id}/move/acts"
        await self.tries(self.signs(family, path, {"check": check}), move={"child": name})
        for each in await family.applications():
            if each["application_id"] not in self.applications[name]:
                await self.signs(family, f"/referrals/applications/{each['application_id']}/withdrawal/acts")

    async def accepted(self, name: str, _: Parent, state: Standing) -> None:
        await self.tries(self.worker_of(state).accepts(state["referral"]["number"]), accept={"child": name})

    async def departs(self, name: str, _: Parent, state: Standing) -> None:
        worker, number = self.worker_of(state), state["referral"]["number"]
        row = next(each for each in await worker.roster(number) if each["referral_number"] == number)
        path = f"/kindergartens/kindergartens/{worker.kindergarten_id}/roster/{row['enrolment_id']}/departure/acts"
        body = {"left_on": (await self.today()).isoformat(), "reason": "moved_away"}
        at = await self.now()
        await worker.sign_act("kindergartens", await worker.post(path, body))
        await self.did(at, depart={"child": name})

    async def cancels(self, name: str, family: Parent, state: Standing) -> None:
        referral = state["referral"]["referral_id"]
        path = f"/referrals/applications/{family.application_id}/referrals/{referral}/cancellation/acts"
        await self.tries(self.signs(family, path), cancel={"child": name})

    async def arrives(self, name: str, _: Parent, state: Standing) -> None:
        path = f"/referrals/referrals/{state['referral']['referral_id']}/arrival"
        await self.tries(self.worker_of(state).post(path), arrive={"child": name})

    async def refused(self, name: str, _: Parent, state: Standing) -> None:
        path = f"/referrals/referrals/{state['referral']['referral_id']}/refusal/acts"
        body = {"reason": "no_room", "words": "орын жоқ"}
        await self.tries(self.signs(self.worker_of(state), path, body), refuse={"child": name})

    async def decided(self, name: str, _: Parent, state: Standing) -> None:
        act, outcome = self.random.choice((("uphold", "upheld"), ("overrule", "overruled")))
        path = f"/referrals/refusals/{state['referral']['referral_id']}/decision/acts"
        body = {"outcome": outcome, "words": "тексерілді"}
        await self.tries(self.signs(self.officer, path, body), **{act: {"child": name}})

    async def annuls(self) -> None:
        """The officer annuls some place, if nobody has taken it."""
        place_id = self.random.choice(list(self.places))
        path = f"/referrals/vacancies/{self.vacancies[place_id]}/annulments/acts"
        body = {"place_ids": [place_id], "reason": "published_by_mistake"}
        await self.tries(self.signs(self.officer, path, body), annul={"place": self.places[place_id]})

    async def closes(self) -> None:
        """The administrator closes one of the kindergartens."""
        published = {self.vacancies[each] for each in self.places}
        if self.closed or not published:
            return
        self.closed = True
        path, at = f"/kindergartens/kindergartens/{self.closing.kindergarten_id}/closing/acts", await self.now()
        await self.boss.sign_act("kindergartens", await self.boss.post(path, {"remark": "№ 7 бұйрық"}))
        await self.did(at, close={"kindergarten": "L"})

    def worker_of(self, state: Standing) -> Worker:
        """Who works in the kindergarten of the last referral."""
        wanted = state["referral"]["kindergarten_id"]
        return next(each for each in (self.garden, self.closing) if each.kindergarten_id == wanted)

    async def signs(self, who: Person, path: str, body: dict[str, Any] | None = None) -> None:
        """Prepare an act of referrals and sign it."""
        await who.sign_act("referrals", await who.post(path, body))

    async def tries(self, doing: Awaitable[Any], **act: Any) -> None:
        """Do it; what the rules forbid is written down as well, for the simulator to refuse."""
        at = await self.now()
        try:
            await doing
        except RefusedError as refused:
            if refused.status != HTTPStatus.CONFLICT:
                raise
        await self.did(at, **act)

    async def now(self) -> datetime:
        """The stack's time."""
        return await self.world.sandbox.now()

    async def today(self) -> date:
        """The stack's day in Kazakhstan."""
        return await self.world.today()

    async def did(self, at: datetime, **act: Any) -> None:
        """Write a step down, and how everybody stands after it."""
        await self.world.settles()
        self.lived.steps.append({"at": at.astimezone(ALMATY).isoformat(timespec="microseconds"), **act})
        self.lived.standings.append({name: await self.standing(each) for name, each in self.families.items()})

    async def standing(self, family: Parent) -> Standing:
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


def _printed(instant: str) -> str:
    return datetime.fromisoformat(instant).astimezone(ALMATY).isoformat()
