"""The world a story plays in: one stack, seen from outside, and a district to itself."""

import asyncio
import secrets
import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any, TypeVar

import httpx

from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person
from tests.e2e.actors.worker import Worker
from tests.e2e.browser import browser
from tests.e2e.sandbox import Sandbox

PersonT = TypeVar("PersonT", bound=Person)
ALMATY = timezone(timedelta(hours=5))
FIRST_HOUR, LAST_HOUR = 8, 20
# nobody is new twice, whichever story of this process met them
_newcomers: set[str] = set()


class World:
    """Finds people who are free for a story, and moves time."""

    def __init__(
        self, gateway: str, sandbox: str, district: str = "1110", group_year: int = 2022, *, patience_s: float = 0.0
    ) -> None:
        self.gateway = gateway
        self.sandbox = Sandbox(sandbox, patience_s)
        self.district = district
        self.group_year = group_year
        self._parents: Iterator[dict[str, Any]] | None = None
        self._people: list[Person] = []

    async def close(self) -> None:
        """Close every browser."""
        await asyncio.gather(*(person.http.aclose() for person in self._people))
        await self.sandbox.http.aclose()

    async def parent(self, language: str = "kk", *, child_having: str = "") -> Parent:
        """A parent of this district, signed in, with a child of this group year and no application yet.

        `child_having` is what the child's Kazakh name must have in it.
        """
        while True:
            parent = await self._next_parent(language)
            if child_having not in await self._kazakh_name(parent.child_iin):
                continue
            await parent.sign_in()
            if not await parent.applications():
                return parent
            await parent.http.aclose()

    async def parents(self, count: int) -> list[Parent]:
        """So many different parents."""
        return [await self.parent() for _ in range(count)]

    async def parent_of_twins(self) -> Parent:
        """The parent of this district who has twins, signed in, with no application yet."""
        residents = await self.sandbox.people(limit=1000, role="parent", district=self.district)
        # the sandbox has them after all others
        for resident in reversed([each for each in residents if len(each["person"]["children"]) > 1]):
            iins = resident["person"]["children"][:2]
            one, other = [await self.sandbox.get(f"/people/{iin}") for iin in iins]
            if one["person"]["birth_date"] == other["person"]["birth_date"]:
                parent = self._met(Parent(self.gateway, self.sandbox, resident))
                parent.child_iin, parent.twin_iin = iins
                await parent.sign_in()
                if not await parent.applications():
                    return parent
        raise AssertionError("this district has no parent of twins without an application")

    async def family_of_twins(self, children: int = 2) -> list[Parent]:
        """A family that comes to live in this district with so many children of this group year, born together.

        Returns:
            The mother, signed in, once for each child.
        """
        come = {"year": self.group_year, "count": 1, "children": children}
        await self.sandbox.post(f"/districts/{self.district}/families", come)
        residents = await self.sandbox.everybody(role="parent", district=self.district, born=self.group_year)
        # who has come last is listed last
        mother = self._met(Parent(self.gateway, self.sandbox, residents[-1]))
        await mother.sign_in()
        return [mother.of(iin) for iin in mother.resident["person"]["children"]]

    async def queue(self, count: int) -> list[Parent]:
        """So many parents whose children stand in the queue, in this order."""
        waiting = []
        for _ in range(count):
            parent = await self.parent()
            await parent.applies()
            await parent.position()
            waiting.append(parent)
        return waiting

    async def worker(self, ordinal: int = 0) -> Worker:
        """The worker of this district's n-th kindergarten, signed in."""
        gardens = await self._gardens()
        garden = gardens[ordinal]
        resident = await self.sandbox.get(f"/people/{garden['worker_iin']}")
        worker = self._met(Worker(self.gateway, self.sandbox, resident))
        await worker.sign_in()
        registered = (await worker.get("/kindergartens/kindergartens", district=self.district, limit=200))["items"]
        worker.kindergarten = next(each for each in registered if each["name"]["kk"] == garden["name"]["kk"])
        # another journey of this district may have made them a worker of a second kindergarten
        await worker.request("PUT", "/auth/me/workplace", json={"kindergarten_id": worker.kindergarten["id"]})
        return worker

    async def newcomer(self) -> Worker:
        """Somebody of this district who may begin to work in a kindergarten; signs in when it is time."""
        residents = await self.sandbox.people(limit=1000, role="parent", district=self.district)
        # fathers only: mothers apply for their children
        fathers = [each for each in residents if each["person"]["sex"] == "male" and each["id"] not in _newcomers]
        resident = secrets.choice(fathers)
        _newcomers.add(resident["id"])
        return self._met(Worker(self.gateway, self.sandbox, resident))

    async def opens_kindergarten(self, boss: Person, worker: Worker | None = None) -> Worker:
        """A kindergarten of this district that no other story needs, to be closed; who works there, signed in."""
        worker = worker or await self.newcomer()
        words = ("kk", "ru", "en")
        body = {
            "district": self.district,
            "name": dict.fromkeys(words, f"«Жабылатын {uuid.uuid4().hex[:8]}» балабақшасы"),
            "address": dict.fromkeys(words, "Сынақ көшесі, 1"),
            "phone": "77990000021",
            "ownership": "state",
            "workers": [worker.iin],
        }
        worker.kindergarten = await boss.post("/kindergartens/kindergartens", body)
        await self.settles()
        await worker.sign_in()
        return worker

    async def administrator(self) -> Person:
        """The region's administrator, signed in."""
        resident = (await self.sandbox.people(role="administrator", limit=1))[0]
        person = self._met(Person(self.gateway, self.sandbox, resident))
        await person.sign_in()
        return person

    async def officer(self) -> Person:
        """The officer of this district, signed in."""
        return await self._officer((await self.sandbox.people(role="officer", district=self.district, limit=1))[0])

    async def officer_of_elsewhere(self) -> Person:
        """An officer of another district, signed in."""
        officers = await self.sandbox.people(role="officer", limit=100)
        return await self._officer(next(each for each in officers if each["district"] != self.district))

    async def _officer(self, resident: dict[str, Any]) -> Person:
        person = self._met(Person(self.gateway, self.sandbox, resident))
        await person.sign_in()
        return person

    async def person(self, iin: str) -> Person:
        """Somebody by the IIN, not signed in."""
        return self._met(Person(self.gateway, self.sandbox, await self.sandbox.get(f"/people/{iin}")))

    async def begins_by_day(self) -> None:
        """Between 22:00 and 8:00 no notice leaves: a story begun in the evening or at night begins at 9:00."""
        now = (await self.sandbox.now()).astimezone(ALMATY)
        if not FIRST_HOUR <= now.hour < LAST_HOUR:
            nine = now.replace(hour=9, minute=0, second=0, microsecond=0)
            await self.sandbox.advance_to(nine if nine > now else nine + timedelta(days=1))

    async def today(self) -> date:
        """The stack's day in Kazakhstan."""
        return (await self.sandbox.now()).astimezone(ALMATY).date()

    async def settles(self) -> None:
        """Wait until nothing is under way."""
        await self.sandbox.settle()

    async def passes_midnight_after(self, last_day: str) -> None:
        """Move time through every deadline to just after the end of a day in Kazakhstan."""
        end = midnight_after(date.fromisoformat(last_day))
        await self.sandbox.advance_to(end + timedelta(seconds=1))

    async def anybody(self) -> httpx.AsyncClient:
        """A browser of nobody in particular."""
        return browser(self.gateway)

    async def _next_parent(self, language: str) -> Parent:
        if self._parents is None:
            query = {"role": "parent", "district": self.district, "born": self.group_year}
            residents = await self.sandbox.everybody(**query)
            # mothers only: both parents may apply, but a child has one live application
            self._parents = iter([each for each in residents if each["person"]["sex"] == "female"])
        resident = next(self._parents, None)
        if resident is None:
            raise AssertionError("this district has no more parents without an application")
        parent = self._met(Parent(self.gateway, self.sandbox, resident, language))
        parent.child_iin = await self._child_of_year(resident)
        return parent

    async def _child_of_year(self, resident: dict[str, Any]) -> str:
        for iin in resident["person"]["children"]:
            child = await self.sandbox.get(f"/people/{iin}")
            if child["person"]["birth_date"].startswith(str(self.group_year)):
                return str(iin)
        raise AssertionError("the sandbox lists a parent without a child of that year")

    async def _kazakh_name(self, iin: str) -> str:
        name = (await self.sandbox.get(f"/people/{iin}"))["person"]["name"]["kk"]
        return f"{name['surname']} {name['given']} {name['patronymic']}"

    async def _gardens(self) -> list[dict[str, Any]]:
        gardens = await self.sandbox.get("/kindergartens")
        return [garden for garden in gardens if garden["district"] == self.district]

    def _met(self, person: PersonT) -> PersonT:
        self._people.append(person)
        return person


def midnight_after(day: date) -> datetime:
    """The instant at which a day in Kazakhstan is over."""
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), ALMATY)


# the two districts with enough families for a crowd are kept for those who need one
CROWDED = ("1170", "1110")
DISTRICTS = (
    *("1116", "1118", "1132", "1134", "1136", "1138", "1140", "1144", "1145"),
    *("1146", "1148", "1152", "1154", "1156", "1160", "1164", "1166", "1168"),
)
GROUP_YEARS = (2022, 2023, 2021)  # the oldest last: they soon go to school


def queues() -> Iterator[tuple[str, int]]:
    """District and group year, each once: a queue to itself for each story that wants one."""
    return iter([(district, year) for year in GROUP_YEARS for district in DISTRICTS])
