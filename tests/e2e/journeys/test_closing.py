"""A kindergarten is closed: its children depart, who was on the way is queued again, nobody publishes there."""

import pytest
from tests.e2e.actors.person import RefusedError
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]


async def test_closing_ends_what_it_touches_and_no_more(world: World) -> None:
    boss = await world.administrator()
    garden = await world.opens_kindergarten(boss)
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
    # who was enrolled is told, applies anew and stands at the old time: before who had applied later
    told = await enrolled.get("/notifications/messages", application_id=enrolled.application_id)
    assert "departed_keeping_time" in {message["kind"] for message in told["items"]}
    old = (await enrolled.journal())["information"]["submitted_at"]
    await enrolled.applies()
    assert (await enrolled.position())["position"] < (await referred.position())["position"]
    assert (await enrolled.journal())["information"]["submitted_at"] == old
    other = await world.worker()
    await other.publishes(world.group_year, places=2)
    for family in (enrolled, referred):
        await family.becomes("notified")
