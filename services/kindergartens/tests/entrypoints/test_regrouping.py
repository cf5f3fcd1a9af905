"""Children of one group go over to another one in August, by one signed act (domain §7.roster)."""

import base64
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import ChildDeparted, ChildRegrouped
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.platform.testing import an_actor, deliver, published, worker_of
from kezek.platform.workdays import ALMATY

pytestmark = pytest.mark.servers
TO = {"group_year": 2022, "language": "ru", "kind": "general"}


@pytest.fixture
def august(sandbox_clock: Any) -> datetime:
    """Noon of a day in August."""
    now = sandbox_clock.now()
    noon = datetime(now.year + 1, 8, 17, 7, tzinfo=UTC)
    sandbox_clock.move_to(noon)
    return noon


def path_of(region: Any) -> str:
    return f"/kindergartens/{region.id}/roster/regrouping/acts"


async def regroups(region: Any, *children: str, **to: Any) -> Any:
    body = {"enrolment_ids": list(children), "to": {**TO, **to}}
    return await region.api.perform(region.worker, path_of(region), body)


async def told(region: Any) -> list[Any]:
    return [each for each in await published(region.database) if isinstance(each.event, ChildRegrouped)]


async def test_all_chosen_children_stand_in_the_other_group_with_their_way_behind_them(
    region: Any, august: datetime
) -> None:
    families = [region.family() for _ in range(3)]
    stays, *go = [
        await region.enrols(each, given_name=name, group_year=2021)
        for each, name in zip(families, ("Әли", "Бота", "Ғани"), strict=True)
    ]
    answer = await regroups(region, *go)
    assert answer.status_code == 200, answer.text
    assert answer.json()["result"] == {"children": 2}
    assert [each["enrolment_id"] for each in await region.roster(group_year=2021)] == [stays]
    moved = await region.roster(group_year=2022, language="ru")
    assert [each["given_name"] for each in moved] == ["Бота", "Ғани"]
    assert await region.roster(present=False) == []
    path = f"/kindergartens/{region.id}/roster/{moved[0]['enrolment_id']}"
    before, now = (await region.api.by(region.worker).get(path)).json()["stays"]
    assert (before["group_year"], before["ended_by"], before["ended_on"]) == (2021, "regrouped", f"{august:%Y-%m-%d}")
    assert (now["group_year"], now["begun_by"], now["since"]) == (2022, "regrouped", f"{august:%Y-%m-%d}")
    events = {each.event.application_id: each for each in await told(region)}
    assert set(events) == {each.application_id for each in families[1:]}
    one = events[families[1].application_id]
    assert (str(one.event.queue), one.event.language, one.version) == ("1110.general.2022", "ru", 1)


async def test_the_statement_names_every_child_and_both_groups(region: Any, august: datetime) -> None:
    family = region.family()
    enrolment_id = await region.enrols(family, group_year=2021)
    body = {"enrolment_ids": [enrolment_id, enrolment_id], "to": TO}
    prepared = (await region.api.by(region.worker).post(path_of(region), json=body)).json()
    statement = json.loads(base64.b64decode(prepared["document_base64"]))["statement"]
    assert statement[2:] == [
        "Откуда. Год группы: 2021; язык обучения: казахский; вид группы: общая.",
        "Куда. Год группы: 2022; язык обучения: русский; вид группы: общая.",
        "Количество детей: 1.",
        f"1. Үлгіев Ғани, ИИН {family.iin}",
    ]


async def test_one_who_has_left_meanwhile_holds_all_of_them_back(region: Any, august: datetime) -> None:
    go = [await region.enrols(group_year=2021) for _ in range(2)]
    body = {"enrolment_ids": go, "to": TO}
    prepared = (await region.api.by(region.worker).post(path_of(region), json=body)).json()
    left = {"left_on": f"{august:%Y-%m-%d}", "reason": "moved_away"}
    departure = f"/kindergartens/{region.id}/roster/{go[1]}/departure/acts"
    assert (await region.api.perform(region.worker, departure, left)).status_code == 200
    answer = await region.api.sign(region.worker, prepared)
    assert (answer.status_code, answer.json()["code"]) == (409, "child_not_in_group")
    assert [each["enrolment_id"] for each in await region.roster(group_year=2021)] == [go[0]]
    assert await told(region) == []


@pytest.mark.parametrize(
    ("children", "to", "code"),
    [
        ((2021,), {"group_year": 2021, "language": "kk"}, "group_is_the_same"),
        ((2021, 2022), {"group_year": 2023}, "children_of_several_groups"),
        ((2021,), {"kind": "correctional"}, "conclusion_required"),
        ((2021,), {"group_year": 2010}, "group_year_not_offered"),
    ],
)
async def test_what_is_no_move_is_refused(region: Any, august: datetime, children: Any, to: Any, code: str) -> None:
    go = [await region.enrols(group_year=year) for year in children]
    answer = await regroups(region, *go, **to)
    assert (answer.status_code, answer.json()["code"]) == (409, code)


async def test_more_than_the_other_groups_norm_leaves_free_do_not_go(region: Any, august: datetime) -> None:
    go = [await region.enrols(group_year=2021) for _ in range(2)]
    norm = {**TO, "norm": 3, "earlier": 2}
    answer = await region.api.perform(region.worker, f"/kindergartens/{region.id}/groups/acts", norm)
    assert answer.status_code == 200, answer.text
    refused = (await regroups(region, *go)).json()
    assert (refused["code"], refused["params"]["places"], refused["params"]["free"]) == ("more_places_than_free", 2, 1)
    assert (await regroups(region, go[0])).status_code == 200


async def test_in_a_closed_kindergarten_nobody_goes_over(region: Any, august: datetime) -> None:
    child = await region.enrols(group_year=2021)
    closing = f"/kindergartens/{region.id}/closing/acts"
    assert (await region.api.perform(region.administrator, closing, {"remark": "№ 7 бұйрық"})).status_code == 200
    answer = await regroups(region, child)
    assert (answer.status_code, answer.json()["code"]) == (409, "kindergarten_closed")


async def test_out_of_a_correctional_group_one_may_go(region: Any, august: datetime) -> None:
    child = await region.enrols(group_year=2021, kind=GroupKind.CORRECTIONAL, language=InstructionLanguage.RUSSIAN)
    assert (await regroups(region, child)).status_code == 200


async def groups(region: Any) -> Any:
    return (await region.api.by(region.worker).get(f"/kindergartens/{region.id}/roster/groups")).json()


async def test_the_month_is_that_of_kazakhstans_clock(region: Any, sandbox_clock: Any) -> None:
    child = await region.enrols(group_year=2021)
    year = sandbox_clock.now().year + 1
    begins, ends = (datetime(year, month, 1, tzinfo=ALMATY) for month in (8, 9))
    sandbox_clock.move_to(begins - timedelta(minutes=1))
    early = await regroups(region, child)
    assert (early.status_code, early.json()["code"], early.json()["params"]) == (
        409,
        "groups_not_moved_now",
        {"month": 8},
    )
    found = await groups(region)
    assert (found["open"], found["first_day"], found["last_day"]) == (False, f"{year}-08-01", f"{year}-08-31")
    assert found["items"] == [{"group_year": 2021, "language": "kk", "kind": "general", "children": 1}]
    sandbox_clock.move_to(begins)
    assert (await regroups(region, child)).status_code == 200
    (child,) = [each["enrolment_id"] for each in await region.roster()]
    sandbox_clock.move_to(ends - timedelta(minutes=1))
    assert (await groups(region))["open"] is True
    assert (await regroups(region, child, group_year=2023)).status_code == 200
    (child,) = [each["enrolment_id"] for each in await region.roster()]
    sandbox_clock.move_to(ends)
    assert (await regroups(region, child)).json()["code"] == "groups_not_moved_now"
    assert (await groups(region))["first_day"] == f"{year + 1}-08-01"


async def test_a_policy_may_have_another_month_or_none(region: Any) -> None:
    child = await region.enrols(group_year=2021)
    policy = replace(REFERRAL_PROFILE, id="1110-1", groups_moved_in_month=None)
    event = PolicyPublished(district="1110", version=1, in_force_from=date(2020, 1, 1), policy=policy)
    await deliver(region.database, consumers, event)
    assert (await groups(region))["first_day"] is None
    assert (await regroups(region, child)).status_code == 200


async def test_who_was_moved_departs_from_the_new_group(region: Any, august: datetime) -> None:
    family = region.family()
    await regroups(region, await region.enrols(family, group_year=2021))
    (child,) = await region.roster()
    path = f"/kindergartens/{region.id}/roster/{child['enrolment_id']}/departure/acts"
    answer = await region.api.perform(region.worker, path, {"left_on": f"{august:%Y-%m-%d}", "reason": "to_school"})
    assert answer.status_code == 200, answer.text
    (left,) = [each for each in await published(region.database) if isinstance(each.event, ChildDeparted)]
    assert (left.version, str(left.event.queue)) == (2, "1110.general.2022")
    (former,) = await region.roster(present=False)
    assert former["group_year"] == 2022


async def test_an_absence_in_the_new_groups_closed_month_is_not_taken_back_by_the_former_stay(
    region: Any, august: datetime, sandbox_clock: Any
) -> None:
    former = await region.enrols(group_year=2021)
    assert (await regroups(region, former)).status_code == 200
    (now,) = [each["enrolment_id"] for each in await region.roster()]
    days, by = f"/kindergartens/{region.id}/attendance", region.api.by(region.worker)
    said = {"day": f"{august + timedelta(days=3):%Y-%m-%d}", "reason": "illness"}
    assert (await by.put(f"{days}/absences", json={**said, "enrolment_id": now})).status_code == 204
    sandbox_clock.move_to(datetime(august.year, 9, 1, tzinfo=ALMATY))
    closed = await region.api.perform(region.worker, f"{days}/sheets/acts", {"month": f"{august:%Y-%m}", **TO})
    assert closed.status_code == 200, closed.text
    answer = await by.put(f"{days}/absences", json={**said, "enrolment_id": former, "reason": None})
    assert (answer.status_code, answer.json()["code"]) == (409, "sheet_closed")


async def test_what_a_parent_says_of_the_months_of_two_groups_stands_with_each(
    region: Any, august: datetime, sandbox_clock: Any
) -> None:
    policy = replace(REFERRAL_PROFILE, id="1110-1", sheet_approved_by_parents=True)
    told = PolicyPublished(district="1110", version=1, in_force_from=date(2020, 1, 1), policy=policy)
    await deliver(region.database, consumers, told)
    family = region.family()
    child = await region.enrols(family, group_year=2021)
    sandbox_clock.move(timedelta(days=7))
    assert (await regroups(region, child)).status_code == 200
    sandbox_clock.move_to(datetime(august.year, 9, 1, tzinfo=ALMATY))
    parent = region.api.by(replace(an_actor(), person_id=family.applicant_id))
    path, month = f"/kindergartens/{region.id}/attendance/sheets", f"{august:%Y-%m}"
    for group, remark in (({**TO, "group_year": 2021, "language": "kk"}, "20-сы күні келді"), (TO, "26-сы күні келді")):
        closed = await region.api.perform(region.worker, f"{path}/acts", {"month": month, **group})
        said = {"application_id": f"{family.application_id}", "agreed": False, "remark": remark}
        sheet_id = closed.json()["result"]["sheet_id"]
        assert (await parent.post(f"/attendance/sheets/{sheet_id}/answers", json=said)).status_code == 204
    items = (await region.api.by(region.worker).get(path, params={"month": month})).json()["items"]
    told_of = [(each["group_year"], each["children"][0]["answer"]["remark"]) for each in items]
    assert told_of == [(2021, "20-сы күні келді"), (2022, "26-сы күні келді")]


async def test_nobody_else_moves_children(region: Any, august: datetime) -> None:
    child = await region.enrols(group_year=2021)
    body = {"enrolment_ids": [child], "to": TO}
    foreign = await region.api.by(worker_of(new_id())).post(path_of(region), json=body)
    assert (foreign.status_code, foreign.json()["code"]) == (404, "kindergarten_not_found")
    missing = await regroups(region, f"{new_id()}")
    assert (missing.status_code, missing.json()["code"]) == (404, "enrolment_not_found")
