"""A parent gives a code by which somebody fetches the child on one day, once (domain §8.pickup)."""

import asyncio
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
import sqlalchemy as sa

from kezek.contracts.access import KindergartensRead
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import PickupChanged
from kezek.contracts.vocabulary import PickupState
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.kindergartens.usecases.forget_pickups import forget_pickups
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.testing import an_actor, published
from kezek.platform.testing.events import deliver_erased
from kezek.platform.workdays import local_day

pytestmark = pytest.mark.servers
WHO = "Нұрланова Айгүл"
A_DAY = timedelta(days=1)
DONE = (204, "")
GARDEN = ("district", "address", "ownership")
PASS = sa.text(
    "update kindergartens.pickup set day = day - cast(:days as int), "
    "given_at = given_at - cast(:days as int) * interval '1 day', "
    "used_at = used_at - cast(:days as int) * interval '1 day'"
)
BACK = sa.text("update kindergartens.enrolment set ended_on = ended_on - 1")
COUNT = sa.text("select count(*) from kindergartens.pickup")


@dataclass
class Family:
    """A child in a group and its parent, and the kindergarten."""

    region: Any
    child: Any
    parent: Actor
    enrolment_id: str

    @property
    def today(self) -> date:
        return local_day(self.region.database.clock.now())

    @property
    def api(self) -> Any:
        return self.region.api.by(self.parent)

    async def asks(self, day: date | None = None, name: str = WHO, **changed: Any) -> httpx.Response:
        body = {"application_id": str(self.child.application_id), "name": name, "day": f"{day or self.today}"}
        answer: httpx.Response = await self.api.post("/me/pickups", json={**body, **changed})
        return answer

    async def gives(self, day: date | None = None, name: str = WHO) -> tuple[str, str]:
        """The code's digits and its id."""
        answer = await self.asks(day, name)
        assert answer.status_code == 201, answer.text
        told = answer.json()
        return told["code"], told["pickup"]["pickup_id"]

    async def listed(self) -> list[tuple[str, str]]:
        items = (await self.api.get("/me/pickups")).json()["items"]
        return [(each["name"], each["state"]) for each in items]

    async def at_the_door(self, what: str, code: str, worker: Actor | None = None, **more: Any) -> httpx.Response:
        """A worker of the kindergarten, or of another one, types a code."""
        worker = worker or self.region.worker
        (grant,) = worker.grants
        path = f"/kindergartens/{grant.kindergarten_id}/pickups/{what}"
        answer: httpx.Response = await self.region.api.by(worker).post(path, json={"code": code, **more})
        return answer

    async def uses(self, code: str, worker: Actor | None = None, mark_id: UUID | None = None) -> httpx.Response:
        return await self.at_the_door("use", code, worker, mark_id=str(mark_id or new_id()))

    async def told(self) -> list[PickupState]:
        found = await published(self.region.database)
        return [each.event.state for each in found if isinstance(each.event, PickupChanged)]

    async def days_pass(self, days: int) -> None:
        """As if all were given and used so many days earlier."""
        async with self.region.database.write() as tx:
            await tx.execute(PASS, {"days": days})


async def a_family(region: Any) -> Family:
    child = region.family()
    enrolment_id = await region.enrols(child)
    return Family(region, child, replace(an_actor(), person_id=child.applicant_id), enrolment_id)


@pytest.fixture
async def family(region: Any) -> Family:
    return await a_family(region)


def code_of(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"] if answer.content else ""


async def test_somebody_fetches_the_child_by_the_code_once_and_the_day_tells_who(family: Family) -> None:
    code, _ = await family.gives()
    assert (len(code), code.isdigit()) == (8, True)
    seen = await family.at_the_door("look", f" {code[:4]}–{code[4:]} ")
    assert seen.status_code == 200, seen.text
    look = seen.json()
    assert (look["given_name"], look["name"], look["given_by"]) == ("Ғани", WHO, "Үлгіева Әсем")
    assert await family.listed() == [(WHO, "waiting")], "to look uses nothing"
    mark_id = new_id()
    assert code_of(await family.uses(code, mark_id=mark_id)) == DONE
    assert code_of(await family.uses(code, mark_id=mark_id)) == DONE, "an answer that was lost is asked for again"
    assert code_of(await family.uses(code)) == (409, "pickup_used")
    assert code_of(await family.at_the_door("look", code)) == (409, "pickup_used")
    (own,) = (await family.api.get("/me/pickups")).json()["items"]
    assert (own["state"], own["used_at"] is not None, "code" in own) == ("used", True, False)
    (day,) = (await family.api.get(f"/attendance/children/{family.child.application_id}")).json()["days"]
    left = day["leaving"]
    assert (day["presence"], left["id"], left["by_code"], left["fetched_by"]) == ("gone", str(mark_id), True, WHO)
    assert await family.told() == [PickupState.WAITING, PickupState.USED]
    reads = [
        each.event for each in await published(family.region.database) if isinstance(each.event, KindergartensRead)
    ]
    assert [each.what for each in reads].count("pickups:read") == 1


async def test_two_workers_use_a_code_at_one_instant_once(family: Family) -> None:
    code, _ = await family.gives()
    answers = await asyncio.gather(*(family.uses(code) for _ in range(6)))
    assert sorted(map(code_of, answers)) == [DONE] + [(409, "pickup_used")] * 5
    (day,) = (await family.api.get(f"/attendance/children/{family.child.application_id}")).json()["days"]
    assert len(day["marks"]) == 1


async def test_a_new_code_of_the_same_day_replaces_the_old_one_and_a_withdrawn_one_opens_nothing(
    family: Family,
) -> None:
    old, old_id = await family.gives()
    new, new_id_ = await family.gives(name="Басқа Адам")
    other, _ = await family.gives(family.today + timedelta(days=1))
    assert code_of(await family.uses(old)) == (409, "pickup_withdrawn")
    assert await family.listed() == [(WHO, "waiting"), ("Басқа Адам", "waiting"), (WHO, "withdrawn")]
    again = await family.api.delete(f"/me/pickups/{old_id}")
    assert (again.status_code, again.json()["params"]) == (409, {"state": "withdrawn"})
    stranger = await family.region.api.by(an_actor()).delete(f"/me/pickups/{new_id_}")
    assert code_of(stranger) == (404, "pickup_not_found")
    assert (await family.api.delete(f"/me/pickups/{new_id_}")).status_code == 204
    assert code_of(await family.uses(new)) == (409, "pickup_withdrawn")
    early = await family.uses(other)
    assert (*code_of(early), early.json()["params"]["day"]) == (409, "pickup_other_day", f"{family.today + A_DAY}")
    given, withdrawn = PickupState.WAITING, PickupState.WITHDRAWN
    assert await family.told() == [given, withdrawn, given, given, withdrawn]


async def test_the_day_over_the_code_has_lapsed(family: Family) -> None:
    code, pickup_id = await family.gives()
    await family.days_pass(1)
    assert await family.listed() == [(WHO, "lapsed")]
    assert code_of(await family.uses(code)) == (409, "pickup_other_day")
    over = await family.api.delete(f"/me/pickups/{pickup_id}")
    assert (code_of(over), over.json()["params"]) == ((409, "pickup_over"), {"state": "lapsed"})


async def test_a_code_of_another_kindergarten_is_as_unknown_as_a_wrong_one_and_wrong_ones_are_few(
    family: Family,
) -> None:
    region, code = family.region, (await family.gives())[0]
    iin = an_actor().iin
    garden = {**{name: region.kindergarten[name] for name in GARDEN}, "phone": "77999000009", "workers": [iin]}
    garden["name"] = {"kk": "Басқа", "ru": "Другой", "en": "Other"}
    made = (await region.api.by(region.administrator).post("/kindergartens", json=garden)).json()
    elsewhere = replace(an_actor(Grant(Role.WORKER, kindergarten_id=UUID(made["id"]))), iin=iin)
    foreign, wrong = [await family.at_the_door("look", each, elsewhere) for each in (code, "00000000")]
    assert code_of(foreign) == code_of(wrong) == (404, "pickup_unknown")
    assert {**foreign.json(), "instance": ""} == {**wrong.json(), "instance": ""}
    tried = await asyncio.gather(*(family.uses(f"{n:08}", elsewhere) for n in range(14)))
    assert sorted(map(code_of, tried)) == [(404, "pickup_unknown")] * 8 + [(429, "pickup_tries_spent")] * 6
    assert code_of(await family.uses(code)) == DONE, "the others go on"


async def test_an_answer_that_was_lost_is_asked_for_again_though_the_tries_are_spent(family: Family) -> None:
    code, mark_id = (await family.gives())[0], new_id()
    assert code_of(await family.uses(code, mark_id=mark_id)) == DONE
    for n in range(10):
        assert code_of(await family.uses(f"{n:08}")) == (404, "pickup_unknown")
    assert code_of(await family.uses(code, mark_id=mark_id)) == DONE
    assert code_of(await family.uses(code)) == (429, "pickup_tries_spent"), "as another mark it is a try"


async def test_once_the_child_has_left_or_its_family_is_forgotten_the_code_opens_nothing(family: Family) -> None:
    code, _ = await family.gives(family.today + A_DAY)
    today, _ = await family.gives()
    region = family.region
    path = f"/kindergartens/{region.id}/roster/{family.enrolment_id}/departure/acts"
    left = await region.api.perform(region.worker, path, {"left_on": f"{family.today}", "reason": "moved_away"})
    assert left.status_code == 200, left.text
    assert await family.listed() == [(WHO, "waiting"), (WHO, "lapsed")], "the last day is the child's, too"
    async with region.database.write() as tx:
        await tx.execute(BACK, {})
    assert code_of(await family.uses(today)) == (409, "pickup_child_left")
    await deliver_erased(region.database, consumers, ApplicationCard, str(family.child.application_id))
    assert code_of(await family.uses(code)) == (404, "pickup_unknown")
    assert await family.listed() == []


async def test_only_the_parent_gives_codes_for_days_near_by_and_not_without_end(family: Family) -> None:
    for who in (an_actor(), family.region.worker):
        api = family.region.api.by(who)
        body = {"application_id": str(family.child.application_id), "name": WHO, "day": f"{family.today}"}
        assert code_of(await api.post("/me/pickups", json=body)) == (404, "enrolment_not_found")
    for days in (-1, 8):
        refused = await family.asks(family.today + timedelta(days=days))
        assert code_of(refused) == (409, "pickup_day_not_allowed")
    wrongs: tuple[dict[str, Any], ...] = ({"name": " "}, {"name": "<b>"}, {"day": "2026-13-01"})
    for wrong in wrongs:
        assert (await family.asks(**wrong)).status_code == 422
    assert await family.listed() == []
    for _ in range(20):
        await family.gives()
    assert code_of(await family.asks()) == (409, "too_many_pickups")
    for actor, status in ((family.parent, 403), (an_actor(Grant(Role.WORKER, kindergarten_id=new_id())), 404)):
        for what in ("look", "use"):
            path = f"/kindergartens/{family.region.id}/pickups/{what}"
            body = {"code": "12345678", **({"mark_id": str(new_id())} if what == "use" else {})}
            assert (await family.region.api.by(actor).post(path, json=body)).status_code == status


async def test_who_fetched_is_forgotten_after_a_year_and_who_did_not_after_a_month(family: Family) -> None:
    await family.gives(family.today + A_DAY)
    code, _ = await family.gives(name="Келген Адам")
    assert code_of(await family.uses(code)) == DONE
    for days, left in ((0, 2), (32, 1), (333, 1), (2, 0)):
        await family.days_pass(days)
        async with family.region.database.write() as tx:
            await forget_pickups(tx, timedelta(days=30), timedelta(days=366))
            assert await tx.value(COUNT, {}) == left
    (day,) = (await family.api.get(f"/attendance/children/{family.child.application_id}")).json()["days"]
    assert (day["leaving"]["by_code"], day["leaving"]["fetched_by"]) == (True, None)
