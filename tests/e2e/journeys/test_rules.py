"""An administrator changes the rules while families queue: what has begun keeps its own, what begins has the new."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.e2e.actors.person import Person
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock")]


async def changes_policy(boss: Person, district: str, day: str, **changed: Any) -> None:
    found = (await boss.get("/queue/policies", district=district))["in_force"]["policy"]
    numbers = {name: value for name, value in found.items() if name != "id"} | changed
    body = {"district": district, "in_force_from": day, "numbers": numbers}
    await boss.sign_act("queue", await boss.post("/queue/policies/acts", body))


async def test_a_turn_that_has_begun_keeps_its_days_and_the_next_one_has_those_of_the_new_policy(world: World) -> None:
    first, second = await world.queue(2)
    boss, garden = await world.administrator(), await world.worker()
    await garden.publishes(world.group_year)
    turn = (await first.becomes("notified"))["turn"]
    begun = (datetime.fromisoformat(turn["began_at"]) + timedelta(hours=5)).date()
    tomorrow, day_after = [(begun + timedelta(days=days)).isoformat() for days in (1, 2)]
    await changes_policy(boss, world.district, tomorrow, choice_working_days=1)
    await world.settles()

    await world.passes_midnight_after(begun.isoformat())
    await garden.publishes(world.group_year)

    shorter = (await second.becomes("notified"))["turn"]
    assert shorter["last_day"] < turn["last_day"]
    assert (await first.state())["turn"]["last_day"] == turn["last_day"]
    rules = await first.get("/queue/policies", district=world.district)
    assert rules["in_force"]["policy"]["choice_working_days"] == 1

    # the district's other families have the days that they had
    await changes_policy(boss, world.district, day_after, choice_working_days=3)
    await world.settles()
    await world.passes_midnight_after(tomorrow)


async def sets_free(boss: Person, day: str) -> None:
    year = await boss.get(f"/queue/calendar/{day[:4]}")
    body = {name: year[name] for name in ("year", "worked", "free", "confirmed")}
    body["free"] = sorted({*year["free"], day})
    await boss.sign_act("queue", await boss.post("/queue/calendar/acts", body))


async def test_a_day_set_free_moves_a_running_turn_and_the_family_is_told(world: World) -> None:
    (family,) = await world.queue(1)
    boss, garden = await world.administrator(), await world.worker()
    await garden.publishes(world.group_year)
    turn = (await family.becomes("notified"))["turn"]

    await sets_free(boss, turn["last_day"])
    await world.settles()

    moved = (await family.state())["turn"]
    assert moved["last_day"] > turn["last_day"]
    history = (await family.journal())["history"]
    assert "deadline_moved" in [line["code"] for line in history]
    told = await family.get("/notifications/messages", application_id=family.application_id)
    assert "turn_moved" in {message["kind"] for message in told["items"]}
    # the day before is over: the turn runs on, and ends on its new day
    await world.passes_midnight_after(turn["last_day"])
    assert (await family.state())["status"] == "notified"
    await world.passes_midnight_after(moved["last_day"])
    assert (await family.becomes("queued"))["turn"] is None
