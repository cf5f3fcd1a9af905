"""Whoever on staff opens personal data leaves a trace that the person reads in plain words."""

from typing import Any

import pytest
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person
from tests.e2e.world import World

from kezek_local.waiting import eventually

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]


async def readings(person: Person, count: int) -> list[dict[str, Any]]:
    """Who opened the person's data, as soon as there are so many, newest first."""

    async def logged() -> Any:
        items = (await person.get("/auth/me/readings"))["items"]
        return items if len(items) >= count else None

    items: list[dict[str, Any]] = await eventually(logged, f"{count} readings", person.waits_s)
    return items


async def referred(world: World) -> tuple[Parent, Any, str]:
    """A parent with a referral, the worker of its kindergarten, and the referral's number."""
    (parent,) = await world.queue(1)
    garden = await world.worker()
    await garden.publishes(world.group_year, places=1)
    await parent.becomes("notified")
    referral = await parent.chooses_first_place()
    return parent, garden, str(referral["referral_number"])


async def test_a_workers_search_act_and_roster_appear_in_the_parents_cabinet(world: World) -> None:
    parent, garden, number = await referred(world)
    assert (await parent.get("/auth/me/readings"))["items"] == []

    await garden.finds(number)
    (search,) = await readings(parent, 1)
    await garden.accepts(number)
    await garden.roster(having=number)

    assert search["who"] == f"Балабақша қызметкері: {garden.kindergarten['name']['kk']}"
    assert search["what"] == "Балаңыздың жолдамасы мен карточкасы"
    assert search["why"] == "ЖСН немесе нөмір бойынша іздеу"
    seen = await readings(parent, 4)
    whats = [each["what"] for each in reversed(seen)]
    assert whats[:3] == [search["what"], search["what"], "Балаңызды балабақшаға қабылдау құжаты"]
    assert set(whats[3:]) == {"Балабақшадағы балалар тізімі, онда балаңыз да бар"}
    assert garden.iin not in str(seen)


async def test_an_administrator_finds_who_read_and_is_seen_doing_so(world: World) -> None:
    parent, garden, number = await referred(world)
    await garden.finds(number)
    await readings(parent, 1)
    administrator = await world.administrator()

    account = await administrator.post("/auth/accounts/search", {"iin": parent.iin})
    found = (await administrator.get("/auth/readings", person_id=account["person_id"]))["items"]

    me = await garden.get("/auth/me")
    (search,) = [each for each in found if each["what"] == "referrals:search"]
    assert (search["reader_id"], search["role"]) == (me["person_id"], "worker")
    assert search["kindergarten_id"] == garden.kindergarten_id
    seen = await readings(parent, 3)
    assert [each["who"] for each in seen[:2]] == ["Өңір әкімшісі"] * 2


async def test_own_events_are_read_in_plain_words_and_exported_for_the_region(world: World) -> None:
    parent, administrator = await world.parent(), await world.administrator()
    seen = (await parent.get("/auth/me/security-events"))["items"]
    assert "Жүйеге кірдіңіз: ЭЦҚ" in [each["text"] for each in seen]

    period = {"from": "2020-01-01T00:00:00Z", "to": "2100-01-01T00:00:00Z"}
    export = await administrator.request("GET", "/auth/security-events/export", params=period)

    assert export.headers["content-type"].startswith("application/x-ndjson")
    assert seen[0]["id"] in export.text
    assert parent.iin not in export.text
    assert parent.email not in export.text
