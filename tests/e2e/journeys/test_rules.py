"""An administrator changes the rules while families queue: what has begun keeps its own, what begins has the new."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person
from tests.e2e.world import World

from kezek_local.waiting import eventually

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
    await changes_policy(boss, world.district, tomorrow, choice_working_days=1, extension_by_officer=True)
    await world.settles()

    await world.passes_midnight_after(begun.isoformat())
    await garden.publishes(world.group_year)

    shorter = (await second.becomes("notified"))["turn"]
    assert shorter["last_day"] < turn["last_day"]
    assert (await first.state())["turn"]["last_day"] == turn["last_day"]
    rules = await first.get("/queue/policies", district=world.district)
    assert rules["in_force"]["policy"]["choice_working_days"] == 1
    await second.chooses_first_place()
    await _is_extended_once(second, await world.officer())

    # the district's other families have the days that they had
    await changes_policy(boss, world.district, day_after, choice_working_days=3, extension_by_officer=False)
    await world.settles()
    await world.passes_midnight_after(tomorrow)


async def _is_extended_once(family: Parent, officer: Person) -> None:
    """By the policy under which the referral was issued, with a reason, signed; the family is told."""
    referral = (await family.state())["referral"]
    path = f"/referrals/referrals/{referral['referral_id']}/extension"
    assert (await officer.get(path))["working_days"] == 5
    await officer.sign_act("referrals", await officer.post(f"{path}/acts", {"words": "Бала ауырып қалды"}))
    assert (await family.state())["referral"]["last_day"] > referral["last_day"]
    assert (await officer.get(path))["working_days"] is None
    again = await officer.request("POST", f"{path}/acts", json={"words": "Тағы да"})
    assert (again.status_code, again.json()["code"]) == (409, "extended_already")

    async def told() -> bool:
        messages = await family.get("/notifications/messages", application_id=family.application_id)
        return "referral_extended" in {each["kind"] for each in messages["items"]}

    await eventually(told, "word of the extension")


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


async def test_a_district_of_numbered_categories_is_sorted_anew_by_what_the_register_says_by_now(world: World) -> None:
    (family,) = await world.queue(1)
    boss, district, year = await world.administrator(), world.district, world.group_year
    today = (await world.sandbox.now() + timedelta(hours=5)).date()
    tomorrow, day_after = [(today + timedelta(days=days)).isoformat() for days in (1, 2)]
    await changes_policy(boss, district, tomorrow, numbered_categories=True, sorted_anew_on=tomorrow[5:])
    await world.settles()
    await world.passes_midnight_after(today.isoformat())
    assert [each["number"] for each in (await family.position())["categories"]] == [1, 2, 3, 4]

    await world.sandbox.post(f"/people/{family.child_iin}/birth-date", {"birth_date": f"{year + 1}-01-31"})
    await boss.post(f"/queue/sortings/{district}/refreshes")
    await world.settles()
    before = await boss.get(f"/queue/sortings/{district}")
    assert before["refresh"]["finished_at"] is not None
    assert (before["refresh"]["changed"], before["refresh"]["silent"]) == (1, 0)
    assert [(each["from_year"], each["to_year"], each["children"]) for each in before["moves"]] == [(year, year + 1, 1)]

    await boss.sign_act("queue", await boss.post("/queue/sortings/acts", {"district": district, "reason": None}))
    await world.settles()

    after = await boss.get(f"/queue/sortings/{district}")
    assert (after["moves"], after["history"][0]["done"]) == ([], True)
    assert (await family.position())["queue"]["group_year"] == year + 1
    journal = await family.journal()
    assert journal["information"]["group_year"] == year + 1
    codes = [line["code"] for line in journal["history"]]
    assert {"birth_date_corrected", "moved_to_queue"} <= set(codes)

    await changes_policy(boss, district, day_after, numbered_categories=False, sorted_anew_on=None)
    await world.settles()
    await world.passes_midnight_after(tomorrow)
