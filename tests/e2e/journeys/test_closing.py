"""A kindergarten is closed: its children depart, who was on the way is queued again, nobody publishes there."""

import uuid

import pytest
from tests.e2e.actors.person import Person, RefusedError
from tests.e2e.actors.worker import Worker
from tests.e2e.bodies import names
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]


async def test_closing_ends_what_it_touches_and_no_more(world: World) -> None:
    boss = await world.administrator()
    garden = await opens_kindergarten(world, boss)
    enrolled, referred, called = await world.queue(3)
    await garden.publishes(world.group_year, places=3)
    for family in (enrolled, referred, called):
        await family.becomes("notified")
    number = (await enrolled.chooses_first_place())["referral_number"]
    await garden.accepts(number)
    await garden.roster(having=number)
    await referred.chooses_first_place()
    await world.settles()
    path = f"kindergartens/{garden.kindergarten_id}/closing"
    assert (await boss.get(f"/kindergartens/{path}"))["enrolled"] == 1
    touched = await boss.get(f"/referrals/{path}")
    assert (touched["free"], [each["application_number"] for each in touched["held"]]) == (0, [called.number])
    assert [each["application_number"] for each in touched["referrals"]] == [referred.number]

    await boss.sign_act("kindergartens", await boss.post(f"/kindergartens/{path}/acts", {"remark": "№ 7 бұйрық"}))

    for family in (referred, called):
        assert (await family.becomes("queued"))["misses"] == 0
    await enrolled.becomes("departed")
    await world.settles()  # what ended the referral comes to the history by another topic than the way back
    assert {line["reason"] for line in (await referred.journal())["history"]} >= {"kindergarten_closed"}
    with pytest.raises(RefusedError) as refused:
        await garden.publishes(world.group_year)
    assert refused.value.code == "kindergarten_closed"
    other = await world.worker()
    await other.publishes(world.group_year)
    await referred.becomes("notified")


async def opens_kindergarten(world: World, boss: Person) -> Worker:
    """A kindergarten of its own for this journey, which nobody else needs, and who works there."""
    worker = await world.newcomer()
    body = {
        "district": world.district,
        "name": names(f"«Жабылатын {uuid.uuid4().hex[:8]}» балабақшасы"),
        "address": names("Сынақ көшесі, 1"),
        "phone": "77990000021",
        "ownership": "state",
        "workers": [worker.iin],
    }
    worker.kindergarten = await boss.post("/kindergartens/kindergartens", body)
    await world.settles()
    await worker.sign_in()
    return worker
