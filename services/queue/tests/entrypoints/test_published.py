"""Everybody reads the rules that hold: policies, working days, benefits."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from dirty_equals import IsDatetime, IsPartialDict

from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.platform.workdays import local_day
from kezek.queue.main_api import build_app
from kezek.queue.usecases.publish import publish, publish_shipped


@pytest.fixture
async def anybody(play: Any, api: Any, make_settings: Any) -> Any:
    return (await api(build_app(await make_settings("queue")))).by()


@pytest.mark.parametrize("worker_has_begun", [False, True])
async def test_the_shipped_rules_are_read_whether_the_worker_has_published_them_or_not(
    play: Any, anybody: Any, worker_has_begun: bool
) -> None:
    if worker_has_begun:
        async with play.database.write() as tx:
            await publish_shipped(tx)
    found = (await anybody.get("/policies", params={"district": "1110"})).json()
    assert found == {
        "in_force": {
            "district": None,
            "version": 1,
            "in_force_from": "2020-01-01",
            "policy": IsPartialDict(id="default-1", choice_working_days=3, free_choice_hour=None),
            "published_at": IsDatetime(iso_string=True),
            "act_id": None,
        },
        "coming": [],
        "history": [],
    }
    benefits = (await anybody.get("/benefits")).json()
    assert (benefits["version"], len(benefits["items"])) == (1, 9)
    assert benefits["items"][0] == IsPartialDict(code="serviceman", queue_class="extraordinary", proof_months=12)
    year = (await anybody.get("/calendar/2027")).json()
    assert year == IsPartialDict(year=2027, version=2, confirmed=False, worked=[], free=[])
    assert year["holidays"][5]["name"] == {
        "kk": "Қазақстан Республикасының Конституциясы күні",
        "ru": "День Конституции",
        "en": "Constitution Day",
    }


async def test_a_year_that_nobody_knows_is_not_found(anybody: Any) -> None:
    answer = await anybody.get("/calendar/2051")
    assert (answer.status_code, answer.json()["code"], answer.json()["params"]) == (
        404,
        "calendar_year_not_found",
        {"year": 2051},
    )


async def test_a_districts_own_version_is_told_before_it_holds_and_when_it_does(play: Any, anybody: Any) -> None:
    tomorrow = local_day(play.database.clock.now()) + timedelta(days=1)
    policy = replace(REFERRAL_PROFILE, id="1110-1", choice_working_days=5)
    async with play.database.write() as tx:
        await publish_shipped(tx)
        await publish(tx, PolicyPublished(district="1110", version=1, in_force_from=tomorrow, policy=policy))
    found = (await anybody.get("/policies", params={"district": "1110"})).json()
    assert found["in_force"]["policy"]["id"] == "default-1"
    assert [each["policy"]["choice_working_days"] for each in found["coming"]] == [5]
    assert (await anybody.get("/policies", params={"district": "1116"})).json()["coming"] == []
    assert (await anybody.get("/policies")).json()["coming"] == []
    play.database.clock.move_to(play.database.clock.now() + timedelta(days=1))
    found = (await anybody.get("/policies", params={"district": "1110"})).json()
    assert found["in_force"]["policy"]["id"] == "1110-1"
    assert [each["policy"]["id"] for each in found["history"]] == ["default-1"]


async def test_everybody_reads_what_each_number_means_and_the_two_regimes(anybody: Any) -> None:
    form = (await anybody.get("/policies/form")).json()
    numbers = {each["name"]: each for group in form["groups"] for each in group["numbers"]}
    assert numbers["choice_working_days"] == {
        "name": "choice_working_days",
        "text": IsPartialDict(ru="Срок выбора места, рабочих дней"),
        "kind": "number",
        "least": 1,
        "most": 60,
        "optional": False,
        "clause": "6.2",
    }
    assert [each["profile"] for each in form["profiles"]] == ["referral", "voucher"]
