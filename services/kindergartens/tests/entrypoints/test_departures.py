"""A worker signs that a child has left (domain §7.roster, M1 chapter 4)."""

import asyncio
import base64
import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.access import KindergartensRead, Why
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import ChildDeparted, VacancyConfirmed
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.vocabulary import DepartureReason, GroupKind, InstructionLanguage
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.platform.testing import deliver, published, worker_of
from kezek.platform.workdays import local_day

pytestmark = pytest.mark.servers


def today(region: Any) -> date:
    return local_day(region.database.clock.now())


def path_of(region: Any, enrolment_id: str) -> str:
    return f"/kindergartens/{region.id}/roster/{enrolment_id}/departure/acts"


def body(region: Any, **changed: Any) -> dict[str, Any]:
    return {"left_on": f"{today(region)}", "reason": "moved_away", **changed}


async def departs(region: Any, enrolment_id: str, **changed: Any) -> Any:
    return await region.api.perform(region.worker, path_of(region, enrolment_id), body(region, **changed))


async def told(region: Any, kind: Any) -> list[Any]:
    return [each for each in await published(region.database) if isinstance(each.event, kind)]


async def publishes_at_once(region: Any) -> None:
    policy = replace(REFERRAL_PROFILE, id="1110-1", departed_published_at_once=True)
    event = PolicyPublished(district="1110", version=1, in_force_from=date(2020, 1, 1), policy=policy)
    await deliver(region.database, consumers, event)


async def test_a_departed_child_leaves_the_list_and_stands_among_the_former(region: Any) -> None:
    stays = await region.enrols(given_name="Әли")
    answer = await departs(region, await region.enrols(given_name="Ғани"), reason="other", remark="Басқа қалаға\nкөшті")
    assert answer.status_code == 200, answer.text
    result = answer.json()["result"]
    assert (result["vacancy_id"], result["may_publish"]) == (None, True)
    assert [each["enrolment_id"] for each in await region.roster()] == [stays]
    (former,) = await region.roster(present=False, reason="other", left_from=f"{today(region)}")
    assert (former["given_name"], former["ended_on"], former["ended_by"]) == ("Ғани", f"{today(region)}", "departed")
    assert former["reason_name"]["kk"] == "басқа себеп, төменде жазылған"


async def test_others_are_told_once_and_nothing_of_the_child(region: Any) -> None:
    family = region.family()
    enrolment_id = await region.enrols(family, language=InstructionLanguage.RUSSIAN, kind=GroupKind.CORRECTIONAL)
    prepared = (await region.api.by(region.worker).post(path_of(region, enrolment_id), json=body(region))).json()
    answers = [await region.api.sign(region.worker, prepared) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    (one,) = await told(region, ChildDeparted)
    event = one.event
    assert (one.version, event.application_id, str(event.kindergarten_id)) == (1, family.application_id, region.id)
    assert (event.left_on, event.reason, event.language) == (today(region), DepartureReason.MOVED_AWAY, "ru")
    assert str(event.queue) == f"1110.correctional.{region.database.clock.now().year - 4}"
    assert family.iin not in event.model_dump_json()
    assert await told(region, VacancyConfirmed) == []


async def test_what_is_signed_says_who_left_when_and_why_in_the_workers_language(region: Any) -> None:
    family = region.family()
    enrolment_id = await region.enrols(family)
    asked = body(region, reason="other", remark="себебі")
    answer = (await region.api.by(region.worker).post(path_of(region, enrolment_id), json=asked)).json()
    lines = json.loads(base64.b64decode(answer["document_base64"]))["statement"]
    assert lines[0].endswith(f"Ребёнок: Үлгіев Ғани, ИИН {family.iin}.")
    assert lines[-2:] == [f"Дата убытия: {today(region):%d.%m.%Y}. Причина: другая, указана ниже.", "Пояснение: себебі"]
    (read,) = [each for each in await told(region, KindergartensRead) if each.event.why is Why.ACT]
    assert (read.event.what, read.event.subjects[0].application_id) == ("roster:depart", family.application_id)
    assert str(read.event.act_id) == answer["act_id"]


@pytest.mark.parametrize(
    ("days", "changed", "code"),
    [
        (1, {}, "departure_in_future"),
        (-1, {}, "departure_too_early"),
        (0, {"reason": "other", "remark": " "}, "remark_required"),
    ],
)
async def test_what_cannot_be_is_refused_and_changes_nothing(region: Any, days: int, changed: Any, code: str) -> None:
    enrolment_id = await region.enrols()
    day = today(region) + timedelta(days=days)
    answer = await departs(region, enrolment_id, left_on=f"{day}", **changed)
    assert (answer.status_code, answer.json()["code"]) == (409, code)
    assert len(await region.roster()) == 1


async def test_the_day_is_judged_when_the_signature_comes(region: Any, sandbox_clock: Any) -> None:
    enrolment_id = await region.enrols()
    sandbox_clock.move(timedelta(days=3))
    answer = await departs(region, enrolment_id, left_on=f"{today(region)}")
    assert answer.status_code == 200, answer.text
    again = await departs(region, enrolment_id)
    assert (again.status_code, again.json()["code"]) == (409, "child_not_in_group")
    assert again.json()["params"] == {"last_day": f"{today(region)}"}


async def test_of_two_workers_at_once_one_lets_the_child_go(region: Any) -> None:
    enrolment_id = await region.enrols()
    client = region.api.by(region.worker)
    acts = [(await client.post(path_of(region, enrolment_id), json=body(region))).json() for _ in range(2)]
    answers = await asyncio.gather(*(region.api.sign(region.worker, each) for each in acts))
    assert sorted(each.status_code for each in answers) == [200, 409]
    assert len(await told(region, ChildDeparted)) == 1


async def test_where_the_district_wants_it_the_place_is_published_by_the_same_signature_once(region: Any) -> None:
    await publishes_at_once(region)
    enrolment_id = await region.enrols(language=InstructionLanguage.RUSSIAN)
    prepared = (await region.api.by(region.worker).post(path_of(region, enrolment_id), json=body(region))).json()
    statement = json.loads(base64.b64decode(prepared["document_base64"]))["statement"]
    assert statement[-1] == "Этой подписью публикую одно освободившееся место."
    answers = [await region.api.sign(region.worker, prepared) for _ in range(2)]
    (one,) = await told(region, VacancyConfirmed)
    assert (one.event.places, one.event.language, one.version) == (1, "ru", 1)
    assert {each.json()["result"]["vacancy_id"] for each in answers} == {str(one.event.vacancy_id)}
    (row,) = (await region.api.by(region.worker).get("/me/vacancies")).json()["items"]
    assert (row["total"], row["confirmed_by"], row["confirmed_by_name"]) == (
        1,
        str(region.worker.person_id),
        "СЫНАҚОВА ҮЛГІ",
    )


async def test_of_a_year_that_is_called_no_more_nothing_is_published(region: Any) -> None:
    await publishes_at_once(region)
    result = (await departs(region, await region.enrols(group_year=2010))).json()["result"]
    assert (result["vacancy_id"], result["may_publish"]) == (None, False)
    assert result["not_offered"] == "group_year_not_offered"
    assert await told(region, VacancyConfirmed) == []


async def test_of_a_closed_kindergarten_the_place_is_not_offered_for_that(region: Any) -> None:
    child = await region.enrols()
    closing = f"/kindergartens/{region.id}/closing/acts"
    assert (await region.api.perform(region.administrator, closing, {"remark": "№ 7 бұйрық"})).status_code == 200
    result = (await departs(region, child)).json()["result"]
    assert (result["may_publish"], result["not_offered"]) == (False, "kindergarten_closed")


async def test_a_policy_that_begins_meanwhile_makes_the_statement_untrue(region: Any) -> None:
    enrolment_id = await region.enrols()
    prepared = (await region.api.by(region.worker).post(path_of(region, enrolment_id), json=body(region))).json()
    await publishes_at_once(region)
    answer = await region.api.sign(region.worker, prepared)
    assert (answer.status_code, answer.json()["code"]) == (409, "act_outdated")
    assert len(await region.roster()) == 1


async def test_nobody_else_lets_a_child_go(region: Any) -> None:
    enrolment_id = await region.enrols()
    stranger = worker_of(new_id())
    foreign = await region.api.by(stranger).post(path_of(region, enrolment_id), json=body(region))
    assert (foreign.status_code, foreign.json()["code"]) == (404, "kindergarten_not_found")
    missing = await region.api.by(region.worker).post(path_of(region, f"{new_id()}"), json=body(region))
    assert (missing.status_code, missing.json()["code"]) == (404, "enrolment_not_found")
    prepared = (await region.api.by(region.worker).post(path_of(region, enrolment_id), json=body(region))).json()
    async with region.database.write() as tx:
        await tx.execute(sa.text("update worker set active = false"))
    assert (await region.api.sign(region.worker, prepared)).json()["code"] == "kindergarten_not_found"


async def test_a_child_that_came_back_has_its_whole_way_here(region: Any, sandbox_clock: Any) -> None:
    family = region.family()
    first = await region.enrols(family)
    await departs(region, first, reason="other", remark="көшті")
    sandbox_clock.move(timedelta(days=40))
    again = replace(family, application_id=new_id())
    second = await region.enrols(again)
    answer = await region.api.by(region.worker).get(f"/kindergartens/{region.id}/roster/{second}")
    stays = answer.json()["stays"]
    assert [each["enrolment_id"] for each in stays] == [first, second]
    assert (stays[0]["remark"], stays[0]["reason"], stays[1]["ended_on"]) == ("көшті", "other", None)
    assert stays[0]["kindergarten_name"]["en"] == "Baiterek kindergarten"
