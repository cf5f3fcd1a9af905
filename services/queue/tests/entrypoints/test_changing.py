"""An administrator changes the rules with a signature, and nobody else does (domain §9)."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import District
from kezek.contracts.queue import BenefitsPublished, CalendarPublished, PolicyPublished
from kezek.contracts.texts import Text
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.db import Database
from kezek.platform.kazakhstan import default_calendar
from kezek.platform.testing import Api, MovableClock, administrator, published
from kezek.platform.workdays import local_day, next_at
from kezek.queue.adapters.districts import keep_district
from kezek.queue.adapters.tables import publication
from kezek.queue.main_api import build_app
from kezek.queue.usecases.publish import publish_shipped


@dataclass
class Office:
    """An administrator's desk: the API and what it wrote."""

    api: Api
    database: Database
    boss: Actor

    @property
    def today(self) -> date:
        return local_day(self.database.clock.now())

    @property
    def tomorrow(self) -> str:
        return (self.today + timedelta(days=1)).isoformat()

    async def numbers(self, **changed: Any) -> dict[str, Any]:
        found = (await self.api.by().get("/policies")).json()["in_force"]["policy"]
        return {name: value for name, value in found.items() if name != "id"} | changed

    async def policy(self, district: str | None = "1110", **changed: Any) -> dict[str, Any]:
        return {"district": district, "in_force_from": self.tomorrow, "numbers": await self.numbers(**changed)}

    async def year(self, **changed: Any) -> dict[str, Any]:
        year = self.today.year + 1
        found = (await self.api.by().get(f"/calendar/{year}")).json()
        return {name: found[name] for name in ("year", "worked", "free", "confirmed")} | changed

    async def benefits(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = (await self.api.by().get("/benefits")).json()["items"]
        return items

    async def changes(self, what: str, body: Any) -> Any:
        return await self.api.perform(self.boss, f"/{what}/acts", body)

    async def prepares(self, what: str, body: Any) -> Any:
        return (await self.api.by(self.boss).post(f"/{what}/acts", json=body)).json()

    async def told(self, kind: type) -> Any:
        return [each.event for each in await published(self.database) if isinstance(each.event, kind)][-1]


@pytest.fixture
async def office(make_settings: Any, make_database: Any, api: Any) -> Office:
    made = Office(await api(build_app(await make_settings("queue"))), await make_database("queue"), administrator())
    async with made.database.write() as tx:
        await publish_shipped(tx)
        for code in ("1110", "1116"):
            await keep_district(tx, District(code=code, name=Text("Аудан", "Район", "District")), 1)
    return made


async def test_a_signed_policy_is_published_and_comes_into_force_on_its_day(office: Office) -> None:
    answer = await office.changes("policies", await office.policy(choice_working_days=5))
    assert answer.status_code == 200, answer.text
    assert answer.json()["result"] == {"policy_id": "1110-1", "version": 1}
    told = await office.told(PolicyPublished)
    assert (told.district, told.version, told.in_force_from.isoformat()) == ("1110", 1, office.tomorrow)
    assert (told.policy.id, told.policy.choice_working_days) == ("1110-1", 5)
    found = (await office.api.by().get("/policies", params={"district": "1110"})).json()
    assert found["in_force"]["policy"]["id"] == "default-1"
    assert [(each["policy"]["id"], each["act_id"]) for each in found["coming"]] == [("1110-1", answer.json()["act_id"])]


async def test_who_signed_stands_beside_what_was_published(office: Office) -> None:
    act_id = (await office.changes("policies", await office.policy(max_places=9))).json()["act_id"]
    async with office.database.read() as tx:
        row = await tx.row(sa.select(publication).where(publication.c.key == "policy.1110-1"))
    assert row is not None
    assert (str(row.act_id), row.signed_by, bool(row.signed_by_name)) == (act_id, office.boss.person_id, True)


async def test_the_history_says_who_changed_what_from_when_and_what_was_signed(office: Office) -> None:
    for places in (9, 8):
        await office.changes("policies", await office.policy(max_places=places))
    ask = office.api.by(office.boss)
    newest, older = (await ask.get("/publications", params={"kind": "policy", "district": "1110"})).json()["items"]
    assert (newest["version"], newest["in_force_from"], older["version"]) == (2, office.tomorrow, 1)
    assert newest["signed_by_name"]
    assert any("9 → 8" in line for line in newest["statement"])
    (page,) = (await ask.get("/publications?kind=policy&district=1110&before=2")).json()["items"]
    assert page == older
    (shipped,) = (await ask.get("/publications?kind=policy")).json()["items"]
    assert (shipped["signed_by_name"], shipped["statement"], shipped["act_id"]) == (None, [], None)


async def test_the_history_of_a_year_is_its_own(office: Office) -> None:
    day = f"{office.today.year + 1}-02-03"
    await office.changes("calendar", await office.year(free=[day]))
    ask = office.api.by(office.boss)
    items = (await ask.get("/publications", params={"kind": "calendar", "year": day[:4]})).json()["items"]
    assert [(each["year"], bool(each["signed_by_name"])) for each in items] == [
        (int(day[:4]), True),
        (int(day[:4]), False),
    ]


async def test_nobody_else_reads_who_signed(office: Office, actor: Callable[..., Actor]) -> None:
    assert (await office.api.by().get("/publications?kind=policy")).status_code == 401
    assert (await office.api.by(actor()).get("/publications?kind=policy")).status_code == 403


async def test_versions_are_counted_by_district_and_the_regions_after_the_shipped_one(office: Office) -> None:
    results = [
        (await office.changes("policies", await office.policy(district, max_places=places))).json()["result"]
        for district, places in (("1110", 9), ("1110", 8), ("1116", 9), (None, 7))
    ]
    assert [each["policy_id"] for each in results] == ["1110-1", "1110-2", "1116-1", "region-2"]


async def test_what_is_signed_speaks_the_administrators_language(office: Office) -> None:
    prepared = await office.prepares("policies", await office.policy(cancel_hours=48))
    statement = json.loads(base64.b64decode(prepared["document_base64"]))["statement"]
    assert "Сколько часов родитель может отменить направление: 24 → 48." in statement


async def test_of_two_who_change_the_same_at_once_the_second_looks_again(office: Office) -> None:
    first, second = [await office.prepares("policies", await office.policy(max_places=each)) for each in (9, 8)]
    assert (await office.api.sign(office.boss, first)).status_code == 200
    refused = await office.api.sign(office.boss, second)
    assert (refused.status_code, refused.json()["code"]) == (409, "act_outdated")


async def test_a_policy_is_signed_before_its_day_begins(office: Office, sandbox_clock: MovableClock) -> None:
    sandbox_clock.move_to(next_at(sandbox_clock.now(), time(23, 58)))
    prepared = await office.prepares("policies", await office.policy(max_places=9))
    sandbox_clock.move_to(sandbox_clock.now() + timedelta(minutes=3))
    refused = await office.api.sign(office.boss, prepared)
    assert (refused.status_code, refused.json()["code"]) == (409, "change_begins_too_early")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"choice_working_days": 0}, 422),
        ({"choice_working_days": 61}, 422),
        ({"sorted_anew_on": "30-06"}, 422),
        ({"called_from_months": 72}, 422),
        ({"numbered_categories": True}, 422),
        ({"id": "1110-7"}, 422),
        ({}, 409),
        ({"quiet_from_hour": 23}, 409),
        ({"distribution_in_rounds": True}, 409),
    ],
    ids=str,
)
async def test_what_may_not_be_is_refused_before_it_is_signed(
    office: Office, changed: dict[str, Any], code: int
) -> None:
    answer = await office.api.by(office.boss).post("/policies/acts", json=await office.policy(**changed))
    assert answer.status_code == code, answer.text


async def test_every_number_must_be_said(office: Office) -> None:
    body = await office.policy(max_places=9)
    for name in body["numbers"]:
        less = {**body, "numbers": {each: value for each, value in body["numbers"].items() if each != name}}
        answer = await office.api.by(office.boss).post("/policies/acts", json=less)
        assert answer.status_code == 422, name


@pytest.mark.parametrize("path", ["/policies/acts", "/policies/preview"])
async def test_a_district_that_is_none_of_the_region_has_no_policy(office: Office, path: str) -> None:
    answer = await office.api.by(office.boss).post(path, json=await office.policy("9999", max_places=9))
    assert (answer.status_code, answer.json()["code"]) == (422, "district_unknown")
    assert answer.json()["params"] == {"district": "9999"}


async def test_a_policy_does_not_begin_today(office: Office) -> None:
    body = {**await office.policy(max_places=9), "in_force_from": office.today.isoformat()}
    answer = await office.api.by(office.boss).post("/policies/acts", json=body)
    assert (answer.status_code, answer.json()["code"]) == (409, "change_begins_too_early")
    assert answer.json()["params"] == {"from_day": office.tomorrow}


async def test_a_day_set_free_is_published_with_its_year_and_read_by_everybody(office: Office) -> None:
    day = f"{office.today.year + 1}-02-03"
    answer = await office.changes("calendar", await office.year(free=[day], confirmed=True))
    assert answer.status_code == 200, answer.text
    version = default_calendar().version + 1
    assert answer.json()["result"] == {"year": office.today.year + 1, "version": version}
    told = await office.told(CalendarPublished)
    assert ([each.isoformat() for each in told.free], told.confirmed, told.version) == ([day], True, version)
    assert len(told.holidays) > 10
    found = (await office.api.by().get(f"/calendar/{office.today.year + 1}")).json()
    assert (found["free"], found["confirmed"], found["version"]) == ([day], True, version)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"free": ["2020-02-03"]}, 422),
        ({"free": ["{year}-02-03", "{year}-02-03"]}, 422),
        ({"free": ["{year}-02-03"], "worked": ["{year}-02-03"]}, 422),
        ({}, 409),
        ({"year": 2090}, 404),
    ],
    ids=str,
)
async def test_days_that_may_not_be_set_are_refused(office: Office, changed: dict[str, Any], code: int) -> None:
    year = str(office.today.year + 1)
    filled = json.loads(json.dumps(changed).replace("{year}", year))
    answer = await office.api.by(office.boss).post("/calendar/acts", json=await office.year(**filled))
    assert answer.status_code == code, answer.text


async def test_a_changed_list_of_benefits_is_published_whole(office: Office) -> None:
    items = await office.benefits()
    items[0]["proof_months"] = 6
    answer = await office.changes("benefits", {"items": items})
    assert answer.json()["result"] == {"version": 2}
    told = await office.told(BenefitsPublished)
    assert (told.version, len(told.benefits), told.benefits[0].proof_months) == (2, 9, 6)
    assert (await office.benefits())[0]["proof_months"] == 6


async def test_a_benefit_without_a_class_or_twice_is_refused(office: Office) -> None:
    items = await office.benefits()
    for wrong in ([{**items[0], "queue_class": "general"}], [items[0], items[0]]):
        answer = await office.api.by(office.boss).post("/benefits/acts", json={"items": wrong})
        assert (answer.status_code, answer.json()["code"]) == (422, "request_invalid")


@pytest.mark.parametrize(
    "grants",
    [(), (Grant(Role.WORKER, new_id()),), (Grant(Role.OFFICER, district="1110"),)],
    ids=["family", "worker", "officer"],
)
@pytest.mark.parametrize("path", ["policies/acts", "policies/preview", "calendar/acts", "benefits/acts"])
async def test_nobody_else_changes_the_rules(
    office: Office, actor: Callable[..., Actor], grants: tuple[Grant, ...], path: str
) -> None:
    somebody = actor(*grants)
    answer = await office.api.by(somebody).post(f"/{path}", json={})
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_missing")
    assert (await office.api.by().post(f"/{path}", json={})).status_code == 401
