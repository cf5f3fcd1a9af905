"""A district goes over to vouchers: silence makes inactive, declining ends it; parents approve the month before."""

import calendar
import uuid
from datetime import date, timedelta

import pytest
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import RefusedError
from tests.e2e.actors.worker import Worker
from tests.e2e.calendars import set_days
from tests.e2e.journeys.test_rules import changes_policy
from tests.e2e.web.playing import played_in_a_browser
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock")]
BY_VOUCHERS = {
    "choice_working_days": 1,
    "restorable_calendar_days": 2,
    "refusing_annuls_position": True,
    "sheet_approved_by_parents": True,
}
BY_REFERRALS = {
    "choice_working_days": 3,
    "restorable_calendar_days": None,
    "refusing_annuls_position": False,
    "sheet_approved_by_parents": False,
}


async def test_who_stays_silent_is_inactive_and_restored_once_who_declines_leaves_the_queue(world: World) -> None:
    attending, silent, declining = await world.queue(3)
    boss, garden = await world.administrator(), await world.worker()
    await _a_month_nears_its_end(world, garden)
    last = _end_of_month(await world.today())
    await _comes_on_its_first_day(attending, garden, world, last)
    await changes_policy(boss, world.district, f"{last + timedelta(days=1)}", **BY_VOUCHERS)
    await world.settles()
    await world.passes_midnight_after(f"{last}")
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

    await played_in_a_browser(
        world,
        "vouchers",
        "sheet",
        KEZEK_DECLINING=f"{declining.resident['id']}:{declining.application_id}",
        KEZEK_INACTIVE=f"{silent.resident['id']}:{silent.application_id}",
        KEZEK_SHEET=f"{garden.resident['id']}:{garden.kindergarten_id}:{attending.resident['id']}",
        KEZEK_SHEET_CHILD=attending.child_iin,
    )

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


async def _a_month_nears_its_end(world: World, garden: Worker) -> None:
    """It is the morning of a month's last working day but one: of this month, if that is to come, else of the next."""
    today = await world.today()
    end = _end_of_month(today)
    for last in (end, _end_of_month(end + timedelta(days=1))):
        free, worked = await set_days(garden, last.year)
        working = [day for day in _days(today, last) if f"{day}" in worked or _is_ordinary(day, free)]
        if len(working) > 1:
            await world.passes_midnight_after(f"{working[-2] - timedelta(days=1)}")
            await world.begins_by_day()
            return


async def _comes_on_its_first_day(family: Parent, garden: Worker, world: World, last: date) -> None:
    """A child is enrolled and was there that day; on all days that are left of its month it is said to be on leave."""
    await garden.publishes(world.group_year, places=1)
    await family.becomes("notified")
    number = (await family.chooses_first_place())["referral_number"]
    await garden.accepts(number)
    (child,) = await garden.roster(having=number)
    days = f"/kindergartens/kindergartens/{garden.kindergarten_id}/attendance"
    now, of = await world.sandbox.now(), {"enrolment_id": child["enrolment_id"]}
    await garden.post(f"{days}/marks", {**of, "id": str(uuid.uuid4()), "kind": "arrival", "at": now.isoformat()})
    for day in _days(await world.today(), last):
        said = await garden.request("PUT", f"{days}/absences", json={**of, "day": f"{day}", "reason": "leave"})
        assert said.is_success, said.text


def _days(after: date, last: date) -> list[date]:
    return [after + timedelta(days=each) for each in range(1, (last - after).days + 1)]


def _end_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _is_ordinary(day: date, free: set[str]) -> bool:
    return day.weekday() < 5 and f"{day}" not in free
