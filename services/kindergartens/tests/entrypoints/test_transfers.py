"""A child accepted by a transfer leaves its former kindergarten in the same transaction (domain §7.transfer)."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.contracts.kindergartens import ChildDeparted, VacancyConfirmed
from kezek.contracts.vocabulary import DepartureReason
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.platform.testing import an_iin, deliver

from .test_departures import body, path_of, publishes_at_once, today, told  # noqa: TID252

pytestmark = pytest.mark.servers

STAYS = sa.text("select application_id, kindergarten_id, ended_on, ended_at, accepted_at, end_reason from enrolment")


async def other_garden(region: Any) -> str:
    """Another kindergarten of the district."""
    told = ("district", "name", "address", "phone", "ownership")
    garden = {**{name: region.kindergarten[name] for name in told}, "workers": [an_iin()]}
    garden["name"] = {language: f"{name} 2" for language, name in garden["name"].items()}
    answer = await region.api.by(region.administrator).post("/kindergartens", json=garden)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def again(region: Any, child: Any) -> Any:
    """The same child under the application of its transfer."""
    return replace(child, application_id=region.family().application_id)


async def accepts(region: Any, child: Any, former: UUID, garden: str) -> None:
    """It is accepted elsewhere."""
    year = region.database.clock.now().year - 4
    accepted = child.accepted(garden, group_year=year).model_copy(update={"transfer_of": former})
    await deliver(region.database, consumers, child.card(), accepted, occurred_at=region.database.clock.now())


async def stays(region: Any) -> dict[UUID, Any]:
    async with region.database.read() as tx:
        return {row.application_id: row for row in await tx.rows(STAYS)}


async def test_the_former_stay_ends_at_the_instant_of_the_acceptance(region: Any) -> None:
    child, there = region.family(), await other_garden(region)
    await region.enrols(child)
    new = again(region, child)
    await accepts(region, new, child.application_id, there)
    await region.works()
    found = await stays(region)
    former, present = found[child.application_id], found[new.application_id]
    assert (former.ended_at, former.end_reason) == (present.accepted_at, "other_kindergarten")
    assert (str(present.kindergarten_id), present.ended_on) == (there, None)
    assert await region.roster() == []
    (gone,) = await region.roster(present=False)
    assert (gone["ended_on"], gone["reason"]) == (f"{today(region)}", "other_kindergarten")
    (event,) = await told(region, ChildDeparted)
    assert (event.event.application_id, event.event.reason) == (
        child.application_id,
        DepartureReason.OTHER_KINDERGARTEN,
    )
    assert await told(region, VacancyConfirmed) == []


async def test_its_place_is_published_at_once_where_the_policy_says_so(region: Any) -> None:
    await publishes_at_once(region)
    child, there = region.family(), await other_garden(region)
    await region.enrols(child)
    await accepts(region, again(region, child), child.application_id, there)
    await region.works()
    (event,) = await told(region, VacancyConfirmed)
    assert (str(event.event.kindergarten_id), event.event.places) == (region.id, 1)
    client = region.api.by(region.worker)
    table = (await client.get("/me/vacancies")).json()
    (line,), (publisher,) = table["items"], table["publishers"]
    assert (line["by_policy"], line["confirmed_by_name"], publisher["name"]) == (True, None, None)
    for wanted, count in ((publisher["person_id"], 1), (str(region.worker.person_id), 0)):
        found = (await client.get("/me/vacancies", params={"confirmed_by": wanted})).json()
        assert found["total"] == count
    file = await client.get("/me/vacancies/file")
    assert "по политике района" in file.text


async def test_before_the_former_one_is_on_the_roster_it_waits(region: Any) -> None:
    child, there = region.family(), await other_garden(region)
    await accepts(region, again(region, child), child.application_id, there)
    await region.works()
    assert await stays(region) == {}


async def test_a_departure_signed_at_the_same_time_ends_the_stay_once(region: Any) -> None:
    child, there = region.family(), await other_garden(region)
    enrolment_id = await region.enrols(child)
    prepared = (await region.api.by(region.worker).post(path_of(region, enrolment_id), json=body(region))).json()
    new = again(region, child)
    await accepts(region, new, child.application_id, there)
    await asyncio.gather(region.works(), region.api.sign(region.worker, prepared))
    found = await stays(region)
    assert found[child.application_id].end_reason in {"moved_away", "other_kindergarten"}
    assert found[new.application_id].ended_on is None
    assert len(await told(region, ChildDeparted)) == 1
