"""A phone marks coming and leaving, through a bad network and a wrong clock (domain §8.attendance)."""

import asyncio
import csv
import io
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from kezek.contracts.access import KindergartensRead
from kezek.contracts.ids import new_id
from kezek.kindergartens.adapters import escorts
from kezek.kindergartens.domain.escort import Entrustment, Escort
from kezek.kindergartens.main_worker import tidy
from kezek.kindergartens.settings import KindergartensSettings
from kezek.platform.actors import Actor, Grant, Role, SignInMethod
from kezek.platform.testing import an_actor, published
from kezek.platform.workdays import ALMATY, local_day

pytestmark = pytest.mark.servers
PHONE, OTHER_PHONE = "77990001177", "77990001178"
AGO = timedelta(seconds=20)
"""Short, so that the day is the same."""


@dataclass
class Family:
    """A child in a group, its parent, and an escort whom the parent has named."""

    region: Any
    child: Any
    parent: Actor
    escort: Actor
    tie: Entrustment
    enrolment_id: str

    @property
    def application_id(self) -> str:
        return str(self.child.application_id)

    def now(self) -> datetime:
        now: datetime = self.region.database.clock.now()
        return now

    def mark(self, at: datetime | None = None, kind: str = "arrival", **changed: Any) -> dict[str, Any]:
        at = at or self.now()
        told = {"id": str(new_id()), "application_id": self.application_id, "kind": kind, "at": at.isoformat()}
        return {**told, **changed}

    async def sends(self, actor: Actor, *marks: dict[str, Any], sent_at: datetime | None = None) -> list[Any]:
        body = {"whose": str(actor.person_id), "sent_at": (sent_at or self.now()).isoformat(), "marks": marks}
        answer: httpx.Response = await self.region.api.by(actor).post("/attendance/marks", json=body)
        assert answer.status_code == 200, answer.text
        items: list[Any] = answer.json()["items"]
        return items

    async def by_worker(self, method: str, path: str, body: dict[str, Any]) -> httpx.Response:
        api = self.region.api.by(self.region.worker)
        answer: httpx.Response = await api.request(
            method, f"/kindergartens/{self.region.id}/attendance{path}", json=body
        )
        return answer

    async def day(self) -> dict[str, Any]:
        path = f"/kindergartens/{self.region.id}/attendance"
        answer: httpx.Response = await self.region.api.by(self.region.worker).get(path)
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    async def entrusted(self, actor: Actor) -> list[Any]:
        items: list[Any] = (await self.region.api.by(actor).get("/attendance/entrusted")).json()["items"]
        return items

    async def removes_the_escort(self) -> datetime:
        answer = await self.region.api.by(self.parent).delete(f"/me/escorts/{self.tie.escort_id}")
        assert answer.status_code == 204, answer.text
        return self.now()


async def a_family(region: Any) -> Family:
    """An escort is entrusted with the child since a moment ago, as if the register had been asked then."""
    child, escort = region.family(), an_actor()
    enrolment_id = await region.enrols(child)
    parent = replace(an_actor(), person_id=child.applicant_id)
    tie = Entrustment(new_id(), new_id(), child.application_id, PHONE, region.database.clock.now() - AGO)
    named = Escort(tie.escort_id, parent.person_id, escort.iin, "Серікова Әлия", PHONE, checked=True)
    async with region.database.write() as tx:
        await escorts.put_escort(tx, named, parent.language)
        await escorts.insert_entrustment(tx, tie)
    return Family(region, child, parent, escort, tie, enrolment_id)


@pytest.fixture
async def family(region: Any) -> Family:
    return await a_family(region)


def outcomes(answers: list[Any]) -> list[str]:
    return [each["code"] or each["outcome"] for each in answers]


async def test_parent_and_escort_see_the_child_and_mark_it_and_nobody_else_does(family: Family) -> None:
    (mine,) = await family.entrusted(family.parent)
    (theirs,) = await family.entrusted(family.escort)
    assert (mine["own"], theirs["own"], mine["given_name"], mine["presence"]) == (True, False, "Ғани", "awaited")
    stranger = an_actor()
    assert await family.entrusted(stranger) == []
    assert outcomes(await family.sends(stranger, family.mark())) == ["mark_not_entrusted"]
    assert outcomes(await family.sends(stranger, family.mark(application_id=str(new_id())))) == ["mark_not_entrusted"]
    came, left = family.mark(family.now() - AGO / 2), family.mark(kind="leaving")
    assert outcomes(await family.sends(family.escort, came)) == ["kept"]
    (child,) = await family.entrusted(family.parent)
    assert (child["presence"], child["arrived_at"] is not None, child["left_at"]) == ("there", True, None)
    assert outcomes(await family.sends(family.parent, left)) == ["kept"]
    (child,) = await family.entrusted(family.escort)
    assert (child["presence"], child["left_at"] is not None) == ("gone", True)


async def test_an_escorts_session_reaches_what_was_entrusted_with_its_phone_and_nothing_else(family: Family) -> None:
    given = replace(family.escort, method=SignInMethod.ESCORT, phone=PHONE)
    assert len(await family.entrusted(given)) == 1
    other = replace(given, phone=OTHER_PHONE)
    parent = replace(family.parent, method=SignInMethod.ESCORT, phone=PHONE)
    for who in (other, parent):
        assert await family.entrusted(who) == []
        assert outcomes(await family.sends(who, family.mark())) == ["mark_not_entrusted"]
    assert outcomes(await family.sends(given, family.mark())) == ["kept"]


async def test_sent_again_and_at_once_a_mark_is_kept_once_and_an_id_is_not_taken_twice(family: Family) -> None:
    mark = family.mark(family.now() - AGO / 2)
    answers = await asyncio.gather(*(family.sends(family.escort, mark, mark) for _ in range(4)))
    told = [each for answer in answers for each in outcomes(answer)]
    assert (told.count("kept"), told.count("kept_before")) == (1, 7)
    assert len({each["at"] for answer in answers for each in answer}) == 1, "it counts when it was first sent"
    for other in ({**mark, "kind": "leaving"}, {**mark, "at": family.now().isoformat()}):
        assert outcomes(await family.sends(family.escort, other)) == ["mark_id_taken"]
    assert outcomes(await family.sends(family.parent, mark)) == ["mark_id_taken"]
    (child,) = await family.entrusted(family.parent)
    assert child["presence"] == "there"


async def test_a_wrong_clock_is_put_right_by_the_servers_time(family: Family) -> None:
    now, wrong = family.now(), datetime.fromisoformat("1987-05-06T07:08:09+06:00")
    mark = family.mark(wrong - AGO / 2)
    (answer,) = await family.sends(family.escort, mark, sent_at=wrong)
    at = datetime.fromisoformat(answer["at"])
    assert timedelta() <= at - (now - AGO / 2) < timedelta(minutes=1)
    late = [family.mark(wrong + timedelta(minutes=6)), family.mark(wrong - timedelta(days=8))]
    assert outcomes(await family.sends(family.escort, *late, sent_at=wrong)) == ["mark_in_future", "mark_too_old"]


async def test_marks_made_before_an_escorts_removal_count_and_later_ones_do_not(family: Family) -> None:
    before = family.mark(family.now() - AGO / 2)
    too_early = family.mark(family.now() - 2 * AGO)
    removed = await family.removes_the_escort()
    after = family.mark(max(removed, family.now()), kind="leaving")
    assert await family.entrusted(family.escort) == []
    told = outcomes(await family.sends(family.escort, after, before, too_early, family.mark()))
    assert told == ["mark_not_entrusted", "kept", "mark_not_entrusted", "mark_not_entrusted"]
    (child,) = await family.entrusted(family.parent)
    assert child["presence"] == "there"


async def test_marks_made_with_an_escorts_former_phone_count_until_the_parent_gave_another_one(family: Family) -> None:
    former, now = [replace(family.escort, method=SignInMethod.ESCORT, phone=each) for each in (PHONE, OTHER_PHONE)]
    before = family.mark(family.now() - AGO / 2)
    said = {"phone": OTHER_PHONE, "application_ids": [family.application_id]}
    changed = await family.region.api.by(family.parent).put(f"/me/escorts/{family.tie.escort_id}", json=said)
    assert changed.status_code == 200, changed.text
    assert (await family.entrusted(former), len(await family.entrusted(now))) == ([], 1)
    assert outcomes(await family.sends(now, before)) == ["mark_not_entrusted"]
    assert outcomes(await family.sends(former, before, family.mark())) == ["kept", "mark_not_entrusted"]
    assert outcomes(await family.sends(now, family.mark(kind="leaving"))) == ["kept"]


async def test_once_a_child_has_left_the_kindergarten_only_what_was_before_is_marked(family: Family) -> None:
    before, today = family.mark(family.now() - AGO / 2), local_day(family.now())
    path = f"/kindergartens/{family.region.id}/roster/{family.enrolment_id}/departure/acts"
    body = {"left_on": f"{today:%Y-%m-%d}", "reason": "moved_away"}
    assert (await family.region.api.perform(family.region.worker, path, body)).status_code == 200
    assert await family.entrusted(family.parent) == await family.entrusted(family.escort) == []
    assert outcomes(await family.sends(family.escort, before, family.mark())) == ["kept", "mark_child_left"]


async def test_what_is_no_mark_changes_nothing(family: Family) -> None:
    api, now = family.region.api.by(family.parent), family.now().isoformat()
    mine = {"whose": str(family.parent.person_id), "sent_at": now, "marks": [family.mark()]}
    wrongs: tuple[dict[str, Any], ...] = (
        {"marks": []},
        {"marks": [family.mark() for _ in range(101)]},
        {"sent_at": "0001-01-01T00:00:00+18:00"},
        {"marks": [{**family.mark(), "at": "9999-12-31T23:59:59-18:00"}]},
        {"sent_at": "2026-11-30T10:00:00"},
    )
    for wrong in wrongs:
        assert (await api.post("/attendance/marks", json={**mine, **wrong})).status_code == 422
    theirs = await api.post("/attendance/marks", json={**mine, "whose": str(family.escort.person_id)})
    assert (theirs.status_code, theirs.json()["code"]) == (409, "marks_of_another")
    assert [each["presence"] for each in await family.entrusted(family.parent)] == ["awaited"]


async def test_the_worker_sees_the_groups_day_with_who_marked_and_keeps_it_by_hand(family: Family) -> None:
    region, by_hand = family.region, family.by_worker
    await family.sends(family.escort, family.mark(family.now() - AGO / 2))
    (child,) = (await family.day())["items"]
    day = child["day"]
    assert (child["given_name"], day["presence"], day["arrival"]["name"]) == ("Ғани", "there", "Серікова Әлия")
    gone = {"id": str(new_id()), "enrolment_id": family.enrolment_id, "kind": "leaving"}
    at = (family.now() - AGO / 4).isoformat()
    for _ in range(2):
        assert (await by_hand("POST", "/marks", {**gone, "at": at})).status_code == 204
    other = await by_hand("POST", "/marks", {**gone, "kind": "arrival", "at": at})
    assert (other.status_code, other.json()["code"]) == (409, "mark_id_taken")
    (child,) = (await family.day())["items"]
    assert (child["day"]["presence"], child["day"]["leaving"]["marked_by"]) == ("gone", "worker")
    strike = f"/marks/{gone['id']}/strike"
    assert (await by_hand("POST", strike, {"reason": "Қате басылды"})).status_code == 204
    again = await by_hand("POST", strike, {"reason": "Қате басылды"})
    assert (again.status_code, again.json()["code"]) == (409, "mark_struck_already")
    (child,) = (await family.day())["items"]
    assert (child["day"]["presence"], [each["struck_because"] for each in child["day"]["marks"]]) == (
        "there",
        [None, "Қате басылды"],
    )
    (month,) = (await region.api.by(family.parent).get(f"/attendance/children/{family.application_id}")).json()["days"]
    assert (month["presence"], month["arrival"]["name"]) == ("there", "Серікова Әлия")
    reads = [each.event for each in await published(region.database) if isinstance(each.event, KindergartensRead)]
    assert {each.what for each in reads} >= {"attendance:read"}


async def test_the_months_sheet_has_each_childs_hours_to_the_minute_and_counts_its_days(family: Family) -> None:
    path, api = f"/kindergartens/{family.region.id}/attendance/sheet", family.region.api.by(family.region.worker)
    mark = family.mark(family.now() - AGO / 2)
    await family.sends(family.escort, mark, mark)
    workbook = await api.get(path)
    assert (workbook.status_code, workbook.content[:2]) == (200, b"PK")
    heads, line = csv.reader(io.StringIO((await api.get(path, params={"format": "csv"})).text.removeprefix("\ufeff")))
    at = datetime.fromisoformat(mark["at"]).astimezone(ALMATY)
    cells = dict(zip(heads, line, strict=True))
    assert (cells[f"{at:%d.%m}"], line[1], line[6]) == (f"{at:%H:%M}–", family.child.iin, "1")
    said = {"enrolment_id": family.enrolment_id, "day": f"{at:%Y-%m-%d}", "reason": "illness"}
    await family.by_worker("PUT", "/absences", said)
    _, again = csv.reader(io.StringIO((await api.get(path, params={"format": "csv"})).text))
    assert again == line, "who was marked is not absent"
    before = await api.get(path, params={"format": "csv", "month": "2020-02"})
    assert len(before.text.splitlines()) == 1, "nobody was there yet"
    assert (await api.get(path, params={"month": "2026-13"})).status_code == 422


async def test_an_absence_is_said_changed_taken_back_and_gives_way_to_an_arrival(family: Family) -> None:
    said = {"enrolment_id": family.enrolment_id, "day": f"{local_day(family.now())}", "reason": "illness"}
    for reason, remark, code in (("other", "", "remark_required"), ("illness", "", None), ("other", "Той", None)):
        answer = await family.by_worker("PUT", "/absences", {**said, "reason": reason, "remark": remark})
        assert (answer.status_code == 204) if code is None else (answer.json()["code"] == code), answer.text
    far = await family.by_worker("PUT", "/absences", {**said, "day": "2020-01-01"})
    assert (far.status_code, far.json()["code"]) == (409, "absence_day_not_allowed")
    (child,) = (await family.day())["items"]
    assert (child["day"]["presence"], child["day"]["absence"]["remark"]) == ("absent", "Той")
    assert (await family.entrusted(family.escort))[0]["presence"] == "absent"
    await family.sends(family.parent, family.mark())
    assert (await family.entrusted(family.escort))[0]["presence"] == "there"
    assert (await family.by_worker("PUT", "/absences", {**said, "reason": None})).status_code == 204
    assert (await family.day())["items"][0]["day"]["absence"] is None


async def test_only_workers_of_the_kindergarten_and_the_applicant_see_a_childs_day(family: Family) -> None:
    path, elsewhere = f"/kindergartens/{family.region.id}/attendance", new_id()
    for actor, status in (
        (an_actor(Grant(Role.WORKER, kindergarten_id=elsewhere)), 404),
        (family.parent, 403),
        (family.escort, 403),
    ):
        api = family.region.api.by(actor)
        body = {"id": str(new_id()), "enrolment_id": family.enrolment_id, "kind": "arrival", "at": f"{family.now()}"}
        assert (await api.get(path)).status_code == status
        assert (await api.post(f"{path}/marks", json=body)).status_code == status
        assert (await api.post(f"{path}/marks/{new_id()}/strike", json={"reason": "Қате"})).status_code == status
    missing = await family.by_worker("POST", f"/marks/{new_id()}/strike", {"reason": "Қате"})
    assert (missing.status_code, missing.json()["code"]) == (404, "mark_not_found")
    for actor in (family.escort, an_actor()):
        answer = await family.region.api.by(actor).get(f"/attendance/children/{family.application_id}")
        assert (answer.status_code, answer.json()["code"]) == (404, "enrolment_not_found")


async def test_what_was_marked_and_said_is_forgotten_after_its_term_and_not_before(
    family: Family, make_settings: Any, sandbox_clock: Any
) -> None:
    settings = await make_settings("kindergartens", KindergartensSettings)
    await family.sends(family.escort, family.mark())
    later = f"{local_day(family.now()) + timedelta(days=1)}"
    said = {"enrolment_id": family.enrolment_id, "day": later, "reason": "illness"}
    assert (await family.by_worker("PUT", "/absences", said)).status_code == 204
    path, day = f"/attendance/children/{family.application_id}", local_day(family.now())
    known = []
    for days in (settings.kept_attendance_days, 1, 1):
        sandbox_clock.move(timedelta(days=days))
        await tidy(settings, family.region.database, sandbox_clock)
        months = [
            (await family.region.api.by(family.parent).get(path, params={"month": month})).json()["days"]
            for month in sorted({f"{day:%Y-%m}", later[:7]})
        ]
        known.append(sum(map(len, months)))
    assert known == [2, 1, 0]
