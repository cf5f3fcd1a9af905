"""An officer annuls a place that is held for a family: whoever is concerned sees it, the family stands where it did."""

from typing import Any

import pytest
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person
from tests.e2e.actors.worker import Worker
from tests.e2e.world import World

from kezek_local.waiting import eventually

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]


async def test_a_held_place_is_annulled_and_the_family_is_called_again_at_its_own_time(world: World) -> None:
    first, second = await world.queue(2)
    garden, officer = await world.worker(), await world.officer()
    vacancy = (await garden.publishes(world.group_year))["vacancy_id"]
    await first.becomes("notified")
    (place,) = (await officer.get(f"/referrals/vacancies/{vacancy}"))["places"]
    assert (place["status"], place["application_number"]) == ("held", first.number)

    assert await annuls(officer, vacancy, [place["place_id"]]) == {"vacancy_id": vacancy, "places": 1, "turns": 1}

    assert (await first.becomes("queued"))["misses"] == 0
    assert await told(first) == ("turn_ended", "place_annulled")
    row = await shown(garden, vacancy)
    assert (row["total"], row["free"], row["annulled"], row["state"]) == (1, 0, 1, "none_left")
    (record,) = (await garden.get(f"/referrals/vacancies/{vacancy}/annulments"))["items"]
    assert (record["reason"], record["places"]) == ("published_by_mistake", 1)
    assert record["officer_name"]
    await garden.publishes(world.group_year)
    await first.becomes("notified")
    assert (await second.state())["status"] == "queued"


async def annuls(officer: Person, vacancy: str, places: list[str]) -> Any:
    """Annul places with a signature."""
    body = {"place_ids": places, "reason": "published_by_mistake"}
    return await officer.sign_act(
        "referrals", await officer.post(f"/referrals/vacancies/{vacancy}/annulments/acts", body)
    )


async def told(family: Parent) -> tuple[str, str]:
    """The last step of the journal that is not a message, and why it was taken."""

    async def ended() -> Any:
        lines = [line for line in (await family.journal())["history"] if line["code"] == "turn_ended"]
        return lines[-1] if lines else None

    line = await eventually(ended, "the end of the turn in the journal", family.waits_s)
    return line["code"], line["reason"]


async def shown(garden: Worker, vacancy: str) -> dict[str, Any]:
    """The vacancy in the worker's list, once it has none left."""

    async def none_left() -> Any:
        rows = (await garden.vacancies())["items"]
        return next((row for row in rows if row["id"] == vacancy and row["state"] == "none_left"), None)

    row: dict[str, Any] = await eventually(none_left, "a vacancy with none left", garden.waits_s)
    return row
