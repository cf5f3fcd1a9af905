"""A district goes over to vouchers: silence makes inactive; in their browsers one family restores it, one declines."""

from datetime import timedelta

import pytest
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import RefusedError
from tests.e2e.journeys.test_rules import changes_policy
from tests.e2e.web.playing import played_in_a_browser
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock")]
BY_VOUCHERS = {"choice_working_days": 1, "restorable_calendar_days": 2, "refusing_annuls_position": True}
BY_REFERRALS = {"choice_working_days": 3, "restorable_calendar_days": None, "refusing_annuls_position": False}


async def test_who_stays_silent_is_inactive_and_restored_once_who_declines_leaves_the_queue(world: World) -> None:
    silent, declining = await world.queue(2)
    boss, garden = await world.administrator(), await world.worker()
    today = await world.today()
    await changes_policy(boss, world.district, f"{today + timedelta(days=1)}", **BY_VOUCHERS)
    await world.settles()
    await world.passes_midnight_after(f"{today}")
    await garden.publishes(world.group_year, places=1)
    called = await silent.becomes("notified")
    assert (called["then_inactive"], called["may_decline"]) == (True, True)
    await world.settles()

    await world.passes_midnight_after(called["turn"]["last_day"])

    inactive = await silent.becomes("inactive")
    assert (inactive["misses"], inactive["may_decline"]) == (0, False)
    with pytest.raises(RefusedError) as refused:
        await silent.post(f"/referrals/applications/{silent.application_id}/declining/acts")
    assert refused.value.code == "nothing_to_decline"
    passed_on = await declining.becomes("notified")
    assert passed_on["turn"]["place_id"] == called["turn"]["place_id"], "the place goes on, and past who is inactive"
    # messages of the midnight wait for the morning, and would be overtaken by the restoration
    await world.begins_by_day()
    await world.settles()

    await _declines_and_restores_in_browsers(world, declining, silent)

    await declining.becomes("removed")
    restored = await silent.becomes("queued")
    assert (restored["restored"], restored["inactive_until"]) == (True, None)
    assert (await silent.position())["position"] == 1
    codes = [line["code"] for line in (await silent.journal())["history"]]
    assert {"turn_ended", "deactivated", "returned"} <= set(codes)
    told = await silent.get("/notifications/messages", application_id=silent.application_id)
    assert {"inactive", "restored"} <= {message["kind"] for message in told["items"]}
    now = await world.today()
    await changes_policy(boss, world.district, f"{now + timedelta(days=1)}", **BY_REFERRALS)
    await garden.publishes(world.group_year, places=1, language="ru")
    again = await silent.becomes("notified")
    await world.settles()

    await world.passes_midnight_after(again["turn"]["last_day"])

    assert (await silent.becomes("removed"))["restored"] is True


async def _declines_and_restores_in_browsers(world: World, declining: Parent, inactive: Parent) -> None:
    await played_in_a_browser(
        world,
        "vouchers",
        KEZEK_DECLINING=f"{declining.resident['id']}:{declining.application_id}",
        KEZEK_INACTIVE=f"{inactive.resident['id']}:{inactive.application_id}",
    )
