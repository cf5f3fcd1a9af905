"""A district distributes its places in a round: wishes, the officer's preview and signature, what each family gets."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person, RefusedError
from tests.e2e.journeys.test_rules import changes_policy
from tests.e2e.web.playing import played_in_a_browser
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock")]
BY_ROUNDS = {
    "numbered_categories": True,
    "sorted_anew_on": "06-30",
    "distribution_in_rounds": True,
    "waiting_list": True,
    "restorable_calendar_days": 28,
    "choice_working_days": 2,
}
BY_TURNS = {
    "numbered_categories": False,
    "sorted_anew_on": None,
    "distribution_in_rounds": False,
    "waiting_list": False,
    "restorable_calendar_days": None,
    "choice_working_days": 3,
}


async def test_a_round_gives_each_child_the_first_wish_that_is_free_and_the_others_wait(world: World) -> None:
    families = await world.queue(9)
    special, twins = await world.parent(), await world.parent_of_twins()
    await _queues_with_benefit(world, special)
    twin_ids, twin_year = await _twins_queue(twins)
    boss, officer = await world.administrator(), await world.officer()
    one, other, third = [await world.worker(ordinal) for ordinal in range(3)]
    today = (await world.today()).isoformat()
    await changes_policy(boss, world.district, _day_after(today), **BY_ROUNDS)
    await world.settles()
    await world.passes_midnight_after(today)
    await world.begins_by_day()
    await one.publishes(world.group_year, places=2)
    await other.publishes(world.group_year, places=4)
    await third.publishes(twin_year, places=2)
    await world.settles()
    assert {(await each.state())["status"] for each in (*families, special)} == {"queued"}

    wanted, second = one.kindergarten_id, other.kindergarten_id
    for family in (*families[:6], special):
        await _wishes(family, family.application_id, wanted, second)
    await _wishes(families[7], families[7].application_id, wanted)
    for application_id in twin_ids:
        await _wishes(twins, application_id, third.kindergarten_id)
    seen = await officer.get("/queue/rounds")
    assert (seen["next_round"]["given"], seen["next_round"]["places"]) == (8, 8)
    with pytest.raises(RefusedError, match="round_changed"):
        await officer.post("/queue/rounds/acts", {"digest": "0" * 64})
    await _played_in_the_browser(world, families[6], (wanted, second))
    await world.settles()

    gets = {each.application_id: (await each.state())["turn"] for each in (*families, special)}
    gardens = [turn and turn["kindergarten_id"] for turn in gets.values()]
    # category 2 goes first; then by time, each the first wish that is left
    assert gardens == [wanted, *[second] * 4, *[None] * 4, wanted]
    assert (await families[0].journal())["information"]["turn"]["by_round"] is True
    for application_id in twin_ids:
        state = await twins.get(f"/referrals/applications/{application_id}")
        assert state["turn"]["kindergarten_id"] == third.kindergarten_id
    (held,) = (await officer.get("/queue/rounds"))["history"]
    assert (held["given"], held["begun"], held["unmade"]) == (8, 8, 0)
    assert {"wishes_ordered", "round_gave_none"} <= await _codes(families[7])
    assert "turn_started" in await _codes(families[0])
    assert await _told(families[7]) & {"place_by_round", "round_gave_none"} == {"round_gave_none"}
    assert await _told(families[0]) & {"place_by_round", "round_gave_none"} == {"place_by_round"}

    assert len(await families[0].places()) == 1
    await families[0].chooses_first_place()
    assert (await families[0].state())["status"] == "referred"
    last = await families[7].get(f"/queue/applications/{families[7].application_id}/wishes")
    assert (last["wishes"][0]["stands_at"], last["last_round"]["kindergarten_id"]) == (3, None)
    await _goes_back_to_turns(world, boss)


async def _queues_with_benefit(world: World, family: Parent) -> None:
    """A large family, whose benefit the officer has confirmed."""
    await family.applies_with_benefit("large_family")
    officer = await world.officer()
    waiting = (await officer.get("/applications/desk"))["items"]
    claim = next(each for each in waiting if each["number"] == family.number)
    until = (await world.today() + timedelta(days=100)).isoformat()
    decision = {"outcome": "confirm", "valid_until": until}
    path = f"/applications/desk/claims/{claim['claim_id']}/decision/acts"
    await officer.sign_act("applications", await officer.post(path, decision))
    await family.position()


async def _twins_queue(parent: Parent) -> tuple[list[str], int]:
    """Both applications of a family with twins, and their group year."""
    await parent.sign_act("applications", await parent.prepares_application(twins=[parent.twin_iin]))
    own = [each for each in await parent.applications() if each["child"]["iin"] in {parent.child_iin, parent.twin_iin}]
    return [each["application_id"] for each in own], own[0]["group_year"]


async def _wishes(parent: Parent, application_id: str, *gardens: str) -> None:
    path = f"/queue/applications/{application_id}/wishes"
    (await parent.request("PUT", path, json={"kindergartens": list(gardens)})).raise_for_status()


async def _played_in_the_browser(world: World, family: Parent, gardens: tuple[str, ...]) -> None:
    """The last family orders its wishes by keyboard, and the officer signs the round."""
    await played_in_a_browser(
        world,
        "rounds",
        KEZEK_DISTRICT=world.district,
        KEZEK_ROUNDS=":".join((family.resident["id"], family.application_id, *gardens)),
    )


async def _codes(parent: Parent) -> set[str]:
    return {line["code"] for line in (await parent.journal())["history"]}


async def _told(parent: Parent) -> set[str]:
    told: dict[str, Any] = await parent.get("/notifications/messages", application_id=parent.application_id)
    return {message["kind"] for message in told["items"]}


async def _goes_back_to_turns(world: World, boss: Person) -> None:
    """The district's other stories have the order that they had."""
    today = (await world.today()).isoformat()
    await changes_policy(boss, world.district, _day_after(today), **BY_TURNS)
    await world.settles()
    await world.passes_midnight_after(today)


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
