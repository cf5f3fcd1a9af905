"""An administrator closes a kindergarten: previewed, signed, its children depart, nothing is published any more."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.contracts.access import KindergartensRead
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import ChildDeparted, Kindergarten
from kezek.contracts.vocabulary import DepartureReason
from kezek.kindergartens.adapters import closings, kindergartens
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.kindergartens.usecases import close_kindergarten
from kezek.kindergartens.usecases.close_kindergarten import CLOSE_ROSTER, close_roster
from kezek.kindergartens.usecases.enrol_child import ENROL_CHILD, enrol_child
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.testing import an_iin, deliver, eventually, published

pytestmark = pytest.mark.servers
WAITS = sa.text(
    "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"
)
GROUND = {"remark": "2026 жылғы № 7 бұйрық"}


async def works(region: Any) -> None:
    runner = JobRunner(region.database, {ENROL_CHILD: enrol_child, CLOSE_ROSTER: close_roster})
    while await runner.run_one():
        pass


async def told(region: Any, kind: Any) -> list[Any]:
    return [each.event for each in await published(region.database) if isinstance(each.event, kind)]


def path(region: Any) -> str:
    return f"/kindergartens/{region.id}/closing"


async def somebody_waits(region: Any) -> bool:
    async with region.database.read() as tx:
        return bool(await tx.value(WAITS))


async def closes(region: Any) -> Any:
    return await region.api.perform(region.administrator, f"{path(region)}/acts", GROUND)


async def test_children_depart_batch_by_batch_and_the_kindergarten_is_closed_for_everybody(
    region: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(close_kindergarten, "AT_ONCE", 2)
    for name in ("Әли", "Бота", "Ғани", "Дана", "Ерке"):
        await region.enrols(given_name=name)
    seen = (await region.api.by(region.administrator).get(path(region))).json()
    assert (seen["enrolled"], seen["departing"][0]["child_name"]) == (5, "Үлгіев Әли")

    answer = await closes(region)

    assert answer.json()["result"] == {"kindergarten_id": region.id}, answer.text
    assert (await told(region, Kindergarten))[-1].closed
    await works(region)
    departed = await told(region, ChildDeparted)
    assert (len(departed), {each.reason for each in departed}) == (5, {DepartureReason.CLOSED})
    assert await region.roster() == []
    listed = await region.api.by(None).get("/kindergartens", params={"district": "1110"})
    assert listed.json()["items"] == []
    listed = await region.api.by(None).get("/kindergartens", params={"closed": True})
    assert [each["id"] for each in listed.json()["items"]] == [region.id]
    publishing = await region.api.by(region.worker).post(
        f"/kindergartens/{region.id}/vacancies/acts", json=region.vacancy()
    )
    assert publishing.json()["code"] == "kindergarten_closed"
    hiring = await region.api.by(region.administrator).put(
        f"/kindergartens/{region.id}/workers", json={"iin": an_iin()}
    )
    assert hiring.json()["code"] == "kindergarten_closed"
    preview = (await region.api.by(region.administrator).get(path(region))).json()
    (own,) = (await region.api.by(region.worker).get("/me/kindergartens")).json()["items"]
    for shown in (preview["kindergarten"], own):
        assert (shown["closed"], shown["closing"]["ground"]) == (True, GROUND["remark"])
    again = await closes(region)
    assert (again.status_code, again.json()["code"]) == (409, "kindergarten_closed")


async def test_a_child_accepted_at_the_last_minute_departs_too(region: Any) -> None:
    await closes(region)
    await works(region)
    child = region.family()
    accepted = child.accepted(region.id, group_year=2022)
    await deliver(region.database, consumers, child.card(), accepted, occurred_at=region.database.clock.now())
    await works(region)
    (departed,) = await told(region, ChildDeparted)
    assert (departed.application_id, departed.reason) == (child.application_id, DepartureReason.CLOSED)


async def test_turns_go_on_until_one_finds_nobody(region: Any) -> None:
    await region.enrols()
    await closes(region)
    runner = JobRunner(region.database, {CLOSE_ROSTER: close_roster})
    assert [await runner.run_one() for _ in range(3)] == [True, True, False]


async def test_who_is_accepted_while_the_kindergarten_is_being_closed_stays_on_no_closed_roster(region: Any) -> None:
    child = region.family()
    accepted = child.accepted(region.id, group_year=2022)
    await deliver(region.database, consumers, child.card(), accepted, occurred_at=region.database.clock.now())
    async with region.database.write() as tx:
        garden = await kindergartens.lock_kindergarten(tx, UUID(region.id))
        enrolling = asyncio.create_task(region.works())
        await eventually(lambda: somebody_waits(region), "the child waits for the kindergarten")
        closed = replace(garden, closed=True, version=garden.version + 1)
        signed = closings.Closing(closed.id, new_id(), tx.now(), region.administrator.person_id, "№ 7")
        await closings.close(tx, closed, signed)
    await enrolling
    await works(region)
    (departed,) = await told(region, ChildDeparted)
    assert departed.application_id == child.application_id


async def test_what_the_administrator_did_not_see_is_shown_again(region: Any) -> None:
    act = (await region.api.by(region.administrator).post(f"{path(region)}/acts", json=GROUND)).json()
    await region.enrols()
    answer = await region.api.sign(region.administrator, act)
    assert answer.json()["code"] == "act_outdated"
    assert len(await region.roster()) == 1


async def test_only_an_administrator_and_only_with_a_ground(region: Any) -> None:
    for asked in (
        await region.api.by(region.worker).get(path(region)),
        await region.api.by(region.worker).post(f"{path(region)}/acts", json=GROUND),
    ):
        assert (asked.status_code, asked.json()["code"]) == (403, "permission_missing")
    empty = await region.api.by(region.administrator).post(f"{path(region)}/acts", json={"remark": " "})
    assert empty.json()["code"] == "request_invalid"


async def test_a_preview_stands_in_the_reading_log_and_no_worker_gives_this_reason(region: Any) -> None:
    enrolment = await region.enrols()
    await region.api.by(region.administrator).get(path(region))
    (read,) = [each for each in await told(region, KindergartensRead) if each.what == "kindergartens:preview-closing"]
    assert len(read.subjects) == 1
    departure = {"left_on": "2026-11-30", "reason": "closed"}
    answer = await region.api.by(region.worker).post(
        f"/kindergartens/{region.id}/roster/{enrolment}/departure/acts", json=departure
    )
    assert answer.json()["code"] == "request_invalid"
