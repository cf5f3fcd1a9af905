from typing import Any

import pytest

from kezek.contracts.kindergartens import District, Kindergarten, Worker
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
    body = {name: value for name, value in region.kindergarten.items() if name not in ("id", "closed")}
    answer = await region.api.by(region.administrator).post("/kindergartens", json={**body, "workers": [an_iin()]})
    assert (answer.status_code, answer.json()["code"]) == (409, "kindergarten_exists")


async def test_unknown_district_is_refused(region: Any) -> None:
    body = {name: value for name, value in region.kindergarten.items() if name not in ("id", "closed")}
    answer = await region.api.by(region.administrator).post(
        "/kindergartens", json={**body, "district": "9999", "workers": [an_iin()]}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "district_unknown")


async def test_only_an_administrator_registers(kindergartens_api: Api) -> None:
    name = {"name": {"kk": "Ақкөл", "ru": "Акколь", "en": "Akkol"}}
    assert (await kindergartens_api.by(an_actor()).put("/districts/1132", json=name)).status_code == 403
    assert (await kindergartens_api.by().put("/districts/1132", json=name)).status_code == 401
    assert (await kindergartens_api.by(administrator()).put("/districts/1132", json=name)).status_code == 200


async def test_pages_follow_each_other(region: Any) -> None:
    body = {name: value for name, value in region.kindergarten.items() if name not in ("id", "closed")}
    for number in range(2):
        address = {"kk": f"{number}", "ru": f"{number}", "en": f"{number}"}
        await region.api.by(region.administrator).post(
            "/kindergartens", json={**body, "address": address, "workers": [an_iin()]}
        )
    first = (await region.api.by().get("/kindergartens?limit=2")).json()
    second = (await region.api.by().get(f"/kindergartens?limit=2&after={first['next']}")).json()
    assert (len(first["items"]), len(second["items"]), second["next"]) == (2, 1, None)
