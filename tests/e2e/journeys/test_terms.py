"""Terms run out: a place opens to free choice, a referral becomes void."""

from datetime import datetime, timedelta

import pytest
from tests.e2e.actors.person import RefusedError
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock")]


async def test_place_opens_to_free_choice_when_the_called_parent_stays_silent(world: World) -> None:
    silent, quick = await world.queue(2)
    garden = await world.worker()
    await garden.publishes(world.group_year, places=1)
    turn = (await silent.becomes("notified"))["turn"]
    await world.settles()

    await world.passes_midnight_after(turn["last_day"])

    assert (await silent.becomes("queued"))["misses"] == 0
    referral = await quick.chooses_first_place()
    assert (await quick.becomes("referred"))["referral"]["number"] == referral["referral_number"]
    assert (await silent.places()) == []
    assert (await silent.position())["position"] == 1


async def test_unused_referral_is_void_and_its_place_passes_on(world: World) -> None:
    absent, next_in_line = await world.queue(2)
    garden = await world.worker()
    await garden.publishes(world.group_year, places=1)
    await absent.becomes("notified")
    referral = await absent.chooses_first_place()
    await world.settles()

    await world.passes_midnight_after(referral["valid_through"])

    listed = await absent.becomes("stop_listed")
    assert (listed["misses"], listed["referral"]["status"]) == (1, "expired")
    assert (await next_in_line.becomes("notified"))["turn"]["place_id"] == listed["referral"]["place_id"]
    with pytest.raises(RefusedError) as refused:
        await garden.finds(referral["referral_number"])
    assert refused.value.code == "referral_not_valid"
    await next_in_line.chooses_first_place()

    await world.sandbox.advance_to(datetime.fromisoformat(listed["stop_listed_until"]) + timedelta(seconds=1))

    assert (await absent.becomes("queued"))["misses"] == 1


async def test_an_act_at_the_very_instant_of_the_deadline_is_late(world: World) -> None:
    (parent,) = await world.queue(1)
    garden = await world.worker()
    await garden.publishes(world.group_year, places=1)
    turn = (await parent.becomes("notified"))["turn"]
    await world.settles()
    deadline = datetime.fromisoformat(turn["deadline_at"])
    await world.sandbox.advance_to(deadline - timedelta(seconds=30))
    act = await parent.prepares_choice(turn["place_id"])
    signature = await parent.signature_for(act)

    await world.sandbox.jump_to(deadline)

    with pytest.raises(RefusedError) as refused:
        await parent.hand_in("referrals", act, signature)
    assert refused.value.code == "turn_over"


async def test_nobody_is_told_of_free_choice(world: World) -> None:
    silent, bystander = await world.queue(2)
    garden = await world.worker()
    await garden.publishes(world.group_year, places=1)
    turn = (await silent.becomes("notified"))["turn"]
    await world.settles()

    await world.passes_midnight_after(turn["last_day"])

    await world.settles()
    assert await world.sandbox.sms(bystander.phone) == []
    told = [sms["text"] for sms in await world.sandbox.sms(silent.phone)]
    assert [("еске саламыз" in text) for text in told] == [False, True]
