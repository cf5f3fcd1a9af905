from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import District, Kindergarten, Worker
from kezek.contracts.values import Location
from kezek.kindergartens.adapters import tables
from kezek.platform.testing import Api, administrator, an_actor, an_iin, published

pytestmark = pytest.mark.servers


async def test_district_is_published_once_and_anew_when_its_name_changes(region: Any) -> None:
    client = region.api.by(region.administrator)
    name = {"kk": "Көкшетау қ.", "ru": "г. Кокшетау", "en": "Kokshetau"}
    for _ in range(2):
        assert (await client.put("/districts/1110", json={"name": name})).status_code == 200
    told = [each for each in await published(region.database) if isinstance(each.event, District)]
    assert [each.version for each in told] == [1, 2]
    assert (await region.api.by().get("/districts")).json() == {"items": [{"code": "1110", "name": name}]}


async def test_kindergarten_and_its_worker_are_published(region: Any) -> None:
    told = {type(each.event): each for each in await published(region.database)}
    assert str(told[Kindergarten].event.kindergarten_id) == region.id
    assert told[Worker].event.iin == region.worker.iin
    assert told[Kindergarten].version == told[Worker].version == 1


async def test_same_key_registers_one_kindergarten(region: Any) -> None:
    body = {
        **{name: region.kindergarten[name] for name in ("district", "name", "phone", "ownership")},
        "address": {"kk": "Самал, 1", "ru": "Самал, 1", "en": "1 Samal"},
        "workers": [an_iin()],
    }
    client = region.api.by(region.administrator)
    answers = [
        await client.post("/kindergartens", json=body, headers={"Idempotency-Key": "season-0001"}) for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert len((await region.api.by().get("/kindergartens?district=1110")).json()["items"]) == 2


async def test_second_kindergarten_of_the_same_name_and_address_is_refused(region: Any) -> None:
    body = {name: value for name, value in region.kindergarten.items() if name not in VIEWED}
    answer = await region.api.by(region.administrator).post("/kindergartens", json={**body, "workers": [an_iin()]})
    assert (answer.status_code, answer.json()["code"]) == (409, "kindergarten_exists")


async def test_unknown_district_is_refused(region: Any) -> None:
    body = {name: value for name, value in region.kindergarten.items() if name not in VIEWED}
    answer = await region.api.by(region.administrator).post(
        "/kindergartens", json={**body, "district": "9999", "workers": [an_iin()]}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "district_unknown")


async def test_only_an_administrator_registers(kindergartens_api: Api) -> None:
    name = {"name": {"kk": "Ақкөл", "ru": "Акколь", "en": "Akkol"}}
    assert (await kindergartens_api.by(an_actor()).put("/districts/1132", json=name)).status_code == 403
    assert (await kindergartens_api.by().put("/districts/1132", json=name)).status_code == 401
    assert (await kindergartens_api.by(administrator()).put("/districts/1132", json=name)).status_code == 200


def copied(region: Any) -> dict[str, Any]:
    return {name: value for name, value in region.kindergarten.items() if name not in VIEWED}


async def test_kindergartens_are_filtered_sorted_and_paged(region: Any) -> None:
    client = region.api.by(region.administrator)
    for name, ownership in (("№ 14 «Іңкәр»", "private"), ("№ 5 «Ақбота»", "private")):
        named = {"name": dict.fromkeys(("kk", "ru", "en"), name), "ownership": ownership, "workers": [an_iin()]}
        assert (await client.post("/kindergartens", json={**copied(region), **named})).status_code == 201

    async def found(**asked: Any) -> tuple[list[str], int]:
        answer = (await region.api.by().get("/kindergartens", params=asked)).json()
        return [each["name"]["kk"] for each in answer["items"]], answer["total"]

    garden, inkar, akbota = "«Бәйтерек» балабақшасы", "№ 14 «Іңкәр»", "№ 5 «Ақбота»"
    assert await found() == ([garden, akbota, inkar], 3)
    assert await found(sort="ownership", descending=True, sorted_in="ru") == ([garden, akbota, inkar], 3)
    assert await found(offset=1, limit=1) == ([akbota], 3)
    assert await found(ownership="private", district="1110") == ([akbota, inkar], 2)
    assert await found(name="ІҢКӘ") == ([inkar], 1)
    assert await found(name="baiTEREK") == ([garden], 1), "by its English name"
    assert await found(name="100%") == ([], 0)
    assert await found(district="1132") == ([], 0)


REFUSED_NAMES = ["\u200b\u2800", "Бала\u202eпан", "Бала\nпан", "<b>Балапан</b>", "Бала\x00пан", "Бала\ue000пан"]


@pytest.mark.parametrize("wrong", REFUSED_NAMES)
async def test_names_that_cannot_be_shown_are_refused_at_every_form(region: Any, wrong: str) -> None:
    client, name = region.api.by(region.administrator), {"kk": wrong, "ru": "Б", "en": "B"}
    new = {key: value for key, value in region.kindergarten.items() if key not in VIEWED}
    asked = await region.api.by().post("/account-requests", json=region.form(name={"kk": wrong, "ru": "Б"}))
    answers = [
        asked,
        await client.put("/districts/1110", json={"name": name}),
        await client.post("/kindergartens", json={**new, "workers": [an_iin()], "name": name}),
        await client.post("/kindergartens", json={**new, "workers": [an_iin()], "address": name}),
        await client.post(f"/account-requests/{region.id}/approval", json={"name": name, "address": name}),
        await client.post(
            f"/account-requests/{region.id}/refusal", json={"reason": "other", "remark": wrong * 2 + "<"}
        ),
    ]
    assert [(each.status_code, each.json()["code"]) for each in answers] == [(422, "request_invalid")] * len(answers)


async def test_what_was_stored_before_a_rule_is_still_shown(region: Any) -> None:
    stored = {"kk": "«Балапан» <1>\u200b", "ru": "Б", "en": "B"}
    async with region.database.write() as tx:
        await tx.execute(sa.update(tables.kindergarten).values(name=stored))
        await tx.execute(sa.update(tables.district).values(name=stored))
    assert (await region.api.by().get(f"/kindergartens/{region.id}")).json()["name"] == stored
    assert (await region.api.by().get("/districts")).json()["items"][0]["name"] == stored


async def test_contacts_are_taken_as_people_paste_them(region: Any) -> None:
    new = {key: value for key, value in region.kindergarten.items() if key not in VIEWED}
    worker = an_iin()
    pasted = {
        "name": {"kk": " Күн\u00a0шуақ 🌞\u200b", "ru": "Куншуак 🌞", "en": "Kunshuaq 🌞"},
        "phone": "\u202a8 (799)\u00a0900\u201111\u201133\u202c",
        "website": "kunshuaq.example.kz",
        "workers": [f"{worker[:6]}\u00a0{worker[6:]}"],
    }
    made = await region.api.by(region.administrator).post("/kindergartens", json={**new, **pasted})
    assert made.status_code == 201, made.text
    found = made.json()
    assert (found["name"]["kk"], found["phone"]) == ("Күн шуақ 🌞", "77999001133")
    assert (found["website"], found["website_url"]) == ("kunshuaq.example.kz", "https://kunshuaq.example.kz")
    told = [each.event for each in await published(region.database)]
    assert worker in [each.iin for each in told if isinstance(each, Worker)]
    assert "kunshuaq.example.kz" in [each.website for each in told if isinstance(each, Kindergarten)]


# what a form has not
VIEWED = ("id", "closed", "website_url", "location", "bin")
RENAMED = {"kk": "«Күншуақ» балабақшасы", "ru": "Детский сад «Куншуак»", "en": "Kunshuaq kindergarten"}


async def test_a_kindergarten_is_renamed_once_and_every_copy_hears_of_it(region: Any) -> None:
    client, path = region.api.by(region.administrator), f"/kindergartens/{region.id}/name"
    for _ in range(2):
        answer = await client.put(path, json={"name": RENAMED})
        assert (answer.status_code, answer.json()) == (200, {**region.kindergarten, "name": RENAMED})
    told = [each for each in await published(region.database) if isinstance(each.event, Kindergarten)]
    assert [(each.version, each.event.name.ru) for each in told[-2:]] == [
        (1, region.kindergarten["name"]["ru"]),
        (2, RENAMED["ru"]),
    ]
    assert (await region.api.by().get(f"/kindergartens/{region.id}")).json()["name"] == RENAMED


async def test_a_name_that_another_has_at_the_same_address_is_refused_and_changes_nothing(region: Any) -> None:
    client = region.api.by(region.administrator)
    new = {key: value for key, value in region.kindergarten.items() if key not in VIEWED}
    other = (await client.post("/kindergartens", json={**new, "name": RENAMED, "workers": [an_iin()]})).json()
    answer = await client.put(f"/kindergartens/{other['id']}/name", json={"name": region.kindergarten["name"]})
    assert (answer.status_code, answer.json()["code"]) == (409, "kindergarten_exists")
    assert (await region.api.by().get(f"/kindergartens/{other['id']}")).json() == other
    told = [each.event for each in await published(region.database) if isinstance(each.event, Kindergarten)]
    assert [each.name.ru for each in told if str(each.kindergarten_id) == other["id"]] == [RENAMED["ru"]]


async def test_only_an_administrator_renames_what_there_is(region: Any) -> None:
    body = {"name": RENAMED}
    for actor, status in ((region.worker, 403), (an_actor(), 403), (None, 401)):
        assert (await region.api.by(actor).put(f"/kindergartens/{region.id}/name", json=body)).status_code == status
    unknown = await region.api.by(region.administrator).put(f"/kindergartens/{new_id()}/name", json=body)
    assert (unknown.status_code, unknown.json()["code"]) == (404, "kindergarten_not_found")


async def test_where_a_kindergarten_stands_is_entered_once_and_every_copy_hears_of_it(region: Any) -> None:
    client, path = region.api.by(region.administrator), f"/kindergartens/{region.id}/location"
    point = {"latitude": 53.2833, "longitude": 69.396}
    for wanted in (point, point, None):
        answer = await client.put(path, json={"location": wanted})
        assert (answer.status_code, answer.json()["location"]) == (200, wanted)
    told = [each for each in await published(region.database) if isinstance(each.event, Kindergarten)]
    assert [(each.version, each.event.location) for each in told[-2:]] == [(2, Location(**point)), (3, None)]
    for wrong in ({"latitude": 69.396, "longitude": 53.2833}, {"latitude": 53}, "53, 69"):
        assert (await client.put(path, json={"location": wrong})).status_code == 422
    assert (await region.api.by(region.worker).put(path, json={"location": point})).status_code == 403


async def test_the_bin_is_entered_once_as_people_paste_it_and_every_copy_hears_of_it(region: Any) -> None:
    client, path = region.api.by(region.administrator), f"/kindergartens/{region.id}/bin"
    number = "990940000006"
    for pasted, kept in ((f" {number[:6]} {number[6:]}", number), (number, number), (None, None)):
        answer = await client.put(path, json={"bin": pasted})
        assert (answer.status_code, answer.json()["bin"]) == (200, kept)
    told = [each for each in await published(region.database) if isinstance(each.event, Kindergarten)]
    assert [(each.version, each.event.bin) for each in told[-2:]] == [(2, number), (3, None)]
    wrong = number[:11] + str((int(number[11]) + 1) % 10)
    for each in (wrong, "12", "", "930905490005"):  # a person's number would be published with the kindergarten
        answer = await client.put(path, json={"bin": each})
        assert (answer.status_code, answer.json()["code"]) == (422, "request_invalid")
    assert (await region.api.by(region.worker).put(path, json={"bin": number})).status_code == 403


async def test_a_vacancy_prepared_under_the_old_name_is_not_signed_under_the_new_one(region: Any) -> None:
    path = f"/kindergartens/{region.id}/vacancies/acts"
    prepared = (await region.api.by(region.worker).post(path, json=region.vacancy())).json()
    await region.api.by(region.administrator).put(f"/kindergartens/{region.id}/name", json={"name": RENAMED})
    signed = await region.api.sign(region.worker, prepared)
    assert (signed.status_code, signed.json()["code"]) == (409, "act_outdated")
