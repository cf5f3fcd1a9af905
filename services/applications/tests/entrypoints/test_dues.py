"""How many decisions wait: an officer is told of the own district, an administrator of each."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import ClaimKind
from kezek.platform.testing import administrator, an_actor, officer_of
from kezek.platform.workdays import local_day, midnight_after

OFFICER, ELSEWHERE = officer_of("1134"), officer_of("1116")
NONE = {"waiting": 0, "overdue": 0, "today": 0, "later": 0, "without_term": 0, "asked": 0, "refusals": 0}


async def told(world: Any, officer: Any = OFFICER) -> Any:
    answer = await world.api.by(officer).get("/desk/due")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_terms_are_told_apart_by_their_last_day(world: Any) -> None:
    now = world.database.clock.now()
    midnight = midnight_after(local_day(now))
    terms = [now, midnight, midnight, midnight + timedelta(microseconds=1), None]
    for number, due_at in enumerate(terms, 1):
        await world.claimed(ClaimKind.REGISTRATION, number, due_at=due_at)
    found = await told(world)
    assert found["dues"] == {**NONE, "waiting": 5, "overdue": 1, "today": 2, "later": 1, "without_term": 1}


async def test_numbers_alone_are_told_for_nothing_of_it_stands_in_the_reading_log(world: Any) -> None:
    await world.claimed(ClaimKind.BENEFIT, due_at=world.database.clock.now(), benefit="large_family")
    assert (await told(world)).keys() == {"as_of", "dues"}
    (item,) = (await world.api.by(administrator()).get("/due")).json()["items"]
    assert (item.keys(), item["dues"].keys()) == ({"district", "dues"}, NONE.keys())


async def test_what_waits_for_the_family_is_counted_apart(world: Any) -> None:
    application = await world.claimed(ClaimKind.REGISTRATION, due_at=world.database.clock.now())
    asked = {"outcome": "ask_better_copy", "reason": "unreadable", "remark": ""}
    await world.api.perform(OFFICER, f"/desk/claims/{application.claims[0].id}/decision/acts", asked)
    assert (await told(world))["dues"] == {**NONE, "asked": 1}


async def test_papers_of_twins_are_one_decision(world: Any) -> None:
    application = await world.claimed(ClaimKind.BENEFIT, 1, twins=new_id())
    shared = application.claims[0].id
    await world.claimed(ClaimKind.BENEFIT, 2, twins=application.made.twins, shared_with=shared)
    assert (await told(world))["dues"]["waiting"] == 1


async def test_a_childs_refusal_under_review_is_counted(world: Any) -> None:
    application = await world.claimed(ClaimKind.BENEFIT)
    async with world.database.write() as tx:
        statement = sa.text("update application set status = 'refusal_review' where id = :id")
        await tx.execute(statement, {"id": application.id})
    assert (await told(world))["dues"]["refusals"] == 1


async def test_an_officer_is_told_of_the_own_district_and_an_administrator_of_each(world: Any) -> None:
    for number, district in enumerate(("1134", "1134", "1116"), 1):
        await world.claimed(ClaimKind.BENEFIT, number, district=district)
    assert [(await told(world, officer))["dues"]["waiting"] for officer in (OFFICER, ELSEWHERE)] == [2, 1]
    assert (await told(world, officer_of("1110")))["dues"] == NONE
    items = (await world.api.by(administrator()).get("/due")).json()["items"]
    assert [(each["district"], each["dues"]["waiting"]) for each in items] == [("1116", 1), ("1134", 2)]


@pytest.mark.parametrize(
    ("path", "who"),
    [("/desk/due", administrator()), ("/desk/due", an_actor()), ("/due", OFFICER), ("/due", an_actor())],
)
async def test_nobody_else_is_told(world: Any, path: str, who: Any) -> None:
    answer = await world.api.by(who).get(path)
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_missing")
