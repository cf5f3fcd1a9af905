"""A group's month is closed with a signature: from then on its days stand, until it is reopened (domain §8.sheet)."""

import asyncio
import base64
import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from services.kindergartens.tests.entrypoints.test_attendance import Family, a_family, outcomes

from kezek.contracts.hints import HintKind, person
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import AttendanceSheet, ChildMonthClosed, ChildMonthReopened
from kezek.contracts.policy import VOUCHER_PROFILE
from kezek.contracts.queue import CalendarPublished, PolicyPublished
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.platform.actors import Grant, Role
from kezek.platform.testing import an_actor, deliver, published
from kezek.platform.workdays import ALMATY, local_day, midnight_after, month_of

pytestmark = pytest.mark.servers
MINUTE = timedelta(minutes=1)
AHEAD = sa.text("update kindergartens.attendance_sheet set month = cast(:month as date)")


class Garden:
    """A family whose child came today, and the month of that day."""

    def __init__(self, family: Family, clock: Any) -> None:
        self.family, self.clock, self.region = family, clock, family.region
        self.day: date = local_day(family.now())
        self.month = f"{self.day:%Y-%m}"
        self.path = f"/kindergartens/{family.region.id}/attendance/sheets"

    def ends(self) -> None:
        """The month is over; a phone may still send what it kept."""
        self.clock.move_to(midnight_after(month_of(self.day)[1]) + MINUTE)

    @property
    def next_worked(self) -> date:
        """The next day of the same month that is worked: the 27th of January is four days before its end."""
        return next(day for each in range(1, 5) if (day := self.day + timedelta(days=each)).weekday() < 5)

    @property
    def group(self) -> dict[str, Any]:
        year = self.region.database.clock.now().year - 4
        return {"month": self.month, "group_year": year, "language": "kk", "kind": "general"}

    async def look(self, **asked: Any) -> dict[str, Any]:
        answer = await self.region.api.by(self.region.worker).get(self.path, params={"month": self.month, **asked})
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    async def rows_of_file(self) -> list[dict[str, str]]:
        path = f"/kindergartens/{self.region.id}/attendance/sheet"
        asked = {"month": self.month, "format": "csv"}
        answer = await self.region.api.by(self.region.worker).get(path, params=asked)
        return [*csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))]

    async def close(self, **changed: Any) -> Any:
        return await self.region.api.perform(self.region.worker, f"{self.path}/acts", {**self.group, **changed})

    async def reopen(self, sheet: str, reason: str = "Белгі қате түскен") -> Any:
        path = f"{self.path}/{sheet}/reopening/acts"
        return await self.region.api.perform(self.region.worker, path, {"reason": reason})

    async def told(self) -> list[Any]:
        return [each for each in await published(self.region.database) if isinstance(each.event, AttendanceSheet)]


@pytest.fixture
async def garden(region: Any, sandbox_clock: Any) -> Garden:
    now = sandbox_clock.now()
    # near the end of a coming month, so that a phone may still send its marks once it is over
    sandbox_clock.move_to(datetime(now.year + 1, 1, 27, 11, tzinfo=ALMATY))
    return Garden(await a_family(region), sandbox_clock)


def code(answer: Any) -> tuple[int, Any]:
    return answer.status_code, answer.json().get("code")


def outcome(answers: Sequence[Any]) -> str:
    (told,) = outcomes(list(answers))
    return str(told)


async def test_a_closed_month_takes_no_marks_corrections_or_absences_until_it_is_reopened(garden: Garden) -> None:
    family, by_hand = garden.family, garden.family.by_worker
    came, late = family.mark(), family.mark(family.now() + MINUTE, kind="leaving")
    early = await garden.close()
    assert (*code(early), early.json()["params"]) == (
        409,
        "sheet_month_not_over",
        {"last_day": f"{month_of(garden.day)[1]}"},
    )
    assert outcome(await family.sends(family.escort, came)) == "kept"
    garden.ends()
    (group,) = (await garden.look())["items"]
    (child,) = group["children"]
    assert (child["given_name"], child["present"], group["closed"]) == ("Ғани", 1, None)
    assert f"{garden.day}" not in child["unmarked"]
    closed = (await garden.close()).json()["result"]
    assert code(await garden.close()) == (409, "sheet_closed_already")
    assert outcome(await family.sends(family.escort, late)) == "mark_month_closed"
    assert outcome(await family.sends(family.escort, came)) == "kept_before", "it was there when the month was closed"
    assert outcome(await family.sends(family.escort, family.mark())) == "kept", "the next month is open"
    hand = {"id": str(new_id()), "enrolment_id": family.enrolment_id, "kind": "leaving", "at": late["at"]}
    absent = {"enrolment_id": family.enrolment_id, "day": f"{garden.day}", "reason": "illness"}
    strike = (f"/marks/{came['id']}/strike", {"reason": "Қате"})
    for method, path, body in (("POST", "/marks", hand), ("POST", *strike), ("PUT", "/absences", absent)):
        assert code(await by_hand(method, path, body)) == (409, "sheet_closed")
    (again,) = (await garden.look())["items"]
    assert (again["children"], again["closed"]["number"]) == (group["children"], closed["number"])
    assert (await garden.reopen(closed["sheet_id"])).status_code == 200
    assert code(await garden.reopen(closed["sheet_id"])) == (409, "sheet_reopened_already")
    assert outcome(await family.sends(family.escort, late)) == "kept"
    anew = (await garden.close()).json()["result"]
    (group,) = (await garden.look())["items"]
    (old,) = group["reopened"]
    assert (group["closed"]["id"], old["id"]) == (anew["sheet_id"], closed["sheet_id"])
    assert (old["reopened_because"], old["digest"] != group["closed"]["digest"]) == ("Белгі қате түскен", True)


async def test_a_reopened_month_is_put_right_however_long_ago_it_is(garden: Garden) -> None:
    family = garden.family
    garden.ends()
    sheet = (await garden.close()).json()["result"]["sheet_id"]
    garden.clock.move(timedelta(days=120))
    at = datetime.combine(garden.day, time(9), ALMATY)
    came = {"id": str(new_id()), "enrolment_id": family.enrolment_id, "kind": "arrival", "at": f"{at.isoformat()}"}
    next_day = {"enrolment_id": family.enrolment_id, "day": f"{garden.next_worked}", "reason": "illness"}
    assert code(await family.by_worker("POST", "/marks", came)) == (409, "mark_too_old")
    assert (await garden.reopen(sheet)).status_code == 200
    for method, path, body in (("POST", "/marks", came), ("PUT", "/absences", next_day)):
        assert (await family.by_worker(method, path, body)).status_code == 204
    (group,) = (await garden.look())["items"]
    assert (group["children"][0]["present"], group["children"][0]["illness"]) == (1, 1)
    assert (await garden.close()).status_code == 200
    late = {**came, "id": str(new_id()), "kind": "leaving"}
    assert code(await family.by_worker("POST", "/marks", late)) == (409, "sheet_closed")


async def test_a_calendar_that_changes_later_changes_nothing_that_was_signed(garden: Garden) -> None:
    family, day = garden.family, garden.next_worked
    said = {"enrolment_id": family.enrolment_id, "day": f"{day}", "reason": "illness"}
    assert (await family.by_worker("PUT", "/absences", said)).status_code == 204
    garden.ends()
    sheet = (await garden.close()).json()["result"]["sheet_id"]
    signed = (await garden.look())["items"][0]["children"]
    free = CalendarPublished(year=day.year, version=1, holidays=(), worked=(), free=(day,), confirmed=True)
    await deliver(garden.region.database, consumers, free)
    assert (await garden.look())["items"][0]["children"] == signed
    assert (await garden.rows_of_file())[0]["Дней по болезни"] == "1"
    assert (await garden.reopen(sheet)).status_code == 200
    assert (await garden.look())["items"][0]["children"][0]["illness"] == 0, "nobody is ill on a day that is not worked"
    assert (await garden.rows_of_file())[0]["Дней по болезни"] == "0"


async def test_what_is_signed_names_each_childs_days_and_others_are_told_by_ids_only(garden: Garden) -> None:
    family = garden.family
    await family.sends(family.escort, family.mark())
    said = {"enrolment_id": family.enrolment_id, "day": f"{garden.next_worked}", "reason": "illness"}
    assert (await family.by_worker("PUT", "/absences", said)).status_code == 204
    garden.ends()
    prepared = (await garden.region.api.by(garden.region.worker).post(f"{garden.path}/acts", json=garden.group)).json()
    signed = json.loads(base64.b64decode(prepared["document_base64"]))
    (group,) = (await garden.look())["items"]
    unmarked = len(group["children"][0]["unmarked"])
    total, line = signed["statement"][3:5]
    assert total == f"Детей: 1. Дней посещения всего: 1. Рабочих дней без отметки: {unmarked}."
    days = f"посещение – 1, болезнь – 1, отпуск – 0, другая причина – 0, без отметки – {unmarked}"
    assert line == f"1. Үлгіев Ғани, ИИН {family.child.iin}: {days}."
    assert (await garden.region.api.sign(garden.region.worker, prepared)).status_code == 200
    (group,) = (await garden.look())["items"]
    (event,) = await garden.told()
    (child,) = event.event.children
    assert (str(child.application_id), child.applicant_id) == (family.application_id, family.parent.person_id)
    assert [child.days[each.day - 1] for each in (garden.day, garden.next_worked)] == ["present", "illness"]
    assert (child.days.count("out"), child.days.count("unmarked")) == (garden.day.day - 1, unmarked)
    assert event.event.digest == group["closed"]["digest"] == signed["facts"]["digest"]
    assert "Ғани" not in event.event.model_dump_json()
    await garden.reopen(str(event.event.sheet_id))
    *_, last = await garden.told()
    assert (last.version, last.event.children, last.event.reopened_at is not None) == (2, (), True)


async def test_a_mark_that_comes_between_reading_and_signing_makes_the_signature_outdated(garden: Garden) -> None:
    family = garden.family
    late = family.mark()
    garden.ends()
    act = (await garden.region.api.by(garden.region.worker).post(f"{garden.path}/acts", json=garden.group)).json()
    assert outcome(await family.sends(family.escort, late)) == "kept"
    assert code(await garden.region.api.sign(garden.region.worker, act)) == (409, "act_outdated")
    assert (await garden.look())["items"][0]["closed"] is None


async def test_a_child_does_not_depart_out_of_a_closed_month_and_nothing_of_it_is_struck_once_it_is_gone(
    garden: Garden,
) -> None:
    family, region = garden.family, garden.region
    path = f"/kindergartens/{region.id}/roster/{family.enrolment_id}/departure/acts"
    last = month_of(garden.day)[1]

    def left(day: date) -> dict[str, str]:
        return {"left_on": f"{day}", "reason": "moved_away"}

    garden.clock.move(timedelta(days=1))
    late = family.mark()
    assert outcome(await family.sends(family.parent, late)) == "kept"
    garden.ends()
    prepared = (await region.api.by(region.worker).post(path, json=left(garden.day))).json()
    sheet = (await garden.close()).json()["result"]["sheet_id"]
    assert code(await region.api.sign(region.worker, prepared)) == (409, "sheet_closed")
    for day in (garden.day, last - timedelta(days=1)):
        assert code(await region.api.by(region.worker).post(path, json=left(day))) == (409, "sheet_closed")
    assert (await region.api.by(region.worker).post(path, json=left(last))).status_code == 201
    assert (await garden.reopen(sheet)).status_code == 200
    assert (await region.api.perform(region.worker, path, left(garden.day))).status_code == 200
    assert (await garden.close()).status_code == 200
    struck = await family.by_worker("POST", f"/marks/{late['id']}/strike", {"reason": "Қате"})
    assert code(struck) == (409, "sheet_closed")


async def test_no_child_is_given_by_a_code_into_a_month_that_was_closed(garden: Garden) -> None:
    """It was closed by a server whose clock is ahead: for this one the month is not over."""
    family, region = garden.family, garden.region
    garden.ends()
    today = local_day(family.now())
    sheet = (await garden.close()).json()["result"]["sheet_id"]
    async with region.database.write() as tx:
        await tx.execute(AHEAD, {"month": today.replace(day=1)})
    given = {"application_id": family.application_id, "name": "Бір Адам", "day": f"{today}"}
    digits = (await region.api.by(family.parent).post("/me/pickups", json=given)).json()["code"]
    use, body = f"/kindergartens/{region.id}/pickups/use", {"code": digits, "mark_id": str(new_id())}
    assert code(await region.api.by(region.worker).post(use, json=body)) == (409, "sheet_closed")
    assert (await garden.reopen(sheet)).status_code == 200
    assert (await region.api.by(region.worker).post(use, json=body)).status_code == 204


async def test_a_mark_and_the_closing_at_once_never_leave_a_mark_that_was_not_signed(garden: Garden) -> None:
    family, worker = garden.family, garden.region.worker
    marks = [family.mark(family.now() + MINUTE * each, kind="leaving") for each in range(6)]
    garden.ends()
    for mark in marks:
        act = (await garden.region.api.by(worker).post(f"{garden.path}/acts", json=garden.group)).json()
        sent, signed = await asyncio.gather(family.sends(family.escort, mark), garden.region.api.sign(worker, act))
        told = (outcome(sent), signed.json().get("code", "closed"))
        assert told in {("kept", "act_outdated"), ("mark_month_closed", "closed")}
        if signed.status_code == 200:
            assert (await garden.reopen(signed.json()["result"]["sheet_id"])).status_code == 200


async def test_nobody_elses_month_is_seen_or_closed_and_none_without_children(garden: Garden) -> None:
    garden.ends()
    assert code(await garden.close(kind="correctional")) == (409, "sheet_empty")
    missing = await garden.region.api.by(garden.region.worker).post(
        f"{garden.path}/{new_id()}/reopening/acts", json={"reason": "Қате"}
    )
    assert code(missing) == (404, "sheet_not_found")
    elsewhere = an_actor(Grant(Role.WORKER, kindergarten_id=new_id()))
    for actor, status in ((elsewhere, 404), (garden.family.parent, 403), (garden.family.escort, 403)):
        api = garden.region.api.by(actor)
        assert (await api.get(garden.path)).status_code == status
        assert (await api.post(f"{garden.path}/acts", json=garden.group)).status_code == status


async def test_where_the_policy_asks_parents_each_answers_for_the_own_child_until_the_month_is_reopened(
    garden: Garden,
) -> None:
    family, region = garden.family, garden.region
    policy = replace(VOUCHER_PROFILE, id="1110-1")
    told = PolicyPublished(district="1110", version=1, in_force_from=date(2020, 1, 1), policy=policy)
    await deliver(region.database, consumers, told)
    await family.sends(family.escort, family.mark())
    garden.ends()
    sheet = (await garden.close()).json()["result"]["sheet_id"]
    (asked,) = [each.event for each in await published(region.database) if isinstance(each.event, ChildMonthClosed)]
    assert (str(asked.application_id), asked.applicant_id) == (family.application_id, family.parent.person_id)
    parent, path = region.api.by(family.parent), f"/attendance/sheets/{sheet}/answers"
    own = f"/attendance/children/{family.application_id}/sheets?month={garden.month}"
    (seen,) = (await parent.get(own)).json()["items"]
    assert (seen["present"], seen["asks_parents"], seen["answer"]) == (1, True, None)
    body = {"application_id": family.application_id, "agreed": False}
    assert code(await parent.post(path, json=body)) == (409, "remark_required")
    for stranger in (family.escort, an_actor()):
        assert code(await region.api.by(stranger).post(path, json={**body, "agreed": True})) == (404, "sheet_not_found")
    for said in ({"agreed": False, "remark": "27-сі күні келмеді"}, {"agreed": True}):
        assert (await parent.post(path, json={**body, **said})).status_code == 204
        (group,) = (await garden.look())["items"]
        answer = group["children"][0]["answer"]
        assert (answer["agreed"], answer["remark"]) == (said["agreed"], said.get("remark", ""))
    assert (await garden.reopen(sheet)).status_code == 200
    assert code(await parent.post(path, json={**body, "agreed": True})) == (409, "sheet_reopened_already")
    (told,) = [each.event for each in await published(region.database) if isinstance(each.event, ChildMonthReopened)]
    assert (told.application_id, told.applicant_id) == (asked.application_id, asked.applicant_id)
    (group,) = (await garden.look())["items"]
    assert (group["closed"], group["children"][0]["answer"]["agreed"]) == (None, True), "what was said is still read"
    assert (await garden.close()).status_code == 200
    (group,) = (await garden.look())["items"]
    assert group["children"][0]["answer"] is None, "the new sheet is another question"
    await garden.reopen(group["closed"]["id"])
    assert (await parent.get(own)).json()["items"] == []


async def test_without_the_policy_nobody_is_asked_but_the_familys_open_pages_show_the_closed_month(
    garden: Garden, hinted: Any
) -> None:
    family = garden.family
    garden.ends()
    sheet = (await garden.close()).json()["result"]["sheet_id"]
    await garden.reopen(sheet)
    sheet = (await garden.close()).json()["result"]["sheet_id"]
    await hinted(person(family.parent.person_id), HintKind.ATTENDANCE, family.application_id)
    events = await published(garden.region.database)
    assert not [each for each in events if isinstance(each.event, ChildMonthClosed | ChildMonthReopened)]
    body = {"application_id": family.application_id, "agreed": True}
    answer = await garden.region.api.by(family.parent).post(f"/attendance/sheets/{sheet}/answers", json=body)
    assert code(answer) == (409, "sheet_not_asked")
