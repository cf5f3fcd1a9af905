"""A kindergarten without an account: from the public form to its first free places."""

import uuid
from typing import Any

import pytest
from tests.e2e.actors.person import RefusedError
from tests.e2e.actors.worker import Worker
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]

REQUESTS = "/kindergartens/account-requests"


def form(world: World, owner: Worker, name: str) -> dict[str, Any]:
    return {
        "district": world.district,
        "name": {"kk": f"«{name}» балабақшасы", "ru": f"Детский сад «{name}»"},
        "address": {"kk": f"{name} көшесі, 1", "ru": f"улица {name}, 1"},
        "phone": "77990001133",
        "ownership": "private",
        "owner": {"iin": owner.iin, "phone": owner.phone, "email": owner.email, "language": "ru"},
    }


async def asks(world: World, owner: Worker, name: str) -> Any:
    """Ask as nobody in particular; number and code."""
    async with await world.anybody() as browser:
        answer = await browser.post(f"/api{REQUESTS}", json=form(world, owner, name))
    assert answer.status_code == 201, answer.text
    return answer.json()


async def state_of(world: World, asked: dict[str, Any]) -> dict[str, Any]:
    async with await world.anybody() as browser:
        known = {name: asked[name] for name in ("number", "code")}
        state: dict[str, Any] = (await browser.post(f"/api{REQUESTS}/status", json=known)).json()
    return state


async def numbered(administrator: Any, world: World, number: str) -> str:
    listed = (await administrator.get(REQUESTS, state="open", district=world.district))["items"]
    return next(str(each["id"]) for each in listed if each["number"] == number)


async def test_who_asks_for_an_account_is_approved_signs_in_and_publishes_places(world: World) -> None:
    owner, administrator, name = await world.newcomer(), await world.administrator(), f"Жаңа {uuid.uuid4().hex[:8]}"
    asked = await asks(world, owner, name)
    request_id = await numbered(administrator, world, asked["number"])
    opened = await administrator.get(f"{REQUESTS}/{request_id}")
    assert opened["owner"]["iin"] == owner.iin

    names = {
        "name": {**opened["name"], "en": f"{name} kindergarten"},
        "address": {**opened["address"], "en": f"1 {name} street"},
    }
    approved = await administrator.post(f"{REQUESTS}/{request_id}/approval", names)

    mail = await world.sandbox.wait_for_mail(owner.email, having=asked["number"])
    assert f"Детский сад «{name}»" in mail["text"]
    await world.sandbox.wait_for_sms(owner.phone, having=asked["number"])
    assert (await state_of(world, asked))["state"] == "approved"
    await world.settles()
    me = await owner.sign_in()
    assert [grant["kindergarten_id"] for grant in me["grants"]] == [approved["kindergarten_id"]]
    (opened_before,) = (await owner.get("/auth/me/readings"))["items"]
    assert opened_before["what"] == "Сіз көрсетілген балабақша есептік жазбасының сұрауы"
    owner.kindergarten = await owner.get(f"/kindergartens/kindergartens/{approved['kindergarten_id']}")
    await owner.publishes(world.group_year, places=2)
    (vacancy,) = (await owner.vacancies())["items"]
    assert vacancy["total"] == 2


async def test_who_is_refused_reads_why_and_works_nowhere(world: World) -> None:
    owner, administrator = await world.newcomer(), await world.administrator()
    asked = await asks(world, owner, f"Бөтен {uuid.uuid4().hex[:8]}")
    request_id = await numbered(administrator, world, asked["number"])

    refusal = {"reason": "person_not_authorised", "remark": f"Позвоните нам: {asked['number']}"}
    await administrator.post(f"{REQUESTS}/{request_id}/refusal", refusal)

    mail = await world.sandbox.wait_for_mail(owner.email, having=refusal["remark"])
    assert "не подтвердил полномочия" in mail["text"]
    state = await state_of(world, asked)
    assert (state["state"], state["reason"]["code"]) == ("refused", "person_not_authorised")
    with pytest.raises(RefusedError) as again:
        await administrator.post(f"{REQUESTS}/{request_id}/approval", {"kindergarten_id": str(uuid.uuid4())})
    assert again.value.code == "account_request_decided"
    await world.settles()
    assert (await owner.sign_in())["grants"] == []


async def test_the_request_of_a_registered_kindergarten_is_answered_alike_and_joins_it(world: World) -> None:
    garden, owner, administrator = await world.worker(), await world.newcomer(), await world.administrator()
    known = form(world, owner, "")
    for field in ("name", "address"):
        known[field] = {language: garden.kindergarten[field][language] for language in ("kk", "ru")}
    async with await world.anybody() as browser:
        asked = (await browser.post(f"/api{REQUESTS}", json=known)).json()
    other = await asks(world, await world.newcomer(), f"Басқа {uuid.uuid4().hex[:8]}")
    assert {name: len(value) for name, value in asked.items()} == {name: len(value) for name, value in other.items()}

    request_id = await numbered(administrator, world, asked["number"])
    opened = await administrator.get(f"{REQUESTS}/{request_id}")
    likeliest = opened["like_kindergartens"][0]
    assert (likeliest["kindergarten"]["id"], likeliest["alike"]) == (garden.kindergarten_id, 1.0)
    await administrator.post(f"{REQUESTS}/{request_id}/approval", {"kindergarten_id": garden.kindergarten_id})

    await world.settles()
    me = await owner.sign_in()
    assert [grant["kindergarten_id"] for grant in me["grants"]] == [garden.kindergarten_id]


async def test_a_dismissed_worker_works_there_no_more(world: World) -> None:
    owner, garden, administrator = await world.newcomer(), await world.worker(), await world.administrator()
    path = f"/kindergartens/kindergartens/{garden.kindergarten_id}/workers"
    await administrator.request("PUT", path, json={"iin": owner.iin})
    await world.settles()
    assert len((await owner.sign_in())["grants"]) == 1

    await administrator.post(f"{path}/dismissals", {"iin": owner.iin})

    await world.settles()
    assert (await owner.get("/auth/me"))["grants"] == []
