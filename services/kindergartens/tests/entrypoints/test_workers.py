import asyncio
from dataclasses import replace
from typing import Any

import pytest

from kezek.contracts.access import KindergartensRead
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Worker
from kezek.platform.actors import SignInMethod
from kezek.platform.testing import an_actor, an_iin, published

pytestmark = pytest.mark.servers


async def told_of(region: Any, iin: str) -> list[tuple[int, bool]]:
    told = await published(region.database)
    events = [(each.version, each.event) for each in told if isinstance(each.event, Worker)]
    return [(version, event.active) for version, event in events if event.iin == iin]


async def test_a_worker_comes_goes_and_comes_again(region: Any) -> None:
    client, path, body = region.api.by(region.administrator), f"/kindergartens/{region.id}/workers", {"iin": an_iin()}
    for _ in range(2):
        assert (await client.put(path, json=body)).status_code == 204
    assert (await client.post(f"{path}/dismissals", json=body)).status_code == 204
    again = await client.post(f"{path}/dismissals", json=body)
    assert (again.status_code, again.json()["code"]) == (404, "worker_not_found")
    assert (await client.put(path, json=body)).status_code == 204
    assert await told_of(region, body["iin"]) == [(1, True), (2, False), (3, True)]
    events = [each.event for each in await published(region.database) if isinstance(each.event, Worker)]
    assert {each.changed_by for each in events} == {region.administrator.person_id}, "who did it is told"


async def test_a_dismissed_worker_may_do_nothing_from_that_moment(region: Any) -> None:
    path, body = f"/kindergartens/{region.id}/workers/dismissals", {"iin": region.worker.iin}
    await region.publishes()
    worker = region.api.by(region.worker)
    assert (await worker.get("/me/vacancies")).json()["total"] == 1
    assert (await worker.get(f"/kindergartens/{region.id}/roster")).status_code == 200
    await region.api.by(region.administrator).post(path, json=body)
    assert (await worker.get("/me/vacancies")).json()["total"] == 0
    assert (await worker.get(f"/kindergartens/{region.id}/roster")).status_code == 404


async def test_a_worker_sees_where_they_work_whatever_the_way_in_and_nobody_else_does(region: Any) -> None:
    by_code = replace(region.worker, method=SignInMethod.CODE, grants=())
    own = {**region.kindergarten, "closing": None}
    assert (await region.api.by(by_code).get("/me/kindergartens")).json() == {"items": [own]}
    assert (await region.api.by(an_actor()).get("/me/kindergartens")).json() == {"items": []}
    assert (await region.api.by().get("/me/kindergartens")).status_code == 401
    path, body = f"/kindergartens/{region.id}/workers/dismissals", {"iin": region.worker.iin}
    await region.api.by(region.administrator).post(path, json=body)
    assert (await region.api.by(region.worker).get("/me/kindergartens")).json() == {"items": []}


async def test_changes_at_once_are_told_in_the_order_of_their_versions(region: Any) -> None:
    client, path, body = region.api.by(region.administrator), f"/kindergartens/{region.id}/workers", {"iin": an_iin()}
    await asyncio.gather(
        *(client.put(path, json=body) for _ in range(4)),
        *(client.post(f"{path}/dismissals", json=body) for _ in range(4)),
    )
    told = await told_of(region, body["iin"])
    assert told == [(version, version % 2 == 1) for version in range(1, len(told) + 1)]


async def test_who_works_there_is_shown_and_that_is_logged(region: Any) -> None:
    answer = await region.api.by(region.administrator).get(f"/kindergartens/{region.id}/workers")
    assert answer.json() == {"items": [{"iin": region.worker.iin}]}
    (read,) = [each.event for each in await published(region.database) if isinstance(each.event, KindergartensRead)]
    (whose,) = read.subjects
    assert (read.what, str(whose.object_id)) == ("workers:read", region.id)
    assert whose.known_as == region.api.app.state.settings.pseudonyms.of(region.worker.iin)


async def test_a_kindergarten_that_is_none_has_no_workers(region: Any) -> None:
    client, path = region.api.by(region.administrator), f"/kindergartens/{new_id()}/workers"
    body = {"iin": an_iin()}
    answers = [await client.get(path), await client.put(path, json=body)]
    answers.append(await client.post(f"{path}/dismissals", json=body))
    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(404, "kindergarten_not_found")}


async def test_only_an_administrator_changes_workers(region: Any) -> None:
    path, body = f"/kindergartens/{region.id}/workers", {"iin": an_iin()}
    worker = region.api.by(region.worker)
    answers = [await worker.get(path), await worker.put(path, json=body)]
    answers.append(await worker.post(f"{path}/dismissals", json={"iin": region.worker.iin}))
    assert {answer.status_code for answer in answers} == {403}
