"""A parent names who may bring and fetch an enrolled child; none of the kindergarten's staff (domain §8.escorts)."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from dirty_equals import IsPartialDict

from kezek.contracts.access import KindergartensRead
from kezek.contracts.auth import EscortSignedIn
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Escort, EscortsChanged
from kezek.contracts.vocabulary import EscortEnding
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.kindergartens.main_api import build_app
from kezek.kindergartens.settings import KindergartensSettings
from kezek.kindergartens.usecases.ask_register import ask
from kezek.kindergartens.usecases.check_escort import works
from kezek.kindergartens.usecases.close_kindergarten import CLOSE_ROSTER, close_roster
from kezek.kindergartens.usecases.entrusting import forget_ended
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.errors import NotFound
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.persons_register import Registered, open_register
from kezek.platform.testing import MovableClock, an_actor, an_iin, deliver, listening, published
from kezek.platform.workdays import local_day
from kezek_sandbox.app import create_app
from kezek_sandbox.people.model import Person
from kezek_sandbox.people.model import Role as Part
from kezek_sandbox.testing import settings_in

pytestmark = pytest.mark.servers
PHONE = "77990001177"
MOST_A_DAY = 20
OTHER = {
    "district": "1110",
    "name": {"kk": "«Ақбота» балабақшасы", "ru": "Детский сад «Акбота»", "en": "Akbota kindergarten"},
    "address": {"kk": "Сарыарқа көшесі, 1", "ru": "улица Сарыарка, 1", "en": "1 Saryarka street"},
    "phone": "77999000008",
    "ownership": "state",
}


@dataclass
class Register:
    """The sandbox's persons register and people out of it."""

    url: str
    grown: list[Person]
    children: list[Person]

    def somebody(self) -> Person:
        """An adult whom no other test knows."""
        return self.grown.pop()

    async def is_(self, mode: str) -> None:
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as client:
            (await client.post("/control/register", json={"mode": mode})).raise_for_status()


@pytest.fixture(scope="session")
async def sandbox(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Register]:
    folder: Path = tmp_path_factory.mktemp("sandbox")
    MovableClock(folder / "clock")
    app = create_app(settings_in(folder))
    async with listening(app) as url:
        people = app.state.sandbox.people
        grown, children = [[each.person for each in people.select(role=role)] for role in (Part.PARENT, Part.CHILD)]
        yield Register(url, grown, children)


@pytest.fixture
async def register(sandbox: Register) -> AsyncIterator[Register]:
    yield sandbox
    await sandbox.is_("ok")


@pytest.fixture
async def kindergartens_api(make_settings: Any, api: Any, register: Register) -> Any:
    url = f"{register.url}/register"
    bounds = {"public_answers_kept_s": 0, "most_entrustments_a_day": MOST_A_DAY}
    settings = await make_settings("kindergartens", KindergartensSettings, register_url=url, **bounds)
    return await api(build_app(settings))


@dataclass
class Home:
    """A parent with an enrolled child, and the register."""

    region: Any
    register: Register
    child: Any
    parent: Actor
    enrolment_id: str

    @property
    def api(self) -> Any:
        return self.region.api.by(self.parent)

    @property
    def application_id(self) -> str:
        return str(self.child.application_id)

    def body(self, who: Person, *children: str, **changed: Any) -> dict[str, Any]:
        name = who.name.kk
        named = {"iin": who.iin, "name": f"{name.surname} {name.given}", "phone": PHONE}
        return {**named, "application_ids": [*(children or [self.application_id])], **changed}

    async def names(self, who: Person | None = None, *children: str, **changed: Any) -> httpx.Response:
        answer: httpx.Response = await self.api.post(
            "/me/escorts", json=self.body(who or self.register.somebody(), *children, **changed)
        )
        return answer

    async def has(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = (await self.api.get("/me/escorts")).json()["items"]
        return [each for each in items if each["application_ids"]]

    async def enrols(self) -> str:
        """Another child of the same parent; its application."""
        sibling = replace(self.region.family(), applicant_id=self.parent.person_id)
        await self.region.enrols(sibling, given_name="Айша")
        return str(sibling.application_id)

    async def told(self, kind: Any) -> list[Any]:
        return [each.event for each in await published(self.region.database) if isinstance(each.event, kind)]

    async def hires(self, *people: Person, **changed: Any) -> Any:
        today = f"{local_day(self.region.database.clock.now())}"
        line = {"position": "Тәрбиеші", "from_on": today, **changed}
        lines = [{"iin": each.iin, "name": str(each.name.kk), **line} for each in people]
        path = f"/kindergartens/{self.region.id}/staff/acts"
        return await self.region.api.perform(self.region.worker, path, {"lines": lines})


async def a_home(region: Any, register: Register) -> Home:
    child = region.family()
    enrolment_id = await region.enrols(child)
    return Home(region, register, child, replace(an_actor(), person_id=child.applicant_id), enrolment_id)


@pytest.fixture
async def home(region: Any, register: Register) -> Home:
    return await a_home(region, register)


def refused(answer: Any, code: str) -> None:
    assert (answer.status_code, answer.json()["code"]) in {(409, code), (404, code), (422, code)}, answer.text


async def test_an_escort_is_entrusted_at_once_and_removed_at_once_and_all_are_told_each_time(home: Home) -> None:
    who = home.register.somebody()
    named = await home.names(who)
    assert named.status_code == 201, named.text
    (escort,) = await home.has()
    assert (escort["checked"], escort["phone"], escort["application_ids"]) == (True, PHONE, [home.application_id])
    assert (await home.api.delete(f"/me/escorts/{escort['escort_id']}")).status_code == 204
    assert await home.has() == []
    (known,) = (await home.api.get("/me/escorts")).json()["items"]
    assert known["escort_id"] == escort["escort_id"], "somebody known before is offered again"
    begun, ended = await home.told(Escort)
    assert (begun.phone, begun.active, ended.ended_because) == (PHONE, True, EscortEnding.PARENT)
    assert begun.key() == ended.key()
    changes = [(each.added, each.ended, each.entrusted) for each in await home.told(EscortsChanged)]
    assert changes == [(1, 0, 1), (0, 1, 0)]


async def test_the_parent_sees_the_own_children_in_kindergartens_and_the_numbers_that_hold(home: Home) -> None:
    (child,) = (await home.api.get("/me/escorts")).json()["children"]
    told = {name: child[name] for name in ("most_escorts", "most_children_of_escort", "escort_from_years")}
    assert told == {"most_escorts": 5, "most_children_of_escort": 5, "escort_from_years": 16}
    assert (child["given_name"], child["kindergarten"]["kindergarten_id"]) == ("Ғани", home.region.id)


async def test_five_escorts_added_by_two_tabs_at_once_are_five(home: Home) -> None:
    people = [home.register.somebody() for _ in range(10)]
    answers = await asyncio.gather(*(home.names(each) for each in people))
    assert sorted(each.status_code for each in answers) == [201] * 5 + [409] * 5
    assert {each.json()["code"] for each in answers if each.status_code == 409} == {"too_many_escorts"}
    assert len(await home.has()) == 5


async def test_one_escort_has_five_children_of_all_families_however_they_are_named_at_once(
    region: Any, register: Register
) -> None:
    homes, who = [await a_home(region, register) for _ in range(7)], register.somebody()
    answers = await asyncio.gather(*(each.names(who) for each in homes))
    assert sorted(each.status_code for each in answers) == [201] * 5 + [409] * 2
    assert {each.json()["code"] for each in answers if each.status_code == 409} == {"too_many_children_of_escort"}


async def test_who_may_not_be_an_escort_is_refused_and_nothing_changes(home: Home) -> None:
    young = next(each for each in home.register.children if each.birth_date > date(2015, 1, 1))
    refused(await home.names(young), "escort_too_young")
    who = home.register.somebody()
    refused(await home.names(who, name="Бөтен Адам"), "escort_name_differs")
    refused(await home.names(who, iin=an_iin()), "escort_not_in_register")
    refused(await home.names(who, iin=home.parent.iin), "escort_is_applicant")
    refused(await home.names(who, str(new_id())), "enrolment_not_found")
    refused(await home.names(who, iin="991399000008"), "request_invalid")
    refused(
        await home.api.put(f"/me/escorts/{new_id()}", json={"phone": PHONE, "application_ids": []}), "escort_not_found"
    )
    assert (await home.has(), await home.told(Escort)) == ([], [])


async def test_the_name_may_be_typed_as_people_do(home: Home) -> None:
    who = home.register.somebody()
    name = who.name.ru
    assert (await home.names(who, name=f"  {name.given.upper()} {name.surname.lower()} ")).status_code == 201


async def test_only_the_parent_of_the_referral_names_escorts_of_a_child(region: Any, register: Register) -> None:
    mine, other = await a_home(region, register), await a_home(region, register)
    refused(await other.names(register.somebody(), mine.application_id), "enrolment_not_found")
    escort = (await mine.names()).json()
    path = f"/me/escorts/{escort['escort_id']}"
    refused(await other.api.put(path, json={"phone": PHONE, "application_ids": []}), "escort_not_found")
    refused(await other.api.delete(path), "escort_not_found")
    assert len(await mine.has()) == 1


async def test_a_known_escort_is_given_further_children_by_ticks(home: Home) -> None:
    sibling = await home.enrols()
    escort = (await home.names()).json()
    path = f"/me/escorts/{escort['escort_id']}"
    both = [home.application_id, sibling]
    ticked = await home.api.put(path, json={"phone": PHONE, "application_ids": both})
    assert set(ticked.json()["application_ids"]) == set(both)
    again = await home.api.put(path, json={"phone": PHONE, "application_ids": both})
    assert again.json() == ticked.json()
    (only,) = (await home.api.put(path, json={"phone": PHONE, "application_ids": [sibling]})).json()["application_ids"]
    assert only == sibling
    assert [each.active for each in await home.told(Escort)] == [True, True, False], "saving the same tells nobody"


async def test_to_name_somebody_again_takes_no_child_away(home: Home) -> None:
    sibling, who = await home.enrols(), home.register.somebody()
    await home.names(who)
    await home.names(who, sibling)
    (escort,) = await home.has()
    assert set(escort["application_ids"]) == {home.application_id, sibling}


async def test_the_same_request_sent_twice_names_once(home: Home) -> None:
    body, key = home.body(home.register.somebody()), {"Idempotency-Key": f"{new_id()}"}
    answers = [await home.api.post("/me/escorts", json=body, headers=key) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert len(await home.told(Escort)) == 1


async def test_of_another_phone_the_former_one_hears_that_it_ends_and_the_new_one_that_it_begins(home: Home) -> None:
    escort = (await home.names()).json()
    other = {"phone": "77990001178", "application_ids": [home.application_id]}
    await home.api.put(f"/me/escorts/{escort['escort_id']}", json=other)
    told = [(each.phone, each.active) for each in await home.told(Escort)]
    assert told == [(PHONE, True), (PHONE, False), ("77990001178", True)]
    assert len(await home.has()) == 1


async def test_the_parent_sees_since_when_the_escort_has_signed_in(home: Home) -> None:
    await home.names()
    assert [each["signed_in_at"] for each in await home.has()] == [None]
    tie = (await home.told(Escort))[0].entrustment_id
    first, later = datetime(2026, 9, 1, 3, tzinfo=UTC), datetime(2026, 9, 2, 3, tzinfo=UTC)
    for at in (first, later):
        signed_in = EscortSignedIn(entrustment_id=tie, signed_in_at=at)
        await deliver(home.region.database, consumers, signed_in)
    assert [datetime.fromisoformat(each["signed_in_at"]) for each in await home.has()] == [first]
    await deliver(home.region.database, consumers, EscortSignedIn(entrustment_id=new_id(), signed_in_at=first))


async def test_none_of_the_staff_is_an_escort_but_elsewhere(home: Home) -> None:
    who = home.register.somebody()
    hired = await home.hires(who)
    assert hired.json()["result"] == {"kindergarten_id": home.region.id, "lines": 1, "escorts_ended": 0}
    refused(await home.names(who), "escort_on_staff")
    worker = {**home.body(home.register.somebody()), "iin": home.region.worker.iin}
    await home.register.is_("down")
    refused(await home.api.post("/me/escorts", json=worker), "escort_on_staff")
    await home.register.is_("ok")
    today = local_day(home.region.database.clock.now())
    left = {"from_on": f"{today - timedelta(days=30)}", "until_on": f"{today - timedelta(days=1)}"}
    former = home.register.somebody()
    assert (await home.hires(former, **left)).status_code == 200
    assert (await home.names(former)).status_code == 201


async def test_who_is_hired_is_an_escort_there_no_more_and_the_statement_says_so(home: Home) -> None:
    who, stays = home.register.somebody(), home.register.somebody()
    await home.names(who)
    await home.names(stays)
    today = f"{local_day(home.region.database.clock.now())}"
    line = {"iin": who.iin, "name": str(who.name.kk), "position": "Аспаз", "from_on": today}
    path = f"/kindergartens/{home.region.id}/staff/acts"
    prepared = (await home.region.api.by(home.region.worker).post(path, json={"lines": [line]})).json()
    assert "сопровождающий детей" in str(json.loads(base64.b64decode(prepared["document_base64"])))
    signed = await home.region.api.sign(home.region.worker, prepared)
    assert signed.json()["result"]["escorts_ended"] == 1
    (left,) = await home.has()
    assert left["iin"] == stays.iin
    assert [each.ended_because for each in await home.told(Escort)][-1] is EscortEnding.HIRED
    assert (await home.told(EscortsChanged))[-1].because is EscortEnding.HIRED


async def test_somebody_hired_and_named_at_the_same_time_is_not_both(home: Home) -> None:
    for _ in range(5):
        who = home.register.somebody()
        today = f"{local_day(home.region.database.clock.now())}"
        line = {"iin": who.iin, "name": str(who.name.kk), "position": "Аспаз", "from_on": today}
        path = f"/kindergartens/{home.region.id}/staff/acts"
        prepared = (await home.region.api.by(home.region.worker).post(path, json={"lines": [line]})).json()
        signed, _ = await asyncio.gather(home.region.api.sign(home.region.worker, prepared), home.names(who))
        named = who.iin in {each["iin"] for each in await home.has()}
        assert named == (signed.status_code == 409), "either the act is outdated, or the escort has ended"


async def test_a_new_worker_of_the_system_is_an_escort_there_no_more(home: Home) -> None:
    who = home.register.somebody()
    await home.names(who)
    path = f"/kindergartens/{home.region.id}/workers"
    await home.region.api.by(home.region.administrator).put(path, json={"iin": who.iin})
    assert await home.has() == []


async def test_staff_lines_that_cannot_be_are_refused_with_their_number(home: Home) -> None:
    first, second = home.register.somebody(), home.register.somebody()
    refused(await home.hires(first, from_on="2999-01-01"), "staff_from_in_future")
    ends = await home.hires(first, second, from_on="2020-02-02", until_on="2020-02-01")
    assert (ends.json()["code"], ends.json()["params"]["line"]) == ("staff_until_before_from", 1)
    refused(await home.hires(first, second, first), "staff_named_twice")
    stranger = an_actor(Grant(Role.WORKER, kindergarten_id=new_id()))
    path = f"/kindergartens/{home.region.id}/staff"
    assert (await home.region.api.by(stranger).get(path)).status_code == 404


async def test_the_staff_list_is_read_and_kept_and_leaves_a_trace(home: Home) -> None:
    who = home.register.somebody()
    await home.hires(who, from_on="2020-02-02")
    await home.hires(who, from_on="2020-02-02", until_on="2024-05-31", position="Меңгеруші")
    path, by = f"/kindergartens/{home.region.id}/staff", home.region.api.by(home.region.worker)
    (line,) = (await by.get(path)).json()["items"]
    assert (line["iin"], line["position"], line["until_on"]) == (who.iin, "Меңгеруші", "2024-05-31")
    file = await by.get(f"{path}/file", params={"format": "csv"})
    assert f"{who.iin},{who.name.kk},Меңгеруші," in file.text
    read = [each for each in await home.told(KindergartensRead) if each.what == "staff:read"]
    assert len(read) == 2
    assert all(each.subjects[0].known_as for each in read)


async def test_a_worker_sees_who_may_fetch_a_child_and_leaves_a_trace(home: Home) -> None:
    await home.names()
    path = f"/kindergartens/{home.region.id}/roster/{home.enrolment_id}/escorts"
    (seen,) = (await home.region.api.by(home.region.worker).get(path)).json()["items"]
    assert (seen["phone"], seen["checked"]) == (PHONE, True)
    (read,) = [each for each in await home.told(KindergartensRead) if each.what == "escorts:read"]
    assert read.subjects[0].person_id == home.parent.person_id
    assert read.subjects[1].known_as


async def test_while_the_register_is_silent_somebody_is_taken_and_checked_later(home: Home) -> None:
    await home.register.is_("down")
    right, wrong = home.register.somebody(), home.register.somebody()
    assert (await home.names(right)).json()["checked"] is False
    denied = (await home.names(wrong, name="Бөтен Адам")).json()
    assert denied["checked"] is False
    await home.register.is_("ok")
    async with open_register(f"{home.register.url}/register", 3.0, Registered) as asked:
        runner = JobRunner(home.region.database, dict(works(asked)))
        while await runner.run_one():
            pass
    (left,) = await home.has()
    assert (left["iin"], left["checked"]) == (right.iin, True)
    assert (await home.told(Escort))[-1].ended_because is EscortEnding.REGISTER
    again = {"phone": PHONE, "application_ids": [home.application_id]}
    for mode, code in (("ok", "escort_name_differs"), ("down", "escort_not_in_register")):
        await home.register.is_(mode)
        refused = await home.api.put(f"/me/escorts/{denied['escort_id']}", json=again)
        assert (refused.status_code, refused.json()["code"]) == (409, code)
    gone = await home.api.put(f"/me/escorts/{denied['escort_id']}", json={**again, "application_ids": []})
    assert gone.status_code == 200
    assert (await home.names(wrong)).json()["checked"] is False, "named by another name, it is asked about anew"


async def test_the_register_is_asked_about_nobody_whom_the_parent_may_not_name(home: Home) -> None:
    class Unasked:
        async def find(self, iin: str) -> Registered | None:
            raise AssertionError(iin)

    with pytest.raises(NotFound, match="enrolment_not_found"):
        await ask(home.region.database, Unasked(), home.parent, home.register.somebody().iin, [new_id()])


async def test_a_parent_entrusts_children_so_often_a_day_and_may_always_take_them_back(home: Home) -> None:
    escort = (await home.names()).json()
    path = f"/me/escorts/{escort['escort_id']}"
    change = {"application_ids": [home.application_id]}
    for number in range(MOST_A_DAY - 1):
        changed = await home.api.put(path, json={**change, "phone": f"7799000{number:04}"})
        assert changed.status_code == 200, changed.text
    more = await home.api.put(path, json={**change, "phone": PHONE})
    assert (more.status_code, more.json()) == (409, IsPartialDict(code="too_many_entrustments"))
    assert more.json()["params"] == {"most": MOST_A_DAY}
    assert (await home.api.put(path, json={"phone": "77990009999", "application_ids": []})).status_code == 200
    assert await home.has() == []


async def test_escorts_end_when_the_child_leaves_and_when_the_kindergarten_is_closed(
    region: Any, register: Register
) -> None:
    leaves, closed = await a_home(region, register), await a_home(region, register)
    await leaves.names()
    await closed.names()
    left = {"left_on": f"{local_day(region.database.clock.now())}", "reason": "moved_away"}
    path = f"/kindergartens/{region.id}/roster/{leaves.enrolment_id}/departure/acts"
    assert (await region.api.perform(region.worker, path, left)).status_code == 200
    assert (await leaves.has(), len(await closed.has())) == ([], 1)
    boss = f"/kindergartens/{region.id}/closing/acts"
    shut = await region.api.perform(region.administrator, boss, {"remark": "Әкімдік қаулысы"})
    assert shut.status_code == 200, shut.text
    runner = JobRunner(region.database, {CLOSE_ROSTER: close_roster})
    while await runner.run_one():
        pass
    ended = [each.ended_because for each in await closed.told(Escort) if not each.active]
    assert ended == [EscortEnding.DEPARTED] * 2


async def test_at_a_swap_escorts_stay_with_the_child_but_for_the_new_kindergartens_staff(
    region: Any, register: Register, sandbox_clock: Any
) -> None:
    sandbox_clock.move_to(datetime(sandbox_clock.now().year + 1, 2, 17, 7, tzinfo=UTC))
    iin = an_iin()
    made = (await region.api.by(region.administrator).post("/kindergartens", json={**OTHER, "workers": [iin]})).json()
    other, worker = made["id"], an_actor(Grant(Role.WORKER, kindergarten_id=UUID(made["id"])), iin=iin)
    mine = await a_home(region, register)
    away = region.family()
    await region.enrols(away, kindergarten_id=other)
    parent = replace(an_actor(), person_id=away.applicant_id)
    (there,) = (await region.api.by(parent).get("/me/enrolments")).json()["items"]
    theirs = Home(region, register, away, parent, there["enrolment_id"])
    stays, works_there = register.somebody(), register.somebody()
    await mine.names(stays)
    await mine.names(works_there)
    line = {"iin": works_there.iin, "name": "Бір адам", "position": "Аспаз", "from_on": "2020-01-01"}
    hired = await region.api.perform(worker, f"/kindergartens/{other}/staff/acts", {"lines": [line]})
    assert hired.json()["result"]["escorts_ended"] == 0
    proposal = {"enrolment_id": mine.enrolment_id, "to_kindergarten_id": other}
    swap = await region.api.perform(mine.parent, "/me/swaps/acts", proposal)
    (stay,) = (await mine.api.get("/me/enrolments")).json()["items"]
    joining = {"enrolment_id": theirs.enrolment_id, "code": stay["swap"]["code"]}
    await region.api.perform(theirs.parent, "/me/swaps/joining/acts", joining)
    swap_id = swap.json()["result"]["swap_id"]
    for by, garden in ((region.worker, region.id), (worker, other)):
        approved = await region.api.perform(by, f"/kindergartens/{garden}/swaps/{swap_id}/approval/acts", {})
    assert approved.json()["result"]["done"] is True
    (left,) = await mine.has()
    assert left["iin"] == stays.iin
    assert (await mine.told(Escort))[-1].ended_because is EscortEnding.HIRED


async def test_what_ended_long_ago_is_forgotten_here_and_elsewhere(home: Home) -> None:
    escort = (await home.names()).json()
    await home.api.delete(f"/me/escorts/{escort['escort_id']}")
    async with home.region.database.write() as tx:
        await forget_ended(tx, tx.now() - timedelta(days=1))
    assert len((await home.api.get("/me/escorts")).json()["items"]) == 1
    async with home.region.database.write() as tx:
        await forget_ended(tx, tx.now() + timedelta(seconds=1))
    assert (await home.api.get("/me/escorts")).json()["items"] == []
